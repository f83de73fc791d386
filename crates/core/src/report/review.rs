//! What reviewers say, and what the home did about it.

use super::given::grids;
use super::said::{self, ReviewOfResponse};
use super::scope::{Scope, ScopeItem, part_heading};
use super::title::{self, UNKNOWN, add, heading};
use super::whole::answer;
use super::{PaperBlock, PaperReport, ReportCounts, ReportSource, RichText};
use crate::assessment::{Subject, Verdict};
use crate::words;

/// Returns the reviews. Only items, parts and the whole with a review are included.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let mut paper = title::paper(source, scope.options);
    let all = said::in_scope(source, scope);
    let mut reviewed = 0;
    let whole = said::of_whole(source, scope);
    let mut blocks = texts(source, &whole);
    blocks.extend(scope.whole.iter().flat_map(grids));
    section("The whole assessment", blocks, &mut paper.blocks);
    for chosen in &scope.parts {
        let part = said::wider(source, &Subject::Part(chosen.part.number));
        let mut blocks = Vec::new();
        if !part.is_empty() {
            blocks.push(heading(3, "This whole part"));
        }
        blocks.extend(texts(source, &part));
        reviewed += items(source, &chosen.items, &mut blocks);
        section(&part_heading(source.edition, chosen.part), blocks, &mut paper.blocks);
    }
    let mut blocks = Vec::new();
    let others = items(source, &scope.unknown, &mut blocks);
    section(UNKNOWN, blocks, &mut paper.blocks);
    let asked = || scope.parts.iter().flat_map(|chosen| &chosen.items);
    let is_answered = |one: &&ScopeItem<'_>| one.response.is_some_and(|response| !response.is_blank());
    let answered = asked().filter(is_answered).count();
    // As on screen: what is not answered need not be reviewed.
    let is_reviewed = |one: &&ScopeItem<'_>| !said::of_item(one).is_empty();
    let only_answers = asked().filter(is_reviewed).all(|one| is_answered(&one));
    let of = match answered < asked().count() && only_answers {
        true => format!("{answered} answered questions"),
        false => words::count(asked().count(), "question"),
    };
    add(&mut paper.facts, "Reviewed", &format!("{reviewed} of {of}"));
    add(&mut paper.facts, "Verdicts", &verdicts(&all));
    if all.is_empty() {
        paper.blocks.push(PaperBlock::Text(RichText::plain("There are no reviewer comments yet.")));
    } else {
        let resolved = all.iter().filter(|(_, review)| review.handling().resolved).count();
        let resolved = format!("{resolved} of {}", words::count(all.len(), "comment"));
        add(&mut paper.facts, "Resolved", &resolved);
    }
    (paper, ReportCounts { items: reviewed + others, actions: 0 })
}

fn section(name: &str, blocks: Vec<PaperBlock>, into: &mut Vec<PaperBlock>) {
    if !blocks.is_empty() {
        into.push(heading(2, name));
        into.extend(blocks);
    }
}

/// Adds the items with a review, each with its current answer, and returns how many there are.
fn items(source: &ReportSource<'_>, asked: &[ScopeItem<'_>], blocks: &mut Vec<PaperBlock>) -> usize {
    let mut reviewed = 0;
    for one in asked {
        let said = said::of_item(one);
        if said.is_empty() {
            continue;
        }
        reviewed += 1;
        blocks.push(heading(3, &one.name()));
        blocks.extend(answer(one));
        blocks.extend(texts(source, &said));
    }
    reviewed
}

fn texts(source: &ReportSource<'_>, said: &[ReviewOfResponse<'_>]) -> Vec<PaperBlock> {
    said.iter().flat_map(|kept| said::blocks(source, *kept)).collect()
}

/// Returns how often each verdict was given, as in `2 agreed, 1 question`.
fn verdicts(all: &[ReviewOfResponse<'_>]) -> String {
    let counted = |verdict: Verdict| {
        let count = all.iter().filter(|(_, review)| review.verdict == Some(verdict)).count();
        let words = match (verdict, count) {
            (_, 0) => return None,
            (Verdict::Agreed, _) => "agreed",
            (Verdict::Question, 1) => "question",
            (Verdict::Question, _) => "questions",
            (Verdict::NotAgreed, _) => "not agreed",
        };
        Some(format!("{count} {words}"))
    };
    let each = [Verdict::Agreed, Verdict::Question, Verdict::NotAgreed].into_iter().filter_map(counted);
    each.collect::<Vec<_>>().join(", ")
}
