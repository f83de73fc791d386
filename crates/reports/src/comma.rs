//! A sheet as comma-separated values, as `standards_met_core::exchange::csv` writes them.

use crate::ReportError;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use standards_met_core::report::{Sheet, SheetCell};

/// The mark by which Excel knows UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// The file: a mark, the columns' titles, and a row each.
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

/// All rows with the head, as they stand in the file.
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

/// A text that a spreadsheet would take for a formula, and carry out, gets an apostrophe before it.
fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.into() }
}
