//! One row of a table, cell by cell.

use super::merged::MergedAreas;
use super::sentence::CELL_LIMIT;
use super::{CellKind, Column, ColumnChoice, Problem, ProblemKind, Row, tidy};
use crate::catalogue::ItemId;

/// What cells show in place of a text that could not be worked out.
const ERRORS: [&str; 10] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
];

/// A row that is being read. Each column is taken once, so that what is wrong with its cell is said once.
pub(crate) struct RowReader<'a> {
    row: &'a Row,
    choice: &'a ColumnChoice,
    areas: &'a MergedAreas<'a>,
    /// Its number, once it is known.
    pub item: Option<ItemId>,
    pub told: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub(crate) fn of(row: &'a Row, choice: &'a ColumnChoice, areas: &'a MergedAreas<'a>) -> Self {
        Self { row, choice, areas, item: None, told: Vec::new() }
    }

    pub(crate) fn number(&self) -> usize {
        self.row.number
    }

    /// Whether the column was chosen.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.choice.of(column).is_some()
    }

    /// Whether the cell is the lower part of a merged one.
    pub(crate) fn is_merged(&self, column: Column) -> bool {
        self.choice.of(column).is_some_and(|place| self.areas.above(self.row.number, place).is_some())
    }

    pub(crate) fn kind(&self, column: Column) -> CellKind {
        let cell = self.choice.of(column).and_then(|place| self.row.cell(place));
        cell.map(|cell| cell.kind).unwrap_or_default()
    }

    /// The text of the cell as it is; empty where it is a formula or its error.
    pub(crate) fn raw(&mut self, column: Column) -> String {
        let Some(place) = self.choice.of(column) else { return String::new() };
        let mut text = self.row.text(place);
        // A number that is merged is not one for each row.
        if text.is_empty() && column != Column::Id {
            text = self.areas.above(self.row.number, place).map(|row| row.text(place)).unwrap_or_default();
        }
        let text = text.to_owned();
        if is_error(&text) {
            self.tell(ProblemKind::ErrorValue, column, &text);
            return String::new();
        }
        if is_cut(&text) {
            self.tell(ProblemKind::CutOff, column, "");
        }
        if tidy::has_controls(&text) {
            self.tell(ProblemKind::Controls, column, "");
        }
        text
    }

    /// The text in one line.
    pub(crate) fn line(&mut self, column: Column) -> String {
        tidy::line(&self.raw(column))
    }

    /// The text in paragraphs.
    pub(crate) fn paragraphs(&mut self, column: Column) -> String {
        tidy::paragraphs(&self.raw(column))
    }

    /// Says a problem of this row.
    pub(crate) fn tell(&mut self, kind: ProblemKind, column: Column, said: &str) {
        self.add(Problem::of(kind).column(column).said(said));
    }

    /// Says a problem, with the row and its item.
    pub(crate) fn add(&mut self, problem: Problem) {
        let problem = problem.row(self.row.number);
        self.told.push(match &self.item {
            Some(item) => problem.item(item),
            None => problem,
        });
    }
}

fn is_error(text: &str) -> bool {
    let mut letters = text.chars();
    let is_formula = letters.next() == Some('=')
        && letters.next().is_some_and(|letter| {
            letter.is_ascii_alphanumeric() || matches!(letter, '(' | '\'' | '"' | '+' | '-' | '$')
        });
    let is_too_narrow = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
    is_formula || is_too_narrow || ERRORS.contains(&text)
}

/// Whether a text is as long as a spreadsheet lets it be.
pub(crate) fn is_cut(text: &str) -> bool {
    text.encode_utf16().count() >= CELL_LIMIT
}
