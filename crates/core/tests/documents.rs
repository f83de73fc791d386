//! The document as people hand it on: whatever was given comes back, whatever is wrong is named, and nothing panics.

mod common;

use common::{answer, answered, assessment, export, later, now};
use proptest::prelude::*;
use serde_json::{Value, json};
use standards_met_core::assessment::{
    Id, Judgement, MergeBase, ReviewEdit, Reviewer, Status, Subject, YesNoUnsure,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{
    Document, EditionRef, ImportError, ImportWarning, ImportedDocument, read, read_bytes,
};
use std::sync::Arc;

/// A file of version 1 as this page first wrote it, with something in every field and an unknown field at every level.
/// It never changes: whatever becomes of the program, people hold files like it.
const FIRST: &str = include_str!("../../../tests/fixtures/assessment-v1.json");

/// A file of version 1 from a page that guides: the interview, what it suggested, what was entered, when actions were done.
const GUIDED: &str = include_str!("../../../tests/fixtures/assessment-v1-guided.json");

fn nothing_stored(_: &EditionRef) -> Option<Arc<Edition>> {
    None
}

fn reading(text: &str) -> Result<ImportedDocument, ImportError> {
    read(text, nothing_stored)
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// A document without what every export makes anew.
fn content(text: &str) -> Value {
    let mut content = value(text);
    let fields = content.as_object_mut().expect("an object");
    for made_anew in ["app", "exported_at", "check_code"] {
        assert!(fields.remove(made_anew).is_some(), "{made_anew} is missing");
    }
    // Files of the first versions have none.
    fields.remove("checksum");
    content
}

#[test]
fn the_first_file_ever_exported_still_opens_and_comes_out_unchanged() {
    let read = reading(FIRST).expect("it opens");
    assert_eq!(read.warnings, [ImportWarning::UnknownItems(vec![ItemId("99.9.9".into())])]);
    let assessment = &read.document.assessment;
    assert_eq!(assessment.organisation.name, "Rosewood House");
    let response = assessment.response(&ItemId("1.2.1".into())).expect("an answer to 1.2.1");
    assert_eq!(response.judgement, Some(Judgement::Met));
    assert_eq!(
        response.evidence.first().map(|document| document.location.as_str()),
        Some("Office, “green” folder")
    );
    assert_eq!(content(&read.document.to_export(now()).0), content(FIRST));
}

#[test]
fn a_file_with_everything_that_guides_opens_and_comes_out_unchanged() {
    let read = reading(GUIDED).expect("it opens");
    assert_eq!(read.warnings, []);
    let assessment = &read.document.assessment;
    assert_eq!(assessment.told("breach"), Some(YesNoUnsure::No));
    assert!(assessment.responses.iter().any(|response| response.suggested));
    assert!(assessment.responses.iter().any(|response| response.entered.is_some()));
    assert!(
        assessment
            .responses
            .iter()
            .flat_map(|response| &response.actions)
            .any(|action| action.done_on.is_some())
    );
    assert_eq!(content(&read.document.to_export(now()).0), content(GUIDED));
}

#[test]
fn the_worked_example_is_whole_and_shows_every_standing_of_an_answer() {
    let built_in = Arc::new(Edition::built_in());
    let text = include_str!("../../../public/example.json");
    let read = read(text, |_| Some(built_in.clone())).expect("it opens");
    // It is written by hand, so nothing has given it a code; only the content counts.
    assert_eq!(read.warnings, [ImportWarning::NoCheckCode]);
    let tally = read.document.assessment.tally(&built_in);
    for status in Status::ALL {
        // Nothing of it came from another year.
        let expected = !matches!(status, Status::NotStarted | Status::ToConfirm);
        assert_eq!(tally.of(status) > 0, expected, "{status:?}");
    }
    assert_eq!(read.document.assessment.example.map(|day| day.to_string()).as_deref(), Some("2022-03-14"));
    assert_eq!(read.document.assessment.interview.len(), built_in.interview.len());
    assert!(read.document.assessment.unknown_items(&built_in).is_empty());
}

#[test]
fn two_files_of_the_same_answers_have_the_same_check_code() {
    let document = answered();
    let (text, code) = document.to_export(now());
    let (later_text, later_code) = document.to_export(later(3600.0));
    assert_ne!(text, later_text);
    assert_eq!(code, later_code);
    // Somebody took the file in, and exports what they have.
    let (mut again, mut base) = (reading(&text).expect("it opens").document, MergeBase::default());
    again.assessment.responses.iter().for_each(|response| base.add(response));
    base.keep(&mut again.extra);
    let (text, of_again) = again.to_export(later(7200.0));
    assert_eq!(code, of_again);
    assert_eq!(reading(&text).expect("it opens").warnings, []);
    // A reviewer says something in their copy.
    let (edition, on) = (document.edition.clone(), Subject::Item(ItemId("1.1.5".into())));
    let mut copy = document.clone();
    copy.assessment.begin_review(Id("c0py".into()));
    let said = ReviewEdit::Comments("Who else?".into());
    copy.assessment.remark(&edition, &on, &Reviewer::default(), Id("r".into()), said, later(9000.0));
    assert_eq!(copy.to_export(later(9001.0)).1, code);
    // Another answer is another code.
    answer(&mut copy, "1.1.5", "Priya", later(9002.0));
    assert_ne!(copy.to_export(later(9003.0)).1, code);
}

#[test]
fn layout_and_order_of_fields_do_not_change_the_check_code_but_every_letter_does() {
    let (pretty, code) = answered().to_export(now());
    let compact = value(&pretty).to_string();
    assert_ne!(pretty, compact);
    assert_eq!(reading(&compact).expect("it opens").check_code, code);
    assert_eq!(reading(&compact).expect("it opens").warnings, []);

    let backwards = value(&pretty).as_object().expect("an object").iter().rev().fold(
        String::new(),
        |text, (name, field)| {
            let comma = if text.is_empty() { "" } else { "," };
            format!("{text}{comma}{}:{field}", json!(name))
        },
    );
    assert_eq!(reading(&format!("{{{backwards}}}")).expect("it opens").warnings, []);

    let changed = pretty.replace("Helen", "Ellen");
    match reading(&changed).expect("it opens all the same").warnings.as_slice() {
        [ImportWarning::CheckCode { printed, actual }] => assert!(*printed == code && *actual != code),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_odd_is_said_and_kept() {
    let mut odd = export(&answered());
    odd["assessment"]["responses"][0]["item"] = json!("99.9.9");
    odd.as_object_mut().expect("an object").remove("check_code");
    let read = reading(&odd.to_string()).expect("it opens");
    let unknown = ItemId("99.9.9".into());
    assert_eq!(
        read.warnings,
        [ImportWarning::NoCheckCode, ImportWarning::UnknownItems(vec![unknown.clone()])]
    );
    let again = export(&read.document);
    assert_eq!(again["assessment"], odd["assessment"]);
    assert!(reading(&again.to_string()).expect("it opens").document.assessment.response(&unknown).is_some());
}

mod properties {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn an_export_brings_back_exactly_what_was_there(assessment in assessment()) {
            let document = Document { edition: Arc::new(Edition::built_in()), ..common::document(assessment) };
            let (text, code) = document.to_export(now());
            let read = reading(&text).expect("it opens");
            prop_assert_eq!(&read.document, &document);
            prop_assert_eq!(read.check_code, code);
            let changed = read.warnings.iter().any(|warning| matches!(warning, ImportWarning::CheckCode { .. }));
            prop_assert!(!changed);
        }

        #[test]
        fn the_stored_form_brings_back_exactly_what_was_there(assessment in assessment()) {
            let document = common::document(assessment);
            let edition = document.edition.clone();
            let read = read(&document.to_stored(now()), |wanted| {
                (*wanted == EditionRef::of(&edition)).then(|| edition.clone())
            });
            prop_assert_eq!(read.expect("it opens").document, document);
        }

        #[test]
        fn a_file_that_was_cut_off_is_called_that(cut in 1_usize..20_000) {
            let (text, _) = answered().to_export(now());
            let cut = (1..=cut.min(text.len() - 1)).rev().find(|at| text.is_char_boundary(*at)).expect("a boundary");
            prop_assert_eq!(reading(&text[..cut]), Err(ImportError::Truncated));
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(read_bytes(&bytes, nothing_stored).is_err());
        }

        #[test]
        fn a_file_with_one_letter_changed_opens_with_a_warning_or_is_refused(place in any::<usize>(), letter in "[ -~]") {
            let (text, _) = answered().to_export(now());
            let letters: Vec<char> = text.chars().collect();
            let place = place % letters.len();
            let changed: String =
                letters.iter().enumerate().map(|(at, old)| if at == place { letter.clone() } else { old.to_string() }).collect();
            if let Ok(read) = reading(&changed) {
                let same = content_of(&read.document) == content_of(&answered());
                prop_assert!(same || !read.warnings.is_empty(), "at {}: {:?}", place, letter);
            }
        }
    }
}

fn content_of(document: &Document) -> Value {
    let mut content = export(document);
    for made_anew in ["app", "exported_at", "check_code", "checksum"] {
        content.as_object_mut().and_then(|fields| fields.remove(made_anew));
    }
    content
}
