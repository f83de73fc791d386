//! Rows that are the heading of the questions below them: of a part, of one of the ten standards, or of an assertion, as the
//! toolkit calls the statements between a standard and its questions.

use super::{Column, ColumnChoice, Row, Table, parts, tidy};
use std::collections::BTreeSet;

/// The short names of the ten standards of the National Data Guardian, in their order.
pub(crate) const STANDARDS: [&str; 10] = [
    "Personal confidential data",
    "Staff responsibilities",
    "Training",
    "Managing data access",
    "Process reviews",
    "Responding to incidents",
    "Continuity planning",
    "Unsupported systems",
    "IT protection",
    "Accountable suppliers",
];
/// What a standard or an assertion is called before its number, the longest first.
const NAMES: [&str; 6] = [
    "national data guardian standard ",
    "data security standard ",
    "ndg standard ",
    "standard ",
    "assertion ",
    "ndg ",
];
/// The maximum length of a title without a number, in characters.
const LONGEST_TITLE: usize = 80;
/// The columns that only a question has something in.
const OF_A_QUESTION: [Column; 6] =
    [Column::Tooltip, Column::Kind, Column::Levels, Column::Approaching, Column::Met, Column::NotApplicable];

/// The heading that a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum GroupHeading {
    /// A part, with its number as it is written.
    Part { number: String, title: String },
    /// One of the standards.
    Standard { number: u8, title: String },
    /// An assertion, which an edition does not keep.
    Assertion,
    /// No heading, but a remark below the last question.
    Remark,
}

/// Tells headings from questions.
pub(crate) struct GroupHeadings<'a> {
    table: &'a Table,
    choice: &'a ColumnChoice,
    /// The beginnings of the questions' numbers, such as 1 and 1.1 of 1.1.5. Empty where most numbers are shorter.
    beginnings: BTreeSet<&'a str>,
    /// The row of the last question.
    last: usize,
    /// The titles of parts without a number, in their order.
    titles: Vec<&'a str>,
}

impl<'a> GroupHeadings<'a> {
    pub(crate) fn of(table: &'a Table, choice: &'a ColumnChoice, has_many_dots: bool) -> Self {
        let ids = choice.of(Column::Id).map(|place| {
            table.rows.iter().map(move |row| (row.number, row.text(place))).filter(|(_, id)| is_number(id))
        });
        let ids: Vec<(usize, &str)> = ids.into_iter().flatten().collect();
        let beginnings = ids.iter().filter(|_| has_many_dots).filter(|(_, id)| id.matches('.').count() > 1);
        let beginnings =
            beginnings.flat_map(|(_, id)| id.match_indices('.').filter_map(|(end, _)| id.get(..end)));
        let last = ids.last().map(|(row, _)| *row).unwrap_or_default();
        let mut found = Self { table, choice, beginnings: beginnings.collect(), last, titles: Vec::new() };
        for row in &table.rows {
            let title = found.bare_title(row).filter(|title| standard_named(title).is_none());
            let title = title.filter(|title| !found.titles.contains(title));
            found.titles.extend(title);
        }
        found
    }

    /// Returns the heading that a row is; `None` for a question and for anything else.
    pub(crate) fn heading(&self, row: &Row) -> Option<GroupHeading> {
        if let Some((number, title)) = parts::heading(row) {
            return Some(GroupHeading::Part { number, title });
        }
        if let Some(title) = self.bare_title(row) {
            if let Some(number) = standard_named(title) {
                return Some(GroupHeading::Standard { number, title: tidy::line(title) });
            }
            let place = self.titles.iter().position(|known| *known == title).unwrap_or_default();
            return Some(GroupHeading::Part { number: (place + 1).to_string(), title: tidy::line(title) });
        }
        if self.is_remark(row) {
            return Some(GroupHeading::Remark);
        }
        self.numbered(row)
    }

    /// Returns whether a row is a single text below the last question.
    fn is_remark(&self, row: &Row) -> bool {
        let filled = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let is_text = |text: &str| text.contains(char::is_whitespace) && text.contains(char::is_alphabetic);
        self.last > 0 && row.number > self.last && filled.clone().count() == 1 && filled.clone().all(is_text)
    }

    /// Reads a row that begins with the number of a standard or an assertion and has no more than its title.
    fn numbered(&self, row: &Row) -> Option<GroupHeading> {
        let text = |column| self.choice.of(column).map(|place| row.text(place)).unwrap_or_default();
        let mut filled = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let first = if text(Column::Id).is_empty() { filled.next()? } else { text(Column::Id) };
        if OF_A_QUESTION.iter().any(|column| !text(*column).is_empty()) {
            return None;
        }
        let (number, title) = leading(first)?;
        if !self.beginnings.contains(number) {
            return None;
        }
        match number.parse::<u8>() {
            Ok(standard) if standard > 0 => {
                let beside = Some(text(Column::Question)).filter(|text| !text.is_empty() && *text != first);
                let beside = beside.or_else(|| filled.find(|text| *text != first)).unwrap_or_default();
                let title = if title.is_empty() { tidy::line(beside) } else { title };
                Some(GroupHeading::Standard { number: standard, title })
            }
            _ => Some(GroupHeading::Assertion),
        }
    }

    /// Returns the only text of a row that stands above questions like a heading: in one cell over several columns, or alone
    /// in the first column or that of the numbers.
    fn bare_title<'b>(&self, row: &'b Row) -> Option<&'b str> {
        let is_below = self.choice.header.is_none_or(|header| row.number > header);
        let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        let (place, cell) = filled.next()?;
        let title = cell.text.trim();
        let is_title = title.chars().count() <= LONGEST_TITLE
            && title.contains(char::is_alphabetic)
            && !title.contains(|letter: char| letter.is_ascii_digit())
            && !title.ends_with(['.', '?', ':']);
        let is_first = place == 0 || self.choice.of(Column::Id) == Some(place);
        let is_wide = self.table.merged.iter().any(|area| {
            area.holds(row.number, place)
                && area.last_column >= area.first_column + 2
                && area.first_row == area.last_row
        });
        let is_alone = filled.next().is_none() && (is_wide || is_first);
        // A note below the last question is the heading of nothing.
        (is_title && is_alone && is_below && !self.beginnings.is_empty() && row.number < self.last)
            .then_some(title)
    }
}

/// Returns the number of the standard that a cell names.
pub(crate) fn standard(cell: &str) -> Option<(u8, String)> {
    if let Some(number) = standard_named(cell) {
        return Some((number, tidy::line(cell)));
    }
    let (number, title) = leading(cell)?;
    Some((number.parse().ok().filter(|number| *number > 0)?, title))
}

/// Returns the number of the standard with this short name.
fn standard_named(title: &str) -> Option<u8> {
    let place = STANDARDS.iter().position(|name| name.eq_ignore_ascii_case(title.trim()))?;
    u8::try_from(place + 1).ok()
}

/// Reads "1", "1.1 Title" or "Standard 1: Title": the number, of at most two levels, and the title.
fn leading(text: &str) -> Option<(&str, String)> {
    let text = text.trim();
    let cut = |name: &&str| {
        let (first, rest) = text.split_at_checked(name.len())?;
        first.eq_ignore_ascii_case(name).then_some(rest.trim_start())
    };
    let rest = NAMES.iter().find_map(cut).unwrap_or(text);
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
    let (number, title) = rest.split_at_checked(end)?;
    let number = number.trim_end_matches('.');
    let is_apart = !title.starts_with(char::is_alphanumeric);
    let is_short = is_number(number) && number.matches('.').count() < 2;
    let title = tidy::line(title.trim_start_matches([':', ')', '–', '—', '-', ' ', '\u{a0}', '\n']));
    (is_short && is_apart && !title.starts_with(|letter: char| letter.is_ascii_digit()))
        .then_some((number, title))
}

/// Returns whether a text is digits with dots between them.
pub(crate) fn is_number(text: &str) -> bool {
    text.split('.').all(|level| !level.is_empty() && level.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{Cell, MergedCells};

    #[test]
    fn a_standard_is_read_with_or_without_its_title() {
        for (cell, expected) in [
            ("1", Some((1, ""))),
            ("1 - Personal data", Some((1, "Personal data"))),
            ("10. Suppliers", Some((10, "Suppliers"))),
            ("Standard 4: Access", Some((4, "Access"))),
            ("National Data Guardian Standard 9", Some((9, ""))),
            ("Managing Data Access", Some((4, "Managing Data Access"))),
            ("1.1", None),
            ("1st", None),
            ("Staffing", None),
            ("", None),
        ] {
            let found = standard(cell);
            assert_eq!(found.as_ref().map(|(number, title)| (*number, title.as_str())), expected, "{cell}");
        }
    }

    #[test]
    fn headings_are_told_from_questions_and_from_remarks() {
        let rows: [&[&str]; 11] = [
            &["Ref", "Question", "Tooltip"],
            &["1. Personal data"],
            &["1.1", "Everything is in order"],
            &["1.1.5", "Who?", "Write it."],
            &["1.1.6", "Why?", ""],
            &["1.2", "Is it a question?", "It has a tooltip."],
            &["Standard 2", "Staff"],
            &["Training"],
            &["2.1.1", "Who?", ""],
            &["Staffing and roles"],
            &["2.1.2", "Who?", ""],
        ];
        let remark: &[&str] = &["", "Ask if anything is unclear."];
        let cell = |text: &&str| Cell { text: (*text).into(), ..Cell::default() };
        let row =
            |(at, cells): (usize, &&[&str])| Row { number: at + 1, cells: cells.iter().map(cell).collect() };
        let rows = rows.iter().chain([&remark]).enumerate().map(row).collect();
        let merged = vec![MergedCells { first_row: 2, last_row: 2, first_column: 0, last_column: 2 }];
        let table = Table { rows, merged, ..Table::default() };
        let columns = vec![(Column::Id, 0), (Column::Question, 1), (Column::Tooltip, 2)];
        let choice = ColumnChoice { header: Some(1), columns };
        let found = |has_many_dots| {
            let groups = GroupHeadings::of(&table, &choice, has_many_dots);
            table.rows.iter().map(|row| groups.heading(row)).collect::<Vec<_>>()
        };
        let standard = |number, title: &str| Some(GroupHeading::Standard { number, title: title.into() });
        let part = Some(GroupHeading::Part { number: "1".into(), title: "Staffing and roles".into() });
        assert_eq!(
            found(true),
            [
                None,
                standard(1, "Personal data"),
                Some(GroupHeading::Assertion),
                None,
                None,
                None,
                standard(2, "Staff"),
                standard(3, "Training"),
                None,
                part,
                None,
                Some(GroupHeading::Remark)
            ]
        );
        assert!(found(false).iter().take(11).all(Option::is_none), "numbers of one dot may be questions");
    }
}
