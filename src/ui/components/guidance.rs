//! Our own help with an item, marked as ours and apart from the official guidance.

use super::{fold, paragraph};
use crate::ui::element::{El, el};
use crate::words;
use standards_met_core::catalogue::EvidenceItem;

/// In short: what the item asks, how long it takes and who can answer it; folded away, what counts and an example.
/// `says_who` where that may be one of several.
pub fn in_short(item: &EvidenceItem, says_who: bool) -> Option<El> {
    let short = item.in_short.as_ref()?;
    let by = if says_who { format!(", by {}", words::by(&item.who)) } else { String::new() };
    let time = item
        .minutes
        .map(|minutes| el("p").class("app-short__time").text(&format!("About {minutes} minutes{by}.")));
    let counts = item
        .counts
        .as_ref()
        .map(|counts| el("div").child(el("h3").text("What counts as evidence")).child(paragraph(counts)));
    let example = item.example.as_ref().map(|example| {
        el("div")
            .child(el("h3").text("How a small, made-up home might answer"))
            .child(el("blockquote").class("app-example").children(example.lines().map(paragraph)))
    });
    let more = (counts.is_some() || example.is_some())
        .then(|| fold("What counts, and an example answer", false).maybe(counts).maybe(example));
    let section = el("section")
        .class("app-short")
        .child(el("h2").text("In short"))
        .child(el("p").class("app-ours").text("In our own words, not the official ones."))
        .child(paragraph(short))
        .maybe(time)
        .maybe(more);
    Some(section)
}
