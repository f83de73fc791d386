//! What reports say: everything that was typed, in every form, and nothing that was not asked for.

mod approaching_plan;
mod calendar;
mod contents;
mod layout;
mod one_page;
mod options;
mod passed_on;
mod whole;

use serde_json::json;
use standards_met_core::assessment::{
    Action, ActionEdit, Assessment, Date, Edit, Evidence, Id, InterviewAnswer, Judgement, Priority, Response,
    Review, Status, Timestamp, Verdict, YesNoUnsure,
};
use standards_met_core::catalogue::{AnswerKind, Edition, ItemId, Recency};
use standards_met_core::date_parts::DateEntry;
use standards_met_core::exchange::read;
use standards_met_core::report::{
    Appointment, Fact, Grid, PageLayout, PaperBlock, PaperReport, ReportContent, ReportCounts, ReportFormat,
    ReportKind, ReportOptions, ReportRequest, ReportSource, RichText, Sheet, SheetCell, Span, content,
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
    let text = include_str!("../../../../public/example.json");
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
        approved_draft: String::new(),
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
        explanation: format!("{key}-explanation"),
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
        PaperBlock::Statuses(bars) => {
            bars.iter().map(|bar| format!("{} {:?}\n", bar.name, bar.counts)).collect()
        }
        PaperBlock::Together(blocks) => blocks.iter().map(block_words).collect(),
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
    headings_of(&paper.blocks)
}

fn headings_of(blocks: &[PaperBlock]) -> Vec<(u8, &str)> {
    let of = |block| match block {
        &PaperBlock::Heading { level, ref text } => vec![(level, text.as_str())],
        PaperBlock::Together(blocks) => headings_of(blocks),
        _ => Vec::new(),
    };
    blocks.iter().flat_map(of).collect()
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
