//! The calendar.

use super::*;

#[test]
fn a_calendar_entry_is_known_again_whatever_is_typed_into_it() {
    let uids = |home: &Assessment| -> Vec<String> {
        let mut uids: Vec<String> = appointments(home, "2026-11-26").into_iter().map(|one| one.uid).collect();
        uids.sort();
        uids
    };
    let mut home = awkward();
    // A file made by hand: two items with one identifier, and documents and actions without any.
    home.responses[0].actions[0].id = Id("same".into());
    home.responses[1].actions[0].id = Id("same".into());
    home.responses[0].evidence[0].id = Id::default();
    home.responses[1].evidence[0].id = Id::default();
    let before = uids(&home);
    assert_eq!(before.iter().collect::<HashSet<_>>().len(), before.len(), "{before:?}");
    assert!(before.contains(&"action-onea2-k3m9@standards-met".to_owned()), "{before:?}");
    assert!(before.contains(&"document-twod2-k3m9@standards-met".to_owned()), "{before:?}");
    assert!(before.contains(&"deadline-k3m9@standards-met".to_owned()), "{before:?}");
    for given in &mut home.responses {
        given.edited_at = at("2026-11-25T09:00:00Z");
        for action in given.actions.iter_mut().filter(|action| action.due.is_some()) {
            (action.what, action.owner, action.priority) = ("other".into(), String::new(), None);
            (action.due, action.done) = (Some(day("2028-02-29")), !action.done);
        }
        for one in given.evidence.iter_mut().filter(|one| one.approved_on.is_some()) {
            (one.title, one.location, one.approved_on) =
                (String::new(), String::new(), Some(day("2026-01-01")));
        }
    }
    home.organisation.name = "Another name".into();
    assert_eq!(uids(&home), before);
}

#[test]
fn the_calendar_reminds_of_what_is_still_to_do() {
    let all = appointments(&awkward(), "2026-11-26");
    assert!(all.is_sorted_by_key(|one| (one.day, one.uid.clone())));
    let find = |uid: &str| all.iter().find(|one| one.uid.starts_with(uid)).unwrap_or_else(|| panic!("{uid}"));
    let (open, done) = (find("action-onea1"), find("action-onea2"));
    assert_eq!(
        (open.title.as_str(), open.reminders.as_slice()),
        ("Home & \"Sons\" <Elms> DSPT: one-what-1\n  indented", [7, 1].as_slice())
    );
    assert!(done.title.contains(" DSPT: Done: one-what-2") && done.reminders.is_empty());
    assert!(done.text.contains("one-owner-2") && done.text.contains("Done: 2 November 2026"));
    assert_eq!(open.changed, at("2026-11-21T09:00:00Z"));
    let (_, holds) = make(&awkward(), &request(ReportKind::Calendar, ReportFormat::Calendar));
    assert_eq!(holds, ReportCounts { items: 4, actions: 8 });
}

#[test]
fn the_deadline_is_the_next_30_june_and_comes_every_year() {
    for (today, expected) in
        [("2026-06-30", "2026-06-30"), ("2026-07-01", "2027-06-30"), ("2027-01-01", "2027-06-30")]
    {
        let all = appointments(&empty(), today);
        let [deadline] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((deadline.day, deadline.yearly), (day(expected), true), "{today}");
        assert_eq!(deadline.reminders, [90, 30, 7]);
        assert_eq!(deadline.title, "The Elms DSPT: Publish the assessment by 30 June");
        assert_eq!(deadline.text, "The Elms\nData Security and Protection Toolkit (DSPT)");
    }
}

#[test]
fn a_day_that_was_planned_takes_the_place_of_the_deadline_until_it_is_past() {
    let mut home = empty();
    let deadline = appointments(&home, "2026-11-26");
    home.plan_to_publish(DateEntry::Date(Some(day("2027-05-12"))), at("2026-11-25T09:00:00Z"));
    for today in ["2026-11-26", "2027-05-12"] {
        let all = appointments(&home, today);
        let [planned] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((planned.day, planned.yearly), (day("2027-05-12"), false), "{today}");
        assert_eq!(planned.reminders, [90, 30, 7]);
        assert_eq!(planned.title, "The Elms DSPT: Publish the assessment");
        // A calendar that has the deadline has this in its place.
        assert_eq!(planned.uid, deadline[0].uid);
        assert!(planned.changed > deadline[0].changed);
    }
    let all = appointments(&home, "2027-05-13");
    let [next] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((next.day, next.yearly), (day("2027-06-30"), true));
    // On paper too.
    let words = paper_words(&paper(&home, ReportKind::Calendar));
    assert!(words.contains("12 May 2027") && !words.contains("every year"), "{words}");
}

#[test]
fn a_document_is_looked_at_again_after_a_year_or_when_its_item_says() {
    let mut edition = Edition::built_in();
    edition.parts[0].items[0].recent = Some(Recency::WithinMonths(3));
    edition.parts[0].items[1].recent = Some(Recency::Since(day("2021-07-01")));
    let mut home = empty();
    for (place, approved) in [(0, "2026-11-30"), (1, "2024-02-29")] {
        let mut given = Response::empty(edition.parts[0].items[place].id.clone());
        given.evidence = vec![Evidence {
            id: Id(format!("d{place}")),
            title: "Policy".into(),
            approved_on: Some(day(approved)),
            approved_draft: String::new(),
            ..Evidence::default()
        }];
        home.responses.push(given);
    }
    let request = request(ReportKind::Calendar, ReportFormat::Calendar);
    let source = ReportSource { edition: &edition, assessment: &home, redacted: false, request: &request };
    let ReportContent::Appointments(all) = content(&source).0 else { panic!("no calendar") };
    let reviews: Vec<(String, Date)> =
        all.into_iter().filter(|one| !one.yearly).map(|one| (one.title, one.day)).collect();
    // The 29 February comes back a day early where the year has none.
    let expected =
        [("2025-02-28"), ("2027-02-28")].map(|due| ("The Elms DSPT: Review: Policy".to_owned(), day(due)));
    assert_eq!(reviews, expected);
}

#[test]
fn the_day_of_a_moment_is_the_one_where_the_device_is() {
    let mut home = empty();
    home.created_at = at("2026-06-30T23:30:00Z");
    for (ahead, expected) in [(0, "30 June 2026"), (60, "1 July 2026"), (-60, "30 June 2026")] {
        let request = ReportRequest { ahead, ..request(ReportKind::Whole, ReportFormat::Word) };
        assert_eq!(said(&paper_of(&home, &request), "Started"), expected, "{ahead}");
    }
}
