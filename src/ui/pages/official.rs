//! For the official toolkit: what to enter where, one part at a time, with what has been entered.

use super::editing::Editing;
use super::not_found;
use super::up_to_overview;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button_link, card, link, official_entry, paragraph, title};
use crate::ui::element::{El, el, fragment};
use crate::words;
use standards_met_core::assessment::{EntryStatus, Id, entry};
use standards_met_core::catalogue::{EvidenceItem, ItemId};
use standards_met_core::exchange::Document;
use std::rc::Rc;

pub fn official(state: AppState, id: &Id, number: u8) -> El {
    let Some((organisation, part, others)) = state.peek(id, |document| {
        let edition = &document.edition;
        let others = edition.parts.iter().map(|part| (part.number, part.title.clone())).collect::<Vec<_>>();
        (document.assessment.organisation.name.clone(), edition.part(number).cloned(), others)
    }) else {
        return not_found(state, "assessment");
    };
    let Some(part) = part else {
        return not_found(state, "part");
    };
    let of = id.clone();
    let done = move || {
        let counts = state.with(&of, |document| counts(document, number)).unwrap_or_default();
        format!("{} of {} entered; {} ready to enter.", counts.0, counts.1, counts.2)
    };
    let tabs = others.iter().map(|(other, title)| {
        let tab = link(&Route::Official(id.clone(), *other).href(), &format!("{other} {title}"));
        el("li").child(tab.attr_if(*other == number, "aria-current", "page").class("app-tap"))
    });
    let next = others.iter().find(|(other, _)| *other > number).map(|(other, title)| {
        button_link(Weight::Main, &Route::Official(id.clone(), *other).href(), &format!("On to {title}"))
    });
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title(&format!("For the official toolkit: {}", part.title)))
        .child(
            paragraph(
                "Copy each box across to the official toolkit and tick what is there. You can stop at any moment and carry on \
                 later.",
            )
            .class("app-lead"),
        )
        .child(el("nav").attr("aria-label", "Parts").child(el("ul").class("app-inline").children(tabs)))
        .child(el("p").attr("role", "status").live_text(done))
        .children(part.items.iter().map(|item| one(state, id, item)))
        .maybe(next.map(|next| el("nav").class("app-foot").attr("aria-label", "Next step").child(next)))
}

/// How many items of a part are entered as they stand, how many there are, and how many could be entered.
fn counts(document: &Document, number: u8) -> (usize, usize, usize) {
    let items = document.edition.part(number).map(|part| part.items.as_slice()).unwrap_or_default();
    let of = |item: &EvidenceItem| {
        let response = document.assessment.response(&item.id);
        let entry = entry(item, response);
        (entry.entered(response) == EntryStatus::Yes, !entry.is_empty())
    };
    let entered = items.iter().filter(|item| of(item).0).count();
    let ready = items.iter().filter(|item| of(item) == (false, true)).count();
    (entered, items.len(), ready)
}

/// What to enter of one item, on its own page.
pub fn official_of(state: AppState, id: &Id, item: &ItemId) -> El {
    let found = state.peek(id, |document| document.edition.item(item).cloned()).flatten();
    found.map_or_else(fragment, |item| entry_of(state, id, &item))
}

/// What to enter; and where that is last year's and nobody has confirmed it, a word first.
fn entry_of(state: AppState, id: &Id, item: &EvidenceItem) -> El {
    let (of, of_item) = (id.clone(), item.id.clone());
    let waits = move || {
        let waits = |document: &Document| {
            document.assessment.response(&of_item).is_some_and(|response| response.awaits_confirmation())
        };
        state.with(&of, waits).unwrap_or_default()
    };
    let first = || {
        paragraph("This was carried over from last year. Confirm first, on the page of the item, that it still holds.")
            .class("app-warning")
    };
    fragment().show_if(waits, first).child(official_entry(editing(state, id, item).official()))
}

fn editing(state: AppState, id: &Id, item: &EvidenceItem) -> Editing {
    Editing { state, id: id.clone(), item: Rc::new(item.clone()) }
}

fn one(state: AppState, id: &Id, item: &EvidenceItem) -> El {
    let topic = item.topic.as_ref().map(|topic| words::capital(topic)).unwrap_or_default();
    card()
        .attr("role", "group")
        .attr("aria-label", item.id.as_str())
        .child(
            el("h2")
                .child(
                    link(&Route::Item(id.clone(), item.id.clone()).href(), item.id.as_str()).class("app-id"),
                )
                .text(&format!(" {topic}")),
        )
        .child(entry_of(state, id, item))
}
