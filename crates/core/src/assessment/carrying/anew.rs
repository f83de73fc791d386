//! Changing a carry-over choice: what an earlier choice brought is removed again, unless somebody has edited it.

use super::note::{CarryOverChoice, MADE, text};
use crate::assessment::{Response, Timestamp};
use crate::json::{Extra, base32, digest};

/// The length, in base32 letters, of the digest of what a choice made: 80 bits.
const LETTERS: usize = 16;

impl Response {
    /// Returns whether nobody has edited what an earlier choice created where there was nothing.
    pub(super) fn is_as_made(&self) -> bool {
        let made = self.note().map(|note| text(note, MADE)).unwrap_or_default();
        !made.is_empty() && made == self.given_sha256()
    }

    /// Returns the response without a judgement that an earlier choice brought and that nobody has confirmed.
    pub(super) fn without_borrowed(&self) -> Self {
        let judgement = self.judgement.filter(|_| self.borrowed_judgement().is_none());
        Self { judgement, ..self.clone() }
    }

    /// Returns the response from which another choice starts: without what an earlier choice brought, unless somebody
    /// has edited it. `earlier` are the responses to the items that the earlier choice named.
    pub(super) fn before_the_choice(&self, earlier: &[&Self]) -> Self {
        if self.is_as_made() {
            return Self {
                entered: self.entered.clone(),
                reviews: self.reviews.clone(),
                edited_at: self.edited_at,
                extra: self.extra.clone(),
                ..Self::empty(self.item.clone())
            };
        }
        let mut before = self.without_borrowed();
        if self.carried().is_some_and(|known| known.choice != CarryOverChoice::Leave) {
            before.take_back(earlier);
        }
        before
    }

    /// Returns a digest of what is given for the item itself: the judgement, the texts, the documents and the actions.
    pub(super) fn given_sha256(&self) -> String {
        let given = Self {
            entered: None,
            reviews: Vec::new(),
            edited_at: Timestamp::default(),
            extra: Extra::new(),
            ..self.clone()
        };
        base32(&digest(&given.write()), LETTERS)
    }
}
