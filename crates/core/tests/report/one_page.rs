//! The summary stays one page. That the pages come out so is proved with LibreOffice (`tests/proof/`).

use super::*;

/// A home with so many open actions, each a long text, and so many questions that do not apply.
fn busy(actions: usize, reasons: usize) -> Assessment {
    let edition = Edition::built_in();
    let mut home = empty();
    let long = "word ".repeat(80);
    let may = edition.items().filter(|item| item.not_applicable.is_some()).take(reasons);
    for item in may {
        let mut given = Response::empty(item.id.clone());
        (given.judgement, given.not_applicable_reason) = (Some(Judgement::NotApplicable), long.clone());
        home.responses.push(given);
    }
    let whole = home.responses.len();
    home.responses.push(Response::empty(ItemId::whole()));
    for number in 0..actions {
        home.responses[whole].actions.push(Action {
            id: Id(format!("a{number}")),
            what: format!("{number} {long}"),
            due: Some(day("2027-01-01").plus_days(i32::try_from(number).expect("a small number"))),
            ..Action::default()
        });
    }
    home
}

fn summary(home: &Assessment) -> (PaperReport, String) {
    let paper = paper(home, ReportKind::Summary);
    let words = paper_words(&paper);
    (paper, words)
}

fn rows(paper: &PaperReport, caption: &str) -> usize {
    grids(paper).iter().filter(|grid| grid.caption == caption).map(|grid| grid.rows.len()).sum()
}

#[test]
fn twenty_actions_are_always_in_it_and_more_are_counted() {
    for (actions, reasons) in [(0, 0), (7, 4), (20, 0), (20, 22), (200, 22)] {
        let (paper, words) = summary(&busy(actions, reasons));
        let (shown, why) = (rows(&paper, "Actions to do, by date"), rows(&paper, "Not applicable, and why"));
        assert!(shown >= actions.min(20) && shown + why <= 33, "{actions} {reasons}: {shown} {why}");
        for (all, shown, are) in
            [(actions, shown, "actions are still to do"), (reasons, why, "questions do not apply")]
        {
            let told = format!("{} more {are}: see ", all - shown);
            assert_eq!(words.contains(&told), all > shown, "{actions} {reasons}: {words}");
        }
        assert_eq!(paper.layout, PageLayout::OnePage);
        let line = |name: &str| PaperBlock::Line(name.into());
        let signed = PaperBlock::Together(vec![line("Signed off by (name and role)"), line("Date")]);
        assert_eq!(paper.blocks.last(), Some(&signed));
    }
}

#[test]
fn what_is_shortened_is_told_and_what_fits_is_not() {
    let (_, words) = summary(&busy(12, 4));
    assert!(words.contains("word…") && words.contains("Texts that end in “…” are shortened."));
    let (_, words) = summary(&awkward());
    assert!(!words.contains('…'), "{words}");
}

#[test]
fn fewer_actions_get_more_of_their_texts() {
    let longest = |actions| {
        let (paper, _) = summary(&busy(actions, 4));
        let grid = *grids(&paper).last().expect("the actions");
        grid.rows.iter().map(|row| row[1][0].words().len()).max().expect("a row")
    };
    assert!(
        longest(5) > longest(12) && longest(12) > longest(20),
        "{} {} {}",
        longest(5),
        longest(12),
        longest(20)
    );
}
