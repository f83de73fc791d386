//! What is assumed of a spreadsheet until the person says otherwise, and an example of one.

use super::{EditionDetails, Table, Workbook, guess};

/// The file name endings of the spreadsheets that can be read.
const ENDINGS: [&str; 3] = [".csv", ".tsv", ".xlsx"];
/// The maximum length of a title above the headings, in characters. A longer text is not a title.
const LONGEST_TITLE: usize = 120;

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

/// Returns the index, counted from 0, of the sheet with the most recognised columns; of several, the first.
#[must_use]
pub fn likely_sheet(book: &Workbook) -> usize {
    let mut best = (0, 0);
    for (place, table) in book.sheets.iter().enumerate() {
        let columns = guess(table).columns.len();
        if columns > best.1 {
            best = (place, columns);
        }
    }
    best.0
}

/// Returns the details of the edition as far as the file name and the cells above the headings give them. Fields that
/// cannot be guessed are empty.
#[must_use]
pub fn guess_about(file: &str, table: &Table) -> EditionDetails {
    let stem = ENDINGS.iter().fold(file, |name, ending| {
        let end = name.len().saturating_sub(ending.len());
        match name.split_at_checked(end) {
            Some((start, last)) if last.eq_ignore_ascii_case(ending) => start,
            _ => name,
        }
    });
    let header = guess(table).header;
    let above = table.rows.iter().take_while(|row| header.is_some_and(|header| row.number < header));
    let texts = above.flat_map(|row| &row.cells).map(|cell| cell.text.trim());
    let mut titles = texts.filter(|text| (4..=LONGEST_TITLE).contains(&text.chars().count()));
    let above = titles.next();
    let year = above
        .and_then(year_in)
        .or_else(|| year_in(stem))
        .or_else(|| year_in(&table.name))
        .unwrap_or_default();
    let title = above.map_or_else(|| titled(stem, &year), str::to_owned);
    let id = identifier(stem);
    EditionDetails { id, title, year, source: String::new(), before: String::new() }
}

/// Turns the name of a file into a title: words with spaces between them, and the year in its usual form.
fn titled(stem: &str, year: &str) -> String {
    let spelled = stem.replace(['_', '-'], " ");
    let words = spelled.split_whitespace().collect::<Vec<_>>().join(" ");
    let spaced = year.replace('-', " ");
    let title = if year.is_empty() { words } else { words.replace(&spaced, year) };
    let mut letters = title.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns a year such as 2022-23 or 2022 that occurs in a text.
fn year_in(text: &str) -> Option<String> {
    let digits =
        |word: &str, count: usize| word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = |word: &str| digits(word, 4) && (word.starts_with("19") || word.starts_with("20"));
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let place = words.iter().position(|word| is_year(word))?;
    let year = words.get(place)?;
    match words.get(place + 1) {
        Some(next) if digits(next, 2) => Some(format!("{year}-{next}")),
        Some(next) if is_year(next) => Some(format!("{year}-{}", next.chars().skip(2).collect::<String>())),
        _ => Some((*year).to_owned()),
    }
}

/// Turns a text into an identifier of at most 60 lower-case letters, digits and single hyphens.
fn identifier(text: &str) -> String {
    let mut id = String::new();
    for letter in text.chars().map(|letter| letter.to_ascii_lowercase()) {
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let short: String = id.chars().take(60).collect();
    short.trim_end_matches('-').into()
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
    use crate::kit::{Cell, CellKind, Column, Row, make};

    fn table(rows: &[&[&str]]) -> Table {
        let cell = |text: &&str| Cell { text: (*text).into(), kind: CellKind::Text };
        let row = |(place, cells): (usize, &&[&str])| Row {
            number: place + 1,
            cells: cells.iter().map(cell).collect(),
        };
        Table { rows: rows.iter().enumerate().map(row).collect(), ..Table::default() }
    }

    #[test]
    fn the_title_and_the_year_are_found_above_the_headings_or_in_the_name_of_the_file() {
        let headed = [
            &["Harbour Records Check 2022/23"][..],
            &["Part", "Number", "Question", "Tooltip"],
            &["1", "P1", "Who?", "Write it."],
        ];
        let about = guess_about("harbour_check.xlsx", &table(&headed));
        assert_eq!((about.title.as_str(), about.year.as_str()), ("Harbour Records Check 2022/23", "2022-23"));
        assert_eq!(about.id, "harbour-check");
        let about = guess_about("Toolkit 2023-2024.CSV", &table(headed.get(1..).expect("rows")));
        assert_eq!((about.title.as_str(), about.year.as_str()), ("Toolkit 2023 2024", "2023-24"));
        let about = guess_about("harbour-2022-23.csv", &Table::default());
        assert_eq!((about.title.as_str(), about.id.as_str()), ("Harbour 2022-23", "harbour-2022-23"));
        assert_eq!(guess_about("plain.csv", &Table::default()).year, "");
        assert_eq!(year_in("Version 12 of 2025"), Some("2025".into()));
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

    #[test]
    fn the_likeliest_sheet_is_the_one_with_the_columns() {
        let notes = table(&[&["Read me first"]]);
        let items = table(&[&["Part", "Number", "Question", "Tooltip"], &["1", "P1", "Who?", "Write it."]]);
        assert_eq!(likely_sheet(&Workbook { sheets: vec![notes, items] }), 1);
        assert_eq!(likely_sheet(&Workbook::default()), 0);
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
        let about =
            EditionDetails { before: "last-year".into(), ..guess_about("example-2022-23.csv", &table) };
        let made = make(&table, &guess(&table), &about);
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
