//! What came back from a reviewer: each remark beside how things are here now, taken in one by one or all at once.

use super::when;
use crate::route::Route;
use crate::state::{AppState, Returned};
use crate::ui::components::{Weight, button, buttons, card, hint, link, paragraph};
use crate::ui::element::{El, anew, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Remark, ReturnOutcome, Subject};
use std::rc::Rc;

/// What came back, while it waits for a choice.
pub fn returned(state: AppState) -> El {
    fragment().swap(anew(move || state.returned.track()), move |_| {
        state.returned.with_untracked(|returned| {
            returned.as_ref().map_or_else(fragment, |returned| shown(state, returned))
        })
    })
}

/// The ways of an offered file that have to do with reviewing, as buttons.
pub fn review_offer(state: AppState, assessment: &Id) -> El {
    let review = match state.reviewed_here(assessment) {
        Some(_) => "Go on reviewing with this file",
        None => "Review it",
    };
    let count = state.remarks_in_offer().len();
    let look = (count > 0).then(|| {
        let words = format!("See the {} in it", words::count(count, "review"));
        button(Weight::Second, &words, move || state.look_at_remarks_in_offer())
    });
    fragment().maybe(look).child(button(Weight::Second, review, move || state.review_offered()))
}

fn compared(state: AppState, id: &Id, remark: &Remark) -> ReturnOutcome {
    let found = state.with(id, |document| document.assessment.compare(&document.edition, remark));
    found.unwrap_or(ReturnOutcome::NotHere)
}

fn is_new(compared: ReturnOutcome) -> bool {
    matches!(compared, ReturnOutcome::Fresh | ReturnOutcome::ChangedSince)
}

fn shown(state: AppState, returned: &Returned) -> El {
    focus("#returned-heading");
    let Returned { file, id, remarks, warnings, check_code } = returned;
    let name = state.peek(id, |document| document.assessment.organisation.name.clone()).unwrap_or_default();
    let remarks: Rc<[Remark]> = remarks.as_slice().into();
    let mut reviewers: Vec<String> = Vec::new();
    for remark in remarks.iter() {
        let reviewer = words::review::reviewer(&remark.review.by());
        if !reviewers.contains(&reviewer) {
            reviewers.push(reviewer);
        }
    }
    let said = format!(
        "{}{}. Taking them in changes none of your answers, and can be undone. Check code {check_code}.",
        words::count(remarks.len(), "review"),
        if reviewers.is_empty() { String::new() } else { format!(" by {}", reviewers.join(" and ")) },
    );
    let warnings = warnings.iter().map(|warning| {
        el("p").class("app-warning").child(el("b").text("Please note: ")).text(&words::warning(warning))
    });
    let (of, all) = (id.clone(), remarks.clone());
    let new = move || {
        let new = all.iter().filter(|remark| is_new(compared(state, &of, remark)));
        new.cloned().collect::<Vec<_>>()
    };
    let (into, count) = (id.clone(), new.clone());
    let take_all = move |count: &usize| match *count {
        0 => el("p").child(el("b").text("Everything that can be taken in is here already.")),
        count => {
            let (into, new) = (into.clone(), new.clone());
            let words = if count == 1 { "Take it in".to_owned() } else { format!("Take in all {count}") };
            buttons().child(button(Weight::Main, &words, move || {
                state.take_remarks(&into, &untrack(&new));
                focus("#returned-heading");
            }))
        }
    };
    let rows = remarks.iter().enumerate().map(|(number, remark)| row(state, id, number, remark));
    card()
        .class("app-card app-card--next")
        .attr("aria-labelledby", "returned-heading")
        .child(paragraph(&format!("You opened {file}")).class("app-caption"))
        .child(
            el("h2")
                .id("returned-heading")
                .attr("tabindex", "-1")
                .text(&format!("Review of {name} came back")),
        )
        .child(paragraph(&said))
        .children(warnings)
        .swap(move || count().len(), take_all)
        .children(rows)
        .child(
            buttons()
                .child(button(Weight::Second, "I have finished with this review", move || {
                    state.decline_returned();
                    focus("h1");
                }))
                .child(
                    link(&Route::Review(id.clone()).href(), "Everything that reviewers say").class("app-tap"),
                ),
        )
}

fn row(state: AppState, id: &Id, number: usize, remark: &Remark) -> El {
    let about = match &remark.on {
        Subject::Item(item) => {
            let question =
                state.peek(id, |document| document.edition.item(item).map(|one| one.question.clone()));
            format!("{item} {}", question.flatten().unwrap_or_default())
        }
        Subject::Part(number) => format!("Part {number}"),
        Subject::Overall => "The assessment as a whole".into(),
    };
    let short = match &remark.on {
        Subject::Item(item) => item.0.clone(),
        _ => about.clone(),
    };
    let review = &remark.review;
    let verdict = review.verdict.map_or("Comments", words::review::verdict);
    let who = format!(" · {}, {}", words::review::reviewer(&review.by()), when(review));
    let comments = (!review.comments.trim().is_empty())
        .then(|| el("p").class("app-earlier__text").text(&review.comments));
    let key = format!("returned-{number}");
    let (of, seen, row) = (id.clone(), remark.clone(), format!("#{key}"));
    let (into, take) = (id.clone(), remark.clone());
    let words_of_button = format!("Take in the review of {short}");
    let stands = move |stands: &ReturnOutcome| {
        let state_words = hint(words::review::compared(*stands));
        if !is_new(*stands) {
            return state_words;
        }
        let (into, take, row) = (into.clone(), take.clone(), row.clone());
        fragment().child(state_words).child(button(Weight::Small, &words_of_button, move || {
            state.take_remarks(&into, std::slice::from_ref(&take));
            focus(&row);
        }))
    };
    el("div")
        .class("app-aside-row")
        .id(&key)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", &short)
        .child(el("h3").text(&about))
        .child(el("p").child(el("b").text(verdict)).text(&who))
        .maybe(comments)
        .swap(move || compared(state, &of, &seen), stands)
}
