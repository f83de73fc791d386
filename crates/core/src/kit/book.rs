//! A spreadsheet as it was read, and the JSON in which one part of the program hands it to another.

use crate::json::Extra;
use serde_json::{Value, json};

/// A spreadsheet. A file of comma-separated values has one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets, in the order of the file.
    pub sheets: Vec<Table>,
}

/// One sheet of a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet; empty where the file does not name its sheets.
    pub name: String,
    /// The rows from top to bottom; blank rows may be missing.
    pub rows: Vec<Row>,
    /// The ranges of merged cells.
    pub merged: Vec<MergedCells>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The row number as the spreadsheet counts it, from 1.
    pub number: usize,
    /// The cells from the first column; cells at the end of the row may be missing.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text that the cell shows; empty where it shows nothing.
    pub text: String,
    /// The type of value that the spreadsheet stores.
    pub kind: CellKind,
}

/// The type that the spreadsheet gives a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellKind {
    #[default]
    Text,
    Number,
    Date,
    /// A truth value, an error, or anything else.
    Other,
}

/// A range of merged cells. Its text is in the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergedCells {
    /// Row number as the spreadsheet counts it, from 1.
    pub first_row: usize,
    /// Row number, included in the range.
    pub last_row: usize,
    /// Column index, counted from 0.
    pub first_column: usize,
    /// Column index, included in the range.
    pub last_column: usize,
}

impl MergedCells {
    /// Returns whether the range contains the cell. `row` is counted from 1 and `column` from 0.
    #[must_use]
    pub fn holds(&self, row: usize, column: usize) -> bool {
        (self.first_row..=self.last_row).contains(&row)
            && (self.first_column..=self.last_column).contains(&column)
    }

    /// Returns whether the range covers more than one cell.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.first_row < self.last_row || self.first_column < self.last_column
    }
}

impl Row {
    /// Returns the cell of a column, counted from 0; `None` where the row ends before it.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column)
    }

    /// Returns the text of a column without surrounding white space; empty where there is no cell.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map(|cell| cell.text.trim()).unwrap_or_default()
    }

    /// Returns whether no cell of the row has any text.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

impl Table {
    /// Returns the number of columns of the longest row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }
}

impl Workbook {
    /// Returns the workbook as compact JSON, the form in which it is handed to the page.
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

/// Writes a cell. Most cells are text, which is written as a JSON string; other types are a list of a letter and the
/// text.
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
