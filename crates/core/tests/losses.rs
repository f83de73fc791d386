//! Work that was lost once: what one copy has and the other has not, what two tabs did at once, and a full device.

mod common;

use common::device::{compare, copy};
use common::memory::Memory;
use common::{answer, answered, built_in, later, now};
use standards_met_core::assessment::{Id, Response};
use standards_met_core::exchange::Document;
use standards_met_core::storage::Store;
use standards_met_core::storage::{
    EditionOrigin, HistoryEntry, HistoryReason, Reason, SavePoint, SetAside, add_edition, added_editions,
    earlier, keep_aside, keep_earlier, load, reconcile, save,
};

fn keep(store: &Memory, document: &Document, known: Option<&SavePoint>) -> SavePoint {
    save(store, document, known, later(1.0)).expect("it is kept").kept
}

#[test]
fn what_a_newer_page_could_only_leave_in_the_second_copy_stays_there() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let second = copy(&first);
    let text =
        first.get("standards-met/kept/k3m9/0").expect("a save").replace("\"version\":1", "\"version\":2");
    second.put("standards-met/kept/k3m9/tab-n", &text);
    assert_eq!(compare(&first, &second).absorbed, Vec::<String>::new());
}

#[test]
fn what_is_damaged_in_the_second_copy_goes_only_once_it_is_kept_elsewhere() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let second = copy(&first);
    let mut newer = document.clone();
    answer(&mut newer, "2.1.1", "only in the second copy", later(2.0));
    let other = Memory::new();
    keep(&other, &newer, None);
    let text = other.get("standards-met/kept/k3m9/0").expect("a save").replace("only in", "onlx in");
    second.put("standards-met/kept/k3m9/tab-n", &text);
    let found = compare(&first, &second);
    let kept = found.set_aside.iter().chain(&found.recovery).any(|one| one.text.contains("onlx in"));
    assert!(kept || found.absorbed.is_empty(), "{found:?}");
}

#[test]
fn of_two_texts_of_one_item_that_only_the_second_copy_took_neither_is_lost() {
    let (first, mut here) = (Memory::new(), answered());
    let known = keep(&first, &here, None);
    let (second, mut there) = (copy(&first), here.clone());
    answer(&mut here, "2.1.1", "AAAA of tab a", later(2.0));
    answer(&mut there, "2.1.1", "BBBB of tab b", later(3.0));
    first.fill();
    for (tab, document) in [("tab-a", &here), ("tab-b", &there)] {
        assert!(save(&first, document, Some(&known), later(4.0)).is_err());
        let offered = first.offered.borrow().last().cloned().expect("it is offered");
        second.put(&format!("standards-met/kept/k3m9/{tab}"), &offered.1);
    }
    first.room.set(5_000_000);
    let found = compare(&first, &second);
    let all = format!("{found:?}");
    assert!(
        all.contains("AAAA") && all.contains("BBBB"),
        "A {} B {}",
        all.contains("AAAA"),
        all.contains("BBBB")
    );
}

#[test]
fn a_damaged_snapshot_does_not_go_over_the_whole_one() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let aside = SetAside {
        id: Id("s1".into()),
        reason: Reason::Snapshot,
        at: now(),
        name: "before the June review".into(),
        text: document.to_stored(now()),
    };
    keep_aside(&first, &aside).expect("room");
    let second = copy(&first);
    let key = "standards-met/set-aside/s1";
    let whole = first.get(key).expect("it is there");
    first.put(key, &whole[..whole.len() / 2]);
    let found = compare(&first, &second);
    // What the page does with `behind`: the first's text goes into the second.
    assert!(
        first.get(key).as_deref() == Some(&*whole) || !found.behind.contains(&key.to_owned()),
        "{:?}",
        found.behind
    );
}

#[test]
fn a_damaged_list_does_not_go_over_the_whole_one() {
    for key in ["standards-met/editions", "standards-met/homes", "standards-met/reviewer"] {
        let first = Memory::new();
        first.put(key, "{\"whole\":[1,2,3]}");
        let second = copy(&first);
        first.put(key, "{\"who");
        let found = compare(&first, &second);
        assert!(
            first.get(key).as_deref() == Some("{\"whole\":[1,2,3]}")
                || !found.behind.contains(&key.to_owned()),
            "{key}"
        );
    }
}

/// A history of so many texts of this length, of the first item that is answered.
fn with_history(store: &Memory, document: &Document, texts: u32, length: usize) {
    let response = document.assessment.responses.first().expect("an answer");
    for number in 0..texts {
        let answer = format!("{number} {}", "x".repeat(length));
        let one = HistoryEntry {
            at: later(f64::from(number)),
            why: HistoryReason::Edited,
            response: Response { answer, ..response.clone() },
        };
        keep_earlier(store, &document.assessment.id, &[one], later(f64::from(number))).expect("room");
    }
}

/// How many of them are left.
fn history(store: &Memory, document: &Document) -> usize {
    let item = &document.assessment.responses.first().expect("an answer").item;
    earlier(store, &document.assessment.id, item).len()
}

#[test]
fn a_little_too_little_room_takes_a_little_of_the_history() {
    let (first, mut document) = (Memory::new(), answered());
    let known = keep(&first, &document, None);
    with_history(&first, &document, 40, 300);
    let known = keep(&first, &document, Some(&known));
    assert_eq!(history(&first, &document), 40);
    first.fill();
    answer(&mut document, "2.1.1", "ten more letters", later(50.0));
    save(&first, &document, Some(&known), later(51.0)).expect("it makes room");
    let left = history(&first, &document);
    assert!(left > 30, "{left} of 40 are left");
}

#[test]
fn a_write_that_is_refused_all_the_same_leaves_the_history() {
    let (first, mut document) = (Memory::new(), answered());
    let known = keep(&first, &document, None);
    with_history(&first, &document, 10, 10);
    first.fill();
    answer(&mut document, "2.1.1", &"y".repeat(50_000), later(50.0));
    assert!(save(&first, &document, Some(&known), later(51.0)).is_err());
    assert_eq!(history(&first, &document), 10);
}

#[test]
fn a_whole_save_is_shown_beside_one_whose_questions_are_missing() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let text = document.to_stored(now()).replacen(&format!("{}/", document.edition.id), "other-edition/", 1);
    first.put("standards-met/assessment/k3m9", &text);
    let loaded = load(&first, &built_in(), later(3.0));
    assert_eq!(
        loaded.documents.len(),
        1,
        "{:?}",
        loaded.set_aside.iter().map(|one| one.reason).collect::<Vec<_>>()
    );
}

#[test]
fn an_older_list_does_not_go_over_a_newer_one() {
    let (first, edition) = (Memory::new(), built_in());
    let mut other = edition.whole.clone();
    other.insert("title".into(), "Another".into());
    let other = standards_met_core::catalogue::Edition::read(other).expect("an edition");
    add_edition(&first, &edition, EditionOrigin::File, "a.json", later(1.0)).expect("room");
    let second = copy(&first);
    add_edition(&second, &other, EditionOrigin::Kit, "b.csv", later(2.0)).expect("room");
    let found = compare(&first, &second);
    let listed = added_editions(&first).len();
    assert!(
        listed == 2 || !found.behind.contains(&"standards-met/editions".to_owned()),
        "{listed} {:?}",
        found.behind
    );
}

#[test]
fn earlier_texts_that_only_the_second_copy_took_are_taken_in_from_every_tab() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let second = copy(&first);
    for (tab, words) in [("tab-a", "AAAA"), ("tab-b", "BBBB")] {
        let other = Memory::new();
        let answer = Response { answer: words.into(), ..document.assessment.responses[0].clone() };
        let one = HistoryEntry { at: later(1.0), why: HistoryReason::Elsewhere, response: answer };
        keep_earlier(&other, &document.assessment.id, &[one], later(1.0)).expect("room");
        let text = other.get("standards-met/history/k3m9").expect("a history");
        second.put(&format!("standards-met/history/k3m9/{tab}"), &text);
    }
    let found = compare(&first, &second);
    let texts: Vec<&str> = found.earlier.iter().map(|(_, one)| one.response.answer.as_str()).collect();
    assert_eq!(texts, ["AAAA", "BBBB"]);
    assert!(found.earlier.iter().all(|(id, _)| *id == document.assessment.id));
    assert_eq!(found.absorbed.len(), 2, "they go once they are elsewhere");
    // Of what was deleted for good meanwhile they only go.
    for store in [&first, &second] {
        ["0", "1"].iter().for_each(|place| store.vacate(&format!("standards-met/kept/k3m9/{place}")));
    }
    let found = compare(&first, &second);
    assert_eq!((found.earlier.len(), found.absorbed.len()), (0, 2));
}

#[test]
fn an_assessment_opens_with_the_questions_that_only_the_second_copy_has() {
    let (first, mut document) = (Memory::new(), answered());
    let mut whole = document.edition.whole.clone();
    whole.insert("id".into(), "other-edition".into());
    document.edition = standards_met_core::catalogue::Edition::read(whole).expect("an edition").into();
    keep(&first, &document, None);
    let second = copy(&first);
    let edition = first.keys().into_iter().find(|key| key.contains("/edition/")).expect("an edition");
    first.vacate(&edition);
    first.fill();
    let found = compare(&first, &second);
    assert!(!first.has(&edition), "there is no room for them");
    let opened: Vec<&Document> = found.newer.iter().map(|(one, _)| one).collect();
    assert_eq!(opened, [&document]);
}

#[test]
fn a_damaged_save_that_there_is_no_room_to_move_does_not_go_over_the_whole_one() {
    let (first, mut document) = (Memory::new(), answered());
    let known = keep(&first, &document, None);
    answer(&mut document, "2.1.1", "the last thing that was typed", later(2.0));
    let kept = keep(&first, &document, Some(&known));
    let second = copy(&first);
    // As long as before, and below the line that both have.
    let key = format!("standards-met/kept/k3m9/{}", kept.place);
    let damaged = first.get(&key).expect("a save").replace("that was typed", "that wax typed");
    first.put(&key, &damaged);
    first.fill();
    let found = compare(&first, &second);
    assert_eq!(found.newer.first().map(|(newer, _)| newer), Some(&document));
    assert!(!found.behind.contains(&key), "{:?}", found.behind);
    assert_eq!(found.whole, std::slice::from_ref(&document.assessment.id));
}

#[test]
fn what_is_on_screen_is_saved_again_where_the_first_copy_has_lost_it() {
    let (first, document) = (Memory::new(), answered());
    keep(&first, &document, None);
    let (emptied, second) = (Memory::new(), copy(&first));
    let mut shown = document.clone();
    answer(&mut shown, "2.1.1", "typed since", later(2.0));
    let found = reconcile(&emptied, &second, std::slice::from_ref(&shown), &[], &built_in(), later(3.0));
    assert_eq!(found.newer, [(shown, None)]);
    assert!(found.behind.is_empty(), "nothing is deleted there: {:?}", found.behind);
}
