//! Paper.

use std::path::PathBuf;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::Session;

/// Prints the page as Chromium does where somebody saves it as PDF, and leaves it among the artefacts, as
/// `<engine>/<journey>.<name>.pdf`. The other engines' paper is not within reach.
pub async fn print(s: &Session, name: &str) -> Result<PathBuf> {
    // As the page wants it: the size of the paper, and the margins.
    let wish = json!({ "preferCSSPageSize": true, "generateTaggedPDF": true });
    let printed = s.web().cdp().send_raw("Page.printToPDF", wish).await?;
    let data = printed["data"].as_str().context("Chromium printed nothing")?;
    let path = s.artefact(&format!("{name}.pdf"))?;
    std::fs::write(&path, STANDARD.decode(data)?)?;
    Ok(path)
}
