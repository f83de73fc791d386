//! A sheet while it is read, and how large it may be.

use crate::SpreadsheetError;
use standards_met_core::kit::{Cell, CellKind, MergedCells, Row, Table};
use std::collections::BTreeMap;

/// How many rows of a sheet may hold something.
pub const ROWS: usize = 5_000;
/// How many columns a sheet may have.
pub const COLUMNS: usize = 100;
/// How much text all sheets together may hold, in bytes: a file can name one long text in each of its cells.
const TEXT: usize = 16_000_000;
/// How many areas of merged cells are kept of a sheet.
const MERGED: usize = 5_000;

/// How much text may still come, in all sheets together.
pub(crate) struct TextBudget(usize);

impl TextBudget {
    pub(crate) fn new() -> Self {
        Self(TEXT)
    }
}

/// A sheet while it is read. Cells may come in any order; of two for one place the later one counts.
#[derive(Default)]
pub(crate) struct SheetReader {
    rows: BTreeMap<usize, Vec<Cell>>,
    merged: Vec<MergedCells>,
}

impl SheetReader {
    /// Takes a cell, with the number of its row from 1 and of its column from 0. One without text holds nothing.
    pub(crate) fn put(
        &mut self,
        room: &mut TextBudget,
        row: usize,
        column: usize,
        cell: Cell,
    ) -> Result<(), SpreadsheetError> {
        if cell.text.trim().is_empty() {
            return Ok(());
        }
        room.0 = room.0.checked_sub(cell.text.len()).ok_or(SpreadsheetError::TooLarge)?;
        if column >= COLUMNS || (self.rows.len() >= ROWS && !self.rows.contains_key(&row)) {
            return Err(SpreadsheetError::TooLarge);
        }
        let cells = self.rows.entry(row).or_default();
        let nothing = || Cell { text: String::new(), kind: CellKind::Text };
        while cells.len() <= column {
            cells.push(nothing());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Takes an area of merged cells, unless it holds none that is read.
    pub(crate) fn merge(&mut self, area: MergedCells) {
        let backwards = area.first_row > area.last_row || area.first_column > area.last_column;
        let single = area.first_row == area.last_row && area.first_column == area.last_column;
        if backwards || single || area.first_column >= COLUMNS || self.merged.len() >= MERGED {
            return;
        }
        if self.rows.range(area.first_row..=area.last_row).next().is_some() {
            self.merged.push(area);
        }
    }

    pub(crate) fn done(self, name: &str) -> Table {
        let rows = self.rows.into_iter().map(|(number, cells)| Row { number, cells }).collect();
        Table { name: name.to_owned(), rows, merged: self.merged }
    }
}
