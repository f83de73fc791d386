//! Your homes: the table of many homes' files. The table is kept on the device, and the files are not.

use super::{Exchange, cleared};
use crate::platform::files::{self, File};
use crate::platform::storage::Device;
use crate::platform::turns::Turns;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::assessment::homes::{AddEffect, Homes, HomesQuery, HomesTableError, Outline};
use standards_met_core::exchange::ImportError;
use standards_met_core::storage;
use standards_met_core::storage::Store;
use standards_met_core::storage::homes_table::{self, HomesTableVersion};
use std::cell::OnceCell;
use std::collections::{BTreeMap, VecDeque};

/// So many characters of a table are kept on the device at most: a quarter of the least that a browser keeps, which is
/// about 1,600 homes. The rest is for answers.
const MOST: usize = storage::LIMIT / 4;

/// So many rows are drawn at first, and so many more with each press: a thousand at once would keep the page from
/// everything else.
pub const ROWS: usize = 50;

thread_local! {
    /// One for the whole page. Made where it is first asked for, because the first page knows nothing of it.
    static HELD: OnceCell<YourHomes> = const { OnceCell::new() };
}

/// The table, and what is shown around it. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct YourHomes {
    pub homes: RwSignal<Homes>,
    /// What is looked for, so that Back leads to the same rows.
    pub query: RwSignal<HomesQuery>,
    /// How many rows are drawn.
    pub shown: RwSignal<usize>,
    /// How far the reading is, while files are being read.
    pub reading: RwSignal<Option<Reading>>,
    /// What came of the last reading.
    pub outcome: RwSignal<Option<Outcome>>,
    pub keeping: RwSignal<TableKept>,
    /// The table that was just forgotten.
    pub forgotten: RwSignal<Option<Homes>>,
    work: StoredValue<Work, LocalStorage>,
}

/// How far a reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub done: usize,
    pub of: usize,
    /// The file that was read last.
    pub file: String,
}

/// What came of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many files could be read.
    pub read: usize,
    /// How many homes are new in the table.
    pub new: usize,
    /// How many files were in the table already.
    pub known: usize,
    /// The files that were not simply a new home: their names, how they stand to what was there, and the home's name.
    pub told: Vec<(String, AddEffect, String)>,
    /// The files that are not in the table, and why.
    pub refused: Vec<(String, Refused)>,
    /// How many files were left alone, because their names do not end in `.json` or `.txt`.
    pub left_alone: usize,
    /// How many files were not read any more, because the reading was cancelled.
    pub not_read: usize,
}

/// Why a file is not in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    Import(ImportError),
    /// It is a sheet with some of the questions for somebody else.
    Sheet,
}

/// Whether the table is on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableKept {
    /// It is, as far as there is one.
    #[default]
    OnDevice,
    /// It is larger than what may be kept of it.
    TooLarge,
    /// The device refused it.
    Refused,
    /// What was kept cannot be read.
    Broken,
    /// A newer version of this page has kept one, and it is not written over.
    Newer,
}

/// What has to be known to read, and to open what was read: nothing of it is shown.
#[derive(Default)]
pub(super) struct Work {
    loaded: bool,
    /// What was forgotten in this sitting, and does not come back from another tab.
    gone: Homes,
    /// Whether something came from another tab that is not shown yet.
    met: bool,
    pub(super) running: bool,
    pub(super) cancelled: bool,
    pub(super) queue: VecDeque<File>,
    pub(super) reading: Reading,
    pub(super) outcome: Outcome,
    /// The files of this sitting, by assessment and check code. They are only named here, and not held in memory.
    pub(super) files: BTreeMap<(Id, String), File>,
}

impl YourHomes {
    fn new() -> Self {
        Self {
            homes: RwSignal::new(Homes::default()),
            query: RwSignal::new(HomesQuery::default()),
            shown: RwSignal::new(ROWS),
            reading: RwSignal::new(None),
            outcome: RwSignal::new(None),
            keeping: RwSignal::new(TableKept::OnDevice),
            forgotten: RwSignal::new(None),
            work: StoredValue::new_local(Work::default()),
        }
    }

    pub(super) fn work<R>(self, change: impl FnOnce(&mut Work) -> R) -> R {
        change(&mut self.work.write_value())
    }

    /// Reads the table from the device, once. Nobody shows it yet.
    fn load(self) {
        if self.work(|work| std::mem::replace(&mut work.loaded, true)) {
            return;
        }
        match homes_table::look(&Device::open()).1 {
            None => {}
            Some(Ok(kept)) => *self.homes.write_untracked() = kept,
            Some(Err(HomesTableError::Broken)) => *self.keeping.write_untracked() = TableKept::Broken,
            Some(Err(HomesTableError::Newer)) => *self.keeping.write_untracked() = TableKept::Newer,
        }
        if Device::open().has(storage::OTHER_HOMES) {
            // Both are one now, and take the room of one.
            spawn_local(async move { self.keep(&mut Turns::default()).await });
        }
    }

    /// Takes in what another tab has kept meanwhile, but for what was forgotten here. Nobody shows it yet.
    pub(super) fn meet_device(self) -> HomesTableVersion {
        let (seen, table) = homes_table::look(&Device::open());
        match table {
            Some(Ok(mut kept)) => {
                self.work(|work| {
                    kept.leave_out(&work.gone);
                    work.met |= self.homes.update_untracked(|homes| homes.take_in(kept));
                });
            }
            Some(Err(HomesTableError::Newer)) => self.keeping.set(TableKept::Newer),
            Some(Err(HomesTableError::Broken)) | None => {}
        }
        seen
    }

    /// Keeps the table on the device, where there is room for it: with what other tabs have put there.
    pub(super) async fn keep(self, turns: &mut Turns) {
        loop {
            let seen = self.meet_device();
            if self.work(|work| std::mem::take(&mut work.met)) {
                turns.pass().await;
                self.homes.update(|_| {});
            }
            turns.pass().await;
            let text = self.homes.with_untracked(Homes::write);
            turns.pass().await;
            // What was cleared meanwhile does not come back, nor what was forgotten.
            let none = self.homes.with_untracked(Homes::is_empty);
            if none || cleared::is_cleared() || self.keeping.get_untracked() == TableKept::Newer {
                return;
            }
            if text.len() > MOST {
                return self.keeping.set(TableKept::TooLarge);
            }
            match homes_table::keep(&Device::open(), &seen, &text) {
                Ok(true) => return self.keeping.set(TableKept::OnDevice),
                // Another tab was faster: once more, with what it has written.
                Ok(false) => {}
                Err(_) => return self.keeping.set(TableKept::Refused),
            }
        }
    }

    /// Looks for something else, from the first row on.
    pub fn look_for(self, change: impl FnOnce(&mut HomesQuery)) {
        self.shown.set(ROWS);
        self.query.update(change);
    }

    /// Draws more rows.
    pub fn show_more(self) {
        self.shown.update(|shown| *shown += ROWS);
    }

    /// The edition that most of the homes answer. `None` without any home.
    #[must_use]
    pub fn outline(self) -> Option<Outline> {
        self.homes.with(|homes| homes.main_edition().map(|(_, outline)| outline.clone()))
    }
}

impl Exchange {
    /// The table of homes, as the device has it when it is first asked for.
    #[must_use]
    pub fn your_homes(self) -> YourHomes {
        let your_homes =
            HELD.with(|your_homes| *your_homes.get_or_init(|| self.for_the_page(YourHomes::new)));
        your_homes.load();
        your_homes
    }

    /// The parts and items that the table is about: those of the edition that most homes answer, or of this page's own.
    #[must_use]
    pub fn homes_outline(self) -> Outline {
        let of_homes = self.your_homes().outline();
        of_homes.unwrap_or_else(|| Outline::of(&self.assessments.built_in()))
    }

    /// Opens the file of a home, as any file is opened. Gives whether it is at hand: those of an earlier sitting are not.
    pub fn open_home(self, id: &Id, check_code: &str) -> bool {
        let your_homes = self.your_homes();
        let file = your_homes.work(|work| work.files.get(&(id.clone(), check_code.to_owned())).cloned());
        let at_hand = file.is_some();
        if let Some(file) = file {
            self.open(Some(file));
        }
        at_hand
    }

    /// Hands a table to the person as a file for a spreadsheet.
    pub fn hand_over_table(self, name: &str, text: &str) {
        files::hand_over_as(name, text, "text/csv;charset=utf-8");
    }

    /// Forgets the table, here and on the device. It can be brought back while the page is open.
    pub fn forget_homes(self) {
        let your_homes = self.your_homes();
        // With what only another tab has shown so far: it can be brought back too.
        your_homes.meet_device();
        let before = your_homes.homes.try_update(std::mem::take).unwrap_or_default();
        your_homes.work(|work| work.gone.take_in(before.clone()));
        homes_table::forget(&Device::open());
        your_homes.keeping.set(TableKept::OnDevice);
        your_homes.outcome.set(None);
        your_homes.forgotten.set(Some(before));
    }

    /// Brings back the table that was just forgotten.
    pub fn bring_homes_back(self) {
        let your_homes = self.your_homes();
        let Some(before) = your_homes.forgotten.try_update(Option::take).flatten() else { return };
        your_homes.work(|work| work.gone.leave_out(&before));
        your_homes.homes.update(|homes| {
            homes.take_in(before);
        });
        spawn_local(async move { your_homes.keep(&mut Turns::default()).await });
    }
}
