//! A spreadsheet as it was read, and the text in which one part of the program hands it to another.

use crate::json::Extra;
use serde_json::{Value, json};

/// A spreadsheet: a file of comma-separated values has one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    pub sheets: Vec<Table>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Empty where the file does not name its sheets.
    pub name: String,
    /// From the top; blank rows may be missing.
    pub rows: Vec<Row>,
    pub merged: Vec<MergedCells>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As the spreadsheet counts it, from 1.
    pub number: usize,
    /// From the first column; those at the end may be missing.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What the cell shows; empty where it shows nothing.
    pub text: String,
    pub kind: CellKind,
}

/// What the spreadsheet took a cell for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    #[default]
    Text,
    Number,
    Date,
    /// True or false, an error, or anything else.
    Other,
}

/// Cells that were made one. The text is in the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedCells {
    /// As the spreadsheet counts it, from 1.
    pub first_row: usize,
    pub last_row: usize,
    /// Counted from 0.
    pub first_column: usize,
    pub last_column: usize,
}

impl MergedCells {
    /// Whether this cell is one of them; columns are counted from 0.
    #[must_use]
    pub fn holds(&self, row: usize, column: usize) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_column..=self.last_column).contains(&column)
    }

    /// Whether it is more than one cell.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.first_row < self.last_row || self.first_column < self.last_column
    }
}

impl Row {
    /// The cell of a column, counted from 0, where there is one.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column)
    }

    /// The text of a column without white space around it; empty where there is none.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map(|cell| cell.text.trim()).unwrap_or_default()
    }

    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

impl Table {
    /// How many columns the longest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }
}

impl Workbook {
    /// The book as compact JSON, the form in which it is handed to the page.
    #[must_use]
    pub fn write(&self) -> String {
        json!({ "sheets": self.sheets.iter().map(write_table).collect::<Vec<_>>() }).to_string()
    }

    /// Reads what [`Workbook::write`] has written; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let whole: Extra = serde_json::from_str(text).ok()?;
        let sheets = whole.get("sheets")?.as_array()?;
        Some(Self { sheets: sheets.iter().map(read_table).collect::<Option<_>>()? })
    }
}

fn write_table(table: &Table) -> Value {
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| json!([row.number, row.cells.iter().map(write_cell).collect::<Vec<_>>()]))
        .collect();
    let merged: Vec<Value> = table
        .merged
        .iter()
        .map(|area| json!([area.first_row, area.last_row, area.first_column, area.last_column]))
        .collect();
    json!({ "name": table.name, "rows": rows, "merged": merged })
}

/// Most cells are text, which is written as it is; another kind is a list of its letter and the text.
fn write_cell(cell: &Cell) -> Value {
    let letter = match cell.kind {
        CellKind::Text => return Value::String(cell.text.clone()),
        CellKind::Number => "n",
        CellKind::Date => "d",
        CellKind::Other => "o",
    };
    json!([letter, cell.text])
}

fn read_table(value: &Value) -> Option<Table> {
    let row = |value: &Value| {
        let cells = value.get(1)?.as_array()?;
        Some(Row {
            number: count(value.get(0)?)?,
            cells: cells.iter().map(read_cell).collect::<Option<_>>()?,
        })
    };
    let area = |value: &Value| {
        let edge = |place: usize| count(value.get(place)?);
        Some(MergedCells {
            first_row: edge(0)?,
            last_row: edge(1)?,
            first_column: edge(2)?,
            last_column: edge(3)?,
        })
    };
    Some(Table {
        name: value.get("name")?.as_str()?.into(),
        rows: value.get("rows")?.as_array()?.iter().map(row).collect::<Option<_>>()?,
        merged: value.get("merged")?.as_array()?.iter().map(area).collect::<Option<_>>()?,
    })
}

fn count(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn read_cell(value: &Value) -> Option<Cell> {
    if let Some(text) = value.as_str() {
        return Some(Cell { text: text.into(), kind: CellKind::Text });
    }
    let kind = match value.get(0)?.as_str()? {
        "n" => CellKind::Number,
        "d" => CellKind::Date,
        "o" => CellKind::Other,
        _ => return None,
    };
    Some(Cell { text: value.get(1)?.as_str()?.into(), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_is_handed_over_as_it_was_read() {
        let cell = |text: &str, kind| Cell { text: text.into(), kind };
        let row = Row {
            number: 7,
            cells: vec![
                cell("1.1", CellKind::Number),
                cell("“Ŵyn”\r\n😀", CellKind::Text),
                cell("2022-07-01", CellKind::Date),
                cell("#REF!", CellKind::Other),
                cell("", CellKind::Text),
            ],
        };
        let merged = vec![MergedCells { first_row: 7, last_row: 9, first_column: 0, last_column: 0 }];
        let table = Table { name: "Sheet 1".into(), rows: vec![row], merged };
        let book = Workbook { sheets: vec![table, Table::default()] };
        assert_eq!(Workbook::read(&book.write()), Some(book));
    }

    #[test]
    fn what_is_no_book_is_refused() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"sheets": [5]}"#,
            r#"{"sheets": [{"name": "a", "rows": [[1, [["x", "y"]]]], "merged": []}]}"#,
            r#"{"sheets": [{"name": "a", "rows": [[-1, []]], "merged": []}]}"#,
        ] {
            assert_eq!(Workbook::read(text), None, "{text}");
        }
    }
}
