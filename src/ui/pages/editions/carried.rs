//! On an item's page: that its answer was carried over, and whether it still holds.

use super::reworded::{guidance, questions};
use crate::browser::clock;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{Weight, button, buttons, fold, link, paragraph};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use standards_met_core::assessment::{CarryOverNote, Id};
use standards_met_core::catalogue::{EvidenceItem, ItemId};

pub fn carried(state: AppState, id: &Id, item: &ItemId) -> El {
    let (of, of_item) = (id.clone(), item.clone());
    // Whether it waits, and what was noted: the page of the item is drawn once, and this follows.
    let now = move || {
        let found = state.with(&of, |document| {
            let response = document.assessment.response(&of_item)?;
            Some((response.carried()?, response.awaits_confirmation(), response.judgement.is_some()))
        });
        found.flatten()
    };
    let (id, item) = (id.clone(), item.clone());
    el("div").id("carried").attr("tabindex", "-1").swap(now, move |now| match now {
        Some((carried, waits, is_judged)) => note(state, &id, &item, carried, *waits, *is_judged),
        None => fragment(),
    })
}

fn note(
    state: AppState,
    id: &Id,
    item: &ItemId,
    carried: &CarryOverNote,
    waits: bool,
    is_judged: bool,
) -> El {
    let words = words::years::carried_note(carried, waits, |at| clock::day_of(at).in_words());
    let Some(words) = words else { return fragment() };
    let all = link(&Route::Carry(id.clone()).href(), "Last year’s answers").class("app-tap");
    if !waits {
        return el("p").class("app-hint").text(&words).text(" ").child(all);
    }
    let (of, of_item) = (id.clone(), item.clone());
    let confirm = button(Weight::Second, "It still holds", move || {
        state.confirm_carried(&of, std::slice::from_ref(&of_item));
        focus("#carried");
    });
    el("div")
        .class("app-carried")
        .child(el("p").child(el("b").text("From last year: ")).text(&words))
        .maybe(what_changed(state, id, item, carried))
        // Without a yes or a not yet there is nothing that could hold.
        .maybe(is_judged.then(|| buttons().child(confirm)))
        .child(el("p").child(all))
}

/// How the question has changed since, where last year's is on this device.
fn what_changed(state: AppState, id: &Id, item: &ItemId, carried: &CarryOverNote) -> Option<El> {
    let carrying = state.carrying(id)?;
    let old = carrying.old.as_ref()?;
    let before: Vec<&EvidenceItem> = carried.items.iter().filter_map(|item| old.item(item)).collect();
    let now = carrying.new.item(item)?;
    if before.len() != carried.items.len() {
        // Of a part of them nothing can be said.
        return None;
    }
    if before.iter().all(|one| one.question == now.question && one.tooltip == now.tooltip) {
        return Some(paragraph("The question and its guidance have the same words as last year."));
    }
    let year = &carried.year;
    Some(
        fold("How the question has changed", true)
            .child(questions(&before, now, year))
            .maybe(guidance(&before, now, year)),
    )
}
