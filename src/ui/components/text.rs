//! Official wording, with its paragraphs, lists and links.

use super::outside_link;
use crate::ui::element::{El, el, fragment};
use standards_met_core::catalogue::{EvidenceItem, Link};

/// The tooltip: the official guidance, word for word.
pub fn tooltip(item: &EvidenceItem) -> El {
    let moved = item.links.iter().any(|link| link.href.starts_with("https://www.digitalsocialcare.co.uk/"));
    let show = |block: &[&str]| show_block(block, &item.links);
    fragment()
        .children(item.tooltip.lines().collect::<Vec<_>>().split(|line| line.is_empty()).map(show))
        .maybe(moved.then(links_note))
}

/// What became of the links to digitalsocialcare.co.uk.
fn links_note() -> El {
    el("p")
        .class("app-links-note")
        .text(
            "A note from us: links to digitalsocialcare.co.uk are old and may not open, and part of that \
             address belongs to somebody else now. The guidance has moved to ",
        )
        .child(outside_link("https://www.digitalcarehub.co.uk/", "digitalcarehub.co.uk"))
        .text(".")
}

fn show_block(lines: &[&str], links: &[Link]) -> El {
    let points: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("- ")).collect();
    if points.len() == lines.len() {
        return el("ul").children(points.into_iter().map(|point| with_links(el("li"), point, links)));
    }
    with_links(el("p"), &lines.join("\n"), links)
}

/// Adds the text, with each printed address replaced by its link.
fn with_links(mut around: El, text: &str, links: &[Link]) -> El {
    let mut rest = text;
    while let Some((before, link, after)) = next_link(rest, links) {
        around = around.text(before).child(outside_link(&link.href, &link.text));
        rest = after;
    }
    around.text(rest)
}

/// The first address that is printed in the text, with what comes before and after it.
fn next_link<'a>(text: &'a str, links: &'a [Link]) -> Option<(&'a str, &'a Link, &'a str)> {
    text.char_indices().find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        links.iter().find_map(|link| Some((before, link, rest.strip_prefix(link.printed.as_str())?)))
    })
}
