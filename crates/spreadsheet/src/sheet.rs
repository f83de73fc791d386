//! A sheet while it is read, and how large it may be.

use crate::SpreadsheetError;
use standards_met_core::kit::{Cell, CellKind, MergedCells, Row, Table};
use std::collections::BTreeMap;

/// The most rows of a sheet that may contain something.
pub const ROWS: usize = 5_000;
/// The most columns of a sheet.
pub const COLUMNS: usize = 100;
/// The most text in all sheets together, in bytes: a file can refer to one long text from each of its cells.
const TEXT: usize = 16_000_000;
/// The most areas of merged cells that are kept for a sheet. Further ones are ignored.
const MERGED: usize = 5_000;

/// The number of bytes of text that may still be read, in all sheets together.
pub(crate) struct TextBudget(usize);

impl TextBudget {
    /// Creates the full budget of one file.
    pub(crate) fn new() -> Self {
        Self(TEXT)
    }
}

/// A sheet while it is read. Cells may come in any order; of two cells for one position, the later one counts.
#[derive(Default)]
pub(crate) struct SheetReader {
    rows: BTreeMap<usize, Vec<Cell>>,
    merged: Vec<MergedCells>,
}

impl SheetReader {
    /// Adds a cell, with the number of its row from 1 and of its column from 0. A cell without text is ignored.
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

    /// Adds an area of merged cells, unless no cell that was read is in it.
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

    /// Returns the finished table with this name.
    pub(crate) fn done(self, name: &str) -> Table {
        let rows = self.rows.into_iter().map(|(number, cells)| Row { number, cells }).collect();
        Table { name: name.to_owned(), rows, merged: self.merged }
    }
}
