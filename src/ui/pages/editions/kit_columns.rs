//! Which column of a spreadsheet is which.

use crate::state::{AppState, Editions, Spreadsheet, SpreadsheetRead};
use crate::ui::components::{Select, fold, hint, select};
use crate::ui::element::{El, el, fragment};
use leptos::prelude::*;
use standards_met_core::kit::{Column, Table, column_letters};
use std::rc::Rc;

/// So many rows are offered as the row of the headings.
const ROWS: usize = 12;
/// So much of a cell is shown.
const LETTERS: usize = 40;

pub fn columns(state: AppState, held: Editions, now: &Spreadsheet) -> El {
    let Some(table) = now.table() else { return fragment() };
    let one = |column: Column| choice(state, held, table, now.choice.header, column);
    let (needed, others): (Vec<Column>, Vec<Column>) =
        Column::ALL.into_iter().partition(|column| column.is_needed());
    fragment()
        .child(header(state, held, table))
        .child(el("div").class("app-columns").children(needed.into_iter().map(one)))
        .child(
            fold("Other columns, if there are any", false)
                .child(el("div").class("app-columns").children(others.into_iter().map(one))),
        )
        .child(hint("What the headings say is chosen already. Change it where it is wrong."))
}

/// In which row the headings are.
fn header(state: AppState, held: Editions, table: &Table) -> El {
    let words = |row: &standards_met_core::kit::Row| {
        let cells: Vec<&str> =
            row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        (row.number.to_string(), format!("Row {}: {}", row.number, short(&cells.join(" | "))))
    };
    let value = move || {
        held.spreadsheet.with(|read| match read {
            SpreadsheetRead::Here(now) => now.choice.header.map(|row| row.to_string()).unwrap_or_default(),
            _ => String::new(),
        })
    };
    select(Select {
        id: "kit-header".into(),
        label: "Row of the headings",
        none: "There are no headings",
        choices: table.rows.iter().take(ROWS).map(words).collect(),
        value: Rc::new(value),
        on_choose: Rc::new(move |chosen: String| state.choose_header(chosen.parse().ok())),
    })
}

fn choice(state: AppState, held: Editions, table: &Table, header: Option<usize>, column: Column) -> El {
    let value = move || {
        held.spreadsheet.with(|read| match read {
            SpreadsheetRead::Here(now) => {
                let chosen = now.choice.columns.iter().find(|(known, _)| *known == column);
                chosen.map(|(_, place)| place.to_string()).unwrap_or_default()
            }
            _ => String::new(),
        })
    };
    let choices = (0..table.width()).map(|place| (place.to_string(), told(table, header, place))).collect();
    select(Select {
        id: format!("kit-column-{}", column.name()),
        label: column.label(),
        none: "No column",
        choices,
        value: Rc::new(value),
        on_choose: Rc::new(move |chosen: String| state.choose_column(column, chosen.parse().ok())),
    })
}

/// A column by its letter and its heading or, without one, the first words in it.
fn told(table: &Table, header: Option<usize>, place: usize) -> String {
    let rows = table.rows.iter().filter(|row| header.is_none_or(|header| row.number >= header));
    let first = rows.filter_map(|row| row.cells.get(place)).map(|cell| cell.text.trim());
    let first = first.into_iter().find(|text| !text.is_empty()).unwrap_or("empty");
    format!("{}: {}", column_letters(place), short(first))
}

fn short(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= LETTERS {
        return one_line;
    }
    let start: String = one_line.chars().take(LETTERS).collect();
    format!("{start}…")
}
