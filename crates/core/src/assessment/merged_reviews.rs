//! The merging of the reviews of one item from two places.

use super::remarks::HANDLING;
use super::{Id, Response, Review, Timestamp, Verdict};
use crate::json::{Extra, compact, sha256};

impl Response {
    /// Returns an earlier state of the response, taken from the history, with the reviews of both states: a review may
    /// have been lost together with the text.
    #[must_use]
    pub fn with_earlier(&self, earlier: &Self) -> Self {
        Self { reviews: merge_reviews(&self.reviews, &earlier.reviews), ..earlier.clone() }
    }
}

impl Review {
    fn handling_fields(&self) -> Extra {
        let one = |field: &str| Some((field.to_owned(), self.extra.get(field)?.clone()));
        HANDLING.into_iter().filter_map(one).collect()
    }

    /// Returns the key that decides which of two states of a review is the newer. Two keys are equal only if the states
    /// say the same. How the home handled the review is left out.
    fn said(&self) -> (Timestamp, &'static str, &str, String) {
        let mut extra = self.extra.clone();
        for field in HANDLING {
            extra.remove(field);
        }
        (self.reviewed_at, self.verdict.map_or("", Verdict::name), &self.comments, compact(&extra))
    }

    /// Returns the same kind of key for how the home handled the review.
    fn handled(&self) -> (Timestamp, String) {
        (self.handling().at, compact(&self.handling_fields()))
    }

    /// Merges two states of one review: what the reviewer said last, and how the home handled it last.
    fn newest(one: &Self, other: &Self) -> Self {
        let handling = if other.handled() > one.handled() { other } else { one }.handling_fields();
        let mut newest = if other.said() > one.said() { other.clone() } else { one.clone() };
        for field in HANDLING {
            newest.extra.remove(field);
        }
        newest.extra.extend(handling);
        newest
    }
}

/// Merges the reviews of one item from two places: the newest state of each review of each reviewer, the oldest review
/// first. Neither the order of the two lists nor how often they are merged makes a difference.
#[must_use]
pub fn merge_reviews(one: &[Review], other: &[Review]) -> Vec<Review> {
    let mut all: Vec<Review> = Vec::new();
    for review in one.iter().chain(other) {
        put(&mut all, review.clone(), |known, new| (&known.id, &known.reviewer) <= (&new.id, &new.reviewer));
    }
    // Identifiers are random, so they differ. If a file made by hand gives two reviewers the same one, both reviews
    // stay, and one gets a new identifier, so that the document can be read again.
    while let Some(apart) = set_apart(&all) {
        all.clear();
        for review in apart {
            put(&mut all, review, |known, new| (&known.id, &known.reviewer) <= (&new.id, &new.reviewer));
        }
    }
    let mut merged: Vec<Review> = Vec::new();
    for review in all {
        match merged.last_mut().filter(|last| last.id == review.id) {
            Some(last) => *last = Review::newest(last, &review),
            None => merged.push(review),
        }
    }
    let mut ordered = Vec::new();
    for review in merged {
        put(&mut ordered, review, |known, new| (known.reviewed_at, &known.id) <= (new.reviewed_at, &new.id));
    }
    ordered
}

fn put(list: &mut Vec<Review>, review: Review, before: fn(&Review, &Review) -> bool) {
    let place = list.partition_point(|known| before(known, &review));
    list.insert(place, review);
}

/// Returns the list with a new identifier for each review that shares one with an earlier review by another reviewer.
/// `None` if there is no such review. The list must be sorted by identifier and reviewer.
fn set_apart(list: &[Review]) -> Option<Vec<Review>> {
    let mut first: Option<&Review> = None;
    let (mut apart, mut any) = (Vec::new(), false);
    for review in list {
        let mut own = review.clone();
        match first.filter(|first| first.id == review.id) {
            Some(first) if first.reviewer != review.reviewer => {
                let new = sha256(&[review.id.as_str(), "\n", &review.reviewer]);
                own.id = Id(new.chars().take(24).collect());
                any = true;
            }
            Some(_) => {}
            None => first = Some(review),
        }
        apart.push(own);
    }
    any.then_some(apart)
}
