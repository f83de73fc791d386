//! What the page does with an assessment that was read: every table, report and copy can be made of it.

use super::assessment::comes_back;
use standards_met_core::assessment::homes::{Homes, HomesQuery, SourceFile, Summary};
use standards_met_core::assessment::{
    Date, Id, Query, Reviewer, Timestamp, changes, findings, matching, next, planned, private, search,
    suggestions, unplanned, word_changes,
};
use standards_met_core::exchange::{
    CsvWords, Document, LocalTime, Redaction, ReviewFile, across_csv, file_name, homes_csv, read_review,
    redact,
};
use standards_met_core::report::{ReportKind, ReportOptions, ReportRequest, ReportSource, content};
use standards_met_core::words;

/// A day after most that are in files.
fn today() -> Date {
    Date::parse("2026-11-30").expect("a day")
}

/// Makes all of it.
pub fn from(document: &Document, code: &str) {
    copies(document);
    counts(document);
    table_of_homes(document, code);
    reports(document, code);
    reviews(document);
}

/// A copy with something left out says so, has none of it, and reads back as it was.
fn copies(document: &Document) {
    let parts = document.edition.parts.iter().map(|part| part.number).take(1).collect();
    let all = Redaction { names: true, comments: true, parts };
    for leave in [all, Redaction { names: true, ..Redaction::default() }, Redaction::default()] {
        let copy = redact(document, Id("c0py".into()), &leave);
        assert_eq!(copy.redacted(), Some(leave.clone()));
        let responses = copy.assessment.responses.iter();
        let stays = |part: &u8| !leave.parts.contains(part);
        let left = document.assessment.responses.iter().filter(|response| {
            let part = document.edition.part_of(&response.item).map(|part| part.number);
            part.map_or(leave.parts.is_empty(), |part| stays(&part))
        });
        assert_eq!(responses.clone().count(), left.count(), "a response is gone");
        for response in responses {
            assert!(!leave.comments || response.comments.is_empty());
            let mut owners = response.actions.iter().map(|action| action.owner.as_str());
            let is_number = |owner: &str| owner.is_empty() || owner.starts_with("Person ");
            assert!(!leave.names || owners.all(is_number));
        }
        comes_back(&copy);
    }
    let sheet = document.edition.for_it_supplier();
    assert!(sheet.is_some_and(|sheet| sheet.items().count() <= document.edition.items().count()));
}

fn counts(document: &Document) {
    let Document { edition, assessment, .. } = document;
    let today = assessment.today(today());
    assert_eq!(assessment.tally(edition).total(), edition.items().count());
    assert_eq!(changes(edition, assessment, assessment).count(), 0);
    let left: usize = assessment.levels(edition).iter().map(|one| one.left.len()).sum();
    assert!(left > 0 || assessment.sheet_of.is_some() || assessment.plan_gaps(edition, today).is_empty());
    drop((findings(edition, assessment, today), next(edition, assessment, None, today)));
    drop((suggestions(edition, assessment), planned(edition, assessment), unplanned(edition, assessment)));
    drop((
        matching(edition, edition),
        file_name(&assessment.organisation.name, &edition.year, LocalTime { day: today, time: [23, 59, 59] }),
    ));
    let words = assessment.responses.first().map(|first| first.answer.clone()).unwrap_or_default();
    drop(search(edition, assessment, &Query { words, owner: "a".into(), ..Query::default() }));
    for response in &assessment.responses {
        drop((private(&response.answer, today), word_changes(&response.answer, &response.comments)));
        if let Some(item) = edition.item(&response.item) {
            let _ = assessment.official_entry(edition, item).entered(Some(response));
        }
    }
}

/// The table of homes keeps what it has of it.
fn table_of_homes(document: &Document, code: &str) {
    let read_on = today();
    let (file, check_code) = ("a.json".to_owned(), code.to_owned());
    let origin = SourceFile { file, size: 1, check_code, altered: false, read_on };
    let mut homes = Homes::default();
    homes.add(&document.edition, Summary::of(&document.edition, &document.assessment, origin));
    assert_eq!(Homes::read(&homes.write()).expect("it was kept"), homes);
    let spelling = CsvWords { status: words::status, day: Timestamp::date, today: read_on };
    drop(homes_csv(&homes, &homes.rows(&HomesQuery::default(), read_on), &spelling));
    for item in document.edition.items().take(3) {
        let across = homes.across(&item.id).expect("the item is there");
        drop(across_csv(&across, &spelling));
    }
}

fn reports(document: &Document, code: &str) {
    for kind in ReportKind::ALL {
        for form in kind.forms() {
            let request = ReportRequest {
                kind,
                form: *form,
                options: ReportOptions { tooltips: true, ..ReportOptions::of(kind) },
                check_code: code.into(),
                today: today(),
                ahead: -720,
            };
            let Document { edition, assessment, .. } = document;
            let redacted = document.redacted().is_some();
            drop(content(&ReportSource { edition, assessment, redacted, request: &request }));
        }
    }
}

/// What each reviewer says in a copy for reviewing goes back to the home whole.
fn reviews(document: &Document) {
    let mut copy = document.assessment.clone();
    copy.begin_review(Id("c0py".into()));
    let edition = &document.edition;
    let remarks = copy.remarks(edition);
    for reviewer in remarks.iter().map(|remark| remark.review.by()).take(3) {
        let _ = copy.progress(edition, &reviewer);
        // The page asks for a name before anybody reviews.
        if reviewer.name.trim().is_empty() {
            continue;
        }
        let file = ReviewFile::of(edition, &copy, &reviewer).expect("it is a copy for reviewing");
        let (text, code) = file.to_text(Timestamp::default());
        let Ok(again) = read_review(text.as_bytes()) else { continue };
        assert_eq!(again.check_code, code);
        let mut home = document.assessment.clone();
        for remark in &again.file.remarks {
            home.take_remark(edition, remark, Timestamp::default());
        }
    }
    let _ = copy.progress(edition, &Reviewer { name: "Amir".into(), ..Reviewer::default() });
    drop(copy.as_sent());
}
