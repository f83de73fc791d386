//! A debug build that loads itself again when it was built anew. A script of its own does it: Trunk's is inline and wants a
//! web socket, and the page's content security policy refuses both.

use crate::Result;
use crate::split::replaced;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

const SCRIPT: &str = include_str!("reload.js");

/// Puts the script into the page in Trunk's staging folder, with the number of the build that it looks for.
pub fn run(staging: &Path) -> Result {
    let failed = |error| format!("The page cannot be made to load itself again: {error}.");
    let built = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    fs::write(staging.join("build.txt"), built.to_string()).map_err(failed)?;
    fs::write(staging.join("reload.js"), SCRIPT).map_err(failed)?;
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(failed)?;
    let tag = "<script type=\"module\" src=\"./reload.js\"></script></head>";
    fs::write(&page, replaced(&html, "</head>", tag)?).map_err(failed)
}
