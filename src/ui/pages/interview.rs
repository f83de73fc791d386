//! About your organisation: a few easy questions, and the items that they settle.

use super::not_found;
use super::up_to_overview;
use crate::route::Route;
use crate::state::AppState;
use crate::ui::closure::{Command, Live};
use crate::ui::components::{
    Weight, button, button_link, card, heading, hint, link, paragraph, title, told_choice,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use standards_met_core::assessment::{Finding, FindingKind, Id, YesNoUnsure, suggestions};
use standards_met_core::catalogue::{InterviewQuestion, ItemId};
use std::rc::Rc;

pub fn interview(state: AppState, id: &Id) -> El {
    let Some((organisation, questions)) = state.peek(id, |document| {
        (document.assessment.organisation.name.clone(), document.edition.interview.clone())
    }) else {
        return not_found(state, "assessment");
    };
    let (of, total) = (id.clone(), questions.len());
    let answered = move || {
        let told = state.with(&of, |document| {
            let interview = &document.edition.interview;
            interview.iter().filter(|question| document.assessment.told(&question.id).is_some()).count()
        });
        format!("{} of {total} answered", told.unwrap_or_default())
    };
    let asked = card()
        .child(el("h2").text("Easy questions"))
        .child(el("p").class("app-hint").attr("role", "status").live_text(answered))
        .children(questions.iter().map(|question| one_question(state, id, question)));
    let overview = Route::Overview(id.clone()).href();
    fragment()
        .child(up_to_overview(id, &organisation))
        .child(title("About your organisation"))
        .child(
            paragraph(
                "A few easy questions, about three minutes. From your answers we can tell which of the official questions \
                 do not apply to you. “Not sure” is fine, and you can change an answer at any time.",
            )
            .class("app-lead"),
        )
        .child(
            el("div")
                .class("app-two")
                .child(el("div").child(asked))
                .child(el("aside").attr("aria-label", "What follows from it").child(what_follows(state, id))),
        )
        .child(el("nav").class("app-foot").attr("aria-label", "Next step").child(button_link(
            Weight::Main,
            &overview,
            "On to your overview",
        )))
}

fn one_question(state: AppState, id: &Id, question: &InterviewQuestion) -> El {
    let (of, name) = (id.clone(), question.id.clone());
    let told: Live<Option<YesNoUnsure>> =
        Rc::new(move || state.with(&of, |document| document.assessment.told(&name)).flatten());
    let (of, name) = (id.clone(), question.id.clone());
    let on_choose: Command<Option<YesNoUnsure>> = Rc::new(move |answer| state.tell_about(&of, &name, answer));
    told_choice(question, &told, &on_choose)
}

/// What is suggested and waits to be accepted, and what has been.
fn what_follows(state: AppState, id: &Id) -> El {
    let of = id.clone();
    let suggested = move || {
        let found = state.with(&of, |document| {
            let found = suggestions(&document.edition, &document.assessment);
            found.into_iter().map(|(item, reason)| (item.id.clone(), reason.to_owned())).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    };
    let (of, at) = (id.clone(), id.clone());
    let accepted = move || {
        let found = state.with(&of, |document| {
            let settled = document.assessment.responses.iter().filter(|response| response.suggested);
            settled.map(|response| response.item.clone()).collect::<Vec<_>>()
        });
        found.unwrap_or_default()
    };
    let (of, checks) = (id.clone(), Route::Checks(id.clone()).href());
    let unfit = move || {
        let of_interview = |finding: &Finding| {
            matches!(
                finding.kind,
                FindingKind::AppliesByInterview { .. } | FindingKind::DoesNotApplyByInterview
            )
        };
        state.findings(&of).into_iter().filter(of_interview).map(|finding| finding.item.0).collect::<Vec<_>>()
    };
    let id = id.clone();
    fragment()
        .swap(unfit, move |items| does_not_fit(items, &checks))
        .child(
            card()
                .id("follows")
                .attr("tabindex", "-1")
                .child(el("h2").text("What does not apply to you"))
                .swap(suggested, move |found| waiting(state, &id, found)),
        )
        .swap(accepted, move |items| if items.is_empty() { fragment() } else { already(&at, items) })
}

/// Answers given before that what is told here contradicts. They stay as they are.
fn does_not_fit(items: &[String], checks: &str) -> El {
    if items.is_empty() {
        return fragment();
    }
    let words =
        format!("Your answer to {} does not fit what you say here. It stays as it is. ", items.join(", "));
    el("div")
        .class("app-missing")
        .attr("role", "status")
        .child(el("p").text(&words).child(link(checks, "See the checks")))
}

fn waiting(state: AppState, id: &Id, found: &[(ItemId, String)]) -> El {
    if found.is_empty() {
        return hint("Answer “No”, and what falls away appears here for you to accept.");
    }
    let row = |(item, reason): &(ItemId, String)| {
        let (of, one) = (id.clone(), item.clone());
        let accept = move || {
            state.accept(&of, std::slice::from_ref(&one));
            focus("#follows");
        };
        el("li")
            .child(
                el("p")
                    .child(link(&Route::Item(id.clone(), item.clone()).href(), item.as_str()))
                    .text(&format!(" {reason}")),
            )
            .child(button(Weight::Small, &format!("Accept {item}"), accept))
    };
    let (of, all) = (id.clone(), found.iter().map(|(item, _)| item.clone()).collect::<Vec<_>>());
    let accept_all = move || {
        state.accept(&of, &all);
        focus("#follows");
    };
    fragment()
        .child(paragraph(&format!(
            "{} can be “not applicable”, for the reason printed in the official guidance:",
            words::count(found.len(), "item")
        )))
        .child(el("ul").class("app-suggested").children(found.iter().map(row)))
        .maybe(
            (found.len() > 1)
                .then(|| button(Weight::Main, &format!("Accept all {}", found.len()), accept_all)),
        )
}

fn already(id: &Id, items: &[ItemId]) -> El {
    let one = |item: &ItemId| {
        el("li").child(link(&Route::Item(id.clone(), item.clone()).href(), item.as_str()).class("app-tap"))
    };
    card()
        .child(heading("Accepted as not applicable"))
        .child(el("ul").class("app-inline").children(items.iter().map(one)))
        .child(hint("Should one of your answers change, these open again by themselves."))
}
