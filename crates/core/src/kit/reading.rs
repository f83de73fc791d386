//! Reads one row of a table, cell by cell.

use super::merged::MergedAreas;
use super::sentence::CELL_LIMIT;
use super::{CellKind, Column, ColumnChoice, Problem, ProblemKind, Row, tidy};
use crate::catalogue::ItemId;

/// What cells show in place of a value that could not be calculated.
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

/// A row that is being read. Each column is read once, so that each problem of its cell is reported once.
pub(crate) struct RowReader<'a> {
    row: &'a Row,
    choice: &'a ColumnChoice,
    areas: &'a MergedAreas<'a>,
    /// The number of the row's item, once it is known.
    pub item: Option<ItemId>,
    /// The problems found so far.
    pub told: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub(crate) fn of(row: &'a Row, choice: &'a ColumnChoice, areas: &'a MergedAreas<'a>) -> Self {
        Self { row, choice, areas, item: None, told: Vec::new() }
    }

    pub(crate) fn number(&self) -> usize {
        self.row.number
    }

    /// Returns whether a column was chosen for this.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.choice.of(column).is_some()
    }

    /// Returns whether the cell is part of a merged cell that begins in a row above.
    pub(crate) fn is_merged(&self, column: Column) -> bool {
        self.choice.of(column).is_some_and(|place| self.areas.above(self.row.number, place).is_some())
    }

    pub(crate) fn kind(&self, column: Column) -> CellKind {
        let cell = self.choice.of(column).and_then(|place| self.row.cell(place));
        cell.map(|cell| cell.kind).unwrap_or_default()
    }

    /// Returns the text of the cell as it is, and reports its problems. Empty where the cell shows a formula or an
    /// error.
    pub(crate) fn raw(&mut self, column: Column) -> String {
        let Some(place) = self.choice.of(column) else { return String::new() };
        let mut text = self.row.text(place);
        // A merged item number does not hold for each of its rows, because every item has its own number.
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

    /// Returns the text in one line.
    pub(crate) fn line(&mut self, column: Column) -> String {
        tidy::line(&self.raw(column))
    }

    /// Returns the text in paragraphs.
    pub(crate) fn paragraphs(&mut self, column: Column) -> String {
        tidy::paragraphs(&self.raw(column))
    }

    /// Reports a problem of this row.
    pub(crate) fn tell(&mut self, kind: ProblemKind, column: Column, said: &str) {
        self.add(Problem::of(kind).column(column).said(said));
    }

    /// Reports a problem, after adding the row and its item.
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

/// Returns whether a text is as long as a spreadsheet allows, so that its end was probably cut off.
pub(crate) fn is_cut(text: &str) -> bool {
    text.encode_utf16().count() >= CELL_LIMIT
}
