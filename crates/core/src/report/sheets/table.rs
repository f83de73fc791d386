//! What several tables have in common.

use super::super::scope::ScopeItem;
use super::super::{Sheet, SheetCell, SheetColumn};

/// Where an item is: its part, its number and its question.
pub(super) fn place(asked: &ScopeItem<'_>) -> [SheetCell; 4] {
    let part = asked.part.map_or(SheetCell::Empty, |part| SheetCell::Number(part.number.into()));
    let title = asked.part.map_or("", |part| &part.title);
    [part, SheetCell::text(title), SheetCell::text(asked.id.as_str()), SheetCell::text(asked.question())]
}

/// A table of these columns, each with its title and its width in letters.
pub(super) fn sheet(name: &str, columns: &[(&str, u8)], rows: Vec<Vec<SheetCell>>) -> Sheet {
    let columns = columns.iter().map(|(title, width)| SheetColumn::new(title, *width)).collect();
    Sheet { name: name.into(), columns, rows }
}
