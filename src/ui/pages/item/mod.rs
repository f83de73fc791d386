//! One evidence item: question, tooltip, answer, evidence, action.

mod answer;

use super::editing::Editing;
use super::not_found::not_found;
use super::part::status_of;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Weight, button_link, findings_list, fold, in_short, judgement_choice, link, status_mark, tooltip,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::later;
use crate::ui::words;
use answer::answer;
use leptos::prelude::{Get, RwSignal, Set, untrack};
use standards_met_core::assessment::{Edit, Finding, Id, findings_of, missing};
use standards_met_core::catalogue::ItemId;
use std::rc::Rc;

pub fn item(state: AppState, id: &Id, item: &ItemId) -> El {
    let Some(found) = state.peek(id, |document| {
        let edition = &document.edition;
        let found = edition.item(item).cloned()?;
        let (before, after) = edition.neighbours(item);
        let neighbours = [before, after].map(|item| item.map(|item| item.id.clone()));
        let part = edition.part_of(item).map(|part| (part.number, part.title.clone()))?;
        Some((found, part, edition.place_of(item)?, edition.items().count(), neighbours))
    }) else {
        return not_found(state, "assessment");
    };
    let Some((found, (part, part_title), place, total, [before, after])) = found else {
        return not_found(state, "item");
    };
    let editing = Editing { state, id: id.clone(), item: Rc::new(found) };
    let caption = el("p")
        .class("app-caption")
        .child(link(&Route::Part(id.clone(), part).href(), &format!("{part} {part_title}")))
        .text(&format!(" · item {place} of {total}"));
    let question = el("h1")
        .class("app-title")
        .attr("tabindex", "-1")
        .child(el("span").class("app-id").text(item.as_str()))
        .text(" ")
        .text(&editing.item.question);
    let guide = fold(&format!("Tooltip: the official guidance for {item}"), false)
        .class("app-guide-tap")
        .child(el("div").class("app-guide").child(tooltip(&editing.item)));
    let beside = el("aside")
        .class("app-guide app-guide--beside")
        .attr("aria-label", "Tooltip: the official guidance")
        .child(el("h2").text("Official guidance"))
        .child(tooltip(&editing.item));
    let judgement = editing.look(|response| response.judgement);
    // Whoever fills a sheet in for a home does not enter it in the official toolkit.
    let is_sheet = state.peek(id, |document| document.assessment.sheet_of.is_some()).unwrap_or_default();
    let answering = el("div")
        .maybe(in_short(&editing.item, !is_sheet))
        .child(guide)
        .child(later::carried(state, id, item))
        .child(judgement_choice(&editing.item, &judgement, &editing.on(Edit::Judge)))
        .child(still_missing(&editing))
        .child(to_look_at(&editing))
        .child(answer(&editing, &judgement))
        .maybe((!is_sheet).then(|| for_official_toolkit(&editing)))
        .child(later::reviews(state, id, item))
        .child(earlier_texts(&editing));
    fragment()
        .child(caption)
        .child(question)
        .child(el("p").class("app-standing").child(status_mark(status_of(state, id, item))))
        .child(el("div").class("app-two").child(answering).child(beside))
        .child(ways(id, before, after))
}

/// To the item before and the item after.
fn ways(id: &Id, before: Option<ItemId>, after: Option<ItemId>) -> El {
    let overview = Route::Overview(id.clone());
    let way = |item: Option<ItemId>, weight, words: &str, otherwise: &str| match item {
        Some(item) => {
            let words = format!("{words} {item}");
            button_link(weight, &Route::Item(id.clone(), item).href(), &words)
        }
        None => button_link(weight, &overview.href(), otherwise),
    };
    el("nav")
        .class("app-foot")
        .attr("aria-label", "Items")
        .child(way(before, Weight::Second, "Back to", "Back to the overview"))
        .child(way(after, Weight::Main, "Next:", "Finish: to the overview"))
}

/// What the item still lacks, once something has been given.
fn still_missing(editing: &Editing) -> El {
    let (state, id, item) = (editing.state, editing.id.clone(), editing.item.clone());
    let lacks = move || {
        let lacks = state.with(&id, |document| {
            let response = document.assessment.response(&item.id).filter(|response| !response.is_blank());
            response.map(|response| missing(&item, Some(response)))
        });
        lacks.flatten().unwrap_or_default()
    };
    el("div").attr("role", "status").swap(lacks, |lacks| {
        if lacks.is_empty() {
            return fragment();
        }
        let words: Vec<_> = lacks.iter().map(|lack| words::missing(*lack)).collect();
        el("p")
            .class("app-missing")
            .child(el("b").text("Still to do: "))
            .text(&format!("{}.", words.join("; ")))
    })
}

/// What to enter where, folded away until it is asked for: repeating every key press there would slow the typing.
fn for_official_toolkit(editing: &Editing) -> El {
    let editing = editing.clone();
    let entered = editing.look(|response| response.entered.is_some());
    let entered = untrack(|| entered.ask());
    let opened = RwSignal::new(entered);
    fold("What to enter in the official toolkit", entered)
        .on("toggle", move |_| opened.set(true))
        .show_if(move || opened.get(), move || later::official(editing.state, &editing.id, &editing.item.id))
}

/// What the item said before, folded away until it is asked for.
fn earlier_texts(editing: &Editing) -> El {
    let editing = editing.clone();
    let opened = RwSignal::new(false);
    fold("Earlier texts of this item", false)
        .on("toggle", move |_| opened.set(true))
        .show_if(move || opened.get(), move || later::earlier(editing.state, &editing.id, &editing.item.id))
}

/// What may be wrong with the answer. It says so and blocks nothing.
fn to_look_at(editing: &Editing) -> El {
    let (state, id, item) = (editing.state, editing.id.clone(), editing.item.id.clone());
    let found = move || {
        let today = state.today(&id);
        let found =
            state.with(&id, |document| findings_of(&document.edition, &document.assessment, &item, today));
        found.unwrap_or_default()
    };
    // Only how many there are is announced: the words change with every letter that is typed.
    let count = found.clone();
    let said = move || match count().len() {
        0 => String::new(),
        count => format!("{} worth a look", words::count(count, "thing")),
    };
    let list = |found: &Vec<Finding>| {
        if found.is_empty() { fragment() } else { el("div").class("app-missing").child(findings_list(found)) }
    };
    fragment().child(el("p").class("app-worth").attr("role", "status").live_text(said)).swap(found, list)
}
