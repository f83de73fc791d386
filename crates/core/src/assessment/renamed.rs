//! Correcting the name of a reviewer: their earlier remarks get the new name too.

use super::{Assessment, Handling, Response, Review, Reviewer, Timestamp};

/// Returns whether a review is by this reviewer and not handled by the home yet. A review that was handled has been
/// handed back, and is the home's to keep as it came.
fn is_open(review: &Review, reviewer: &Reviewer) -> bool {
    review.by() == *reviewer && !review.is_blank() && review.handling() == Handling::default()
}

impl Assessment {
    /// Returns how many reviews by this reviewer in this copy the home has not handled yet. Always 0 in a home's own
    /// assessment.
    #[must_use]
    pub fn said_by(&self, reviewer: &Reviewer) -> usize {
        if !self.is_under_review() {
            return 0;
        }
        let reviews = self.responses.iter().flat_map(|response| &response.reviews);
        reviews.filter(|review| is_open(review, reviewer)).count()
    }

    /// Puts the new name on all reviews that [`Self::said_by`] counts. The time of each review stays as it was.
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
