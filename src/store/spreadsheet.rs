//! A spreadsheet in the edition kit, and the edition that comes of it.

use standards_met_core::assessment::is_year_after;
use standards_met_core::exchange::ImportError;
use standards_met_core::kit::{self, ColumnChoice, EditionDetails, KitResult, Table, Workbook};

/// How far the reading of a spreadsheet is.
#[derive(Clone, Debug, PartialEq)]
pub enum SpreadsheetRead {
    Nothing,
    /// The file with this name is being read; which reading it is since the page was opened.
    Reading(String, u32),
    Failed {
        file: String,
        why: Unread,
    },
    Here(Box<Spreadsheet>),
}

/// Why a spreadsheet could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    File(ImportError),
    /// What the program that reads it says.
    Refused(String),
    /// The program that reads it could not be fetched, or not started.
    NoProgram,
}

/// A spreadsheet with what was chosen of it, and the edition that comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spreadsheet {
    pub file: String,
    pub book: Workbook,
    /// Which sheet, counted from 0.
    pub sheet: usize,
    pub choice: ColumnChoice,
    pub about: EditionDetails,
    pub made: KitResult,
    /// Which reading it came of.
    pub reading: u32,
    /// Counts the changes: what was overtaken is not made.
    pub(super) changes: u32,
}

impl Spreadsheet {
    /// `earlier` are the identifiers and years of the editions that are here.
    pub(super) fn new(file: String, reading: u32, book: Workbook, earlier: &[(String, String)]) -> Self {
        let sheet = kit::likely_sheet(&book);
        let table = book.sheets.get(sheet).cloned().unwrap_or_default();
        let choice = kit::guess(&table);
        let mut about = kit::guess_about(&file, &table);
        // The one of the year before or, where that cannot be told, the only one there is.
        let before = earlier.iter().find(|(_, year)| is_year_after(year, &about.year));
        let before = before.or(earlier.first().filter(|_| earlier.len() == 1));
        about.before = before.map(|(id, _)| id.clone()).unwrap_or_default();
        let made = kit::make(&table, &choice, &about);
        Self { file, book, sheet, choice, about, made, reading, changes: 0 }
    }

    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        self.book.sheets.get(self.sheet)
    }

    pub(super) fn make(&mut self) {
        if let Some(table) = self.book.sheets.get(self.sheet) {
            self.made = kit::make(table, &self.choice, &self.about);
        }
    }
}
