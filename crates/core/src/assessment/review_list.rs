//! Which items a reviewer wants to see, and which answers are weak.

use super::remarks::Reviewer;
use super::{Assessment, Date, Hit, Judgement, Query, Response, findings_of, search};
use crate::catalogue::{AnswerKind, Edition, ItemId};

/// A text answer of fewer characters than this counts as weak.
pub const SHORT: usize = 40;

/// A filter for the items that a reviewer wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewFilter {
    /// Items that the home has answered.
    Answered,
    /// Items of which the reviewer has said nothing yet.
    ToReview,
    /// Items of which the home has dealt with the last that the reviewer said.
    Replied,
    /// Items that were reviewed before and whose answer has changed since.
    Changed,
    /// Items with a weak answer or a finding.
    Weak,
}

/// The reason why an answer is weak, apart from the findings of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// The answer has fewer characters than [`SHORT`].
    Short,
    /// The item is judged not applicable and no reason is given.
    NoReason,
}

/// Returns why an answer is weak, apart from the findings of the checks. A missing answer does not count as weak.
#[must_use]
pub fn weakness(kind: AnswerKind, response: &Response) -> Option<Weakness> {
    let length = response.answer.trim().chars().count();
    match response.judgement {
        Some(Judgement::Met) if kind == AnswerKind::Text && (1..SHORT).contains(&length) => {
            Some(Weakness::Short)
        }
        Some(Judgement::NotApplicable) if response.not_applicable_reason.trim().is_empty() => {
            Some(Weakness::NoReason)
        }
        _ => None,
    }
}

/// Returns the items that a reviewer wants to see, in the order of the edition. `only` is `None` for all that the query
/// finds.
#[must_use]
pub fn to_see(
    edition: &Edition,
    assessment: &Assessment,
    reviewer: &Reviewer,
    only: Option<ReviewFilter>,
    query: &Query,
    today: Date,
) -> Vec<Hit> {
    let mut hits = search(edition, assessment, query);
    let fits = |item: &ItemId, only: ReviewFilter| match only {
        ReviewFilter::Answered => assessment.response(item).is_some_and(|response| !response.is_blank()),
        ReviewFilter::ToReview => assessment.last_remark(item, reviewer).is_none(),
        ReviewFilter::Replied => {
            assessment.last_remark(item, reviewer).is_some_and(|last| last.is_replied_to)
        }
        ReviewFilter::Changed => assessment.last_remark(item, reviewer).is_some_and(|last| last.is_outdated),
        ReviewFilter::Weak => is_weak(edition, assessment, item, today),
    };
    if let Some(only) = only {
        hits.retain(|hit| fits(&hit.item, only));
    }
    hits
}

fn is_weak(edition: &Edition, assessment: &Assessment, item: &ItemId, today: Date) -> bool {
    let found = edition.item(item).and_then(|found| weakness(found.kind, assessment.response(item)?));
    found.is_some() || !findings_of(edition, assessment, item, today).is_empty()
}
