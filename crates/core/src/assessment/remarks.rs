//! The data that accompanies a reviewer's verdict and comments, and the merging of reviews from two places.
//!
//! All of this data is stored in [`Review::extra`], so that a page that does not know it preserves it.

use super::{Id, Response, Review, Timestamp, Verdict};
use crate::catalogue::{Edition, ItemId};
use crate::json::{Extra, base32, compact, digest, sha256};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A person who reviews, and the organisation for which they do so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    pub name: String,
    /// Empty if not given.
    #[serde(default)]
    pub organisation: String,
}

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
const ANSWER: &str = "answer_sha256";
const ABOUT: &str = "about";
/// A review has a field of this name. A remark in a file has none: the file names its author once.
const REVIEWER: &str = "reviewer";
const HANDLING: [&str; 3] = ["reply", "resolved", "handled_at"];
/// How many base-32 characters of an answer's digest are kept: 80 bits.
const LETTERS: usize = 16;

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
    /// Creates a remark by a reviewer. `answer` is the [`Response::answer_sha256`] of the answer that they saw. It is
    /// empty for a subject that is not an item.
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
        match on.name() {
            Some(name) => set(ABOUT, name),
            None => set(ANSWER, answer),
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
        let reviewer = self.review.by();
        Self::new(self.on.clone(), self.review.clone(), &reviewer, self.review.answer_sha256())
    }

    /// Returns those extra fields of the review for which a review file has no place of its own.
    #[must_use]
    pub fn unknown(&self) -> Extra {
        let mut extra = self.review.extra.clone();
        for field in HANDLING.into_iter().chain([ORGANISATION, ANSWER, ABOUT]) {
            extra.remove(field);
        }
        extra
    }
}

impl Response {
    /// Returns a short form of the SHA-256 of what a reviewer reads here: the whole response as compact JSON, except
    /// for the reviews, the edit time, what was entered in the official toolkit, and the note of a carry-over.
    #[must_use]
    pub fn answer_sha256(&self) -> String {
        // A response that was emptied again and one that was never begun are the same answer.
        let mut fields = if self.is_blank() { Self::empty(self.item.clone()) } else { self.clone() }.write();
        for other in ["reviews", "edited_at", "entered", "carried"] {
            fields.remove(other);
        }
        base32(&digest(&fields), LETTERS)
    }

    /// Returns an earlier state of the response, taken from the history, with the reviews of both states: a review may
    /// have been lost together with the text.
    #[must_use]
    pub fn with_earlier(&self, earlier: &Self) -> Self {
        Self { reviews: merge_reviews(&self.reviews, &earlier.reviews), ..earlier.clone() }
    }
}

impl Review {
    fn text(&self, field: &str) -> &str {
        self.extra.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// Returns who wrote the review.
    #[must_use]
    pub fn by(&self) -> Reviewer {
        Reviewer { name: self.reviewer.clone(), organisation: self.text(ORGANISATION).into() }
    }

    /// Sets who wrote the review.
    pub(super) fn sign(&mut self, reviewer: &Reviewer) {
        self.reviewer.clone_from(&reviewer.name);
        self.extra.insert(ORGANISATION.into(), Value::String(reviewer.organisation.clone()));
    }

    /// Returns the digest of the answer that the review is about, in the form of [`Response::answer_sha256`]. Empty if
    /// the review does not say.
    #[must_use]
    pub fn answer_sha256(&self) -> &str {
        self.text(ANSWER)
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
