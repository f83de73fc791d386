//! The ways in which an edition comes to this device.

use crate::browser::page;
use crate::route::Route;
use crate::state::{AppState, Editions, Hosted};
use crate::ui::components::{Weight, button, button_link, card, file_field_for, hint, paragraph};
use crate::ui::element::{Anew, El, anew, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::kit::ListedEdition;

/// What may hold an edition.
const ACCEPT: &str = ".json,.txt,.csv,.xlsx,application/json,text/plain,text/csv";

pub fn adding(state: AppState, held: Editions) -> El {
    let file = card()
        .child(el("h3").text("From a file"))
        .child(paragraph(
            "An edition that somebody made, or the file of an assessment: its edition lies in it. You see what it is before \
             anything is kept.",
        ))
        .child(file_field_for("edition-file", "Choose a file", ACCEPT, move |file| state.open_edition(file)));
    let spreadsheet = card()
        .child(el("h3").text("From a spreadsheet"))
        .child(paragraph(
            "If you have the questions as a table (.xlsx or .csv), the edition kit makes an edition of it and shows every \
             problem with its row.",
        ))
        .child(button_link(Weight::Second, &Route::EditionKit.href(), "Open the edition kit"));
    el("div")
        .class("app-ways")
        .child(file)
        .child(spreadsheet)
        .maybe((!page::is_one_file()).then(|| host(state, held)))
}

fn host(state: AppState, held: Editions) -> El {
    let shown = move |_: &Anew| {
        held.hosted.with_untracked(|hosted| match hosted {
            Hosted::NotAsked => ask(state, "See what is there"),
            Hosted::Asking => hint("One moment…"),
            Hosted::NoAnswer => fragment()
                .child(paragraph(
                    "The site does not answer, or has no list of editions. Nothing here has changed. Check that you are \
                     connected, and try again.",
                ))
                .child(ask(state, "Try again")),
            Hosted::Here(list) if list.is_empty() => paragraph("There is no other edition on this site yet."),
            Hosted::Here(list) => {
                el("ul").class("app-hosted").children(list.iter().map(|listed| one(state, listed)))
            }
        })
    };
    card()
        .child(el("h3").text("From this site"))
        .child(paragraph(
            "The site that this page comes from may have more editions. Asking for them sends nothing of yours.",
        ))
        .child(
            el("div")
                .id("editions-hosted")
                .attr("role", "status")
                .attr("tabindex", "-1")
                .swap(anew(move || held.hosted.track()), shown),
        )
}

fn ask(state: AppState, words: &str) -> El {
    button(Weight::Second, words, move || {
        state.ask_host();
        // The button goes, and the focus would go with it.
        focus("#editions-hosted");
    })
}

fn one(state: AppState, listed: &ListedEdition) -> El {
    let wanted = listed.clone();
    let add = button(Weight::Second, &format!("Put {} on this device", listed.title), move || {
        state.add_hosted(&wanted);
        focus("#editions-said");
    });
    el("li")
        .child(el("p").child(el("b").text(&listed.title)))
        .child(hint(&format!("{}, SHA-256 {}…", listed.file, listed.short_digest())))
        .child(add)
}
