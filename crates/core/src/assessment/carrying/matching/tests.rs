//! Which items of one edition continue which of another, by small editions.

use super::*;
use serde_json::{Value, json};

fn edition(id: &str, year: &str, items: &[Value]) -> Edition {
    let whole = json!({
        "format": "standards-met/edition", "version": 1, "id": id, "title": id, "year": year, "source": "",
        "parts": [{ "number": 1, "title": "Staff", "items": items }],
    });
    Edition::read(whole.as_object().cloned().expect("an object")).expect("an edition")
}

fn item(id: &str, question: &str) -> Value {
    json!({ "id": id, "question": question, "tooltip": "", "kind": "text" })
}

fn with(mut item: Value, field: &str, value: Value) -> Value {
    item[field] = value;
    item
}

fn found(old: &Edition, new: &Edition) -> Vec<String> {
    let line = |(id, found): &(ItemId, Option<ItemMatch>)| match found {
        None => format!("{id}"),
        Some(found) => {
            let from = found.from.iter().map(ItemId::as_str).collect::<Vec<_>>().join("+");
            let reworded = match found.wording {
                WordingChange::Same => "",
                WordingChange::OtherGuidance => " guided",
                WordingChange::OtherQuestion => " reworded",
            };
            match found.basis {
                MatchReason::Replaces => format!("{id} replaces {from}{reworded}"),
                MatchReason::Printed => format!("{id} printed {from}{reworded}"),
                MatchReason::Likeness(_) => format!("{id} like {from}{reworded}"),
            }
        }
    };
    matching(old, new).items.iter().map(line).collect()
}

const LIST: &str = "Is there a list of suppliers that handle personal information?";
const BACKUP: &str = "Are backups routinely tested, and by whom?";
const PHONES: &str = "How are mobile phones kept safe when lost or stolen?";

#[test]
fn what_the_edition_says_goes_before_what_it_prints_and_that_before_likeness() {
    let old = edition("old", "2020-21", &[item("1", LIST), item("2", BACKUP), item("3", PHONES)]);
    let says = json!([{ "edition": "old", "items": ["3", "1", "9"], "note": "Two made one." }]);
    let new = edition(
        "new",
        "2021-22",
        &[
            with(with(item("7", BACKUP), "replaces", says), "printed_action", json!("2")),
            with(item("8", PHONES), "printed_action", json!("2")),
            item("9", BACKUP),
            item("1", "Who is the owner?"),
        ],
    );
    // 9 has the wording of 2, although 8 is printed as continuing 2. 1 has only its number in common.
    assert_eq!(found(&old, &new), ["7 replaces 1+3 reworded", "8 printed 2 reworded", "9 like 2", "1"]);
    let matching = matching(&old, &new);
    let note = matching.of(&ItemId("7".into())).and_then(|found| found.note.clone());
    assert_eq!((note.as_deref(), matching.dropped), (Some("Two made one."), vec![]));
}

#[test]
fn what_is_said_of_another_edition_or_of_items_that_are_not_there_is_not_said() {
    let old = edition("old", "2019-20", &[item("1", LIST), item("2", BACKUP)]);
    let of = |edition: &str, item: &str| json!([{ "edition": edition, "items": [item] }]);
    let new = edition(
        "new",
        "2021-22",
        &[
            with(item("1", PHONES), "replaces", of("older", "2")),
            with(item("2", "Who?"), "replaces", of("old", "5")),
            with(item("3", "Why?"), "replaces", json!([])),
            // Two years ago is not the year before.
            with(item("4", "When?"), "printed_action", json!("2")),
        ],
    );
    assert_eq!(found(&old, &new), ["1", "2", "3", "4"]);
    assert_eq!(matching(&old, &new).dropped, [ItemId("1".into()), ItemId("2".into())]);
}

#[test]
fn an_old_item_is_suggested_once_and_to_the_likest() {
    let old = edition("old", "2020-21", &[item("1", LIST)]);
    let nearly = "Is there an up to date list of suppliers that handle personal information?";
    let new = edition("new", "2021-22", &[item("1", nearly), item("2", LIST)]);
    assert_eq!(found(&old, &new), ["1", "2 like 1"]);
    let only = edition("new", "2021-22", &[item("1", nearly)]);
    assert_eq!(found(&old, &only), ["1 like 1 reworded"]);
    let taken = with(item("2", "Who?"), "replaces", json!([{ "edition": "old", "items": ["1"] }]));
    let new = edition("new", "2021-22", &[item("1", nearly), taken]);
    assert_eq!(found(&old, &new), ["1", "2 replaces 1 reworded"]);
}

#[test]
fn the_same_question_is_recognised_although_its_guidance_changed() {
    let tip = |item: Value, words: &str| with(item, "tooltip", json!(words));
    let long = "Write down who looks after it, how often it is looked at, and where the list is kept.";
    let other = "Suppliers are organisations with which a contract was made that names personal information.";
    let old = edition("old", "2020-21", &[tip(item("1", LIST), long)]);
    let nearly = "Is there a list of suppliers that handle any personal information?";
    let near = tip(item("2", nearly), long);
    let new = edition("new", "2021-22", &[near, tip(item("3", LIST), other)]);
    // The likeness of the guidance does not count as much as the very same question.
    assert_eq!(found(&old, &new), ["2", "3 like 1 guided"]);
    // Asked twice, the question does not say which of the two it is.
    let twice = edition("new", "2021-22", &[tip(item("3", LIST), other), tip(item("4", LIST), "Say so.")]);
    assert!(found(&old, &twice).iter().all(|line| !line.contains("guided")));
}

#[test]
fn in_a_corrected_wording_of_the_same_edition_the_number_counts_only_with_the_wording() {
    let old = edition("one", "2020-21", &[item("1", LIST), item("2", LIST), item("3", PHONES)]);
    let new = edition("one", "2020-21", &[item("2", LIST), item("1", LIST), item("3", BACKUP)]);
    assert_eq!(found(&old, &new), ["2 like 2", "1 like 1", "3"]);
}

#[test]
fn a_year_is_after_another_only_in_the_same_spelling() {
    for (old, new, expected) in [
        ("2020-21", "2021-22", true),
        ("2021", "2022", true),
        ("1999-2000", "2000/01", true),
        ("1998-99", "1999-00", true),
        ("2020-21", "2022-23", false),
        ("2021-22", "2020-21", false),
        ("2020-21", "2021", false),
        ("2020-22", "2021-23", false),
        ("20é0", "2021", false),
        ("", "", false),
    ] {
        assert_eq!(is_year_after(old, new), expected, "{old} {new}");
    }
}
