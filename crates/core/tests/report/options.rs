//! What the options of a report leave out.

use super::*;

#[test]
fn a_report_follows_just_the_options_that_it_names() {
    let home = awkward();
    for kind in ReportKind::ALL {
        let follows = kind.follows();
        for form in kind.forms() {
            let plain = ReportOptions {
                part: None,
                only_open: false,
                tooltips: false,
                reviews: false,
                documents: false,
            };
            let ask = |options| made(&home, &ReportRequest { options, ..request(kind, *form) });
            // Tables of actions have neither tooltips nor anything else of an item that has none.
            let plan =
                kind == ReportKind::ActionPlan && matches!(form, ReportFormat::Excel | ReportFormat::Csv);
            for (changed, expected, name) in [
                (ReportOptions { part: Some(2), ..plain }, follows.part, "part"),
                (ReportOptions { only_open: true, ..plain }, follows.only_open, "only_open"),
                (ReportOptions { tooltips: true, ..plain }, follows.tooltips && !plan, "tooltips"),
                (ReportOptions { reviews: true, ..plain }, follows.reviews, "reviews"),
                (ReportOptions { documents: true, ..plain }, follows.documents, "documents"),
            ] {
                assert_eq!(ask(changed) != ask(plain), expected, "{kind:?} {form:?}: {name}");
            }
            // A part that the edition does not have narrows nothing.
            assert_eq!(ask(ReportOptions { part: Some(200), ..plain }), ask(plain), "{kind:?}");
        }
    }
}

#[test]
fn options_leave_out_what_they_say_and_nothing_else() {
    let (home, edition) = (awkward(), Edition::built_in());
    let ask = |kind, change: &dyn Fn(&mut ReportOptions)| {
        let mut request = request(kind, ReportFormat::Word);
        change(&mut request.options);
        paper_of(&home, &request)
    };
    let ids = |paper: &PaperReport| -> Vec<String> {
        grids(paper).iter().flat_map(|grid| &grid.rows).map(|row| row[0][0].words()).collect()
    };
    let part = ask(ReportKind::ActionPlan, &|options| options.part = Some(2));
    let of_part: Vec<&str> = edition.parts[1].items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids(&part), of_part);
    assert_eq!(said(&part, "Contents"), "Part 2 alone");
    let both = ask(ReportKind::ActionPlan, &|options| (options.part, options.only_open) = (Some(2), true));
    assert_eq!(said(&both, "Contents"), "Part 2 alone, only what is not done yet");
    // The first of the part is met, and the text item of it.
    assert_eq!(ids(&both), of_part[1..]);
    let open = ask(ReportKind::ActionPlan, &|options| options.only_open = true);
    let settled = [edition.parts[1].items[0].id.0.clone(), "10.2.1".into()];
    let expected: Vec<String> =
        edition.items().map(|item| item.id.0.clone()).filter(|id| !settled.contains(id)).collect();
    assert_eq!(ids(&open)[..expected.len()], expected);
    assert_eq!(said(&open, "Contents"), "Only what is not done yet");
    assert!(fact(&ask(ReportKind::ActionPlan, &|_| ()), "Contents").is_none());
    let without = ask(ReportKind::Whole, &|options| options.reviews = false);
    for text in typed(&home).1 {
        assert!(!paper_words(&without).contains(&text), "{text}");
    }
    assert_has(&paper_words(&without), &typed(&home).0);
    // Of one part alone: what is said of that part, and not of the whole or of another part.
    let reviewed = paper_words(&ask(ReportKind::Review, &|options| options.part = Some(1)));
    for (key, there) in [("ri", true), ("rp", true), ("ro", false), ("rt", false), ("ru", false)] {
        assert_eq!(reviewed.contains(&format!("{key}-comments")), there, "{key}");
    }
    let whole =
        paper_words(&ask(ReportKind::Whole, &|options| (options.part, options.only_open) = (Some(3), true)));
    assert_has(
        &whole,
        &["Answers to questions that are not in this toolkit year".into(), "unknown-answer".into()],
    );
}
