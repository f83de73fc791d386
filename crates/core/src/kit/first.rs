//! Which files are spreadsheets, what their columns are called, and an example of one.

/// The file name endings of the spreadsheets that can be read.
pub(crate) const ENDINGS: [&str; 3] = [".csv", ".tsv", ".xlsx"];

/// A small spreadsheet of a made-up toolkit, as comma-separated values. It has every column that is worth knowing
/// first.
pub const EXAMPLE: &str = "\u{feff}Part,Part title,Number,Question,Tooltip,Kind,Not applicable only if,Replaces,Levels,Evidence since\r\n\
1,People,P1,Who looks after your records?,\"Write the name of the person and how they were given the job.\n\n- A job description counts.\n- So do minutes of a meeting.\",text,,1.2.3,\"approaching, met\",\r\n\
1,People,P2,Has everybody had training on records?,\"Tick when everybody has. See https://example.org/training for a course.\",tick,,\"1.2.13, 1.2.14\",met,1 July 2022\r\n\
2,Papers,P3,Where is your plan for a day without computers?,Upload the plan or say where it is kept.,document,you use no computers,,met,within 12 months\r\n";

/// Returns whether a file is a spreadsheet that can be read, judged by its name.
#[must_use]
pub fn is_spreadsheet(file: &str) -> bool {
    let name = file.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Returns the letters by which spreadsheets call a column, counted from 0: A to Z, then AA.
#[must_use]
pub fn column_letters(place: usize) -> String {
    let of = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    match place / 26 {
        0 => of(place).to_string(),
        more => format!("{}{}", column_letters(more - 1), of(place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{
        Cell, CellKind, Column, EditionDetails, Row, Table, Workbook, guess, guess_about, make,
    };

    fn table(rows: &[&[&str]]) -> Table {
        let cell = |text: &&str| Cell { text: (*text).into(), kind: CellKind::Text };
        let row = |(place, cells): (usize, &&[&str])| Row {
            number: place + 1,
            cells: cells.iter().map(cell).collect(),
        };
        Table { rows: rows.iter().enumerate().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn where_the_number_has_a_column_of_its_own_the_evidence_item_is_the_question() {
        let rows = [&["Ref", "Evidence item", "Guidance"][..], &["P1", "Who looks after it?", "Write it."]];
        let mut found = guess(&table(&rows)).columns;
        found.retain(|(column, _)| matches!(column, Column::Id | Column::Question));
        assert_eq!(found, [(Column::Id, 0), (Column::Question, 1)]);
        let rows = [&["Evidence item", "Question"][..], &["1.2.3", "Who looks after it?"]];
        assert_eq!(guess(&table(&rows)).columns, [(Column::Id, 0), (Column::Question, 1)]);
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let names: Vec<String> = [0, 25, 26, 27, 51, 52, 701, 702].map(column_letters).into();
        assert_eq!(names, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }

    /// A reader for the example alone: the example has no quotation marks inside quotation marks.
    fn example() -> Table {
        let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
        let mut quoted = false;
        for letter in EXAMPLE.trim_start_matches('\u{feff}').replace("\r\n", "\r").chars() {
            let row = rows.last_mut().expect("a row");
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(String::new()),
                '\r' => rows.push(vec![String::new()]),
                letter => row.last_mut().expect("a cell").push(letter),
            }
        }
        rows.pop();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        table(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    #[test]
    fn the_example_gives_an_edition_without_a_problem() {
        let table = example();
        let book = Workbook { sheets: vec![table.clone()] };
        let about =
            EditionDetails { before: "last-year".into(), ..guess_about("example-2022-23.csv", &book, 0) };
        let made = make(&table, &guess(&table), &about, &[]);
        assert_eq!(
            made.problems,
            [],
            "{:?}",
            made.problems.iter().map(|one| one.sentence()).collect::<Vec<_>>()
        );
        let edition = made.edition.expect("an edition");
        assert_eq!((edition.parts.len(), edition.items().count()), (2, 3));
        let item = edition.items().nth(1).expect("an item");
        assert_eq!((item.links.len(), item.levels.len(), item.replaces.len()), (1, 1, 1));
        assert!(
            item.recent.is_some() && edition.items().nth(2).is_some_and(|item| item.not_applicable.is_some())
        );
    }
}
