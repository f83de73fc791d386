//! A sheet as comma-separated values, as `standards_met_core::exchange::csv` writes them.

use crate::Wrong;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use standards_met_core::report::{Cell, Sheet};

/// The mark by which Excel knows UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// The file: a mark, the columns' titles, and a row each.
///
/// # Errors
/// [`Wrong::Writing`] where a row is not as long as the first.
pub fn comma(sheet: &Sheet) -> Result<Vec<u8>, Wrong> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(MARK.as_bytes().to_vec());
    for row in rows(sheet) {
        writer.write_record(&row).map_err(Wrong::writing)?;
    }
    writer.into_inner().map_err(Wrong::writing)
}

/// All rows with the head, as they stand in the file.
pub(crate) fn rows(sheet: &Sheet) -> impl Iterator<Item = Vec<String>> {
    let head = sheet.columns.iter().map(|column| harmless(&column.title)).collect();
    std::iter::once(head).chain(sheet.rows.iter().map(|row| row.iter().map(spelled).collect()))
}

fn spelled(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
    }
}

/// A text that a spreadsheet would take for a formula, and carry out, gets an apostrophe before it.
fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.into() }
}
