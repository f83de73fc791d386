//! The questions for the IT supplier, with room for the answers.

use super::guidance::guidance;
use super::scope::{Scope, part_heading};
use super::title::{self, heading};
use super::{PaperBlock, PaperReport, ReportCounts, ReportSource, RichText};
use crate::catalogue::EvidenceItem;

/// The lines that say where the sheet goes and until when.
const RETURN: [&str; 2] = ["Please return to", "By (date)"];
/// The lines below each question that are filled in by hand.
const LINES: [&str; 5] = ["Answer", "", "", "Comments", "Name and date"];
/// The boxes to tick above those lines.
const BOXES: &str = "☐ Yes     ☐ Not yet     ☐ Does not apply";

/// Returns the questionnaire for the supplier. It contains none of the home's own answers.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let mut paper = title::paper(source, scope.options);
    let opening = PaperBlock::Text(RichText::plain("Please answer each question, and return this sheet."));
    let lines = RETURN.map(|line| PaperBlock::Line(line.into()));
    paper.blocks.push(PaperBlock::Together(std::iter::once(opening).chain(lines).collect()));
    let mut holds = ReportCounts::default();
    for chosen in &scope.parts {
        let items = chosen.items.iter().filter_map(|asked| asked.item);
        let items: Vec<&EvidenceItem> = items.filter(|item| item.ask_it_supplier).collect();
        if items.is_empty() {
            continue;
        }
        holds.items += items.len();
        paper.blocks.push(heading(2, &part_heading(source.edition, chosen.part)));
        paper.blocks.extend(items.into_iter().map(|item| question(item, scope.options.tooltips)));
    }
    if holds.items == 0 {
        let none = "There are no questions for the IT supplier in this toolkit year.";
        paper.blocks = vec![PaperBlock::Text(RichText::plain(none))];
    }
    (paper, holds)
}

/// Returns a question with its guidance and the lines for the answer, which belong on one page.
fn question(item: &EvidenceItem, tooltips: bool) -> PaperBlock {
    let mut blocks = vec![heading(3, &format!("{} {}", item.id, item.question))];
    let short =
        item.for_it_supplier.as_ref().or(item.in_short.as_ref()).filter(|short| !short.trim().is_empty());
    blocks.extend(short.map(|short| PaperBlock::Text(RichText::labelled("In short", short))));
    if tooltips {
        blocks.extend(guidance(item).into_iter().map(PaperBlock::Text));
    }
    blocks.push(PaperBlock::Text(RichText::plain(BOXES)));
    blocks.extend(LINES.map(|line| PaperBlock::Line(line.into())));
    PaperBlock::Together(blocks)
}
