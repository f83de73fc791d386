//! The sheet with a row for each item. It contains all that was recorded for the item, including what the other sheets
//! list one by one, because a file of comma-separated values holds this sheet alone.

use super::super::scope::{Scope, ScopeItem};
use super::super::{ReportSource, Sheet, SheetCell, said};
use super::table::{place, sheet};
use crate::assessment::{Action, Evidence, Subject, Timestamp};
use crate::catalogue::ItemId;
use crate::words;

/// Returns a row for each item in the report.
pub fn items(source: &ReportSource<'_>, scope: &Scope<'_>) -> Sheet {
    let whole = ItemId::whole();
    let mut columns = vec![("Part", 6), ("Part title", 24), ("Number", 10), ("Question", 50)];
    if scope.options.tooltips {
        columns.push(("Tooltip", 60));
    }
    columns.extend([
        ("Kind", 10),
        ("Status", 16),
        ("Is this in place?", 22),
        ("Answer", 50),
        ("Reason why it does not apply", 40),
        ("Why this answer is right", 40),
        ("Comments", 50),
        ("Documents", 50),
        ("Actions", 50),
    ]);
    if scope.options.reviews {
        columns.push(("Reviews", 50));
    }
    columns.extend([("Entered in the official toolkit", 16), ("Last changed", 12)]);
    let mut rows: Vec<Vec<SheetCell>> = Vec::new();
    for chosen in &scope.parts {
        let of_item = |asked: &ScopeItem<'_>| row(source, scope, asked, said::of_item(asked));
        rows.extend(chosen.items.iter().map(of_item));
        // What is said of a part or of the whole is not about any one of its items.
        let of_part = said::wider(source, &Subject::Part(chosen.part.number));
        if scope.options.reviews && !of_part.is_empty() {
            let part =
                ScopeItem { id: &whole, item: None, part: Some(chosen.part), response: None, status: None };
            rows.push(row(source, scope, &part, of_part));
        }
    }
    let of_whole = said::of_whole(source, scope);
    if scope.whole.is_some() || (scope.options.reviews && !of_whole.is_empty()) {
        let nothing = ScopeItem { id: &whole, item: None, part: None, response: None, status: None };
        rows.push(row(source, scope, &scope.whole.unwrap_or(nothing), of_whole));
    }
    rows.extend(scope.unknown.iter().map(|asked| row(source, scope, asked, said::of_item(asked))));
    sheet("Questions", &columns, rows)
}

fn row(
    source: &ReportSource<'_>,
    scope: &Scope<'_>,
    asked: &ScopeItem<'_>,
    said: Vec<said::ReviewOfResponse<'_>>,
) -> Vec<SheetCell> {
    let given = asked.response;
    let mut cells: Vec<SheetCell> = place(asked).into();
    if scope.options.tooltips {
        cells.push(SheetCell::text(asked.item.map_or("", |item| &item.tooltip)));
    }
    cells.extend([
        SheetCell::text(asked.item.map_or("", |item| words::kind(item.kind))),
        SheetCell::text(asked.status.map_or("", words::status)),
        SheetCell::text(given.and_then(|given| given.judgement).map_or("", words::judgement)),
        SheetCell::text(given.map_or("", |given| &given.answer)),
        SheetCell::text(given.map_or("", |given| &given.not_applicable_reason)),
        SheetCell::text(given.map_or("", |given| &given.explanation)),
        SheetCell::text(given.map_or("", |given| &given.comments)),
        lines(asked.documents().map(document)),
        lines(asked.actions().map(action)),
    ]);
    if scope.options.reviews {
        cells.push(lines(said.into_iter().map(|kept| review(source, kept))));
    }
    let entered = given.is_some_and(|given| given.entered.is_some());
    let changed = given.map(|given| given.edited_at).filter(|at| *at != Timestamp::default());
    cells.extend([
        SheetCell::text(if entered { "Yes" } else { "" }),
        SheetCell::day(changed.map(|at| source.day(at))),
    ]);
    cells
}

/// Returns a cell with one line for each of these.
fn lines(things: impl Iterator<Item = String>) -> SheetCell {
    SheetCell::text(&things.collect::<Vec<_>>().join("\n"))
}

/// Returns a line of fields with their names; blank fields are left out.
fn line<const N: usize>(first: &str, fields: [(&str, String); N]) -> String {
    let mut line = first.to_owned();
    for (name, value) in fields {
        if !value.trim().is_empty() {
            line.push_str(&format!(" | {name}: {value}"));
        }
    }
    line
}

fn document(document: &Evidence) -> String {
    let approved = document.approved_on.map(|day| day.in_words()).unwrap_or_default();
    line(&document.title, [("Kept", document.location.clone()), ("Approved", approved)])
}

fn action(action: &Action) -> String {
    let done = match (action.done, action.done_on) {
        (true, Some(day)) => day.in_words(),
        (true, None) => "Yes".into(),
        (false, _) => String::new(),
    };
    let fields = [
        ("Owner", action.owner.clone()),
        ("Due", action.due.map(|day| day.in_words()).unwrap_or_default()),
        ("Priority", action.priority.map(words::priority).unwrap_or_default().into()),
        ("Done", done),
    ];
    line(&action.what, fields)
}

fn review(source: &ReportSource<'_>, kept: said::ReviewOfResponse<'_>) -> String {
    let (given, review) = kept;
    let handling = review.handling();
    // Which part it is of is not known where the edition does not hold the item that it is stored with.
    let about = match source.edition.item(&given.item) {
        Some(_) => "Question",
        None => said::about(source.edition, &given.item, review),
    };
    let fields = [
        ("About", if about == "Question" { String::new() } else { about.into() }),
        ("Verdict", review.verdict.map(words::verdict).unwrap_or_default().into()),
        ("Comments", review.comments.clone()),
        ("Reviewed on", source.day(review.reviewed_at).in_words()),
        ("Reply", handling.reply),
        ("Resolved", if handling.resolved { "Yes" } else { "" }.into()),
    ];
    line(&words::reviewer(&review.by()), fields)
}
