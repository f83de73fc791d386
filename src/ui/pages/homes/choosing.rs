//! Choosing many files, how far the reading is, and what came of it.

use crate::browser::files;
use crate::state::{AppState, Outcome, YourHomes};
use crate::ui::components::{Weight, button, buttons, card, files_field, fold, hint, paragraph};
use crate::ui::element::{Anew, El, anew, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;

/// So many lines of a list are drawn.
const LINES: usize = 200;

pub fn choosing(state: AppState, held: YourHomes) -> El {
    let folder = files::takes_folders()
        .then(|| files_field("homes-folder", "Choose a folder", true, move |files| state.read_homes(files)));
    let many = files_field("homes-files", "Choose files", false, move |files| state.read_homes(files));
    card()
        .child(paragraph(
            "Choose as many files at once as you like. You can also drop them here, or a folder with all of them. Nothing in \
             them changes, and none of them leaves this device.",
        ))
        .child(buttons().child(many).maybe(folder))
        .child(hint(
            "Standards Met keeps only this table on the device, not the files. Keep the files where they are.",
        ))
        .child(progress(state, held))
        .child(came_of_it(held))
}

/// How far the reading is, and a way to stop it.
fn progress(state: AppState, held: YourHomes) -> El {
    let heard =
        move || held.reading.with(|reading| reading.as_ref().map(words::homes::heard).unwrap_or_default());
    let shown = move || {
        let of = move || held.reading.with(|reading| reading.as_ref().map(|it| it.of.to_string()));
        let done = move || held.reading.with(|reading| reading.as_ref().map(|it| it.done.to_string()));
        let read = move || {
            held.reading.with(|reading| reading.as_ref().map(words::homes::reading).unwrap_or_default())
        };
        let last = move || {
            held.reading.with(|reading| reading.as_ref().map(|it| it.file.clone()).unwrap_or_default())
        };
        let cancel = button(Weight::Second, "Cancel", move || {
            state.cancel_homes();
            // The button goes, and the focus would go with it.
            focus("#homes-outcome");
        });
        el("div")
            .class("app-homes-reading")
            .child(el("label").class("app-label").attr("for", "homes-progress").text("Reading the files"))
            .child(el("progress").id("homes-progress").live_attr("max", of).live_attr("value", done))
            .child(el("p").live_text(read))
            .child(el("p").class("app-hint").live_text(last))
            .child(buttons().child(cancel))
    };
    fragment()
        // The bar is drawn anew many times a second: who hears the page is told at each quarter.
        .child(el("p").class("nhsuk-u-visually-hidden").attr("role", "status").live_text(heard))
        .show_if(move || held.reading.with(Option::is_some), shown)
}

fn came_of_it(held: YourHomes) -> El {
    let said =
        move || held.outcome.with(|outcome| outcome.as_ref().map(words::homes::outcome).unwrap_or_default());
    let lists =
        move |_: &Anew| held.outcome.with_untracked(|outcome| outcome.as_ref().map_or_else(fragment, lists));
    fragment()
        .child(
            el("p")
                .id("homes-outcome")
                .class("app-homes-outcome")
                .attr("role", "status")
                .attr("tabindex", "-1")
                .live_text(said),
        )
        .swap(anew(move || held.outcome.track()), lists)
}

/// The files of which there is something to say, one by one.
fn lists(outcome: &Outcome) -> El {
    let refused = outcome.refused.iter().map(|(file, why)| {
        el("li").child(el("b").text(&format!("“{file}”: "))).text(&words::homes::refused(why))
    });
    let told = outcome.told.iter().filter_map(|(file, how, home)| words::homes::told(file, how, home));
    fragment().maybe(list("Files that could not be taken in", outcome.refused.len(), refused)).maybe(list(
        "Duplicates and other versions",
        outcome.told.len(),
        told.map(|words| el("li").text(&words)),
    ))
}

fn list(name: &str, count: usize, lines: impl Iterator<Item = El>) -> Option<El> {
    if count == 0 {
        return None;
    }
    let more = count.saturating_sub(LINES);
    let more = (more > 0).then(|| el("li").text(&format!("and {} more", words::homes::grouped(more))));
    let summary = format!("{name} ({})", words::homes::grouped(count));
    let lines = el("ul").class("app-homes-list").children(lines.take(LINES)).maybe(more);
    Some(fold(&summary, false).child(lines))
}
