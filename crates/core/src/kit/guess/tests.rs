use super::*;
use crate::kit::Cell;

fn table(rows: &[&[&str]]) -> Table {
    let cell = |text: &&str| Cell { text: (*text).into(), ..Cell::default() };
    let row =
        |(at, cells): (usize, &&[&str])| Row { number: at + 1, cells: cells.iter().map(cell).collect() };
    Table { rows: rows.iter().enumerate().map(row).collect(), ..Table::default() }
}

fn check(rows: &[&[&str]], header: Option<usize>, expected: &[(Column, usize)]) {
    let found = guess(&table(rows));
    assert_eq!((found.header, found.columns.as_slice()), (header, expected), "{rows:?}");
}

#[test]
fn headings_are_known_by_the_names_that_people_give_them() {
    use Column::*;
    check(
        &[&["Evidence item", "Question", "Tooltip", "Action"]],
        Some(1),
        &[(Id, 0), (Question, 1), (Tooltip, 2), (PrintedAction, 3)],
    );
    check(
        &[&["Part", "No.", "Evidence text", "Guidance"]],
        Some(1),
        &[(Part, 0), (Id, 1), (Question, 2), (Tooltip, 3)],
    );
    check(&[&["REF", "Question text", "Tool-tip text"]], Some(1), &[(Id, 0), (Question, 1), (Tooltip, 2)]);
    check(
        &[&["Question no.", "Question", "Guidance for homes"]],
        Some(1),
        &[(Id, 0), (Question, 1), (Tooltip, 2)],
    );
    check(
        &[&["Item", "Last year's number", "The question"]],
        Some(1),
        &[(Id, 0), (Question, 2), (Replaces, 1)],
    );
    let labels: Vec<&str> = Column::ALL.iter().map(|column| column.label()).collect();
    let all: Vec<_> = Column::ALL.iter().enumerate().map(|(at, column)| (*column, at)).collect();
    check(&[&labels], Some(1), &all);
}

#[test]
fn a_title_above_the_headings_is_passed_over() {
    use Column::*;
    let rows: [&[&str]; 3] = [
        &["The questions of this year"],
        &["Ref", "Question", "Tooltip"],
        &["1.2.3", "Is the reference kept?", ""],
    ];
    check(&rows, Some(2), &[(Id, 0), (Question, 1), (Tooltip, 2)]);
}

#[test]
fn without_headings_the_contents_tell() {
    use Column::*;
    let long = "A longer text that explains what is meant by the question, and what to do.";
    let rows: [&[&str]; 3] = [
        &["1", "1.1.1", long, "Do you keep a list of it?"],
        &["1", "1.1.2", long, "Is the list up to date?"],
        &["2", "2.1.1", long, "Who looks at the list?"],
    ];
    check(&rows, None, &[(Part, 0), (Id, 1), (Question, 3), (Tooltip, 2)]);
    check(&[&["one"], &["two"]], None, &[]);
    check(&[], None, &[]);
}

#[test]
fn the_headings_of_the_official_workbook_are_known_in_many_wordings() {
    use Column::*;
    for (heading, expected) in [
        ("Evidence Ref No.", Some(Id)),
        ("Evidence Item Text", Some(Question)),
        ("Tool Tips", Some(Tooltip)),
        ("Evidence type", Some(Kind)),
        ("Organisation type", Some(Category)),
        ("Mandatory?", Some(Met)),
        ("Mandatory for Standards Met (Y/N)", Some(Met)),
        ("Required for Standards Met", Some(Met)),
        ("Required for Approaching Standards?", Some(Approaching)),
        ("Mandatory: Approaching / Met", Some(Levels)),
        ("Change from 2024-25", Some(ReplacesNote)),
        ("V8 updates", Some(ReplacesNote)),
        ("New in v8", Some(ReplacesNote)),
        ("NDG Standard", Some(Standard)),
        ("Assertion Ref", None),
        ("Assertion text", None),
        ("CAF reference", None),
        ("Exempt if Cyber Essentials Plus", None),
        ("Not applicable if ISO 27001", None),
        ("NHSmail only", None),
        ("PSN IA", None),
        ("Mandatory unless exempt", None),
        ("Last updated", None),
    ] {
        let found = guess(&table(&[&["Topic", "Minutes", heading]])).columns;
        let found = found.into_iter().find(|(_, place)| *place == 2).map(|(column, _)| column);
        assert_eq!(found, expected, "{heading}");
    }
}

#[test]
fn what_a_column_holds_corrects_its_heading() {
    use Column::*;
    let of = |heading: &str, cells: [&str; 2]| {
        let rows =
            [["Item", "Question", heading], ["1.1.1", "Is it?", cells[0]], ["1.1.2", "Was it?", cells[1]]];
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let columns = guess(&table(&rows)).columns;
        columns.into_iter().find(|(_, place)| *place == 2).map(|(column, _)| column)
    };
    assert_eq!(of("Standard", ["1 Data", "2 Staff"]), Some(Standard));
    assert_eq!(of("Standard", ["Approaching", "Met"]), Some(Levels));
    assert_eq!(of("Mandatory", ["Met only", "Approaching and Met"]), Some(Levels));
    assert_eq!(of("Mandatory for", ["Y", "N"]), Some(Met));
    assert_eq!(of("Mandatory", ["see page 4", "see page 5"]), None);
    assert_eq!(of("Category", ["2, 3", "4"]), Some(Category));
    assert_eq!(of("Category", ["Staffing", "Policies"]), None);
    assert_eq!(of("Answer", ["", ""]), None, "it is for whoever answers");
    assert_eq!(of("Category 3", ["Mandatory", "Optional"]), Some(Met));
}

#[test]
fn the_number_and_the_question_are_found_by_what_they_look_like() {
    use Column::*;
    let rows: [&[&str]; 3] = [
        &["Evidence", "Evidence for the toolkit", "Tool tip"],
        &["1.1.1", "Do you keep a list of the keys?", "Tick."],
        &["1.1.2", "Who keeps the list of the keys?", "Write it."],
    ];
    check(&rows, Some(1), &[(Id, 0), (Question, 1), (Tooltip, 2)]);
}

#[test]
fn the_headings_of_two_rows_belong_together() {
    use crate::kit::MergedCells;
    use Column::*;
    let rows: [&[&str]; 3] = [
        &["Ref", "Question", "Mandatory", "", "Exemptions", ""],
        &["", "", "Approaching", "Met", "Approaching", "Met"],
        &["1.1.1", "Who?", "Y", "Y", "Y", "N"],
    ];
    let area =
        |first_column| MergedCells { first_row: 1, last_row: 1, first_column, last_column: first_column + 1 };
    let table = Table { merged: vec![area(2), area(4)], ..table(&rows) };
    let found = guess(&table);
    assert_eq!(found.header, Some(2));
    assert_eq!(found.columns, [(Id, 0), (Question, 1), (Approaching, 2), (Met, 3)]);
    assert_eq!(heading_above(&table, &found, Met), "Mandatory Met");
}
