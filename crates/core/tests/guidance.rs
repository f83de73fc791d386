//! What guides a person through the built-in edition, all of it data: our own help, the interview, dates, contradictions.

use standards_met_core::assessment::{Date, Judgement};
use standards_met_core::catalogue::{Edition, ItemId, Recency, Role};
use std::collections::HashSet;

#[test]
fn every_item_has_a_topic_an_example_what_counts_a_time_and_who_can_do_it() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let id = &item.id;
        let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
        assert!((8..=48).contains(&length(&item.topic)), "{id}: {:?}", item.topic);
        assert!((60..=480).contains(&length(&item.example)), "{id}: {:?}", item.example);
        assert!((40..=260).contains(&length(&item.counts)), "{id}: {:?}", item.counts);
        assert!(item.minutes.is_some_and(|minutes| (5..=60).contains(&minutes)), "{id}: {:?}", item.minutes);
        assert!(!item.who.is_empty(), "{id} names nobody");
        // The tooltip says whom to ask.
        assert!(!item.ask_it_supplier || item.who.contains(&Role::ItSupplier), "{id}: {:?}", item.who);
        let sentences =
            item.in_short.iter().flat_map(|text| text.split(['.', '?'])).filter(|text| text.len() > 12);
        assert!((2..=5).contains(&sentences.count()), "{id}: {:?}", item.in_short);
    }
}

/// A percentage or a date in our own words has to be in the official ones too.
#[test]
fn our_own_help_states_no_date_and_no_percentage_that_the_tooltip_does_not() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let official = format!("{} {}", item.question, item.tooltip).replace("1st July", "1 July");
        for ours in [&item.in_short, &item.counts].into_iter().flatten() {
            let words: Vec<&str> = ours.split_whitespace().collect();
            for word in &words {
                let word = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '%');
                let year = word.len() == 4
                    && word.starts_with("20")
                    && word.bytes().all(|byte| byte.is_ascii_digit());
                assert!(
                    !(year || word.ends_with('%')) || official.contains(word),
                    "{}: {word} in {ours}",
                    item.id
                );
            }
            for day in ["1 July 2021", "30 September 2021"] {
                assert!(!ours.contains(day) || official.contains(day), "{}: {day}", item.id);
            }
            let year = ["12 months", "last year", "annually"].into_iter().any(|span| official.contains(span));
            assert!(!ours.contains("12 months") || year, "{}: {ours}", item.id);
        }
    }
}

#[test]
fn items_build_on_others_without_going_round_in_circles() {
    let edition = Edition::built_in();
    let mut done: HashSet<&ItemId> = HashSet::new();
    loop {
        let ready: Vec<&ItemId> = edition
            .items()
            .filter(|item| !done.contains(&item.id) && item.after.iter().all(|before| done.contains(before)))
            .map(|item| &item.id)
            .collect();
        if ready.is_empty() {
            break;
        }
        done.extend(ready);
    }
    let waiting: Vec<&ItemId> =
        edition.items().map(|item| &item.id).filter(|id| !done.contains(id)).collect();
    assert_eq!(waiting, Vec::<&ItemId>::new());
}

#[test]
fn the_interview_and_the_rules_name_each_other() {
    let edition = Edition::built_in();
    let asked: HashSet<&str> = edition.interview.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(asked.len(), edition.interview.len());
    let rules = edition.items().filter_map(|item| Some((&item.id, item.not_applicable.as_ref()?)));
    let mut named = HashSet::new();
    for (id, rule) in rules {
        assert!(!rule.if_no_to.is_empty(), "no question settles {id}");
        for question in &rule.if_no_to {
            assert!(asked.contains(question.as_str()), "{id}: {question}");
            named.insert(question.as_str());
        }
    }
    assert_eq!(named, asked, "a question that settles nothing is not worth asking");
}

#[test]
fn contradictions_name_items_and_judgements_that_there_are() {
    let edition = Edition::built_in();
    for both in &edition.contradictions {
        for judged in [&both.one, &both.other] {
            assert!(edition.item(&judged.item).is_some(), "{}", judged.item);
            assert!(
                !judged.is.is_empty() && judged.is.iter().all(|name| Judgement::parse(name).is_some()),
                "{judged:?}"
            );
            assert!(
                both.because.contains(judged.item.as_str()) && both.because.ends_with('.'),
                "{}",
                both.because
            );
        }
    }
}

#[test]
fn the_dates_of_the_fact_sheet_are_the_rules_of_the_edition() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let words = item.freshness.as_deref().unwrap_or_default();
        let day = |text: &str| Date::parse(text).expect("a day");
        let expected = match words {
            text if text.contains("since 2021-07-01") => Some(Recency::Since(day("2021-07-01"))),
            text if text.contains("by 2021-09-30") => Some(Recency::By(day("2021-09-30"))),
            "approved within 12 months" | "at least every year" | "tested at least annually" => {
                Some(Recency::WithinMonths(12))
            }
            _ => None,
        };
        assert_eq!(item.recent, expected, "{}: {words}", item.id);
        assert_eq!(item.share, words.contains("95%").then_some(95), "{}", item.id);
    }
}

#[test]
fn a_sheet_holds_just_its_items_and_nothing_of_the_whole() {
    let edition = Edition::built_in();
    let sheet = edition.for_it_supplier().expect("a sheet");
    assert_eq!((sheet.items().count(), sheet.parts.len(), sheet.id.as_str()), (8, 1, edition.id.as_str()));
    assert!(sheet.interview.is_empty() && sheet.contradictions.is_empty());
    assert_ne!(sheet.hash, edition.hash);
    for item in sheet.items() {
        let speaks_to_home = |text: &String| {
            ["your home", "your it supplier", "our it supplier"]
                .iter()
                .any(|words| text.to_lowercase().contains(words))
        };
        let ours = [&item.in_short, &item.counts, &item.example].into_iter().flatten();
        assert_eq!(ours.filter(|text| speaks_to_home(text)).count(), 0, "{}", item.id);
        assert!(item.in_short.as_ref().is_some_and(|text| text.starts_with("Say ")), "{}", item.id);
        assert!(item.who.is_empty(), "{}", item.id);
    }
}
