//! One page: the status, the items that do not apply and why, what is still to do, and lines to sign.

use super::given::{cell, otherwise, table, what};
use super::scope::Scope;
use super::title::{self, heading};
use super::{PaperBlock, PaperReport, ReportCounts, ReportSource, RichText, StatusBar};
use crate::assessment::{Date, PlannedAction, Status, Tally, planned};
use crate::catalogue::{EvidenceItem, Level};
use crate::words;

/// Returns the page that is signed.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let ReportSource { edition, assessment, .. } = *source;
    let mut paper = title::paper(source, scope.options);
    let tally = assessment.tally(edition);
    let (open, today) = (open(source), assessment.today(source.request.today));
    let holds = ReportCounts { items: tally.total(), actions: open.len() };
    let section = |name: &str, grid: Option<PaperBlock>, otherwise: &str| {
        [heading(2, name), grid.unwrap_or_else(|| PaperBlock::Text(RichText::plain(otherwise)))]
    };
    let blocks = &mut paper.blocks;
    blocks.push(PaperBlock::Statuses(bars(source, tally)));
    let waiting = assessment.responses.iter().filter(|response| response.awaits_confirmation()).count();
    if waiting > 0 {
        let (answers, wait) = (words::count(waiting, "answer"), if waiting == 1 { "waits" } else { "wait" });
        let words = format!("{answers} carried over from last year {wait} to be confirmed.");
        blocks.push(PaperBlock::Text(RichText::plain(&words)));
    }
    let name = "Not applicable, and why";
    let columns = [("Item", 10), ("About", 35), ("Reason", 55)];
    let grid = table(name, &columns, not_applicable(source));
    blocks.extend(section(name, grid, "Nothing is marked as not applicable."));
    let name = "Open actions by date";
    let columns = [("Due", 19), ("Action", 48), ("Owner", 25), ("Item", 8)];
    let grid = table(name, &columns, open.iter().map(|planned| row(planned, today)).collect());
    blocks.extend(section(name, grid, "No action is open."));
    blocks.extend(["Signed off by, and role", "Date"].map(|line| PaperBlock::Line(line.into())));
    (paper, holds)
}

fn bars(source: &ReportSource<'_>, whole: Tally) -> Vec<StatusBar> {
    let bar =
        |name: String, tally: Tally| StatusBar { name, counts: Status::ALL.map(|status| tally.of(status)) };
    let mut bars = vec![bar("All parts".into(), whole)];
    for part in &source.edition.parts {
        let tally = source.assessment.part_tally(source.edition, part.number);
        bars.push(bar(format!("Part {}: {}", part.number, part.title), tally));
    }
    bars.extend(Level::ALL.into_iter().filter_map(|level| {
        let tally = source.assessment.level_tally(source.edition, level);
        // A level that all items need would repeat the first bar, and a level that the edition does not mention has no
        // items.
        let says_more = tally.total() > 0 && tally.total() < whole.total();
        says_more.then(|| bar(format!("For {}", words::level(level)), tally))
    }));
    bars
}

/// Returns a row for each item that is marked as not applicable, also where no reason is given yet.
fn not_applicable(source: &ReportSource<'_>) -> Vec<Vec<Vec<RichText>>> {
    let marked = source.edition.items().filter(|item| source.assessment.is_not_applicable(&item.id));
    let row = |item: &EvidenceItem| {
        let given = source.assessment.response(&item.id);
        let reason = given.map_or("", |given| &given.not_applicable_reason);
        // The topic is preferred because the report has to fit on one page, and the question can be long.
        let about = item.topic.as_deref().map_or_else(|| item.question.clone(), words::capital);
        vec![cell(item.id.as_str()), cell(&about), cell(otherwise(reason, "No reason is given yet."))]
    };
    marked.map(row).collect()
}

fn open(source: &ReportSource<'_>) -> Vec<PlannedAction> {
    let mut all = planned(source.edition, source.assessment);
    all.retain(|planned| !planned.action.done && !planned.action.is_blank());
    all
}

fn row(planned: &PlannedAction, today: Date) -> Vec<Vec<RichText>> {
    let due = planned.action.due.map_or_else(|| "No date".to_owned(), |day| day.in_words());
    let due = if planned.is_overdue(today) { format!("{due}, overdue") } else { due };
    let item = if planned.item.is_whole() { "All" } else { planned.item.as_str() };
    vec![cell(&due), cell(what(&planned.action)), cell(&planned.action.owner), cell(item)]
}
