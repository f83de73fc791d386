//! One item of this year's beside what it continues, with last year's answer and the choice.

use super::super::sheet::said;
use super::reworded::{answered, guidance, questions};
use crate::route::Route;
use crate::state::status_of;
use crate::state::{AppState, Carrying};
use crate::ui::components::{Select, card, fold, hint, link, paragraph, select, status_mark};
use crate::ui::element::{El, el, fragment};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{CarryOverChoice, CarryOverNote, Id, ItemMatch};
use standards_met_core::catalogue::{EvidenceItem, ItemId};
use std::rc::Rc;

pub fn row(state: AppState, id: &Id, carrying: &Rc<Carrying>, item: &EvidenceItem) -> El {
    // What a person chose instead of what was found: nothing yet, what was found after all (empty), or an item.
    let other = RwSignal::new(None::<String>);
    let (of, of_item) = (carrying.clone(), item.clone());
    let id_of = id.clone();
    let shown = move |other: &Option<String>| {
        let found = of.matching.of(&of_item.id);
        let by_hand = match other {
            Some(other) => Some(vec![ItemId(other.clone())]).filter(|_| !other.is_empty()),
            // What was carried in from another than what is found.
            None => already(state, &id_of, &of_item.id)
                .map(|carried| carried.items)
                .filter(|items| found.is_none_or(|found| found.from != *items)),
        };
        match (by_hand, found) {
            (Some(items), _) => matched(state, &id_of, &of, &of_item, &items, None),
            (None, Some(found)) => matched(state, &id_of, &of, &of_item, &found.from, Some(found)),
            (None, None) => nothing_before(&of_item),
        }
    };
    let head = el("p")
        .class("app-standing")
        .child(status_mark({
            let status = status_of(state, id.clone(), item.id.clone());
            move || status.get()
        }))
        .text(" · ")
        .child(link(&Route::Item(id.clone(), item.id.clone()).href(), &format!("Open {}", item.id)));
    card()
        .class("app-card app-carry")
        .id(&format!("carry-item-{}", item.id))
        .attr("role", "group")
        .attr("aria-label", item.id.as_str())
        .swap(move || other.get(), shown)
        .child(another(carrying, item, other))
        .child(head)
}

fn nothing_before(item: &EvidenceItem) -> El {
    let question = el("h3")
        .child(el("span").class("app-id").text(item.id.as_str()))
        .text(&format!(" {}", item.question));
    fragment().child(question).child(paragraph("New: nothing of last year’s is like it.").class("app-hint"))
}

fn already(state: AppState, id: &Id, item: &ItemId) -> Option<CarryOverNote> {
    state.peek(id, |document| document.assessment.response(item).and_then(|one| one.carried())).flatten()
}

fn matched(
    state: AppState,
    id: &Id,
    carrying: &Rc<Carrying>,
    item: &EvidenceItem,
    from: &[ItemId],
    found: Option<&ItemMatch>,
) -> El {
    let year = &carrying.from.year;
    let old: Vec<&EvidenceItem> = carrying
        .old
        .as_ref()
        .map(|old| from.iter().filter_map(|item| old.item(item)).collect())
        .unwrap_or_default();
    let basis = match found {
        Some(found) => words::years::basis(found, year),
        None => words::years::chosen_by_you(from, year),
    };
    let note =
        found.and_then(|found| found.note.as_ref()).map(|note| hint(&format!("The edition says: {note}")));
    let before = state.answered_before(&carrying.from, from);
    let lines: Vec<String> = before.iter().flat_map(said).collect();
    let heading = el("h3").class("nhsuk-u-visually-hidden").text(&format!("{} {}", item.id, item.question));
    let choice = if lines.is_empty() {
        paragraph("There is nothing to carry over.").class("app-hint")
    } else {
        choice(state, id, item, from)
    };
    fragment()
        .child(heading)
        .child(paragraph(&basis).class("app-basis"))
        .maybe(note)
        .child(questions(&old, item, year))
        .maybe(guidance(&old, item, year))
        .child(el("h4").text(&words::years::answered_in(year)))
        .child(answered(&lines))
        .child(choice)
}

fn choice(state: AppState, id: &Id, item: &EvidenceItem, from: &[ItemId]) -> El {
    let (of, of_item) = (id.clone(), item.id.clone());
    let sources = from.to_vec();
    let now = move || {
        let found = state.with(&of, |document| {
            let response = document.assessment.response(&of_item)?;
            Some((response.carried()?, response.is_blank()))
        });
        found.flatten().filter(|(carried, _)| carried.items == sources)
    };
    let one = |choice: CarryOverChoice| {
        let input_id = format!("carry-choice-{}-{}", item.id, choice.name());
        let (id, item_id, from) = (id.clone(), item.id.clone(), from.to_vec());
        let chosen = now.clone();
        let input = el("input")
            .attr("type", "radio")
            .id(&input_id)
            .attr("name", &format!("carry-choice-{}", item.id))
            .live_checked(move || chosen().is_some_and(|(carried, _)| carried.choice == choice))
            .on("change", move |_| state.carry(&id, &item_id, &from, choice));
        el("div")
            .class("app-told")
            .child(input)
            .child(el("label").attr("for", &input_id).text(words::years::choice(choice)))
    };
    let choices = [CarryOverChoice::Carry, CarryOverChoice::Check, CarryOverChoice::Leave].map(one);
    let told = now.clone();
    el("fieldset")
        .class("nhsuk-fieldset")
        .child(el("legend").class("app-label").text(&format!("What becomes of it in {}?", item.id)))
        .child(el("div").class("app-told-row app-told-row--carry").children(choices))
        .child(el("p").class("app-hint").attr("role", "status").live_text(move || {
            told().map(|(carried, is_blank)| words::years::carried(&carried, is_blank)).unwrap_or_default()
        }))
}

/// Another of last year's answers than the one that was found, for who knows better.
fn another(carrying: &Rc<Carrying>, item: &EvidenceItem, other: RwSignal<Option<String>>) -> El {
    let opened = RwSignal::new(false);
    let (of, item_id) = (carrying.clone(), item.id.clone());
    let list = move || {
        let choices = of.old.as_ref().map(|old| {
            let words = |item: &EvidenceItem| (item.id.to_string(), format!("{} {}", item.id, item.question));
            old.items().map(words).collect()
        });
        select(Select {
            id: format!("carry-other-{item_id}"),
            label: "Last year’s item",
            none: "As it was found",
            choices: choices.unwrap_or_default(),
            value: Rc::new(move || other.get().unwrap_or_default()),
            on_choose: Rc::new(move |chosen: String| {
                other.set(Some(chosen).filter(|chosen| !chosen.is_empty()))
            }),
        })
    };
    fold("Take another of last year’s answers", false)
        .on("toggle", move |_| opened.set(true))
        .show_if(move || opened.get(), list)
}
