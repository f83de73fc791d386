//! Reviewing an assessment in a copy of it, in which no answer changes.

use super::merged_reviews::merge_reviews;
use super::remarks::{Remark, Reviewer, Subject};
use super::{Assessment, Handling, Id, Response, Review, Timestamp, Verdict};
use crate::catalogue::{Edition, ItemId};
use crate::json::{Extra, from_object, to_object};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The field that makes an assessment a copy for reviewing. It holds the [`ReviewOrigin`], which names what was sent.
const UNDER_REVIEW: &str = "under_review";
/// The assessment that is reviewed in a copy for reviewing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewOrigin {
    /// The identifier of the home's own assessment.
    pub assessment: Id,
    /// The organisation's name, as it was sent.
    #[serde(default)]
    pub organisation: String,
    /// How often the home has sent its file, this time among them. 0 in copies of the first versions, which did not count.
    #[serde(default)]
    pub round: u64,
    /// When the home had last changed what it sent.
    #[serde(default)]
    pub edited_at: Timestamp,
    /// When a review file was last saved. `None` before the first, and in copies of versions that did not note it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saved_at: Option<Timestamp>,
}

/// One edit of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewEdit {
    /// Sets the verdict. `None` withdraws it.
    Verdict(Option<Verdict>),
    Comments(String),
}

/// What a reviewer sees while they write a remark: its subject, and the answer that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownAnswer<'a> {
    pub on: &'a Subject,
    /// The [`Response::answer_sha256`] of the answer that is shown to them. `None` for the answer as it is now.
    pub answer: Option<&'a str>,
}

impl ShownAnswer<'_> {
    fn answer_of(&self, response: &Response) -> String {
        self.answer.map_or_else(|| response.answer_sha256(), str::to_owned)
    }

    /// Whether a review is of this answer.
    fn is_reviewed_by(&self, review: &Review, response: &Response) -> bool {
        let shown = self.answer_of(response);
        review.answer_sha256() == shown || (shown == response.answer_sha256() && review.is_of(response))
    }
}

impl Assessment {
    /// Returns whether this is a copy for reviewing.
    #[must_use]
    pub fn is_under_review(&self) -> bool {
        self.extra.contains_key(UNDER_REVIEW)
    }

    /// Returns what is reviewed here. `None` if this is not a copy for reviewing.
    #[must_use]
    pub fn under_review(&self) -> Option<ReviewOrigin> {
        let sent = self.extra.get(UNDER_REVIEW)?;
        // A file made by hand may hold something else. It then names nobody's assessment.
        Some(sent.as_object().and_then(|sent| from_object(sent).ok()).unwrap_or_default())
    }

    /// Makes this assessment a copy for reviewing. It gets the identifier `own`, so that it is never taken for the
    /// home's assessment.
    pub fn begin_review(&mut self, own: Id) {
        let all = self.responses.iter().flat_map(|response| &response.reviews);
        let earlier = all.filter(|review| !review.is_blank()).map(Review::round).max();
        let sent = ReviewOrigin {
            assessment: self.id.clone(),
            organisation: self.organisation.name.clone(),
            round: earlier.unwrap_or_default() + 1,
            edited_at: self.edited_at,
            saved_at: None,
        };
        self.extra.insert(UNDER_REVIEW.into(), Value::Object(to_object(&sent)));
        self.organisation.name.push_str(" (review)");
        self.id = own;
    }

    /// Notes in a copy for reviewing that a review file was saved. Does nothing in any other assessment.
    pub fn note_review_saved(&mut self, now: Timestamp) {
        if let Some(sent) = self.extra.get_mut(UNDER_REVIEW).and_then(Value::as_object_mut) {
            sent.insert("saved_at".into(), Value::String(now.to_string()));
        }
    }

    /// Returns whether this reviewer has said anything since they last saved a review file. `None` before the first.
    #[must_use]
    pub fn has_said_since_saving(&self, reviewer: &Reviewer) -> Option<bool> {
        let saved = self.under_review()?.saved_at?;
        let reviews = self.responses.iter().flat_map(|response| &response.reviews);
        Some(reviews.filter(|review| review.by() == *reviewer).any(|review| review.reviewed_at > saved))
    }

    /// Returns a newer state of what is reviewed here as this copy for reviewing, with the reviews of both.
    #[must_use]
    pub fn go_on_with(&self, mut newer: Self) -> Self {
        newer.extra.remove(UNDER_REVIEW);
        if let Some(mut sent) = self.extra.get(UNDER_REVIEW).cloned() {
            let origin = self.under_review().unwrap_or_default();
            // The same file once more is no round of its own.
            let round = origin.round.max(1) + u64::from(newer.edited_at > origin.edited_at);
            if let Some(fields) = sent.as_object_mut() {
                fields.insert("round".into(), round.into());
                fields.insert("edited_at".into(), Value::String(newer.edited_at.to_string()));
            }
            newer.extra.insert(UNDER_REVIEW.into(), sent);
        }
        newer.id.clone_from(&self.id);
        newer.organisation.name.clone_from(&self.organisation.name);
        for ours in self.responses.iter().filter(|ours| !ours.reviews.is_empty()) {
            if let Some(there) = newer.response_or_empty(&ours.item) {
                there.reviews = merge_reviews(&there.reviews, &ours.reviews);
            }
        }
        newer
    }

    /// Returns the assessment as it was sent, with the reviews in it, so that the home can take it in.
    #[must_use]
    pub fn as_sent(mut self) -> Self {
        if let Some(sent) = self.under_review() {
            self.extra.remove(UNDER_REVIEW);
            self.id = sent.assessment;
            self.organisation.name = sent.organisation;
        }
        self
    }

    /// Returns the current review of a subject by a reviewer: their last one of the answer as it is now that the home
    /// has not handled yet. Once the answer changes or the home has handled the review, what they say next is a new
    /// review.
    #[must_use]
    pub fn present_remark(&self, edition: &Edition, on: &Subject, reviewer: &Reviewer) -> Option<&Review> {
        self.remark_on(edition, &ShownAnswer { on, answer: None }, reviewer)
    }

    /// Returns the current review like [`Self::present_remark`], but of the answer that the reviewer sees. The answer
    /// may have changed since it was shown.
    #[must_use]
    pub fn remark_on(&self, edition: &Edition, seen: &ShownAnswer, reviewer: &Reviewer) -> Option<&Review> {
        let response = self.response(&seen.on.place(edition)?)?;
        let present = |review: &&Review| {
            review.by() == *reviewer
                && !review.is_blank()
                && review.handling() == Handling::default()
                && Remark::kept(edition, &response.item, review).on == *seen.on
                // Checked last, because it takes longest.
                && (review.is_wider() || seen.is_reviewed_by(review, response))
        };
        response.reviews.iter().rev().find(present)
    }

    /// Returns the round of the review in this copy, counted from 1.
    fn round(&self) -> u64 {
        self.under_review().unwrap_or_default().round.max(1)
    }

    /// Changes the current review of a subject by a reviewer. If there is none, the first content creates it with the
    /// identifier `new`.
    pub fn remark(
        &mut self,
        edition: &Edition,
        on: &Subject,
        reviewer: &Reviewer,
        new: Id,
        said: ReviewEdit,
        now: Timestamp,
    ) {
        self.remark_seen(edition, &ShownAnswer { on, answer: None }, reviewer, new, said, now);
    }

    /// Changes the current review like [`Self::remark`], but of the answer that the reviewer sees. The answer may have
    /// changed since it was shown, and a remark is about what the reviewer has read.
    pub fn remark_seen(
        &mut self,
        edition: &Edition,
        seen: &ShownAnswer,
        reviewer: &Reviewer,
        new: Id,
        said: ReviewEdit,
        now: Timestamp,
    ) {
        let Some(item) = seen.on.place(edition) else { return };
        let known = self.remark_on(edition, seen, reviewer).map(|review| review.id.clone());
        let round = self.round();
        // A remark on a part or on the whole is of all its answers as they are when it was last changed.
        let wider = (!matches!(seen.on, Subject::Item(_))).then(|| self.answers_sha256(edition, seen.on));
        self.touch(&item, now, |response| {
            let id = known.unwrap_or(new);
            if !response.reviews.iter().any(|review| review.id == id) {
                let begun = Review {
                    id: id.clone(),
                    reviewer: String::new(),
                    verdict: None,
                    comments: String::new(),
                    reviewed_at: now,
                    extra: Extra::new(),
                };
                let answer = wider.clone().unwrap_or_else(|| seen.answer_of(response));
                response.reviews.push(Remark::new(seen.on.clone(), begun, reviewer, &answer).review);
            }
            for review in response.reviews.iter_mut().filter(|review| review.id == id) {
                match &said {
                    ReviewEdit::Verdict(verdict) => review.verdict = *verdict,
                    ReviewEdit::Comments(text) => review.comments.clone_from(text),
                }
                if let Some(answers) = &wider {
                    review.set_answer_sha256(answers);
                }
                review.set_round(round);
                review.reviewed_at = now.after(review.reviewed_at);
            }
            // A review that has become blank is removed.
            response.reviews.retain(|review| review.id != id || !review.is_blank());
        });
    }

    /// Returns all remarks in the assessment that are not blank, in the order of the edition.
    #[must_use]
    pub fn remarks(&self, edition: &Edition) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for item in edition.items() {
            let reviews = self.response(&item.id).map(|response| response.reviews.as_slice());
            let said = reviews.unwrap_or_default().iter().filter(|review| !review.is_blank());
            remarks.extend(said.map(|review| Remark::kept(edition, &item.id, review)));
        }
        remarks
    }

    /// Changes the response to an item, which counts as edited now.
    pub(super) fn touch(&mut self, item: &ItemId, now: Timestamp, change: impl FnOnce(&mut Response)) {
        if let Some(response) = self.response_or_empty(item) {
            response.edited_at = now.after(response.edited_at);
            change(response);
        }
        self.edited_at = now.after(self.edited_at);
    }
}
