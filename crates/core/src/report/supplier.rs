//! The questions for the IT supplier, with room for the answers.

use super::guidance::guidance;
use super::scope::{Scope, part_heading};
use super::title::{self, heading, organisation};
use super::{PaperBlock, PaperReport, ReportCounts, ReportSource, RichText};
use crate::catalogue::EvidenceItem;

/// The lines below each question that are filled in by hand.
const LINES: [&str; 6] =
    ["☐ Yes     ☐ Not yet     ☐ Does not apply", "Answer", "", "", "Comments", "Name and date"];

/// Returns the questionnaire for the supplier. It contains none of the home's own answers.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let mut paper = title::paper(source, scope.options);
    let name = organisation(source.assessment);
    let whose = if name.trim().is_empty() { String::new() } else { format!("For {name}. ") };
    let opening = format!("{whose}Please answer each question, and return this sheet.");
    paper.blocks.push(PaperBlock::Text(RichText::plain(&opening)));
    let mut holds = ReportCounts::default();
    for chosen in &scope.parts {
        let items = chosen.items.iter().filter_map(|asked| asked.item);
        let items: Vec<&EvidenceItem> = items.filter(|item| item.ask_it_supplier).collect();
        if items.is_empty() {
            continue;
        }
        holds.items += items.len();
        paper.blocks.push(heading(2, &part_heading(source.edition, chosen.part)));
        paper.blocks.extend(items.into_iter().flat_map(|item| question(item, scope.options.tooltips)));
    }
    if holds.items == 0 {
        let none = "This edition has no question for the IT supplier.";
        paper.blocks = vec![PaperBlock::Text(RichText::plain(none))];
    }
    (paper, holds)
}

fn question(item: &EvidenceItem, tooltips: bool) -> Vec<PaperBlock> {
    let mut blocks = vec![heading(3, &format!("{} {}", item.id, item.question))];
    let short =
        item.for_it_supplier.as_ref().or(item.in_short.as_ref()).filter(|short| !short.trim().is_empty());
    blocks.extend(short.map(|short| PaperBlock::Text(RichText::labelled("In short", short))));
    if tooltips {
        blocks.extend(guidance(item).into_iter().map(PaperBlock::Text));
    }
    blocks.extend(LINES.map(|line| PaperBlock::Line(line.into())));
    blocks
}
