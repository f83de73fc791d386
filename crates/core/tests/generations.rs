//! The two saves of an assessment: which one counts, and what becomes of the other when tabs, damage or other versions of
//! the page come in between.

mod common;

use common::device::{aside, first_form, keep, keep_after, newer, place};
use common::memory::Memory;
use common::{answer, answered, built_in, later, now};
use standards_met_core::catalogue::ItemId;
use standards_met_core::storage::{Reason, hand_over, load, load_one, prepare, save, take_off};
use standards_met_core::storage::{StorageError, Store};

#[test]
fn a_save_in_turns_is_the_same_save_and_gives_way_to_what_came_in_between() {
    let store = Memory::new();
    let mut document = answered();
    let id = document.assessment.id.clone();
    let first = prepare(&store, &document, None, now()).expect("the first").spell().seal().ready(&store);
    let first = hand_over(&store, &id, first, now()).expect("nobody came").expect("there is room");
    let known = first.kept.clone();
    assert_eq!(first.confirm(&store), Ok(()));
    assert!(load(&store, &built_in(), now()).documents == [document.clone()], "with its edition");
    assert!(prepare(&store, &document, None, now()).is_none(), "another tab has the same one already");
    answer(&mut document, "2.1.1", "more", later(1.0));
    let prepared =
        prepare(&store, &document, Some(&known), later(1.0)).expect("as usual").spell().seal().ready(&store);
    let handed_over =
        hand_over(&store, &id, prepared.clone(), later(1.0)).expect("nobody came").expect("there is room");
    let saved = handed_over.kept.clone();
    assert_eq!(handed_over.confirm(&store), Ok(()));
    assert!(load(&store, &built_in(), now()).documents == [document.clone()]);
    assert_eq!(saved.envelope.sequence, known.envelope.sequence + 1);
    // Once more, it would be over what another has written.
    assert!(hand_over(&store, &id, prepared, later(2.0)).is_none());
    assert!(prepare(&store, &document, Some(&known), later(2.0)).is_none(), "another tab has written");
    let again =
        prepare(&store, &document, Some(&saved), later(2.0)).expect("as usual").spell().seal().ready(&store);
    store.fill();
    store.room.set(store.used() - 1);
    assert_eq!(hand_over(&store, &id, again, later(2.0)), Some(Err(StorageError::Full)));
    assert!(!store.offered.borrow().is_empty());
}

#[test]
fn what_was_handed_over_and_is_not_there_is_done_anew_beside_the_save_before() {
    let store = Memory::new();
    let mut document = answered();
    let known = keep(&store, &document);
    let before = store.get(&place(&document, &known));
    answer(&mut document, "2.1.1", "more", later(1.0));
    let prepared =
        prepare(&store, &document, Some(&known), later(1.0)).expect("as usual").spell().seal().ready(&store);
    store.forgets.set(true);
    let id = document.assessment.id.clone();
    let lost = hand_over(&store, &id, prepared, later(1.0)).expect("nobody came").expect("it was taken");
    let lost_kept = lost.kept.clone();
    assert_eq!(lost.confirm(&store), Err(StorageError::NotKept));
    assert_eq!(store.offered.borrow().len(), 1, "the second copy may have it");
    store.forgets.set(false);
    let again = save(&store, &document, Some(&lost_kept), later(2.0)).expect("it is kept now");
    assert_eq!(store.get(&place(&document, &known)), before);
    assert_ne!(again.kept.place, known.place);
    assert!(load(&store, &built_in(), now()).documents == [document]);
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
    assert_eq!(store.get(&first_form(&document)), Some(old.clone()));
    store.room.set(5_000_000);
    answer(&mut document, "2.1.1", "in the new form", later(1.0));
    keep(&store, &document);
    let left = store.get(&first_form(&document)).expect("a note");
    // The last of the old form is set aside, so that it can be had again.
    let aside = load(&store, &built_in(), later(2.0)).set_aside;
    assert_eq!(
        aside.iter().map(|one| (one.reason, one.text.as_str())).collect::<Vec<_>>(),
        [(Reason::Replaced, old.as_str())]
    );
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
    assert_eq!(saved.theirs.map(|theirs| theirs.assessment.responses.len()), Some(2));
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
    assert_eq!(saved.theirs.map(|theirs| theirs.assessment).as_ref(), Some(&there.assessment));
    assert_ne!(saved.kept.place, theirs.place, "the other tab's save is not touched");
    let one = load_one(&store, &here.assessment.id, &built_in(), now());
    let merged = one.document.expect("it is there").assessment;
    let text = |item: &str| merged.response(&ItemId(item.into())).map(|response| response.answer.clone());
    assert_eq!((text("1.1.5").as_deref(), text("2.1.1").as_deref()), (Some("here, later"), Some("there")));
    assert_eq!(one.kept, Some(saved.kept));
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
