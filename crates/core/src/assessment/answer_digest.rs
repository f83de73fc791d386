//! The digest of the answers that a review is of, and whether they have changed since.

use super::{Assessment, Fields, Remark, Response, Review, Subject};
use crate::catalogue::{Edition, EvidenceItem, ItemId};
use crate::json::{Extra, base32, digest};
use serde_json::Value;

/// How many base-32 characters of a digest are kept: 80 bits.
const LETTERS: usize = 16;

impl Response {
    /// Returns a short form of the SHA-256 of the answer that a reviewer judges: the judgement, the answer, the documents,
    /// the reason for not applicable, and the explanation. What comes of the review, such as an action, does not change it.
    #[must_use]
    pub fn answer_sha256(&self) -> String {
        let Fields {
            judgement,
            answer,
            comments: _,
            not_applicable_reason,
            explanation,
            evidence,
            actions: _,
        } = self.fields();
        let mut judged = Self::empty(self.item.clone());
        judged.judgement = judgement;
        let given = |text: &str| if text.trim().is_empty() { String::new() } else { text.to_owned() };
        judged.answer = given(answer);
        judged.not_applicable_reason = given(not_applicable_reason);
        judged.explanation = given(explanation);
        judged.evidence = evidence.iter().filter(|one| !one.is_blank()).cloned().collect();
        judged.content_sha256()
    }

    /// Returns a short form of the SHA-256 of the whole response as compact JSON, except for the reviews, the edit time,
    /// what was entered in the official toolkit, and the note of a carry-over.
    #[must_use]
    pub fn content_sha256(&self) -> String {
        // A response that was emptied again and one that was never begun are the same answer.
        let mut fields = if self.is_blank() { Self::empty(self.item.clone()) } else { self.clone() }.write();
        for other in ["reviews", "edited_at", "entered", "carried"] {
            fields.remove(other);
        }
        base32(&digest(&fields), LETTERS)
    }
}

impl Assessment {
    /// Returns the digest of the answers that a review of this subject is of: [`Response::answer_sha256`] for an item. For a
    /// part or the whole, the SHA-256 in the same short form of one object with that of each item that is answered.
    #[must_use]
    pub fn answers_sha256(&self, edition: &Edition, on: &Subject) -> String {
        let part = match on {
            Subject::Item(item) => {
                let answer = self.response(item).map(Response::answer_sha256);
                return answer.unwrap_or_else(|| Response::empty(item.clone()).answer_sha256());
            }
            Subject::Part(number) => Some(*number),
            Subject::Overall => None,
        };
        let parts = edition.parts.iter().filter(|one| part.is_none_or(|number| one.number == number));
        // An item without an answer, and one that only has comments or actions, are the same to a reviewer.
        let answered = |item: &EvidenceItem| {
            let answer = self.response(&item.id)?.answer_sha256();
            let given = answer != Response::empty(item.id.clone()).answer_sha256();
            given.then(|| (item.id.to_string(), Value::String(answer)))
        };
        let answers: Extra = parts.flat_map(|part| &part.items).filter_map(answered).collect();
        base32(&digest(&answers), LETTERS)
    }

    /// Returns whether what a review is about has changed since: the answer with which it is stored or, for a review of a part
    /// or of the whole, any answer in it. Never for a review that does not say of which answers it is.
    #[must_use]
    pub fn has_changed_since(&self, edition: &Edition, item: &ItemId, review: &Review) -> bool {
        if review.answer_sha256().is_empty() {
            return false;
        }
        if review.is_wider() {
            let on = Remark::kept(edition, item, review).on;
            return review.answer_sha256() != self.answers_sha256(edition, &on);
        }
        self.response(item).map_or_else(
            || review.is_outdated(&Response::empty(item.clone())),
            |response| review.is_outdated(response),
        )
    }
}
