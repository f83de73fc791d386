//! Snapshots, and what was set aside.

use super::data::{OpenForm, cancel};
use crate::browser::clock;
use crate::state::AppState;
use crate::ui::components::{
    TextField, Weight, button, buttons, card, form, heading, hint, paragraph, submit, text_field,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::storage::SetAside;
use std::rc::Rc;

/// Asks what to call a snapshot, and takes it.
pub fn snapshot(state: AppState, id: &Id, open: OpenForm) -> El {
    let (name, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let blank = move || name.with(|name| name.trim().is_empty());
    let error = move || (tried.get() && blank()).then_some("Give it a name that you will know again");
    let id = id.clone();
    let take = move || {
        tried.set(true);
        if untrack(blank) {
            focus("#snapshot-name");
        } else {
            open.set(String::new());
            state.take_snapshot(&id, &name.get_untracked());
            focus("h1");
        }
    };
    form(take)
        .class("app-plan")
        .child(paragraph(
            "A snapshot keeps the assessment on this device as it is now. You can put it back later.",
        ))
        .child(text_field(TextField {
            id: "snapshot-name".into(),
            label: "Name of the snapshot",
            hint: Some("For example: before the June review"),
            error: Some(Rc::new(error)),
            capitals: "sentences",
            value: Rc::new(move || name.get()),
            on_input: Rc::new(move |text| name.set(text)),
        }))
        .child(buttons().child(submit("Take the snapshot")).child(cancel(open)))
}

pub fn set_aside(state: AppState) -> El {
    let ids = move || state.set_aside.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let row = move |id: Id| {
        let found = state.set_aside.with(|all| all.iter().find(|one| one.id == id).cloned());
        found.map_or_else(fragment, |one| set_aside_row(state, &one))
    };
    fragment().child(heading("Snapshots and set aside")).child(
        card()
            .child(hint(
                "Your snapshots, and what was removed, replaced or could not be read, are kept here until you delete \
                 them for good. When room runs short, the oldest of what was kept without your asking goes first.",
            ))
            .each(ids, row),
    )
}

fn set_aside_row(state: AppState, one: &SetAside) -> El {
    let (back, export, forget) = (one.id.clone(), one.id.clone(), one.id.clone());
    let sure = RwSignal::new(false);
    let put_back = one.reason.can_be_put_back().then(|| {
        button(Weight::Small, "Put back", move || {
            state.put_back(&back);
            focus("h1");
        })
    });
    let delete = (!one.reason.stays_in_place())
        .then(|| button(Weight::Small, "Delete for good", move || sure.update(|sure| *sure = !*sure)));
    // Not in the place of the first button: two quick taps must not be a yes.
    let confirm = move || {
        let forget = forget.clone();
        let yes = button(Weight::Second, "Yes, delete it for good", move || {
            state.forget(&forget);
            state.dismiss_notice();
            focus("h1");
        });
        let keep = button(Weight::Second, "Keep it", move || {
            sure.set(false);
            focus("h1");
        });
        fragment()
            .child(
                paragraph("Deleted for good, it cannot be brought back by anybody.").attr("role", "status"),
            )
            .child(buttons().child(yes).child(keep))
    };
    let day = || format!(" on {}", clock::day_of(one.at).in_words());
    // What is in its own place still was found, and not put aside on a day.
    let when = if one.reason.stays_in_place() { String::new() } else { day() };
    let when = format!(", {}{when}", words::reason(one.reason));
    let name = one.organisation().filter(|_| one.reason.stays_in_place()).unwrap_or_else(|| one.name.clone());
    el("div")
        .class("app-aside-row")
        .child(el("p").child(el("b").text(&name)).text(&when))
        .child(
            buttons()
                .maybe(put_back)
                .child(button(Weight::Small, "Save as a file", move || state.export_aside(&export)))
                .maybe(delete),
        )
        .show_if(move || sure.get(), confirm)
}
