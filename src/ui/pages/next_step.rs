//! The one next thing: which item, why that one, how long it takes, and who can do it.

use crate::route::Route;
use crate::state::AppState;
use crate::ui::closure::Live;
use crate::ui::components::{Select, Weight, button, button_link, buttons, card, paragraph, select};
use crate::ui::element::{El, el, fragment};
use crate::ui::later;
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, NextItem, NextReason, Tally};
use standards_met_core::catalogue::Role;
use std::rc::Rc;

/// On a sheet for somebody else, who is answering is known.
pub fn next_step(state: AppState, id: &Id, tally: Live<Tally>, is_sheet: bool) -> El {
    let role = RwSignal::new(String::new());
    // How many were passed over with "Something else".
    let passed = RwSignal::new(0_usize);
    let (of, at) = (id.clone(), id.clone());
    let chosen = move || {
        let all = state.next(&of, Role::parse(&role.get()));
        let place = passed.get().checked_rem(all.len()).unwrap_or_default();
        (all.get(place).cloned(), all.len(), role.with(String::is_empty))
    };
    let view = move |(next, left, everybody): &(Option<NextItem>, usize, bool)| match next {
        Some(next) => one(state, &at, next, *left, passed, is_sheet),
        None if *everybody => all_done(state, &at, &tally.ask(), is_sheet),
        None => fragment()
            .child(paragraph("Your next step").class("app-caption"))
            .child(el("h2").text("Nothing is left that this person can answer"))
            .child(paragraph("Choose somebody else below, or see what is left in the parts.")),
    };
    let who = move || {
        select(Select {
            id: "next-who".into(),
            label: "Who is answering now?",
            none: "Anybody",
            choices: Role::ALL.map(|role| (role.name().into(), words::role(role).into())).into(),
            value: Rc::new(move || role.get()),
            on_choose: Rc::new(move |name| {
                passed.set(0);
                role.set(name);
            }),
        })
    };
    let (of, began) = (id.clone(), id.clone());
    let untouched = move || {
        let untouched = state.with(&began, |document| {
            let assessment = &document.assessment;
            let told =
                document.edition.interview.iter().any(|question| assessment.told(&question.id).is_some());
            !document.edition.interview.is_empty()
                && !told
                && assessment.tally(&document.edition).started() == 0
        });
        untouched.unwrap_or_default()
    };
    card().class("app-card app-card--next").swap(untouched, move |untouched| {
        if *untouched {
            return interview_first(&of, state.next(&of, None).first());
        }
        fragment()
            .child(el("div").attr("aria-live", "polite").swap(chosen.clone(), view.clone()))
            .maybe((!is_sheet).then(|| el("div").class("app-next-who").child(who())))
    })
}

fn one(
    state: AppState,
    id: &Id,
    next: &NextItem,
    left: usize,
    passed: RwSignal<usize>,
    is_sheet: bool,
) -> El {
    let found = state.peek(id, |document| {
        let item = document.edition.item(&next.item)?;
        let name = item.topic.as_ref().map_or_else(|| item.question.clone(), |topic| words::capital(topic));
        Some((name, item.question.clone(), item.minutes, item.who.clone()))
    });
    let (name, question, minutes, who) = found.flatten().unwrap_or_default();
    let time = minutes.map(|minutes| format!(" · about {minutes} minutes")).unwrap_or_default();
    let go = if matches!(next.why, NextReason::Unfinished | NextReason::Begun) {
        "Carry on"
    } else {
        "Go to this one"
    };
    let by = if is_sheet { String::new() } else { format!(" · by {}", words::by(&who)) };
    let something_else = (left > 1).then(|| {
        button(Weight::Second, "Something else", move || {
            passed.update(|passed| *passed += 1);
            // The pressed button is made anew with its step.
            focus("#something-else");
        })
        .id("something-else")
    });
    fragment()
        .child(paragraph(&format!("Your next step{time}{by}")).class("app-caption"))
        .child(el("h2").child(el("span").class("app-id").text(next.item.as_str())).text(&format!(" {name}")))
        .child(paragraph(&question))
        .child(el("p").class("app-hint").text(&words::why(&next.why)))
        .child(
            buttons()
                .child(button_link(Weight::Main, &Route::Item(id.clone(), next.item.clone()).href(), go))
                .maybe(something_else),
        )
}

/// Before the first answer: the few questions that may settle many.
fn interview_first(id: &Id, first: Option<&NextItem>) -> El {
    let instead = first.map(|next| {
        let words = format!("Start with {} instead", next.item);
        button_link(Weight::Second, &Route::Item(id.clone(), next.item.clone()).href(), &words)
    });
    fragment()
        .child(paragraph("Before you begin · about 3 minutes · by you").class("app-caption"))
        .child(el("h2").text("First, a few easy questions about your organisation"))
        .child(paragraph(
            "From your answers we can tell which of the official questions do not apply to you.",
        ))
        .child(
            buttons()
                .child(button_link(
                    Weight::Main,
                    &Route::Interview(id.clone()).href(),
                    "Answer the easy questions",
                ))
                .maybe(instead),
        )
}

fn all_done(state: AppState, id: &Id, tally: &Tally, is_sheet: bool) -> El {
    let planned = tally.total() - tally.settled();
    let text = match planned {
        _ if is_sheet => "Every question is answered. Export the file, and send it back to the home that asked.".to_owned(),
        0 => "Every item is met or does not apply. Export a file, and copy your answers into the official toolkit."
            .to_owned(),
        1 => "Every item is answered, and one has an action planned. See what is still to be done.".to_owned(),
        _ => format!("Every item is answered, and {planned} have an action planned. See what is still to be done."),
    };
    fragment()
        .child(paragraph("You have been through everything").class("app-caption"))
        .child(el("h2").text("Well done"))
        .child(paragraph(&text))
        .child(match planned {
            0 => {
                let id = id.clone();
                button(Weight::Main, "Export the file to hand on", move || later::export(state, &id))
            }
            _ => button_link(Weight::Main, &Route::ActionPlan(id.clone()).href(), "See the action plan"),
        })
}
