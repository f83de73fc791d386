//! Two years side by side.

use super::*;

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
fn the_day_of_publication_is_of_one_year_alone() {
    let mut before = Assessment::new(Id("old".into()), "Home", "", at(0.0));
    before.plan_to_publish(DateEntry::Date(Date::parse("2021-05-12")), at(1.0));
    let mut next = Assessment::new(Id("new".into()), "Home", "", at(2.0));
    next.begin_from(&CarryOverSource {
        assessment: before.id.clone(),
        edition: "old/h4sh".into(),
        title: "old".into(),
        year: "2020-21".into(),
    });
    next.carry_whole(&before, at(3.0));
    assert_eq!((next.publish_on, next.may_ask_publish_day()), (None, true));
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
