//! A reviewer who corrects their name: what they have said stays theirs.

use super::{Assessment, Handling, Response, Review, Reviewer, Timestamp};

/// Whether a review is this reviewer's, and not dealt with by the home yet. What is dealt with has been handed back, and is
/// the home's to keep as it came.
fn is_open(review: &Review, reviewer: &Reviewer) -> bool {
    review.by() == *reviewer && !review.is_blank() && review.handling() == Handling::default()
}

impl Assessment {
    /// How much a reviewer has said in this copy that the home has not dealt with yet. Nothing in a home's own assessment.
    #[must_use]
    pub fn said_by(&self, reviewer: &Reviewer) -> usize {
        if !self.is_under_review() {
            return 0;
        }
        let reviews = self.responses.iter().flat_map(|response| &response.reviews);
        reviews.filter(|review| is_open(review, reviewer)).count()
    }

    /// Puts another name on all of that. When it was said stays as it was.
    pub fn rename_reviewer(&mut self, before: &Reviewer, now: &Reviewer, at: Timestamp) {
        if self.said_by(before) == 0 {
            return;
        }
        let has = |response: &&Response| response.reviews.iter().any(|review| is_open(review, before));
        let items: Vec<_> = self.responses.iter().filter(has).map(|response| response.item.clone()).collect();
        for item in items {
            self.touch(&item, at, |response| {
                for review in response.reviews.iter_mut().filter(|review| is_open(review, before)) {
                    review.sign(now);
                }
            });
        }
    }
}
