use super::*;

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
