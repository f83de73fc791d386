//! `.csv` files: cells separated by commas, semicolons or tabs.

use crate::SpreadsheetError;
use crate::sheet::{SheetReader, TextBudget};
use csv::{ReaderBuilder, StringRecord};
use standards_met_core::kit::{Cell, CellKind, Table};

/// The possible separators, the most common first.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];
/// How many rows are examined to detect the separator.
const LOOKED_AT: usize = 50;

/// Reads the one sheet of a text whose line ends are all `\n`. The sheet gets the name of the file. Every cell is text:
/// what looks like a number or a date is left as it was typed.
///
/// # Errors
/// [`SpreadsheetError::TooLarge`] and [`SpreadsheetError::Damaged`].
pub(crate) fn sheet(name: &str, text: &str) -> Result<Table, SpreadsheetError> {
    let (between, text) = stated(text).unwrap_or_else(|| (found(text), text));
    let mut reader = ReaderBuilder::new();
    let mut reader = reader.delimiter(between).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut sheet, mut room, mut number) = (SheetReader::default(), TextBudget::new(), 0);
    let mut record = StringRecord::new();
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut record).map_err(|_| SpreadsheetError::Damaged)? {
            break;
        }
        // The `csv` reader skips empty lines, but a spreadsheet counts them as rows.
        let blank = text.as_bytes().iter().skip(from).take_while(|byte| **byte == b'\n').count();
        number += 1 + blank;
        for (column, text) in record.iter().enumerate() {
            let cell = Cell { text: text.to_owned(), kind: CellKind::Text };
            sheet.put(&mut room, number, column, cell)?;
        }
    }
    Ok(sheet.done(without_ending(name)))
}

/// Returns the separator that a first line such as `sep=;` states, and the text without that line. No spreadsheet shows
/// or counts that line. Returns `None` where there is no such line.
fn stated(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let sign = first.trim_end_matches(',').strip_prefix("sep=")?;
    match sign.as_bytes() {
        [between] => Some((*between, rest)),
        // The separator is a comma, which `trim_end_matches` removed.
        [] => Some((b',', rest)),
        _ => None,
    }
}

/// Detects the separator: the one that gives most of the first rows an equal length; of two such, the one that gives
/// more cells.
fn found(text: &str) -> u8 {
    let fits = |between: &u8| {
        let mut reader = ReaderBuilder::new();
        let mut reader =
            reader.delimiter(*between).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let lengths: Vec<usize> =
            reader.records().flatten().take(LOOKED_AT).map(|record| record.len()).collect();
        let equal = |length: usize| lengths.iter().filter(|other| **other == length).count();
        lengths.iter().filter(|length| **length > 1).map(|length| (equal(*length), *length)).max()
    };
    // `max_by_key` returns the last of equal maxima, so the order is reversed for the first to win.
    let best = BETWEEN.iter().rev().max_by_key(|between| fits(between));
    best.copied().unwrap_or(b',')
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((name, _)) if !name.is_empty() => name,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let rows = sheet("a.csv", text).unwrap().rows.into_iter();
        rows.map(|row| (row.number, row.cells.into_iter().map(|cell| cell.text).collect())).collect()
    }

    #[test]
    fn what_stands_between_the_cells_is_found_out() {
        for between in [",", ";", "\t"] {
            let text =
                "id|question\n1.2.3|\"Who, if anybody; and when?\"\n1.2.4|Is it so, and why?\n1.2.5|Yes\n";
            let expected = [
                (1, vec!["id".to_owned(), "question".to_owned()]),
                (2, vec!["1.2.3".to_owned(), "Who, if anybody; and when?".to_owned()]),
                (4, vec!["1.2.5".to_owned(), "Yes".to_owned()]),
            ];
            let found = rows(&text.replace('|', between));
            for row in expected {
                assert!(found.contains(&row), "{between:?}: {found:?}");
            }
        }
        assert_eq!(rows("sep=;\na;b,c,d\ne;f,g,h\n")[0], (1, vec!["a".to_owned(), "b,c,d".to_owned()]));
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts() {
        let found = rows("a,b\n\n\n\"c\nd\",e\n , \n\nf,g");
        let numbers: Vec<usize> = found.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 4, 7]);
        assert_eq!(found[1].1, ["c\nd", "e"]);
    }

    #[test]
    fn the_sheet_has_the_name_of_the_file() {
        for (name, expected) in [("Items 2.0.csv", "Items 2.0"), ("items", "items"), (".csv", ".csv")] {
            assert_eq!(sheet(name, "a").unwrap().name, expected);
        }
    }
}
