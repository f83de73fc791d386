//! Writes a sheet as comma-separated values, in the same form as `standards_met_core::exchange::csv`.

use crate::ReportError;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use standards_met_core::report::{Sheet, SheetCell};

/// The byte order mark, by which Excel recognises UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// Returns the file: the mark, the headings of the columns, and a line for each row.
///
/// # Errors
/// [`ReportError::Writing`] where a row is not as long as the first.
pub fn comma(sheet: &Sheet) -> Result<Vec<u8>, ReportError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(MARK.as_bytes().to_vec());
    for row in rows(sheet) {
        writer.write_record(&row).map_err(ReportError::writing)?;
    }
    writer.into_inner().map_err(ReportError::writing)
}

/// Returns all rows, the headings first, as they are in the file.
pub(crate) fn rows(sheet: &Sheet) -> impl Iterator<Item = Vec<String>> {
    let head = sheet.columns.iter().map(|column| harmless(&column.title)).collect();
    std::iter::once(head).chain(sheet.rows.iter().map(|row| row.iter().map(spelled).collect()))
}

fn spelled(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Empty => String::new(),
        SheetCell::Text(text) => harmless(text),
        SheetCell::Number(number) => number.to_string(),
        SheetCell::Day(day) => day.to_string(),
    }
}

/// Puts an apostrophe before a text that a spreadsheet would take for a formula and calculate.
fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.into() }
}
