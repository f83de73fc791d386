//! The review round trip: what a reviewer says comes back, whatever is wrong is named, and no answer ever changes.

mod common;

use common::{answer, answered, later, now, without_index, wrong_form};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use standards_met_core::assessment::{
    Assessment, Edit, Id, Judgement, Query, Remark, Response, ReturnOutcome, Review, ReviewEdit,
    ReviewFilter, Reviewer, ShownAnswer, Subject, Timestamp, Verdict, Weakness, merge_reviews,
    newest_of_each, to_see, weakness,
};
use standards_met_core::catalogue::{AnswerKind, Edition, ItemId};
use standards_met_core::exchange::{
    Document, FilePart, ImportError, ImportWarning, ReviewFile, read, read_review,
};

/// A review file as this page first wrote it, with an unknown field at every level. It never changes.
const FIRST: &str = include_str!("../../../tests/fixtures/review-v1.json");

fn item(number: &str) -> ItemId {
    ItemId(number.into())
}

fn on(number: &str) -> Subject {
    Subject::Item(item(number))
}

fn asha() -> Reviewer {
    Reviewer { name: "Asha Patel".into(), organisation: "North Support".into() }
}

fn amir() -> Reviewer {
    Reviewer { name: "Amir Khan".into(), organisation: String::new() }
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

#[test]
fn a_review_file_comes_back_as_it_was_and_holds_no_answer() {
    let home = answered();
    let file = reviewed(&home);
    assert_eq!(file.remarks.len(), 3, "two sayings of one item are one review, and nobody else’s is in it");
    let (text, code) = file.to_text(now());
    assert!(!text.contains("Helen") && text.contains("Who when she is"));
    let again = read_review(text.as_bytes()).expect("it opens");
    assert_eq!((&again.file, again.warnings.as_slice(), &again.check_code), (&file, &[][..], &code));
    assert_eq!((file.assessment.as_str(), file.organisation.as_str()), ("k3m9", "Rosewood House"));
    assert_eq!(ReviewFile::of(&home.edition, &home.assessment, &asha()), None, "it is no copy for reviewing");
}

#[test]
fn the_first_review_file_still_opens_and_keeps_what_it_does_not_know() {
    let read = read_review(FIRST.as_bytes()).expect("it opens");
    assert_eq!(read.warnings, [ImportWarning::NoCheckCode]);
    let (before, after) = (serde_json::from_str::<Value>(FIRST).expect("JSON"), value(&read.file));
    for field in ["assessment", "organisation", "edition", "reviewer", "items", "parts", "overall", "new"] {
        assert_eq!(before[field], after[field], "{field}");
    }
    assert_eq!(read.file.remarks.first().map(|one| one.on.clone()), Some(on("1.1.5")));
}

#[test]
fn real_review_files_follow_the_schema_and_it_refuses_what_the_reader_refuses() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../public/schema/review-v1.json")).expect("JSON");
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let whole = value(&reviewed(&answered()));
    let errors: Vec<String> = schema.iter_errors(&whole).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let first: Value = serde_json::from_str(FIRST).expect("JSON");
    assert!(schema.is_valid(&first));
    let mut tried = 0;
    for list in ["", "/reviewer", "/items/0", "/parts/0", "/overall/0"] {
        let fields = whole.pointer(list).and_then(Value::as_object).expect(list);
        for name in fields.keys() {
            // What the reader does not need, it does not look at.
            if ["app", "exported_at", "check_code"].contains(&name.as_str()) {
                continue;
            }
            for wrong in [json!({ "a": 1 }), json!([1]), json!(1.5), json!(" "), json!(true), Value::Null] {
                let mut broken = whole.clone();
                broken.pointer_mut(list).expect(list)[name] = wrong.clone();
                assert_eq!(schema.is_valid(&broken), reading(&broken).is_ok(), "{list}/{name} = {wrong}");
                tried += 1;
            }
            let mut without = whole.clone();
            without.pointer_mut(list).and_then(Value::as_object_mut).expect(list).remove(name);
            assert_eq!(schema.is_valid(&without), reading(&without).is_ok(), "without {list}/{name}");
        }
    }
    assert!(tried > 100, "{tried} were tried");
}

#[test]
fn every_bad_review_file_has_its_own_error() {
    let home = answered();
    let file = reviewed(&home);
    let with = |pointer: &str, wrong: Value| {
        let mut broken = value(&file);
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        broken.pointer_mut(parent).expect(parent)[name] = wrong;
        broken
    };
    let reading = |value: &Value| reading(value).map_err(without_index);
    let newer = with("/version", json!(2));
    assert_eq!(reading(&newer), Err(ImportError::NewerVersion { version: 2 }));
    let other = with("/format", json!("standards-met/assessment"));
    assert_eq!(reading(&other), Err(ImportError::OtherFormat { format: "standards-met/assessment".into() }));
    assert_eq!(reading(&with("/format", json!("x"))), Err(ImportError::OtherJson));
    assert_eq!(
        reading(&with("/reviewer/name", json!(" "))),
        Err(wrong_form(FilePart::Document, "reviewer.name", "text", "“ ”"))
    );
    assert_eq!(
        reading(&with("/items/0/verdict", json!("Maybe"))),
        Err(wrong_form(
            FilePart::Remark("1.1.5".into()),
            "verdict",
            "Agreed, Question or NotAgreed",
            "“Maybe”"
        ))
    );
    assert_eq!(
        reading(&with("/parts/0/id", json!("r1"))),
        Err(wrong_form(FilePart::Document, "id", "different in each", ""))
    );
    let text = file.to_text(now()).0;
    assert_eq!(read_review(&text.as_bytes()[..text.len() / 2]), Err(ImportError::Truncated));
    assert_eq!(read_review(&[0xff, 0xfe]), Err(ImportError::NotText));
    let one = value(&file)["items"][0].clone();
    let many: Vec<Value> = (0..1001)
        .map(|number| {
            let mut one = one.clone();
            one["id"] = json!(format!("r{number}"));
            one
        })
        .collect();
    assert_eq!(
        reading(&with("/items", json!(many))),
        Err(wrong_form(FilePart::Document, "items", "at most 1,000", ""))
    );
    // An assessment’s reader does not take it for one.
    assert!(matches!(read(&text, |_| None), Err(ImportError::OtherFormat { .. })));
}

#[test]
fn a_file_that_was_changed_by_hand_says_so_and_cannot_say_what_is_not_a_reviewers() {
    let home = answered();
    let mut broken = value(&reviewed(&home));
    broken["items"][0]["comments"] = json!("Changed");
    broken["items"][0]["reply"] = json!("Yes, of course");
    broken["items"][0]["resolved"] = json!(true);
    broken["items"][0]["handled_at"] = json!("9999-01-01T00:00:00Z");
    broken["items"][0]["answer"] = json!("Somebody else answers");
    let read = read_review(broken.to_string().as_bytes()).expect("it opens");
    assert!(matches!(read.warnings.as_slice(), [ImportWarning::CheckCode { .. }]));
    let mut after = home.assessment.clone();
    for remark in &read.file.remarks {
        after.take_remark(&home.edition, remark, later(20.0));
    }
    assert_eq!(answers(&after), answers(&home.assessment));
    let review =
        after.response(&item("1.1.5")).and_then(|response| response.reviews.first()).expect("a review");
    assert_eq!(review.comments, "Changed");
    assert!(!review.handling().resolved && review.handling().reply.is_empty());
}

/// The fuzzer found it: it was kept beside the reviewer's name and not written, so an export was not what it was made of.
#[test]
fn a_remark_that_names_another_reviewer_is_its_files_reviewers_and_the_home_can_be_exported() {
    let mut home = answered();
    let mut broken = value(&reviewed(&home));
    for list in ["items", "parts", "overall"] {
        broken[list][0]["reviewer"] = json!("Somebody else");
    }
    for remark in &reading(&broken).expect("it opens").remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let reviews = home.assessment.responses.iter().flat_map(|response| &response.reviews);
    assert!(reviews.clone().count() == 3 && reviews.clone().all(|review| review.by() == asha()));
    let again = read(&home.to_export(now()).0, |_| None).expect("the export opens");
    assert_eq!(again.document, home);
}

#[test]
fn what_came_back_is_compared_with_what_was_sent_and_what_is_here() {
    let mut home = answered();
    let file = reviewed(&home);
    let compared = |home: &Document| -> Vec<ReturnOutcome> {
        file.remarks.iter().map(|one| home.assessment.compare(&home.edition, one)).collect()
    };
    assert_eq!(compared(&home), [ReturnOutcome::Fresh; 3]);
    answer(&mut home, "1.1.5", "Helen, and Priya when she is away", later(15.0));
    assert_eq!(compared(&home), [ReturnOutcome::ChangedSince, ReturnOutcome::Fresh, ReturnOutcome::Fresh]);
    for remark in &file.remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    assert_eq!(compared(&home), [ReturnOutcome::AlreadyHere; 3]);
    let elsewhere = Remark { on: on("99.9.9"), review: file.remarks[0].review.clone() };
    assert_eq!(home.assessment.compare(&home.edition, &elsewhere), ReturnOutcome::NotHere);
    let before = home.assessment.clone();
    home.assessment.take_remark(&home.edition, &elsewhere, later(30.0));
    assert_eq!(home.assessment, before);
    // Back to the answer that was sent: typing in between is no difference.
    answer(&mut home, "1.1.5", "Helen, the manager", later(40.0));
    let now = home.assessment.response(&item("1.1.5")).expect("a response").answer_sha256();
    assert_eq!(now, file.remarks[0].review.answer_sha256());
}

#[test]
fn a_second_round_begins_where_the_first_was_dealt_with() {
    let mut home = answered();
    for remark in &reviewed(&home).remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let (edition, one) = (home.edition.clone(), item("1.1.5"));
    home.assessment.handle(&one, &Id("r1".into()), Some("Priya".into()), Some(true), later(30.0));
    answer(&mut home, "1.1.5", "Helen; Priya when she is away, agreed in writing", later(31.0));
    let mut copy = copy(&home);
    assert_eq!(copy.present_remark(&edition, &on("1.1.5"), &asha()), None);
    let see = |copy: &Assessment, only: ReviewFilter| -> Vec<String> {
        let today = now().date();
        let hits = to_see(&edition, copy, &asha(), Some(only), &Query::default(), today);
        hits.into_iter().map(|hit| hit.item.0).collect()
    };
    assert_eq!(see(&copy, ReviewFilter::Changed), ["1.1.5"]);
    assert_eq!(see(&copy, ReviewFilter::ToReview).len(), 43);
    let said = ReviewEdit::Verdict(Some(Verdict::Agreed));
    copy.remark(&edition, &on("1.1.5"), &asha(), Id("r4".into()), said, later(40.0));
    assert_eq!((see(&copy, ReviewFilter::Changed).len(), see(&copy, ReviewFilter::ToReview).len()), (0, 42));
    let progress = copy.progress(&edition, &asha());
    assert_eq!((progress.reviewed, progress.agreed, progress.items), (1, 1, 43));
    let file = ReviewFile::of(&edition, &copy, &asha()).expect("a copy");
    for remark in &file.remarks {
        home.assessment.take_remark(&edition, remark, later(50.0));
    }
    let reviews = &home.assessment.response(&one).expect("a response").reviews;
    let of_it = reviews.iter().filter(|review| !review.is_wider()).count();
    assert_eq!(of_it, 2, "the first round is still there");
    assert_eq!(reviews[0].handling().reply, "Priya", "and so is what the home said to it");
}

#[test]
fn what_is_said_of_an_answer_is_of_the_one_that_was_read_also_when_another_tab_has_brought_a_newer_one() {
    let mut home = answered();
    let mut copy = copy(&home);
    let edition = home.edition.clone();
    let read = copy.response(&item("1.1.5")).expect("a response").answer_sha256();
    say(&mut copy, &edition, &on("1.1.5"), &asha(), "r1", "Who is", 1.0);
    answer(&mut home, "1.1.5", "Priya, since May", later(2.0));
    let mut copy = copy.go_on_with(home.assessment.clone());
    let on = on("1.1.5");
    let seen = ShownAnswer { on: &on, answer: Some(&read) };
    // The page still shows the old answer, and the half-typed comment with it.
    let known = copy.remark_on(&edition, &seen, &asha()).map(|review| review.comments.clone());
    assert_eq!(known.as_deref(), Some("Who is"));
    for said in [ReviewEdit::Comments("Who is that?".into()), ReviewEdit::Verdict(Some(Verdict::Agreed))] {
        copy.remark_seen(&edition, &seen, &asha(), Id("r2".into()), said, later(3.0));
    }
    let reviews = &copy.response(&item("1.1.5")).expect("a response").reviews;
    assert_eq!(reviews.len(), 1);
    assert_eq!((reviews[0].comments.as_str(), reviews[0].answer_sha256()), ("Who is that?", read.as_str()));
    // Nobody has read the new one yet.
    assert_eq!(copy.present_remark(&edition, &on, &asha()), None);
    assert_eq!(copy.progress(&edition, &asha()).agreed, 0);
}

#[test]
fn an_earlier_text_brings_the_remarks_back_that_were_lost_with_it_and_takes_none_away() {
    let mut home = answered();
    let said = reviewed(&home).remarks;
    let first = said.first().expect("a remark");
    let mut other = home.assessment.clone();
    home.assessment.take_remark(&home.edition, first, later(20.0));
    let lost = home.assessment.response(&item("1.1.5")).expect("a response").clone();
    // Meanwhile another tab went on with the answer: of the item, the newest wins whole.
    other.edit(&item("1.1.5"), Edit::Answer("Priya".into()), later(30.0));
    let mut merged = newest_of_each(&home.assessment, &other);
    let reviews = |merged: &Assessment| {
        let all = &merged.response(&item("1.1.5")).expect("a response").reviews;
        all.iter().map(|review| review.comments.clone()).collect::<Vec<_>>()
    };
    assert_eq!(reviews(&merged), Vec::<String>::new());
    let mut newer = first.clone();
    newer.review.id = Id("r9".into());
    newer.review.comments = "And now?".into();
    merged.take_remark(&home.edition, &newer, later(31.0));
    let wanted = merged.response(&item("1.1.5")).expect("a response").with_earlier(&lost);
    merged.edit(&item("1.1.5"), Edit::BringBack(Box::new(wanted)), later(32.0));
    assert_eq!(merged.response(&item("1.1.5")).expect("a response").answer, "Helen, the manager");
    assert_eq!(reviews(&merged), ["Who when she is “away”?", "And now?"]);
}

#[test]
fn who_corrects_their_name_hands_everything_back_that_they_have_said() {
    let mut home = answered();
    let (edition, typo) = (home.edition.clone(), Reviewer { name: "Asa Patel".into(), ..asha() });
    // An earlier round under the wrong name, which the home has dealt with.
    let mut first = copy(&home);
    say(&mut first, &edition, &on("1.1.5"), &typo, "r0", "And who else?", 1.0);
    for remark in &ReviewFile::of(&edition, &first, &typo).expect("a copy").remarks {
        home.assessment.take_remark(&edition, remark, later(2.0));
    }
    home.assessment.handle(&item("1.1.5"), &Id("r0".into()), Some("Priya".into()), Some(true), later(3.0));
    assert_eq!(home.assessment.said_by(&typo), 0, "in a home's own assessment nothing is renamed");
    let mut copy = copy(&home);
    say(&mut copy, &edition, &on("1.1.5"), &typo, "r1", "Since when?", 4.0);
    say(&mut copy, &edition, &Subject::Overall, &typo, "r2", "Nearly there", 5.0);
    say(&mut copy, &edition, &on("2.1.1"), &amir(), "other", "Not theirs", 6.0);
    assert_eq!(copy.said_by(&typo), 2);
    let times = |copy: &Assessment, by: &Reviewer| -> Vec<Timestamp> {
        let file = ReviewFile::of(&edition, copy, by).expect("a copy");
        file.remarks.iter().filter(|one| one.review.id.0 != "r0").map(|one| one.review.reviewed_at).collect()
    };
    let before = times(&copy, &typo);
    copy.rename_reviewer(&typo, &asha(), later(7.0));
    assert_eq!((copy.said_by(&typo), copy.said_by(&asha()), copy.said_by(&amir())), (0, 2, 1));
    let file = ReviewFile::of(&edition, &copy, &asha()).expect("a copy");
    let said: Vec<_> = file.remarks.iter().map(|one| one.review.comments.as_str()).collect();
    assert_eq!((said, times(&copy, &asha())), (vec!["Since when?", "Nearly there"], before));
    // What they say next goes on with it.
    say(&mut copy, &edition, &on("1.1.5"), &asha(), "unused", "Since when, exactly?", 8.0);
    assert_eq!(copy.said_by(&asha()), 2);
}

#[test]
fn a_newer_file_goes_into_the_same_copy_and_the_copy_goes_back_as_it_came() {
    let mut home = answered();
    let mut copy = copy(&home);
    say(&mut copy, &home.edition, &on("1.1.5"), &asha(), "r1", "Who else?", 1.0);
    answer(&mut home, "2.1.1", "In the folder", later(2.0));
    let newer = copy.go_on_with(home.assessment.clone());
    assert_eq!((newer.id.as_str(), newer.under_review()), ("c0py", copy.under_review()));
    assert!(newer.response(&item("2.1.1")).is_some());
    assert_eq!(newer.response(&item("1.1.5")).expect("a response").reviews.len(), 1);
    let sent = newer.as_sent();
    assert_eq!((sent.id.as_str(), sent.organisation.name.as_str()), ("k3m9", "Rosewood House"));
    assert_eq!(answers(&sent), answers(&home.assessment));
}

#[test]
fn a_comment_becomes_one_action_that_keeps_its_link() {
    let mut home = answered();
    for remark in &reviewed(&home).remarks {
        home.assessment.take_remark(&home.edition, remark, later(20.0));
    }
    let (one, review) = (item("1.1.5"), Id("r1".into()));
    assert!(home.assessment.act_on(&one, &review, Id("a1".into()), later(30.0)));
    assert!(!home.assessment.act_on(&one, &review, Id("a2".into()), later(31.0)), "once for each");
    let actions = &home.assessment.response(&one).expect("a response").actions;
    assert_eq!((actions.len(), actions[0].from_review()), (1, Some("r1")));
    assert_eq!(actions[0].what, "Who when she is “away”?");
    let text = home.to_export(now()).0;
    let again = read(&text, |_| None).expect("it opens").document.assessment;
    assert_eq!(again, home.assessment, "the link is in the file");
}

#[test]
fn taking_in_is_undone_and_done_again_with_everything_else() {
    use standards_met_core::assessment::Change;
    let home = answered();
    let mut after = home.assessment.clone();
    for remark in &reviewed(&home).remarks {
        after.take_remark(&home.edition, remark, later(20.0));
    }
    let change = Change::between(&home.assessment, &after, later(20.0)).expect("a change");
    let reviews = |assessment: &Assessment| assessment.remarks(&home.edition).len();
    assert_eq!(reviews(&after), 3);
    assert_eq!(after.undo(&change, later(21.0)), []);
    assert_eq!((reviews(&after), answers(&after)), (0, answers(&home.assessment)));
    after.redo(&change, later(22.0));
    assert_eq!(reviews(&after), 3);
    // Undoing what was typed before leaves what came in since.
    let mut typed = home.clone();
    answer(&mut typed, "1.1.5", "Priya", later(23.0));
    let typing = Change::between(&home.assessment, &typed.assessment, later(23.0)).expect("a change");
    for remark in &reviewed(&home).remarks {
        typed.assessment.take_remark(&home.edition, remark, later(24.0));
    }
    typed.assessment.undo(&typing, later(25.0));
    assert_eq!((reviews(&typed.assessment), answers(&typed.assessment)), (3, answers(&home.assessment)));
}

#[test]
fn short_answers_and_missing_reasons_are_weak() {
    let of = |edits: Vec<Edit>| {
        let mut home = common::home("k3m9", "Rosewood House");
        for edit in edits {
            home.assessment.edit(&item("6.2.1"), edit, now());
        }
        home.assessment.response(&item("6.2.1")).cloned().expect("a response")
    };
    let long = "Helen is responsible, and Priya is when Helen is away.";
    let met = Edit::Judge(Some(Judgement::Met));
    let not_applicable = Edit::Judge(Some(Judgement::NotApplicable));
    for (edits, expected) in [
        (vec![met.clone(), Edit::Answer("Helen".into())], Some(Weakness::Short)),
        (vec![met.clone(), Edit::Answer(long.into())], None),
        (vec![met], None),
        (vec![Edit::Answer("Helen".into())], None),
        (vec![not_applicable.clone()], Some(Weakness::NoReason)),
        (vec![not_applicable, Edit::Reason("We have none".into())], None),
    ] {
        assert_eq!(weakness(AnswerKind::Text, &of(edits.clone())), expected, "{edits:?}");
    }
    let short = of(vec![Edit::Judge(Some(Judgement::Met)), Edit::Answer("Helen".into())]);
    assert_eq!(weakness(AnswerKind::Tick, &short), None, "a tick needs no words");
}

fn review(id: u8, by: u8, second: u8, words: u8, handled: u8) -> Review {
    let mut extra = Map::new();
    if handled > 0 {
        extra.insert("reply".into(), json!(format!("reply {handled}")));
        extra.insert("handled_at".into(), json!(later(f64::from(handled)).to_string()));
    }
    Review {
        id: Id(format!("r{id}")),
        reviewer: format!("reviewer {by}"),
        verdict: None,
        comments: format!("words {words}"),
        reviewed_at: later(f64::from(second)),
        extra,
    }
}

fn reviews() -> impl Strategy<Value = Vec<Review>> {
    let one = (0..3u8, 0..3u8, 0..3u8, 0..3u8, 0..3u8).prop_map(|(a, b, c, d, e)| review(a, b, c, d, e));
    proptest::collection::vec(one, 0..6)
}

/// What can be said of any assessment: of items that are and are not in the edition, of parts and of the whole.
fn remarks() -> impl Strategy<Value = Vec<Remark>> {
    let on = prop_oneof![
        prop_oneof![Just("1.1.5"), Just("1.2.1"), Just("2.1.1"), Just("99.9.9")].prop_map(on),
        (0..6u8).prop_map(Subject::Part),
        Just(Subject::Overall),
    ];
    let one = (on, (0..3u8, 0..2u8, 0..3u8, 0..3u8), "[a-z0-9]{0,4}").prop_map(|(on, said, answer)| {
        let (id, by, second, words) = said;
        let by = Reviewer { name: format!("reviewer {by}"), organisation: String::new() };
        Remark::new(on, review(id, 0, second, words, 0), &by, &answer)
    });
    proptest::collection::vec(one, 0..8)
}

fn take(assessment: &Assessment, edition: &Edition, remarks: &[Remark], at: Timestamp) -> Assessment {
    let mut after = assessment.clone();
    remarks.iter().for_each(|remark| after.take_remark(edition, remark, at));
    after
}

/// What reviewers say, item by item.
fn said(assessment: &Assessment) -> Vec<(ItemId, Vec<Review>)> {
    let with = assessment.responses.iter().filter(|response| !response.reviews.is_empty());
    with.map(|response| (response.item.clone(), merge_reviews(&response.reviews, &[]))).collect()
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn merging_reviews_twice_or_in_any_order_gives_the_same(one in reviews(), two in reviews(), three in reviews()) {
            let both = merge_reviews(&one, &two);
            prop_assert_eq!(&both, &merge_reviews(&two, &one));
            prop_assert_eq!(&both, &merge_reviews(&both, &two));
            prop_assert_eq!(&both, &merge_reviews(&one, &both));
            let left = merge_reviews(&both, &three);
            prop_assert_eq!(&left, &merge_reviews(&one, &merge_reviews(&two, &three)));
            // A document with them can be read again.
            let mut ids: Vec<&str> = left.iter().map(|review| review.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), left.len());
        }

        #[test]
        fn whatever_comes_back_changes_no_answer_and_in_any_order_the_same(
            assessment in common::assessment(), one in remarks(), two in remarks(),
        ) {
            let edition = Edition::built_in();
            let (first, second) = (later(100.0), later(200.0));
            let there = take(&take(&assessment, &edition, &one, first), &edition, &two, second);
            let back = take(&take(&assessment, &edition, &two, first), &edition, &one, second);
            prop_assert_eq!(said(&there), said(&back));
            prop_assert_eq!(answers(&there), answers(&assessment));
            let again = take(&there, &edition, &one, later(300.0));
            prop_assert_eq!(&again, &there, "taken in twice is taken in once");
            for response in &assessment.responses {
                let after = there.response(&response.item).expect("it stays");
                let mut before = Response { edited_at: after.edited_at, ..response.clone() };
                before.reviews.clone_from(&after.reviews);
                prop_assert_eq!(&before, after);
            }
        }

        #[test]
        fn a_review_file_reads_as_what_was_written(remarks in remarks()) {
            let by = asha();
            let mut file = reviewed(&answered());
            let mut kept: Vec<Remark> = Vec::new();
            for remark in remarks {
                if !kept.iter().any(|known| known.review.id == remark.review.id) {
                    let answer = remark.review.answer_sha256().to_owned();
                    kept.push(Remark::new(remark.on, remark.review, &by, &answer));
                }
            }
            kept.sort_by_key(|remark| match remark.on {
                Subject::Item(_) => 0,
                Subject::Part(_) => 1,
                Subject::Overall => 2,
            });
            file.remarks = kept;
            let again = read_review(file.to_text(now()).0.as_bytes()).expect("it opens");
            prop_assert_eq!(again.file, file);
        }
    }
}
