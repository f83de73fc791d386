//! A spreadsheet in the edition kit, and the edition that comes of it.

use standards_met_core::assessment::is_year_after;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::ImportError;
use standards_met_core::kit::{self, ColumnChoice, EditionDetails, KitResult, Table, Workbook};
use std::sync::Arc;

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
    /// Why the sheet was chosen; `None` where there was no choice, and where the person has chosen.
    pub sheet_reason: Option<String>,
    pub choice: ColumnChoice,
    pub about: EditionDetails,
    pub made: KitResult,
    /// Which reading it came of.
    pub reading: u32,
    /// Counts the changes: what was overtaken is not made.
    pub(super) changes: u32,
    /// The details that were guessed, by which those that somebody has typed are known.
    guessed: EditionDetails,
    /// The editions that are here.
    here: Vec<Arc<Edition>>,
}

impl Spreadsheet {
    /// `here` are the editions that are on this device.
    pub(super) fn new(file: String, reading: u32, book: Workbook, here: Vec<Arc<Edition>>) -> Self {
        let known: Vec<&Edition> = here.iter().map(AsRef::as_ref).collect();
        let likely = kit::likely_sheet(&book, &known);
        let mut now = Self {
            file,
            sheet: likely.sheet,
            sheet_reason: likely.sentence(&book),
            book,
            choice: ColumnChoice::default(),
            about: EditionDetails::default(),
            made: KitResult::default(),
            reading,
            changes: 0,
            guessed: EditionDetails::default(),
            here,
        };
        now.guess();
        now
    }

    /// Takes another sheet. What somebody has typed about the edition stays.
    pub(super) fn choose_sheet(&mut self, sheet: usize) {
        if sheet < self.book.sheets.len() {
            self.sheet = sheet;
            self.sheet_reason = None;
            self.guess();
        }
    }

    /// Takes what was chosen for an earlier reading of the file.
    pub(super) fn keep(&mut self, earlier: &Self) {
        let name = earlier.table().map(|table| &table.name);
        if let Some(sheet) = self.book.sheets.iter().position(|table| Some(&table.name) == name) {
            self.sheet = sheet;
            self.sheet_reason.clone_from(&earlier.sheet_reason);
        }
        (self.about, self.guessed) = (earlier.about.clone(), earlier.guessed.clone());
        self.choice = earlier.choice.clone();
        self.make();
    }

    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        self.book.sheets.get(self.sheet)
    }

    /// Guesses the columns of the sheet and, unless somebody has typed them, the details.
    fn guess(&mut self) {
        self.choice = self.table().map(kit::guess).unwrap_or_default();
        let mut guessed = kit::guess_about(&self.file, &self.book, self.sheet);
        let before = self.here.iter().find(|edition| is_year_after(&edition.year, &guessed.year));
        // Where the year cannot be told, the only edition there is.
        let before = before.or(self.here.first().filter(|_| self.here.len() == 1 && guessed.year.is_empty()));
        if let Some(before) = before {
            guessed.before.clone_from(&before.id);
        }
        let with_optional = self.about.with_optional;
        if self.about == (EditionDetails { with_optional, ..self.guessed.clone() }) {
            self.about = EditionDetails { with_optional, ..guessed.clone() };
        }
        self.guessed = guessed;
        self.make();
    }

    pub(super) fn make(&mut self) {
        let known: Vec<&Edition> = self.here.iter().map(AsRef::as_ref).collect();
        if let Some(table) = self.book.sheets.get(self.sheet) {
            self.made = kit::make(table, &self.choice, &self.about, &known);
        }
    }
}
