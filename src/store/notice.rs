//! What is told after something was done, and how it is undone.

use super::{Checked, Exported, SavedReview};
use standards_met_core::assessment::{Edit, Id};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::{ImportError, ImportWarning};
use standards_met_core::storage::Reason;

/// Something to tell the person. The words are in `src/app/notice_text.rs`.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Imported {
        name: String,
        warnings: Vec<ImportWarning>,
        /// For the one that it replaced.
        kept: Kept,
    },
    /// A file was made one with the assessment that it is of.
    Merged {
        name: String,
        warnings: Vec<ImportWarning>,
        /// For what was here before.
        kept: Kept,
    },
    ImportFailed {
        file: String,
        error: ImportError,
    },
    Exported(Exported),
    /// A file was locked with a passphrase and handed out.
    ExportedLocked {
        exported: Exported,
        /// Whether somebody could guess the passphrase.
        is_weak: bool,
    },
    /// A copy in which something is left out was handed out.
    Redacted(Exported),
    /// Another app has this file.
    Shared {
        file_name: String,
        check_code: String,
    },
    /// The person closed the share sheet.
    NotShared,
    /// A copy was read and compared with what is here.
    Checked {
        file: String,
        checked: Checked,
    },
    /// The newer version of the page was not opened, because not everything is saved.
    NotSwitched,
    /// The export, read back, was not what is on screen. It was not handed out.
    ExportFailed,
    Removed {
        name: String,
        kept: Kept,
    },
    PutBack {
        name: String,
    },
    PutBackFailed,
    Duplicated {
        name: String,
    },
    Renamed {
        name: String,
    },
    /// An action or a document was taken off an item.
    RemovedFrom {
        item: ItemId,
    },
    /// What the interview had settled, and does not any more: these items are open again.
    TakenBack(Vec<ItemId>),
    /// So many items were accepted as not applicable.
    Accepted(usize),
    /// Another's answer to this item was taken over.
    TookOver {
        item: ItemId,
    },
    /// So many answers of an IT supplier were taken over.
    TookOverAll(usize),
    /// A reviewer has the file with what they say.
    ReviewExported(SavedReview),
    /// So many remarks of reviewers were taken in.
    TookRemarks(usize),
    /// An action of this item was made out of what a reviewer says.
    ActsOnReview {
        assessment: Id,
        item: ItemId,
    },
    Undone,
    /// The last change was undone; it was to these items, or to the organisation.
    UndidChange(Vec<ItemId>),
    /// What was undone is done again.
    DidAgain(Vec<ItemId>),
    /// A previous answer to this item is back.
    BroughtBack {
        item: ItemId,
        /// What stood there.
        kept: Kept,
    },
    /// An assessment was kept as it is under this name.
    TookSnapshot {
        name: String,
        kept: Kept,
    },
    /// The first copy on the device had lost these assessments, or parts of them, and the second had them.
    Recovered(Vec<String>),
    /// What could not be read when the page started.
    NotRead {
        /// Assessments of which the save before the last is shown, because the last one is damaged.
        older: Vec<String>,
        /// How many cannot be shown at all.
        unread: usize,
        /// What this page cannot open as it is, and why: its place on the device is left alone.
        waiting: Vec<(Option<String>, Reason)>,
    },
    /// Another tab changed this assessment.
    ChangedElsewhere {
        name: String,
    },
}

impl Notice {
    /// Whether it says that something could not be done or is wrong.
    #[must_use]
    pub fn is_bad(&self) -> bool {
        matches!(
            self,
            Self::ImportFailed { .. }
                | Self::ExportFailed
                | Self::PutBackFailed
                | Self::NotSwitched
                | Self::Checked { checked: Checked::Changed { .. } | Checked::Broken(_), .. }
        )
    }
}

/// How long what was taken off the list can be put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Until it is deleted for good.
    Aside,
    /// The device has no room for it: until the page is closed.
    InMemory,
}

/// What the undo button of a notice puts back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// Puts back what was set aside.
    PutBack(Id),
    /// Takes an assessment away that has just come in.
    TakeAway(Id),
    /// Puts back what an edit removed from one item.
    Edit { assessment: Id, item: ItemId, edit: Box<Edit> },
    /// Undoes the last change to an assessment.
    LastChange(Id),
}
