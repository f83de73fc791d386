//! Which column of a spreadsheet is which.

use super::spreadsheet::spreadsheet_of;
use crate::components::{Choice, Fold, Hint, Select};
use crate::store::{Editions, Exchange};
use leptos::prelude::*;
use standards_met_core::kit::{Column, Row, Table, column_letters};

/// So many rows are offered as the row of the headings.
const ROWS: usize = 12;
/// So much of a cell is shown.
const LETTERS: usize = 40;

/// The row of the headings, and a choice for each column.
#[component]
pub fn Columns(editions: Editions) -> impl IntoView {
    let found = editions.spreadsheet.with_untracked(|read| {
        spreadsheet_of(read).map(|now| {
            let table = now.table()?;
            Some((rows_of(table), columns_of(table, now.choice.header)))
        })
    });
    found.flatten().map(|(rows, columns)| {
        let (needed, others): (Vec<Column>, Vec<Column>) =
            Column::ALL.into_iter().partition(|column| column.is_needed());
        let choice = move |column| view! { <ColumnChoice editions column choices=columns.clone() /> };
        let needed = needed.into_iter().map(&choice).collect_view();
        let others = others.into_iter().map(&choice).collect_view();
        view! {
            <HeaderChoice editions rows />
            <div class="app-columns">{needed}</div>
            <Fold summary="Other columns, if there are any">
                <div class="app-columns">{others}</div>
            </Fold>
            <Hint>"We have matched the columns for you. Change any that are wrong."</Hint>
        }
    })
}

/// In which row the headings are.
#[component]
fn HeaderChoice(editions: Editions, rows: Vec<Choice>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let value = move || {
        let header =
            editions.spreadsheet.with(|read| spreadsheet_of(read).map(|now| now.choice.header)).flatten();
        header.map(|row| row.to_string()).unwrap_or_default()
    };
    view! {
        <Select
            id="kit-header"
            label="Heading row"
            none="There are no headings"
            choices=rows
            value=Signal::derive(value)
            on_choose=move |chosen: String| exchange.choose_header(chosen.parse().ok())
        />
    }
}

#[component]
fn ColumnChoice(editions: Editions, column: Column, choices: Vec<Choice>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let value = move || {
        let place = editions.spreadsheet.with(|read| {
            spreadsheet_of(read).map(|now| {
                let chosen = now.choice.columns.iter().find(|(known, _)| *known == column);
                chosen.map(|(_, place)| place.to_string())
            })
        });
        place.flatten().unwrap_or_default()
    };
    view! {
        <Select
            id=format!("kit-column-{}", column.name())
            label=column.label()
            none="No column"
            choices
            value=Signal::derive(value)
            on_choose=move |chosen: String| exchange.choose_column(column, chosen.parse().ok())
        />
    }
}

/// The rows that may hold the headings, each by its number and its words.
fn rows_of(table: &Table) -> Vec<Choice> {
    let words = |row: &Row| {
        let cells: Vec<&str> =
            row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        (row.number.to_string(), format!("Row {}: {}", row.number, short(&cells.join(" | "))))
    };
    table.rows.iter().take(ROWS).map(words).collect()
}

/// The columns, each by its letter and its heading or, without one, the first words in it.
fn columns_of(table: &Table, header: Option<usize>) -> Vec<Choice> {
    let words = |place: usize| {
        let rows = table.rows.iter().filter(|row| header.is_none_or(|header| row.number >= header));
        let mut texts = rows.filter_map(|row| row.cells.get(place)).map(|cell| cell.text.trim());
        let first = texts.find(|text| !text.is_empty()).unwrap_or("empty");
        (place.to_string(), format!("{}: {}", column_letters(place), short(first)))
    };
    (0..table.width()).map(words).collect()
}

fn short(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= LETTERS {
        return one_line;
    }
    let start: String = one_line.chars().take(LETTERS).collect();
    format!("{start}…")
}
