//! What is on this device, and what would be lost of it.

use crate::store::Assessments;
use crate::words;
use standards_met_core::assessment::{ChangesSinceCopy, Id};

/// What the page is called, and its button.
pub const TITLE: &str = "Clear this device";

/// What would be lost of an assessment, if anything.
pub(super) fn at_risk(since: ChangesSinceCopy) -> Option<String> {
    match since {
        ChangesSinceCopy { changes: 0, .. } => None,
        ChangesSinceCopy { copied: false, .. } => {
            Some("No file of it was exported yet. Without one, all of it is lost.".into())
        }
        ChangesSinceCopy { changes, .. } => Some(format!(
            "{} since the last copy would be lost. Export a file first.",
            words::count(changes, "change")
        )),
    }
}

/// The worked example as it is delivered is nobody's work, and everybody can open it anew.
pub(super) fn is_own(assessments: Assessments, id: &Id) -> bool {
    assessments.with_untracked(id, |document| !document.assessment.is_untouched_example()).unwrap_or_default()
}
