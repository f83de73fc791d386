//! What changed: this assessment beside a snapshot, something set aside, or a file.

use super::changes_list::changes_list;
use super::not_found;
use super::up_to_overview;
use crate::browser::clock;
use crate::route::Route;
use crate::state::{AppState, Comparison, Version};
use crate::ui::closure::Command;
use crate::ui::components::{
    Select, Weight, button, buttons, card, file_field, hint, link, paragraph, select, title, title_block,
};
use crate::ui::element::{El, el, fragment};
use crate::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::report::Fact;
use standards_met_core::storage::Reason;
use std::cell::RefCell;
use std::rc::Rc;

/// What came of the last choice: a comparison, or why there is none.
type Outcome = Result<Comparison, String>;

pub fn changes(state: AppState, id: &Id) -> El {
    let Some(organisation) = state.peek(id, |document| document.assessment.organisation.name.clone()) else {
        return not_found(state, "assessment");
    };
    let outcome: Rc<RefCell<Option<Outcome>>> = Rc::default();
    // Says only that there is another outcome: a signal of its own for each type weighs kilobytes.
    let another = RwSignal::new(false);
    let show: Command<Outcome> = {
        let outcome = outcome.clone();
        Rc::new(move |found: Outcome| {
            outcome.replace(Some(found));
            another.update(|another| *another = !*another);
        })
    };
    let of_file = outcome.clone();
    let told = move |_: &bool| of_file.borrow().as_ref().map_or_else(fragment, said);
    let of_list = id.clone();
    let listed = move |_: &bool| match outcome.borrow().as_ref() {
        Some(Ok(found)) if found.changes.count() > 0 => list(state, &of_list, found),
        _ => fragment(),
    };
    fragment()
        .child(
            el("div")
                .class("app-no-print")
                .child(up_to_overview(id, &organisation))
                .child(title("What changed")),
        )
        .child(choice(state, id, &show))
        .child(el("div").attr("role", "status").swap(move || another.get(), told))
        .swap(move || another.get(), listed)
}

/// What to compare with.
fn choice(state: AppState, id: &Id, show: &Command<Outcome>) -> El {
    let versions = state.versions(id);
    let chosen = RwSignal::new(String::new());
    let aside = if versions.is_empty() {
        el("p")
            .class("app-hint")
            .text("There is no snapshot of it yet. You take one under ")
            .child(link(&Route::Data.href(), "Your data"))
            .text(", for example before a review, and see here what was changed since.")
    } else {
        let (of, show) = (id.clone(), show.clone());
        select(Select {
            id: "compare-with".into(),
            label: "Compare with",
            none: "Choose",
            choices: versions.iter().map(|one| (one.aside.to_string(), version(one))).collect(),
            value: Rc::new(move || chosen.get()),
            on_choose: Rc::new(move |aside: String| {
                chosen.set(aside.clone());
                if !aside.is_empty() {
                    let found = state.compare_with_version(&of, &Id(aside));
                    let unread = || "That version cannot be read. Nothing here has changed.".to_owned();
                    show.run(found.ok_or_else(unread));
                }
            }),
        })
    };
    let (of, show) = (id.clone(), show.clone());
    let file = file_field("compare-file", "Choose a file to compare with", move |file| {
        let (name, show) = (file.name(), show.clone());
        chosen.set(String::new());
        state.compare_with_file(&of, file, move |found| {
            show.run(found.map_err(|error| {
                format!(
                    "“{name}” could not be opened. {} Nothing here has changed.",
                    words::import_error(&error)
                )
            }));
        });
    });
    card()
        .class("app-card app-no-print")
        .child(paragraph(
            "See what is different between this assessment as it is now and another version of it, word for word. \
             Nothing changes.",
        ))
        .child(aside)
        .child(file)
}

fn version(version: &Version) -> String {
    match version.reason {
        // A person called it so.
        Reason::Snapshot => version.name.clone(),
        reason => format!(
            "{}, {} on {} at {}",
            version.name,
            words::reason(reason),
            clock::day_of(version.at).in_words(),
            clock::time_of_day(version.at),
        ),
    }
}

/// The outcome in a sentence or two.
fn said(outcome: &Outcome) -> El {
    let found = match outcome {
        Ok(found) => found,
        Err(words) => return paragraph(words).class("app-warning"),
    };
    let (day, time) = (clock::day_of(found.edited_at).in_words(), clock::time_of_day(found.edited_at));
    let other = format!("“{}” (last changed on {day} at {time})", found.with);
    let way = if found.is_newer {
        format!("from what is here to {other}, which is newer")
    } else {
        format!("from {other} to what is here now")
    };
    let words = match found.changes.count() {
        0 => format!("Nothing is different between {other} and what is here now."),
        changes => {
            let (changes, items) =
                (words::count(changes, "change"), words::count(found.changes.items.len(), "item"));
            format!("{changes}, in {items}: {way}.")
        }
    };
    let other_home = found.of_other.as_ref().map(|name| {
        el("p").class("app-warning").child(el("b").text("Please note: ")).text(&format!(
            "“{}” is another assessment, of {name}. What is different is shown all the same.",
            found.with
        ))
    });
    fragment().child(paragraph(&words)).maybe(other_home)
}

fn list(state: AppState, id: &Id, found: &Comparison) -> El {
    let (of, head) = (id.clone(), el("div").class("app-on-paper"));
    let (place, with) = (head.clone(), Fact::new("Compared with", &found.with));
    spawn_local(async move {
        let mut facts = state.title_facts(&of).await;
        facts.push(with);
        let _ = place.child(title_block("What changed", &facts));
    });
    fragment()
        .child(head)
        .child(buttons().child(button(Weight::Second, "Print this list", move || state.print())))
        .child(hint("What was removed is struck through, and what was added is underlined."))
        .child(card().class("app-card app-changed").child(changes_list(&found.edition, &found.changes)))
}
