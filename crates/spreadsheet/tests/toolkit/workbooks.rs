//! Workbooks of the same shape as the official one, each laid out differently.

use crate::questions::{Question, of_others, ours};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use standards_met_core::catalogue::Level;

const TITLE: &str = "Data Security and Protection Toolkit 2025-26, version 8";
const STANDARDS: [&str; 10] = [
    "Personal Confidential Data",
    "Staff Responsibilities",
    "Training",
    "Managing Data Access",
    "Process Reviews",
    "Responding to Incidents",
    "Continuity Planning",
    "Unsupported Systems",
    "IT Protection",
    "Accountable Suppliers",
];

type Cells = Vec<String>;

fn write(sheet: &mut Worksheet, row: u32, cells: &[impl AsRef<str>]) {
    for (column, text) in cells.iter().map(AsRef::as_ref).enumerate().filter(|(_, text)| !text.is_empty()) {
        sheet.write(row, u16::try_from(column).expect("a column"), text).expect("a cell");
    }
}

fn named<'a>(book: &'a mut Workbook, name: &str) -> &'a mut Worksheet {
    book.add_worksheet().set_name(name).expect("a name")
}

fn cover(book: &mut Workbook, name: &str) {
    let sheet = named(book, name);
    write(sheet, 0, &[TITLE]);
    write(sheet, 2, &["Every category has its own list of evidence items."]);
    write(sheet, 3, &["Exemptions", "Cyber Essentials Plus, ISO 27001 and PSN excuse from some of them."]);
}

fn standard(question: &Question) -> &'static str {
    STANDARDS[usize::from(question.standard()) - 1]
}

fn yes_no(is_needed: bool, words: [&str; 2]) -> String {
    words[usize::from(!is_needed)].into()
}

/// Merges the cells of a column that have the same text below each other, from a row on.
fn merge_same(sheet: &mut Worksheet, first: u32, column: u16, texts: &[String]) {
    let mut start = 0;
    for end in 1..=texts.len() {
        if end == texts.len() || texts[end] != texts[start] {
            let row = |at: usize| first + u32::try_from(at).expect("a row");
            if end - start > 1 {
                let format = Format::new();
                sheet
                    .merge_range(row(start), column, row(end - 1), column, &texts[start], &format)
                    .expect("cells");
            } else {
                sheet.write(row(start), column, &texts[start]).expect("a cell");
            }
            start = end;
        }
    }
}

/// A cover, a list of changes, and a sheet for each category, with Y and N for each level; standards and assertions are
/// merged beside their questions.
pub fn sheet_for_each() -> Workbook {
    let mut book = Workbook::new();
    cover(&mut book, "Read me first");
    let changes = named(&mut book, "Changes since v7");
    write(changes, 0, &["Evidence Ref", "Evidence text", "Change"]);
    write(changes, 1, &["1.1.3", &ours()[2].text, "Reworded for cat 2, 3 and 4"]);
    for (name, questions) in [
        ("CAT 2", of_others(" of the supplier")),
        ("Category 3", ours()),
        ("Cat 4 GP", of_others(" of the practice")),
    ] {
        let sheet = named(&mut book, name);
        let wide = Format::new().set_bold();
        sheet.merge_range(0, 0, 0, 11, &format!("{name}: evidence items"), &wide).expect("a title");
        let head = [
            "NDG Standard",
            "Assertion",
            "Evidence Ref",
            "Evidence text",
            "Tool tip",
            "Type of answer",
            "Approaching Standards (Y/N)",
            "Mandatory for Standards Met (Y/N)",
            "Exempt: Cyber Essentials Plus",
            "Exempt: ISO 27001",
            "PSN IA",
            "Changed since v7",
        ];
        write(sheet, 2, &head);
        let each = questions.iter().zip(3..);
        for (question, row) in each {
            let flag = |level| yes_no(question.has(level), ["Y", "N"]);
            let (id, text, tip) = (question.id.to_owned(), question.text.clone(), question.tooltip.clone());
            let cells = [
                vec![String::new(), String::new(), id, text, tip, question.kind.into()],
                vec![flag(Level::Approaching), flag(Level::Met)],
                vec![yes_no(question.id == "6.2.1", ["Y", ""]), yes_no(question.id == "2.1.1", ["Y", ""])],
                vec![String::new(), question.note.into()],
            ];
            write(sheet, row, &cells.concat());
        }
        let groups = |name: fn(&Question) -> String| questions.iter().map(name).collect::<Cells>();
        merge_same(sheet, 3, 0, &groups(|one| format!("{} {}", one.standard(), standard(one))));
        merge_same(sheet, 3, 1, &groups(|one| format!("{} Everything is in order", one.assertion())));
    }
    book
}

/// The category of the organisations is in words, the standards and assertions are rows of their own, the headings are in two
/// rows, and a tick stands where a question is mandatory.
pub fn ticks_below_groups() -> Workbook {
    let mut book = Workbook::new();
    for (name, questions) in [
        ("General practices", of_others(" of the practice")),
        ("Social care and others", ours()),
        ("Large suppliers", of_others(" of the supplier")),
    ] {
        let sheet = named(&mut book, name);
        let plain = Format::new();
        write(
            sheet,
            1,
            &[
                "Ref",
                "Evidence Item",
                "Help text",
                "Answer type",
                "Mandatory",
                "",
                "Exemptions",
                "",
                "Change from 2024-25",
            ],
        );
        sheet.merge_range(1, 4, 1, 5, "Mandatory", &plain).expect("a heading");
        sheet.merge_range(1, 6, 1, 7, "Exemptions", &plain).expect("a heading");
        write(sheet, 2, &["", "", "", "", "Approaching", "Met", "CE+", "ISO"]);
        let (mut row, mut group) = (3, ("", ""));
        for question in &questions {
            if group.0 != standard(question) {
                let title = format!("{}. {}", question.standard(), standard(question));
                sheet.merge_range(row, 0, row, 8, &title, &plain).expect("a standard");
                row += 1;
            }
            if group.1 != question.assertion() {
                write(sheet, row, &[question.assertion(), "Everything of this kind is in order"]);
                row += 1;
            }
            group = (standard(question), question.assertion());
            let tick = |level| yes_no(question.has(level), ["✓", ""]);
            let cells = [
                vec![
                    question.id.into(),
                    question.text.clone(),
                    question.tooltip.clone(),
                    question.kind.to_lowercase(),
                ],
                vec![
                    tick(Level::Approaching),
                    tick(Level::Met),
                    String::new(),
                    String::new(),
                    question.note.into(),
                ],
            ];
            write(sheet, row, &cells.concat());
            row += if question.id.ends_with('4') { 2 } else { 1 };
        }
        write(sheet, row + 1, &["", "CE+ is Cyber Essentials Plus."]);
    }
    cover(&mut book, "About");
    book
}

/// One list for all categories, with a column that names them, and one column for both levels. A number has become a date.
pub fn column_of_categories() -> Workbook {
    let mut book = Workbook::new();
    cover(&mut book, "Cover");
    let sheet = named(&mut book, "Evidence items");
    write(sheet, 0, &["All evidence items"]);
    let head = [
        "Category",
        "Reference",
        "Question",
        "Guidance",
        "Response type",
        "Mandatory? Approaching/Met",
        "What's changed in v8",
    ];
    write(sheet, 1, &head);
    let days = Format::new().set_num_format("dd/mm/yyyy");
    let mut row = 2;
    for (question, other) in ours().iter().zip(of_others(" of others")) {
        for (category, question) in [("1, 2", &other), ("Cat 3", question), ("4", &other)] {
            let level = match (question.has(Level::Approaching), question.has(Level::Met)) {
                (true, true) => "Approaching and Met",
                (false, true) => "Met only",
                _ => "Optional",
            };
            let answer = if question.kind == "Yes/No" { "Tick" } else { question.kind };
            let cells =
                [category, question.id, &question.text, &question.tooltip, answer, level, question.note];
            write(sheet, row, &cells);
            if question.id == "1.3.12" {
                // 1 March 2012
                sheet.write_with_format(row, 1, 40_969, &days).expect("a day");
            }
            row += 1;
        }
    }
    book
}

/// Nothing in the names of the sheets; above the headings stands for whom they are. Mandatory or optional, in words.
pub fn nameless_sheets() -> Workbook {
    let mut book = Workbook::new();
    cover(&mut book, "Sheet1");
    for (name, above, questions) in [
        ("Sheet2", "Organisations of category 2", of_others(" of the supplier")),
        ("Sheet3", "Organisations of category 4", of_others(" of the practice")),
        ("Sheet4", "Organisations of category 3", ours()),
    ] {
        let sheet = named(&mut book, name);
        write(sheet, 0, &[above]);
        let head =
            ["Assertion number", "Assertion text", "Evidence item number", "Evidence description", "Type"];
        let more = ["Tips", "Standards Met", "Approaching Standards", "Changes from last year"];
        write(sheet, 3, &[head.as_slice(), &more].concat());
        for (question, row) in questions.iter().zip(5..) {
            let note = if question.note.is_empty() { "No change" } else { question.note };
            let cells = [
                vec![
                    question.assertion().into(),
                    "It is in order".into(),
                    question.id.into(),
                    question.text.clone(),
                ],
                vec![question.kind.into(), question.tooltip.clone()],
                vec![yes_no(question.has(Level::Met), ["Mandatory", "Optional"])],
                vec![yes_no(question.has(Level::Approaching), ["Yes", ""]), note.into()],
            ];
            write(sheet, row, &cells.concat());
        }
    }
    book
}

/// One list in which each category has its own columns below its name.
pub fn columns_for_each() -> Workbook {
    let mut book = Workbook::new();
    let sheet = named(&mut book, "Assertions and evidence");
    write(sheet, 0, &[TITLE]);
    let plain = Format::new();
    for (category, first) in [("Category 2", 2), ("Category 3", 6), ("Category 4 (GP)", 10)] {
        sheet.merge_range(2, first, 2, first + 3, category, &plain).expect("a heading");
        for (name, place) in
            ["Evidence text", "Tool tip", "Approaching Standards", "Standards Met"].iter().zip(first..)
        {
            sheet.write(3, place, *name).expect("a heading");
        }
    }
    write(sheet, 3, &["Evidence Ref", "Evidence type"]);
    sheet.write(3, 14, "Changed since v7?").expect("a heading");
    let all = ours().into_iter().zip(of_others(" of others"));
    for ((question, other), row) in all.zip(4..) {
        let four = |question: &Question| {
            let flag = |level| yes_no(question.has(level), ["Y", "N"]);
            [question.text.clone(), question.tooltip.clone(), flag(Level::Approaching), flag(Level::Met)]
                .to_vec()
        };
        let (id, kind) = (question.id.to_owned(), question.kind.to_owned());
        let cells = [vec![id, kind], four(&other), four(&question), four(&other), vec![question.note.into()]];
        write(sheet, row, &cells.concat());
    }
    book
}
