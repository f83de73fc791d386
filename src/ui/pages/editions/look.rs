//! An edition as the manager will see it.

use super::super::not_found;
use super::here::source;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{fold, hint, in_short, link, paragraph, title, tooltip};
use crate::ui::element::{El, el, fragment};
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::{Edition, EvidenceItem, Part};
use standards_met_core::exchange::EditionRef;

/// One edition on this device.
pub fn edition(state: AppState, name: &EditionRef) -> El {
    let Some(edition) = state.edition_here(name) else { return not_found(state, "edition") };
    fragment()
        .child(el("p").class("app-caption").child(link(&Route::Editions.href(), "Editions")))
        .child(title(&edition.title))
        .child(paragraph(&words::editions::size(&edition)).class("app-lead"))
        .child(source(&edition.source, &edition.hash))
        .child(parts(&edition, "h2"))
}

/// Its parts with their items, each folded away but for its question.
/// `heading` is the level of their titles where they are shown.
pub fn parts(edition: &Edition, heading: &str) -> El {
    fragment().children(edition.parts.iter().map(|one| part(one, heading))).maybe(interview(edition))
}

fn part(part: &Part, heading: &str) -> El {
    let count = words::count(part.items.len(), "item");
    el("section")
        .child(el(heading).class("app-heading").text(&format!("{} {}", part.number, part.title)))
        .child(hint(&count))
        .children(part.items.iter().map(item))
}

fn item(item: &EvidenceItem) -> El {
    let facts = words::editions::facts(item);
    // Made when it is opened: a thousand tooltips at once would be slow.
    let opened = RwSignal::new(false);
    let shown = item.clone();
    let inside = move || {
        fragment()
            .maybe(in_short(&shown, true))
            .child(
                el("div").class("app-guide").child(el("h3").text("Official guidance")).child(tooltip(&shown)),
            )
            .child(el("ul").class("app-facts").children(facts.iter().map(|fact| el("li").text(fact))))
    };
    fold(&format!("{} {}", item.id, item.question), false)
        .class("app-more app-look")
        .on("toggle", move |_| opened.set(true))
        .show_if(move || opened.get(), inside)
}

/// What is asked about the organisation first.
fn interview(edition: &Edition) -> Option<El> {
    if edition.interview.is_empty() {
        return None;
    }
    let question =
        |question: &standards_met_core::catalogue::InterviewQuestion| el("li").text(&question.question);
    let list = el("ul").children(edition.interview.iter().map(question));
    let said = fold("Asked about the organisation first", false).child(list);
    Some(said)
}
