//! Editions that a person puts on the device.

mod common;

use common::memory::Memory;
use common::{built_in, home, now};
use serde_json::json;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, EditionRef};
use standards_met_core::storage::{
    self, EditionOrigin, Reason, StoredEdition, add_edition, added_editions, drop_edition, hand_over,
    kept_edition, load, load_one, prepare, reconcile, save,
};
use standards_met_core::storage::{StorageError, Store};
use std::sync::Arc;

/// The edition of a year after the built-in one, whose first question asks this.
fn next_year(question: &str) -> Edition {
    let mut whole = Edition::built_in().whole;
    whole.insert("id".into(), json!("made-up-2022-23"));
    whole.insert("year".into(), json!("2022-23"));
    whole.insert("of_a_later_version".into(), json!({ "kept": 1.50 }));
    whole["parts"][0]["items"][0]["question"] = json!(question);
    Edition::read(whole).expect("an edition")
}

fn add(store: &Memory, edition: &Edition, file: &str) -> Result<(), StorageError> {
    add_edition(store, edition, EditionOrigin::File, file, now())
}

fn names(store: &Memory) -> Vec<String> {
    added_editions(store).into_iter().map(|added| added.file).collect()
}

#[test]
fn an_edition_is_there_after_a_restart_as_it_was_with_where_it_is_from() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    add(&store, &edition, "next.json").expect("room");
    let expected = StoredEdition {
        edition: EditionRef::of(&edition),
        origin: EditionOrigin::File,
        file: "next.json".into(),
        at: now(),
    };
    assert_eq!(added_editions(&store), [expected]);
    // With every field that this version does not know.
    assert_eq!(kept_edition(&store, &EditionRef::of(&edition)), Some(edition));
    // Nothing is removed because no assessment uses it yet.
    load(&store, &built_in(), now());
    save(&store, &home("a", "Home"), None, now()).expect("room");
    storage::forget_aside(&store, &standards_met_core::assessment::Id("none".into()));
    assert_eq!(names(&store), ["next.json"]);
    assert!(kept_edition(&store, &added_editions(&store)[0].edition).is_some());
}

#[test]
fn the_same_edition_is_kept_once_and_another_wording_beside_it() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    add(&store, &edition, "first.json").expect("room");
    let keys = store.keys().len();
    add(&store, &edition, "again.json").expect("room");
    assert_eq!((store.keys().len(), names(&store)), (keys, vec!["again.json".to_owned()]));
    add(&store, &next_year("Who leads on this?"), "reworded.json").expect("room");
    assert_eq!(names(&store), ["again.json", "reworded.json"]);
    assert_eq!(kept_edition(&store, &EditionRef::of(&edition)), Some(edition));
}

#[test]
fn an_assessment_keeps_the_edition_that_it_uses_whatever_becomes_of_the_list() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    let name = EditionRef::of(&edition);
    add(&store, &edition, "next.json").expect("room");
    let document = Document { edition: Arc::new(edition.clone()), ..home("a", "Home") };
    save(&store, &document, None, now()).expect("room");
    drop_edition(&store, &name).expect("room");
    assert_eq!(added_editions(&store), []);
    let loaded = load(&store, &built_in(), now());
    assert_eq!(loaded.documents.first().map(|document| &*document.edition), Some(&edition));
    // Another wording under the same identifier does not take its place.
    add(&store, &next_year("Somebody else's wording?"), "other.json").expect("room");
    let again = load(&store, &built_in(), now());
    assert_eq!(again.documents.first().map(|document| &*document.edition), Some(&edition));
}

#[test]
fn an_edition_that_nobody_uses_is_gone_once_it_is_removed() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    add(&store, &edition, "next.json").expect("room");
    drop_edition(&store, &EditionRef::of(&edition)).expect("room");
    assert_eq!((store.keys().len(), added_editions(&store)), (1, Vec::new()));
    assert!(!store.holds("Who leads?"));
}

#[test]
fn without_room_nothing_is_listed_that_is_not_there() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    store.fill();
    assert_eq!(add(&store, &edition, "next.json"), Err(StorageError::Full));
    assert_eq!(added_editions(&store), []);
    store.room.set(5_000_000);
    store.forgets.set(true);
    assert_eq!(add(&store, &edition, "next.json"), Err(StorageError::NotKept));
    assert_eq!(added_editions(&store), []);
}

#[test]
fn what_is_damaged_is_not_shown_as_what_it_was_and_comes_back_with_the_file() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    let name = EditionRef::of(&edition);
    add(&store, &edition, "next.json").expect("room");
    let key = format!("standards-met/edition/{}", name.0);
    let text = store.get(&key).expect("its text");
    for damaged in [text.replace("Who leads?", "Who lied?"), "{".to_owned()] {
        store.put(&key, &damaged);
        assert_eq!(kept_edition(&store, &name), None);
    }
    add(&store, &edition, "next.json").expect("room");
    assert_eq!(kept_edition(&store, &name), Some(edition));
}

#[test]
fn an_entry_that_a_later_version_wrote_stays() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    let list = json!({ "later": true, "editions": [{ "edition": "x/y", "origin": "satellite", "at": "2030-01-01T00:00:00Z" }] });
    store.put("standards-met/editions", &list.to_string());
    add(&store, &edition, "next.json").expect("room");
    assert_eq!(names(&store), ["next.json"]);
    assert!(store.holds("satellite") && store.holds(r#""later":true"#));
}

#[test]
fn a_damaged_list_is_put_aside_with_the_editions_that_it_names() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    add(&store, &edition, "next.json").expect("room");
    let text = store.get("standards-met/editions").expect("the list");
    store.put("standards-met/editions", text.trim_end_matches('}'));
    let other = next_year("Who else leads?");
    add(&store, &other, "other.json").expect("room");
    drop_edition(&store, &EditionRef::of(&other)).expect("room");
    assert_eq!(added_editions(&store), []);
    assert_eq!(kept_edition(&store, &EditionRef::of(&edition)), Some(edition));
}

/// Somebody's assessment that was begun with this edition.
fn begun(edition: &Edition) -> Document {
    Document { edition: Arc::new(edition.clone()), ..home("a", "Elm Lodge") }
}

#[test]
fn without_its_questions_an_assessment_waits_in_its_place_and_opens_with_them() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    let document = begun(&edition);
    save(&store, &document, None, now()).expect("room");
    let key = format!("standards-met/edition/{}", EditionRef::of(&edition).0);
    let text = store.get(&key).expect("its text");
    for damaged in [Some("{"), None] {
        store.remove(&key);
        if let Some(damaged) = damaged {
            store.put(&key, damaged);
        }
        let keys = store.keys();
        let found = load(&store, &built_in(), now());
        assert_eq!(found.documents, []);
        let waits = found.set_aside.iter().find(|one| one.reason == Reason::NoEdition).expect("it waits");
        assert_eq!((waits.id.as_str(), waits.organisation().as_deref()), ("a", Some("Elm Lodge")));
        let left: Vec<_> = keys.into_iter().filter(|one| *one != key).collect();
        assert!(left.iter().all(|key| store.has(key)), "it was moved");
        // Whatever was in the place of its questions is kept as well.
        assert!(damaged.is_none_or(|damaged| found.set_aside.iter().any(|one| one.text == damaged)));
    }
    store.put(&key, &text);
    assert_eq!(load(&store, &built_in(), now()).documents, [document]);
}

#[test]
fn of_two_texts_of_an_edition_the_whole_one_is_kept_in_both_copies() {
    let (first, second, edition) = (Memory::new(), Memory::new(), next_year("Who leads?"));
    let document = begun(&edition);
    let key = format!("standards-met/edition/{}", EditionRef::of(&edition).0);
    for store in [&first, &second] {
        add(store, &edition, "next.json").expect("room");
        save(store, &document, None, now()).expect("room");
    }
    let text = first.get(&key).expect("its text");
    // Nobody has opened it since, so that it was not moved out of its place.
    first.put(&key, text.get(..text.len() / 2).expect("a half"));
    let found = reconcile(&first, &second, &[], &[], &built_in(), now());
    assert_eq!(first.get(&key), Some(text.clone()));
    assert!(!found.behind.contains(&key), "the half would go into the second copy");
    second.put(&key, "{");
    let found = reconcile(&first, &second, &[], &[], &built_in(), now());
    assert!(found.behind.contains(&key), "the second copy is mended");
    // In neither it is whole: the one does not replace the other.
    first.put(&key, "{}");
    second.put(&key, "{");
    let found = reconcile(&first, &second, &[], &[], &built_in(), now());
    assert!(!found.behind.contains(&key));
}

#[test]
fn an_assessment_opens_from_the_first_copy_with_its_questions_from_the_second() {
    let (first, second, edition) = (Memory::new(), Memory::new(), next_year("Who leads?"));
    let document = begun(&edition);
    let key = format!("standards-met/edition/{}", EditionRef::of(&edition).0);
    for store in [&first, &second] {
        save(store, &document, None, now()).expect("room");
    }
    first.put(&key, "{");
    let found = load(&first, &built_in(), now());
    assert_eq!(found.documents, []);
    reconcile(&first, &second, &found.documents, &[], &built_in(), now());
    assert_eq!(load_one(&first, &document.assessment.id, &built_in(), now()).document, Some(document));
}

#[test]
fn an_edition_that_another_tab_removes_in_the_middle_of_a_save_is_written_again() {
    let (store, edition) = (Memory::new(), next_year("Who leads?"));
    let document = begun(&edition);
    let id = document.assessment.id.clone();
    let ready = prepare(&store, &document, None, now()).expect("as usual").spell().seal().ready(&store);
    // Nothing names it yet.
    drop_edition(&store, &EditionRef::of(&edition)).expect("room");
    assert!(hand_over(&store, &id, ready, now()).is_none());
    save(&store, &document, None, now()).expect("room");
    assert_eq!(load(&store, &built_in(), now()).documents, [document]);
}
