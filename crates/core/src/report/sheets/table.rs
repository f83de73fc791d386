//! What several sheets have in common.

use super::super::scope::ScopeItem;
use super::super::{Sheet, SheetCell, SheetColumn};

/// Returns the cells that say which item a row is about: its part, its number and its question.
pub(super) fn place(asked: &ScopeItem<'_>) -> [SheetCell; 4] {
    let part = asked.part.map_or(SheetCell::Empty, |part| SheetCell::Number(part.number.into()));
    let title = asked.part.map_or("", |part| &part.title);
    [part, SheetCell::text(title), SheetCell::text(asked.number()), SheetCell::text(asked.question())]
}

/// Creates a sheet from these columns, each with its heading and its width in characters.
pub(super) fn sheet(name: &str, columns: &[(&str, u8)], rows: Vec<Vec<SheetCell>>) -> Sheet {
    let columns = columns.iter().map(|(title, width)| SheetColumn::new(title, *width)).collect();
    Sheet { name: name.into(), columns, rows }
}
