//! Documents for Word.

mod common;

use common::{about, awkward, leave};
use reports::{ReportError, check, word};
use standards_met_core::report::{
    Fact, Grid, GridColumn, PaperBlock, PaperReport, RichText, Span, StatusBar,
};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn grid(texts: &[String]) -> Grid {
    let cell = |text: &String| {
        vec![RichText::labelled("What", text), RichText { listed: true, ..RichText::plain(text) }]
    };
    Grid {
        caption: "Actions <of> \"all\"".into(),
        columns: vec![GridColumn::new("Item", 20), GridColumn::new("Action", 50), GridColumn::new("Due", 30)],
        rows: texts.iter().map(|text| vec![vec![RichText::plain(text)], cell(text), Vec::new()]).collect(),
    }
}

fn paper(wide: bool) -> PaperReport {
    let texts = awkward();
    let link = |words: &str, address: &str| Span::Link { words: words.into(), address: address.into() };
    let mut blocks = vec![
        PaperBlock::Heading { level: 2, text: "Part 1".into() },
        PaperBlock::Heading { level: 3, text: "1.1.5".into() },
        PaperBlock::Heading { level: 4, text: "Below".into() },
    ];
    blocks.extend(texts.iter().map(|text| PaperBlock::Text(RichText::labelled("Question:", text))));
    blocks.push(PaperBlock::Text(RichText {
        pieces: vec![
            Span::Plain("See ".into()),
            link("the toolkit", "https://www.dsptoolkit.nhs.uk/?a=1&b='2'"),
            link("https://a.uk/", "https://a.uk/"),
            link("broken", "https://[a b"),
        ],
        ..RichText::default()
    }));
    blocks.push(PaperBlock::Facts(vec![
        Fact {
            name: "Lines".into(),
            value: vec![RichText::plain("one"), RichText { listed: true, ..RichText::plain("two") }],
        },
        Fact { name: "Listed".into(), value: vec![RichText { listed: true, ..RichText::plain("one") }] },
        Fact { name: "Nothing".into(), value: Vec::new() },
    ]));
    blocks.push(PaperBlock::Grid(grid(&texts)));
    blocks.push(PaperBlock::Statuses(vec![StatusBar {
        name: "Part 1: Staffing".into(),
        counts: [1, 2, 3, 4, 5, 6],
    }]));
    blocks.push(PaperBlock::Line("Signature".into()));
    blocks.push(PaperBlock::Line(String::new()));
    let facts = texts.iter().map(|text| Fact::new("Care home", text)).collect();
    PaperReport { title: "Action plan".into(), wide, facts, blocks }
}

fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let part = |place| {
        let mut part = archive.by_index(place).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..ZipArchive::new(Cursor::new(file)).expect("an archive").len()).map(part).collect()
}

fn part(file: &[u8], path: &str) -> String {
    parts(file).into_iter().find(|(known, _)| known == path).expect("the part").1
}

/// The same file with another text in a part.
fn changed(file: &[u8], path: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (known, text) in parts(file) {
        let after = if known == path { change(&text) } else { text.clone() };
        assert_eq!(known == path, after != text, "a change in {path}");
        archive.start_file(known, SimpleFileOptions::default()).expect("a part");
        archive.write_all(after.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn what_people_wrote_is_in_the_document_letter_by_letter() {
    for wide in [false, true] {
        let paper = paper(wide);
        let file = word::word(&paper, &about()).expect("a file");
        assert_eq!(check::word(&file, &paper), Ok(()));
        leave(&format!("paper-{wide}.docx"), &file);
    }
}

#[test]
fn an_empty_report_is_a_document_too() {
    let paper = PaperReport { title: "Nothing".into(), ..PaperReport::default() };
    let file = word::word(&paper, &about()).expect("a file");
    assert_eq!(check::word(&file, &paper), Ok(()));
}

#[test]
fn the_same_report_is_the_same_file() {
    let file = || word::word(&paper(true), &about()).expect("a file");
    assert_eq!(file(), file());
}

#[test]
fn a_lost_row_word_or_link_is_found() {
    let paper = paper(false);
    let file = word::word(&paper, &about()).expect("a file");
    let document = "word/document.xml";
    let without_row = |text: &str| {
        let (before, rest) = text.split_once("<w:tr>").expect("a row");
        let (head, rest) = rest.split_once("<w:tr>").expect("another");
        let (_, after) = rest.split_once("</w:tr>").expect("its end");
        format!("{before}<w:tr>{head}{after}")
    };
    let link = |text: &str| text.replace("dsptoolkit", "dsptoolkit1");
    for file in [
        changed(&file, document, without_row),
        changed(&file, document, |text| text.replacen(">Plain<", ">plain<", 1)),
        changed(&file, document, |text| text.replacen("<w:br ", "<w:x ", 1)),
        changed(&file, document, |text| text.replace("</w:body>", "")),
        changed(&file, "word/_rels/document.xml.rels", link),
    ] {
        assert!(matches!(check::word(&file, &paper), Err(ReportError::Check(_))));
    }
}

#[test]
fn a_changed_byte_is_found() {
    let paper = paper(false);
    let mut file = word::word(&paper, &about()).expect("a file");
    let middle = file.len() / 2;
    file[middle] ^= 1;
    assert!(matches!(check::word(&file, &paper), Err(ReportError::Check(_))));
}

#[test]
fn the_head_of_a_table_comes_again_and_short_rows_stay_together() {
    let long = "word ".repeat(2_000);
    let grid = grid(&["short".into(), long]);
    let paper =
        PaperReport { title: "Table".into(), blocks: vec![PaperBlock::Grid(grid)], ..PaperReport::default() };
    let document = part(&word::word(&paper, &about()).expect("a file"), "word/document.xml");
    let rows: Vec<&str> = document.split("<w:tr>").skip(1).collect();
    let marks: Vec<_> =
        rows.iter().map(|row| (row.contains("<w:cantSplit"), row.contains("<w:tblHeader/>"))).collect();
    assert_eq!(marks, [(true, true), (true, false), (false, false)]);
    assert!(document.contains("<w:tblLayout w:type=\"fixed\"/>"));
}

#[test]
fn headings_are_headings_for_word() {
    let document = part(&word::word(&paper(true), &about()).expect("a file"), "word/document.xml");
    for style in ["Title", "Heading1", "Heading2", "Heading3", "ListBullet"] {
        assert!(document.contains(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/>")), "{style}");
    }
    assert!(document.contains("w:orient=\"landscape\""));
    assert!(document.contains("<w:bidi"));
}
