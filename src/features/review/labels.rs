//! How a review is labelled: whose answers it is of, what it is about, and when it was written.

use crate::platform::clock;
use crate::store::Assessments;
use standards_met_core::assessment::{Id, Review, Subject};
use standards_met_core::catalogue::Edition;

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

/// What a review is about, in full.
pub(super) fn subject(edition: &Edition, on: &Subject) -> String {
    match on {
        Subject::Item(item) => {
            let question = edition.item(item).map(|found| found.question.as_str());
            format!("{item} {}", question.unwrap_or_default())
        }
        Subject::Part(number) => {
            let title = edition.part(*number).map(|part| part.title.as_str());
            format!("Part {number}, {}", title.unwrap_or_default())
        }
        Subject::Overall => "The assessment as a whole".into(),
    }
}

/// The same in a word or two, for the middle of a sentence.
pub(super) fn subject_in_short(on: &Subject) -> String {
    match on {
        Subject::Item(item) => item.to_string(),
        Subject::Part(number) => format!("part {number}"),
        Subject::Overall => "the whole".into(),
    }
}
