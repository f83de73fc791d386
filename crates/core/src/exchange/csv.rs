//! Tables for a spreadsheet, as comma-separated values (RFC 4180). They begin with a byte-order mark, by which Excel
//! recognises UTF-8.
//!
//! The `csv` crate, which the reports program uses, would add 17 KB after brotli to the part of the page for reviewers,
//! to replace these few lines; its state tables do not compress.

use crate::assessment::homes::{Home, Homes, ItemAcrossHomes, Summary};
use crate::assessment::{Date, Status, Tally, Timestamp};

/// The words and local days that a table takes from the page. The words are the page's own, and the day of a timestamp
/// depends on where the device is.
#[derive(Clone, Copy)]
pub struct CsvWords {
    pub status: fn(Status) -> &'static str,
    pub day: fn(Timestamp) -> Date,
    pub today: Date,
}

/// Returns the text of a table, with a byte-order mark and `CRLF` line ends.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// Returns the text of a cell, quoted where necessary. A text that a spreadsheet would take for a formula, and execute,
/// gets a leading apostrophe.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// Returns the table of homes: a header, then one row for each home, in the order of `rows`.
#[must_use]
pub fn homes_csv(homes: &Homes, rows: &[Home<'_>], spelling: &CsvWords) -> String {
    let mut parts: Vec<u8> = Vec::new();
    for home in rows {
        for part in homes.outline_of(home.shown).map(|outline| outline.parts.as_slice()).unwrap_or_default() {
            if let Err(place) = parts.binary_search(&part.number) {
                parts.insert(place, part.number);
            }
        }
    }
    let mut head: Vec<String> = ["Home", "ODS code", "Year"].map(String::from).into();
    for number in &parts {
        head.extend([format!("Part {number}: settled"), format!("Part {number}: items")]);
    }
    head.extend(["Settled", "Items"].map(String::from));
    head.extend(Status::ALL.map(|status| (spelling.status)(status).to_owned()));
    head.extend(
        [
            "Findings",
            "Actions to do",
            "Overdue actions",
            "Last change",
            "Last review",
            "Reviewed by",
            "Items changed since the last review",
            "Other versions",
            "Check code",
            "File",
        ]
        .map(String::from),
    );
    let mut all = vec![head];
    all.extend(rows.iter().map(|home| row(homes, home, &parts, spelling)));
    csv(&all)
}

fn row(homes: &Homes, home: &Home<'_>, parts: &[u8], spelling: &CsvWords) -> Vec<String> {
    let shown = home.shown;
    let outline = homes.outline_of(shown);
    let year = outline.map(|outline| outline.year.clone()).unwrap_or_default();
    let of_parts = outline.map(|outline| shown.parts(outline)).unwrap_or_default();
    let mut cells = vec![shown.name.clone(), shown.ods_code.clone(), year];
    for number in parts {
        let found = of_parts.iter().find(|(known, _)| known == number);
        let count =
            |count: fn(&Tally) -> usize| found.map(|(_, tally)| count(tally).to_string()).unwrap_or_default();
        cells.extend([count(Tally::settled), count(Tally::total)]);
    }
    let tally = shown.tally();
    cells.extend([tally.settled().to_string(), tally.total().to_string()]);
    cells.extend(Status::ALL.map(|status| tally.of(status).to_string()));
    let reviewed = shown.reviewed.as_ref();
    cells.extend([
        shown.findings.to_string(),
        shown.open.to_string(),
        shown.overdue(spelling.today).to_string(),
        (spelling.day)(shown.edited_at).to_string(),
        reviewed.map(|reviewed| (spelling.day)(reviewed.at).to_string()).unwrap_or_default(),
        reviewed.map(|reviewed| reviewed.by.clone()).unwrap_or_default(),
        reviewed.map(|reviewed| reviewed.changed.to_string()).unwrap_or_default(),
        home.earlier.len().to_string(),
        shown.origin.check_code.clone(),
        shown.origin.file.clone(),
    ]);
    cells
}

/// Returns the table of one item across all homes: a header, then one row for each home.
#[must_use]
pub fn across_csv(across: &ItemAcrossHomes<'_>, spelling: &CsvWords) -> String {
    let head = ["Item", "Question", "Home", "ODS code", "Where it stands", "Last change", "File"];
    let mut all = vec![head.map(String::from).to_vec()];
    let row = |summary: &Summary, stands: &str| {
        vec![
            across.item.to_string(),
            across.question.to_owned(),
            summary.name.clone(),
            summary.ods_code.clone(),
            stands.to_owned(),
            (spelling.day)(summary.edited_at).to_string(),
            summary.origin.file.clone(),
        ]
    };
    for (status, homes) in &across.groups {
        all.extend(homes.iter().map(|summary| row(summary, (spelling.status)(*status))));
    }
    all.extend(across.elsewhere.iter().map(|summary| row(summary, "Another year")));
    csv(&all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_take_apart_is_quoted() {
        for (cell, expected) in [
            ("Rosewood", "Rosewood"),
            ("Rosewood, West", "\"Rosewood, West\""),
            ("The “Elms”", "The “Elms”"),
            ("The \"Elms\"", "\"The \"\"Elms\"\"\""),
            ("a\r\nb", "\"a\r\nb\""),
            ("", ""),
        ] {
            assert_eq!(quoted(cell), expected);
        }
    }

    #[test]
    fn what_a_spreadsheet_would_carry_out_is_made_harmless() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("+44 20", "'+44 20"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("a=1", "a=1"),
        ] {
            assert_eq!(quoted(cell), expected);
        }
    }

    #[test]
    fn a_table_has_a_mark_lines_and_cells() {
        let rows = [vec!["a".to_owned(), "b".to_owned()], vec!["1".to_owned(), "2,3".to_owned()]];
        assert_eq!(csv(&rows), "\u{feff}a,b\r\n1,\"2,3\"\r\n");
    }
}
