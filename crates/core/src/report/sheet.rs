//! A report as a spreadsheet: tables of typed cells.

use crate::assessment::Date;

/// A sheet. A file for Excel holds several; a file of comma-separated values holds the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The name: at most 31 characters and none of `[]:*?/\`, as Excel requires.
    pub name: String,
    /// The columns, from left to right.
    pub columns: Vec<SheetColumn>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    /// The heading of the column.
    pub title: String,
    /// The width, in characters.
    pub width: u8,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    Empty,
    /// A text, exactly as it was typed.
    Text(String),
    Number(usize),
    Day(Date),
}

impl SheetColumn {
    /// Creates a column; `width` is in characters.
    #[must_use]
    pub fn new(title: &str, width: u8) -> Self {
        Self { title: title.into(), width }
    }
}

impl SheetCell {
    /// Creates a cell with a text, or an empty cell where the text is empty.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    /// Creates a cell with a date, or an empty cell for `None`.
    #[must_use]
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}
