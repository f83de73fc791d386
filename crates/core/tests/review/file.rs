//! The review file: what is written is read, and what is wrong in it is named.

use super::*;

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
        serde_json::from_str(include_str!("../../../../public/schema/review-v1.json")).expect("JSON");
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
fn a_field_that_belongs_to_another_list_comes_back_as_it_came() {
    let mut file = value(&reviewed(&answered()));
    file["parts"][0]["item"] = json!("1.1.5");
    file["overall"][0]["part"] = json!(2);
    let again = value(&reading(&file).expect("it opens"));
    assert_eq!((&again["parts"], &again["overall"]), (&file["parts"], &file["overall"]));
}
