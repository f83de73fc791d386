//! Files that are not as they should be: each is refused with an error of its own.

mod common;

use common::{answered, export, now, without_index, wrong_form};
use serde_json::{Value, json};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{EditionRef, FilePart, ImportError, MAX_BYTES, read, read_bytes};
use std::sync::Arc;

fn nothing_stored(_: &EditionRef) -> Option<Arc<Edition>> {
    None
}

/// A file with one thing changed.
fn with(pointer: &str, wrong: Value) -> String {
    let mut broken = export(&answered());
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    broken.pointer_mut(parent).expect(parent)[name] = wrong;
    broken.to_string()
}

#[test]
fn every_bad_file_has_its_own_error() {
    let good = answered().to_export(now()).0;
    let first_response = with("/assessment/responses/0/answer", json!(5));
    let response = |field: &str, expected: &str, found: &str| {
        wrong_form(FilePart::Response("1.1.5".into()), field, expected, found)
    };
    let twice = {
        let mut twice = export(&answered());
        let again = twice["assessment"]["responses"][0].clone();
        twice["assessment"]["responses"].as_array_mut().expect("a list").push(again);
        twice.to_string()
    };
    let cases: Vec<(String, ImportError)> = vec![
        (String::new(), ImportError::Empty),
        (" \u{feff}\n\t".trim_start().into(), ImportError::Empty),
        ("Dear Helen,\nplease find attached".into(), ImportError::NotJson { line: 1 }),
        ("{\n\"a\": 1,\n}".into(), ImportError::NotJson { line: 3 }),
        ("<!DOCTYPE html>".into(), ImportError::NotJson { line: 1 }),
        ("{\"a\": \"tab\there\"}".replace("\\t", "\t"), ImportError::ControlCharacter { line: 1 }),
        ("[".repeat(100_000), ImportError::TooDeep),
        (format!("{{\"a\":{}1{}}}", "[".repeat(200), "]".repeat(200)), ImportError::TooDeep),
        (good[..good.len() / 2].to_owned(), ImportError::Truncated),
        ("[1, 2]".into(), ImportError::OtherJson),
        ("\"text\"".into(), ImportError::OtherJson),
        ("{}".into(), ImportError::OtherJson),
        (with("/format", json!("somebody/else")), ImportError::OtherJson),
        (with("/format", json!(7)), ImportError::OtherJson),
        (
            with("/format", json!("standards-met/edition")),
            ImportError::OtherFormat { format: "standards-met/edition".into() },
        ),
        (with("/version", json!(2)), ImportError::NewerVersion { version: 2 }),
        (with("/version", json!(u64::MAX)), ImportError::NewerVersion { version: u64::MAX }),
        (
            with("/version", json!("1")),
            wrong_form(FilePart::Document, "version", "a whole number from 1", "“1”"),
        ),
        (with("/edition", json!(null)), wrong_form(FilePart::Document, "edition", "there", "")),
        (with("/edition", json!("another/0")), ImportError::EditionMissing { edition: "another/0".into() }),
        (
            with("/edition/parts", json!({})),
            wrong_form(FilePart::Edition, "parts", "a list", "a group of fields"),
        ),
        (
            with("/assessment", json!([])),
            wrong_form(FilePart::Document, "assessment", "a group of fields", "a list"),
        ),
        (
            with("/assessment/organisation/name", json!(null)),
            wrong_form(FilePart::Assessment, "organisation.name", "text", "empty"),
        ),
        (
            with("/assessment/edited_at", json!("yesterday")),
            wrong_form(
                FilePart::Assessment,
                "edited_at",
                "a time such as 2026-11-30T14:02:00Z",
                "“yesterday”",
            ),
        ),
        (first_response, response("answer", "text", "5")),
        (
            with("/assessment/responses/0/judgement", json!("Maybe")),
            response("judgement", "Met, NotYet or NotApplicable", "“Maybe”"),
        ),
        (
            with("/assessment/responses/0/actions", json!([{ "id": "a", "due": "31/12/2026" }])),
            response("actions.due", "a date such as 2026-11-30", "“31/12/2026”"),
        ),
        (
            with("/assessment/responses/0/evidence", json!([{ "id": "d" }, { "id": "d" }])),
            response("evidence.id", "different in each", ""),
        ),
        (
            with("/assessment/id", json!("a/../b #?%")),
            wrong_form(FilePart::Assessment, "id", "an identifier of letters and digits", "“a/../b #?%”"),
        ),
        (
            with("/edition/id", json!("a \"quoted\" one")),
            wrong_form(FilePart::Edition, "id", "an identifier such as dspt-2021-22", "“a \"quoted\" one”"),
        ),
        (
            with("/edition/parts/0/items/0/id", json!("2.1.1")),
            wrong_form(FilePart::Edition, "parts.items.id", "different in each", ""),
        ),
        (
            with("/edition/parts/0/items/0/links/0/href", json!("javascript:alert(1)")),
            wrong_form(
                FilePart::Edition,
                "parts.items.links.href",
                "an address that begins with https:// or http://",
                "“javascript:alert(1)”",
            ),
        ),
        (
            with("/edition/parts/0/items/0/links/0/printed", json!("")),
            wrong_form(FilePart::Edition, "parts.items.links.printed", "text that is not empty", "“”"),
        ),
        (twice, ImportError::DuplicateItem { item: ItemId("1.1.5".into()) }),
    ];
    for (text, expected) in cases {
        let start: String = text.chars().take(60).collect();
        assert_eq!(read(&text, nothing_stored).map_err(without_index), Err(expected), "{start}");
    }
    let large = vec![b' '; 20_000_000];
    assert_eq!(read_bytes(&large, nothing_stored), Err(ImportError::TooLarge { bytes: 20_000_000 }));
    // A full local storage has to fit.
    assert_eq!(MAX_BYTES.max(5_000_000), MAX_BYTES);
    assert_eq!(read_bytes(&[0xff, 0xfe, b'{', 0], nothing_stored), Err(ImportError::NotText));
}
