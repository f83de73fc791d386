//! Workbooks as people have them: `.xlsx` files come out as they are seen.

mod common;

use common::{cells, saved, text};
use rust_xlsxwriter::{Format, Formula, Workbook};
use spreadsheet::{COLUMNS, ROWS, SpreadsheetError, read};
use standards_met_core::kit::{CellKind, MergedCells};

#[test]
fn every_kind_of_cell_is_what_a_person_sees() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Items").unwrap();
    let (bold, days) = (Format::new().set_bold(), Format::new().set_num_format("dd/mm/yyyy"));
    let hundredths = Format::new().set_num_format("0.00");
    let rich = [(&bold, "Who"), (&Format::new(), " is "), (&bold, "responsible?")];
    sheet.write_rich_string(0, 0, &rich).unwrap();
    sheet.write(0, 1, 12).unwrap();
    sheet.write(0, 2, 1.1).unwrap();
    sheet.write_with_format(0, 3, 1.1, &hundredths).unwrap();
    sheet.write_with_format(0, 4, 44_743, &days).unwrap();
    sheet.write(0, 5, true).unwrap();
    sheet.write(0, 6, false).unwrap();
    sheet.write(0, 7, Formula::new("=A1&B1").set_result("worked out")).unwrap();
    sheet.write(0, 8, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(0, 9, Formula::new("=NA()").set_result("#N/A")).unwrap();
    sheet.write(0, 10, "two\r\nlines, “quoted” & <more>").unwrap();
    let read = read("items.xlsx", &saved(&mut book)).unwrap();
    let seen: Vec<(&str, CellKind)> =
        read.sheets[0].rows[0].cells.iter().map(|cell| (cell.text.as_str(), cell.kind)).collect();
    use CellKind::{Date, Number, Other, Text};
    assert_eq!(
        seen,
        [
            ("Who is responsible?", Text),
            ("12", Number),
            ("1.1", Number),
            ("1.10", Number),
            ("2022-07-01", Date),
            ("yes", Other),
            ("no", Other),
            ("worked out", Text),
            ("2", Number),
            ("#N/A", Other),
            ("two\nlines, “quoted” & <more>", Text),
        ]
    );
}

#[test]
fn rows_keep_their_numbers_and_cells_their_columns() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(2, 3, "id").unwrap();
    sheet.write(2, 5, "question").unwrap();
    sheet.write(9, 0, "  ").unwrap();
    sheet.write(1_048_575, 0, "far down").unwrap();
    let table = &read("a.xlsx", &saved(&mut book)).unwrap().sheets[0];
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [3, 1_048_576]);
    assert_eq!(text(&table.rows[0]), ["", "", "", "id", "", "question"]);
}

#[test]
fn merged_cells_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 3, "Toolkit", &plain).unwrap();
    sheet.merge_range(1, 0, 4, 0, "Staffing and roles", &plain).unwrap();
    sheet.merge_range(20, 0, 21, 0, "", &plain).unwrap();
    let table = &read("a.xlsx", &saved(&mut book)).unwrap().sheets[0];
    let expected = [
        MergedCells { first_row: 1, last_row: 1, first_column: 0, last_column: 3 },
        MergedCells { first_row: 2, last_row: 5, first_column: 0, last_column: 0 },
    ];
    assert_eq!(table.merged, expected);
    assert_eq!(cells(table), [vec!["Toolkit"], vec!["Staffing and roles"]]);
}

#[test]
fn every_sheet_is_read_and_hidden_ones_too() {
    let mut book = Workbook::new();
    for name in ["About", "Items", "Old"] {
        book.add_worksheet().set_name(name).unwrap().write(0, 0, name).unwrap();
    }
    book.worksheet_from_name("Old").unwrap().set_hidden(true);
    book.add_worksheet().set_name("Nothing").unwrap();
    let read = read("a.xlsx", &saved(&mut book)).unwrap();
    let names: Vec<(&str, usize)> =
        read.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.rows.len())).collect();
    assert_eq!(names, [("About", 1), ("Items", 1), ("Old", 1), ("Nothing", 0)]);
}

#[test]
fn five_hundred_items_with_long_tooltips_are_read_whole() {
    let long = "Guidance, at length. ".repeat(150);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..500 {
        sheet.write(row, 0, format!("{}.{}.1", row / 50 + 1, row % 50 + 1)).unwrap();
        sheet.write(row, 1, format!("Question {row}?")).unwrap();
        sheet.write(row, 2, &long).unwrap();
    }
    let table = &read("a.xlsx", &saved(&mut book)).unwrap().sheets[0];
    assert_eq!(table.rows.len(), 500);
    assert_eq!(text(&table.rows[499]), ["10.50.1", "Question 499?", &long]);
}

#[test]
fn a_sheet_has_its_limits() {
    let filled = |rows: u32, columns: u16| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for row in 0..rows {
            sheet.write(row, 0, "x").unwrap();
        }
        sheet.write(0, columns - 1, "last").unwrap();
        read("a.xlsx", &saved(&mut book)).map(|book| book.sheets[0].rows.len())
    };
    let (rows, columns) = (u32::try_from(ROWS).unwrap(), u16::try_from(COLUMNS).unwrap());
    assert_eq!(filled(rows, columns), Ok(ROWS));
    assert_eq!(filled(rows + 1, 1), Err(SpreadsheetError::TooLarge));
    assert_eq!(filled(1, columns + 1), Err(SpreadsheetError::TooLarge));
}

#[test]
fn one_long_text_in_every_cell_is_too_much() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let long = "x".repeat(32_000);
    for row in 0..600 {
        sheet.write(row, 0, &long).unwrap();
    }
    assert_eq!(read("a.xlsx", &saved(&mut book)), Err(SpreadsheetError::TooLarge));
}

#[test]
fn a_workbook_of_nothing_or_of_charts_says_so() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(read("a.xlsx", &saved(&mut book)), Err(SpreadsheetError::Empty));
    let mut book = Workbook::new();
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Pie);
    chart.add_series().set_values("=Chart1!$A$1:$A$3");
    book.add_chartsheet().set_name("Chart1").unwrap().insert_chart(0, 0, &chart).unwrap();
    assert_eq!(read("a.xlsx", &saved(&mut book)), Err(SpreadsheetError::NoSheets));
}
