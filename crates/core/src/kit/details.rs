//! What is assumed of an edition until the person says otherwise.

use super::category::Categories;
use super::first::ENDINGS;
use super::meaning::plain;
use super::{Column, EditionDetails, Row, Table, Workbook, doubts, guess};

/// The maximum length of a title above the headings, in characters. A longer text is not a title.
const LONGEST_TITLE: usize = 120;
/// How many cells a row above the headings has at most, to be a title.
const MOST_TITLES: usize = 2;
/// How many cells of a sheet are looked at for what the workbook is.
const MOST_CELLS: usize = 200;

/// Returns the details of the edition as far as the name of the file, the cells above the headings and the other sheets give
/// them. `sheet` is the index of the sheet that the edition is made of. Fields that cannot be guessed are empty.
#[must_use]
pub fn guess_about(file: &str, book: &Workbook, sheet: usize) -> EditionDetails {
    let stem = ENDINGS.iter().fold(file, |name, ending| {
        let end = name.len().saturating_sub(ending.len());
        match name.split_at_checked(end) {
            Some((start, last)) if last.eq_ignore_ascii_case(ending) => start,
            _ => name,
        }
    });
    let nothing = Table::default();
    let table = book.sheets.get(sheet).unwrap_or(&nothing);
    let choice = guess(table);
    let above = table.rows.iter().take_while(|row| choice.header.is_some_and(|header| row.number < header));
    // A row with more cells is the upper one of two rows of headings.
    let filled = |row: &&Row| row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count();
    let above = above.filter(|row| filled(row) <= MOST_TITLES).flat_map(|row| &row.cells);
    let above: Vec<&str> = above.map(|cell| cell.text.trim()).filter(is_short).collect();
    let first = above.first().copied();
    let own: Vec<&str> =
        first.into_iter().chain([stem, &table.name]).chain(above.iter().skip(1).copied()).collect();
    let all: Vec<&str> = own.iter().copied().chain(covers(book, sheet)).collect();
    // A year such as 2025-26 says more than 2025, which may be that of the publication.
    let of_this = all.iter().filter(|text| !is_of_another_year(text));
    let whole = of_this.filter_map(|text| year_in(text)).find(|year| year.contains('-'));
    let year = whole.or_else(|| own.iter().find_map(|text| year_in(text))).unwrap_or_default();
    // The headings count too: each category may have its own columns.
    let to_headings =
        table.rows.iter().take_while(|row| choice.header.is_some_and(|header| row.number <= header));
    let mut named = to_headings.flat_map(|row| &row.cells).map(|cell| Categories::of(&cell.text));
    let is_ours = choice.of(Column::Category).is_some()
        || Categories::of(&table.name).is_ours()
        || (!Categories::of(&table.name).is_of_others() && named.any(|named| named.is_ours()));
    let sources = doubts::listed(book);
    if is_ours && !year.is_empty() && all.iter().any(|text| is_of_the_toolkit(text)) {
        let id = |year: &str| format!("dspt-social-care-{year}");
        return EditionDetails {
            id: id(&year),
            title: format!("Data Security and Protection Toolkit {year}"),
            before: year_before(&year).as_deref().map(id).unwrap_or_default(),
            year,
            sources,
            ..EditionDetails::default()
        };
    }
    let title = first.map_or_else(|| titled(stem, &year), str::to_owned);
    EditionDetails { id: identifier(stem), title, year, sources, ..EditionDetails::default() }
}

fn is_short(text: &&str) -> bool {
    (4..=LONGEST_TITLE).contains(&text.chars().count())
}

/// Returns the short texts of the other sheets that are no lists of questions. A cover may say what the workbook is.
fn covers(book: &Workbook, sheet: usize) -> impl Iterator<Item = &str> {
    let others =
        book.sheets.iter().enumerate().filter(move |(place, _)| *place != sheet).map(|(_, table)| table);
    let covers = others.filter(|table| guess(table).of(Column::Id).is_none());
    let cells = covers.flat_map(|table| table.rows.iter().flat_map(|row| &row.cells).take(MOST_CELLS));
    cells.map(|cell| cell.text.trim()).filter(is_short)
}

/// Returns whether the year in a text may be the one before, as in "Changes from 2024-25".
fn is_of_another_year(text: &str) -> bool {
    const WORDS: [&str; 7] = ["change", "changed", "changes", "since", "from", "previous", "last"];
    plain(text).split(' ').any(|word| WORDS.contains(&word))
}

/// Returns whether a text names the toolkit.
fn is_of_the_toolkit(text: &str) -> bool {
    let words = plain(text);
    words.contains("data security and protection toolkit") || words.split(' ').any(|word| word == "dspt")
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
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let number = |word: &&str, digits: usize| word.parse::<u32>().ok().filter(|_| word.len() == digits);
    let four = |word: &&str| number(word, 4).filter(|year| (1900..2100).contains(year));
    let two = |word: &&str| number(word, 2);
    if let Some(place) = words.iter().position(|word| four(word).is_some()) {
        let year = words.get(place).and_then(four)?;
        // "2025-09" is a month.
        let next = words.get(place + 1).and_then(|word| two(word).or(four(word).map(|next| next % 100)));
        let next = next.filter(|next| *next == (year + 1) % 100);
        return Some(next.map_or_else(|| year.to_string(), |next| format!("{year}-{next:02}")));
    }
    let pairs = words.iter().zip(words.iter().skip(1));
    let mut years = pairs.filter_map(|(one, other)| two(one).zip(two(other)));
    years
        .find(|(one, other)| one + 1 == *other && (19..99).contains(one))
        .map(|(one, other)| format!("20{one}-{other}"))
}

/// Returns the year before one such as 2025-26.
fn year_before(year: &str) -> Option<String> {
    let (first, _) = year.split_once('-')?;
    let first: u32 = first.parse().ok()?;
    Some(format!("{}-{:02}", first.checked_sub(1)?, first % 100))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{Cell, CellKind};

    fn table(name: &str, rows: &[&[&str]]) -> Table {
        let cell = |text: &&str| Cell { text: (*text).into(), kind: CellKind::Text };
        let row = |(place, cells): (usize, &&[&str])| Row {
            number: place + 1,
            cells: cells.iter().map(cell).collect(),
        };
        Table { name: name.into(), rows: rows.iter().enumerate().map(row).collect(), ..Table::default() }
    }

    fn about(file: &str, sheets: &[Table]) -> EditionDetails {
        let book = Workbook { sheets: sheets.to_vec() };
        guess_about(file, &book, sheets.len().saturating_sub(1))
    }

    #[test]
    fn the_title_and_the_year_are_found_above_the_headings_or_in_the_name_of_the_file() {
        let headed = [
            &["Harbour Records Check 2022/23"][..],
            &["Part", "Number", "Question", "Tooltip"],
            &["1", "P1", "Who?", "Write it."],
        ];
        let found = about("harbour_check.xlsx", &[table("", &headed)]);
        assert_eq!((found.title.as_str(), found.year.as_str()), ("Harbour Records Check 2022/23", "2022-23"));
        assert_eq!(found.id, "harbour-check");
        let found = about("Toolkit 2023-2024.CSV", &[table("", headed.get(1..).expect("rows"))]);
        assert_eq!((found.title.as_str(), found.year.as_str()), ("Toolkit 2023 2024", "2023-24"));
        let found = about("harbour-2022-23.csv", &[]);
        assert_eq!((found.title.as_str(), found.id.as_str()), ("Harbour 2022-23", "harbour-2022-23"));
        assert_eq!(about("plain.csv", &[]).year, "");
        assert_eq!(year_in("Version 12 of 2025"), Some("2025".into()));
        assert_eq!(year_in("Version8_25-26 CAT2"), Some("2025-26".into()));
        assert_eq!(year_in("Published 2025-09-18"), Some("2025".into()));
        assert_eq!(year_in("Rows 12-14"), None);
    }

    #[test]
    fn the_workbook_of_the_toolkit_is_known_by_its_cover_and_its_category() {
        let cover = table("Read me", &[&["Data Security and Protection Toolkit, version 8 (2025/26)"]]);
        let rows: [&[&str]; 3] =
            [&["For category 3"], &["Ref", "Question", "Change from 2024-25"], &["1.1.1", "Who?", ""]];
        let found = about("Version8 CAT2 Cat3.xlsx", &[cover.clone(), table("Sheet2", &rows)]);
        assert_eq!(found.title, "Data Security and Protection Toolkit 2025-26");
        assert_eq!((found.id.as_str(), found.year.as_str()), ("dspt-social-care-2025-26", "2025-26"));
        assert_eq!(found.before, "dspt-social-care-2024-25");
        let others = table("Cat 4 GP", rows.get(1..).expect("rows"));
        let found = about("Version8 CAT2 Cat3.xlsx", &[cover, others]);
        assert_eq!((found.id.as_str(), found.year.as_str()), ("version8-cat2-cat3", "2025-26"));
    }
}
