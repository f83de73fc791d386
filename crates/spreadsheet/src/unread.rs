//! The reasons why a spreadsheet could not be read.

use std::fmt;

/// The reason why a spreadsheet could not be read. Each has a sentence for the person who chose the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpreadsheetError {
    /// Another kind of file, or a kind of spreadsheet that cannot be read here.
    NotASpreadsheet,
    /// The file can be opened only with a password.
    Locked,
    /// The file begins like a spreadsheet but does not continue like one.
    Damaged,
    /// The file is empty, or none of its cells contains anything.
    Empty,
    /// The file, its unpacked content, or one of its sheets is too large.
    TooLarge,
    /// A workbook with charts or macros alone.
    NoSheets,
}

impl fmt::Display for SpreadsheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotASpreadsheet => {
                "This is not a spreadsheet that can be read here. Nothing has changed. Open it in your spreadsheet \
                 program, save it as an Excel workbook (.xlsx) or as CSV (.csv), and choose that file."
            }
            Self::Locked => {
                "This spreadsheet is locked with a password. Nothing has changed. Open it in your spreadsheet program, \
                 save a copy without the password, and choose that file."
            }
            Self::Damaged => {
                "This spreadsheet is damaged and cannot be read. Nothing has changed. Open it in your spreadsheet program, \
                 save it again as .xlsx or .csv, or ask whoever sent it for another copy."
            }
            Self::Empty => {
                "There is nothing in this spreadsheet. Nothing has changed. Choose one that has the questions in it."
            }
            Self::TooLarge => {
                "This spreadsheet is too large: a file may have 8 MB, and a sheet 5,000 rows and 100 columns. Nothing has \
                 changed. Save the sheet with the questions on its own, without pictures, and choose that file."
            }
            Self::NoSheets => {
                "There is no sheet with cells in this spreadsheet. Nothing has changed. Choose one that has the questions \
                 in it."
            }
        })
    }
}

impl std::error::Error for SpreadsheetError {}
