//! The action plan that is published with Approaching Standards.

use super::*;
use standards_met_core::assessment::{CarryOverChoice, EvidenceEdit};
use standards_met_core::catalogue::{EvidenceItem, Level};

fn edition() -> Edition {
    let text = include_str!("../../../../public/editions/dspt-social-care-2025-26.json");
    Edition::from_text(text).expect("an edition")
}

/// Returns the numbers of the questions that Standards Met needs and Approaching Standards does not.
fn beyond(edition: &Edition) -> Vec<ItemId> {
    let wanted = |item: &&EvidenceItem| !item.levels.contains(&Level::Approaching);
    edition.needed_for(Level::Met).filter(wanted).map(|item| item.id.clone()).collect()
}

/// Answers a question as its kind wants it.
fn meet(home: &mut Assessment, edition: &Edition, item: &ItemId) {
    let document = |edit| Edit::Evidence(Id("d".into()), edit);
    for edit in [
        Edit::Judge(Some(Judgement::Met)),
        Edit::Answer("It is in place".into()),
        document(EvidenceEdit::Title("Policy".into())),
        document(EvidenceEdit::Location("Office".into())),
    ] {
        home.edit(item, edit, at("2026-11-21T09:00:00Z"));
    }
    let item = edition.item(item).expect("a question");
    assert!(home.status(edition, item).is_settled(), "{}", item.id);
}

/// A home that has reached Approaching Standards and nothing beyond.
fn reached(edition: &Edition) -> Assessment {
    let mut home = empty();
    for item in edition.needed_for(Level::Approaching) {
        meet(&mut home, edition, &item.id);
    }
    home
}

fn plan(home: &Assessment, edition: &Edition) -> (PaperReport, ReportCounts) {
    let request = request(ReportKind::ApproachingPlan, ReportFormat::Word);
    let source = ReportSource { edition, assessment: home, redacted: false, request: &request };
    match content(&source) {
        (ReportContent::Paper(paper), holds) => (paper, holds),
        other => panic!("no paper: {other:?}"),
    }
}

/// Returns every row as texts, the paragraphs of a cell with their labels.
fn rows(paper: &PaperReport) -> Vec<Vec<String>> {
    let text = |text: &RichText| match text.label.as_str() {
        "" => text.words(),
        label => format!("{label}: {}", text.words()),
    };
    let cell = |cell: &Vec<RichText>| cell.iter().map(text).collect::<Vec<_>>().join("\n");
    let rows = grids(paper).into_iter().flat_map(|grid| &grid.rows);
    rows.map(|row| row.iter().map(cell).collect()).collect()
}

fn numbers(paper: &PaperReport) -> Vec<String> {
    rows(paper).into_iter().map(|row| row[0].clone()).collect()
}

fn act(home: &mut Assessment, item: &ItemId, id: &str, edits: Vec<ActionEdit>) {
    for edit in edits {
        home.edit(item, Edit::Action(Id(id.into()), edit), at("2026-11-22T09:00:00Z"));
    }
}

#[test]
fn it_has_every_question_that_standards_met_still_needs_part_by_part() {
    let edition = edition();
    let (paper, holds) = plan(&reached(&edition), &edition);
    let beyond = beyond(&edition);
    assert_eq!(numbers(&paper), beyond.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(holds, ReportCounts { items: beyond.len(), actions: 0 });
    let parts: Vec<(u8, String)> = edition
        .parts
        .iter()
        .filter(|part| part.items.iter().any(|item| beyond.contains(&item.id)))
        .map(|part| (2, format!("Part {} of {}: {}", part.number, edition.parts.len(), part.title)))
        .collect();
    assert_eq!(
        headings(&paper),
        parts.iter().map(|(level, text)| (*level, text.as_str())).collect::<Vec<_>>()
    );
    for row in rows(&paper) {
        let question = &edition.item(&ItemId(row[0].clone())).expect("a question").question;
        let rest = [question.as_str(), "Not answered yet.", "No action yet", "", ""];
        assert_eq!(row[1..], rest, "{}", row[0]);
    }
    let line = |name: &str| PaperBlock::Line(name.into());
    let signed = PaperBlock::Together(vec![line("Signed off by (name and role)"), line("Date")]);
    assert_eq!(paper.blocks.last(), Some(&signed));
}

#[test]
fn its_head_says_whose_it_is_for_which_year_and_level_and_how_far_both_levels_are() {
    let edition = edition();
    let (paper, _) = plan(&reached(&edition), &edition);
    assert_eq!(paper.title, "The Elms: Action plan for Approaching Standards");
    let facts = ["ODS code", "Toolkit", "Date", "Level"].map(|name| said(&paper, name));
    assert_eq!(facts, ["VM1AB", edition.title.as_str(), "26 November 2026", "Approaching Standards"]);
    let (approaching, beyond) = (edition.needed_for(Level::Approaching).count(), beyond(&edition).len());
    let all = approaching + beyond;
    let expected = [
        format!("{approaching} of {approaching} questions done: {approaching} met"),
        format!("{approaching} of {all} questions done: {approaching} met, {beyond} not started"),
    ];
    assert_eq!(["Approaching Standards", "Standards Met"].map(|name| said(&paper, name)), expected);
    assert!(!paper_words(&paper).contains("not reached yet"));
}

#[test]
fn a_row_has_what_is_missing_the_action_the_owner_and_the_day() {
    let edition = edition();
    let (mut home, beyond) = (reached(&edition), beyond(&edition));
    let given = [
        Edit::Judge(Some(Judgement::NotYet)),
        Edit::Answer("Two of nine are trained.".into()),
        Edit::Comments("The rest in May.".into()),
    ];
    for edit in given {
        home.edit(&beyond[0], edit, at("2026-11-22T09:00:00Z"));
    }
    let what = |text: &str| ActionEdit::What(text.into());
    let owner = || ActionEdit::Owner("Helen".into());
    // Done, and so below what is still to do.
    act(
        &mut home,
        &beyond[0],
        "1",
        vec![what("Make a list"), owner(), ActionEdit::Done(Some(day("2026-11-02")))],
    );
    act(&mut home, &beyond[0], "2", vec![what("Book it"), owner(), ActionEdit::Due(Some(day("2027-05-31")))]);
    act(&mut home, &beyond[1], "3", vec![what("Ask the supplier")]);
    act(&mut home, &beyond[2], "4", vec![what("Look"), ActionEdit::Done(Some(day("2026-11-03")))]);
    act(&mut home, &beyond[3], "5", vec![owner()]);
    let (paper, holds) = plan(&home, &edition);
    assert_eq!(holds, ReportCounts { items: beyond.len(), actions: 5 });
    let rows = rows(&paper);
    let found: Vec<[&str; 5]> = rows
        .iter()
        .take(6)
        .map(|row| [row[0].as_str(), row[2].as_str(), row[3].as_str(), row[4].as_str(), row[5].as_str()])
        .collect();
    let number = |place: usize| beyond[place].as_str();
    let missing = "Not in place yet.\nAnswer: Two of nine are trained.\nComments: The rest in May.";
    let in_part = "Answered in part. Missing: whether this is in place.";
    let expected = [
        [number(0), missing, "Book it", "Helen", "31 May 2027"],
        [number(0), "See above", "Make a list", "Helen", "Done on 2 November 2026"],
        [number(1), in_part, "Ask the supplier", "No owner yet", "No date yet"],
        [number(2), in_part, "No further action yet", "", ""],
        [number(2), "See above", "Look", "", "Done on 3 November 2026"],
        [number(3), in_part, "No action yet", "Helen", "No date yet"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_an_answer_lacks_is_said_and_what_is_there_is_not_called_missing() {
    let edition = edition();
    let (mut home, now) = (reached(&edition), at("2026-11-22T09:00:00Z"));
    let of_kind = |kind: AnswerKind| {
        let item = beyond(&edition).into_iter().find(|id| edition.item(id).expect("a question").kind == kind);
        item.expect("a question of this kind")
    };
    let (text, document, tick) =
        (of_kind(AnswerKind::Text), of_kind(AnswerKind::Document), of_kind(AnswerKind::Tick));
    for item in [&text, &document] {
        home.edit(item, Edit::Judge(Some(Judgement::Met)), now);
    }
    home.edit(&text, Edit::Comments("We have a good routine".into()), now);
    home.edit(&document, Edit::Evidence(Id("d".into()), EvidenceEdit::Location("Office".into())), now);
    home.edit(&tick, Edit::Judge(Some(Judgement::NotYet)), now);
    act(
        &mut home,
        &tick,
        "1",
        vec![ActionEdit::What("Tell everybody".into()), ActionEdit::Done(Some(day("2026-11-22")))],
    );
    let (paper, _) = plan(&home, &edition);
    let rows = rows(&paper);
    let missing = |id: &ItemId| rows.iter().find(|row| row[0] == id.as_str()).expect("a row")[2].clone();
    assert_eq!(missing(&text), "Answered in part. Missing: the answer.");
    assert_eq!(missing(&document), "Answered in part. Missing: the title of a document.");
    assert_eq!(missing(&tick), "Every action is done, and the answer is still “Not yet”.");
}

#[test]
fn what_came_over_from_last_year_is_missing_until_somebody_confirms_it() {
    let (edition, last, now) = (edition(), Edition::built_in(), at("2026-11-22T09:00:00Z"));
    let mut home = reached(&edition);
    let wanted =
        beyond(&edition).into_iter().find(|id| edition.item(id).expect("one").kind == AnswerKind::Tick);
    let item = edition.item(&wanted.expect("a tick")).expect("a question");
    let old = Response { judgement: Some(Judgement::Met), ..Response::empty(item.id.clone()) };
    home.carry(item, &last, &[&old], std::slice::from_ref(&item.id), &[], CarryOverChoice::Carry, now);
    let (paper, _) = plan(&home, &edition);
    let row = rows(&paper).into_iter().find(|row| row[0] == item.id.as_str()).expect("a row");
    assert_eq!(row[2..4], ["Carried over from 2021-22, and not confirmed yet.", "No action yet"]);
}

#[test]
fn before_approaching_standards_is_reached_it_says_what_that_still_needs() {
    let edition = edition();
    let mut home = reached(&edition);
    let first: Vec<ItemId> =
        edition.needed_for(Level::Approaching).take(2).map(|item| item.id.clone()).collect();
    home.responses.retain(|given| !first.contains(&given.item));
    let (paper, holds) = plan(&home, &edition);
    assert_eq!(holds.items, beyond(&edition).len() + 2);
    let sentence = format!(
        "Approaching Standards is not reached yet: 2 questions that it needs are not done ({} and {}).",
        first[0], first[1]
    );
    assert!(paper_words(&paper).contains(&sentence), "{}", paper_words(&paper));
    assert_eq!(numbers(&paper)[..2], [first[0].to_string(), first[1].to_string()]);
}

#[test]
fn what_is_done_or_not_needed_for_a_level_is_not_in_it() {
    let mut edition = edition();
    let beyond = beyond(&edition);
    for item in edition.parts.iter_mut().flat_map(|part| &mut part.items) {
        if item.id == beyond[0] {
            item.levels.clear();
        }
    }
    let mut home = reached(&edition);
    for item in &beyond[..2] {
        home.edit(item, Edit::Judge(Some(Judgement::NotYet)), at("2026-11-22T09:00:00Z"));
    }
    meet(&mut home, &edition, &beyond[2]);
    let (paper, _) = plan(&home, &edition);
    let left: Vec<String> = [&beyond[1..2], &beyond[3..]].concat().iter().map(ToString::to_string).collect();
    assert_eq!(numbers(&paper), left);
    for item in &beyond[1..] {
        meet(&mut home, &edition, item);
    }
    let (paper, holds) = plan(&home, &edition);
    assert_eq!((numbers(&paper).len(), holds), (0, ReportCounts::default()));
    assert!(paper_words(&paper).contains("no plan is needed"));
}

#[test]
fn it_is_offered_only_where_the_edition_says_what_the_level_needs() {
    let offered = |edition: &Edition, home: &Assessment| ReportKind::ApproachingPlan.is_for(edition, home);
    let (edition, home) = (edition(), empty());
    assert!(offered(&edition, &home) && !offered(&Edition::built_in(), &home));
    let sheet = Assessment { sheet_of: Some(Id("a".into())), ..empty() };
    assert!(!offered(&edition, &sheet), "a sheet has some of the questions alone");
    assert!(
        ReportKind::ALL
            .into_iter()
            .all(|kind| { kind == ReportKind::ApproachingPlan || kind.is_for(&Edition::built_in(), &sheet) })
    );
    let (paper, holds) = plan(&home, &Edition::built_in());
    assert_eq!((paper.blocks.len(), holds), (1, ReportCounts::default()));
}

#[test]
fn its_tables_are_even() {
    let edition = edition();
    let (paper, _) = plan(&awkward(), &edition);
    for grid in grids(&paper) {
        assert_eq!(grid.columns.iter().map(|column| u32::from(column.share)).sum::<u32>(), 100);
        assert!(grid.rows.iter().all(|row| row.len() == grid.columns.len() && !row[0].is_empty()));
    }
}
