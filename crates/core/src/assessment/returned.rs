//! What comes back from a reviewer: comparing it with what was sent and with what is here now, taking it in, and
//! handling it.

use super::remarks::{Remark, merge_reviews};
use super::{Action, Assessment, Id, Response, Timestamp};
use crate::catalogue::{Edition, ItemId};
use serde_json::Value;

/// The field of an action that was made from a review. It holds the identifier of the review.
const FROM_REVIEW: &str = "from_review";

/// The result of comparing a returned remark with what was sent and with what is here now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnOutcome {
    /// New, and about the answer as it is now.
    Fresh,
    /// New, and about an answer that has changed since it was sent.
    ChangedSince,
    /// Already taken in before.
    AlreadyHere,
    /// About an item or a part that the edition does not hold.
    NotHere,
}

impl Assessment {
    /// Compares a returned remark with what was sent and with what is here now.
    #[must_use]
    pub fn compare(&self, edition: &Edition, remark: &Remark) -> ReturnOutcome {
        let Some(item) = remark.on.place(edition) else { return ReturnOutcome::NotHere };
        let ours = self.response(&item).cloned().unwrap_or_else(|| Response::empty(item));
        let said = remark.as_said().review;
        let speaks_of = said.answer_sha256().to_owned();
        if merge_reviews(&ours.reviews, &[said]) == merge_reviews(&ours.reviews, &[]) {
            ReturnOutcome::AlreadyHere
        } else if speaks_of.is_empty() || speaks_of == ours.answer_sha256() {
            ReturnOutcome::Fresh
        } else {
            ReturnOutcome::ChangedSince
        }
    }

    /// Takes a returned remark in. It is added beside the reviews that are here and replaces none by anybody else. No
    /// answer changes. Does nothing if the remark is already here or has no place here.
    pub fn take_remark(&mut self, edition: &Edition, remark: &Remark, now: Timestamp) {
        if matches!(self.compare(edition, remark), ReturnOutcome::AlreadyHere | ReturnOutcome::NotHere) {
            return;
        }
        let Some(item) = remark.on.place(edition) else { return };
        self.touch(&item, now, |response| {
            response.reviews = merge_reviews(&response.reviews, &[remark.as_said().review]);
        });
    }

    /// Replies to a review, resolves it, or opens it again. An argument that is `None` leaves its value unchanged.
    pub fn handle(
        &mut self,
        item: &ItemId,
        review: &Id,
        reply: Option<String>,
        resolved: Option<bool>,
        now: Timestamp,
    ) {
        self.touch(item, now, |response| {
            for one in response.reviews.iter_mut().filter(|one| one.id == *review) {
                let before = one.handling();
                let reply = reply.clone().unwrap_or(before.reply);
                one.handle(reply, resolved.unwrap_or(before.resolved), now);
            }
        });
    }

    /// Creates an action with the identifier `action` from the comments of a review, with a link to the review. Each
    /// review makes at most one. Returns whether an action was created.
    pub fn act_on(&mut self, item: &ItemId, review: &Id, action: Id, now: Timestamp) -> bool {
        let Some(response) = self.response(item) else { return false };
        let Some(said) = response.reviews.iter().find(|one| one.id == *review) else { return false };
        if response.actions.iter().any(|action| action.from_review() == Some(review.as_str())) {
            return false;
        }
        let mut action = Action { id: action, what: said.comments.trim().into(), ..Action::default() };
        action.extra.insert(FROM_REVIEW.into(), Value::String(review.0.clone()));
        self.touch(item, now, |response| response.actions.push(action));
        true
    }
}

impl Action {
    /// Returns the identifier of the review from which the action was made. `None` if it was not made from one.
    #[must_use]
    pub fn from_review(&self) -> Option<&str> {
        self.extra.get(FROM_REVIEW).and_then(Value::as_str)
    }
}
