//! Earlier texts and snapshots: what is kept of them, and what gives way.

mod common;

use common::memory::Memory;
use common::{answered, built_in, home, later, now};
use standards_met_core::assessment::{Id, Judgement, Response, Timestamp};
use standards_met_core::catalogue::ItemId;
use standards_met_core::storage::{
    HistoryEntry, HistoryReason, LIMIT, Reason, SHARE, SetAside, copied_at, earlier, forget_aside,
    keep_aside, keep_copied_at, keep_earlier, load, save, space, take_off, thin,
};
use standards_met_core::storage::{StorageError, Store};

fn id() -> Id {
    Id("k3m9".into())
}

fn one(item: &str, text: &str, seconds: f64) -> HistoryEntry {
    let response = Response { answer: text.into(), ..Response::empty(ItemId(item.into())) };
    HistoryEntry { at: later(seconds), why: HistoryReason::Edited, response }
}

fn texts(store: &Memory, item: &str) -> Vec<String> {
    earlier(store, &id(), &ItemId(item.into())).into_iter().map(|one| one.response.answer).collect()
}

fn aside(name: &str, reason: Reason, size: usize, seconds: f64) -> SetAside {
    SetAside {
        id: Id(format!("{name}-{seconds}")),
        reason,
        at: later(seconds),
        name: name.into(),
        text: "x".repeat(size),
    }
}

#[test]
fn earlier_texts_come_back_the_newest_first_each_once_and_blank_ones_not_at_all() {
    let store = Memory::new();
    let blank = HistoryEntry { response: Response::empty(ItemId("1.1.5".into())), ..one("1.1.5", "", 0.0) };
    let judged = Response { judgement: Some(Judgement::Met), ..blank.response.clone() };
    let judged = HistoryEntry { response: judged, ..one("1.1.5", "", 3.0) };
    for new in [
        vec![one("1.1.5", "Helen", 1.0), one("2.1.1", "other", 1.0)],
        vec![one("1.1.5", "Helen and Priya", 2.0), one("1.1.5", "Helen", 2.5), blank],
        vec![judged.clone()],
    ] {
        keep_earlier(&store, &id(), &new, later(9.0)).expect("there is room");
    }
    assert_eq!(texts(&store, "1.1.5"), ["", "Helen and Priya", "Helen"]);
    assert_eq!(earlier(&store, &id(), &ItemId("1.1.5".into())).first(), Some(&judged));
    assert_eq!(texts(&store, "2.1.1"), ["other"]);
}

#[test]
fn a_damaged_line_takes_no_other_with_it() {
    let store = Memory::new();
    keep_earlier(&store, &id(), &[one("1.1.5", "before", 1.0), one("1.1.5", "torn", 2.0)], now())
        .expect("room");
    let text = store.get("standards-met/history/k3m9").expect("a history").replace("torn\"", "torn");
    store.put("standards-met/history/k3m9", &text);
    keep_earlier(&store, &id(), &[one("1.1.5", "after", 3.0)], now()).expect("room");
    assert_eq!(texts(&store, "1.1.5"), ["after", "before"]);
}

#[test]
fn the_history_keeps_to_its_share_and_the_oldest_goes_first_but_never_the_last_of_an_item() {
    let store = Memory::new();
    keep_earlier(&store, &id(), &[one("9.9.9", "the only one, and the oldest", -9.0)], now()).expect("room");
    let long = "x".repeat(SHARE / 10);
    for round in 0..30_u32 {
        let new = one("1.1.5", &format!("{round} {long}"), round.into());
        keep_earlier(&store, &id(), &[new], later(99.0)).expect("there is room");
    }
    assert!(store.used() <= SHARE + 1_000, "{}", store.used());
    let left = texts(&store, "1.1.5");
    assert!(left.first().is_some_and(|text| text.starts_with("29 ")));
    assert!(left.len() >= 8 && left.iter().all(|text| !text.starts_with("0 ")), "{}", left.len());
    assert_eq!(texts(&store, "9.9.9"), ["the only one, and the oldest"]);
}

#[test]
fn automatic_snapshots_give_way_and_what_a_person_made_stays() {
    let store = Memory::new();
    for one in [
        aside("Elm", Reason::Replaced, 1000, 1.0),
        aside("Elm", Reason::Recovery, 1000, 2.0),
        aside("Elm", Reason::Replaced, 1000, 3.0),
        aside("Oak", Reason::Replaced, 1000, 0.0),
        aside("before the June review", Reason::Snapshot, 9000, -5.0),
        aside("Ash", Reason::Removed, 9000, -5.0),
        aside("damaged", Reason::Unreadable, 9000, -5.0),
    ] {
        keep_aside(&store, &one).expect("there is room");
    }
    assert!(thin(&store, 0, later(99.0)));
    let left = load(&store, &built_in(), now()).set_aside;
    let mut names: Vec<String> = left.iter().map(|one| one.id.to_string()).collect();
    names.sort();
    assert_eq!(names, ["Ash--5", "Elm-3", "Oak-0", "before the June review--5", "damaged--5"]);
    assert!(!thin(&store, 0, later(99.0)), "there is nothing left that may go");
}

#[test]
fn a_save_that_finds_no_room_makes_some_from_what_nobody_asked_for() {
    let store = Memory::new();
    let document = answered();
    let known = save(&store, &document, None, now()).expect("it is kept").kept;
    for seconds in [1.0, 2.0, 3.0] {
        keep_aside(&store, &aside("Rosewood House", Reason::Replaced, 2000, seconds)).expect("there is room");
    }
    store.fill();
    save(&store, &document, Some(&known), later(4.0)).expect("an older snapshot gave way");
    let left = load(&store, &built_in(), now());
    let names: Vec<&str> = left.set_aside.iter().map(|one| one.id.as_str()).collect();
    assert_eq!((left.documents.len(), names), (1, vec!["Rosewood House-2", "Rosewood House-3"]));
}

#[test]
fn without_room_for_the_history_what_was_there_stays() {
    let store = Memory::new();
    keep_earlier(&store, &id(), &[one("1.1.5", "before", 1.0)], now()).expect("there is room");
    store.fill();
    let refused = keep_earlier(&store, &id(), &[one("1.1.5", "after", 2.0)], now());
    assert_eq!((refused, texts(&store, "1.1.5")), (Err(StorageError::Full), vec!["before".to_owned()]));
}

#[test]
fn what_is_deleted_for_good_takes_its_history_along() {
    let store = Memory::new();
    let (document, other) = (answered(), home("0ak", "Oak View"));
    for one in [&document, &other] {
        save(&store, one, None, now()).expect("it is kept");
    }
    keep_earlier(&store, &id(), &[one("1.1.5", "Helen’s secret", 1.0)], now()).expect("there is room");
    keep_copied_at(&store, &id(), &answered().assessment.copied(now())).expect("there is room");
    let away = SetAside { text: document.to_stored(now()), ..aside("s1", Reason::Removed, 0, 2.0) };
    take_off(&store, &id(), &away).expect("there is room");
    assert_eq!(texts(&store, "1.1.5").len(), 1, "put back, it has its history");
    forget_aside(&store, &away.id);
    assert!(!store.holds("secret") && store.keys().iter().all(|key| !key.contains("k3m9")));
    assert!(store.keys().iter().any(|key| key.contains("0ak")));
}

#[test]
fn the_last_copy_is_remembered() {
    let store = Memory::new();
    assert_eq!(copied_at(&store, &id()), None);
    keep_copied_at(&store, &id(), &answered().assessment.copied(now())).expect("there is room");
    assert_eq!(copied_at(&store, &id()), Some(answered().assessment.copied(now())));
    // As an older version kept it.
    store.put("standards-met/copy/k3m9", "2026-11-23T14:02:03Z");
    let at = copied_at(&store, &id()).map(|copied| copied.at);
    assert_eq!(at, Timestamp::parse("2026-11-23T14:02:03Z"));
    store.put("standards-met/copy/k3m9", "half a ti");
    assert_eq!(copied_at(&store, &id()), None);
}

#[test]
fn space_counts_what_browsers_count_and_says_when_it_is_short() {
    let store = Memory::new();
    store.put("standards-met/a", "é😀");
    assert_eq!(space(&store).used, "standards-met/a".len() + 3);
    assert!(!space(&store).is_short());
    store.put("standards-met/b", &"x".repeat(LIMIT * 6 / 10));
    assert!(space(&store).is_short() && space(&store).percent() == 60);
}
