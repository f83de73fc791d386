//! What is kept on the device, under the faults that a device has: full, torn, changed by another tab, lying.

mod common;

use common::memory::Memory;
use common::{answer, answered, document, home, now};
use proptest::prelude::*;
use standards_met::assessment::{Id, Timestamp};
use standards_met::browser::shelf::{
    self, Kept, Reason, SetAside, assessment_of, forget_aside, keep_aside, load, load_one, prepare, save,
    take_off, write,
};
use standards_met::browser::storage::{StorageError, Store};
use standards_met::catalogue::{Edition, ItemId};
use standards_met::exchange::{Document, EditionRef, Envelope, read};
use std::sync::Arc;

fn built_in() -> Arc<Edition> {
    Arc::new(Edition::built_in())
}

fn later(seconds: f64) -> Timestamp {
    Timestamp::from_millis(now().millis() + seconds * 1000.0)
}

fn keep(store: &Memory, document: &Document) -> Kept {
    save(store, document, None, now()).expect("it is kept").kept
}

fn keep_after(store: &Memory, document: &Document, known: &Kept, seconds: f64) -> Kept {
    save(store, document, Some(known), later(seconds)).expect("it is kept").kept
}

fn place(document: &Document, kept: &Kept) -> String {
    format!("standards-met/kept/{}/{}", document.assessment.id, kept.place)
}

fn first_form(document: &Document) -> String {
    format!("standards-met/assessment/{}", document.assessment.id)
}

/// What a page of a later version would have written.
fn newer(document: &Document) -> String {
    let text = document.to_stored(now());
    let envelope = Envelope { version: 2, ..Envelope::of(&text, 9, now()) };
    envelope.around(&text)
}

fn aside(id: &str, document: &Document) -> SetAside {
    SetAside {
        id: Id(id.into()),
        reason: Reason::Removed,
        at: now(),
        name: document.assessment.organisation.name.clone(),
        text: document.to_stored(now()),
    }
}

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
fn a_save_in_turns_is_the_same_save_and_gives_way_to_what_came_in_between() {
    let store = Memory::new();
    let mut document = answered();
    assert!(prepare(&store, &document, None, now()).is_none(), "the first save is done at once");
    let known = keep(&store, &document);
    answer(&mut document, "2.1.1", "more", later(1.0));
    let prepared = prepare(&store, &document, Some(&known), later(1.0)).expect("as usual").seal();
    let id = document.assessment.id.clone();
    let saved =
        write(&store, &id, prepared.clone(), later(1.0)).expect("nobody came").expect("there is room");
    assert!(load(&store, &built_in(), now()).documents == [document.clone()]);
    assert_eq!(saved.kept.envelope.sequence, known.envelope.sequence + 1);
    // Once more, it would be over what another has written.
    assert!(write(&store, &id, prepared, later(2.0)).is_none());
    assert!(prepare(&store, &document, Some(&known), later(2.0)).is_none(), "another tab has written");
    let again = prepare(&store, &document, Some(&saved.kept), later(2.0)).expect("as usual").seal();
    store.fill();
    store.room.set(store.used() - 1);
    assert_eq!(write(&store, &id, again, later(2.0)), Some(Err(StorageError::Full)));
    assert!(!store.offered.borrow().is_empty());
}

#[test]
fn a_save_never_touches_the_newest_that_is_whole() {
    let store = Memory::new();
    let mut document = answered();
    let mut known = keep(&store, &document);
    for round in 1..6 {
        let before = store.get(&place(&document, &known));
        answer(&mut document, "1.1.5", &format!("Helen, round {round}"), later(round.into()));
        let kept = keep_after(&store, &document, &known, round.into());
        assert_eq!(store.get(&place(&document, &known)), before, "round {round}");
        assert_eq!(kept.envelope.sequence, known.envelope.sequence + 1);
        known = kept;
    }
    assert!(load(&store, &built_in(), now()).documents == [document]);
}

#[test]
fn with_the_newest_damaged_the_one_before_is_shown_and_the_damaged_one_kept_aside() {
    let store = Memory::new();
    let mut document = answered();
    let first = keep(&store, &document);
    let before = document.clone();
    answer(&mut document, "2.1.1", "added", later(1.0));
    let second = keep_after(&store, &document, &first, 1.0);
    let key = place(&document, &second);
    let damaged = store.get(&key).expect("it is there").replace("added", "addod");
    store.put(&key, &damaged);
    let loaded = load(&store, &built_in(), later(2.0));
    assert!(loaded.documents == [before]);
    let [aside] = loaded.set_aside.as_slice() else { panic!("{:?}", loaded.set_aside) };
    assert_eq!((aside.reason, &aside.text), (Reason::Unreadable, &damaged));
    assert_eq!(loaded.kept.first().map(|(_, kept)| kept), Some(&first));
    // And going on does not touch the one that is whole.
    let text = store.get(&place(&document, &first));
    keep_after(&store, &document, &first, 3.0);
    assert_eq!(store.get(&place(&document, &first)), text);
}

#[test]
fn two_saves_with_one_number_from_two_tabs_are_both_taken_in() {
    let store = Memory::new();
    let (mut here, mut there) = (answered(), answered());
    let first = keep(&store, &here);
    answer(&mut here, "1.1.2", "here", later(1.0));
    answer(&mut there, "2.1.1", "there", later(1.0));
    // Each tab thinks that the other place is its own to write.
    let ours = keep_after(&store, &here, &first, 1.0);
    let stolen = store.get(&place(&here, &ours)).expect("it is there");
    store.remove(&place(&here, &ours));
    let theirs = keep_after(&store, &there, &first, 1.0);
    assert_eq!(ours.envelope.sequence, theirs.envelope.sequence);
    store.put(&place(&here, &first), &stolen);
    let loaded = load(&store, &built_in(), later(2.0));
    let items = loaded.documents.first().map(|one| one.assessment.responses.len());
    assert_eq!(items, Some(3), "both edits are there");
    assert_eq!(loaded.kept, [], "no save holds both yet");
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
fn what_a_newer_version_wrote_is_offered_and_never_written_over() {
    let document = answered();
    let bare = document.to_stored(now()).replace("\"version\":1", "\"version\":2");
    for (key, newer) in [
        ("standards-met/kept/k3m9/0", newer(&document)),
        ("standards-met/kept/k3m9/1", newer(&document)),
        ("standards-met/assessment/k3m9", bare),
    ] {
        let store = Memory::new();
        let before = keep(&store, &document);
        store.put(key, &newer);
        let loaded = load(&store, &built_in(), now());
        let found: Vec<_> = loaded.set_aside.iter().map(|one| (one.reason, one.text.as_str())).collect();
        assert_eq!(found, [(Reason::Newer, newer.as_str())], "{key}");
        assert_eq!(loaded.documents, [], "it is not shown as if it were the newest");
        for known in [None, Some(&before)] {
            assert_eq!(save(&store, &document, known, now()), Err(StorageError::Newer), "{key}");
        }
        assert_eq!(store.get(key), Some(newer));
    }
}

#[test]
fn what_is_in_the_first_form_is_taken_over_and_stays_until_it_has_been_saved_in_this_one() {
    let store = Memory::new();
    let mut document = answered();
    let old = document.to_export(now()).0;
    store.put(&first_form(&document), &old);
    let loaded = load(&store, &built_in(), now());
    assert_eq!(loaded.documents.first().map(|one| &one.assessment), Some(&document.assessment));
    assert_eq!(store.get(&first_form(&document)), Some(old.clone()), "reading changes nothing");
    store.fill();
    assert_eq!(save(&store, &document, None, now()), Err(StorageError::Full));
    assert_eq!(store.get(&first_form(&document)), Some(old));
    store.room.set(5_000_000);
    answer(&mut document, "2.1.1", "in the new form", later(1.0));
    keep(&store, &document);
    let left = store.get(&first_form(&document)).expect("a note");
    // The page that wrote the first form reads a document that is too new for it, and writes no more.
    assert!(left.contains("\"version\":1000000") && left.len() < 120, "{left}");
    assert!(load(&store, &built_in(), later(2.0)).documents == [document]);
}

#[test]
fn what_an_old_page_writes_all_the_same_is_taken_in() {
    let store = Memory::new();
    let (mut new, mut old) = (answered(), answered());
    let known = keep(&store, &new);
    answer(&mut old, "2.1.1", "typed in the old page", later(1.0));
    store.put(&first_form(&old), &old.to_stored(later(1.0)));
    answer(&mut new, "1.1.5", "typed in the new page", later(2.0));
    let saved = save(&store, &new, Some(&known), later(2.0)).expect("it is kept");
    assert_eq!(saved.theirs.map(|theirs| theirs.responses.len()), Some(2));
    let loaded = load(&store, &built_in(), later(3.0));
    let text = |item: &str| {
        let found = loaded.documents.first().and_then(|one| one.assessment.response(&ItemId(item.into())));
        found.map(|response| response.answer.clone())
    };
    assert_eq!(text("2.1.1").as_deref(), Some("typed in the old page"));
    assert_eq!(text("1.1.5").as_deref(), Some("typed in the new page"));
}

#[test]
fn the_edits_of_another_tab_are_taken_in_with_a_save() {
    let store = Memory::new();
    let (mut here, mut there) = (answered(), answered());
    let before = keep(&store, &here);
    answer(&mut there, "2.1.1", "there", later(1.0));
    answer(&mut there, "1.1.5", "there, earlier", later(1.0));
    let theirs = keep_after(&store, &there, &before, 1.0);
    answer(&mut here, "1.1.5", "here, later", later(2.0));
    let saved = save(&store, &here, Some(&before), later(2.0)).expect("kept");
    assert_eq!(saved.theirs.as_ref(), Some(&there.assessment));
    assert_ne!(saved.kept.place, theirs.place, "the other tab's save is not touched");
    let one = load_one(&store, &here.assessment.id, &built_in(), now());
    let merged = one.document.expect("it is there").assessment;
    let text = |item: &str| merged.response(&ItemId(item.into())).map(|response| response.answer.clone());
    assert_eq!((text("1.1.5").as_deref(), text("2.1.1").as_deref()), (Some("here, later"), Some("there")));
    assert_eq!(one.kept, Some(saved.kept));
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
    let again = read(text, |wanted| shelf::find_edition(&store, wanted, &built_in())).expect("it opens");
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
    let found = || shelf::find_edition(&store, &wanted, &built_in()).is_some();

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
fn taking_one_off_leaves_what_a_newer_version_wrote_in_its_place() {
    let store = Memory::new();
    let document = answered();
    keep(&store, &document);
    let (key, newer) = ("standards-met/kept/k3m9/1", newer(&document));
    store.put(key, &newer);
    take_off(&store, &document.assessment.id, &aside("s1", &document)).expect("there is room");
    assert_eq!(store.get(key), Some(newer));
    assert_eq!(store.get("standards-met/kept/k3m9/0"), None);
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
    assert!(shelf::find_edition(&store, &gone, &built_in()).is_none());
}

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
