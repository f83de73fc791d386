//! The edition kit with whole tables: a second edition that is made up, a table with everything wrong, and any cells.

mod properties;
mod tables;
mod toolkit;

use proptest::prelude::*;
use standards_met_core::catalogue::{AnswerKind, Certainty, Edition, ItemId, Level, Predecessors, Wording};
use standards_met_core::kit::{
    Cell, CellKind, Column, ColumnChoice, EditionDetails, KitResult, MergedCells, Problem, ProblemKind, Row,
    Table, Workbook, check, guess, guess_about, make,
};
use std::collections::BTreeSet;

/// A file of comma-separated values, cell by cell.
fn table(text: &str) -> Table {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    let cells = |row: Vec<String>| row.into_iter().map(|text| Cell { text, ..Cell::default() }).collect();
    let row = |(at, row)| Row { number: at + 1, cells: cells(row) };
    Table { rows: rows.into_iter().enumerate().map(row).collect(), ..Table::default() }
}

fn about() -> EditionDetails {
    EditionDetails {
        id: "harbour-2022-23".into(),
        title: "Harbour Care Records Check 2022-23".into(),
        year: "2022-23".into(),
        source: "Made up.".into(),
        before: "dspt-social-care-2021-22".into(),
        ..EditionDetails::default()
    }
}

fn harbour() -> Table {
    table(include_str!("../../../../tests/fixtures/editions/harbour-2022-23.csv"))
}

fn made(table: &Table, about: &EditionDetails) -> KitResult {
    make(table, &guess(table), about, &[])
}

fn kinds(made: &KitResult) -> Vec<(Option<usize>, ProblemKind)> {
    made.problems.iter().map(|problem| (problem.row, problem.kind)).collect()
}
