//! The recovery page of the one-file edition.

use super::{Files, link, made, other_file, style, text};
use crate::Result;
use crate::html::{self, Tag, inline};
use crate::split::replaced;

const SCRIPT: &str = include_str!("recovery.js");

/// The recovery page as a template, its style, and the script that shows it.
pub fn recovery(files: Files) -> Result<(String, String, String)> {
    const PLACE: &str = "// What public/recover.js does comes here.";
    let page = text(files, "recover.html")?;
    for part in ["recover.css", "recover.js"] {
        if !page.contains(part) {
            return Err(format!("recover.html does without {part}: xtask/src/single.rs has to follow it."));
        }
    }
    let title = html::between(&page, "<title>", "</title>")?;
    let main = html::between(&page, "<main>", "</main>")?;
    let main = html::rewritten(main, &mut |tag: &Tag| match tag.name {
        "a" => link(tag.attributes),
        "script" | "style" | "link" => Err(other_file(tag.name, Some("a file"))),
        _ => Ok(None),
    })?;
    let style = inline(&style(files, "recover.css")?, "style")?;
    let script = inline(&replaced(SCRIPT, PLACE, &text(files, "recover.js")?)?, "script")?;
    let holder = made("template", [("id", "recover-page"), ("data-title", title)]);
    Ok((format!("{holder}<style>{style}</style><main>{main}</main></template>"), style, script))
}
