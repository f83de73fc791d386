//! Writes the content of the document, from the title to the last line, and the footer of every page.

use super::address::followed;
use super::runs::{directed, plain, run};
use super::table;
use crate::FileProperties;
use crate::letters::{clean, label, link_words};
use docx_rs::{
    Docx, Footer, Hyperlink, HyperlinkData, IndentLevel, NumPages, NumberingId, PageMargin, PageNum,
    PageOrientationType, Paragraph, Tab, TabLeaderType, TabValueType,
};
use quick_xml::escape::escape;
use standards_met_core::report::{Fact, Grid, PaperBlock, PaperReport, RichText, Span};

/// The short side of A4, in twentieths of a point, as Word counts.
const SHORT: u32 = 11_906;
/// The long side of A4, in twentieths of a point.
const LONG: u32 = 16_838;
/// The margin around the content, in twentieths of a point.
const MARGIN: u32 = 1_134;

/// A document that is being written.
pub(super) struct DocxBody {
    docx: Docx,
    /// The width of a line, in twentieths of a point.
    width: usize,
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
    pub(super) fn new(paper: &PaperReport, about: &FileProperties) -> Self {
        let (across, down) = if paper.wide { (LONG, SHORT) } else { (SHORT, LONG) };
        let width = usize::try_from(across.saturating_sub(2 * MARGIN)).unwrap_or_default();
        let margin = i32::try_from(MARGIN).unwrap_or_default();
        let margins = PageMargin {
            top: margin,
            left: margin,
            bottom: margin,
            right: margin,
            header: margin / 2,
            footer: margin / 2,
            gutter: 0,
        };
        let mut docx =
            Docx::new().page_size(across, down).page_margin(margins).footer(footer(paper, about, width));
        if paper.wide {
            docx = docx.page_orient(PageOrientationType::Landscape);
        }
        docx.document_rels.has_numberings = true;
        Self { docx, width, addresses: Vec::new(), tables: 0 }
    }

    pub(super) fn write(&mut self, paper: &PaperReport) {
        self.add(plain(&paper.title, "Title", false));
        self.facts(&paper.facts);
        for block in &paper.blocks {
            match block {
                PaperBlock::Heading { level, text } => {
                    // The title is the only heading of level 1, and Word numbers the headings below it from 1.
                    let level = level.saturating_sub(1).clamp(1, 4);
                    self.add(plain(text, &format!("Heading{level}"), false));
                }
                PaperBlock::Text(text) => {
                    let paragraph = self.paragraph(text, ParagraphPlace::Page, false);
                    self.add(paragraph);
                }
                PaperBlock::Facts(facts) => self.facts(facts),
                PaperBlock::Grid(grid) => self.grid(grid),
                PaperBlock::Statuses(bars) => self.grid(&table::status(bars)),
                PaperBlock::Line(name) => self.line(name),
            }
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

    fn grid(&mut self, grid: &Grid) {
        if grid.columns.is_empty() {
            return;
        }
        let width = self.width;
        let table =
            table::table(grid, width, &mut |text, bold| self.paragraph(text, ParagraphPlace::Cell, bold));
        self.tables += 1;
        let docx = std::mem::take(&mut self.docx);
        // Word would join two tables that follow each other.
        self.docx = docx.add_table(table).add_paragraph(Paragraph::new().style("TableText"));
    }

    /// Writes names in bold with their values. They are paragraphs, so that they are read out in the order in which
    /// they are read.
    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
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
            self.add(name);
            for text in value {
                let paragraph = self.paragraph(text, ParagraphPlace::Page, false);
                self.add(paragraph);
            }
        }
    }

    /// Writes a line to write on by hand, as long as there is room for.
    fn line(&mut self, name: &str) {
        let end = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Underscore).pos(self.width);
        let text = if name.is_empty() { String::new() } else { label(name) };
        let words = run(&text, false).add_tab();
        self.add(Paragraph::new().style("Normal").keep_lines(true).add_tab(end).add_run(words));
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

/// Returns the footer: the title, the organisation, and the number of the page and of all pages.
fn footer(paper: &PaperReport, about: &FileProperties, width: usize) -> Footer {
    let end = Tab::new().val(TabValueType::Right).pos(width);
    let whose =
        if about.organisation.is_empty() { String::new() } else { format!(" – {}", about.organisation) };
    let line = Paragraph::new()
        .style("Footer")
        .add_tab(end)
        .add_run(run(&format!("{}{whose}\tPage ", paper.title), false))
        .add_page_num(PageNum::new())
        .add_run(run(" of ", false))
        .add_num_pages(NumPages::new());
    Footer::new().add_paragraph(line)
}
