//! The edition kit: a spreadsheet, its columns as the person chooses them, every problem with its row, and the edition.

use super::kit_columns::columns;
use super::look::parts;
use super::opened::problems;
use crate::browser::files;
use crate::route::Route;
use crate::state::{AppState, Editions, Said, Spreadsheet, SpreadsheetRead};
use crate::ui::components::{
    Select, TextField, Weight, button, buttons, card, file_field_for, fold, heading, hint, link, paragraph,
    select, text_field, title,
};
use crate::ui::element::{Anew, El, anew, el, fragment};
use crate::words;
use leptos::prelude::*;
use standards_met_core::kit::EXAMPLE;
use std::rc::Rc;

const ACCEPT: &str = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub fn kit(state: AppState) -> El {
    let Some(held) = state.editions_held() else { return fragment() };
    held.leave();
    // Which spreadsheet is shown: its fields stay as they are while the rest follows what is chosen in them.
    let shown = move || held.spreadsheet.with(key);
    fragment()
        .child(el("p").class("app-caption").child(link(&Route::Editions.href(), "Editions")))
        .child(title("Edition kit"))
        .child(
            paragraph("Make an edition out of a spreadsheet: a row for each item, with its number, question and tooltip.")
                .class("app-lead"),
        )
        .child(choosing(state, held))
        .swap(shown, move |_| {
            held.spreadsheet.with_untracked(|read| match read {
                SpreadsheetRead::Here(now) => steps(state, held, now),
                _ => fragment(),
            })
        })
}

/// Changes with each file that is read.
fn key(read: &SpreadsheetRead) -> Option<u32> {
    match read {
        SpreadsheetRead::Here(now) => Some(now.reading),
        _ => None,
    }
}

fn sheet_of(read: &SpreadsheetRead) -> usize {
    if let SpreadsheetRead::Here(now) = read { now.sheet } else { 0 }
}

fn choosing(state: AppState, held: Editions) -> El {
    let said = move || held.spreadsheet.with(words::editions::reading);
    let failed = move || held.spreadsheet.with(words::editions::unread);
    card()
        .child(el("h2").text("1. Choose the spreadsheet"))
        .child(paragraph(
            "An .xlsx or .csv file, as it is: you say below which column is which. It stays on this device, and nothing of it \
             changes.",
        ))
        .child(file_field_for("kit-file", "Choose a spreadsheet", ACCEPT, move |file| state.read_spreadsheet(file)))
        .child(
            el("p")
                .class("app-report-outcome")
                .attr("role", "status")
                .live_text(said)
                .child(el("span").class("nhsuk-error-message").live_text(failed)),
        )
        .child(
            fold("How it should look, with an example", false)
                .child(paragraph(
                    "One row for each evidence item. A row of headings is above them. Number and question are needed; part and \
                     tooltip are what makes it useful; everything else is optional. Leave a cell empty where there is nothing \
                     to say.",
                ))
                .child(paragraph(
                    "In the column “Replaces” write the number that the item had the year before, or several with commas \
                     between them: then answers can be carried over.",
                ))
                .child(button(Weight::Second, "Save the example spreadsheet", || {
                    files::hand_over_as("example-edition.csv", EXAMPLE, "text/csv");
                })),
        )
}

fn steps(state: AppState, held: Editions, now: &Spreadsheet) -> El {
    let sheets = (now.book.sheets.len() > 1).then(|| {
        let choices = now.book.sheets.iter().enumerate();
        select(Select {
            id: "kit-sheet".into(),
            label: "Sheet",
            none: "Choose",
            choices: choices.map(|(place, table)| (place.to_string(), table.name.clone())).collect(),
            value: Rc::new(move || held.spreadsheet.with(sheet_of).to_string()),
            on_choose: Rc::new(move |chosen: String| {
                if let Ok(sheet) = chosen.parse() {
                    state.choose_sheet(sheet);
                }
            }),
        })
    });
    fragment()
        .child(card().child(el("h2").text("2. Say which column is which")).maybe(sheets).swap(
            move || held.spreadsheet.with(sheet_of),
            move |_| {
                held.spreadsheet.with_untracked(|read| match read {
                    SpreadsheetRead::Here(now) => columns(state, held, now),
                    _ => fragment(),
                })
            },
        ))
        .child(card().child(el("h2").text("3. Say what it is")).child(about(state, held, now)))
        .child(outcome(state, held))
}

fn about(state: AppState, held: Editions, now: &Spreadsheet) -> El {
    type Part = fn(&mut standards_met_core::kit::EditionDetails) -> &mut String;
    let field = |id: &str, label: &'static str, hint: Option<&'static str>, capitals, part: Part| {
        let value = move || {
            held.spreadsheet.with(|read| match read {
                SpreadsheetRead::Here(now) => part(&mut now.about.clone()).clone(),
                _ => String::new(),
            })
        };
        text_field(TextField {
            id: id.into(),
            label,
            hint,
            error: None,
            capitals,
            value: Rc::new(value),
            on_input: Rc::new(move |text: String| state.tell_of_edition(|about| *part(about) = text)),
        })
    };
    let earlier: Vec<(String, String)> = state
        .editions()
        .into_iter()
        .map(|here| (here.edition.id.clone(), here.edition.title.clone()))
        .collect();
    let before = now.about.before.clone();
    let before = RwSignal::new(before);
    fragment()
        .child(field("kit-title", "Title", None, "sentences", |about| &mut about.title))
        .child(field("kit-year", "Year, such as 2022-23", None, "none", |about| &mut about.year))
        .child(field(
            "kit-id",
            "Name for computers",
            Some("Small letters, digits and hyphens, such as dspt-2022-23. It stays the same when only a word is corrected."),
            "none",
            |about| &mut about.id,
        ))
        .child(field(
            "kit-source",
            "Where the wording comes from",
            Some("For example the document or the address that it was copied from, and when."),
            "sentences",
            |about| &mut about.source,
        ))
        .child(select(Select {
            id: "kit-before".into(),
            label: "Numbers in the column “Replaces” are those of",
            none: "Another edition, or none",
            choices: earlier,
            value: Rc::new(move || before.get()),
            on_choose: Rc::new(move |chosen: String| {
                before.set(chosen.clone());
                state.tell_of_edition(|about| about.before = chosen);
            }),
        }))
}

/// What comes of it, and what can be done with it: it stays where it is, with the focus and under the finger, while the
/// problems and the edition below are drawn anew.
fn outcome(state: AppState, held: Editions) -> El {
    let summary = move || {
        held.spreadsheet.with(|read| match read {
            SpreadsheetRead::Here(now) => words::editions::made(&now.made),
            _ => String::new(),
        })
    };
    let any = move || {
        held.spreadsheet.with(|read| matches!(read, SpreadsheetRead::Here(now) if now.made.edition.is_some()))
    };
    let ways = move || {
        let add = button(Weight::Main, "Put it on this device", move || {
            if state.add_made() {
                state.go(&Route::Editions);
            }
        });
        let save = button(Weight::Second, "Save as a file", move || state.save_made());
        buttons().child(add).child(save)
    };
    let said = move || {
        held.said.with(|said| {
            // What came on the device is told where it is then, on the page of editions.
            if !matches!(said, Some(Said::Added(_) | Said::HereAlready(_))) {
                held.tell_once();
            }
            said.as_ref().map(words::editions::said).unwrap_or_default()
        })
    };
    let shown = move |_: &Anew| {
        held.spreadsheet.with_untracked(|read| match read {
            SpreadsheetRead::Here(now) => made(now),
            _ => fragment(),
        })
    };
    el("div")
        .child(heading("4. Look at it, and keep it"))
        .child(el("p").class("app-lead").attr("role", "status").live_text(summary))
        .show_if(any, ways)
        .child(el("p").class("app-report-outcome").attr("role", "status").live_text(said))
        .swap(anew(move || held.spreadsheet.track()), shown)
}

/// The problems, and the edition as the manager will see it.
fn made(now: &Spreadsheet) -> El {
    let made = &now.made;
    let problems = (!made.problems.is_empty()).then(|| card().child(problems(&made.problems)));
    let preview = made.edition.as_ref().map(|edition| {
        fragment()
            .child(heading("As the manager will see it"))
            .child(hint("Open an item to see it whole."))
            .child(parts(edition, "h3"))
    });
    fragment().maybe(problems).maybe(preview)
}
