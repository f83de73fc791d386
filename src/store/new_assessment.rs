//! An assessment that is to be started, with the questions of a year that are fetched first.

use standards_met_core::kit::ListedEdition;

/// An assessment that is to be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssessment {
    pub year: ListedEdition,
    pub name: String,
    pub ods_code: String,
}

/// Why the questions of a year could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartFailed {
    /// They did not arrive.
    Unreachable,
    /// What arrived is something else, such as the page with which a wireless network asks who one is.
    NotTheQuestions,
}
