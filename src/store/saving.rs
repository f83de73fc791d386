//! What the person is told of saving: whether it is done, what is in its way, and how long the browser keeps it.

use crate::platform::kept_file::KeptFile;
use crate::platform::lasting;
use crate::platform::storage::Device;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Id, Timestamp};
use standards_met_core::storage::{self, StorageError, StorageSpace};

/// Whether what is on screen is on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing was changed since the page was opened.
    Unchanged,
    /// An edit waits to be saved.
    Waiting,
    /// Everything was written and read back at this time, in both copies where the browser gives two.
    Saved(Timestamp),
    /// The first copy on the device refused, and the second took it at this time.
    SecondOnly(Timestamp, StorageError),
    /// The device refused. The answers are in memory, and export works.
    Failed(StorageError),
}

/// How things are with the second copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondCopy {
    /// It is being opened.
    Opening,
    /// Everything is in it.
    UpToDate,
    /// Something is on its way to it.
    Behind,
    /// The browser does not give one, or it takes nothing.
    Refused,
}

/// What the browser says of how long it keeps what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It has not been asked yet, or there is nothing to ask.
    Unknown,
    /// It has promised not to clear it by itself.
    Promised,
    /// It has not promised it.
    NotPromised,
    /// It was asked, and refused.
    Refused,
}

/// A file that an assessment is written to.
#[derive(Clone, Debug, PartialEq)]
pub struct FileKept {
    pub of: Id,
    pub file: KeptFile,
    pub status: FileStatus,
    /// The state of the assessment that is in it.
    pub(super) edited_at: Timestamp,
}

/// How things are with such a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileStatus {
    /// Everything was in it at this time.
    Written(Timestamp),
    /// The browser wants the person to be asked again.
    AskAgain,
    /// It could not be written.
    Failed,
}

/// How saving goes. What saves is in [`super::Assessments`].
#[derive(Clone, Copy)]
pub struct Saving {
    pub status: RwSignal<SaveStatus>,
    /// Why the first copy on the device does not take what is typed, and whether the second does.
    pub trouble: RwSignal<Option<(StorageError, bool)>>,
    /// How things are with the second copy on the device.
    pub second: RwSignal<SecondCopy>,
    pub lasting: RwSignal<Lasting>,
    /// The files that are kept up to date.
    pub files: RwSignal<Vec<FileKept>>,
    /// Changes whenever a copy was made.
    pub(super) copies: RwSignal<()>,
}

impl Saving {
    pub(super) fn new(status: SaveStatus) -> Self {
        Self {
            trouble: RwSignal::new(trouble_of(&status)),
            status: RwSignal::new(status),
            second: RwSignal::new(SecondCopy::Opening),
            lasting: RwSignal::new(Lasting::Unknown),
            files: RwSignal::new(Vec::new()),
            copies: RwSignal::new(()),
        }
    }

    /// Says how things are; the trouble there is stays on screen until it is over, and not only until the next letter.
    pub(super) fn show(self, now: SaveStatus) {
        let trouble = match &now {
            SaveStatus::Waiting => self.trouble.get_untracked(),
            now => trouble_of(now),
        };
        if self.trouble.with_untracked(|before| *before != trouble) {
            self.trouble.set(trouble);
        }
        self.status.set(now);
    }

    pub(super) fn show_second(self, now: SecondCopy) {
        if self.second.with_untracked(|before| *before != now) {
            self.second.set(now);
        }
    }

    /// How much room is used. Counted each time: nothing says when another tab has written.
    #[must_use]
    pub fn space(self) -> StorageSpace {
        storage::space(&Device::open())
    }

    /// Whether this browser deletes what is stored after a week without a visit.
    #[must_use]
    pub fn is_short_lived(self) -> bool {
        lasting::is_short() && self.lasting.with_untracked(|lasting| *lasting != Lasting::Promised)
    }

    /// Finds out whether the browser has promised to keep what is stored.
    pub(super) fn look_at_lasting(self) {
        spawn_local(async move {
            if let Some(promised) = lasting::is_promised().await {
                self.lasting.set(if promised { Lasting::Promised } else { Lasting::NotPromised });
            }
        });
    }

    /// Asks the browser to keep what is stored.
    pub fn ask_to_last(self) {
        spawn_local(async move {
            let promised = lasting::ask().await == Some(true);
            self.lasting.set(if promised { Lasting::Promised } else { Lasting::Refused });
        });
    }
}

/// What is wrong when nothing waits: why the first copy refuses, and whether the second has it.
fn trouble_of(status: &SaveStatus) -> Option<(StorageError, bool)> {
    match status {
        SaveStatus::Waiting | SaveStatus::Unchanged | SaveStatus::Saved(_) => None,
        SaveStatus::SecondOnly(_, error) => Some((error.clone(), true)),
        SaveStatus::Failed(error) => Some((error.clone(), false)),
    }
}
