//! What is in each report.

use super::*;

#[test]
fn every_report_is_listed_once() {
    let names: HashSet<&str> = ReportKind::ALL.into_iter().map(ReportKind::name).collect();
    assert_eq!(names.len(), ReportKind::ALL.len());
    for kind in ReportKind::ALL {
        // A report that is missing from `ALL` does not compile here without being thought of.
        match kind {
            ReportKind::Summary | ReportKind::ActionPlan | ReportKind::EmptyForm | ReportKind::Whole => {}
            ReportKind::Supplier
            | ReportKind::Review
            | ReportKind::Calendar
            | ReportKind::ApproachingPlan => {}
        }
    }
    assert_eq!(names.len(), 8);
}

#[test]
fn everything_that_was_typed_is_in_the_whole_assessment_in_every_form() {
    let home = awkward();
    let (own, reviews) = typed(&home);
    assert!(own.len() > 40 && reviews.len() == 20, "{} {}", own.len(), reviews.len());
    let on_paper = paper_words(&paper(&home, ReportKind::Whole));
    let in_tables = sheet_words(&sheets(&home, ReportKind::Whole));
    for whole in [&on_paper, &in_tables] {
        assert_has(whole, &own);
        assert_has(whole, &reviews);
        assert_has(whole, &["Was there a data breach".into(), "of-another-year".into(), "Not sure".into()]);
        assert_has(whole, &["99.9.9", "High", "Question"].map(String::from));
    }
    assert_has(
        &on_paper,
        &["1 March 2025", "31 January 2027", "2 November 2026", "21 November 2026"].map(String::from),
    );
    assert_has(&in_tables, &["2025-03-01", "2027-01-31", "2026-11-02", "2026-11-21"].map(String::from));
    // A file of comma-separated values has the first table alone.
    let first = sheet_words(&sheets(&home, ReportKind::Whole)[..1]);
    assert_has(&first, &typed(&home).0[2..]);
    assert_has(&first, &reviews);
}

#[test]
fn the_action_plan_holds_everything_but_the_reviews() {
    let home = awkward();
    let (own, reviews) = typed(&home);
    let plan = paper_words(&paper(&home, ReportKind::ActionPlan));
    assert_has(&plan, &own);
    for text in reviews {
        assert!(!plan.contains(&text), "{text} is in the action plan");
    }
    for line in ["Owner: one-owner-1", "Due: 31 January 2027", "Priority: High", "Done: 2 November 2026"] {
        assert!(plan.contains(line), "{line}");
    }
    let (_, holds) = make(&home, &request(ReportKind::ActionPlan, ReportFormat::Word));
    let items = Edition::built_in().items().count();
    assert_eq!(holds, ReportCounts { items: items + 1, actions: 8 });
    // What a person keeps on the internet can be opened from it.
    let link =
        Span::Link { words: "https://example.org/two".into(), address: "https://example.org/two".into() };
    let paper = paper(&home, ReportKind::ActionPlan);
    let mut pieces = grids(&paper)
        .into_iter()
        .flat_map(|grid| grid.rows.iter().flatten().flatten())
        .flat_map(|text| &text.pieces);
    assert!(pieces.any(|piece| *piece == link));
}

#[test]
fn tables_of_documents_and_actions_say_what_they_are() {
    let paper = paper(&awkward(), ReportKind::Whole);
    for name in ["Documents", "Actions"] {
        let of_name: Vec<&Grid> = grids(&paper).into_iter().filter(|grid| grid.caption == name).collect();
        assert!(of_name.len() == 4 && of_name.iter().all(|grid| grid.captioned), "{name}");
    }
    // One below a heading that says the same does not repeat it.
    assert!(grids(&paper).iter().any(|grid| grid.caption == "About your organisation" && !grid.captioned));
}

#[test]
fn what_is_typed_stays_as_it_is_with_its_line_breaks_and_blanks() {
    let home = awkward();
    let paper = paper(&home, ReportKind::Whole);
    let facts = paper
        .blocks
        .iter()
        .filter_map(|block| if let PaperBlock::Facts(facts) = block { Some(facts) } else { None });
    let answers: Vec<String> =
        facts.flatten().filter(|fact| fact.name == "Answer").map(|fact| fact.value[0].words()).collect();
    assert!(answers.contains(&" one-answer\n\n=second line  ".to_owned()), "{answers:?}");
    let plan = &sheets(&home, ReportKind::ActionPlan)[0];
    assert!(plan.rows.iter().flatten().any(|cell| *cell == SheetCell::Text("one-what-1\n  indented".into())));
}
