//! Compares a paper report with a document for Word: its words, cells and links, in order.

use super::archive::{Archive, XmlEvent};
use crate::ReportError;
use crate::letters::{clean, label};
use crate::word::{followed, status};
use standards_met_core::report::{Fact, Grid, PaperBlock, PaperReport, RichText, Span, link_words};

/// A piece of the content of a document, in order. Paragraphs without words are ignored: they only add space.
#[derive(Clone, Debug, PartialEq)]
enum DocxEvent {
    Words(String),
    Link(String),
    /// A table begins; its description.
    Table(String),
    Head,
    CellEnd,
    RowEnd,
}

/// Reads a document back and compares it with the paper report.
///
/// # Errors
/// [`ReportError::Check`] with the words where it differs.
pub fn word(file: &[u8], paper: &PaperReport) -> Result<(), ReportError> {
    let archive = Archive::read(file)?;
    let found = found_in(&archive)?;
    let expected = expected_of(paper);
    let pairs = found.iter().map(Some).chain([None]).zip(expected.iter().map(Some).chain([None]));
    for (number, (found, expected)) in (1..).zip(pairs) {
        if found != expected {
            let words = match expected.or(found) {
                Some(DocxEvent::Words(words) | DocxEvent::Link(words) | DocxEvent::Table(words)) => {
                    words.as_str()
                }
                _ => "a table",
            };
            let words: String = words.chars().take(40).collect();
            return Err(ReportError::check(format!("place {number} differs, which is “{words}”")));
        }
    }
    super::same("the number of paragraphs and cells", &found.len(), &expected.len())
}

fn found_in(archive: &Archive) -> Result<Vec<DocxEvent>, ReportError> {
    let mut addresses = Vec::new();
    archive.walk("word/_rels/document.xml.rels", |step| {
        if let XmlEvent::Open(tag) = step {
            addresses.push((tag.value("Id")?, tag.value("Target")?));
        }
        Ok(())
    })?;
    let mut found = Vec::new();
    let mut words = String::new();
    let (mut in_run, mut in_text) = (false, false);
    archive.walk("word/document.xml", |step| {
        match step {
            XmlEvent::Open(tag) => match tag.name {
                "w:r" => in_run = true,
                "w:t" => in_text = true,
                "w:br" => words.push('\n'),
                "w:tab" if in_run => words.push('\t'),
                "w:hyperlink" => {
                    let name = tag.value("r:id")?;
                    let address = addresses.iter().find(|(known, _)| *known == name);
                    found.push(DocxEvent::Link(
                        address.map(|(_, address)| address.clone()).unwrap_or_default(),
                    ));
                }
                "w:tblCaption" => found.push(DocxEvent::Table(tag.value("w:val")?)),
                "w:tblHeader" => found.push(DocxEvent::Head),
                _ => {}
            },
            XmlEvent::Letters(letters) if in_text => words.push_str(letters),
            XmlEvent::Letters(_) => {}
            XmlEvent::Close("w:r") => in_run = false,
            XmlEvent::Close("w:t") => in_text = false,
            XmlEvent::Close("w:p") if !words.is_empty() => {
                found.push(DocxEvent::Words(std::mem::take(&mut words)))
            }
            XmlEvent::Close("w:tc") => found.push(DocxEvent::CellEnd),
            XmlEvent::Close("w:tr") => found.push(DocxEvent::RowEnd),
            XmlEvent::Close(_) => {}
        }
        Ok(())
    })?;
    Ok(found)
}

fn expected_of(paper: &PaperReport) -> Vec<DocxEvent> {
    let mut all = Vec::new();
    words(&mut all, &paper.title);
    facts(&mut all, &paper.facts);
    blocks(&mut all, &paper.blocks);
    all
}

fn blocks(all: &mut Vec<DocxEvent>, blocks: &[PaperBlock]) {
    for block in blocks {
        match block {
            PaperBlock::Heading { text, .. } => words(all, text),
            PaperBlock::Text(text) => self::text(all, "", text),
            PaperBlock::Facts(facts) => self::facts(all, facts),
            PaperBlock::Grid(grid) => self::grid(all, grid),
            PaperBlock::Statuses(bars) => grid(all, &status(bars)),
            PaperBlock::Line(name) if name.is_empty() => words(all, "\t"),
            PaperBlock::Line(name) => words(all, &(label(name) + "\t")),
            PaperBlock::Together(blocks) => self::blocks(all, blocks),
        }
    }
}

fn words(all: &mut Vec<DocxEvent>, text: &str) {
    if !text.is_empty() {
        all.push(DocxEvent::Words(clean(text)));
    }
}

fn facts(all: &mut Vec<DocxEvent>, facts: &[Fact]) {
    for fact in facts {
        let name = label(&fact.name);
        let beside = fact.value.first().filter(|first| !first.listed && first.label.is_empty());
        match beside {
            Some(first) => text(all, &name, first),
            None => words(all, &name),
        }
        for below in fact.value.iter().skip(usize::from(beside.is_some())) {
            text(all, "", below);
        }
    }
}

fn text(all: &mut Vec<DocxEvent>, before: &str, text: &RichText) {
    let mut line = before.to_owned();
    if !text.label.is_empty() {
        line.push_str(&label(&text.label));
    }
    for piece in &text.pieces {
        match piece {
            Span::Plain(words) => line.push_str(words),
            Span::Link { words, address } => {
                line.push_str(&link_words(words, address));
                all.extend(followed(&clean(address)).map(DocxEvent::Link));
            }
        }
    }
    words(all, &line);
}

fn grid(all: &mut Vec<DocxEvent>, grid: &Grid) {
    if grid.columns.is_empty() {
        return;
    }
    if grid.captioned {
        words(all, &grid.caption);
    }
    all.push(DocxEvent::Table(clean(&grid.caption).replace(['\n', '\t'], " ")));
    all.push(DocxEvent::Head);
    for column in &grid.columns {
        words(all, &column.title);
        all.push(DocxEvent::CellEnd);
    }
    all.push(DocxEvent::RowEnd);
    for row in &grid.rows {
        for cell in row {
            for text in cell {
                self::text(all, "", text);
            }
            all.push(DocxEvent::CellEnd);
        }
        all.push(DocxEvent::RowEnd);
    }
}
