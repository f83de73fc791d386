//! Last year's answers, one by one, to be carried over into this year's assessment.

use super::super::not_found;
use super::super::up_to_overview;
use super::carry_row::row;
use crate::route::Route;
use crate::state::{AppState, Carrying};
use crate::ui::components::{
    Weight, button, button_link, buttons, card, heading, hint, link, paragraph, tick, title,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{CarryOverChoice, Id};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use std::rc::Rc;

pub fn carry(state: AppState, id: &Id) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let head = fragment().child(up_to_overview(id, &organisation)).child(title("Last year’s answers"));
    let Some(carrying) = state.carrying(id) else {
        return head.child(begun_empty());
    };
    let Some(old) = carrying.old.clone() else {
        return head.child(not_here(&carrying));
    };
    let carrying = Rc::new(carrying);
    // Which are hidden: those that were decided when it was asked for. What is decided since stays, with the focus in it.
    let hidden = RwSignal::new(Vec::<String>::new());
    let ticked = RwSignal::new(false);
    let lead = format!(
        "What was answered in {}, beside what is asked now. Choose for each what comes over. Last year’s assessment stays as it \
         is.",
        carrying.from.title
    );
    let of = carrying.clone();
    let id_of = id.clone();
    let parts = carrying.new.parts.iter().map(|part| {
        let rows = part.items.iter().map(|item| {
            let view = row(state, &id_of, &of, item);
            let item = item.id.to_string();
            let is_hidden = move || hidden.with(|hidden| hidden.contains(&item));
            view.live_attr("hidden", move || is_hidden().then(String::new))
        });
        let rows: Vec<El> = rows.collect();
        el("section").child(heading(&format!("{} {}", part.number, part.title))).children(rows)
    });
    let parts: Vec<El> = parts.collect();
    let (of_filter, id_filter) = (carrying.clone(), id.clone());
    let filter = move |only: bool| {
        let decided = |item: &ItemId| untrack(|| is_decided(state, &id_filter, item));
        let all = of_filter.matching.items.iter().map(|(item, _)| item);
        hidden.set(all.filter(|item| only && decided(item)).map(ItemId::to_string).collect());
        ticked.set(only);
    };
    head.child(paragraph(&lead).class("app-lead"))
        .child(card().child(progress(state, id, &carrying)).child(at_once(state, id, &carrying)).child(tick(
            "carry-open",
            "Show only what is still to be decided",
            move || ticked.get(),
            Rc::new(filter),
        )))
        .child(what_is_what())
        .children(parts)
        .maybe(dropped(state, &carrying, &old))
        .child(
            buttons()
                .child(button_link(Weight::Main, &Route::Overview(id.clone()).href(), "Go to the overview"))
                .child(button_link(Weight::Second, &Route::Years(id.clone()).href(), "Year by year")),
        )
}

fn begun_empty() -> El {
    let words = el("p")
        .text("This assessment was begun empty. To carry answers over, start one under ")
        .child(link(&Route::Editions.href(), "Editions"))
        .text(" and choose last year’s assessment there.");
    card().child(words)
}

fn not_here(carrying: &Carrying) -> El {
    let words = el("p")
        .text(&format!(
            "The assessment that this one was begun from ({}) is not on this device any more. What was carried over is here. To \
             see the rest, open its file, or put it back from what was set aside, under ",
            carrying.from.title
        ))
        .child(link(&Route::Data.href(), "Your data"))
        .text(".");
    card().child(words)
}

/// Whether there is nothing to decide for an item: it was decided, or there is nothing to carry.
fn is_decided(state: AppState, id: &Id, item: &ItemId) -> bool {
    state
        .with(id, |document| document.assessment.response(item).and_then(|response| response.carried()))
        .flatten()
        .is_some()
}

/// The items that something can be carried into, with what they continue.
fn with_answers(state: AppState, carrying: &Carrying) -> Vec<(ItemId, Vec<ItemId>, bool)> {
    let some = carrying.matching.items.iter().filter_map(|(item, found)| {
        let found = found.as_ref()?;
        let any = state.answered_before(&carrying.from, &found.from).iter().any(|one| !one.is_blank());
        any.then(|| (item.clone(), found.from.clone(), found.reworded))
    });
    some.collect()
}

fn progress(state: AppState, id: &Id, carrying: &Rc<Carrying>) -> El {
    let (id, all) = (id.clone(), with_answers(state, carrying));
    let words = move || {
        let decided = all.iter().filter(|(item, ..)| is_decided(state, &id, item)).count();
        let waiting = state.with(&id, |document| {
            let responses = document.assessment.responses.iter();
            responses.filter(|response| response.awaits_confirmation()).count()
        });
        words::years::decided(decided, all.len(), waiting.unwrap_or_default())
    };
    el("p")
        .class("app-progress-line")
        .id("carry-progress")
        .attr("tabindex", "-1")
        .attr("role", "status")
        .live_text(words)
}

/// What can be carried over at once: only what is asked with the very same words.
fn at_once(state: AppState, id: &Id, carrying: &Rc<Carrying>) -> El {
    let same: Vec<(ItemId, Vec<ItemId>)> = with_answers(state, carrying)
        .into_iter()
        .filter(|(_, _, reworded)| !reworded)
        .map(|(item, from, _)| (item, from))
        .collect();
    let of = id.clone();
    let left = move || {
        // What was answered by hand this year is not added to unasked.
        let own = |item: &ItemId| {
            let given = |document: &Document| {
                document.assessment.response(item).is_some_and(|response| !response.is_blank())
            };
            state.with(&of, given).unwrap_or_default()
        };
        let left = same.iter().filter(|(item, _)| !is_decided(state, &of, item) && !own(item));
        left.cloned().collect::<Vec<_>>()
    };
    let id = id.clone();
    fragment().swap(left, move |left: &Vec<(ItemId, Vec<ItemId>)>| {
        if left.is_empty() {
            return fragment();
        }
        let (id, all) = (id.clone(), left.clone());
        let name = words::years::carry_the_same(left.len());
        fragment().child(button(Weight::Second, &name, move || {
            state.carry_all(&id, &all, CarryOverChoice::Carry);
            // The button goes, and the focus would go with it.
            focus("#carry-progress");
        }))
    })
}

fn what_is_what() -> El {
    let one = |name: &str, words: &str| el("li").child(el("b").text(name)).text(words);
    let list = el("ul")
        .child(one("Carry: ", "the whole answer comes over, with your yes or not yet. It is marked until you confirm that it still holds."))
        .child(one("Carry and check: ", "the texts, documents and actions come over, and you answer yes or not yet anew."))
        .child(one("Leave: ", "nothing comes over. You can still see last year’s answer here."));
    fragment().child(list).child(hint(
        "What reviewers said, and the questions about your organisation, stay with last year: things may have changed.",
    ))
}

/// What was answered and is not asked any more.
fn dropped(state: AppState, carrying: &Carrying, old: &standards_met_core::catalogue::Edition) -> Option<El> {
    let answered = |item: &&ItemId| {
        let found = state.answered_before(&carrying.from, std::slice::from_ref(*item));
        found.iter().any(|response| !response.is_blank())
    };
    let row = |item: &ItemId| {
        let question = old.item(item).map(|item| item.question.clone()).unwrap_or_default();
        let route = Route::Item(carrying.from.assessment.clone(), item.clone());
        el("li").child(link(&route.href(), item.as_str()).class("app-tap")).text(&format!(" {question}"))
    };
    let all: Vec<El> = carrying.matching.dropped.iter().filter(answered).map(row).collect();
    (!all.is_empty()).then(|| {
        el("section")
            .child(heading("Answered last year, and not asked any more"))
            .child(hint("Each stays where it is, in last year’s assessment."))
            .child(el("ul").class("app-dropped").children(all))
    })
}
