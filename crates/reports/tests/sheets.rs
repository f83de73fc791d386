//! Workbooks for Excel and comma-separated values.

mod common;

use common::{about, awkward, day, leave, longest};
use reports::{ReportError, check, comma, excel};
use standards_met_core::report::{Sheet, SheetCell, SheetColumn};

fn sheet(name: &str) -> Sheet {
    let columns = ["Item", "Text", "=Count", "Due"].map(|title| SheetColumn::new(title, 20)).into();
    let row = |(number, text): (usize, String)| {
        vec![
            SheetCell::text("1.1.5"),
            SheetCell::Text(text),
            SheetCell::Number(number),
            SheetCell::day(Some(day("2026-11-30"))),
        ]
    };
    let mut rows: Vec<Vec<SheetCell>> = awkward().into_iter().enumerate().map(row).collect();
    rows.push(vec![SheetCell::Empty, SheetCell::Text(String::new()), SheetCell::Empty, SheetCell::day(None)]);
    rows.extend(["1899-12-31", "1900-02-28", "1900-03-01"].map(|text| {
        vec![SheetCell::text(text), SheetCell::Empty, SheetCell::Number(0), SheetCell::Day(day(text))]
    }));
    Sheet { name: name.into(), columns, rows }
}

fn long() -> Vec<Sheet> {
    let mut second = sheet("Items & <more>");
    second.rows.insert(
        1,
        vec![SheetCell::text("1.1.6"), SheetCell::Text(longest()), SheetCell::Number(7), SheetCell::Empty],
    );
    vec![sheet("Actions"), second]
}

#[test]
fn every_cell_reads_back_as_it_was() {
    let sheets = long();
    let file = excel::excel(&sheets, &about()).expect("a file");
    assert_eq!(check::excel(&file, &sheets), Ok(()));
    leave("sheets.xlsx", &file);
}

#[test]
fn the_same_sheets_are_the_same_file() {
    let file = || excel::excel(&long(), &about()).expect("a file");
    assert_eq!(file(), file());
}

#[test]
fn what_another_cell_or_row_says_is_found() {
    let sheets = long();
    let file = excel::excel(&sheets, &about()).expect("a file");
    let changes: [fn(&mut Vec<Sheet>); 7] = [
        |sheets| drop(sheets[0].rows.remove(3)),
        |sheets| sheets[0].rows.push(vec![SheetCell::text("more")]),
        |sheets| sheets[1].rows[0][2] = SheetCell::Number(99),
        |sheets| sheets[1].rows[0][3] = SheetCell::Day(day("2026-12-01")),
        |sheets| sheets[1].rows[1][1] = SheetCell::Text(longest() + "!"),
        |sheets| sheets[0].name = "Other".into(),
        |sheets| sheets[0].columns[1].title = "Other".into(),
    ];
    for change in changes {
        let mut other = sheets.clone();
        change(&mut other);
        assert!(matches!(check::excel(&file, &other), Err(ReportError::Check(_))));
    }
    let part = b"xl/sharedStrings.xml";
    let place = file.windows(part.len()).position(|bytes| bytes == part).expect("the texts") + 200;
    let mut file = file;
    file[place] ^= 1;
    assert!(matches!(check::excel(&file, &sheets), Err(ReportError::Check(_))));
}

#[test]
fn sheets_without_rows_are_a_file_too() {
    let sheets = [Sheet { rows: Vec::new(), ..sheet("Empty") }];
    let file = excel::excel(&sheets, &about()).expect("a file");
    assert_eq!(check::excel(&file, &sheets), Ok(()));
    assert_eq!(check::comma(&comma::comma(&sheets[0]).expect("a file"), &sheets[0]), Ok(()));
}

#[test]
fn comma_separated_values_read_back_and_formulas_are_texts() {
    let sheet = sheet("Actions");
    let file = comma::comma(&sheet).expect("a file");
    assert_eq!(check::comma(&file, &sheet), Ok(()));
    let text = String::from_utf8(file).expect("text");
    assert!(text.starts_with("\u{feff}Item,Text,'=Count,Due\r\n1.1.5,Plain,0,2026-11-30\r\n"));
    for cell in
        [",'=1+1,", ",'-1,", ",'+44 20", ",'@SUM(A1),", ",'\t=1,", ",\"'\n\",", "lines\nof\r\nevery\rkind"]
    {
        assert!(text.contains(cell), "{cell:?}");
    }
}

#[test]
fn a_lost_row_of_values_is_found() {
    let sheet = sheet("Actions");
    let text = String::from_utf8(comma::comma(&sheet).expect("a file")).expect("text");
    for other in [
        text.replacen("1.1.5,Plain,0,2026-11-30\r\n", "", 1),
        text.replacen("Plain", "plain", 1),
        text.clone() + "more\r\n",
        text.trim_start_matches('\u{feff}').to_owned(),
    ] {
        assert!(matches!(check::comma(other.as_bytes(), &sheet), Err(ReportError::Check(_))));
    }
}
