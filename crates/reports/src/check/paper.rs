//! A paper in a document for Word: its words, cells and links, in order.

use super::archive::{Archive, Step};
use crate::Wrong;
use crate::letters::{clean, label, link_words};
use crate::word::{followed, standing};
use standards_met_core::report::{Block, Fact, Grid, Paper, Piece, Text};

/// What is in a document, one after the other. Paragraphs without words are only for room.
#[derive(Clone, Debug, PartialEq)]
enum Found {
    Words(String),
    Link(String),
    /// The description of a table that begins.
    Table(String),
    Head,
    CellEnd,
    RowEnd,
}

/// Reads a document back.
///
/// # Errors
/// [`Wrong::Check`] with the words where it differs.
pub fn word(file: &[u8], paper: &Paper) -> Result<(), Wrong> {
    let archive = Archive::read(file)?;
    let found = found_in(&archive)?;
    let expected = expected_of(paper);
    let pairs = found.iter().map(Some).chain([None]).zip(expected.iter().map(Some).chain([None]));
    for (number, (found, expected)) in (1..).zip(pairs) {
        if found != expected {
            let words = match expected.or(found) {
                Some(Found::Words(words) | Found::Link(words) | Found::Table(words)) => words.as_str(),
                _ => "a table",
            };
            let words: String = words.chars().take(40).collect();
            return Err(Wrong::check(format!("place {number} differs, which is “{words}”")));
        }
    }
    super::same("the number of paragraphs and cells", &found.len(), &expected.len())
}

fn found_in(archive: &Archive) -> Result<Vec<Found>, Wrong> {
    let mut addresses = Vec::new();
    archive.walk("word/_rels/document.xml.rels", |step| {
        if let Step::Open(tag) = step {
            addresses.push((tag.value("Id")?, tag.value("Target")?));
        }
        Ok(())
    })?;
    let mut found = Vec::new();
    let mut words = String::new();
    let (mut in_run, mut in_text) = (false, false);
    archive.walk("word/document.xml", |step| {
        match step {
            Step::Open(tag) => match tag.name {
                "w:r" => in_run = true,
                "w:t" => in_text = true,
                "w:br" => words.push('\n'),
                "w:tab" if in_run => words.push('\t'),
                "w:hyperlink" => {
                    let name = tag.value("r:id")?;
                    let address = addresses.iter().find(|(known, _)| *known == name);
                    found.push(Found::Link(address.map(|(_, address)| address.clone()).unwrap_or_default()));
                }
                "w:tblCaption" => found.push(Found::Table(tag.value("w:val")?)),
                "w:tblHeader" => found.push(Found::Head),
                _ => {}
            },
            Step::Letters(letters) if in_text => words.push_str(letters),
            Step::Letters(_) => {}
            Step::Close("w:r") => in_run = false,
            Step::Close("w:t") => in_text = false,
            Step::Close("w:p") if !words.is_empty() => found.push(Found::Words(std::mem::take(&mut words))),
            Step::Close("w:tc") => found.push(Found::CellEnd),
            Step::Close("w:tr") => found.push(Found::RowEnd),
            Step::Close(_) => {}
        }
        Ok(())
    })?;
    Ok(found)
}

fn expected_of(paper: &Paper) -> Vec<Found> {
    let mut all = Vec::new();
    words(&mut all, &paper.title);
    facts(&mut all, &paper.facts);
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } => words(&mut all, text),
            Block::Text(text) => self::text(&mut all, "", text),
            Block::Facts(facts) => self::facts(&mut all, facts),
            Block::Grid(grid) => self::grid(&mut all, grid),
            Block::Standing(bars) => grid(&mut all, &standing(bars)),
            Block::Line(name) if name.is_empty() => words(&mut all, "\t"),
            Block::Line(name) => words(&mut all, &(label(name) + "\t")),
        }
    }
    all
}

fn words(all: &mut Vec<Found>, text: &str) {
    if !text.is_empty() {
        all.push(Found::Words(clean(text)));
    }
}

fn facts(all: &mut Vec<Found>, facts: &[Fact]) {
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

fn text(all: &mut Vec<Found>, before: &str, text: &Text) {
    let mut line = before.to_owned();
    if !text.label.is_empty() {
        line.push_str(&label(&text.label));
    }
    for piece in &text.pieces {
        match piece {
            Piece::Plain(words) => line.push_str(words),
            Piece::Link { words, address } => {
                line.push_str(&link_words(words, address));
                all.extend(followed(&clean(address)).map(Found::Link));
            }
        }
    }
    words(all, &line);
}

fn grid(all: &mut Vec<Found>, grid: &Grid) {
    if grid.columns.is_empty() {
        return;
    }
    all.push(Found::Table(clean(&grid.caption).replace(['\n', '\t'], " ")));
    all.push(Found::Head);
    for column in &grid.columns {
        words(all, &column.title);
        all.push(Found::CellEnd);
    }
    all.push(Found::RowEnd);
    for row in &grid.rows {
        for cell in row {
            for text in cell {
                self::text(all, "", text);
            }
            all.push(Found::CellEnd);
        }
        all.push(Found::RowEnd);
    }
}
