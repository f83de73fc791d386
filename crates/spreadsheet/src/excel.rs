//! `.xlsx` files. Cells are read one by one, as they come: a table of all the positions between the first cell and the
//! last would be as large as a file claims to be, not as large as it is.

use crate::sheet::{SheetReader, TextBudget};
use crate::{SpreadsheetError, shown};
use calamine::{Reader, SheetType, Xlsx, XlsxError};
use standards_met_core::kit::{MergedCells, Table};
use std::io::Cursor;

/// Reads every sheet with cells, including hidden ones.
///
/// # Errors
/// Every [`SpreadsheetError`] except [`SpreadsheetError::NotASpreadsheet`] and [`SpreadsheetError::Empty`].
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<Table>, SpreadsheetError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unread)?;
    let sheets = book.sheets_metadata().to_vec();
    let mut room = TextBudget::new();
    let mut tables = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        match table(&mut book, &sheet.name, &mut room) {
            // Not what the list of sheets says it is, but for example a chart.
            Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => return Err(unread(error)),
            Ok(table) => tables.push(table?),
        }
    }
    if tables.is_empty() { Err(SpreadsheetError::NoSheets) } else { Ok(tables) }
}

type XlsxBook<'a> = Xlsx<Cursor<&'a [u8]>>;

fn table(
    book: &mut XlsxBook,
    name: &str,
    room: &mut TextBudget,
) -> Result<Result<Table, SpreadsheetError>, XlsxError> {
    let mut sheet = SheetReader::default();
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map(|format| format.format_code.as_str());
        let Some(seen) = shown::cell(cell.get_value(), format) else { continue };
        let (row, column) = cell.get_position();
        if let Err(too_large) = sheet.put(room, number(row) + 1, number(column), seen) {
            return Ok(Err(too_large));
        }
    }
    drop(cells);
    for area in book.merge_cells_by_sheet_name(name)? {
        sheet.merge(MergedCells {
            first_row: number(area.start.0) + 1,
            last_row: number(area.end.0) + 1,
            first_column: number(area.start.1),
            last_column: number(area.end.1),
        });
    }
    Ok(Ok(sheet.done(name)))
}

/// Converts a row or column number. No position in a spreadsheet is near the limit of either type.
fn number(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX - 1)
}

fn unread(error: XlsxError) -> SpreadsheetError {
    match error {
        XlsxError::Password => SpreadsheetError::Locked,
        _ => SpreadsheetError::Damaged,
    }
}
