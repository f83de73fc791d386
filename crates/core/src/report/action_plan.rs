//! The action plan in the layout of the printed document, and the same form without answers.

use super::given::{cell, document_title, done, location, printed_action, table, what};
use super::guidance::guidance;
use super::scope::{Scope, ScopeItem, WHOLE, part_heading};
use super::title::{self, UNKNOWN, heading, say_if_nothing_is_open};
use super::{PageLayout, PaperBlock, PaperReport, ReportCounts, ReportSource, RichText, Span};
use crate::assessment::{Action, Evidence};
use crate::words;

/// Returns every item with what was recorded for it and what will be done.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let mut paper = parts(source, scope, action_cell);
    say_if_nothing_is_open(scope, &mut paper.blocks);
    let whole: Vec<ScopeItem<'_>> = scope.whole.into_iter().collect();
    if let Some(grid) = grid(WHOLE, &whole, scope.options.tooltips, action_cell) {
        paper.blocks.extend([heading(2, WHOLE), grid]);
    }
    if let Some(grid) = grid(UNKNOWN, &scope.unknown, scope.options.tooltips, action_cell) {
        paper.blocks.extend([heading(2, UNKNOWN), grid]);
    }
    (paper, scope.holds())
}

/// Returns the form to fill in by hand.
#[must_use]
pub fn empty_form(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let mut paper = parts(source, scope, |asked| cell(printed_action(asked)));
    paper.blocks.push(PaperBlock::Line("Completed by (name and date)".into()));
    (paper, ReportCounts { actions: 0, ..scope.holds() })
}

fn parts(
    source: &ReportSource<'_>,
    scope: &Scope<'_>,
    action: fn(&ScopeItem<'_>) -> Vec<RichText>,
) -> PaperReport {
    let mut paper = title::paper(source, scope.options);
    paper.layout = PageLayout::Landscape;
    for chosen in &scope.parts {
        let name = part_heading(source.edition, chosen.part);
        paper.blocks.push(heading(2, &name));
        paper.blocks.extend(grid(&name, &chosen.items, scope.options.tooltips, action));
    }
    paper
}

fn grid(
    name: &str,
    items: &[ScopeItem<'_>],
    tooltips: bool,
    action: fn(&ScopeItem<'_>) -> Vec<RichText>,
) -> Option<PaperBlock> {
    let row = |asked: &ScopeItem<'_>| {
        let mut cells = vec![cell(asked.number()), cell(asked.question())];
        if tooltips {
            cells.push(asked.item.map(guidance).unwrap_or_default());
        }
        cells.push(action(asked));
        cells
    };
    let rows = items.iter().map(row).collect();
    if tooltips {
        let columns = [("Evidence item", 9), ("Question", 19), ("Tooltip", 40), ("Action", 32)];
        return table(name, &columns, rows);
    }
    table(name, &[("Evidence item", 10), ("Question", 35), ("Action", 55)], rows)
}

/// Returns what was recorded for the item, for the column in which the printed document leaves room for it.
fn action_cell(asked: &ScopeItem<'_>) -> Vec<RichText> {
    let mut texts = Vec::new();
    label(&mut texts, "Status", asked.status.map_or("", words::status));
    if let Some(given) = asked.response {
        // The status, which otherwise implies the judgement, is not known where the edition does not hold the item.
        if asked.item.is_none() && !asked.id.is_whole() {
            label(&mut texts, "Is this in place?", given.judgement.map_or("", words::judgement));
        }
        label(&mut texts, "Answer", &given.answer);
        label(&mut texts, "Reason", &given.not_applicable_reason);
        label(&mut texts, "Why this answer is right", &given.explanation);
        label(&mut texts, "Comments", &given.comments);
    }
    texts.extend(asked.documents().flat_map(document));
    texts.extend(asked.actions().flat_map(planned));
    // Where a number is printed, it is mostly the same as the item's.
    if printed_action(asked) != asked.number() {
        label(&mut texts, "Number in the toolkit year before", printed_action(asked));
    }
    texts
}

fn label(texts: &mut Vec<RichText>, label: &str, text: &str) {
    if !text.trim().is_empty() {
        texts.push(RichText::labelled(label, text));
    }
}

fn document(document: &Evidence) -> Vec<RichText> {
    let mut texts = vec![RichText::labelled("Document", document_title(document))];
    if !document.location.trim().is_empty() {
        let pieces = vec![Span::Plain("Kept: ".into()), location(document)];
        texts.push(RichText { pieces, ..RichText::default() });
    }
    texts.extend(document.approved_on.map(|day| RichText::plain(&format!("Approved: {}", day.in_words()))));
    texts
}

fn planned(action: &Action) -> Vec<RichText> {
    let owner = Some(&action.owner).filter(|owner| !owner.trim().is_empty());
    let done =
        done(action).map(|done| if done == "Yes" { "Done: yes".into() } else { format!("Done: {done}") });
    let lines = [
        owner.map(|owner| format!("Owner: {owner}")),
        action.due.map(|day| format!("Due: {}", day.in_words())),
        action.priority.map(|priority| format!("Priority: {}", words::priority(priority))),
        done,
    ];
    let mut texts = vec![RichText::labelled("Action", what(action))];
    texts.extend(lines.into_iter().flatten().map(|line| RichText::plain(&line)));
    texts
}
