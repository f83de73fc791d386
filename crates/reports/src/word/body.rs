//! Writes the content of the document, from the title to the last line, and the footer of every page.

use super::address::followed;
use super::runs::{directed, plain, run};
use super::table::{self, TableLayout};
use crate::letters::{clean, label};
use docx_rs::{
    Docx, Footer, Hyperlink, HyperlinkData, IndentLevel, NumPages, NumberingId, PageMargin, PageNum,
    PageOrientationType, Paragraph, Tab, TabLeaderType, TabValueType,
};
use quick_xml::escape::escape;
use standards_met_core::report::{
    Fact, Grid, PageLayout, PaperBlock, PaperReport, RichText, Span, link_words,
};

/// The short side of A4, in twentieths of a point, as Word counts.
const SHORT: u32 = 11_906;
/// The long side of A4, in twentieths of a point.
const LONG: u32 = 16_838;
/// The margin around the content, in twentieths of a point.
const MARGIN: u32 = 1_134;
/// The margin of a report that has to fit on one page.
const NARROW: u32 = 850;

/// The length in bytes of a value that fits on a line.
const ONE_LINE: usize = 70;

/// A document that is being written.
pub(super) struct DocxBody {
    docx: Docx,
    /// The width of a line, in twentieths of a point.
    width: usize,
    layout: PageLayout,
    /// The addresses of the links so far. The position of an address determines its name in the file.
    addresses: Vec<String>,
    /// The number of tables so far.
    tables: usize,
}

/// Where a paragraph stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ParagraphPlace {
    Page,
    Cell,
}

impl DocxBody {
    pub(super) fn new(paper: &PaperReport) -> Self {
        let layout = paper.layout;
        let wide = layout == PageLayout::Landscape;
        let (across, down) = if wide { (LONG, SHORT) } else { (SHORT, LONG) };
        let margin = if layout == PageLayout::OnePage { NARROW } else { MARGIN };
        let width = usize::try_from(across.saturating_sub(2 * margin)).unwrap_or_default();
        let margin = i32::try_from(margin).unwrap_or_default();
        let margins = PageMargin {
            top: margin,
            left: margin,
            bottom: margin,
            right: margin,
            header: margin / 2,
            footer: margin / 2,
            gutter: 0,
        };
        let mut docx = Docx::new().page_size(across, down).page_margin(margins).footer(footer(paper, width));
        if wide {
            docx = docx.page_orient(PageOrientationType::Landscape);
        }
        docx.document_rels.has_numberings = true;
        Self { docx, width, layout, addresses: Vec::new(), tables: 0 }
    }

    pub(super) fn write(&mut self, paper: &PaperReport) {
        self.add(plain(&paper.title, "Title", false));
        self.facts(&paper.facts, false);
        self.blocks(&paper.blocks, false);
    }

    /// Writes the blocks; `together` is whether each stays on the page of the next.
    fn blocks(&mut self, blocks: &[PaperBlock], together: bool) {
        for (place, block) in blocks.iter().enumerate() {
            let next = blocks.get(place + 1);
            // Lines to write on never stand alone on a page.
            let keep = next.is_some_and(|next| together || begins_with_line(next));
            self.block(block, keep);
        }
    }

    /// Writes a block, which stays on the page of the next one where `keep` says so.
    fn block(&mut self, block: &PaperBlock, keep: bool) {
        match block {
            PaperBlock::Heading { level, text } => {
                // The title is the only heading of level 1, and Word numbers the headings below it from 1.
                let level = level.saturating_sub(1).clamp(1, 4);
                self.add(plain(text, &format!("Heading{level}"), false));
            }
            PaperBlock::Text(text) => {
                let paragraph = self.paragraph(text, ParagraphPlace::Page, false);
                self.add(kept(paragraph, keep));
            }
            PaperBlock::Facts(facts) => self.facts(facts, keep),
            PaperBlock::Grid(grid) => self.grid(grid, keep),
            PaperBlock::Statuses(bars) => self.grid(&table::status(bars), keep),
            PaperBlock::Line(name) => self.line(name, keep),
            PaperBlock::Together(blocks) => self.blocks(blocks, true),
        }
    }

    /// Returns how many tables there are.
    pub(super) fn tables(&self) -> usize {
        self.tables
    }

    pub(super) fn docx(self) -> Docx {
        self.docx
    }

    fn add(&mut self, paragraph: Paragraph) {
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_paragraph(paragraph);
    }

    /// Writes a table, whose last row stays on the page of what follows where `keep` says so.
    fn grid(&mut self, grid: &Grid, keep: bool) {
        if grid.columns.is_empty() {
            return;
        }
        if grid.captioned {
            self.add(plain(&grid.caption, "Caption", false));
        }
        let (width, is_dense) = (self.width, self.layout == PageLayout::OnePage);
        let mut making = |text: &RichText, bold| self.paragraph(text, ParagraphPlace::Cell, bold);
        let table = table::table(grid, &TableLayout { width, is_dense, keep }, &mut making);
        self.tables += 1;
        let docx = std::mem::take(&mut self.docx);
        // Word would join two tables that follow each other.
        self.docx = docx.add_table(table).add_paragraph(kept(Paragraph::new().style("TableText"), keep));
    }

    /// Writes names in bold with their values. They are paragraphs, so that they are read out in the order in which
    /// they are read.
    fn facts(&mut self, facts: &[Fact], keep: bool) {
        for (place, fact) in facts.iter().enumerate() {
            // A short one below a heading does not stand at the foot of a page alone.
            let is_short = fact.value.iter().map(RichText::length).sum::<usize>() <= ONE_LINE;
            let keep = keep || (is_short && place + 1 < facts.len());
            let mut value = fact.value.as_slice();
            let mut name = Paragraph::new().style("Normal").add_run(run(&label(&fact.name), true));
            match value {
                [first, rest @ ..] if !first.listed && first.label.is_empty() => {
                    name = self.pieces(name, first, false);
                    name = directed(name, &first.words());
                    value = rest;
                }
                _ => name = name.keep_next(true),
            }
            self.add(kept(name, keep));
            for text in value {
                let paragraph = self.paragraph(text, ParagraphPlace::Page, false);
                self.add(kept(paragraph, keep));
            }
        }
    }

    /// Writes a line to write on by hand, as long as there is room for.
    fn line(&mut self, name: &str, keep: bool) {
        let end = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Underscore).pos(self.width);
        let text = if name.is_empty() { String::new() } else { label(name) };
        let words = run(&text, false).add_tab();
        let line = Paragraph::new().style("WritingLine").keep_lines(true).add_tab(end).add_run(words);
        self.add(kept(line, keep));
    }

    pub(super) fn paragraph(&mut self, text: &RichText, place: ParagraphPlace, bold: bool) -> Paragraph {
        let style = match (place, text.listed) {
            (ParagraphPlace::Page, false) => "Normal",
            (ParagraphPlace::Page, true) => "ListBullet",
            (ParagraphPlace::Cell, false) => "TableText",
            (ParagraphPlace::Cell, true) => "TableBullet",
        };
        let mut paragraph = Paragraph::new().style(style);
        if text.listed {
            paragraph = paragraph.numbering(NumberingId::new(1), IndentLevel::new(0));
        }
        if !text.label.is_empty() {
            paragraph = paragraph.add_run(run(&label(&text.label), true));
        }
        directed(self.pieces(paragraph, text, bold), &text.words())
    }

    fn pieces(&mut self, mut paragraph: Paragraph, text: &RichText, bold: bool) -> Paragraph {
        for piece in &text.pieces {
            paragraph = match piece {
                Span::Plain(words) => paragraph.add_run(run(words, bold)),
                Span::Link { words, address } => {
                    let words = run(&link_words(words, address), bold);
                    match followed(&clean(address)) {
                        Some(address) => {
                            paragraph.add_hyperlink(self.link(&address).add_run(words.style("Hyperlink")))
                        }
                        None => paragraph.add_run(words),
                    }
                }
            };
        }
        paragraph
    }

    /// Returns a link without words. Its name in the file is its position among the links, because the library's own
    /// numbers continue from one file to the next.
    fn link(&mut self, address: &str) -> Hyperlink {
        let known = self.addresses.iter().position(|known| known == address);
        let place = known.unwrap_or_else(|| {
            self.addresses.push(address.into());
            self.addresses.len() - 1
        });
        let link =
            HyperlinkData::External { rid: format!("link{place}"), path: escape(address).into_owned() };
        Hyperlink { link, history: None, children: Vec::new() }
    }
}

/// Has a paragraph stay on the page of the next one.
fn kept(paragraph: Paragraph, keep: bool) -> Paragraph {
    if keep { paragraph.keep_next(true) } else { paragraph }
}

fn begins_with_line(block: &PaperBlock) -> bool {
    match block {
        PaperBlock::Line(_) => true,
        PaperBlock::Together(blocks) => blocks.first().is_some_and(begins_with_line),
        _ => false,
    }
}

/// Returns the footer: the title, which says whose the report is, and the number of the page and of all pages.
fn footer(paper: &PaperReport, width: usize) -> Footer {
    let end = Tab::new().val(TabValueType::Right).pos(width);
    let line = Paragraph::new()
        .style("Footer")
        .add_tab(end)
        .add_run(run(&format!("{}\tPage ", paper.title), false))
        .add_page_num(PageNum::new())
        .add_run(run(" of ", false))
        .add_num_pages(NumPages::new());
    Footer::new().add_paragraph(line)
}
