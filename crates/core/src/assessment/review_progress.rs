//! How far a review has come, in whichever round: what was said, what the home did since, and what is best looked at next.

use super::{Assessment, Handling, Review, Reviewer, Verdict};
use crate::catalogue::{Edition, EvidenceItem, ItemId};

/// How far a review has come: numbers of items. What was said in an earlier round counts, as it still stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub items: usize,
    /// Items that the home has answered.
    pub answered: usize,
    /// Items with a verdict or comments.
    pub reviewed: usize,
    /// Those among them that the home has answered.
    pub reviewed_answers: usize,
    pub agreed: usize,
    pub questions: usize,
    pub not_agreed: usize,
    /// Items of which the home has dealt with the last that the reviewer said.
    pub replied: usize,
    /// Items whose answer has changed since the reviewer last said something of it.
    pub changed: usize,
}

/// The last that a reviewer said of an item, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LastRemark<'a> {
    pub review: &'a Review,
    /// Whether the home has replied to it, resolved it, or made an action of it.
    pub is_replied_to: bool,
    /// Whether the answer has changed since.
    pub is_outdated: bool,
}

impl Assessment {
    /// Returns the last that a reviewer said of an item, in whichever round. `None` if they have said nothing.
    #[must_use]
    pub fn last_remark(&self, item: &ItemId, reviewer: &Reviewer) -> Option<LastRemark<'_>> {
        let response = self.response(item)?;
        let about_it =
            |review: &&Review| review.by() == *reviewer && !review.is_wider() && !review.is_blank();
        let review = response.reviews.iter().rev().find(about_it)?;
        let acted = response.actions.iter().any(|action| action.from_review() == Some(review.id.as_str()));
        let is_replied_to = acted || review.handling() != Handling::default();
        Some(LastRemark { review, is_replied_to, is_outdated: review.is_outdated(response) })
    }

    /// Returns how far a reviewer has come.
    #[must_use]
    pub fn progress(&self, edition: &Edition, reviewer: &Reviewer) -> Progress {
        let mut progress = Progress::default();
        for item in edition.items() {
            progress.items += 1;
            let is_answered = self.response(&item.id).is_some_and(|response| !response.is_blank());
            progress.answered += usize::from(is_answered);
            let Some(last) = self.last_remark(&item.id, reviewer) else { continue };
            progress.reviewed += 1;
            progress.reviewed_answers += usize::from(is_answered);
            progress.replied += usize::from(last.is_replied_to);
            progress.changed += usize::from(last.is_outdated);
            match last.review.verdict {
                Some(Verdict::Agreed) => progress.agreed += 1,
                Some(Verdict::Question) => progress.questions += 1,
                Some(Verdict::NotAgreed) => progress.not_agreed += 1,
                None => {}
            }
        }
        progress
    }

    /// Returns the item that a reviewer best looks at next: one to which the home has replied, or whose answer has changed;
    /// then one that is answered and not reviewed. `None` once they are through.
    #[must_use]
    pub fn next_to_review(&self, edition: &Edition, reviewer: &Reviewer) -> Option<NextToReview> {
        let mut unreviewed = None;
        for item in edition.items() {
            let is_answered = self.response(&item.id).is_some_and(|response| !response.is_blank());
            let next = |why| Some(NextToReview { item: item.id.clone(), why });
            match self.last_remark(&item.id, reviewer) {
                Some(LastRemark { is_replied_to: true, .. }) => return next(ReviewReason::Replied),
                Some(LastRemark { is_outdated: true, .. }) => return next(ReviewReason::Changed),
                Some(_) => {}
                None if is_answered && unreviewed.is_none() => unreviewed = next(ReviewReason::NotReviewed),
                None => {}
            }
        }
        unreviewed
    }

    /// Returns the items of which a reviewer has said that they do not agree or have a question, and not why.
    #[must_use]
    pub fn without_comments(&self, edition: &Edition, reviewer: &Reviewer) -> Vec<ItemId> {
        let lacks = |item: &&EvidenceItem| {
            self.last_remark(&item.id, reviewer).is_some_and(|last| last.review.lacks_comments())
        };
        edition.items().filter(lacks).map(|item| item.id.clone()).collect()
    }
}

/// The item that a reviewer best looks at next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextToReview {
    pub item: ItemId,
    pub why: ReviewReason,
}

/// Why a reviewer looks at an item next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewReason {
    /// The home has dealt with what the reviewer said.
    Replied,
    /// The answer has changed since the reviewer said something of it.
    Changed,
    NotReviewed,
}
