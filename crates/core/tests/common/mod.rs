//! Documents for the tests.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod device;
pub mod memory;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use standards_met_core::assessment::{
    Action, Assessment, Date, Edit, Evidence, Id, InterviewAnswer, Judgement, Organisation, Priority,
    Response, Review, Timestamp, Verdict, YesNoUnsure,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{Document, FilePart, ImportError};
use standards_met_core::json::WrongField;
use std::sync::Arc;

pub fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T14:02:03.456Z").expect("a time")
}

/// So many seconds after [`now`].
pub fn later(seconds: f64) -> Timestamp {
    Timestamp::from_millis(now().millis() + seconds * 1000.0)
}

pub fn built_in() -> Arc<Edition> {
    Arc::new(Edition::built_in())
}

pub fn document(assessment: Assessment) -> Document {
    Document { edition: Arc::new(Edition::built_in()), assessment, extra: Map::new() }
}

pub fn home(id: &str, name: &str) -> Document {
    document(Assessment::new(Id(id.into()), name, "VM1AB", now()))
}

/// A home that has answered one item.
pub fn answered() -> Document {
    let mut document = home("k3m9", "Rosewood House");
    answer(&mut document, "1.1.5", "Helen, the manager", now());
    document
}

pub fn answer(document: &mut Document, item: &str, text: &str, at: Timestamp) {
    document.assessment.edit(&ItemId(item.into()), Edit::Answer(text.into()), at);
}

pub fn export(document: &Document) -> Value {
    serde_json::from_str(&document.to_export(now()).0).expect("an export is JSON")
}

/// Any text that a browser's field can give, line breaks, quotation marks and emoji included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{0,12}", "\\PC{0,8}", "[\\x00-\\x1f\u{2028}\\\\\"😀é]{0,6}"]
}

fn time() -> impl Strategy<Value = Timestamp> {
    (0.0..253_402_300_800_000.0_f64).prop_map(Timestamp::from_millis)
}

fn date() -> impl Strategy<Value = Option<Date>> {
    let day = (1900..2100_u32, 1..13_u32, 1..29_u32);
    proptest::option::of(day.prop_map(|(y, m, d)| Date::parse(&format!("{y}-{m:02}-{d:02}")).expect("a day")))
}

/// Fields of a later version, of any form.
fn unknown() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(json!({ "inside": [1, { "b": null }] })),
        text().prop_map(Value::from),
    ];
    proptest::collection::btree_map("new_[a-z]{1,4}", value, 0..2)
        .prop_map(|fields| fields.into_iter().collect())
}

prop_compose! {
    fn evidence()(id in "[a-z0-9]{12}", title in text(), location in text(), approved_on in date(), extra in unknown()) -> Evidence {
        let approved_draft = if approved_on.is_none() { title.clone() } else { String::new() };
        Evidence { id: Id(id), title, location, approved_on, approved_draft, extra }
    }
}

prop_compose! {
    fn action()(
        id in "[a-z0-9]{12}", what in text(), owner in text(), due in date(),
        priority in proptest::option::of(prop_oneof![Just(Priority::High), Just(Priority::Medium), Just(Priority::Low)]),
        done in any::<bool>(), done_on in date(), extra in unknown(),
    ) -> Action {
        let due_draft = if due.is_none() { owner.clone() } else { String::new() };
        Action { id: Id(id), what, owner, due, due_draft, priority, done, done_on, extra }
    }
}

prop_compose! {
    fn review()(
        id in "[a-z0-9]{12}", reviewer in text(), comments in text(), reviewed_at in time(), extra in unknown(),
        verdict in proptest::option::of(prop_oneof![Just(Verdict::Agreed), Just(Verdict::Question), Just(Verdict::NotAgreed)]),
    ) -> Review {
        Review { id: Id(id), reviewer, verdict, comments, reviewed_at, extra }
    }
}

prop_compose! {
    fn response(item: String)(
        judgement in proptest::option::of(prop_oneof![
            Just(Judgement::Met), Just(Judgement::NotYet), Just(Judgement::NotApplicable)
        ]),
        texts in [text(), text(), text(), text()],
        evidence in proptest::collection::vec(evidence(), 0..2),
        actions in proptest::collection::vec(action(), 0..2),
        reviews in proptest::collection::vec(review(), 0..2),
        edited_at in time(),
        suggested in any::<bool>(),
        entered in proptest::option::of("[a-z0-9]{8}"),
        extra in unknown(),
    ) -> Response {
        let [answer, comments, not_applicable_reason, explanation] = texts;
        let item = ItemId(item.clone());
        Response {
            item, judgement, answer, evidence, comments, not_applicable_reason, explanation, suggested, entered, actions, reviews,
            edited_at, extra,
        }
    }
}

prop_compose! {
    fn given(question: String)(
        answer in proptest::option::of(prop_oneof![Just(YesNoUnsure::Yes), Just(YesNoUnsure::No), Just(YesNoUnsure::NotSure)]),
        answered_at in time(),
        extra in unknown(),
    ) -> InterviewAnswer {
        InterviewAnswer { question: question.clone(), answer, answered_at, extra }
    }
}

prop_compose! {
    /// Anything that an assessment can hold, unknown items and fields included.
    pub fn assessment()(
        items in proptest::sample::subsequence(vec!["1.1.5", "1.2.1", "2.1.1", "99.9.9", "whole"], 0..4),
        asked in proptest::sample::subsequence(vec!["breach", "network", "unknown"], 0..3),
    )(
        interview in asked.into_iter().map(|question| given(question.into())).collect::<Vec<_>>(),
        example in date(), sheet_of in proptest::option::of("[a-z0-9]{12}".prop_map(Id)),
        publish_on in date(), publish_changed_at in proptest::option::of(time()),
        responses in items.into_iter().map(|item| response(item.into())).collect::<Vec<_>>(),
        name in text(), ods_code in "[A-Z0-9]{0,5}", renamed_at in proptest::option::of(time()), created_at in time(), edited_at in time(),
        extra in unknown(), more in unknown(),
    ) -> Assessment {
        // What somebody has named is no worked example any more.
        let example = example.filter(|_| renamed_at.is_none());
        let publish_draft = if publish_on.is_none() { name.clone() } else { String::new() };
        let organisation = Organisation { name, ods_code, renamed_at, extra: more };
        Assessment {
            id: Id("k3m9".into()), organisation, created_at, edited_at, example, sheet_of, publish_on, publish_draft,
            publish_changed_at, interview, responses, extra,
        }
    }
}

/// The error of a file that does not have its form. `found` is what is there instead; empty where nothing is, or where that
/// says nothing.
pub fn wrong_form(place: FilePart, field: &str, expected: &str, found: &str) -> ImportError {
    let found = (!found.is_empty()).then(|| found.to_owned());
    let wrong = WrongField { field: field.into(), index: None, expected: expected.into(), found };
    ImportError::WrongForm { place, wrong }
}

/// The same error without the place in a list, which the tests of each list look at.
pub fn without_index(error: ImportError) -> ImportError {
    match error {
        ImportError::WrongForm { place, wrong } => {
            ImportError::WrongForm { place, wrong: WrongField { index: None, ..wrong } }
        }
        other => other,
    }
}
