//! What reviewers say, and what the home did about it.

use super::said::{self, Kept};
use super::scope::{Asked, Scope, part_heading};
use super::title::{self, UNKNOWN, add, heading};
use super::whole::answer;
use super::{Block, Holds, Paper, Source, Text};
use crate::assessment::{On, Verdict};
use crate::words;

/// Only items, parts and the whole of which anything is said.
#[must_use]
pub fn paper(source: &Source<'_>, scope: &Scope<'_>) -> (Paper, Holds) {
    let mut paper = title::paper(source, scope.options);
    let all = said::in_scope(source, scope);
    let mut reviewed = 0;
    let whole = said::of_whole(source, scope);
    section("The whole assessment", texts(source, &whole), &mut paper.blocks);
    for chosen in &scope.parts {
        let part = said::wider(source, &On::Part(chosen.part.number));
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
    let asked = scope.parts.iter().map(|chosen| chosen.items.len()).sum();
    add(&mut paper.facts, "Reviewed", &format!("{reviewed} of {}", words::count(asked, "item")));
    add(&mut paper.facts, "Verdicts", &verdicts(&all));
    if all.is_empty() {
        paper.blocks.push(Block::Text(Text::plain("No reviewer has said anything about it yet.")));
    } else {
        let resolved = all.iter().filter(|(_, review)| review.handling().resolved).count();
        let resolved = format!("{resolved} of {}", words::count(all.len(), "review"));
        add(&mut paper.facts, "Resolved", &resolved);
    }
    (paper, Holds { items: reviewed + others, actions: 0 })
}

fn section(name: &str, blocks: Vec<Block>, into: &mut Vec<Block>) {
    if !blocks.is_empty() {
        into.push(heading(2, name));
        into.extend(blocks);
    }
}

/// The items of which anything is said, each with the answer as it is. Gives how many they are.
fn items(source: &Source<'_>, asked: &[Asked<'_>], blocks: &mut Vec<Block>) -> usize {
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

fn texts(source: &Source<'_>, said: &[Kept<'_>]) -> Vec<Block> {
    said.iter().flat_map(|kept| said::texts(source, *kept)).map(Block::Text).collect()
}

/// How often each verdict was given, as in `2 agreed, 1 question`.
fn verdicts(all: &[Kept<'_>]) -> String {
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
