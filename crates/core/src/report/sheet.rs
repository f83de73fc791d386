//! A report as a spreadsheet: tables of typed cells.

use crate::assessment::Date;

/// A table of a spreadsheet. A file for Excel holds several; one of comma-separated values holds the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// At most 31 characters, and none of `[]:*?/\`, as Excel wants it.
    pub name: String,
    pub columns: Vec<SheetColumn>,
    /// Each as long as `columns`.
    pub rows: Vec<Vec<SheetCell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    pub title: String,
    /// In characters.
    pub width: u8,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SheetCell {
    Empty,
    /// Exactly as it was typed.
    Text(String),
    Number(usize),
    Day(Date),
}

impl SheetColumn {
    #[must_use]
    pub fn new(title: &str, width: u8) -> Self {
        Self { title: title.into(), width }
    }
}

impl SheetCell {
    /// A text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.into()) }
    }

    #[must_use]
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}
