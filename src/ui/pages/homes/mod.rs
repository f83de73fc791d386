//! Your homes: the files of many homes in one table, for whoever reviews them.

mod across;
mod choosing;
mod row;
mod table;

pub use across::across;

use crate::browser::clock;
use crate::route::Route;
use crate::state::{AppState, TableKept, YourHomes};
use crate::ui::components::{Select, Weight, button, buttons, card, heading, paragraph, select, title};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::CsvWords;
use std::rc::Rc;

pub fn homes(state: AppState) -> El {
    let Some(held) = state.your_homes() else { return fragment() };
    let any = move || held.homes.with(|homes| !homes.is_empty());
    let table = move || {
        fragment()
            .child(table::table(state, held))
            .child(heading("One item across all homes"))
            .swap(move || held.outline(), move |_| choice_of_item(state, None))
    };
    // Files and folders can be dropped anywhere on the page.
    el("div")
        .on("drop", move |event| {
            if let Some(dropped) = event.dropped() {
                event.prevent_default();
                event.stop();
                state.read_dropped_homes(dropped);
            }
        })
        .child(title("Your homes"))
        .child(
            paragraph(
                "For whoever reviews many homes: choose all the files that they sent you, and see in one table how far each \
                 home is.",
            )
            .class("app-lead"),
        )
        .child(choosing::choosing(state, held))
        .child(kept(held))
        .child(forgotten(state, held))
        .show_if(any, table)
}

/// Where the table is, if not on the device.
fn kept(held: YourHomes) -> El {
    let said = |kept: &TableKept| match words::homes::kept(*kept) {
        Some(said) => paragraph(said).class("app-warning"),
        None => fragment(),
    };
    el("div").attr("role", "status").swap(move || held.keeping.get(), said)
}

/// After the table was forgotten: the way back.
fn forgotten(state: AppState, held: YourHomes) -> El {
    let words = move |gone: &bool| {
        if !*gone {
            return fragment();
        }
        let back = button(Weight::Second, "Bring the table back", move || {
            state.bring_homes_back();
            focus("h1");
        });
        card()
            .child(paragraph(
                "The table is forgotten, here and on the device. The files are where they were.",
            ))
            .child(buttons().child(back))
    };
    el("div")
        .id("homes-forgotten")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .swap(move || held.forgotten.with(Option::is_some), words)
}

/// A choice of one of the items, and a button that leads to its page.
fn choice_of_item(state: AppState, present: Option<&ItemId>) -> El {
    let outline = state.homes_outline();
    let chosen = RwSignal::new(present.map(|item| item.0.clone()).unwrap_or_default());
    let show = move || match ItemId::parse(&chosen.get_untracked()) {
        Some(item) => state.go(&Route::HomesItem(item)),
        None => focus("#homes-item"),
    };
    let choices = outline.items().map(|(item, question)| (item.0.clone(), format!("{item} {question}")));
    card()
        .child(select(Select {
            id: "homes-item".into(),
            label: "Item",
            none: "Choose an item",
            choices: choices.collect(),
            value: Rc::new(move || chosen.get()),
            on_choose: Rc::new(move |item| chosen.set(item)),
        }))
        .child(buttons().child(button(Weight::Second, "Show this item", show)))
}

/// How a spreadsheet spells what only this page can.
fn spelling() -> CsvWords {
    CsvWords { status: words::status, day: clock::day_of, today: clock::today() }
}

/// A button that hands a table to the person, and says so.
fn save_as_csv(state: AppState, name: String, text: impl Fn() -> String + 'static) -> El {
    let said = RwSignal::new(String::new());
    let save = move || {
        let file = format!("{name}-{}.csv", clock::today());
        state.hand_over_table(&file, &text());
        said.set(format!("Your spreadsheet is ready: {file}. Look for it in your downloads."));
    };
    fragment()
        .child(button(Weight::Second, "Save as a spreadsheet (CSV)", save))
        .child(el("span").attr("role", "status").live_text(move || said.get()))
}
