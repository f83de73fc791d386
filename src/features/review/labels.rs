//! How a review is labelled: whose answers it is of, and when it was written.

use crate::platform::clock;
use crate::store::Assessments;
use standards_met_core::assessment::{Id, Review};

/// The organisation's name as it was sent.
pub(super) fn sent_name(assessments: Assessments, id: &Id) -> String {
    let name = assessments
        .with_untracked(id, |document| document.assessment.under_review().map(|sent| sent.organisation));
    name.flatten().unwrap_or_default()
}

/// When a review was written.
pub(super) fn when(review: &Review) -> String {
    let at = review.reviewed_at;
    format!("{} at {}", clock::day_of(at).in_words(), clock::time_of_day(at))
}
