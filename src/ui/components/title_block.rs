//! What stands at the top of everything that is printed: what it is, whose, of which day, with which check code.

use super::outside_link;
use crate::ui::element::{El, el, fragment};
use standards_met_core::report::{Fact, RichText, Span};

/// A longer text is not laid out on screen before it is seen.
const LONG: usize = 2_000;

/// The title, and what stands below it.
pub fn title_block(title: &str, facts: &[Fact]) -> El {
    let facts = facts.iter().map(|fact| {
        let value = fact.value.iter().map(report_text);
        el("div").child(el("dt").text(&fact.name)).child(el("dd").children(value))
    });
    el("header")
        .class("app-paper__head")
        .child(el("h2").text(title))
        .child(el("dl").class("app-paper__facts").children(facts))
}

/// A paragraph of a report.
pub fn report_text(text: &RichText) -> El {
    let colon = if text.label.ends_with('?') { "" } else { ":" };
    let label = (!text.label.is_empty()).then(|| el("b").text(&format!("{}{colon} ", text.label)));
    let pieces = text.pieces.iter().map(|piece| match piece {
        Span::Plain(words) => fragment().text(words),
        Span::Link { words, address } => {
            let link = outside_link(address, words);
            // On paper nobody can follow it, so the address is written out where the words do not say it.
            let written = words.contains(address.as_str());
            if written { link } else { link.class("app-paper__link").attr("data-address", address) }
        }
    });
    let class = match text.listed {
        true => "app-paper__text app-paper__text--listed",
        // Laid out only where it is seen, and on paper: a megabyte takes a second.
        false if text.length() > LONG => "app-paper__text app-paper__text--long",
        false => "app-paper__text",
    };
    el("p").class(class).maybe(label).children(pieces)
}
