//! What comes back from a reviewer: comparing it with what was sent and with what is here now, taking it in, and
//! handling it.

use super::merged_reviews::merge_reviews;
use super::remarks::{Handling, Remark};
use super::{Action, Assessment, Id, Response, Review, Timestamp, Verdict};
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
        let said = remark.as_said().review;
        let has_changed = self.has_changed_since(edition, &item, &said);
        let ours = self.response(&item).map(|response| response.reviews.as_slice()).unwrap_or_default();
        if merge_reviews(ours, &[said]) == merge_reviews(ours, &[]) {
            ReturnOutcome::AlreadyHere
        } else if has_changed {
            ReturnOutcome::ChangedSince
        } else {
            ReturnOutcome::Fresh
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
    /// review makes at most one. Returns to what the action belongs: the item, or [`ItemId::whole`] where the review is
    /// about a part or about everything. `None` if no action was created.
    pub fn act_on(&mut self, item: &ItemId, review: &Id, action: Id, now: Timestamp) -> Option<ItemId> {
        let said = self.response(item)?.reviews.iter().find(|one| one.id == *review)?;
        if self.has_acted_on(said) {
            return None;
        }
        let to = if said.is_wider() { ItemId::whole() } else { item.clone() };
        let mut action = Action { id: action, what: said.comments.trim().into(), ..Action::default() };
        action.extra.insert(FROM_REVIEW.into(), Value::String(review.0.clone()));
        self.touch(&to, now, |response| response.actions.push(action));
        Some(to)
    }
}

impl Response {
    /// Returns whether the home has something to answer in a review that is stored with this response: the reviewer did not
    /// simply agree, and the home has neither replied, nor resolved it, nor made an action of it.
    #[must_use]
    pub fn waits_for_reply(&self, review: &Review) -> bool {
        let Handling { reply, resolved, at: _ } = review.handling();
        let acted = || self.actions.iter().any(|action| action.from_review() == Some(review.id.as_str()));
        !review.is_blank()
            && review.verdict != Some(Verdict::Agreed)
            && !resolved
            && reply.trim().is_empty()
            && !acted()
    }

    /// Returns the reviews of this answer that wait for the home, without those of its part or the whole assessment.
    pub fn waiting(&self) -> impl Iterator<Item = &Review> {
        self.reviews.iter().filter(|review| !review.is_wider() && self.waits_for_reply(review))
    }
}

impl Assessment {
    /// Returns how many reviews wait for the home, those of parts and of the whole among them.
    #[must_use]
    pub fn count_waiting(&self) -> usize {
        let waits = |response: &Response, review: &Review| {
            response.waits_for_reply(review) && !(review.is_wider() && self.has_acted_on(review))
        };
        let of =
            |response: &Response| response.reviews.iter().filter(|review| waits(response, review)).count();
        self.responses.iter().map(of).sum()
    }

    /// Returns whether an action was made of a review, wherever it is.
    #[must_use]
    pub fn has_acted_on(&self, review: &Review) -> bool {
        let mut actions = self.responses.iter().flat_map(|response| &response.actions);
        actions.any(|action| action.from_review() == Some(review.id.as_str()))
    }

    /// Returns how many reviews are here that say anything.
    #[must_use]
    pub fn count_reviews(&self) -> usize {
        self.responses.iter().flat_map(|one| &one.reviews).filter(|review| !review.is_blank()).count()
    }
}

impl Action {
    /// Returns the identifier of the review from which the action was made. `None` if it was not made from one.
    #[must_use]
    pub fn from_review(&self) -> Option<&str> {
        self.extra.get(FROM_REVIEW).and_then(Value::as_str)
    }
}
