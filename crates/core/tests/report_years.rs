//! What reports say of other years, and of an edition that is not the built-in one.

use serde_json::{Value, json};
use standards_met_core::assessment::{Assessment, Date, Edit, Id, Judgement, Timestamp};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::report::{
    PaperBlock, PaperReport, ReportContent, ReportFormat, ReportKind, ReportOptions, ReportRequest,
    ReportSource, RichText, content,
};

/// Three items in two parts; two of them are needed to approach the standards.
fn edition() -> Edition {
    let item = |number: &str, levels: &[&str]| json!({ "id": number, "question": format!("Question {number}?"), "tooltip": "", "kind": "tick", "levels": levels });
    let first = [item("P1", &["approaching", "met"]), item("P2", &["met"])];
    let second = [item("P3", &["approaching", "met"])];
    let whole = json!({
        "format": "standards-met/edition", "version": 1, "id": "made-up", "title": "Made up", "year": "2022-23",
        "source": "",
        "parts": [{ "number": 1, "title": "People", "items": first }, { "number": 2, "title": "Papers", "items": second }],
    });
    Edition::read(whole.as_object().cloned().expect("an object")).expect("an edition")
}

fn home() -> Assessment {
    let at = Timestamp::parse("2022-10-01T10:00:00Z").expect("a time");
    let mut home = Assessment::new(Id("a".into()), "Harbour House", "", at);
    home.edit(&ItemId("P1".into()), Edit::Judge(Some(Judgement::Met)), at);
    home
}

fn paper(home: &Assessment, kind: ReportKind) -> PaperReport {
    let request = ReportRequest {
        kind,
        form: ReportFormat::Paper,
        options: ReportOptions::of(kind),
        check_code: "4F7K-92QD".into(),
        today: Date::parse("2022-10-02").expect("a day"),
        ahead: 0,
    };
    let edition = edition();
    match content(&ReportSource { edition: &edition, assessment: home, redacted: false, request: &request }).0
    {
        ReportContent::Paper(paper) => paper,
        other => panic!("no paper: {other:?}"),
    }
}

fn carried_over(home: &Assessment) -> Vec<String> {
    let blocks = paper(home, ReportKind::Whole).blocks;
    let facts = blocks
        .iter()
        .filter_map(|block| if let PaperBlock::Facts(facts) = block { Some(facts) } else { None });
    let found = facts.flatten().filter(|fact| fact.name == "Carried over");
    found.map(|fact| fact.value.iter().map(RichText::words).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn what_was_carried_over_is_marked_in_the_whole_assessment_until_it_is_confirmed() {
    let mut home = home();
    assert_eq!(carried_over(&home), Vec::<String>::new());
    let mut note = |field: &str, value: &str| {
        let response = home.responses.first_mut().expect("a response");
        let note = response.extra.entry("carried").or_insert_with(|| {
            json!({ "edition": "old/hash", "year": "2021-22", "items": ["R1", "R2"], "at": "2022-10-01T10:00:00Z" })
        });
        note[field] = Value::String(value.into());
        carried_over(&home)
    };
    assert_eq!(note("choice", "carry"), ["From R1 and R2 of 2021-22, not confirmed yet"]);
    let confirmed = note("confirmed_at", "2022-10-02T09:00:00Z");
    assert_eq!(confirmed, ["From R1 and R2 of 2021-22, confirmed on 2 October 2022"]);
    assert_eq!(note("choice", "leave"), Vec::<String>::new());
}

#[test]
fn the_summary_says_how_a_level_stands_that_not_every_item_is_needed_for() {
    let blocks = paper(&home(), ReportKind::Summary).blocks;
    let bars = blocks
        .iter()
        .find_map(|block| if let PaperBlock::Statuses(bars) = block { Some(bars) } else { None });
    let said: Vec<(&str, usize)> =
        bars.expect("bars").iter().map(|bar| (bar.name.as_str(), bar.counts.iter().sum())).collect();
    let expected =
        [("All parts", 3), ("Part 1: People", 2), ("Part 2: Papers", 1), ("For Approaching Standards", 2)];
    assert_eq!(said, expected);
}
