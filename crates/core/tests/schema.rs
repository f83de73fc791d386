//! The published JSON Schema says what the page writes and what it reads, field by field.

use serde_json::{Map, Value, json};
use standards_met_core::assessment::{
    ActionEdit, Assessment, Date, Edit, EvidenceEdit, Id, Judgement, Priority, Review, Timestamp, Verdict,
    YesNoUnsure,
};
use standards_met_core::catalogue::Edition;
use standards_met_core::date_parts::DateEntry;
use standards_met_core::exchange::{Document, FilePart, read};
use standards_met_core::json::WrongField;
use standards_met_core::words::wrong_form;
use std::collections::BTreeSet;
use std::sync::Arc;

fn schema() -> Value {
    let text = include_str!("../../../public/schema/assessment-v1.json");
    serde_json::from_str(text).expect("the schema is JSON")
}

fn validator() -> jsonschema::Validator {
    jsonschema::options().should_validate_formats(true).build(&schema()).expect("the schema is one")
}

fn export(fill: impl FnOnce(&mut Assessment)) -> Value {
    let now = Timestamp::parse("2026-11-23T14:02:03.456Z").expect("a time");
    let mut assessment = Assessment::new(Id("k3m9".into()), "Rosewood House", "VM1AB", now);
    fill(&mut assessment);
    let document = Document { edition: Arc::new(Edition::built_in()), assessment, extra: Map::new() };
    serde_json::from_str(&document.to_export(now).0).expect("an export is JSON")
}

/// An export with something in every field that there is.
fn full() -> Value {
    let mut whole = export(|assessment| {
        let now = assessment.created_at;
        for item in Edition::built_in().items() {
            for edit in [
                Edit::Judge(Some(Judgement::NotYet)),
                Edit::Answer("“Quoted”, a\ttab and\nlines 😀".into()),
                Edit::Comments("comment".into()),
                Edit::Reason("reason".into()),
                Edit::Evidence(Id("e".into()), EvidenceEdit::Title("title".into())),
                Edit::Evidence(Id("e".into()), EvidenceEdit::ApprovedOn(Date::parse("2026-01-31"))),
                Edit::Action(Id("a".into()), ActionEdit::Due(Date::parse("2026-12-31"))),
                Edit::Action(Id("a".into()), ActionEdit::Priority(Some(Priority::High))),
                Edit::Action(Id("a".into()), ActionEdit::Done(Date::parse("2026-12-30"))),
                Edit::Enter(Some("4f7k92qd".into())),
            ] {
                assessment.edit(&item.id, edit, now);
            }
        }
        assessment.tell(&Edition::built_in(), "breach", Some(YesNoUnsure::No), now);
        assessment.example = Date::parse("2022-03-14");
        assessment.sheet_of = Some(Id("k3m8".into()));
        assessment.plan_to_publish(DateEntry::Date(Date::parse("2027-05-12")), now);
        assessment.publish_draft = "5//2027".into();
        let sent =
            json!({ "assessment": "k3m7", "organisation": "Rosewood House", "round": 2, "edited_at": now });
        assessment.extra.insert("under_review".into(), sent);
        let last_year =
            json!({ "assessment": "k3m6", "edition": "old/h4sh", "title": "Old", "year": "2020-21" });
        assessment.extra.insert("carried_from".into(), last_year);
        for response in &mut assessment.responses {
            response.suggested = true;
            response.explanation = "explanation".into();
            for document in &mut response.evidence {
                document.approved_draft = "5//2027".into();
            }
            for action in &mut response.actions {
                action.due_draft = "5//2027".into();
            }
            response.extra.insert("carried".into(), carried());
            for action in &mut response.actions {
                action.extra.insert("from_review".into(), json!("r"));
            }
            response.reviews.push(Review {
                id: Id("r".into()),
                reviewer: "reviewer".into(),
                verdict: Some(Verdict::Question),
                comments: "comment".into(),
                reviewed_at: now,
                extra: json!({
                    "organisation": "a support organisation", "about": "Part", "answer_sha256": "4f7k92qd4f7k92qd",
                    "role": "quality lead", "round": 2, "reply": "answer", "resolved": true, "handled_at": "2026-11-23T14:02:03.456Z",
                })
                .as_object()
                .cloned()
                .expect("an object"),
            });
        }
    });
    whole["base"] = json!(["1.1.5 4f7k92qd4f7k92qd"]);
    whole["redacted"] = json!(["names"]);
    whole
}

fn carried() -> Value {
    json!({
        "edition": "old/h4sh", "year": "2020-21", "items": ["1.6.6"], "choice": "check",
        "at": "2026-11-23T14:02:03.456Z", "confirmed_at": "2026-11-23T14:02:03.456Z", "judgement": "Met",
        "made": "4f7k92qd4f7k92qd",
        "brought": {
            "answer": "alone", "comments": "below", "not_applicable_reason": "alone", "evidence": ["d"], "actions": ["a"],
        },
    })
}

#[test]
fn real_exports_follow_the_schema() {
    let schema = validator();
    for export in [export(|_| {}), full()] {
        let errors: Vec<String> = schema.iter_errors(&export).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

/// A field of the schema: where it is in a document, and whether it has to be there.
struct Field {
    /// JSON pointer in [`full`], through the first element of each list.
    pointer: String,
    required: bool,
}

fn fields_of_the_schema() -> Vec<Field> {
    let schema = schema();
    let mut fields = Vec::new();
    collect(&schema, &schema, "", &mut fields);
    fields
}

fn collect(schema: &Value, node: &Value, pointer: &str, fields: &mut Vec<Field>) {
    let followed = node.get("$ref").and_then(Value::as_str).map(|name| {
        schema.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not in the schema"))
    });
    let node = followed.unwrap_or(node);
    if let Some(choices) = node.get("anyOf").and_then(Value::as_array) {
        choices.iter().for_each(|choice| collect(schema, choice, pointer, fields));
    }
    if let Some(items) = node.get("items") {
        collect(schema, items, &format!("{pointer}/0"), fields);
    }
    let required: Vec<&str> =
        node["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, inside) in node["properties"].as_object().into_iter().flatten() {
        let pointer = format!("{pointer}/{name}");
        fields.push(Field { pointer: pointer.clone(), required: required.contains(&name.as_str()) });
        collect(schema, inside, &pointer, fields);
    }
}

/// [`full`], with a first item that has a value in every field of the edition.
fn full_with_a_rule_first() -> Value {
    let mut whole = full();
    whole["assessment"]["organisation"]["renamed_at"] = json!("2026-11-23T14:02:03.456Z");
    let item = whole.pointer_mut("/edition/parts/0/items/0").expect("an item");
    item["not_applicable"] = json!({ "when": "we have none", "reason": "We have none.", "write": "text", "if_no_to": ["breach"], "also_otherwise": true });
    item["recent"] = json!({ "since": "2021-07-01", "by": "2021-09-30", "within_months": 12 });
    item["levels"] = json!(["approaching", "met"]);
    item["for_it_supplier"] = json!("Say what you back up.");
    item["ask_it_supplier"] = json!(true);
    item["printed_action"] = json!("1.6.6");
    item["freshness"] = json!("reviewed every year");
    item["hint"] = json!("Write the name in the text box.");
    item["after"] = json!(["2.1.1"]);
    item["share"] = json!(95);
    item["replaces"] =
        json!([{ "edition": "old-2020-21", "items": ["1.6.6"], "note": "Reworded.", "wording": "question" }]);
    let new_address = "https://a.org.uk";
    item["links"] =
        json!([{ "text": "a", "printed": "http://a.uk", "href": "http://a.uk", "moved_to": new_address }]);
    item["certainty"] = json!("likely");
    item["sources"] = json!(["list"]);
    item["unsure"] = json!("We could not confirm this number.");
    let edition = whole.pointer_mut("/edition").expect("an edition");
    edition["wording"] = json!("ours");
    edition["opens"] = json!("2021-07-01");
    edition["closes"] = json!("2022-06-30");
    edition["sources"] = json!([{ "key": "list", "title": "A list", "href": "https://a.uk" }]);
    edition["unsure"] = json!([{ "about": "One number.", "settle": "Look it up." }]);
    whole
}

fn written(value: &Value, pointer: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inside) in fields {
                into.insert(format!("{pointer}/{name}"));
                written(inside, &format!("{pointer}/{name}"), into);
            }
        }
        Value::Array(values) => {
            if let Some(first) = values.first() {
                written(first, &format!("{pointer}/0"), into);
            }
        }
        _ => {}
    }
}

#[test]
fn the_schema_names_every_field_that_is_written_and_no_other() {
    let mut written_fields = BTreeSet::new();
    written(&full_with_a_rule_first(), "", &mut written_fields);
    let named: BTreeSet<String> = fields_of_the_schema().into_iter().map(|field| field.pointer).collect();
    let differing: Vec<&String> = written_fields.symmetric_difference(&named).collect();
    assert!(differing.is_empty(), "only in `full()` or only in the schema: {differing:?}");
}

#[test]
fn every_field_of_a_response_has_a_name_for_people() {
    // What the types keep without knowing it has no form, so nothing about it can be wrong.
    let unknown = [
        "carried",
        "actions.from_review",
        "reviews.about",
        "reviews.answer_sha256",
        "reviews.handled_at",
        "reviews.organisation",
        "reviews.reply",
        "reviews.resolved",
        "reviews.role",
        "reviews.round",
    ];
    let mut named = 0;
    for Field { pointer, .. } in fields_of_the_schema() {
        let Some(rest) = pointer.strip_prefix("/assessment/responses/0/") else { continue };
        let field = rest.split('/').filter(|step| *step != "0").collect::<Vec<_>>().join(".");
        if unknown.iter().any(|unknown| field.starts_with(unknown)) {
            continue;
        }
        let sentence = wrong_form(&FilePart::Response("1.1.5".into()), &WrongField::missing(&field));
        assert!(!sentence.starts_with('“'), "{sentence}");
        named += 1;
    }
    assert!(named > 20, "{named}");
}

#[test]
fn the_schema_and_the_reader_refuse_the_same() {
    let schema = validator();
    let whole = full_with_a_rule_first();
    let agree = |broken: &Value, what: &str| {
        let valid = schema.is_valid(broken);
        assert_eq!(valid, read(&broken.to_string(), |_| None).is_ok(), "{what}: the schema says {valid}");
        valid
    };
    assert!(agree(&whole, "whole"));
    for Field { pointer, required } in fields_of_the_schema() {
        // What the reader does not need, it does not look at.
        if ["/app", "/exported_at", "/check_code", "/checksum"].contains(&pointer.as_str()) {
            continue;
        }
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        for wrong in [json!({ "a": 1 }), json!([1]), json!(1.5), json!("song"), json!(true), Value::Null] {
            let mut broken = whole.clone();
            *broken.pointer_mut(&pointer).expect(&pointer) = wrong.clone();
            // A free text may say "song"; `format` and what names an edition are looked at further.
            agree(&broken, &format!("{pointer} = {wrong}"));
        }
        let mut without = whole.clone();
        without.pointer_mut(parent).and_then(Value::as_object_mut).expect(parent).remove(name);
        assert_eq!(agree(&without, &format!("without {pointer}")), !required, "without {pointer}");
    }
}

fn edition_schema() -> Value {
    serde_json::from_str(include_str!("../../../public/schema/edition-v1.json")).expect("the schema is JSON")
}

#[test]
fn the_schema_of_an_edition_is_that_of_the_edition_in_an_assessment() {
    let (own, shared) = (edition_schema(), schema());
    for (name, definition) in own["$defs"].as_object().expect("definitions") {
        assert_eq!(*definition, shared["$defs"][name], "{name}");
    }
    let inside = &shared["$defs"]["Edition"];
    assert_eq!(own["required"], inside["required"]);
    let names = |schema: &Value| {
        schema["properties"].as_object().expect("fields").keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&own), names(inside));
    for (name, field) in own["properties"].as_object().expect("fields") {
        // A file of its own has to say what it is; inside an assessment that is known.
        if !["format", "version"].contains(&name.as_str()) {
            assert_eq!(*field, inside["properties"][name], "{name}");
        }
    }
}

#[test]
fn the_schema_of_an_edition_and_its_reader_refuse_the_same() {
    let schema = edition_schema();
    let validator =
        jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema is one");
    assert!(validator.is_valid(&Value::Object(Edition::built_in().whole)));
    let whole = full_with_a_rule_first()["edition"].clone();
    let agree = |broken: &Value, what: &str| {
        let valid = validator.is_valid(broken);
        let fields = broken.as_object().cloned().expect("an object");
        assert_eq!(valid, Edition::read(fields).is_ok(), "{what}: the schema says {valid}");
        valid
    };
    assert!(agree(&whole, "whole"));
    let mut fields = Vec::new();
    collect(&schema, &schema, "", &mut fields);
    assert!(fields.iter().any(|field| field.pointer == "/parts/0/items/0/replaces/0/note"));
    for Field { pointer, required } in fields {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let mut without = whole.clone();
        without.pointer_mut(parent).and_then(Value::as_object_mut).expect(parent).remove(name);
        assert_eq!(agree(&without, &format!("without {pointer}")), !required, "without {pointer}");
        // Which form it is in is for `kit::check` to say.
        if ["/format", "/version"].contains(&pointer.as_str()) {
            continue;
        }
        for wrong in [json!({ "a": 1 }), json!([1]), json!(1.5), json!("song"), json!(true), Value::Null] {
            let mut broken = whole.clone();
            *broken.pointer_mut(&pointer).expect(&pointer) = wrong.clone();
            agree(&broken, &format!("{pointer} = {wrong}"));
        }
    }
}
