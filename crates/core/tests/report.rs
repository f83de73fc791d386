//! What reports say: everything that was typed, in every form, and nothing that was not asked for.

use serde_json::json;
use standards_met_core::assessment::{
    Action, Assessment, Date, Evidence, Id, InterviewAnswer, Judgement, Priority, Response, Review, Status,
    Timestamp, Verdict, YesNoUnsure,
};
use standards_met_core::catalogue::{Edition, ItemId, Recency};
use standards_met_core::exchange::read;
use standards_met_core::report::{
    Appointment, Fact, Grid, PaperBlock, PaperReport, ReportContent, ReportCounts, ReportFormat, ReportKind,
    ReportOptions, ReportRequest, ReportSource, RichText, Sheet, SheetCell, Span, content,
};
use std::collections::HashSet;
use std::sync::Arc;

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect(text)
}

fn request(kind: ReportKind, form: ReportFormat) -> ReportRequest {
    ReportRequest {
        kind,
        form,
        options: ReportOptions::of(kind),
        check_code: "4F7K-92QD".into(),
        today: day("2026-11-26"),
        ahead: 0,
    }
}

fn make(assessment: &Assessment, request: &ReportRequest) -> (ReportContent, ReportCounts) {
    let edition = Edition::built_in();
    content(&ReportSource { edition: &edition, assessment, redacted: false, request })
}

fn made(assessment: &Assessment, request: &ReportRequest) -> ReportContent {
    make(assessment, request).0
}

fn paper_of(assessment: &Assessment, request: &ReportRequest) -> PaperReport {
    match made(assessment, request) {
        ReportContent::Paper(paper) => paper,
        other => panic!("no paper: {other:?}"),
    }
}

fn paper(assessment: &Assessment, kind: ReportKind) -> PaperReport {
    paper_of(assessment, &request(kind, ReportFormat::Word))
}

fn sheets(assessment: &Assessment, kind: ReportKind) -> Vec<Sheet> {
    match made(assessment, &request(kind, ReportFormat::Excel)) {
        ReportContent::Sheets(sheets) => sheets,
        other => panic!("no sheets: {other:?}"),
    }
}

fn appointments(assessment: &Assessment, today: &str) -> Vec<Appointment> {
    let request =
        ReportRequest { today: day(today), ..request(ReportKind::Calendar, ReportFormat::Calendar) };
    match made(assessment, &request) {
        ReportContent::Appointments(appointments) => appointments,
        other => panic!("no calendar: {other:?}"),
    }
}

fn example() -> Assessment {
    let text = include_str!("../../../public/example.json");
    read(text, |_| Some(Arc::new(Edition::built_in()))).expect("the worked example").document.assessment
}

fn empty() -> Assessment {
    Assessment::new(Id("k3m9".into()), "The Elms", "VM1AB", at("2026-11-20T09:00:00Z"))
}

fn review(id: &str, about: &str) -> Review {
    let extra = json!({
        "organisation": format!("{id}-organisation"), "about": about, "reply": format!("{id}-reply\nsecond line"),
        "resolved": true, "handled_at": "2026-11-21T10:00:00Z",
    });
    Review {
        id: Id(id.into()),
        reviewer: format!("{id}-reviewer"),
        verdict: Some(Verdict::Question),
        comments: format!("{id}-comments\n- second line"),
        reviewed_at: at("2026-11-21T10:00:00Z"),
        extra: extra.as_object().cloned().expect("an object"),
    }
}

/// A response with something in every field, each different from every other.
fn full(item: &str, judgement: Judgement, key: &str) -> Response {
    let evidence = |n: u8, location: &str| Evidence {
        id: Id(format!("{key}d{n}")),
        title: format!("{key}-title-{n}"),
        location: location.into(),
        approved_on: Some(day("2025-03-01")),
        ..Evidence::default()
    };
    let action = |n: u8, done: bool| Action {
        id: Id(format!("{key}a{n}")),
        what: format!("{key}-what-{n}\n  indented"),
        owner: format!("{key}-owner-{n}"),
        due: Some(day("2027-01-31")),
        priority: Some(Priority::High),
        done,
        done_on: done.then(|| day("2026-11-02")),
        ..Action::default()
    };
    Response {
        judgement: Some(judgement),
        answer: format!(" {key}-answer\n\n=second line  "),
        comments: format!("{key}-comments"),
        not_applicable_reason: format!("{key}-reason"),
        entered: Some("abcdefgh".into()),
        evidence: vec![
            evidence(1, &format!("{key}-location")),
            evidence(2, &format!("https://example.org/{key}")),
            Evidence { id: Id(format!("{key}d3")), ..Evidence::default() },
        ],
        actions: vec![action(1, false), action(2, true), Action::default()],
        edited_at: at("2026-11-21T09:00:00Z"),
        ..Response::empty(ItemId(item.into()))
    }
}

/// Something in every field of everything, with what no page would write among it.
fn awkward() -> Assessment {
    let edition = Edition::built_in();
    let first = |part: usize| edition.parts[part].items[0].id.as_str();
    let mut home = empty();
    home.organisation.name = "Home & \"Sons\" <Elms>".into();
    home.interview = vec![
        InterviewAnswer {
            question: "breach".into(),
            answer: Some(YesNoUnsure::NotSure),
            ..InterviewAnswer::default()
        },
        InterviewAnswer {
            question: "of-another-year".into(),
            answer: Some(YesNoUnsure::No),
            ..InterviewAnswer::default()
        },
    ];
    let mut one = full(first(0), Judgement::NotYet, "one");
    one.reviews = vec![review("ri", "Item"), review("rp", "Part"), review("ro", "Overall")];
    let mut unknown = full("99.9.9", Judgement::Met, "unknown");
    unknown.reviews = vec![review("ru", "")];
    let mut two = full(first(1), Judgement::Met, "two");
    two.reviews = vec![review("rt", "")];
    // In the order of the items' numbers as text.
    home.responses = vec![two, one, full("10.2.1", Judgement::NotApplicable, "four"), unknown];
    home.responses.sort_by(|one, other| one.item.cmp(&other.item));
    home
}

/// Every text that somebody typed, reviews' apart from the rest.
fn typed(home: &Assessment) -> (Vec<String>, Vec<String>) {
    let mut own = vec![home.organisation.name.clone(), home.organisation.ods_code.clone()];
    let mut said = Vec::new();
    for given in &home.responses {
        own.extend(given.texts().into_iter().map(str::to_owned));
        for review in &given.reviews {
            said.extend([review.reviewer.clone(), review.by().organisation, review.comments.clone()]);
            said.push(review.handling().reply);
        }
    }
    own.retain(|text| !text.is_empty());
    (own, said)
}

fn words(texts: &[RichText]) -> String {
    texts.iter().map(|text| format!("{}: {}\n", text.label, text.words())).collect()
}

fn fact_words(facts: &[Fact]) -> String {
    facts.iter().map(|fact| format!("{}: {}", fact.name, words(&fact.value))).collect()
}

fn block_words(block: &PaperBlock) -> String {
    match block {
        PaperBlock::Heading { text, .. } | PaperBlock::Line(text) => format!("{text}\n"),
        PaperBlock::Text(text) => words(std::slice::from_ref(text)),
        PaperBlock::Facts(facts) => fact_words(facts),
        PaperBlock::Grid(grid) => {
            let titles = grid.columns.iter().map(|column| format!("{}\n", column.title));
            titles.chain(grid.rows.iter().flatten().map(|cell| words(cell))).collect()
        }
        PaperBlock::Standing(bars) => {
            bars.iter().map(|bar| format!("{} {:?}\n", bar.name, bar.counts)).collect()
        }
    }
}

fn paper_words(paper: &PaperReport) -> String {
    format!("{}\n{}", paper.title, fact_words(&paper.facts))
        + &paper.blocks.iter().map(block_words).collect::<String>()
}

fn sheet_words(sheets: &[Sheet]) -> String {
    let cell = |cell: &SheetCell| match cell {
        SheetCell::Empty => String::new(),
        SheetCell::Text(text) => format!("{text}\n"),
        SheetCell::Number(number) => format!("{number}\n"),
        SheetCell::Day(day) => format!("{day}\n"),
    };
    sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).map(cell).collect()
}

fn grids(paper: &PaperReport) -> Vec<&Grid> {
    let mut grids = Vec::new();
    for block in &paper.blocks {
        if let PaperBlock::Grid(grid) = block {
            grids.push(grid);
        }
    }
    grids
}

fn headings(paper: &PaperReport) -> Vec<(u8, &str)> {
    let mut headings = Vec::new();
    for block in &paper.blocks {
        if let PaperBlock::Heading { level, text } = block {
            headings.push((*level, text.as_str()));
        }
    }
    headings
}

fn assert_has(whole: &str, parts: &[String]) {
    for part in parts {
        assert!(whole.contains(part.as_str()), "{part:?} is missing");
    }
}

fn fact<'a>(paper: &'a PaperReport, name: &str) -> Option<&'a Fact> {
    paper.facts.iter().find(|fact| fact.name == name)
}

fn said(paper: &PaperReport, name: &str) -> String {
    fact(paper, name).map(|fact| fact.value.iter().map(RichText::words).collect()).unwrap_or_default()
}

#[test]
fn every_report_is_listed_once() {
    let names: HashSet<&str> = ReportKind::ALL.into_iter().map(ReportKind::name).collect();
    assert_eq!(names.len(), ReportKind::ALL.len());
    for kind in ReportKind::ALL {
        // A report that is missing from `ALL` does not compile here without being thought of.
        match kind {
            ReportKind::Summary | ReportKind::ActionPlan | ReportKind::EmptyForm | ReportKind::Whole => {}
            ReportKind::Supplier | ReportKind::Review | ReportKind::Calendar => {}
        }
    }
    assert_eq!(names.len(), 7);
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
    assert_eq!(said(&both, "Contents"), "Part 2 alone, only what is not yet met");
    // The first of the part is met, and the text item of it.
    assert_eq!(ids(&both), of_part[1..]);
    let open = ask(ReportKind::ActionPlan, &|options| options.only_open = true);
    let settled = [edition.parts[1].items[0].id.0.clone(), "10.2.1".into()];
    let expected: Vec<String> =
        edition.items().map(|item| item.id.0.clone()).filter(|id| !settled.contains(id)).collect();
    assert_eq!(ids(&open)[..expected.len()], expected);
    assert_eq!(said(&open, "Contents"), "Only what is not yet met");
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
    assert_has(&whole, &["Answers to items that this edition does not hold".into(), "unknown-answer".into()]);
}

#[test]
fn the_empty_form_is_the_printed_document_row_by_row() {
    let edition = Edition::built_in();
    // Nothing that was given is in it.
    let form = paper(&awkward(), ReportKind::EmptyForm);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows: Vec<[String; 4]> = grids(&form)
        .into_iter()
        .flat_map(|grid| &grid.rows)
        .map(|row| {
            let words = |cell: &Vec<RichText>| {
                cell.iter()
                    .map(|text| format!("{}{} ", if text.listed { "- " } else { "" }, text.words()))
                    .collect::<String>()
            };
            [flat(&words(&row[0])), flat(&words(&row[1])), flat(&words(&row[2])), flat(&words(&row[3]))]
        })
        .collect();
    let expected: Vec<[String; 4]> = edition
        .items()
        .map(|item| {
            let action = item.printed_action.clone().unwrap_or_default();
            [item.id.0.clone(), flat(&item.question), flat(&item.tooltip), action]
        })
        .collect();
    assert_eq!(rows, expected);
    let parts: Vec<String> = edition
        .parts
        .iter()
        .map(|part| format!("Part {} of {}: {}", part.number, edition.parts.len(), part.title))
        .collect();
    assert_eq!(headings(&form), parts.iter().map(|part| (2, part.as_str())).collect::<Vec<_>>());
    assert_eq!(form.blocks.last(), Some(&PaperBlock::Line("Completed by, and date".into())));
    assert!(form.wide && fact(&form, "Check code").is_none());
    assert_eq!(form.title, "Data Security and Protection Toolkit (DSPT) Action Plan – Standards Met");
}

#[test]
fn every_address_in_a_tooltip_can_be_followed_and_reads_as_printed() {
    let edition = Edition::built_in();
    let form = paper(&empty(), ReportKind::EmptyForm);
    let rows = grids(&form).into_iter().flat_map(|grid| &grid.rows);
    for (item, row) in edition.items().zip(rows) {
        let links: Vec<(&str, &str)> = row[2]
            .iter()
            .flat_map(|text| &text.pieces)
            .filter_map(|piece| {
                if let Span::Link { words, address } = piece {
                    Some((words.as_str(), address.as_str()))
                } else {
                    None
                }
            })
            .collect();
        let expected: Vec<(&str, &str)> =
            item.links.iter().map(|link| (link.printed.as_str(), link.href.as_str())).collect();
        assert_eq!(links, expected, "{}", item.id);
        let points = item.tooltip.lines().filter(|line| line.starts_with("- ")).count();
        assert_eq!(row[2].iter().filter(|text| text.listed).count(), points, "{}", item.id);
    }
}

#[test]
fn every_table_is_even_and_as_wide_as_the_page() {
    for home in [awkward(), example(), empty()] {
        for kind in ReportKind::ALL {
            for form in kind.forms() {
                for tooltips in [true, false] {
                    let mut request = request(kind, *form);
                    request.options.tooltips = tooltips;
                    match made(&home, &request) {
                        ReportContent::Paper(paper) => grids(&paper).into_iter().for_each(check_grid),
                        ReportContent::Sheets(sheets) => check_sheets(&sheets),
                        ReportContent::Appointments(all) => assert!(!all.is_empty()),
                    }
                }
            }
        }
    }
}

fn check_grid(grid: &Grid) {
    assert_eq!(
        grid.columns.iter().map(|column| u32::from(column.share)).sum::<u32>(),
        100,
        "{}",
        grid.caption
    );
    assert!(!grid.rows.is_empty() && !grid.caption.is_empty());
    for row in &grid.rows {
        assert_eq!(row.len(), grid.columns.len(), "{}", grid.caption);
        assert!(!row[0].is_empty(), "a row without a head: {row:?}");
    }
}

fn check_sheets(sheets: &[Sheet]) {
    assert!(!sheets.is_empty());
    let names: HashSet<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names.len(), sheets.len());
    for sheet in sheets {
        assert!(
            sheet.name.chars().count() <= 31 && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        );
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    for home in [awkward(), example(), empty()] {
        for kind in ReportKind::ALL.into_iter().filter(|kind| *kind != ReportKind::Calendar) {
            for tooltips in [true, false] {
                let mut request = request(kind, ReportFormat::Paper);
                request.options.tooltips = tooltips;
                let mut above = 1;
                for (level, text) in headings(&paper_of(&home, &request)) {
                    assert!((2..=above + 1).contains(&level), "{kind:?}: {level} {text} after {above}");
                    above = level;
                }
            }
        }
    }
}

#[test]
fn a_table_of_actions_has_a_row_for_each_and_one_where_an_item_wants_one() {
    let mut home = awkward();
    let wants = Edition::built_in().parts[2].items[0].id.clone();
    let not_yet = Response { judgement: Some(Judgement::NotYet), ..Response::empty(wants.clone()) };
    home.responses.push(not_yet);
    let (content, holds) = make(&home, &request(ReportKind::ActionPlan, ReportFormat::Csv));
    let ReportContent::Sheets(sheets) = content else { panic!("no sheets") };
    let [sheet] = sheets.as_slice() else { panic!("not one sheet") };
    assert_eq!((sheet.rows.len(), holds), (9, ReportCounts { items: 5, actions: 8 }));
    let row = sheet.rows.iter().find(|row| row[2] == SheetCell::Text(wants.0.clone())).expect("a row");
    assert_eq!(row[4], SheetCell::Text("Action needed".into()));
    assert_eq!(row[5..], [const { SheetCell::Empty }; 6]);
    let unknown = sheet.rows.iter().find(|row| row[2] == SheetCell::Text("99.9.9".into())).expect("a row");
    assert_eq!([&unknown[0], &unknown[3], &unknown[4]], [&SheetCell::Empty; 3]);
    assert_eq!(unknown[7], SheetCell::Day(day("2027-01-31")));
}

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
        let text = RichText::plain("Nothing is open: every item is met or does not apply.");
        assert_eq!(paper.blocks, [PaperBlock::Text(text)], "{kind:?}");
    }
    assert!(paper_words(&paper(&home, ReportKind::Summary)).contains("No action is open."));
    assert!(
        paper_words(&paper(&empty(), ReportKind::Review))
            .contains("No reviewer has said anything about it yet.")
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
    assert_eq!(said(&review, "Reviewed"), format!("2 of {} items", Edition::built_in().items().count()));
    assert_eq!(
        (said(&review, "Verdicts"), said(&review, "Resolved")),
        ("5 questions".into(), "5 of 5 reviews".into())
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
    let Some(PaperBlock::Standing(bars)) = paper.blocks.first() else { panic!("no picture") };
    let edition = Edition::built_in();
    assert_eq!(bars[0].total(), edition.items().count());
    let of_parts: Vec<usize> = bars[1..].iter().map(standards_met_core::report::StatusBar::total).collect();
    assert_eq!(of_parts, edition.parts.iter().map(|part| part.items.len()).collect::<Vec<_>>());
    for (place, status) in Status::ALL.into_iter().enumerate() {
        assert_eq!(bars[0].counts[place], home.tally(&edition).of(status), "{standing:?}");
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
        words.contains("For Home & \"Sons\" <Elms>. Please answer each question, and return this sheet.")
    );
    for key in ["one-", "two-", "four-", "unknown-"] {
        assert!(!words.contains(key), "{key}");
    }
}

#[test]
fn nobody_takes_the_worked_example_for_a_real_home() {
    let example = example();
    for kind in ReportKind::ALL.into_iter().filter(|kind| *kind != ReportKind::Calendar) {
        let organisation = said(&paper(&example, kind), "Organisation");
        assert_eq!(organisation, "Rosewood House (worked example of a made-up home)", "{kind:?}");
    }
    // It is set on a day of its own, and so is its deadline.
    let deadline =
        appointments(&example, "2026-11-26").into_iter().find(|one| one.yearly).expect("a deadline");
    assert_eq!(deadline.day, day("2022-06-30"));
}

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
        ("one-what-1\n  indented", [7, 1].as_slice())
    );
    assert!(done.title.starts_with("Done: one-what-2") && done.reminders.is_empty());
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
        assert!(deadline.text.contains("The Elms"), "{}", deadline.text);
    }
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
    let expected = [("2025-02-28"), ("2027-02-28")].map(|due| ("Review: Policy".to_owned(), day(due)));
    assert_eq!(reviews, expected);
}

#[test]
fn the_day_of_a_moment_is_the_one_where_the_device_is() {
    let mut home = empty();
    home.created_at = at("2026-06-30T23:30:00Z");
    for (ahead, expected) in [(0, "30 June 2026"), (60, "1 July 2026"), (-60, "30 June 2026")] {
        let request = ReportRequest { ahead, ..request(ReportKind::Whole, ReportFormat::Word) };
        assert_eq!(said(&paper_of(&home, &request), "Begun"), expected, "{ahead}");
    }
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
    assert!(words.contains("no date") && words.contains("Find a day for this"), "{words}");
    assert!(!words.contains("5 March 2027"));
}

#[test]
fn what_is_overdue_is_told_in_the_summary() {
    let mut home = awkward();
    let planned = home.responses.iter_mut().flat_map(|given| &mut given.actions).find(|action| !action.done);
    planned.expect("an open action").due = Some(day("2026-11-25"));
    assert!(paper_words(&paper(&home, ReportKind::Summary)).contains("25 November 2026, overdue"));
}
