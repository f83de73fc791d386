//! What single reports say.

use super::*;

#[test]
fn when_nothing_is_open_the_report_says_so() {
    let mut home = empty();
    for item in Edition::built_in().items() {
        let mut given = full(item.id.as_str(), Judgement::Met, "x");
        given.actions.clear();
        home.responses.push(given);
    }
    for kind in [ReportKind::ActionPlan, ReportKind::Whole] {
        let mut request = request(kind, ReportFormat::Word);
        request.options.only_open = true;
        let paper = paper_of(&home, &request);
        let text = RichText::plain("Nothing left to do: every question is met or does not apply.");
        assert_eq!(paper.blocks, [PaperBlock::Text(text)], "{kind:?}");
    }
    assert!(paper_words(&paper(&home, ReportKind::Summary)).contains("There are no actions to do."));
    assert!(
        paper_words(&paper(&empty(), ReportKind::Review)).contains("There are no reviewer comments yet.")
    );
}

#[test]
fn reviews_stand_below_what_they_are_about() {
    let review = paper(&awkward(), ReportKind::Review);
    let whole = paper_words(&review);
    let place = |text: &str| whole.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    let order = [
        "The whole assessment",
        "ro-comments",
        "Part 1 of",
        "This whole part",
        "rp-comments",
        "one-answer",
        "ri-comments",
        "ri-reply",
        "Part 2 of",
        "two-answer",
        "rt-comments",
        "ru-comments",
    ];
    assert!(order.windows(2).all(|two| place(two[0]) < place(two[1])), "{whole}");
    assert_eq!(said(&review, "Reviewed"), "2 of 3 answered questions");
    assert_eq!(
        (said(&review, "Verdicts"), said(&review, "Resolved")),
        ("5 questions".into(), "5 of 5 comments".into())
    );
    let mut home = awkward();
    home.begin_review(Id("own".into()));
    assert_eq!(
        paper_words(&paper(&home, ReportKind::Review)).matches("-comments").count(),
        whole.matches("-comments").count()
    );
}

#[test]
fn the_summary_counts_every_item_once_and_lists_what_is_to_do_by_date() {
    let mut home = awkward();
    home.responses[0].actions.push(Action { what: "undated".into(), ..Action::default() });
    let paper = paper(&home, ReportKind::Summary);
    let Some(PaperBlock::Statuses(bars)) = paper.blocks.first() else { panic!("no picture") };
    let edition = Edition::built_in();
    assert_eq!(bars[0].total(), edition.items().count());
    let of_parts: Vec<usize> = bars[1..].iter().map(standards_met_core::report::StatusBar::total).collect();
    assert_eq!(of_parts, edition.parts.iter().map(|part| part.items.len()).collect::<Vec<_>>());
    for (place, status) in Status::ALL.into_iter().enumerate() {
        assert_eq!(bars[0].counts[place], home.tally(&edition).of(status), "{status:?}");
    }
    let open = grids(&paper)[1];
    let dues: Vec<String> = open.rows.iter().map(|row| row[0][0].words()).collect();
    assert_eq!(dues, ["31 January 2027", "31 January 2027", "31 January 2027", "No date"]);
    assert!(words(&grids(&paper)[0].rows[0][2]).contains("four-reason"));
}

#[test]
fn the_sheet_for_the_supplier_holds_no_answer() {
    let (content, holds) = make(&awkward(), &request(ReportKind::Supplier, ReportFormat::Word));
    let ReportContent::Paper(paper) = content else { panic!("no paper") };
    let asked = Edition::built_in().items().filter(|item| item.ask_it_supplier).count();
    assert_eq!(
        (headings(&paper).iter().filter(|(level, _)| *level == 3).count(), holds.items),
        (asked, asked)
    );
    let words = paper_words(&paper);
    assert!(
        words.contains("Please answer each question, and return this sheet.\nPlease return to\nBy (date)\n")
    );
    for key in ["one-", "two-", "four-", "unknown-"] {
        assert!(!words.contains(key), "{key}");
    }
}

#[test]
fn nobody_takes_the_worked_example_for_a_real_home() {
    let example = example();
    for kind in ReportKind::ALL.into_iter().filter(|kind| *kind != ReportKind::Calendar) {
        let title = paper(&example, kind).title;
        assert!(
            title.starts_with("Rosewood House (worked example of a made-up home): "),
            "{kind:?}: {title}"
        );
    }
    // It is set on a day of its own, and so is its deadline.
    let deadline =
        appointments(&example, "2026-11-26").into_iter().find(|one| one.yearly).expect("a deadline");
    assert_eq!(deadline.day, day("2022-06-30"));
}

#[test]
fn nothing_is_lost_where_the_edition_holds_none_of_the_items() {
    let (home, edition) = (awkward(), Edition::default());
    for kind in ReportKind::ALL {
        for form in kind.forms() {
            let request = request(kind, *form);
            let source =
                ReportSource { edition: &edition, assessment: &home, redacted: false, request: &request };
            let whole = match content(&source).0 {
                ReportContent::Paper(paper) => paper_words(&paper),
                ReportContent::Sheets(sheets) => sheet_words(&sheets),
                ReportContent::Appointments(all) => format!("{all:?}"),
            };
            if kind == ReportKind::Whole {
                assert_has(&whole, &typed(&home).0);
                assert_has(&whole, &typed(&home).1);
            }
        }
    }
}

#[test]
fn a_report_of_a_redacted_copy_says_so() {
    let (edition, home) =
        (Edition::built_in(), Assessment::new(Id("a".into()), "Home", "", Timestamp::default()));
    for (redacted, expected) in [(false, 0), (true, 1)] {
        let request = request(ReportKind::Whole, ReportFormat::Word);
        let source = ReportSource { edition: &edition, assessment: &home, redacted, request: &request };
        let ReportContent::Paper(paper) = content(&source).0 else { panic!("a paper") };
        assert_eq!(paper.facts.iter().filter(|fact| fact.name == "Please note").count(), expected);
    }
}

#[test]
fn the_list_of_days_says_what_has_no_day() {
    let mut home = awkward();
    let of = |home: &Assessment| paper_words(&paper(home, ReportKind::Calendar));
    let planned = home.responses.iter_mut().flat_map(|given| &mut given.actions).find(|action| !action.done);
    let action = planned.expect("an open action");
    (action.what, action.due) = ("Find a day for this".into(), Some(day("2027-03-05")));
    assert!(of(&home).contains("5 March 2027"));
    let action = home.responses.iter_mut().flat_map(|given| &mut given.actions).find(|action| !action.done);
    action.expect("the same").due = None;
    let words = of(&home);
    assert!(words.contains("1 action without a date") && words.contains("Find a day for this"), "{words}");
    assert!(!words.contains("5 March 2027"));
}

#[test]
fn what_is_overdue_is_told_in_the_summary() {
    let mut home = awkward();
    let planned = home.responses.iter_mut().flat_map(|given| &mut given.actions).find(|action| !action.done);
    planned.expect("an open action").due = Some(day("2026-11-25"));
    assert!(paper_words(&paper(&home, ReportKind::Summary)).contains("25 November 2026, overdue"));
}

#[test]
fn an_action_of_the_assessment_as_a_whole_is_in_every_report_and_under_no_item() {
    let mut home = awkward();
    let action = |edit| Edit::Action(Id("whole-action".into()), edit);
    for edit in [
        action(ActionEdit::What("Tell everybody".into())),
        action(ActionEdit::Owner("Helen".into())),
        action(ActionEdit::Due(Some(day("2026-12-24")))),
    ] {
        home.edit(&ItemId::whole(), edit, at("2026-11-22T10:00:00Z"));
    }
    for kind in [ReportKind::ActionPlan, ReportKind::Whole, ReportKind::Review, ReportKind::Summary] {
        let words = paper_words(&paper(&home, kind));
        assert_eq!(words.matches("Tell everybody").count(), 1, "{kind:?}");
        assert!(
            !words.contains("whole-action") && !words.contains("are not in this toolkit year: whole"),
            "{kind:?}"
        );
    }
    for kind in [ReportKind::ActionPlan, ReportKind::Whole] {
        let rows =
            sheets(&home, kind).into_iter().filter(|sheet| sheet.name == "Actions").flat_map(|one| one.rows);
        let said = |row: &Vec<SheetCell>| row.contains(&SheetCell::text("Tell everybody"));
        let rows: Vec<_> = rows.filter(said).collect();
        assert_eq!(rows.len(), 1, "{kind:?}");
        assert!(rows[0].contains(&SheetCell::text("The assessment as a whole")), "{kind:?}: {:?}", rows[0]);
    }
    let calendar = appointments(&home, "2026-11-26");
    let entry = calendar.iter().find(|one| one.title.ends_with(" DSPT: Tell everybody")).expect("an entry");
    assert!(entry.text.starts_with("The assessment as a whole"), "{}", entry.text);
    assert_eq!(entry.day, day("2026-12-24"));
}

#[test]
fn the_day_of_publication_stands_below_the_date_where_it_is_planned() {
    let mut home = empty();
    home.plan_to_publish(DateEntry::Date(Some(day("2027-05-12"))), at("2026-11-25T09:00:00Z"));
    for kind in ReportKind::ALL {
        let names: Vec<String> = paper(&home, kind).facts.into_iter().map(|fact| fact.name).collect();
        let place = names.iter().position(|name| name == "Date").expect("a date");
        let next = names.get(place + 1).map(String::as_str);
        let expected = matches!(kind, ReportKind::Summary | ReportKind::ActionPlan | ReportKind::Whole);
        assert_eq!(next == Some("Planned day to publish"), expected, "{kind:?}: {names:?}");
        assert_eq!(fact(&paper(&empty(), kind), "Planned day to publish"), None);
    }
    assert_eq!(said(&paper(&home, ReportKind::Summary), "Planned day to publish"), "12 May 2027");
    assert!(sheet_words(&sheets(&home, ReportKind::Whole)).contains("Planned day to publish\n2027-05-12"));
    // Half a day is none.
    home.plan_to_publish(DateEntry::Draft("12/5/".into()), at("2026-11-25T09:00:00Z"));
    assert_eq!(fact(&paper(&home, ReportKind::Summary), "Planned day to publish"), None);
}
