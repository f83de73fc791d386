use super::*;
use crate::kit::Cell;

/// A sheet with a line above its headings and a question for each number.
fn sheet(name: &str, above: &str, numbers: &[&str], about: &str) -> Table {
    let head = [vec![above], vec!["Evidence Ref", "Evidence text", "Tool tip"]];
    let question = format!("Is {about} kept?");
    let rows = numbers.iter().map(|number| vec![*number, &question, "Tick."]);
    let row = |(at, cells): (usize, Vec<&str>)| Row {
        number: at + 1,
        cells: cells.iter().map(|text| Cell { text: (*text).into(), ..Cell::default() }).collect(),
    };
    Table {
        name: name.into(),
        rows: head.into_iter().chain(rows).enumerate().map(row).collect(),
        ..Table::default()
    }
}

fn chosen(sheets: Vec<Table>) -> (String, Option<SheetReason>, usize) {
    let (book, known) = (Workbook { sheets }, Edition::built_in());
    let likely = likely_sheet(&book, &[&known]);
    let sentence = likely.sentence(&book);
    assert_eq!(sentence.is_some(), likely.reason.is_some());
    let name = book.sheets.get(likely.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
    assert!(sentence.is_none_or(|sentence| sentence.contains(&name)));
    (name, likely.reason, likely.others)
}

fn named(names: &[&str]) -> (String, Option<SheetReason>) {
    let numbers: &[&str] = &["1.1.1", "1.1.2"];
    let (name, reason, _) = chosen(names.iter().map(|name| sheet(name, "", numbers, "it")).collect());
    (name, reason)
}

#[test]
fn the_sheet_for_social_care_is_known_by_its_name() {
    for (names, expected) in [
        (&["CAT 2", "Category 3", "Cat 4 GP"][..], "Category 3"),
        (&["GP practices", "Social care and others", "Large IT suppliers"], "Social care and others"),
        (&["All", "Cat 2 and 3", "Cat3"], "Cat3"),
        (&["Category 3 pharmacies", "Category 3 care homes"], "Category 3 care homes"),
        (&["Changes cat 3", "Cat 3"], "Cat 3"),
    ] {
        assert_eq!(named(names), (expected.into(), Some(SheetReason::Name)), "{names:?}");
    }
}

#[test]
fn without_a_name_its_lines_above_its_words_and_its_numbers_tell() {
    let (one, two) = (["1.1.1", "1.1.2"], ["1.1.5", "1.3.12"]);
    let sheets = |second: Table| vec![sheet("Sheet1", "Lists", &one, "it"), second];
    let above = chosen(sheets(sheet("Sheet2", "For category 3", &one, "it")));
    assert_eq!(above, ("Sheet2".into(), Some(SheetReason::Title), 1));
    let words = chosen(sheets(sheet("Sheet2", "Lists", &one, "the social care record")));
    assert_eq!(words, ("Sheet2".into(), Some(SheetReason::Wording), 1));
    let foreign =
        vec![sheet("Sheet1", "Lists", &["1.9.1", "1.1.5"], "it"), sheet("Sheet2", "Lists", &two, "it")];
    let title = Edition::built_in().title;
    assert_eq!(chosen(foreign), ("Sheet2".into(), Some(SheetReason::Numbers(title)), 1));
    let same = chosen(sheets(sheet("Sheet2", "Lists", &one, "it")));
    assert_eq!(same, ("Sheet1".into(), Some(SheetReason::Columns), 1));
}

#[test]
fn a_cover_and_a_list_of_changes_are_passed_over() {
    let cover = Table { name: "Category 3 notes".into(), ..sheet("", "Read me first", &[], "") };
    let items = sheet("Sheet2", "", &["1.1.1"], "it");
    assert_eq!(chosen(vec![cover, items.clone()]), ("Sheet2".into(), Some(SheetReason::OnlyList), 0));
    let changes = sheet("Changes since last year", "", &["1.1.1", "1.1.2"], "it");
    assert_eq!(chosen(vec![changes, items.clone()]).0, "Sheet2");
    assert_eq!(chosen(vec![items]), ("Sheet2".into(), None, 0), "there is no choice");
    assert_eq!(likely_sheet(&Workbook::default(), &[]), LikelySheet::default());
}
