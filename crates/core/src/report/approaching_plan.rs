//! The plan that is published with Approaching Standards: every question that Standards Met still needs, with what is missing,
//! what will be done about it, by whom and by when.

use super::given::{cell, done, otherwise, table};
use super::scope::{Scope, ScopeItem, part_heading};
use super::title::{self, heading};
use super::{PageLayout, PaperBlock, PaperReport, ReportCounts, ReportKind, ReportSource, RichText};
use crate::assessment::{Action, Gap, Judgement, LevelProgress, Response, Status};
use crate::catalogue::{ItemId, Level};
use crate::words;

const COLUMNS: [(&str, u8); 6] = [
    ("Number", 8),
    ("Question", 22),
    ("What is missing", 27),
    ("Action", 22),
    ("Owner", 10),
    ("Expected date", 11),
];
/// The text for a question for which nothing is planned.
const NO_ACTION: &str = "No action yet";
/// The same for a question of which every action is done.
const NO_FURTHER_ACTION: &str = "No further action yet";

/// Returns the plan. Where the edition does not say what Approaching Standards needs, there is only a sentence that says so.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let ReportSource { edition, assessment, .. } = *source;
    let mut paper = title::paper(source, scope.options);
    paper.layout = PageLayout::Landscape;
    if !ReportKind::ApproachingPlan.is_for(edition, assessment) {
        let unknown =
            "Nothing here says which questions Approaching Standards needs, so there is no plan for it.";
        paper.blocks.push(text(unknown));
        return (paper, ReportCounts::default());
    }
    let levels = assessment.levels(edition);
    title::add(&mut paper.facts, "Level", words::level(Level::Approaching));
    for one in &levels {
        title::add(&mut paper.facts, words::level(one.level), &title::progress(one.tally));
    }
    let left: Vec<&ItemId> =
        levels.iter().filter(|one| one.level == Level::Met).flat_map(|one| &one.left).collect();
    paper.blocks.extend(sentences(&levels, left.len()).iter().map(|sentence| text(sentence)));
    let mut holds = ReportCounts { items: left.len(), actions: 0 };
    for chosen in &scope.parts {
        let asked: Vec<&ScopeItem<'_>> =
            chosen.items.iter().filter(|asked| left.contains(&asked.id)).collect();
        holds.actions += asked.iter().map(|asked| asked.actions().count()).sum::<usize>();
        let name = part_heading(edition, chosen.part);
        let rows = asked.iter().flat_map(|asked| rows(source, asked)).collect();
        if let Some(table) = table(&name, &COLUMNS, rows) {
            paper.blocks.extend([heading(2, &name), table]);
        }
    }
    let lines = ["Signed off by (name and role)", "Date"].map(|line| PaperBlock::Line(line.into()));
    paper.blocks.push(PaperBlock::Together(lines.into()));
    (paper, holds)
}

fn text(text: &str) -> PaperBlock {
    PaperBlock::Text(RichText::plain(text))
}

/// Returns what the plan is, and what speaks against publishing it.
fn sentences(levels: &[LevelProgress], left: usize) -> Vec<String> {
    if left == 0 {
        return vec!["Every question that Standards Met needs is done, so no plan is needed.".into()];
    }
    let mut sentences = Vec::new();
    let before = levels.iter().find(|one| one.level == Level::Approaching && !one.is_reached());
    if let Some(before) = before {
        let left: Vec<String> = before.left.iter().map(ToString::to_string).collect();
        let (count, are) = (words::count(left.len(), "question"), if left.len() == 1 { "is" } else { "are" });
        sentences.push(format!(
            "Approaching Standards is not reached yet: {count} that it needs {are} not done ({}).",
            words::list(&left)
        ));
    }
    sentences.push("This plan has every question that is left to do for Standards Met, part by part.".into());
    sentences
}

/// Returns a row for each action of a question, and one that says so where nothing is planned. What is still to do comes first.
fn rows(source: &ReportSource<'_>, asked: &ScopeItem<'_>) -> Vec<Vec<Vec<RichText>>> {
    let (finished, open): (Vec<&Action>, Vec<&Action>) = asked.actions().partition(|action| action.done);
    let nothing = if finished.is_empty() { NO_ACTION } else { NO_FURTHER_ACTION };
    let mut plans: Vec<[String; 3]> = open.into_iter().map(planned).collect();
    if plans.is_empty() {
        plans.push([nothing.into(), String::new(), String::new()]);
    }
    plans.extend(finished.into_iter().map(planned));
    let row = |(place, plan): (usize, [String; 3])| {
        // Said once: it can be long.
        let missing = if place == 0 { missing(source, asked) } else { cell("See above") };
        let mut cells = vec![cell(asked.number()), cell(asked.question()), missing];
        cells.extend(plan.iter().map(|text| cell(text)));
        cells
    };
    plans.into_iter().enumerate().map(row).collect()
}

/// Returns an action, who does it and when, with a note for each that is not said.
fn planned(action: &Action) -> [String; 3] {
    let what = otherwise(&action.what, NO_ACTION).to_owned();
    if let Some(day) = done(action) {
        let day = if action.done_on.is_some() { format!("Done on {day}") } else { "Done".into() };
        return [what, action.owner.clone(), day];
    }
    let due = action.due.map_or_else(|| "No date yet".into(), |day| day.in_words());
    [what, otherwise(&action.owner, "No owner yet").into(), due]
}

/// Returns what is missing: as the status has it, and as the home says it itself where the answer is not yes.
fn missing(source: &ReportSource<'_>, asked: &ScopeItem<'_>) -> Vec<RichText> {
    let (Some(item), Some(status)) = (asked.item, asked.status) else { return Vec::new() };
    let gaps = source.assessment.missing(source.edition, item);
    let mut texts = vec![RichText::plain(&in_short(asked, status, &gaps))];
    let Some(given) = asked.response.filter(|given| is_open(given.judgement)) else { return texts };
    for (label, text) in [("Answer", &given.answer), ("Comments", &given.comments)] {
        if !text.trim().is_empty() {
            texts.push(RichText::labelled(label, text));
        }
    }
    texts
}

/// Returns whether the texts of a response say what is missing, and not what is there or why the question does not apply.
fn is_open(judgement: Option<Judgement>) -> bool {
    matches!(judgement, None | Some(Judgement::NotYet))
}

fn in_short(asked: &ScopeItem<'_>, status: Status, gaps: &[Gap]) -> String {
    match status {
        Status::NotStarted => "Not answered yet.".into(),
        Status::ToConfirm => {
            let year = asked.response.and_then(Response::carried).map(|note| note.year);
            let from = year.map(|year| format!(" from {year}")).unwrap_or_default();
            format!("Carried over{from}, and not confirmed yet.")
        }
        Status::ActionNeeded if gaps.contains(&Gap::JudgementAfterActions) => {
            "Every action is done, and the answer is still “Not yet”.".into()
        }
        Status::ActionPlanned | Status::ActionNeeded => "Not in place yet.".into(),
        Status::Incomplete | Status::Met | Status::NotApplicable => {
            let gaps: Vec<String> = gaps.iter().filter_map(|gap| Some(lacks(*gap)?.to_owned())).collect();
            format!("Answered in part. {}", sentence(&gaps)).trim_end().into()
        }
    }
}

fn sentence(gaps: &[String]) -> String {
    if gaps.is_empty() { String::new() } else { format!("Missing: {}.", words::list(gaps)) }
}

/// Returns what an answer that is not complete lacks; `None` for what belongs to an action, whose columns say it.
fn lacks(gap: Gap) -> Option<&'static str> {
    Some(match gap {
        Gap::Judgement => "whether this is in place",
        Gap::Answer => "the answer",
        Gap::Evidence => "a document",
        Gap::EvidenceTitle => "the title of a document",
        Gap::EvidenceLocation => "where a document is kept",
        Gap::Reason => "the reason why it does not apply",
        Gap::NotApplicableRule => "an answer other than “Not applicable”, which this question does not allow",
        Gap::Explanation => "why the answer is right, as other answers or figures contradict it",
        Gap::ActionWhat | Gap::ActionOwner | Gap::ActionDue | Gap::JudgementAfterActions => return None,
    })
}
