//! Files that were opened, and wait for the person.

use standards_met_core::assessment::{Difference, Id, MergeBase, Remark, Tally, Timestamp};
use standards_met_core::exchange::{Arrival, ImportWarning, ImportedDocument, Locked};
use std::sync::Arc;

/// A file that was read and waits for a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub file: String,
    pub read: ImportedDocument,
    /// What the file says: what an assessment here was made one with, once it is taken in.
    pub(super) base: MergeBase,
    pub tally: Tally,
    /// The assessment on this device with the same identity.
    pub existing: Option<Existing>,
    /// What the file is to the person who opened it.
    pub arrival: Arrival,
}

/// An assessment on this device that a file could replace.
#[derive(Clone, Debug, PartialEq)]
pub struct Existing {
    pub name: String,
    pub edited_at: Timestamp,
    /// What would change in it.
    pub difference: Difference,
}

/// A locked file that waits for its passphrase.
#[derive(Clone, Debug)]
pub struct LockedFile {
    pub file: String,
    pub(super) locked: Arc<Locked>,
}

/// What a reviewer handed back, waiting for a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    pub file: String,
    /// The assessment on this device that it speaks of.
    pub id: Id,
    pub remarks: Vec<Remark>,
    pub warnings: Vec<ImportWarning>,
    pub check_code: String,
}
