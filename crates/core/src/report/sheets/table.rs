//! What several tables have in common.

use super::super::scope::Asked;
use super::super::{Cell, Sheet, SheetColumn};

/// Where an item is: its part, its number and its question.
pub(super) fn place(asked: &Asked<'_>) -> [Cell; 4] {
    let part = asked.part.map_or(Cell::Empty, |part| Cell::Number(part.number.into()));
    let title = asked.part.map_or("", |part| &part.title);
    [part, Cell::text(title), Cell::text(asked.id.as_str()), Cell::text(asked.question())]
}

/// A table of these columns, each with its title and its width in letters.
pub(super) fn sheet(name: &str, columns: &[(&str, u8)], rows: Vec<Vec<Cell>>) -> Sheet {
    let columns = columns.iter().map(|(title, width)| SheetColumn::new(title, *width)).collect();
    Sheet { name: name.into(), columns, rows }
}
