//! The review round trip: what a reviewer says comes back, whatever is wrong is named, and no answer ever changes.

#[path = "../common/mod.rs"]
mod common;
mod file;
mod handled;
mod properties;
mod round_trip;

use common::{answer, answered, later, now, without_index, wrong_form};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use standards_met_core::assessment::{
    Assessment, Edit, Id, Judgement, NextToReview, Query, Remark, Response, ReturnOutcome, Review,
    ReviewEdit, ReviewFilter, ReviewReason, Reviewer, ShownAnswer, Subject, Timestamp, Verdict, Weakness,
    merge_reviews, newest_of_each, planned, to_see, weakness,
};
use standards_met_core::catalogue::{AnswerKind, Edition, ItemId};
use standards_met_core::exchange::{
    Document, FilePart, ImportError, ImportWarning, ReviewFile, read, read_review,
};

/// A review file as this page first wrote it, with an unknown field at every level. It never changes.
const FIRST: &str = include_str!("../../../../tests/fixtures/review-v1.json");

fn item(number: &str) -> ItemId {
    ItemId(number.into())
}

fn on(number: &str) -> Subject {
    Subject::Item(item(number))
}

fn asha() -> Reviewer {
    Reviewer { name: "Asha Patel".into(), organisation: "North Support".into(), role: String::new() }
}

fn amir() -> Reviewer {
    Reviewer { name: "Amir Khan".into(), organisation: String::new(), role: String::new() }
}

/// The home's assessment, opened to review.
fn copy(home: &Document) -> Assessment {
    let mut copy = home.assessment.clone();
    copy.begin_review(Id("c0py".into()));
    copy
}

fn say(
    copy: &mut Assessment,
    edition: &Edition,
    on: &Subject,
    by: &Reviewer,
    id: &str,
    words: &str,
    second: f64,
) {
    let (said, at) = (ReviewEdit::Comments(words.into()), later(second));
    copy.remark(edition, on, by, Id(id.into()), said, at);
}

/// A review by Asha of 1.1.5, part 2 and the whole.
fn reviewed(home: &Document) -> ReviewFile {
    let (edition, mut copy) = (&home.edition, copy(home));
    let verdict = ReviewEdit::Verdict(Some(Verdict::Question));
    copy.remark(edition, &on("1.1.5"), &asha(), Id("r1".into()), verdict, later(10.0));
    say(&mut copy, edition, &on("1.1.5"), &asha(), "unused", "Who when she is “away”?", 11.0);
    say(&mut copy, edition, &Subject::Part(2), &asha(), "r2", "Good policies", 12.0);
    say(&mut copy, edition, &Subject::Overall, &asha(), "r3", "Nearly there", 13.0);
    say(&mut copy, edition, &on("2.1.1"), &amir(), "other", "Not Asha’s", 14.0);
    ReviewFile::of(edition, &copy, &asha()).expect("a copy for reviewing")
}

fn value(file: &ReviewFile) -> Value {
    serde_json::from_str(&file.to_text(now()).0).expect("JSON")
}

fn reading(value: &Value) -> Result<ReviewFile, ImportError> {
    read_review(value.to_string().as_bytes()).map(|read| read.file)
}

/// The answers alone, as they are spelled.
fn answers(assessment: &Assessment) -> Vec<(ItemId, String)> {
    let given = assessment.responses.iter().filter(|response| !response.is_blank());
    given.map(|response| (response.item.clone(), response.answer_sha256())).collect()
}
