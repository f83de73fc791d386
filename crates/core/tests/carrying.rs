//! Last year's answers in this year's edition: nothing is lost, nothing is taken for granted.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};
use standards_met_core::assessment::{
    Action, ActionEdit, Assessment, CarryOverChoice, CarryOverSource, Change, Date, Edit, EditionMapping,
    Evidence, EvidenceEdit, FindingKind, Id, Judgement, MatchReason, OpenAction, Response, Review, Timestamp,
    Year, findings, matching, years,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{Document, EditionRef, read};
use std::sync::Arc;

fn at(second: f64) -> Timestamp {
    Timestamp::from_millis(second * 1000.0)
}

fn id(text: &str) -> ItemId {
    ItemId(text.into())
}

/// The items of the built-in edition as its file spells them.
fn built_in_items() -> Vec<Value> {
    let whole = Edition::built_in().whole;
    let parts = whole["parts"].as_array().expect("parts");
    parts.iter().flat_map(|part| part["items"].as_array().expect("items")).cloned().collect()
}

fn edition(id: &str, year: &str, items: &[Value]) -> Edition {
    let whole = json!({
        "format": "standards-met/edition", "version": 1, "id": id, "title": id, "year": year, "source": "",
        "parts": [{ "number": 1, "title": "All of it", "items": items }],
    });
    Edition::read(whole.as_object().cloned().expect("an object")).expect("an edition")
}

/// Each word with this remainder becomes another one, that no item uses.
fn reworded(text: &str, every: usize, which: usize) -> String {
    let word = |(place, word): (usize, &str)| {
        if place % every == which { format!("quux{place}") } else { word.to_owned() }
    };
    text.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

fn with_wording(mut item: Value, number: &str, change: impl Fn(&str) -> String) -> Value {
    for field in ["question", "tooltip"] {
        item[field] = change(item[field].as_str().expect(field)).into();
    }
    item["id"] = number.into();
    item["printed_action"] = Value::Null;
    item
}

#[test]
fn an_item_is_recognised_with_every_fifth_word_replaced_wherever_it_has_moved() {
    let old = Edition::built_in();
    let count = old.items().count();
    for which in 0..5 {
        let mut items = Vec::new();
        for (place, item) in built_in_items().into_iter().enumerate() {
            // The number of an item that is something else.
            let number = old.items().nth((place + 7) % count).expect("an item").id.0.clone();
            items.insert(0, with_wording(item, &number, |text| reworded(text, 5, which)));
        }
        let found = matching(&old, &edition("new", "2030-31", &items));
        for (place, item) in old.items().enumerate() {
            let moved = &old.items().nth((place + 7) % count).expect("an item").id;
            let like = found.of(moved).unwrap_or_else(|| panic!("{} is not recognised", item.id));
            assert_eq!(like.from, std::slice::from_ref(&item.id));
            assert!(matches!(like.basis, MatchReason::Likeness(45..100)) && like.reworded, "{like:?}");
        }
        assert_eq!(found.dropped, []);
    }
}

#[test]
fn the_same_numbers_with_other_questions_continue_nothing() {
    let old = Edition::built_in();
    let other = |(place, item): (usize, Value)| {
        let number = item["id"].as_str().expect("an id").to_owned();
        with_wording(item, &number, |text| reworded(&format!("{place} {text}"), 1, 0))
    };
    let items: Vec<Value> = built_in_items().into_iter().enumerate().map(other).collect();
    for edition_id in ["new", old.id.as_str()] {
        let found = matching(&old, &edition(edition_id, "2022-23", &items));
        assert!(found.items.iter().all(|(_, found)| found.is_none()), "{edition_id}");
        assert_eq!(found.dropped.len(), old.items().count());
    }
}

#[test]
fn the_printed_action_column_maps_the_year_before() {
    let new = Edition::built_in();
    let printed: Vec<(&ItemId, &str)> =
        new.items().filter_map(|item| Some((&item.id, item.printed_action.as_deref()?))).collect();
    let last_year: Vec<Value> = printed
        .iter()
        .map(|(_, number)| json!({ "id": number, "question": "Other words", "tooltip": "", "kind": "text" }))
        .collect();
    assert!(printed.len() > 10 && printed.iter().any(|(id, number)| id.as_str() != *number));
    let found = matching(&edition("dspt-2020-21", "2020-21", &last_year), &new);
    for (item, number) in printed {
        let found = found.of(item).expect("it is printed");
        assert_eq!(
            (&found.from, found.basis, found.reworded),
            (&vec![id(number)], MatchReason::Printed, true)
        );
    }
    let found = matching(&edition("dspt-2019-20", "2019-20", &last_year), &new);
    assert!(found.items.iter().all(|(_, found)| found.is_none()));
}

#[test]
fn five_hundred_reworded_items_are_all_recognised() {
    let words: Vec<String> =
        built_in_items().iter().flat_map(tooltip_words).filter(|word| !word.is_empty()).collect();
    let word = |seed: usize| words[seed.wrapping_mul(2_654_435_761) % words.len()].clone();
    let text = |item: usize, length: usize| -> String {
        (0..length).map(|place| word(item * 977 + place * 31)).collect::<Vec<_>>().join(" ")
    };
    let items: Vec<Value> = (0..500)
        .map(|item| {
            let question = format!("Does your organisation have {}", text(item, 15));
            json!({ "id": format!("i{item}"), "question": question, "tooltip": text(item, 600), "kind": "text" })
        })
        .collect();
    let old = edition("old", "2020-21", &items);
    let new: Vec<Value> = items
        .into_iter()
        .enumerate()
        .map(|(place, item)| with_wording(item, &format!("n{place}"), |text| reworded(text, 6, 3)))
        .collect();
    let new = edition("new", "2021-22", &new);
    let found = matching(&old, &new);
    assert!(found.items.iter().all(|(_, found)| found.is_some()));
}

fn tooltip_words(item: &Value) -> Vec<String> {
    item["tooltip"].as_str().expect("a tooltip").split_whitespace().map(str::to_owned).collect()
}

/// Last year's edition with one document item of the built-in edition, this year's with the same and this rule, and what
/// was answered to the first.
fn two_years(recent: &Value) -> (Edition, Edition, Response) {
    let item = built_in_items().into_iter().find(|item| item["kind"] == "document").expect("a document item");
    let mut last_year = with_wording(item, "1.2.3", str::to_owned);
    last_year["recent"] = Value::Null;
    let mut this_year = with_wording(last_year.clone(), "7.8.9", str::to_owned);
    this_year["recent"] = recent.clone();
    let mut home = Assessment::new(Id("old".into()), "Home", "", at(0.0));
    let document = |edit| Edit::Evidence(Id("d".into()), edit);
    for edit in [
        Edit::Judge(Some(Judgement::Met)),
        document(EvidenceEdit::Title("Policy".into())),
        document(EvidenceEdit::Location("Office".into())),
        document(EvidenceEdit::ApprovedOn(Date::parse("2020-10-01"))),
    ] {
        home.edit(&id("1.2.3"), edit, at(1.0));
    }
    let response = home.responses.pop().expect("a response");
    (edition("old", "2020-21", &[last_year]), edition("new", "2021-22", &[this_year]), response)
}

#[test]
fn carried_answers_are_found_until_confirmed_and_dates_that_the_new_year_makes_stale_with_them() {
    let (old, new, response) = two_years(&json!({ "since": "2021-07-01" }));
    let item = new.items().next().expect("an item");
    let mut home = Assessment::new(Id("new".into()), "Home", "", at(2.0));
    let from = matching(&old, &new).of(&item.id).expect("a match").from.clone();
    home.carry(item, &old, &[&response], &from, &[], CarryOverChoice::Carry, at(3.0));
    let today = Date::parse("2022-01-31").expect("a day");
    let kinds = |home: &Assessment| -> Vec<FindingKind> {
        findings(&new, home, today).into_iter().map(|found| found.kind).collect()
    };
    let awaits = FindingKind::NotConfirmed { year: "2020-21".into() };
    let found = kinds(&home);
    assert!(
        matches!(found.as_slice(), [first, FindingKind::OutOfDate { .. }] if *first == awaits),
        "{found:?}"
    );
    home.confirm_carried(&item.id, at(4.0));
    assert!(matches!(kinds(&home).as_slice(), [FindingKind::OutOfDate { .. }]));
    home.carry(item, &old, &[&response], &from, &[], CarryOverChoice::Check, at(5.0));
    assert_eq!(kinds(&home), [awaits]);
    home.carry(item, &old, &[&response], &from, &[], CarryOverChoice::Leave, at(6.0));
    assert_eq!(kinds(&home), []);
}

#[test]
fn an_action_is_open_until_it_is_done_where_it_was_carried_to() {
    let item = |number: &str| json!({ "id": number, "question": "", "tooltip": number, "kind": "tick" });
    let old = edition("old", "2020-21", &["1", "2", "3"].map(item));
    let mut both = item("5");
    both["replaces"] = json!([{ "edition": "old", "items": ["1", "2"] }]);
    let new = edition("new", "2021-22", &[both]);
    let mut before = Assessment::new(Id("old".into()), "Home", "", at(0.0));
    for (number, action, what) in [
        ("1", "a", "Lock"),
        ("1", "b", "Ask"),
        ("1", "c", " "),
        ("2", "a", "List"),
        ("3", "c", "Tell"),
        ("99", "d", "Sign"),
    ] {
        before.edit(&id(number), Edit::Action(Id(action.into()), ActionEdit::What(what.into())), at(1.0));
    }
    let done = |action: &Id| Edit::Action(action.clone(), ActionEdit::Done(Date::parse("2021-05-01")));
    before.edit(&id("1"), done(&Id("b".into())), at(2.0));
    let mut now = Assessment::new(Id("new".into()), "Home", "", at(3.0));
    let open = |before: &Assessment, now: &Assessment| -> Vec<String> {
        let years =
            years(&[Year { edition: &old, assessment: before }, Year { edition: &new, assessment: now }]);
        let line = |one: &OpenAction| {
            let item = one.item.as_ref().map_or("nowhere", ItemId::as_str);
            format!("{} {} {item}", one.from, one.action.what)
        };
        years.steps.iter().flat_map(|step| &step.open).map(line).collect()
    };
    let nowhere = ["3 Tell nowhere", "99 Sign nowhere"];
    let all = ["1 Lock 5", "2 List 5", nowhere[0], nowhere[1]];
    let not_carried = ["1 Lock nowhere", "2 List nowhere", nowhere[0], nowhere[1]];
    assert_eq!(
        open(&before, &now),
        not_carried,
        "the edition says what continues it, and nobody has carried it"
    );
    let sources: Vec<&Response> = before.responses.iter().take(2).collect();
    let five = new.items().next().expect("an item");
    now.carry(five, &old, &sources, &[id("1"), id("2")], &[], CarryOverChoice::Carry, at(5.0));
    assert_eq!(open(&before, &now), all);
    // The second of the two that had one identifier.
    let carried = now.response(&five.id).expect("a response").actions.clone();
    let named = |what: &str| carried.iter().find(|one| one.what == what).expect(what).id.clone();
    assert_ne!(named("List"), named("Lock"));
    now.edit(&five.id, done(&named("List")), at(6.0));
    assert_eq!(open(&before, &now), [all[0], nowhere[0], nowhere[1]]);
    now.edit(&five.id, done(&named("Lock")), at(7.0));
    assert_eq!(open(&before, &now), nowhere);
    before.edit(&id("3"), Edit::RemoveAction(Id("c".into())), at(8.0));
    assert_eq!(open(&before, &now), [nowhere[1]]);
}

/// An item of the newer edition: which items of the built-in one it is made of, whether in other words, and whether the
/// edition says so.
type Made = (Vec<usize>, bool, bool);

/// Two editions made out of the built-in one.
fn editions() -> impl Strategy<Value = (Edition, Edition)> {
    let all = built_in_items();
    let places: Vec<usize> = (0..all.len()).collect();
    let made = (subsequence(places.clone(), 1..3), any::<bool>(), any::<bool>());
    let made = proptest::collection::vec(made, 1..8);
    (subsequence(places, 1..all.len()), made).prop_map(move |(kept, made)| {
        let number = |place: &usize| all[*place]["id"].as_str().expect("an id").to_owned();
        let last_year: Vec<Value> = kept.iter().map(|place| all[*place].clone()).collect();
        let this_year = |(place, (of, other_words, says)): (usize, &Made)| {
            let change = |text: &str| if *other_words { reworded(text, 4, 1) } else { text.to_owned() };
            let mut item = with_wording(all[of[0]].clone(), &number(&place), change);
            if *says {
                let items: Vec<String> = of.iter().map(number).collect();
                item["replaces"] = json!([{ "edition": "old", "items": items }]);
            }
            item
        };
        let this_year: Vec<Value> = made.iter().enumerate().map(this_year).collect();
        (edition("old", "2020-21", &last_year), edition("new", "2021-22", &this_year))
    })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c \n]{0,6}", "\\PC{0,8}", "[\\x00-\\x1f“😀é]{0,4}", Just("Not here yet".to_owned())]
}

fn judgement() -> impl Strategy<Value = Option<Judgement>> {
    proptest::option::of(select(vec![Judgement::Met, Judgement::NotYet, Judgement::NotApplicable]))
}

fn evidence(name: &'static str) -> impl Strategy<Value = Evidence> {
    let more = select(vec![Map::new(), Map::from_iter([("later".to_owned(), json!([1]))])]);
    (text(), text(), more).prop_map(move |(title, location, extra)| Evidence {
        id: Id(name.into()),
        title,
        location,
        approved_on: None,
        extra,
    })
}

fn action(name: &'static str) -> impl Strategy<Value = Action> {
    (text(), text(), any::<bool>()).prop_map(move |(what, owner, done)| Action {
        id: Id(name.into()),
        what,
        owner,
        done,
        ..Action::default()
    })
}

prop_compose! {
    /// The response to no item in particular. Few identifiers, so that they clash.
    fn response()(names in [subsequence(vec!["a", "b"], 0..3), subsequence(vec!["a", "b"], 0..3)])(
        judgement in judgement(),
        texts in [text(), text(), text()],
        evidence in names[0].iter().map(|name| evidence(name)).collect::<Vec<_>>(),
        actions in names[1].iter().map(|name| action(name)).collect::<Vec<_>>(),
        entered in proptest::option::of(Just("4f7k92qd".to_owned())),
        reviewed in any::<bool>(),
    ) -> Response {
        let [answer, comments, not_applicable_reason] = texts;
        let review = Review {
            id: Id("r".into()), reviewer: "reviewer".into(), verdict: None, comments: "seen".into(),
            reviewed_at: at(1.0), extra: Map::new(),
        };
        let reviews = if reviewed { vec![review] } else { vec![] };
        Response {
            judgement, answer, comments, not_applicable_reason, evidence, actions, entered, reviews,
            edited_at: at(1.0), ..Response::empty(ItemId::default())
        }
    }
}

/// Answers to the first items of an edition, as far as there are any.
fn home(edition: &Edition, name: &str, responses: &[Option<Response>]) -> Assessment {
    let mut home = Assessment::new(Id(name.into()), "Home", "", at(1.0));
    for (item, response) in edition.items().zip(responses) {
        home.responses.extend(response.clone().map(|given| Response { item: item.id.clone(), ..given }));
    }
    home.responses.sort_by(|one, other| one.item.cmp(&other.item));
    home
}

/// Whether everything that one response says can be found in another. White space around a text says nothing: a person
/// who reads "Helen" would not want it a second time because last year's had a line break after it.
fn holds(whole: &Response, part: &Response) -> bool {
    let text = |whole: &str, part: &str| whole.contains(part.trim());
    text(&whole.answer, &part.answer)
        && text(&whole.comments, &part.comments)
        && text(&whole.not_applicable_reason, &part.not_applicable_reason)
        && part.evidence.iter().filter(|one| !one.is_blank()).all(|one| {
            whole.evidence.iter().any(|other| Evidence { id: one.id.clone(), ..other.clone() } == *one)
        })
        && part.actions.iter().filter(|one| !one.is_blank()).all(|one| {
            whole.actions.iter().any(|other| Action { id: one.id.clone(), ..other.clone() } == *one)
        })
}

fn carry_all(
    new: (&Edition, &mut Assessment),
    old: (&Edition, &Assessment),
    matching: &EditionMapping,
    choices: &[CarryOverChoice],
    now: Timestamp,
) {
    for ((item, found), choice) in matching.items.iter().zip(choices.iter().cycle()) {
        let (Some(item), Some(found)) = (new.0.item(item), found) else { continue };
        let sources: Vec<&Response> = found.from.iter().filter_map(|id| old.1.response(id)).collect();
        new.1.carry(item, old.0, &sources, &found.from, &sources, *choice, now);
    }
}

fn choices() -> impl Strategy<Value = Vec<CarryOverChoice>> {
    proptest::collection::vec(
        select(vec![CarryOverChoice::Carry, CarryOverChoice::Check, CarryOverChoice::Leave]),
        1..4,
    )
}

fn answers() -> impl Strategy<Value = Vec<Option<Response>>> {
    proptest::collection::vec(proptest::option::of(response()), 0..12)
}

/// Found by the property below: the text of the item is kept to the letter, and last year's is not put below it.
#[test]
fn a_text_that_differs_only_in_the_white_space_around_it_is_not_brought_a_second_time() {
    let items = built_in_items().into_iter().take(1).map(|item| with_wording(item, "1", str::to_owned));
    let items: Vec<Value> = items.collect();
    let (old, new) = (edition("old", "2020-21", &items), edition("new", "2021-22", &items));
    let says =
        |text: &str| vec![Some(Response { answer: text.into(), ..Response::empty(ItemId::default()) })];
    for (own, last_year) in [("b\n", "\nb"), ("b", "b\n"), ("\u{a0}b", " b"), ("a\n\nb \n", "b")] {
        let before = home(&old, "old", &says(last_year));
        let mut now = home(&new, "new", &says(own));
        carry_all(
            (&new, &mut now),
            (&old, &before),
            &matching(&old, &new),
            &[CarryOverChoice::Carry],
            at(5.0),
        );
        let made = now.response(&id("1")).expect("a response");
        assert_eq!((made.answer.as_str(), made.awaits_confirmation()), (own, true), "{last_year:?}");
    }
}

/// Found by the property below: what a person had typed is theirs, also where last year's answer says just the same.
#[test]
fn leaving_last_years_answer_takes_nothing_that_was_there_before_it_came() {
    let items = built_in_items().into_iter().take(1).map(|item| with_wording(item, "1", str::to_owned));
    let items: Vec<Value> = items.collect();
    let (old, new) = (edition("old", "2020-21", &items), edition("new", "2021-22", &items));
    let says = |text: &str, what: &str| {
        let action = Action { id: Id("a".into()), what: what.into(), ..Action::default() };
        let response =
            Response { answer: text.into(), actions: vec![action], ..Response::empty(ItemId::default()) };
        vec![Some(response)]
    };
    let cases = [
        ("Not here yet", "Not here yet"),
        ("Helen\n\nNot here yet", "Not here yet"),
        ("Helen", "Not here yet"),
        ("", "Not here yet"),
    ];
    for (own, last_year) in cases {
        let before = home(&old, "old", &says(last_year, "Lock the office"));
        let begun = home(&new, "new", &says(own, "Lock the office"));
        let found = matching(&old, &new);
        for first in [
            vec![CarryOverChoice::Carry],
            vec![CarryOverChoice::Check],
            vec![CarryOverChoice::Carry, CarryOverChoice::Check],
        ] {
            let mut now = begun.clone();
            for (second, choice) in first.iter().chain(&[CarryOverChoice::Leave]).enumerate() {
                let at = at(5.0 + second as f64);
                carry_all((&new, &mut now), (&old, &before), &found, &[*choice], at);
            }
            let left = now.response(&id("1")).expect("a response");
            let there = begun.response(&id("1")).expect("a response");
            assert_eq!((&left.answer, &left.actions), (&there.answer, &there.actions), "{own:?} {first:?}");
        }
    }
}

mod properties {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn carrying_loses_nothing_and_twice_is_once(
            (old, new) in editions(), before in answers(), own in answers(), first in choices(), second in choices(),
        ) {
            let last_year = home(&old, "old", &before);
            let begun = home(&new, "new", &own);
            let found = matching(&old, &new);
            let mut once = begun.clone();
            carry_all((&new, &mut once), (&old, &last_year), &found, &first, at(5.0));
            let mut twice = once.clone();
            carry_all((&new, &mut twice), (&old, &last_year), &found, &first, at(6.0));
            prop_assert_eq!(&twice, &once);
            carry_all((&new, &mut twice), (&old, &last_year), &found, &second, at(7.0));
            for (made, choices) in [(&once, &first), (&twice, &second)] {
                for ((item, found), choice) in found.items.iter().zip(choices.iter().cycle()) {
                    let there = begun.response(item);
                    let Some(found) = found else {
                        prop_assert_eq!(made.response(item), there);
                        continue;
                    };
                    let made = made.response(item).expect("a note");
                    prop_assert_eq!(made.carried().map(|note| (note.choice, note.items)), Some((*choice, found.from.clone())));
                    let nothing = Response::empty(item.clone());
                    let there = there.unwrap_or(&nothing);
                    prop_assert!(holds(made, there), "{made:?} {there:?}");
                    prop_assert_eq!((&made.reviews, &made.entered), (&there.reviews, &there.entered));
                    prop_assert!(there.judgement.is_none() || made.judgement == there.judgement);
                    let sources: Vec<&Response> = found.from.iter().filter_map(|id| last_year.response(id)).collect();
                    for source in sources {
                        prop_assert!(*choice == CarryOverChoice::Leave || holds(made, source), "{made:?} {source:?}");
                    }
                    if there.is_blank() && *choice != CarryOverChoice::Carry {
                        prop_assert_eq!(made.judgement, None);
                        prop_assert!(*choice == CarryOverChoice::Check || made.is_blank());
                    }
                }
            }
        }

        #[test]
        fn choosing_again_is_as_if_nothing_was_chosen_before_where_there_was_nothing(
            (old, new) in editions(), before in answers(), first in choices(), second in choices(),
        ) {
            let last_year = home(&old, "old", &before);
            let found = matching(&old, &new);
            let (mut again, mut anew) = (home(&new, "new", &[]), home(&new, "new", &[]));
            carry_all((&new, &mut again), (&old, &last_year), &found, &first, at(5.0));
            carry_all((&new, &mut again), (&old, &last_year), &found, &second, at(6.0));
            carry_all((&new, &mut anew), (&old, &last_year), &found, &second, at(6.0));
            let plain = |home: &Assessment| -> Vec<Response> {
                let without = |response: &Response| {
                    let mut response = response.clone();
                    response.extra["carried"]["at"] = Value::Null;
                    Response { edited_at: at(0.0), ..response }
                };
                home.responses.iter().map(without).collect()
            };
            prop_assert_eq!(plain(&again), plain(&anew));
        }

        #[test]
        fn what_was_carried_is_written_and_read_as_it_is_and_can_be_undone(
            (old, new) in editions(), before in answers(), own in answers(), choices in choices(), confirmed in any::<bool>(),
        ) {
            let last_year = home(&old, "old", &before);
            let begun = home(&new, "new", &own);
            let mut made = begun.clone();
            let from = CarryOverSource {
                assessment: last_year.id.clone(), edition: EditionRef::of(&old).0, title: old.title.clone(), year: old.year.clone(),
            };
            made.begin_from(&from);
            carry_all((&new, &mut made), (&old, &last_year), &matching(&old, &new), &choices, at(5.0));
            for item in new.items().filter(|_| confirmed) {
                made.confirm_carried(&item.id, at(6.0));
            }
            let document = Document { edition: Arc::new(new), assessment: made.clone(), extra: Map::new() };
            let read = read(&document.to_export(at(9.0)).0, |_| None).expect("a document").document;
            prop_assert_eq!(&read, &document);
            prop_assert_eq!(read.assessment.carried_from(), Some(from.clone()));
            for response in &read.assessment.responses {
                prop_assert!(response.carried().is_none_or(|note| note.edition == from.edition));
            }
            if let Some(change) = Change::between(&begun, &made, at(9.0)) {
                made.undo(&change, at(10.0));
            }
            prop_assert_eq!(Change::between(&begun, &made, at(11.0)), None);
        }
    }
}
