//! The data that accompanies a reviewer's verdict and comments.
//!
//! All of this data is stored in [`Review::extra`], so that a page that does not know it preserves it.

use super::{Response, Review, Timestamp, Verdict};
use crate::catalogue::{Edition, ItemId};
use crate::json::Extra;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A person who reviews, and the organisation for which they do so.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Reviewer {
    pub name: String,
    /// Empty if not given.
    #[serde(default)]
    pub organisation: String,
    /// What they are there, such as `Quality lead`. Empty if not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
}

/// Somebody stays who they are in another role.
impl PartialEq for Reviewer {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.organisation) == (&other.name, &other.organisation)
    }
}

impl Eq for Reviewer {}

/// The subject of a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Item(ItemId),
    /// The part with this number, counted from 1.
    Part(u8),
    /// The assessment as a whole.
    Overall,
}

/// A review with its subject. In an assessment, a remark about a part is stored with the first item of the part, and a
/// remark about the whole with the first item of the edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub on: Subject,
    pub review: Review,
}

/// How the home handled a review. Stored only in the home's own assessment, never in a reviewer's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handling {
    /// Empty while there is no reply.
    pub reply: String,
    pub resolved: bool,
    /// When either of the two was last changed. The default time, in 1970, if neither ever was.
    pub at: Timestamp,
}

const ORGANISATION: &str = "organisation";
const ROLE: &str = "role";
const ROUND: &str = "round";
const ANSWER: &str = "answer_sha256";
const ABOUT: &str = "about";
/// A review has a field of this name. A remark in a file has none: the file names its author once.
const REVIEWER: &str = "reviewer";
pub(super) const HANDLING: [&str; 3] = ["reply", "resolved", "handled_at"];

impl Subject {
    /// Returns the name of the subject in a stored review. `None` for an item, which is the default.
    fn name(&self) -> Option<&'static str> {
        match self {
            Self::Item(_) => None,
            Self::Part(_) => Some("Part"),
            Self::Overall => Some("Overall"),
        }
    }

    /// Returns the item with which a remark on the subject is stored. `None` if the edition has no such item or part.
    #[must_use]
    pub fn place(&self, edition: &Edition) -> Option<ItemId> {
        let found = match self {
            Self::Item(item) => edition.item(item),
            Self::Part(number) => edition.part(*number).and_then(|part| part.items.first()),
            Self::Overall => edition.items().next(),
        };
        found.map(|item| item.id.clone())
    }
}

impl Remark {
    /// Creates a remark by a reviewer. `answer` is the [`Assessment::answers_sha256`](super::Assessment::answers_sha256) of what they saw of the subject; empty
    /// in a remark on a part or on the whole that does not say.
    #[must_use]
    pub fn new(on: Subject, mut review: Review, reviewer: &Reviewer, answer: &str) -> Self {
        // Removed even if a file holds these fields: they are not for a reviewer to set.
        for field in HANDLING {
            review.extra.remove(field);
        }
        for field in [ABOUT, ANSWER, REVIEWER] {
            review.extra.remove(field);
        }
        let mut set = |field: &str, text: &str| {
            review.extra.insert(field.into(), Value::String(text.into()));
        };
        if let Some(name) = on.name() {
            set(ABOUT, name);
        }
        if !answer.is_empty() || matches!(on, Subject::Item(_)) {
            set(ANSWER, answer);
        }
        review.sign(reviewer);
        Self { on, review }
    }

    /// Returns the remark that a review stored with an item of this edition makes.
    #[must_use]
    pub fn kept(edition: &Edition, item: &ItemId, review: &Review) -> Self {
        let part = || edition.part_of(item).map(|part| part.number).unwrap_or_default();
        let on = match review.text(ABOUT) {
            "Part" => Subject::Part(part()),
            "Overall" => Subject::Overall,
            _ => Subject::Item(item.clone()),
        };
        Self { on, review: review.clone() }
    }

    /// Returns the remark without the fields that are not for a reviewer to set.
    #[must_use]
    pub fn as_said(&self) -> Self {
        self.said_as(&self.review.by())
    }

    /// Returns the remark like [`Self::as_said`], signed by the same reviewer as they call themselves now.
    #[must_use]
    pub fn said_as(&self, reviewer: &Reviewer) -> Self {
        Self::new(self.on.clone(), self.review.clone(), reviewer, self.review.answer_sha256())
    }

    /// Returns those extra fields of the review for which a review file has no place of its own.
    #[must_use]
    pub fn unknown(&self) -> Extra {
        let mut extra = self.review.extra.clone();
        for field in HANDLING.into_iter().chain([ORGANISATION, ROLE, ANSWER, ABOUT]) {
            extra.remove(field);
        }
        extra
    }
}

impl Review {
    fn text(&self, field: &str) -> &str {
        self.extra.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns who wrote the review.
    #[must_use]
    pub fn by(&self) -> Reviewer {
        let (organisation, role) = (self.text(ORGANISATION).into(), self.text(ROLE).into());
        Reviewer { name: self.reviewer.clone(), organisation, role }
    }

    /// Sets who wrote the review.
    pub(super) fn sign(&mut self, reviewer: &Reviewer) {
        self.reviewer.clone_from(&reviewer.name);
        self.extra.insert(ORGANISATION.into(), Value::String(reviewer.organisation.clone()));
        self.extra.remove(ROLE);
        if !reviewer.role.is_empty() {
            self.extra.insert(ROLE.into(), Value::String(reviewer.role.clone()));
        }
    }

    /// Returns in which round of the review it was written, counted from 1: how often the home had sent its file.
    #[must_use]
    pub fn round(&self) -> u64 {
        self.extra.get(ROUND).and_then(Value::as_u64).unwrap_or(1)
    }

    /// Sets the round in which it was written.
    pub(super) fn set_round(&mut self, round: u64) {
        self.extra.insert(ROUND.into(), round.into());
    }

    /// Returns the digest of the answers that the review is about, in the form of [`Assessment::answers_sha256`](super::Assessment::answers_sha256). Empty if
    /// the review does not say.
    #[must_use]
    pub fn answer_sha256(&self) -> &str {
        self.text(ANSWER)
    }

    /// Returns whether the review is of the answer as it is in this response. Reviews of the first versions name the
    /// digest of the whole response ([`Response::content_sha256`]).
    #[must_use]
    pub fn is_of(&self, response: &Response) -> bool {
        let seen = self.answer_sha256();
        seen == response.answer_sha256() || seen == response.content_sha256()
    }

    /// Says what the review is of: [`Assessment::answers_sha256`](super::Assessment::answers_sha256).
    pub(super) fn set_answer_sha256(&mut self, answers: &str) {
        self.extra.insert(ANSWER.into(), Value::String(answers.into()));
    }

    /// Returns whether the answer in this response has changed since the review. Never for a review that does not say of
    /// which answer it is, or that is about more than the item: see [`Assessment::has_changed_since`](super::Assessment::has_changed_since).
    #[must_use]
    pub fn is_outdated(&self, response: &Response) -> bool {
        !self.is_wider() && !self.answer_sha256().is_empty() && !self.is_of(response)
    }

    /// Returns whether the review is about a part or the whole, and not about the item with which it is stored.
    #[must_use]
    pub fn is_wider(&self) -> bool {
        matches!(self.text(ABOUT), "Part" | "Overall")
    }

    /// Returns whether the review has neither a verdict nor comments.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.verdict.is_none() && self.comments.trim().is_empty()
    }

    /// Returns whether the review asks something of the home and does not say what.
    #[must_use]
    pub fn lacks_comments(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Question | Verdict::NotAgreed))
            && self.comments.trim().is_empty()
    }

    /// Returns how the home handled the review.
    #[must_use]
    pub fn handling(&self) -> Handling {
        Handling {
            reply: self.text("reply").into(),
            resolved: self.extra.get("resolved").and_then(Value::as_bool).unwrap_or_default(),
            at: Timestamp::parse(self.text("handled_at")).unwrap_or_default(),
        }
    }

    /// Records how the home handled the review.
    pub(super) fn handle(&mut self, reply: String, resolved: bool, now: Timestamp) {
        let at = now.after(self.handling().at);
        self.extra.insert("reply".into(), Value::String(reply));
        self.extra.insert("resolved".into(), Value::Bool(resolved));
        self.extra.insert("handled_at".into(), Value::String(at.to_string()));
    }
}
