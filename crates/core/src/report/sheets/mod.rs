//! Reports as sheets of a spreadsheet.

mod items;
mod lists;
mod table;

use super::scope::{Scope, ScopeItem};
use super::{ReportCounts, ReportSource, Sheet, SheetCell};
use crate::assessment::{Action, Judgement};
use crate::words;
use table::{place, sheet};

/// Returns the action plan: a row for each action, and one for each item that is judged "not yet" and has no action.
#[must_use]
pub fn plan(scope: &Scope<'_>) -> (Vec<Sheet>, ReportCounts) {
    let sheet = actions(scope);
    let mut holds = ReportCounts::default();
    for asked in scope.asked() {
        let count = asked.actions().count();
        holds.actions += count;
        holds.items += usize::from(count > 0 || is_unplanned(asked));
    }
    (vec![sheet], holds)
}

/// Returns the whole assessment: a row for each item, and separate sheets for what an item can have several of.
#[must_use]
pub fn whole(source: &ReportSource<'_>, scope: &Scope<'_>) -> (Vec<Sheet>, ReportCounts) {
    let mut sheets = vec![items::items(source, scope), lists::documents(scope), actions(scope)];
    if scope.options.reviews {
        sheets.push(lists::reviews(source, scope));
    }
    sheets.push(lists::about(source));
    (sheets, scope.holds())
}

fn is_unplanned(asked: &ScopeItem<'_>) -> bool {
    let not_yet = asked.response.is_some_and(|given| given.judgement == Some(Judgement::NotYet));
    not_yet && asked.item.is_some() && asked.actions().next().is_none()
}

/// Returns a row for each action, and one without an action for each item that is judged "not yet" and has none.
fn actions(scope: &Scope<'_>) -> Sheet {
    let mut rows = Vec::new();
    for asked in scope.asked() {
        let mut row = |action: Option<&Action>| {
            let mut cells: Vec<SheetCell> = place(asked).into();
            cells.push(SheetCell::text(asked.status.map_or("", words::status)));
            cells.extend(action_cells(action));
            rows.push(cells);
        };
        asked.actions().for_each(|action| row(Some(action)));
        if is_unplanned(asked) {
            row(None);
        }
    }
    let columns = [
        ("Part", 6),
        ("Part title", 24),
        ("Number", 10),
        ("Question", 50),
        ("Status", 16),
        ("Action", 50),
        ("Owner", 24),
        ("Due", 12),
        ("Priority", 10),
        ("Done", 8),
        ("Done on", 12),
    ];
    sheet("Actions", &columns, rows)
}

fn action_cells(action: Option<&Action>) -> [SheetCell; 6] {
    let Some(action) = action else { return [const { SheetCell::Empty }; 6] };
    [
        SheetCell::text(&action.what),
        SheetCell::text(&action.owner),
        SheetCell::day(action.due),
        SheetCell::text(action.priority.map_or("", words::priority)),
        SheetCell::text(if action.done { "Yes" } else { "No" }),
        SheetCell::day(action.done_on.filter(|_| action.done)),
    ]
}
