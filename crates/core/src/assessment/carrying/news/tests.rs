//! What is new between two editions, by small made-up ones.

use super::*;
use crate::assessment::{CarryOverChoice, CarryOverSource, Edit, Id, Judgement, Timestamp, matching};
use serde_json::{Value, json};

const LIST: &str = "Is there a list of suppliers that handle personal information?";
const BACKUP: &str = "Are backups routinely tested, and by whom?";
const PHONES: &str = "How are mobile phones kept safe when lost or stolen?";
const STAFF: &str = "Do you keep a record of staff and of their roles?";

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

/// An item that says what it replaces in the edition `old`.
fn replacing(id: &str, question: &str, items: &[&str]) -> Value {
    let mut item = item(id, question);
    item["replaces"] = json!([{ "edition": "old", "items": items, "note": format!("Note on {id}.") }]);
    item
}

fn news(old: &Edition, new: &Edition) -> EditionNews {
    edition_news(old, new, &matching(old, new))
}

fn at(second: f64) -> Timestamp {
    Timestamp::from_millis(second * 1000.0)
}

fn id(text: &str) -> ItemId {
    ItemId(text.into())
}

/// An assessment in which these items are answered.
fn answers(items: &[&str]) -> Assessment {
    let mut home = Assessment::new(Id("old".into()), "Home", "", at(0.0));
    for item in items {
        home.edit(&id(item), Edit::Judge(Some(Judgement::Met)), at(1.0));
    }
    home
}

fn lines(news: &EditionNews) -> Vec<String> {
    let line = |one: &ItemNews| {
        let from: Vec<&str> = one.from.iter().map(ItemId::as_str).collect();
        let marks = [
            (one.is_renumbered(), "renumbered"),
            (one.is_reworded(), "reworded"),
            (one.has_other_guidance(), "guided"),
            (one.is_unchanged(), "unchanged"),
            (one.is_number_reused, "reused"),
        ];
        let marks: Vec<&str> = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
        format!("{} {:?} {} {}", one.item, one.origin, from.join("+"), marks.join(" ")).trim().to_owned()
    };
    news.items.iter().map(line).collect()
}

#[test]
fn each_item_is_new_merged_split_renumbered_reworded_or_unchanged() {
    let old = edition(
        "old",
        "2020-21",
        &[
            item("1", LIST),
            item("2", BACKUP),
            item("3", PHONES),
            item("4", STAFF),
            item("5", "Who?"),
            item("6", "Why?"),
        ],
    );
    let new = edition(
        "new",
        "2021-22",
        &[
            replacing("1", LIST, &["1"]),
            replacing("7", "Are backups made and tested?", &["2", "3"]),
            replacing("8", STAFF, &["4"]),
            replacing("9", "Is the record of roles up to date?", &["4"]),
            // In other words and with another number, which was that of another question.
            replacing("6", "Who is it?", &["5"]),
            replacing("10", "When?", &[]),
        ],
    );
    let news = news(&old, &new);
    assert_eq!(
        lines(&news),
        [
            "1 Single 1 unchanged",
            "7 Merged 2+3",
            "8 Split 4",
            "9 Split 4",
            "6 Single 5 renumbered reworded reused",
            "10 New",
        ]
    );
    assert_eq!((news.dropped.clone(), news.split()), (vec![id("6")], vec![&id("4")]));
    // An edition may say of a new item what is new about it.
    assert_eq!(news.items.last().and_then(|item| item.note.as_deref()), Some("Note on 10."));
    assert_eq!(news.continuing(&id("4")), [&id("8"), &id("9")]);
    assert!(news.is_stated);
}

#[test]
fn a_number_alone_is_a_new_question_and_a_likeness_only_a_suggestion() {
    let old = edition("old", "2020-21", &[item("1", LIST), item("2", BACKUP)]);
    let nearly = "Is there an up to date list of suppliers that handle personal information?";
    let new = edition("new", "2021-22", &[item("2", nearly), item("1", PHONES)]);
    let news = news(&old, &new);
    assert_eq!(lines(&news), ["2 Alike 1 reused", "1 New  reused"]);
    assert_eq!(news.dropped, [id("2")]);
    assert!(!news.is_stated, "the newer edition says nothing of the older one");
    assert_eq!(news.continuing(&id("1")), Vec::<&ItemId>::new(), "a suggestion continues nothing");
}

/// The official list says of a question that it has changed, and nothing of its earlier number.
#[test]
fn a_note_alone_does_not_say_what_a_question_was_before() {
    let old = edition("old", "2020-21", &[item("1", LIST), item("2", BACKUP)]);
    let new = edition("new", "2021-22", &[replacing("3", LIST, &[]), replacing("4", PHONES, &[])]);
    let news = news(&old, &new);
    assert_eq!(lines(&news), ["3 Single 1 renumbered", "4 New"]);
    let notes: Vec<_> = news.items.iter().map(|item| item.note.as_deref()).collect();
    assert_eq!(notes, [Some("Note on 3."), Some("Note on 4.")]);
    assert!(!news.is_stated, "only the wording tells it");
}

#[test]
fn the_minutes_are_those_of_the_new_items_as_far_as_they_are_known() {
    let timed = |mut item: Value, minutes: u8| {
        item["minutes"] = minutes.into();
        item
    };
    let old = edition("old", "2020-21", &[item("1", LIST)]);
    let minutes = |items: &[Value]| news(&old, &edition("new", "2021-22", items)).minutes();
    let known = timed(item("2", PHONES), 20);
    assert_eq!(minutes(&[timed(item("1", LIST), 90), known.clone(), item("3", BACKUP)]), Some(20));
    assert_eq!(minutes(&[known, timed(item("3", BACKUP), 250)]), Some(270));
    assert_eq!(minutes(&[timed(item("1", LIST), 90), item("3", BACKUP)]), None);
}

#[test]
fn an_answer_is_ahead_where_the_older_question_has_one() {
    let old = edition(
        "old",
        "2020-21",
        &["1", "2", "3", "4", "5", "6", "7"].map(|number| item(number, &format!("{number}{number}?"))),
    );
    let mut guided = replacing("1", "11?", &["1"]);
    guided["tooltip"] = "Write it down.".into();
    let new = edition(
        "new",
        "2021-22",
        &[
            guided,
            replacing("12", "22?", &["2"]),
            replacing("13", "Two in one?", &["3", "4"]),
            replacing("14", "Otherwise?", &["5"]),
            replacing("15", "66?", &["6"]),
        ],
    );
    let news = news(&old, &new);
    let all = news.answers_ahead(&answers(&["1", "2", "3", "4", "5", "7"]));
    let numbers = |items: &[ItemId]| items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(
        [&all.unchanged, &all.other_guidance, &all.to_review, &all.alike, &all.dropped, &all.answered]
            .map(|items| numbers(items)),
        ["1 12", "1", "13 14", "", "7", "1 2 3 4 5 7"]
    );
    // One of two that became one is enough.
    assert_eq!(numbers(&news.answers_ahead(&answers(&["4"])).to_review), "13");
    assert_eq!(news.answers_ahead(&answers(&[])), AnswersAhead::default());
}

#[test]
fn the_older_edition_is_that_of_the_earlier_year_whichever_comes_first() {
    let of = |id: &str, year: &str| Arc::new(edition(id, year, &[]));
    let ids = |one: &Arc<Edition>, other: &Arc<Edition>| {
        let (old, new) = older_first(one.clone(), other.clone());
        format!("{} {}", old.id, new.id)
    };
    let (a, b, none) = (of("a", "2021-22"), of("b", "2025-26"), of("none", "next"));
    for (one, other, expected) in
        [(&a, &b, "a b"), (&b, &a, "a b"), (&none, &a, "none a"), (&a, &none, "a none"), (&b, &b, "b b")]
    {
        assert_eq!(ids(one, other), expected);
    }
    let (other_a, c) = (of("other-a", "2021-22"), of("c", "2022-23"));
    let all = [&a, &other_a, &b, &c, &none].map(Clone::clone);
    let before = |edition: &Edition| edition_before(edition, &all).map(|found| found.id.as_str());
    assert_eq!([&a, &b, &c, &none].map(|edition| before(edition)), [None, Some("c"), Some("a"), None]);
}

#[test]
fn last_years_answers_are_on_their_way_until_each_that_was_carried_is_confirmed() {
    let old = edition("old", "2020-21", &[item("1", LIST)]);
    let list = old.items().next().expect("an item").clone();
    let before = answers(&["1"]);
    let mut now = Assessment::new(Id("new".into()), "Home", "", at(2.0));
    assert!(!now.is_carrying_over(), "it was begun empty");
    now.begin_from(&CarryOverSource { assessment: before.id.clone(), ..CarryOverSource::default() });
    assert!(now.is_carrying_over(), "nothing is decided yet");
    let sources: Vec<&Response> = before.responses.iter().collect();
    now.carry(&list, &old, &sources, &[id("1")], &[], CarryOverChoice::Carry, at(3.0));
    assert!(now.is_carrying_over(), "one waits to be confirmed");
    now.confirm_carried(&id("1"), at(4.0));
    assert!(!now.is_carrying_over());
}
