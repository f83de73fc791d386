//! The spreadsheet in the edition kit.

use crate::store::{Spreadsheet, SpreadsheetRead};

/// The spreadsheet, where one was read.
pub fn spreadsheet_of(read: &SpreadsheetRead) -> Option<&Spreadsheet> {
    match read {
        SpreadsheetRead::Here(now) => Some(now),
        SpreadsheetRead::Nothing | SpreadsheetRead::Reading(..) | SpreadsheetRead::Failed { .. } => None,
    }
}
