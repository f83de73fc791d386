//! Redacted copies: what is left out is nowhere in the file, what stays is whole, and the copy says what it is.

mod common;

use common::{answer, assessment, document, home, now};
use proptest::prelude::*;
use serde_json::{Value, json};
use standards_met_core::assessment::{
    ActionEdit, Date, Edit, EvidenceEdit, Id, Judgement, Review, Verdict, YesNoUnsure,
};
use standards_met_core::catalogue::ItemId;
use standards_met_core::date_parts::DateEntry;
use standards_met_core::exchange::{Document, Redaction, read, redact};
use standards_met_core::json::Extra;

fn id() -> Id {
    Id("c0py".into())
}

fn edit(document: &mut Document, item: &str, edit: Edit) {
    document.assessment.edit(&ItemId(item.into()), edit, now());
}

fn planned(document: &mut Document, item: &str, owner: &str) {
    edit(document, item, Edit::Judge(Some(Judgement::NotYet)));
    for one in [
        ActionEdit::What("Write it down".into()),
        ActionEdit::Owner(owner.into()),
        ActionEdit::Due(Date::parse("2026-12-31")),
    ] {
        edit(document, item, Edit::Action(Id(item.replace('.', "")), one));
    }
}

/// A home with an answer, plans, comments and a review.
fn whole() -> Document {
    let mut document = home("k3m9", "Rosewood House");
    answer(&mut document, "1.1.5", "The manager, since 2019", now());
    edit(&mut document, "1.1.5", Edit::Comments("Not for everybody".into()));
    edit(&mut document, "1.1.2", Edit::Evidence(Id("d".into()), EvidenceEdit::Title("Register".into())));
    planned(&mut document, "4.1.1", "Priya");
    planned(&mut document, "2.1.1", " PRIYA ");
    planned(&mut document, "1.3.2", "Helen");
    planned(&mut document, "1.3.1", "");
    let edition = document.edition.clone();
    document.assessment.tell(&edition, "breach", Some(YesNoUnsure::No), now());
    document.assessment.tell(&edition, "network", Some(YesNoUnsure::No), now());
    document.assessment.plan_to_publish(DateEntry::Date(Date::parse("2027-05-12")), now());
    for response in document.assessment.responses.iter_mut().filter(|one| one.item.as_str() == "1.1.5") {
        response.reviews.push(Review {
            id: Id("r".into()),
            reviewer: "Helen".into(),
            verdict: Some(Verdict::Question),
            comments: "Not for everybody either".into(),
            reviewed_at: now(),
            extra: Extra::from_iter([
                ("about".to_owned(), json!("Part")),
                ("reply".to_owned(), json!("secret")),
            ]),
        });
    }
    document
}

fn export(document: &Document) -> String {
    document.to_export(now()).0
}

/// What the home gave, without the questions.
fn given(document: &Document) -> String {
    let file: Value = serde_json::from_str(&export(document)).expect("JSON");
    file["assessment"].to_string()
}

fn owners(document: &Document) -> Vec<(String, String)> {
    let actions =
        document.assessment.responses.iter().flat_map(|one| {
            one.actions.iter().map(move |action| (one.item.to_string(), action.owner.clone()))
        });
    actions.collect()
}

#[test]
fn names_become_numbers_and_nothing_else_changes() {
    let whole = whole();
    let copy = redact(&whole, id(), &Redaction { names: true, ..Redaction::default() });
    let said = given(&copy);
    for name in ["Priya", "PRIYA", "Helen", "secret"] {
        assert!(!said.contains(name), "{name}: {said}");
    }
    let expected = [("1.3.1", ""), ("1.3.2", "Person 1"), ("2.1.1", "Person 2"), ("4.1.1", "Person 2")];
    assert_eq!(owners(&copy), expected.map(|(item, owner)| (item.to_owned(), owner.to_owned())));
    let reviewed = copy.assessment.response(&ItemId("1.1.5".into())).expect("a response");
    assert_eq!(reviewed.answer, "The manager, since 2019");
    assert_eq!(reviewed.comments, "Not for everybody");
    let review = reviewed.reviews.first().expect("a review");
    assert_eq!((review.reviewer.as_str(), review.extra.get("about")), ("Person 1", Some(&json!("Part"))));
    // What has somebody to do it is still planned, and what has nobody still is not.
    assert_eq!(copy.assessment.tally(&copy.edition), whole.assessment.tally(&whole.edition));
    assert_eq!(copy.assessment.interview, whole.assessment.interview);
    assert_eq!(copy.assessment.publish_entry(), DateEntry::Date(Date::parse("2027-05-12")));
    assert_eq!(copy.assessment.publish_changed_at, whole.assessment.publish_changed_at);
}

#[test]
fn comments_are_left_out_wherever_they_are() {
    let copy = redact(&whole(), id(), &Redaction { comments: true, ..Redaction::default() });
    let said = given(&copy);
    assert!(!said.contains("Not for everybody") && said.contains("The manager, since 2019"), "{said}");
    assert!(said.contains("Priya") && said.contains("\"Question\""), "{said}");
}

#[test]
fn a_part_is_left_out_with_all_that_tells_of_it() {
    let mut whole = whole();
    edit(&mut whole, "99.9.9", Edit::Answer("of no part".into()));
    let part = |item: &str| whole.edition.part_of(&ItemId(item.into())).expect("a part").number;
    let copy = redact(
        &whole,
        id(),
        &Redaction { parts: vec![part("1.1.5"), part("6.1.3")], ..Redaction::default() },
    );
    let left = |item: &str| copy.assessment.response(&ItemId(item.into())).is_none();
    assert!(left("1.1.5") && left("99.9.9"));
    for response in &copy.assessment.responses {
        assert!(![part("1.1.5"), part("6.1.3")].contains(&part(response.item.as_str())), "{}", response.item);
    }
    // What settles only items that are left out is left out with them.
    assert_eq!(copy.assessment.told("breach"), None);
    let network = part("9.1.1");
    let other = redact(&whole, id(), &Redaction { parts: vec![network], ..Redaction::default() });
    assert_eq!((other.assessment.told("network"), other.assessment.told("breach").is_some()), {
        (None, part("6.1.3") != network)
    });
}

#[test]
fn a_copy_says_what_it_is_and_is_nobody_elses() {
    let whole = whole();
    assert_eq!(whole.redacted(), None);
    let leave = Redaction { names: true, comments: true, parts: vec![2, 4] };
    let copy = redact(&whole, id(), &leave);
    assert_ne!(copy.assessment.id, whole.assessment.id);
    assert!(!export(&copy).contains("\"k3m9\""));
    assert_eq!(copy.assessment.organisation.name, "Rosewood House (redacted copy)");
    let read = read(&export(&copy), |_| None).expect("it opens");
    assert_eq!((read.warnings.len(), read.document.redacted()), (0, Some(leave)));
    // Changed by hand, it still is one.
    for odd in [json!(true), json!("names"), json!([7, "part two", "faces"]), json!({})] {
        let mut changed = copy.clone();
        changed.extra.insert("redacted".into(), odd);
        assert_eq!(changed.redacted(), Some(Redaction::default()));
    }
    assert!(Redaction::default().is_empty());
}

#[test]
fn what_is_not_known_here_may_hold_anything_and_stays_behind() {
    let secret = || Extra::from_iter([("new".to_owned(), json!({ "told": "secret" }))]);
    let mut whole = whole();
    whole.extra = secret();
    whole.assessment.extra = secret();
    whole.assessment.organisation.extra = secret();
    whole.assessment.interview.iter_mut().for_each(|given| given.extra = secret());
    for response in &mut whole.assessment.responses {
        response.extra = secret();
        response.entered = Some("secret".into());
        response.evidence.iter_mut().for_each(|one| one.extra = secret());
        response.actions.iter_mut().for_each(|one| one.extra = secret());
        response.reviews.iter_mut().for_each(|one| one.extra = secret());
    }
    let copy = redact(&whole, id(), &Redaction { names: true, ..Redaction::default() });
    assert!(!given(&copy).contains("secret"));
    assert_eq!(copy.extra.keys().collect::<Vec<_>>(), ["redacted"]);
    assert_eq!(copy.assessment.responses.len(), whole.assessment.responses.len());
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn every_copy_reads_back_as_it_is(
            from in assessment(), names in any::<bool>(), comments in any::<bool>(),
            parts in proptest::sample::subsequence(vec![1_u8, 2, 3, 4], 0..4),
        ) {
            let whole = document(from);
            let leave = Redaction { names, comments, parts };
            let copy = redact(&whole, id(), &leave);
            let again = read(&export(&copy), |_| None).expect("it opens");
            prop_assert_eq!(&again.document, &copy);
            prop_assert_eq!(copy.assessment.edited_at, whole.assessment.edited_at);
            for response in &copy.assessment.responses {
                let before = whole.assessment.response(&response.item).expect("it was there");
                prop_assert_eq!(&response.answer, &before.answer);
                prop_assert!(!comments || response.comments.is_empty());
                let mut actions = response.actions.iter().zip(&before.actions);
                prop_assert!(actions.all(|(new, old)| new.owner == old.owner || names));
            }
            prop_assert!(!leave.parts.is_empty() || copy.assessment.responses.len() == whole.assessment.responses.len());
        }
    }
}
