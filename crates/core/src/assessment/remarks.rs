//! What a reviewer's verdict and comments carry beside them, and how the same reviews from two places are made one list.
//!
//! All of it is kept in [`Review::extra`], so that a page that knows nothing of it keeps it.

use super::{Id, Response, Review, Timestamp, Verdict};
use crate::catalogue::{Edition, ItemId};
use crate::json::{Extra, base32, compact, digest, sha256};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Who reviews: a person, and for whom they do it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewer {
    pub name: String,
    /// Empty when not given.
    #[serde(default)]
    pub organisation: String,
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Item(ItemId),
    /// The part with this number.
    Part(u8),
    /// The assessment as a whole.
    Overall,
}

/// A review with what it is about. In an assessment, what is said of a part is kept with the part's first item, and what
/// is said of the whole with the first item of all.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub on: Subject,
    pub review: Review,
}

/// What the home did with a review: in its own assessment alone, never in a reviewer's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handling {
    /// Empty while it is not answered.
    pub reply: String,
    pub resolved: bool,
    /// When either of the two was last changed; 1970 where neither ever was.
    pub at: Timestamp,
}

const ORGANISATION: &str = "organisation";
const ANSWER: &str = "answer_sha256";
const ABOUT: &str = "about";
/// A review has a field of this name, and a remark in a file does not: the file says once who wrote it.
const REVIEWER: &str = "reviewer";
const HANDLING: [&str; 3] = ["reply", "resolved", "handled_at"];
/// How many letters of the digest of an answer are kept: 80 bits.
const LETTERS: usize = 16;

impl Subject {
    /// As a review in an assessment spells it; an item goes without saying.
    fn name(&self) -> Option<&'static str> {
        match self {
            Self::Item(_) => None,
            Self::Part(_) => Some("Part"),
            Self::Overall => Some("Overall"),
        }
    }

    /// The item with which it is kept. `None` where the edition has no such item or part.
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
    /// What a reviewer says of something. `answer` is [`Response::answer_sha256`] of the answer that they saw; empty for
    /// what is not about an item.
    #[must_use]
    pub fn new(on: Subject, mut review: Review, reviewer: &Reviewer, answer: &str) -> Self {
        // Whatever a file says there: it is not for a reviewer to say.
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

    /// A review as it is kept with an item of this edition.
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

    /// The same without what is not for a reviewer to say.
    #[must_use]
    pub fn as_said(&self) -> Self {
        let reviewer = self.review.by();
        Self::new(self.on.clone(), self.review.clone(), &reviewer, self.review.answer_sha256())
    }

    /// The fields of its review that a file has no other place for.
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
    /// A short form of the SHA-256 of what a reviewer reads here: all of it as compact JSON, but for the reviews, when it
    /// was edited, and what was entered elsewhere.
    #[must_use]
    pub fn answer_sha256(&self) -> String {
        // Emptied again and never begun are the same answer.
        let mut fields = if self.is_blank() { Self::empty(self.item.clone()) } else { self.clone() }.write();
        for other in ["reviews", "edited_at", "entered", "carried"] {
            fields.remove(other);
        }
        base32(&digest(&fields), LETTERS)
    }

    /// An earlier state of it out of the history, with what reviewers said then beside what they say now: it may have been
    /// lost together with the text.
    #[must_use]
    pub fn with_earlier(&self, earlier: &Self) -> Self {
        Self { reviews: merge_reviews(&self.reviews, &earlier.reviews), ..earlier.clone() }
    }
}

impl Review {
    fn text(&self, field: &str) -> &str {
        self.extra.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// Who wrote it.
    #[must_use]
    pub fn by(&self) -> Reviewer {
        Reviewer { name: self.reviewer.clone(), organisation: self.text(ORGANISATION).into() }
    }

    /// Puts somebody's name on it.
    pub(super) fn sign(&mut self, reviewer: &Reviewer) {
        self.reviewer.clone_from(&reviewer.name);
        self.extra.insert(ORGANISATION.into(), Value::String(reviewer.organisation.clone()));
    }

    /// Which answer it speaks of, as [`Response::answer_sha256`] gives it. Empty where it does not say.
    #[must_use]
    pub fn answer_sha256(&self) -> &str {
        self.text(ANSWER)
    }

    /// Whether it is about a part or the whole, and not about the item that it is kept with.
    #[must_use]
    pub fn is_wider(&self) -> bool {
        matches!(self.text(ABOUT), "Part" | "Overall")
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.verdict.is_none() && self.comments.trim().is_empty()
    }

    /// What the home did with it.
    #[must_use]
    pub fn handling(&self) -> Handling {
        Handling {
            reply: self.text("reply").into(),
            resolved: self.extra.get("resolved").and_then(Value::as_bool).unwrap_or_default(),
            at: Timestamp::parse(self.text("handled_at")).unwrap_or_default(),
        }
    }

    /// Keeps what the home did with it.
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

    /// What decides which of two states of a review is the newer; equal only where they say the same.
    fn said(&self) -> (Timestamp, &'static str, &str, String) {
        let mut extra = self.extra.clone();
        for field in HANDLING {
            extra.remove(field);
        }
        (self.reviewed_at, self.verdict.map_or("", Verdict::name), &self.comments, compact(&extra))
    }

    /// The same for what the home did with it.
    fn handled(&self) -> (Timestamp, String) {
        (self.handling().at, compact(&self.handling_fields()))
    }

    /// Two states of one review made one: what the reviewer said last, and what the home did with it last.
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

/// The reviews of one item from two places made one list: of each review of each reviewer the newest state, the oldest
/// review first. Neither the order of the two nor how often they are merged makes a difference.
#[must_use]
pub fn merge_reviews(one: &[Review], other: &[Review]) -> Vec<Review> {
    let mut all: Vec<Review> = Vec::new();
    for review in one.iter().chain(other) {
        put(&mut all, review.clone(), |known, new| (&known.id, &known.reviewer) <= (&new.id, &new.reviewer));
    }
    // Identifiers are random. Where a file made by hand gives two reviewers the same, both reviews stay, and the document
    // can be read again.
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

/// The list, which is in the order of identifiers and reviewers, with an identifier of its own for whoever shares one with
/// a reviewer before them. `None` where nobody does.
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
