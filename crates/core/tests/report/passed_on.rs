//! What is passed on: whose it is, and what stays in the assessment.

use super::*;

#[test]
fn every_report_names_the_home_first() {
    for kind in ReportKind::ALL {
        let paper = paper(&empty(), kind);
        assert!(paper.title.starts_with("The Elms: "), "{kind:?}: {}", paper.title);
        // Said once: the title block does not repeat it.
        assert!(fact(&paper, "Organisation").is_none(), "{kind:?}");
    }
    let mut nameless = empty();
    nameless.organisation.name = " ".into();
    assert_eq!(paper(&nameless, ReportKind::Summary).title, "Summary");
}

#[test]
fn a_copy_for_reviewing_is_titled_as_the_home_itself() {
    let mut home = empty();
    home.begin_review(Id("own".into()));
    assert_eq!(home.organisation.name, "The Elms (review)");
    assert_eq!(paper(&home, ReportKind::Review).title, "The Elms: Review");
    assert!(appointments(&home, "2026-11-26").iter().all(|one| one.title.starts_with("The Elms DSPT: ")));
}

#[test]
fn a_review_shows_documents_and_actions_of_every_kind_of_question() {
    for kind in [AnswerKind::Text, AnswerKind::Tick, AnswerKind::Document] {
        let edition = Edition::built_in();
        let item = edition.items().find(|item| item.kind == kind).expect("a question of this kind");
        let mut home = empty();
        let mut given = full(item.id.as_str(), Judgement::Met, "one");
        given.reviews = vec![review("ri", "Item")];
        home.responses.push(given);
        let words = paper_words(&paper(&home, ReportKind::Review));
        let wanted =
            ["one-title-1", "one-location", "one-what-1", "one-owner-1", "one-answer", "ri-comments"];
        assert_has(&words, &wanted.map(String::from));
        assert!(!words.contains("Does your home do this?"), "{kind:?}");
    }
}

#[test]
fn an_action_without_an_owner_has_no_empty_brackets() {
    let mut home = awkward();
    for action in home.responses.iter_mut().flat_map(|given| &mut given.actions) {
        action.owner.clear();
    }
    for kind in ReportKind::ALL {
        assert!(!paper_words(&paper(&home, kind)).contains("()"), "{kind:?}");
    }
    for kind in [ReportKind::ActionPlan, ReportKind::Whole] {
        assert!(!sheet_words(&sheets(&home, kind)).contains("()"), "{kind:?}");
    }
    assert!(!format!("{:?}", appointments(&home, "2026-11-26").iter().map(|one| &one.text)).contains("()"));
}

/// What a check sees as a password, an NHS number, a card number, a date of birth and a National Insurance number.
const PRIVATE: [&str; 5] = [
    "Change the safe, password: Rosewood21",
    "Ask about resident 943 476 5919",
    "Block the card 4111 1111 1111 1111",
    "Call Jean Smith, born 3 April 1941",
    "Correct AB123456C with payroll",
];

fn with_private() -> Assessment {
    let mut home = empty();
    let items: Vec<ItemId> = Edition::built_in().items().map(|item| item.id.clone()).collect();
    for (place, text) in PRIVATE.into_iter().enumerate() {
        let mut given = Response::empty(items[place].clone());
        given.actions = vec![
            Action {
                id: Id(format!("a{place}")),
                what: text.into(),
                due: Some(day("2027-01-31")),
                ..Action::default()
            },
            Action {
                id: Id(format!("b{place}")),
                what: text.into(),
                owner: text.into(),
                ..Action::default()
            },
        ];
        given.evidence = vec![Evidence {
            id: Id(format!("d{place}")),
            title: text.into(),
            location: text.into(),
            approved_on: Some(day("2026-03-01")),
            ..Evidence::default()
        }];
        home.responses.push(given);
    }
    let mut given = full("10.2.1", Judgement::NotApplicable, "four");
    (given.actions, given.evidence) = (Vec::new(), Vec::new());
    given.not_applicable_reason = PRIVATE[0].into();
    home.responses.push(given);
    home.responses.sort_by(|one, other| one.item.cmp(&other.item));
    home
}

#[test]
fn the_calendar_and_the_summary_never_carry_what_looks_private() {
    let home = with_private();
    let all = appointments(&home, "2026-11-26");
    let calendar: String = all.iter().map(|one| format!("{}\n{}\n", one.title, one.text)).collect();
    let summary = paper_words(&paper(&home, ReportKind::Summary));
    let list = paper_words(&paper(&home, ReportKind::Calendar));
    for (name, words) in [("calendar", &calendar), ("summary", &summary), ("list", &list)] {
        for secret in ["Rosewood21", "943 476", "4111", "Jean", "1941", "AB123456C"] {
            assert!(!words.contains(secret), "the {name} carries {secret}:\n{words}");
        }
    }
    let first = Edition::built_in().items().next().expect("a question").id.clone();
    let instead = format!("Action for {first} (the details are in the assessment)");
    assert!(all.iter().any(|one| one.title == format!("The Elms DSPT: {instead}")), "{calendar}");
    assert!(calendar.contains("Document for ") && calendar.contains("which a calendar should not hold."));
    assert_has(&summary, &[instead.clone(), "Reason for 10.2.1 (the details are in the assessment)".into()]);
    assert!(list.contains(&instead));
    // Ten actions and five owners and one reason; five dated and five undated actions, five documents and their places.
    for (words, count) in [(&summary, 16), (&list, 20)] {
        let told = format!(
            "{count} texts are left out here, because they look like a password or a person’s details."
        );
        assert!(words.contains(&told), "{words}");
    }
    let whole = paper_words(&paper(&home, ReportKind::Whole));
    assert_has(&whole, &PRIVATE.map(String::from));
}

#[test]
fn where_nothing_looks_private_nothing_is_said_of_it() {
    for kind in [ReportKind::Summary, ReportKind::Calendar] {
        assert!(!paper_words(&paper(&awkward(), kind)).contains("left out"), "{kind:?}");
    }
}

#[test]
fn the_entries_of_two_homes_can_be_told_apart() {
    let mut other = awkward();
    other.organisation.name = "Bramble Court".into();
    let titles = |home: &Assessment| -> HashSet<String> {
        appointments(home, "2026-11-26").into_iter().map(|one| one.title).collect()
    };
    assert!(titles(&awkward()).is_disjoint(&titles(&other)));
    assert!(titles(&other).iter().all(|title| title.starts_with("Bramble Court DSPT: ")));
}
