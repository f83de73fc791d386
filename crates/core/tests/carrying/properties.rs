//! What the choices carry over, and what they take back.

use super::*;

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
        approved_draft: String::new(),
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
