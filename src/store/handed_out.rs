//! Files that were made for the person, and what was found in a copy.

use crate::route::Route;
use standards_met_core::assessment::{Id, PersonalData};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::ImportError;
use std::sync::Arc;

/// A file that was made, read back and found to hold everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub file_name: String,
    pub text: Arc<str>,
    pub check_code: String,
    /// How many items the edition has.
    pub items: usize,
    /// How many of them are answered.
    pub answered: usize,
    /// The home that asked, where it is an IT supplier's file with answers.
    pub back_to: Option<String>,
}

/// A review file that was made, read back and found to hold everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedReview {
    pub file_name: String,
    pub text: String,
    pub check_code: String,
    /// How many remarks are in it.
    pub remarks: usize,
}

/// What was found in a copy.
#[derive(Clone, Debug, PartialEq)]
pub enum Checked {
    /// It is whole, and holds exactly what is here.
    Same { name: String },
    /// It is whole, and so many items, or what was told about the organisation, are different here by now.
    Earlier { name: String, items: usize },
    /// It is whole, and of so many items, or of what was told about the organisation, it has something newer than is here.
    Newer { name: String, items: usize },
    /// It is whole, and not of an assessment that is here.
    NotHere { name: String },
    /// It was changed after it was made.
    Changed { name: String },
    /// It is locked, and only its passphrase shows whether it is whole.
    Locked,
    /// It cannot be read.
    Broken(ImportError),
}

/// Something that would leave the device, and waits for a word because of what seems to be in it.
#[derive(Clone)]
pub struct HeldBack {
    pub assessment: Id,
    /// The items with such a text, each with what it seems to hold.
    pub found: Vec<(ItemId, PersonalData)>,
    /// The page on which it was asked for, and on which the question stands.
    pub asked_on: Route,
    pub(super) go_on: Arc<dyn Fn() + Send + Sync>,
}
