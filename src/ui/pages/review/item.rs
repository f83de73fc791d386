//! One item of a copy for reviewing: the answer to read, and what the reviewer says of it.

use super::{About, as_reviewer, fields, received, sent_name};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{
    Weight, button, button_link, card, findings_list, fold, heading, hint, link, paragraph, status_mark,
    tooltip,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Finding, Hit, Id, Response, Subject, findings_of, status, weakness};
use standards_met_core::catalogue::{Edition, EvidenceItem, ItemId};
use std::rc::Rc;

/// The keys that lead to the item before and the item after.
const BEFORE: &str = "p";
const AFTER: &str = "n";

pub fn item(state: AppState, id: &Id, item: &ItemId) -> El {
    let found = state.peek(id, |document| {
        let found = document.edition.item(item).cloned()?;
        Some((found, document.edition.clone()))
    });
    let Some((found, edition)) = found.flatten() else {
        return super::not_found(state, "item");
    };
    let (place, total) = (edition.place_of(item).unwrap_or_default(), edition.items().count());
    let (before, after) = around(&edition, item, &state.to_see(id));
    let caption = el("p")
        .class("app-caption")
        .child(link(&Route::Review(id.clone()).href(), &format!("Review of {}", sent_name(state, id))))
        .text(&format!(" · item {place} of {total}"));
    let question = el("h1")
        .class("app-title")
        .attr("tabindex", "-1")
        .child(el("span").class("app-id").text(item.as_str()))
        .text(" ")
        .text(&found.question);
    let to = [(BEFORE, before.clone()), (AFTER, after.clone())];
    let (from, of) = (id.clone(), id.clone());
    // Shown anew only when the reviewer wants it: what they read stays there while they write of it.
    let looked = RwSignal::new(0_u32);
    el("div")
        .on("keydown", move |event| {
            let Some(pressed) = event.plain_key() else { return };
            for (key, item) in &to {
                if *key == pressed {
                    state.go(&page(&from, item.as_ref()));
                }
            }
        })
        .child(caption)
        .child(question)
        .swap(
            move || looked.get(),
            move |_| {
                reviewed(state, &of, &found, move || {
                    looked.update(|times| *times += 1);
                    focus("h1");
                })
            },
        )
        .child(ways(id, before, after))
}

/// The answer as it is when it is shown, and what the reviewer says of just that.
fn reviewed(state: AppState, id: &Id, item: &EvidenceItem, look_again: impl Fn() + Clone + 'static) -> El {
    let response = state.peek(id, |document| document.assessment.response(&item.id).cloned()).flatten();
    let empty = Response::empty(item.id.clone());
    let answer_sha256: Rc<str> = response.as_ref().unwrap_or(&empty).answer_sha256().into();
    let about = About { on: Subject::Item(item.id.clone()), answer: Some(answer_sha256.clone()) };
    let stands = status(item, response.as_ref());
    let guide = fold(&format!("Tooltip: the official guidance for {}", item.id), false)
        .child(el("div").class("app-guide").child(tooltip(item)));
    let (key, of, said) = (item.id.0.clone(), id.clone(), about.clone());
    fragment()
        .child(el("p").class("app-standing").child(status_mark(move || stands)))
        .child(guide)
        .child(heading("The home’s answer"))
        .child(another(state, id, &item.id, answer_sha256, look_again))
        .child(answer(response.as_ref()))
        .child(to_look_at(state, id, item, response.as_ref()))
        .child(heading("Your review"))
        .child(as_reviewer(state, move || fields(state, &of, &key, &said)))
        .child(received::earlier(state, id, &about))
}

/// Says that the answer is another by now than the one that is shown.
fn another(
    state: AppState,
    id: &Id,
    item: &ItemId,
    shown: Rc<str>,
    look_again: impl Fn() + Clone + 'static,
) -> El {
    let (id, item) = (id.clone(), item.clone());
    let is_another = move || {
        let now =
            state.with(&id, |document| document.assessment.response(&item).map(Response::answer_sha256));
        let none = || Response::empty(item.clone()).answer_sha256();
        now.is_some_and(|now| now.unwrap_or_else(none) != *shown)
    };
    el("div").attr("role", "status").show_if(is_another, move || {
        card()
            .child(paragraph(
                "A newer file of this home was opened in another tab, and this answer is another in it. Below is the answer \
                 as it was when you opened this page: what you say here is kept with that one.",
            ))
            .child(button(Weight::Second, "Show the new answer", look_again.clone()))
    })
}

/// The items before and after this one among those that the reviewer wants to see.
fn around(edition: &Edition, item: &ItemId, wanted: &[Hit]) -> (Option<ItemId>, Option<ItemId>) {
    let (mut before, mut after, mut passed) = (None, None, false);
    for one in edition.items() {
        if one.id == *item {
            passed = true;
        } else if wanted.iter().any(|hit| hit.item == one.id) {
            if passed {
                after = Some(one.id.clone());
                break;
            }
            before = Some(one.id.clone());
        }
    }
    (before, after)
}

/// The page of an item, or the list where there is none.
fn page(id: &Id, item: Option<&ItemId>) -> Route {
    item.map_or_else(|| Route::Review(id.clone()), |item| Route::ReviewItem(id.clone(), item.clone()))
}

fn ways(id: &Id, before: Option<ItemId>, after: Option<ItemId>) -> El {
    let way = |item: Option<ItemId>, weight, words: &str, otherwise: &str| {
        let words = item.as_ref().map_or_else(|| otherwise.to_owned(), |item| format!("{words} {item}"));
        button_link(weight, &page(id, item.as_ref()).href(), &words)
    };
    fragment()
        .child(hint("With a keyboard: N for the next item, P for the one before, outside of the text boxes."))
        .child(
            el("nav")
                .class("app-foot")
                .attr("aria-label", "Items")
                .child(way(before, Weight::Second, "Back to", "Back to the list"))
                .child(way(after, Weight::Main, "Next:", "Finish: to the list")),
        )
}

/// What the home answered, as text.
fn answer(response: Option<&Response>) -> El {
    let Some(response) = response.filter(|response| !response.is_blank()) else {
        return hint("Nothing yet.");
    };
    let row = |name: &str, text: &str| {
        (!text.trim().is_empty()).then(|| {
            el("div")
                .child(el("dt").text(name))
                .child(el("dd").child(el("div").class("app-boxes__text").text(text)))
        })
    };
    let judged = response.judgement.map_or("No choice yet", words::judgement);
    let documents = response.evidence.iter().filter(|one| !one.is_blank()).filter_map(|one| {
        let approved = one.approved_on.map(|day| format!(", last approved {}", day.in_words()));
        row("Document", &format!("{}: {}{}", one.title, one.location, approved.unwrap_or_default()))
    });
    let actions = response.actions.iter().filter(|action| !action.is_blank()).filter_map(|action| {
        let due = action.due.map(|day| format!(", by {}", day.in_words())).unwrap_or_default();
        let done = if action.done { ", done" } else { "" };
        row("Action", &format!("{} ({}){due}{done}", action.what, action.owner))
    });
    el("dl")
        .class("app-boxes")
        .maybe(row("Does the home do this?", judged))
        .maybe(row("Why it does not apply", &response.not_applicable_reason))
        .maybe(row("Answer", &response.answer))
        .maybe(row("Comments of the home", &response.comments))
        .children(documents)
        .children(actions)
}

/// What makes the answer weak.
fn to_look_at(state: AppState, id: &Id, item: &EvidenceItem, response: Option<&Response>) -> El {
    let today = state.today(id);
    let found: Vec<Finding> = state
        .peek(id, |document| findings_of(&document.edition, &document.assessment, &item.id, today))
        .unwrap_or_default();
    let weak = response.and_then(|response| weakness(item.kind, response));
    if found.is_empty() && weak.is_none() {
        return fragment();
    }
    el("div")
        .class("app-missing")
        .child(el("p").child(el("b").text("Worth a look:")))
        .maybe(weak.map(|weak| paragraph(&words::review::weakness(weak))))
        .child(findings_list(&found))
}
