//! The tables of what an item can have several of, and of the assessment itself.

use super::super::scope::Scope;
use super::super::whole::interview;
use super::super::{Cell, Sheet, Source, said, title};
use super::table::sheet;
use crate::words;

pub fn documents(scope: &Scope<'_>) -> Sheet {
    let mut rows = Vec::new();
    for asked in scope.asked() {
        for document in asked.documents() {
            rows.push(vec![
                Cell::text(asked.id.as_str()),
                Cell::text(&document.title),
                Cell::text(&document.location),
                Cell::day(document.approved_on),
            ]);
        }
    }
    sheet("Documents", &[("Item", 10), ("Title", 40), ("Where it is kept", 50), ("Approved", 12)], rows)
}

pub fn reviews(source: &Source<'_>, scope: &Scope<'_>) -> Sheet {
    let row = |(given, review): said::Kept<'_>| {
        let (by, handling) = (review.by(), review.handling());
        vec![
            Cell::text(given.item.as_str()),
            Cell::text(said::about(source.edition, &given.item, review)),
            Cell::text(&by.name),
            Cell::text(&by.organisation),
            Cell::text(review.verdict.map_or("", words::verdict)),
            Cell::text(&review.comments),
            Cell::Day(source.day(review.reviewed_at)),
            Cell::text(&handling.reply),
            Cell::text(if handling.resolved { "Yes" } else { "No" }),
        ]
    };
    let columns = [
        ("Item", 10),
        ("About", 10),
        ("Reviewer", 24),
        ("Organisation", 24),
        ("Verdict", 12),
        ("Comments", 50),
        ("Reviewed on", 12),
        ("Reply", 50),
        ("Resolved", 10),
    ];
    sheet("Reviews", &columns, said::in_scope(source, scope).into_iter().map(row).collect())
}

pub fn about(source: &Source<'_>) -> Sheet {
    let Source { edition, assessment, request, .. } = *source;
    let mut rows = vec![
        ("Organisation".to_owned(), Cell::text(&title::organisation(assessment))),
        ("ODS code".into(), Cell::text(&assessment.organisation.ods_code)),
        ("Toolkit".into(), Cell::text(&edition.title)),
        ("Edition".into(), Cell::text(&edition.id)),
        ("Check code".into(), Cell::text(&request.check_code)),
        ("Begun".into(), Cell::Day(source.day(assessment.created_at))),
        ("Last changed".into(), Cell::Day(source.day(assessment.edited_at))),
    ];
    if source.redacted {
        rows.push(("Please note".into(), Cell::text(title::REDACTED)));
    }
    let told = interview(source).into_iter();
    rows.extend(told.map(|(question, told)| (question, Cell::text(words::told(told)))));
    let rows = rows.into_iter().map(|(name, value)| vec![Cell::text(&name), value]).collect();
    sheet("About", &[("Name", 50), ("Value", 50)], rows)
}
