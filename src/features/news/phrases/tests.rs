//! What is new reads as a person would say it, of the toolkit years that there are and of made-up ones.

use super::*;
use serde_json::{Value, json};
use standards_met_core::assessment::{Assessment, Edit, Id, Judgement, Timestamp, edition_news, matching};

fn edition_2025_26() -> Edition {
    let text = include_str!("../../../../public/editions/dspt-social-care-2025-26.json");
    Edition::from_text(text).expect("an edition")
}

fn edition(id: &str, year: &str, items: &[Value]) -> Edition {
    let whole = json!({
        "format": "standards-met/edition", "version": 1, "id": id, "title": format!("The {id} toolkit"), "year": year,
        "source": "", "parts": [{ "number": 1, "title": "Staff", "items": items }],
    });
    Edition::from_text(&whole.to_string()).expect("an edition")
}

/// An item with a question and a topic of its own, that says what it replaces.
fn item(id: &str, question: &str, topic: Option<&str>, replaces: &[&str]) -> Value {
    json!({
        "id": id, "question": question, "tooltip": "", "kind": "text", "topic": topic, "minutes": 5,
        "replaces": [{ "edition": "old", "items": replaces }],
    })
}

fn news(old: &Edition, new: &Edition) -> EditionNews {
    edition_news(old, new, &matching(old, new))
}

fn answered(items: &[&str]) -> Assessment {
    let mut home = Assessment::new(Id("old".into()), "Home", "", Timestamp::default());
    for item in items {
        home.edit(&ItemId((*item).into()), Edit::Judge(Some(Judgement::Met)), Timestamp::default());
    }
    home
}

#[test]
fn the_news_of_2025_26_are_a_few_sentences() {
    let (old, new) = (Edition::built_in(), edition_2025_26());
    let news = news(&old, &new);
    assert_eq!(heading(&old, &new), "What is new in 2025-26 compared with 2021-22");
    assert_eq!(
        summary(&old, &new, &news, None),
        "3 new questions, about 80 minutes. 7 questions are reworded. 5 questions have new numbers. Two questions about your \
         backups become one. 11 questions have new guidance."
    );
    let all: Vec<&str> = old.items().map(|item| item.id.as_str()).collect();
    let ahead = news.answers_ahead(&answered(&all));
    let said = summary(&old, &new, &news, Some(&ahead));
    assert!(said.contains("Your two answers about your backups become one."), "{said}");
    assert_eq!(
        answers(&ahead, "2021-22"),
        "34 questions can use your 2021-22 answer, once you confirm that it is still true. 11 of them have new guidance, so \
         read that first. 8 questions need a closer look at the answer, because they have changed."
    );
    // Of the two, only one was answered.
    let ahead = news.answers_ahead(&answered(&["7.3.4"]));
    let said = summary(&old, &new, &news, Some(&ahead));
    assert!(said.contains("Two questions about your backups become one."), "{said}");
    assert_eq!(
        answers(&ahead, "2021-22"),
        "1 question needs a closer look at the answer, because it has changed."
    );
}

#[test]
fn a_number_of_another_question_is_said_with_where_that_one_went() {
    let (old, new) = (Edition::built_in(), edition_2025_26());
    let news = news(&old, &new);
    let of = |id: &str| news.items.iter().find(|item| item.item.as_str() == id).expect(id);
    assert_eq!(
        reused(of("6.1.3"), &news, "2021-22").as_deref(),
        Some("Take care: in 2021-22, 6.1.3 was another question. That one is 6.1.2 now.")
    );
    assert_eq!(was(of("6.1.3"), "2021-22").as_deref(), Some("It was 6.1.4 in 2021-22."));
    assert_eq!((reused(of("6.1.2"), &news, "2021-22"), was(of("6.1.1"), "2021-22")), (None, None));
    assert_eq!(was(of("7.3.4"), "2021-22").as_deref(), Some("Made of 7.3.1 and 7.3.4 of 2021-22."));
}

#[test]
fn one_of_each_is_said_of_one() {
    let old = edition(
        "old",
        "2020-21",
        &[
            item("1", "Who keeps the key?", None, &[]),
            item("2", "Is there a plan?", Some("your plan"), &[]),
            item("3", "Are visitors signed in?", None, &[]),
        ],
    );
    let new = edition(
        "new",
        "2021-22",
        &[
            item("4", "Where is the key?", None, &["1"]),
            item("5", "Is the plan tested?", None, &["2"]),
            item("6", "Is the plan read?", None, &["2"]),
            item("7", "Is there a door?", None, &[]),
        ],
    );
    let news = news(&old, &new);
    assert_eq!(
        summary(&old, &new, &news, None),
        "1 new question, about 5 minutes. 1 question is reworded. 1 question has a new number. One question about your plan \
         becomes two. 1 question is not asked any more."
    );
    assert_eq!(
        answers(&news.answers_ahead(&answered(&["2", "3"])), "2020-21"),
        "2 questions need a closer look at the answer, because they have changed. 1 of your answers is not asked for any more."
    );
    assert_eq!(
        answers(&AnswersAhead::default(), "2020-21"),
        "Nothing was answered in 2020-21, so there is nothing to carry over."
    );
}

#[test]
fn a_year_in_which_nothing_changed_says_so_and_long_times_are_hours() {
    let same = [item("1", "Who?", None, &["1"])];
    let (old, new) = (edition("old", "2020-21", &same), edition("new", "2021-22", &same));
    assert_eq!(summary(&old, &new, &news(&old, &new), None), "Nothing has changed since 2020-21.");
    let fewer = edition("new", "2021-22", &[]);
    assert_eq!(
        summary(&old, &fewer, &news(&old, &fewer), None),
        "No new questions. 1 question is not asked any more."
    );
    assert_eq!(
        [about(5), about(120), about(121), about(620)].join(", "),
        "about 5 minutes, about 120 minutes, about 2 hours, about 10 hours"
    );
    // Two wordings of one year are told apart by their titles.
    let other = edition("new", "2020-21", &same);
    assert_eq!(heading(&old, &other), "What is new in The new toolkit compared with The old toolkit");
}

#[test]
fn what_became_of_answers_is_said_of_one_and_of_several() {
    let note = |choice, items: &[&str]| CarryOverNote {
        edition: "old/4f7k".into(),
        year: "2021-22".into(),
        items: items.iter().map(|item| ItemId((*item).into())).collect(),
        choice,
        at: Timestamp::default(),
        confirmed_at: None,
    };
    let said = |note: Option<CarryOverNote>, waits: bool, answers: usize| {
        became(note.as_ref(), waits, answers, "2021-22").unwrap_or_default()
    };
    let (carry, leave) = (CarryOverChoice::Check, CarryOverChoice::Leave);
    assert_eq!(said(None, false, 0), "");
    assert_eq!(said(None, false, 1), "Your 2021-22 answer is not used yet.");
    assert_eq!(said(Some(note(leave, &["1"])), false, 1), "Your 2021-22 answer is not used.");
    assert_eq!(
        said(Some(note(carry, &["1", "2"])), true, 2),
        "Your two 2021-22 answers are carried over and not confirmed yet."
    );
    assert_eq!(
        said(Some(note(carry, &["1", "2"])), false, 2),
        "Your two 2021-22 answers are carried over and confirmed."
    );
    // Into a new question, by somebody who knew better.
    assert_eq!(
        said(Some(note(carry, &["1"])), true, 0),
        "Your 2021-22 answer is carried over and not confirmed yet."
    );
}
