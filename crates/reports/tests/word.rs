//! Documents for Word.

mod common;

use common::{about, awkward, leave};
use reports::{ReportError, check, word};
use standards_met_core::report::{
    Fact, Grid, GridColumn, PageLayout, PaperBlock, PaperReport, RichText, Span, StatusBar,
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
        captioned: true,
        columns: vec![GridColumn::new("Item", 20), GridColumn::new("Action", 50), GridColumn::new("Due", 30)],
        rows: texts.iter().map(|text| vec![vec![RichText::plain(text)], cell(text), Vec::new()]).collect(),
    }
}

fn paper(layout: PageLayout) -> PaperReport {
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
        counts: [1, 2, 0, 3, 4, 5, 6],
    }]));
    let line = |name: &str| PaperBlock::Line(name.into());
    blocks.push(PaperBlock::Together(vec![line("Signature"), line("")]));
    let facts = texts.iter().map(|text| Fact::new("Care home", text)).collect();
    PaperReport { title: "Action plan".into(), layout, facts, blocks }
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
    for layout in [PageLayout::Portrait, PageLayout::Landscape, PageLayout::OnePage] {
        let paper = paper(layout);
        let file = word::word(&paper, &about()).expect("a file");
        assert_eq!(check::word(&file, &paper), Ok(()));
        leave(&format!("paper-{layout:?}.docx"), &file);
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
    let file = || word::word(&paper(PageLayout::Landscape), &about()).expect("a file");
    assert_eq!(file(), file());
}

#[test]
fn a_lost_row_word_or_link_is_found() {
    let paper = paper(PageLayout::Portrait);
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
    let paper = paper(PageLayout::Portrait);
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

/// A report with a table for the statuses and, after texts, the lines to sign.
fn signed(layout: PageLayout) -> String {
    let line = |name: &str| PaperBlock::Line(name.into());
    let bar = StatusBar { name: "All parts".into(), counts: [1, 2, 0, 3, 4, 5, 6] };
    let blocks = vec![
        PaperBlock::Statuses(vec![bar]),
        PaperBlock::Grid(grid(&["one".into(), "two".into()])),
        PaperBlock::Together(vec![line("Signed off by"), line("Date")]),
    ];
    let paper = PaperReport { title: "Home: Summary".into(), layout, blocks, ..PaperReport::default() };
    part(&word::word(&paper, &about()).expect("a file"), "word/document.xml")
}

#[test]
fn a_head_is_never_broken_in_a_word() {
    // Of ten points in bold, with the space at both sides of a cell, in twentieths of a point.
    let least = [("Incomplete", 1_250), ("applicable", 1_180), ("Questions", 1_180), ("planned", 960)];
    for layout in [PageLayout::Portrait, PageLayout::Landscape, PageLayout::OnePage] {
        let document = signed(layout);
        let head = document.split("</w:tr>").next().expect("a head");
        for (word, width) in least {
            let cell = head.split("<w:tc>").find(|cell| cell.contains(word)).expect(word);
            let found = cell.split("<w:tcW w:w=\"").nth(1).and_then(|rest| rest.split('"').next());
            let found: usize = found.expect("a width").parse().expect("a number");
            assert!(found >= width, "{layout:?}: {word} has {found}");
        }
    }
}

#[test]
fn lines_to_sign_and_captions_stay_with_what_they_belong_to() {
    let document = signed(PageLayout::OnePage);
    let paragraph = |text: &str| {
        let (before, _) = document.split_once(&format!(">{text}")).expect(text);
        let kept = before.rsplit("<w:pPr>").next().expect("its beginning");
        kept.contains("<w:keepNext") || kept.contains("w:val=\"Caption\"")
    };
    assert!(paragraph("Signed off by: ") && !paragraph("Date: "));
    assert!(paragraph("Actions &lt;of&gt; ") && paragraph("Progress: "), "captions");
    // The last row stays with the lines, and only that.
    assert!(paragraph("two<") && !paragraph("one<"));
    let styles = part(&word::word(&PaperReport::default(), &about()).expect("a file"), "word/styles.xml");
    let caption = styles.split("w:styleId=\"Caption\"").nth(1).expect("the style");
    assert!(caption.split("</w:style>").next().expect("its end").contains("<w:keepNext/>"));
}

#[test]
fn headings_are_headings_for_word() {
    let document =
        part(&word::word(&paper(PageLayout::Landscape), &about()).expect("a file"), "word/document.xml");
    for style in ["Title", "Heading1", "Heading2", "Heading3", "ListBullet"] {
        assert!(document.contains(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/>")), "{style}");
    }
    assert!(document.contains("w:orient=\"landscape\""));
    assert!(document.contains("<w:bidi"));
}
