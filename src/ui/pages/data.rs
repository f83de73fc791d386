//! Your data: what is on this device, export, import, remove.

use super::handing::{check_a_copy, pasted_text, share_button};
use super::locked::{export_locked, locked_file};
use super::offer::offered_file;
use super::review::returned;
use super::safety::{copy_line, kept_file, safety};
use super::set_aside::{set_aside, snapshot};
use crate::browser::{clock, page};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::closure::Live;
use crate::ui::components::{
    TextField, Weight, button, button_link, buttons, card, file_field, form, heading, link, paragraph,
    submit, text_field, title,
};
use crate::ui::element::{El, anew, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use std::rc::Rc;

/// What has to be typed to remove an assessment.
const CONFIRMATION: &str = "remove";

/// Which form is open, as its kind and the assessment's identifier. One at a time, so that none is confirmed by mistake.
pub(super) type OpenForm = RwSignal<String>;

pub fn data(state: AppState) -> El {
    let open_form = OpenForm::default();
    let ids = move || {
        state
            .documents
            .with(|documents| documents.iter().map(|d| d.assessment.id.clone()).collect::<Vec<_>>())
    };
    let nothing = move || {
        let words = el("p")
            .text("There is no assessment on this device yet. ")
            .child(link(&Route::Start.href(), "Start one"))
            .text(", or open a file.");
        card().child(words)
    };
    let open = card()
        .child(paragraph(
            "Choose a file that was exported from this page, here or on another device, or drop it anywhere on the \
             page. You see what is in it before anything changes.",
        ))
        .child(file_field("data-file", "Choose a file", move |file| state.open(Some(file))))
        .child(pasted_text(state));
    fragment()
        .child(title("Your data"))
        .child(
            paragraph(
                "Everything is kept in this browser, on this device, and nowhere else. Export a file to keep a copy or \
                 to hand it on.",
            )
            .class("app-lead"),
        )
        .swap(
            anew(move || state.offer.track()),
            move |_| {
                state.offer.with_untracked(|offer| {
                    offer.as_ref().map_or_else(fragment, |offer| offered_file(state, offer))
                })
            },
        )
        .swap(
            anew(move || state.locked.track()),
            move |_| {
                state.locked.with_untracked(|locked| {
                    locked.as_ref().map_or_else(fragment, |locked| locked_file(state, &locked.file))
                })
            },
        )
        .child(returned(state))
        .child(heading("On this device"))
        .show_if(move || ids().is_empty(), nothing)
        .each(ids, move |id| assessment_card(state, &id, open_form))
        .child(heading("Open a file"))
        .child(open)
        .child(check_a_copy(state))
        .show_if(move || state.set_aside.with(|all| !all.is_empty()), move || set_aside(state))
        .child(safety(state))
        .child(elsewhere())
}

/// Where one goes from here for what concerns the whole device.
fn elsewhere() -> El {
    let entry = |route: Route, text: &str| el("li").child(link(&route.href(), text).class("app-tap"));
    el("ul")
        .class("app-inline")
        .child(entry(Route::Editions, "Editions: the toolkit of other years"))
        .child(entry(Route::Homes, "Your homes: many files in one table"))
        .maybe((!page::is_one_file()).then(|| entry(Route::HomeScreen, "Add to the home screen")))
        .child(entry(Route::Clear, "Clear this device"))
}

fn assessment_card(state: AppState, id: &Id, open: OpenForm) -> El {
    let is_open = move |this: &str| open.with(|open| open == this);
    let of = id.clone();
    let name: Live<String> = Rc::new(move || {
        state.with(&of, |document| document.assessment.organisation.name.clone()).unwrap_or_default()
    });
    let of = id.clone();
    let detail = move || {
        let detail = state.with(&of, |document| {
            let assessment = &document.assessment;
            let tally = assessment.tally(&document.edition);
            let code = match assessment.organisation.ods_code.as_str() {
                "" => String::new(),
                code => format!("ODS code {code} · "),
            };
            let day = clock::day_of(assessment.edited_at).in_words();
            let year = &document.edition.year;
            format!(
                "{year} · {code}{} of {} answered · last changed on {day}",
                tally.started(),
                tally.total()
            )
        });
        detail.unwrap_or_default()
    };
    let opens = move |this: String, text: &str, field: &'static str| {
        let shown = this.clone();
        let toggle = move || {
            let next = if untrack(|| is_open(&this)) { String::new() } else { this.clone() };
            open.set(next);
            focus(field);
        };
        button(Weight::Second, text, toggle)
            .live_attr("aria-expanded", move || Some(is_open(&shown).to_string()))
    };
    let (renaming, removing) = (format!("rename {id}"), format!("remove {id}"));
    let snapping = format!("snapshot {id}");
    let (export_id, copy_id) = (id.clone(), id.clone());
    let ways = buttons()
        .child(button(Weight::Main, "Export a file", move || state.export(&export_id)))
        .maybe(share_button(state, id))
        .child(opens(renaming.clone(), "Rename", "#rename-name"))
        .child(opens(snapping.clone(), "Take a snapshot", "#snapshot-name"))
        .child(button_link(Weight::Second, &Route::Changes(id.clone()).href(), "What changed"))
        .child(button(Weight::Second, "Copy", move || state.duplicate(&copy_id)))
        .child(opens(removing.clone(), "Remove", "#remove-word"));
    let (shown, label, renamed, removed) = (name.clone(), name.clone(), id.clone(), id.clone());
    let snapped = id.clone();
    card()
        .attr("role", "group")
        .live_attr("aria-label", move || Some(label.ask()))
        .child(
            el("h3")
                .class("app-card__name")
                .child(link(&Route::Overview(id.clone()).href(), "").live_text(move || shown.ask())),
        )
        .child(el("p").class("app-hint").live_text(detail))
        .child(copy_line(state, id))
        .child(kept_file(state, id))
        .child(ways)
        .child(export_locked(state, id))
        .show_if(move || is_open(&snapping), move || snapshot(state, &snapped, open))
        .show_if(move || is_open(&renaming), move || rename(state, &renamed, open))
        .show_if(move || is_open(&removing), move || remove(state, &removed, &name.ask(), open))
        .child(super::redacted::redacted_copy(state, id))
}

fn rename(state: AppState, id: &Id, open: OpenForm) -> El {
    let before = state.peek(id, |document| {
        let organisation = &document.assessment.organisation;
        (organisation.name.clone(), organisation.ods_code.clone())
    });
    let (name, ods_code) = before.unwrap_or_default();
    let (name, ods_code) = (RwSignal::new(name), RwSignal::new(ods_code));
    let error = move || name.with(|name| name.trim().is_empty()).then_some("Enter a name");
    let id = id.clone();
    let save = move || {
        if untrack(error).is_some() {
            focus("#rename-name");
        } else {
            state.rename(&id, &name.get_untracked(), &ods_code.get_untracked());
            open.set(String::new());
            focus("h1");
        }
    };
    form(save)
        .class("app-plan")
        .child(text_field(TextField {
            id: "rename-name".into(),
            label: "Name",
            hint: None,
            error: Some(Rc::new(error)),
            capitals: "words",
            value: Rc::new(move || name.get()),
            on_input: Rc::new(move |text| name.set(text)),
        }))
        .child(text_field(TextField {
            id: "rename-ods".into(),
            label: "ODS code (optional)",
            hint: None,
            error: None,
            capitals: "characters",
            value: Rc::new(move || ods_code.get()),
            on_input: Rc::new(move |text| ods_code.set(text)),
        }))
        .child(buttons().child(submit("Save the name")).child(cancel(open)))
}

pub(super) fn cancel(open: OpenForm) -> El {
    button(Weight::Second, "Cancel", move || {
        open.set(String::new());
        focus("h1");
    })
}

fn remove(state: AppState, id: &Id, name: &str, open: OpenForm) -> El {
    let (typed, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let right = move || typed.with(|typed| typed.trim().eq_ignore_ascii_case(CONFIRMATION));
    let error = move || (tried.get() && !right()).then_some("Type the word remove, or press Cancel");
    let id = id.clone();
    let confirm = move || {
        tried.set(true);
        if !untrack(right) {
            focus("#remove-word");
        } else {
            open.set(String::new());
            state.remove(&id);
            focus("h1");
        }
    };
    form(confirm)
        .class("app-plan")
        .child(paragraph(&format!(
            "This takes {name} and all its answers off the list. You can put it back from “Snapshots and set aside” until you \
             delete it for good."
        )))
        .child(text_field(TextField {
            id: "remove-word".into(),
            label: "To confirm, type the word remove",
            hint: None,
            error: Some(Rc::new(error)),
            capitals: "none",
            value: Rc::new(move || typed.get()),
            on_input: Rc::new(move |text| typed.set(text)),
        }))
        .child(
            buttons()
                .child(submit("Remove this assessment").class("nhsuk-button app-button--danger"))
                .child(cancel(open)),
        )
}
