//! The official guidance of an item, word for word, with its paragraphs, lists and links.

use super::{RichText, Span};
use crate::catalogue::{EvidenceItem, Link};

/// Returns the tooltip, with one text for each paragraph and each list item.
#[must_use]
pub fn guidance(item: &EvidenceItem) -> Vec<RichText> {
    let mut texts = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    for line in item.tooltip.lines() {
        let point = line.strip_prefix("- ");
        if point.is_some() || line.trim().is_empty() {
            end(&mut paragraph, &item.links, &mut texts);
        } else {
            paragraph.push(line);
        }
        texts.extend(point.map(|point| text(point, true, &item.links)));
    }
    end(&mut paragraph, &item.links, &mut texts);
    texts
}

fn end(paragraph: &mut Vec<&str>, links: &[Link], texts: &mut Vec<RichText>) {
    if !paragraph.is_empty() {
        texts.push(text(&paragraph.join("\n"), false, links));
        paragraph.clear();
    }
}

/// Returns the text with each printed address as a link.
fn text(words: &str, listed: bool, links: &[Link]) -> RichText {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some((before, link, after)) = next_link(rest, links) {
        plain(before, &mut pieces);
        let address = link.address().unwrap_or_default().to_owned();
        pieces.push(Span::Link { words: link.printed.clone(), address });
        rest = after;
    }
    plain(rest, &mut pieces);
    RichText { label: String::new(), listed, pieces }
}

fn plain(words: &str, pieces: &mut Vec<Span>) {
    if !words.is_empty() {
        pieces.push(Span::Plain(words.into()));
    }
}

/// Returns the first printed address in the text that is a link, with what comes before and after it.
fn next_link<'a>(text: &'a str, links: &'a [Link]) -> Option<(&'a str, &'a Link, &'a str)> {
    // An empty text would be found everywhere. An address that leads nowhere today is no link.
    let found = links.iter().filter(|link| !link.printed.is_empty() && link.address().is_some());
    let found =
        found.filter_map(|link| text.split_once(&link.printed).map(|(before, after)| (before, link, after)));
    found.min_by_key(|(before, ..)| before.len())
}
