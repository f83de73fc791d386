//! The sheets of what an item can have several of, and of the assessment itself.

use super::super::scope::Scope;
use super::super::whole::interview;
use super::super::{ReportSource, Sheet, SheetCell, said, title};
use super::table::sheet;
use crate::words;

/// Returns a row for each document.
pub fn documents(scope: &Scope<'_>) -> Sheet {
    let mut rows = Vec::new();
    for asked in scope.asked() {
        for document in asked.documents() {
            rows.push(vec![
                SheetCell::text(asked.number()),
                SheetCell::text(&document.title),
                SheetCell::text(&document.location),
                SheetCell::day(document.approved_on),
            ]);
        }
    }
    sheet("Documents", &[("Number", 10), ("Title", 40), ("Where it is kept", 50), ("Approved", 12)], rows)
}

/// Returns a row for each review.
pub fn reviews(source: &ReportSource<'_>, scope: &Scope<'_>) -> Sheet {
    let row = |(given, review): said::ReviewOfResponse<'_>| {
        let (by, handling) = (review.by(), review.handling());
        // What is said of a part or of the whole is no comment on the item that it is stored with.
        let item = if review.is_wider() && source.edition.item(&given.item).is_some() {
            ""
        } else {
            given.item.as_str()
        };
        vec![
            SheetCell::text(item),
            SheetCell::text(said::about(source.edition, &given.item, review)),
            SheetCell::text(&by.name),
            SheetCell::text(&by.organisation),
            SheetCell::text(review.verdict.map_or("", words::verdict)),
            SheetCell::text(&review.comments),
            SheetCell::Day(source.day(review.reviewed_at)),
            SheetCell::text(&handling.reply),
            SheetCell::text(if handling.resolved { "Yes" } else { "No" }),
        ]
    };
    let columns = [
        ("Number", 10),
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

/// Returns the sheet with the details of the assessment and the answers about the organisation.
pub fn about(source: &ReportSource<'_>) -> Sheet {
    let ReportSource { edition, assessment, request, .. } = *source;
    let mut rows = vec![
        ("Organisation".to_owned(), SheetCell::text(&title::organisation(assessment))),
        ("ODS code".into(), SheetCell::text(&assessment.organisation.ods_code)),
        ("Toolkit".into(), SheetCell::text(&edition.title)),
        ("Edition".into(), SheetCell::text(&edition.id)),
        ("Check code".into(), SheetCell::text(&request.check_code)),
        ("Started".into(), SheetCell::Day(source.day(assessment.created_at))),
        ("Last changed".into(), SheetCell::Day(source.day(assessment.edited_at))),
    ];
    rows.extend(assessment.publish_on.map(|day| (title::PUBLISH_ON.to_owned(), SheetCell::Day(day))));
    if source.redacted {
        rows.push(("Please note".into(), SheetCell::text(title::REDACTED)));
    }
    let told = interview(source).into_iter();
    rows.extend(told.map(|(question, told)| (question, SheetCell::text(words::told(told)))));
    let rows = rows.into_iter().map(|(name, value)| vec![SheetCell::text(&name), value]).collect();
    sheet("About", &[("Name", 50), ("Value", 50)], rows)
}
