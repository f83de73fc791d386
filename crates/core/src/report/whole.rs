//! Everything that is in the assessment.

use super::given::{cell, facts, grids, table};
use super::guidance::guidance;
use super::said::{self, ReviewOfResponse};
use super::scope::{Scope, ScopeItem, WHOLE, part_heading};
use super::title::{self, UNKNOWN, add, heading, progress, say_if_nothing_is_open};
use super::{PaperBlock, PaperReport, ReportCounts, ReportSource, RichText};
use crate::assessment::{InterviewAnswer, Subject, YesNoUnsure};
use crate::words;

/// Returns the whole assessment, item by item.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let ReportSource { edition, assessment, .. } = *source;
    let mut paper = title::paper(source, scope.options);
    add(&mut paper.facts, "Started", &source.day(assessment.created_at).in_words());
    add(&mut paper.facts, "Last changed", &source.day(assessment.edited_at).in_words());
    add(&mut paper.facts, "Progress", &progress(assessment.tally(edition)));
    let blocks = &mut paper.blocks;
    blocks.extend(told(source));
    if scope.options.reviews {
        let whole = said::of_whole(source, scope);
        blocks.extend(reviews(source, heading(2, "Reviewer comments on the whole assessment"), whole));
    }
    for chosen in &scope.parts {
        blocks.push(heading(2, &part_heading(edition, chosen.part)));
        if scope.options.reviews {
            let part = said::wider(source, &Subject::Part(chosen.part.number));
            blocks.extend(reviews(source, heading(3, "Reviewer comments on this whole part"), part));
        }
        blocks.extend(chosen.items.iter().flat_map(|asked| one(source, scope, asked)));
    }
    say_if_nothing_is_open(scope, blocks);
    if let Some(whole) = &scope.whole {
        blocks.push(heading(2, WHOLE));
        blocks.extend(grids(whole));
    }
    if !scope.unknown.is_empty() {
        blocks.push(heading(2, UNKNOWN));
        blocks.extend(scope.unknown.iter().flat_map(|asked| one(source, scope, asked)));
    }
    (paper, scope.holds())
}

/// Returns the answers about the organisation with their questions; empty where nothing was answered.
fn told(source: &ReportSource<'_>) -> Vec<PaperBlock> {
    let row = |(question, told): (String, YesNoUnsure)| vec![cell(&question), cell(words::told(told))];
    let rows = interview(source).into_iter().map(row).collect();
    let name = "About your organisation";
    let Some(grid) = table(name, &[("Question", 80), ("Answer", 20)], rows) else { return Vec::new() };
    vec![heading(2, name), grid]
}

/// Returns each question about the organisation that was answered, in the order of the edition. A question that the
/// edition does not have is named by its identifier.
#[must_use]
pub fn interview(source: &ReportSource<'_>) -> Vec<(String, YesNoUnsure)> {
    let ReportSource { edition, assessment, .. } = *source;
    let asked = edition.interview.iter();
    let known = asked.filter_map(|asked| Some((asked.question.clone(), assessment.told(&asked.id)?)));
    let without = |given: &&InterviewAnswer| edition.interview_question(&given.question).is_none();
    let other = assessment.interview.iter().filter(without);
    known.chain(other.filter_map(|given| Some((given.question.clone(), given.answer?)))).collect()
}

fn one(source: &ReportSource<'_>, scope: &Scope<'_>, asked: &ScopeItem<'_>) -> Vec<PaperBlock> {
    let mut blocks = vec![heading(3, &asked.name())];
    if let Some(item) = asked.item.filter(|_| scope.options.tooltips) {
        blocks.push(heading(4, words::guidance_heading(source.edition.wording)));
        blocks.extend(guidance(item).into_iter().map(PaperBlock::Text));
        blocks.push(heading(4, "The home’s answer"));
    }
    blocks.push(PaperBlock::Facts(facts(source, asked)));
    blocks.extend(grids(asked));
    if scope.options.reviews {
        blocks.extend(reviews(source, heading(4, "Reviewer comments"), said::of_item(asked)));
    }
    blocks
}

/// Returns the reviews below their heading; empty where there are none.
fn reviews(
    source: &ReportSource<'_>,
    heading: PaperBlock,
    said: Vec<ReviewOfResponse<'_>>,
) -> Vec<PaperBlock> {
    if said.is_empty() {
        return Vec::new();
    }
    let blocks = said.into_iter().flat_map(|kept| said::blocks(source, kept));
    std::iter::once(heading).chain(blocks).collect()
}

/// Returns the status and everything that was answered, with documents and actions, as a reviewer saw them.
#[must_use]
pub fn answer(asked: &ScopeItem<'_>) -> Vec<PaperBlock> {
    let mut texts = Vec::new();
    let mut label = |name: &str, text: &str| {
        if !text.trim().is_empty() {
            texts.push(PaperBlock::Text(RichText::labelled(name, text)));
        }
    };
    label("Status", asked.status.map_or("", words::status));
    if let Some(given) = asked.response {
        label("Is this in place?", given.judgement.map_or("", words::judgement));
        label("Answer", &given.answer);
        label("Reason why it does not apply", &given.not_applicable_reason);
        label("Why this answer is right", &given.explanation);
        label("Comments", &given.comments);
    }
    texts.extend(grids(asked));
    texts
}
