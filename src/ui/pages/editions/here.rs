//! The editions on this device, one by one.

use super::beginning::beginning;
use crate::browser::clock;
use crate::route::Route;
use crate::state::{AppState, EditionHere};
use crate::ui::components::{Weight, button, button_link, buttons, card, hint, link};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::exchange::EditionRef;
use std::rc::Rc;

pub fn here(state: AppState) -> El {
    // Which form is open, by the edition's place: one at a time.
    let open = RwSignal::new(usize::MAX);
    let all = state.editions().into_iter().enumerate();
    fragment().children(all.map(|(place, here)| one(state, here, place, open)))
}

fn one(state: AppState, here: EditionHere, place: usize, open: RwSignal<usize>) -> El {
    let edition = here.edition.clone();
    let name = EditionRef::of(&edition);
    let from = words::editions::origin(&here, |at| clock::day_of(at).in_words());
    let used = words::editions::used_by(&here.used_by);
    let of_form = edition.clone();
    let toggle = move || {
        let next = if open.get_untracked() == place { usize::MAX } else { place };
        open.set(next);
        // Whichever comes first.
        focus("#begin-from, #begin-name");
    };
    let start = button(Weight::Main, "Start an assessment", toggle)
        .live_attr("aria-expanded", move || Some((open.get() == place).to_string()));
    let saved = edition.clone();
    let removed = edition.clone();
    let remove = here.added.is_some().then(|| {
        button(Weight::Second, "Take it off the list", move || {
            state.remove_edition(&removed);
            focus("#editions-said");
        })
    });
    card()
        .attr("role", "group")
        .attr("aria-label", &edition.title)
        .child(
            el("h3")
                .class("app-card__name")
                .child(link(&Route::Edition(name.clone()).href(), &edition.title)),
        )
        .child(el("p").text(&words::editions::size(&edition)))
        .child(hint(&from))
        .child(source(&edition.source, &edition.hash))
        .child(hint(&used))
        .child(
            buttons()
                .child(start)
                .child(button_link(Weight::Second, &Route::Edition(name).href(), "Look at it"))
                .child(button(Weight::Second, "Save as a file", move || {
                    state.save_edition(&saved);
                    focus("#editions-said");
                }))
                .maybe(remove),
        )
        .show_if(
            move || open.get() == place,
            move || beginning(state, &of_form, Rc::new(move || open.set(usize::MAX))),
        )
}

/// Where its wording comes from, and the hash that tells it from any other wording.
pub fn source(source: &str, hash: &str) -> El {
    let said = (!source.trim().is_empty()).then(|| hint(&format!("Source: {source}")));
    let hash = el("p")
        .class("app-hint")
        .text("Hash ")
        .child(el("span").class("app-code").text(hash))
        .text(": two editions with the same hash have the same wording.");
    fragment().maybe(said).child(hash)
}
