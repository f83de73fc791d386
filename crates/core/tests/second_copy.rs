//! The two copies on the device, compared when the page starts: whatever one of them has lost, the other brings back.

mod common;

use common::device::{compare, copy};
use common::memory::Memory;
use common::{answer, answered, built_in, document, home, later, now};
use proptest::prelude::*;
use standards_met_core::assessment::{Assessment, Id, newest_of_each};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use standards_met_core::storage::Store;
use standards_met_core::storage::{
    HistoryEntry, HistoryReason, Reason, Reconciliation, SavePoint, SetAside, earlier, keep_aside,
    keep_earlier, load, save, take_off,
};

fn keep(store: &Memory, document: &Document, known: Option<&SavePoint>) -> SavePoint {
    save(store, document, known, later(1.0)).expect("it is kept").kept
}

fn removed(document: &Document) -> SetAside {
    SetAside {
        id: Id("s1".into()),
        reason: Reason::Removed,
        at: later(5.0),
        name: "Rosewood House".into(),
        text: document.to_stored(later(5.0)),
    }
}

#[test]
fn two_copies_that_agree_have_nothing_to_give() {
    let first = Memory::new();
    keep(&first, &answered(), None);
    assert_eq!(compare(&first, &copy(&first)), Reconciliation::default());
}

#[test]
fn an_empty_second_copy_is_filled() {
    let first = Memory::new();
    keep(&first, &answered(), None);
    let mut behind = compare(&first, &Memory::new()).behind;
    behind.sort();
    let mut keys = first.keys();
    keys.sort();
    assert_eq!(behind, keys);
}

#[test]
fn with_the_first_copy_emptied_everything_comes_back() {
    let second = Memory::new();
    let (elm, oak) = (answered(), home("0ak", "Oak View"));
    keep(&second, &elm, None);
    keep(&second, &oak, None);
    keep_aside(&second, &removed(&home("e1m", "Elm Lodge"))).expect("there is room");
    let first = Memory::new();
    let found = compare(&first, &second);
    let back: Vec<&Document> = found.newer.iter().map(|(document, _)| document).collect();
    assert!(back.len() == 2 && back.contains(&&elm) && back.contains(&&oak));
    assert_eq!(found.set_aside.iter().map(|one| one.reason).collect::<Vec<_>>(), [Reason::Removed]);
    assert_eq!(
        (load(&first, &built_in(), later(11.0)).set_aside, found.recovery),
        (found.set_aside, Vec::new())
    );
}

#[test]
fn a_first_copy_without_room_leaves_the_second_to_carry_on() {
    let second = Memory::new();
    keep(&second, &answered(), None);
    let first = Memory::new();
    first.room.set(0);
    let found = compare(&first, &second);
    assert!(found.newer.iter().any(|(document, kept)| *document == answered() && kept.is_some()));
}

#[test]
fn of_two_states_the_newer_is_shown_and_the_other_kept() {
    let (first, mut ahead) = (Memory::new(), answered());
    let known = keep(&first, &ahead, None);
    let second = copy(&first);
    answer(&mut ahead, "1.1.5", "Only the second copy took this", later(2.0));
    keep(&second, &ahead, Some(&known));
    let found = compare(&first, &second);
    let [(newer, _)] = found.newer.as_slice() else { panic!("{:?}", found.newer) };
    assert_eq!(newer.assessment, ahead.assessment);
    let [other] = found.recovery.as_slice() else { panic!("{:?}", found.recovery) };
    assert!(other.reason == Reason::Recovery && other.text.contains("Helen, the manager"));

    // The other way round, the second copy is only late: there is nothing to show and nothing to keep.
    let found = compare(&second, &first);
    assert_eq!((found.newer, found.recovery, found.behind.len()), (Vec::new(), Vec::new(), 1));
}

#[test]
fn where_both_have_something_of_their_own_both_are_shown_and_both_kept() {
    let (first, mut ours) = (Memory::new(), answered());
    let known = keep(&first, &ours, None);
    let (second, mut theirs) = (copy(&first), ours.clone());
    answer(&mut ours, "2.1.1", "in the first", later(2.0));
    answer(&mut theirs, "1.1.2", "in the second", later(3.0));
    keep(&first, &ours, Some(&known));
    keep(&second, &theirs, Some(&known));
    let found = compare(&first, &second);
    let shown = found.newer.first().expect("it is shown").0.assessment.clone();
    assert_eq!(shown.responses.len(), 3);
    assert_eq!(found.recovery.len(), 2);
}

#[test]
fn what_was_removed_stays_away_and_what_was_lost_comes_back() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let second = copy(&first);
    take_off(&first, &document.assessment.id, &removed(&document)).expect("there is room");
    let there = copy(&second);
    assert_eq!(compare(&first, &there).newer, []);
    assert!(!there.keys().iter().any(|key| key.contains("/kept/k3m9/")), "and it goes there too");
    first.gone.borrow_mut().clear();
    // Without a word that it was removed, it was lost.
    assert_eq!(compare(&first, &second).newer.len(), 1);
}

#[test]
fn snapshots_and_histories_that_only_the_second_copy_has_come_back_and_are_never_deleted() {
    let (second, document) = (Memory::new(), answered());
    keep(&second, &document, None);
    let snapshot = SetAside { reason: Reason::Snapshot, ..removed(&document) };
    keep_aside(&second, &snapshot).expect("there is room");
    let response = document.assessment.responses.first().expect("a response").clone();
    let line = |at| HistoryEntry { at, why: HistoryReason::Edited, response: response.clone() };
    keep_earlier(&second, &document.assessment.id, &[line(later(1.0))], now()).expect("there is room");
    // The first copy was emptied, and something was begun in it before anybody looked.
    let first = Memory::new();
    keep(&first, &home("0ak", "Oak View"), None);
    let found = compare(&first, &second);
    assert_eq!(found.newer.iter().map(|(one, _)| one).collect::<Vec<_>>(), [&document]);
    assert_eq!(found.set_aside, [snapshot]);
    assert!(found.behind.iter().all(|key| first.has(key)), "nothing is deleted there");
    assert_eq!(earlier(&first, &document.assessment.id, &response.item).len(), 1);
    // Lines of both, each once.
    let mut other = line(later(2.0));
    other.response.comments = "of the first copy".into();
    keep_earlier(&first, &document.assessment.id, &[other], now()).expect("there is room");
    compare(&first, &second);
    compare(&first, &second);
    assert_eq!(earlier(&first, &document.assessment.id, &response.item).len(), 2);
}

#[test]
fn what_two_tabs_could_only_leave_in_the_second_copy_is_taken_in_from_both() {
    let (first, mut here) = (Memory::new(), answered());
    let known = keep(&first, &here, None);
    let (second, mut there) = (copy(&first), here.clone());
    answer(&mut here, "2.1.1", "from one tab", later(2.0));
    answer(&mut there, "1.1.2", "from the other", later(3.0));
    first.fill();
    for (tab, document) in [("tab-a", &here), ("tab-b", &there)] {
        assert!(save(&first, document, Some(&known), later(4.0)).is_err());
        let offered = first.offered.borrow().last().cloned().expect("it is offered");
        second.put(&format!("standards-met/kept/k3m9/{tab}"), &offered.1);
    }
    first.room.set(5_000_000);
    let found = compare(&first, &second);
    let shown = &found.newer.first().expect("it is shown").0.assessment;
    assert_eq!(shown.responses.len(), 3);
    assert_eq!(found.absorbed.len(), 2);
}

#[test]
fn beside_what_a_newer_version_wrote_the_second_copy_does_not_bring_back_the_old() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let second = copy(&first);
    for (key, text) in [
        ("standards-met/kept/k3m9/1", first.get("standards-met/kept/k3m9/0").expect("a save")),
        ("standards-met/assessment/k3m9", document.to_stored(now())),
    ] {
        let first = copy(&first);
        first.put(key, &text.replace("\"version\":1", "\"version\":2"));
        assert_eq!(compare(&first, &second).newer, [], "{key}");
        // Nor is what it could only write there written over.
        assert!(!compare(&second, &first).behind.iter().any(|behind| behind.contains("/kept/")), "{key}");
    }
}

#[test]
fn with_both_saves_in_the_first_copy_damaged_the_second_has_it_whole() {
    let (first, mut document) = (Memory::new(), answered());
    let known = keep(&first, &document, None);
    answer(&mut document, "2.1.1", "added", later(2.0));
    keep(&first, &document, Some(&known));
    let second = copy(&first);
    for place in ["0", "1"] {
        let key = format!("standards-met/kept/k3m9/{place}");
        let damaged = first.get(&key).expect("it is there").replace("Helen", "Hel\u{0}n");
        first.put(&key, &damaged);
    }
    let found = compare(&first, &second);
    assert!(found.newer.first().is_some_and(|(newer, _)| *newer == document));
}

/// Assessments of one identity.
fn some() -> impl Strategy<Value = Assessment> {
    common::assessment()
}

mod properties {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// Whatever the two copies hold, every response that is the newest in either is shown, and both states can be had.
        #[test]
        fn nothing_that_either_copy_holds_is_lost(one in some(), other in some()) {
            let (first, second) = (Memory::new(), Memory::new());
            let (one, other) = (document(one), document(other));
            keep(&first, &one, None);
            keep(&second, &other, None);
            let found = compare(&first, &second);
            let shown = found.newer.first().map_or(&one.assessment, |(newer, _)| &newer.assessment);
            prop_assert_eq!(shown, &newest_of_each(&one.assessment, &other.assessment));
            for state in [&one, &other] {
                let kept = found.recovery.iter().any(|aside| aside.text == state.to_stored(later(10.0)));
                let whole = *shown == state.assessment;
                let older = newest_of_each(&one.assessment, &other.assessment) == one.assessment;
                prop_assert!(kept || whole || older);
            }
        }
    }
}

#[test]
fn an_item_that_only_the_second_copy_has_is_named_by_its_number() {
    let (first, second) = (Memory::new(), Memory::new());
    let (ours, mut theirs) = (answered(), answered());
    keep(&first, &ours, None);
    answer(&mut theirs, "2.1.1", "there", later(2.0));
    keep(&second, &theirs, None);
    let found = compare(&first, &second);
    let shown = &found.newer.first().expect("it is shown").0;
    assert!(shown.assessment.response(&ItemId("2.1.1".into())).is_some());
}
