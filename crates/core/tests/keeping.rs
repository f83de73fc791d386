//! What is kept on the device, under the faults that a device has: full, torn, lying.

mod common;

use common::device::{aside, keep, newer, place};
use common::memory::Memory;
use common::{answer, answered, built_in, document, home, later, now};
use proptest::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, EditionRef, read};
use standards_met_core::storage::{
    self, Reason, assessment_of, forget_aside, keep_aside, load, save, take_off,
};
use standards_met_core::storage::{StorageError, Store};
use std::sync::Arc;

#[test]
fn what_was_saved_is_there_after_loading() {
    let store = Memory::new();
    let (elm, mut oak) = (answered(), home("0ak", "Oak View"));
    // The list goes by age, whatever the keys are.
    oak.assessment.created_at = later(60.0);
    keep(&store, &elm);
    keep(&store, &oak);
    assert!(load(&store, &built_in(), now()).documents == [elm, oak]);
    let editions = store.keys().into_iter().filter(|key| key.starts_with("standards-met/edition/"));
    assert_eq!(editions.count(), 1, "both use the same edition, and it is kept once");
}

#[test]
fn an_assessment_keeps_the_edition_that_it_was_begun_with() {
    let store = Memory::new();
    let other = Edition::from_text(
        &include_str!("../src/catalogue/dspt-social-care-2021-22.json").replace("staff", "crew"),
    );
    let document = Document { edition: Arc::new(other.expect("an edition")), ..answered() };
    keep(&store, &document);
    keep(&store, &home("0ak", "Oak View"));
    let loaded = load(&store, &built_in(), now());
    let of = |id: &str| loaded.documents.iter().find(|document| document.assessment.id.as_str() == id);
    assert_eq!(of("k3m9").map(|found| found.edition.hash.clone()), Some(document.edition.hash.clone()));
    assert_ne!(of("0ak").map(|found| found.edition.hash.clone()), Some(document.edition.hash.clone()));
}

#[test]
fn a_full_device_keeps_what_it_had_and_takes_the_rest_once_there_is_room() {
    let store = Memory::new();
    let mut document = answered();
    let first = keep(&store, &document);
    let text = store.get(&place(&document, &first));
    store.fill();
    answer(&mut document, "1.1.5", "Helen, the manager, and Priya when Helen is away", later(1.0));
    assert_eq!(save(&store, &document, Some(&first), later(1.0)), Err(StorageError::Full));
    assert_eq!(store.get(&place(&document, &first)), text);
    store.room.set(5_000_000);
    save(&store, &document, Some(&first), later(2.0)).expect("there is room");
    assert!(load(&store, &built_in(), now()).documents == [document]);
}

#[test]
fn a_device_that_forgets_is_not_called_saved() {
    let store = Memory::new();
    store.forgets.set(true);
    assert_eq!(save(&store, &answered(), None, now()), Err(StorageError::NotKept));
}

#[test]
fn whatever_refuses_a_save_the_second_copy_is_offered_the_whole_of_it() {
    let document = answered();
    // A device that takes nothing at all, not even the edition.
    let empty = Memory::new();
    empty.room.set(0);
    // One in which what cannot be read stands in the way, without the room to move it.
    let blocked = Memory::new();
    keep(&blocked, &document);
    blocked.put("standards-met/kept/k3m9/0", "torn");
    blocked.fill();
    // One that forgets.
    let forgetful = Memory::new();
    forgetful.forgets.set(true);
    for store in [empty, blocked, forgetful] {
        assert!(save(&store, &document, None, now()).is_err());
        let offered = store.offered.borrow();
        let (key, text) = offered.iter().rfind(|(key, _)| key.contains("/kept/")).expect("it is offered");
        let second = Memory::new();
        second.put(key, text);
        assert!(load(&second, &built_in(), now()).documents == [document.clone()]);
    }
}

#[test]
fn what_cannot_be_read_is_moved_aside_whole() {
    let store = Memory::new();
    let document = answered();
    let key = place(&document, &keep(&store, &document));
    let torn = store.get(&key).expect("it is there")[..100].to_owned();
    store.put(&key, &torn);
    let loaded = load(&store, &built_in(), now());
    assert_eq!(loaded.documents, []);
    let [found] = loaded.set_aside.as_slice() else { panic!("{:?}", loaded.set_aside) };
    assert_eq!((found.reason, &found.text), (Reason::Unreadable, &torn));
    assert_eq!(store.get(&key), None);
    assert_eq!(load(&store, &built_in(), later(9.0)).set_aside, loaded.set_aside, "it is found again, once");
}

#[test]
fn without_room_to_move_it_what_cannot_be_read_stays_in_its_place() {
    for key in ["standards-met/assessment/k3m9", "standards-met/kept/k3m9/0"] {
        let store = Memory::new();
        store.put(key, "{\"format\":");
        store.fill();
        let loaded = load(&store, &built_in(), now());
        assert_eq!(loaded.set_aside.first().map(|one| one.text.as_str()), Some("{\"format\":"));
        assert_eq!(store.get(key).as_deref(), Some("{\"format\":"));
        assert_eq!(
            save(&store, &answered(), None, now()),
            Err(StorageError::Full),
            "and is not written over"
        );
        assert_eq!(store.get(key).as_deref(), Some("{\"format\":"));
    }
}

#[test]
fn a_save_over_what_cannot_be_read_keeps_that_aside_first() {
    let store = Memory::new();
    let document = answered();
    let before = keep(&store, &document);
    store.put(&place(&document, &before), "torn by somebody");
    save(&store, &document, Some(&before), later(1.0)).expect("it is kept");
    let loaded = load(&store, &built_in(), now());
    assert!(loaded.documents == [document]);
    assert_eq!(loaded.set_aside.first().map(|one| one.text.as_str()), Some("torn by somebody"));
}

#[test]
fn what_is_taken_off_is_kept_aside_and_can_be_read_again() {
    let store = Memory::new();
    let (document, other) = (answered(), home("0ak", "Oak View"));
    keep(&store, &document);
    keep(&store, &other);
    take_off(&store, &document.assessment.id, &aside("s1", &document)).expect("there is room");
    let loaded = load(&store, &built_in(), now());
    assert!(loaded.documents == [other]);
    let text = &loaded.set_aside.first().expect("something set aside").text;
    let again = read(text, |wanted| storage::find_edition(&store, wanted, &built_in())).expect("it opens");
    assert!(again.document == document);
    forget_aside(&store, &Id("s1".into()));
    assert!(!store.holds("Rosewood"), "deleted for good is deleted");
}

#[test]
fn on_a_full_device_taking_one_off_makes_the_room_to_keep_it_aside() {
    let store = Memory::new();
    let mut document = answered();
    answer(
        &mut document,
        "2.1.1",
        &"A long “answer”, with\nlines and \"quotation marks\". ".repeat(400),
        now(),
    );
    keep(&store, &document);
    // What it takes more is the line that says what it is.
    store.room.set(store.used() + 150);
    take_off(&store, &document.assessment.id, &aside("s1", &document)).expect("removing made the room");
    assert!(store.holds("quotation marks"));
    store.fill();
    assert_eq!(keep_aside(&store, &aside("s2", &document)), Err(StorageError::Full));
}

#[test]
fn an_edition_stays_for_as_long_as_anything_names_it() {
    let store = Memory::new();
    let other = include_str!("../src/catalogue/dspt-social-care-2021-22.json")
        .replace("\"id\": \"dspt-social-care-2021-22\"", "\"id\": \"another\"");
    let edition = Arc::new(Edition::from_text(&other).expect("an edition"));
    let document = Document { edition: edition.clone(), ..answered() };
    keep(&store, &document);
    store.put("standards-met/assessment/newer", &newer(&document));
    let wanted = EditionRef::of(&edition);
    let found = || storage::find_edition(&store, &wanted, &built_in()).is_some();

    take_off(&store, &document.assessment.id, &aside("s1", &document)).expect("there is room");
    forget_aside(&store, &Id("s1".into()));
    assert!(found(), "a text that only a newer version can read names it");
    store.remove("standards-met/assessment/newer");
    keep_aside(&store, &aside("s2", &document)).expect("there is room");
    assert!(found(), "what is set aside names it");
    forget_aside(&store, &Id("s2".into()));
    assert!(!found(), "nothing names it any more");
}

#[test]
fn a_damaged_record_of_what_was_set_aside_is_still_offered() {
    let store = Memory::new();
    keep_aside(&store, &aside("s1", &answered())).expect("there is room");
    store.put("standards-met/set-aside/s2", "torn");
    let found = load(&store, &built_in(), now()).set_aside;
    let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts.len(), 2);
    assert!(texts.contains(&"torn"));
}

#[test]
fn keys_of_other_pages_are_left_alone() {
    let store = Memory::new();
    store.put("theirs", "something");
    store.put("standards-met/later/1", "of a later version");
    let loaded = load(&store, &built_in(), now());
    assert_eq!((loaded.documents.len(), loaded.set_aside.len()), (0, 0));
    assert_eq!(store.get("standards-met/later/1").as_deref(), Some("of a later version"));
    assert_eq!(assessment_of("theirs"), None);
    for key in ["standards-met/assessment/k3m9", "standards-met/kept/k3m9/0", "standards-met/kept/k3m9/1"] {
        assert_eq!(assessment_of(key), Some(Id("k3m9".into())));
    }
}

#[test]
fn with_its_edition_gone_an_assessment_opens_with_the_one_of_the_same_name() {
    let store = Memory::new();
    let document = answered();
    keep(&store, &document);
    for key in store.keys().into_iter().filter(|key| key.contains("/edition/")) {
        store.remove(&key);
    }
    assert!(load(&store, &built_in(), now()).documents == [document]);
    let gone = EditionRef("another/0".into());
    assert!(storage::find_edition(&store, &gone, &built_in()).is_none());
}

mod properties {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn wherever_a_text_is_torn_nothing_of_it_is_lost(assessment in common::assessment(), cut in 0.0..1.0_f64) {
            let store = Memory::new();
            let document = document(assessment);
            let key = place(&document, &keep(&store, &document));
            let whole = store.get(&key).expect("it is there");
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let wanted = (whole.len() as f64 * cut) as usize;
            let at = (0..=wanted).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or_default();
            store.put(&key, &whole[..at]);
            let loaded = load(&store, &built_in(), now());
            prop_assert_eq!(loaded.documents.len(), 0);
            prop_assert_eq!(loaded.set_aside.first().map(|one| one.text.as_str()), Some(&whole[..at]));
        }

        #[test]
        fn whatever_was_given_is_there_after_loading(assessment in common::assessment()) {
            let store = Memory::new();
            let document = document(assessment);
            keep(&store, &document);
            prop_assert!(load(&store, &built_in(), now()).documents == [document]);
        }
    }
}
