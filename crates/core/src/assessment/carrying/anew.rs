//! Choosing once more: what an earlier choice brought goes again, as far as nobody has touched it.

use super::note::{CarryOverChoice, MADE, text};
use crate::assessment::{Response, Timestamp};
use crate::json::{Extra, base32, digest};

/// How many letters of a digest say what a choice made: 80 bits.
const LETTERS: usize = 16;

impl Response {
    /// Whether nobody has touched what an earlier choice made out of nothing.
    pub(super) fn is_as_made(&self) -> bool {
        let made = self.note().map(|note| text(note, MADE)).unwrap_or_default();
        !made.is_empty() && made == self.given_sha256()
    }

    /// Without a judgement that an earlier choice brought and that nobody has confirmed.
    pub(super) fn without_borrowed(&self) -> Self {
        let judgement = self.judgement.filter(|_| self.borrowed_judgement().is_none());
        Self { judgement, ..self.clone() }
    }

    /// This response as another choice begins with it: without what an earlier one brought, as far as nobody has touched it.
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

    /// A digest of what is given for the item itself: the judgement, the texts, the documents and the actions.
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
