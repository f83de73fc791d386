//! The rows of a table that an edition is made of.

use super::category::Categories;
use super::groups::{self, GroupHeading, GroupHeadings};
use super::{CellKind, Column, ColumnChoice, Problem, ProblemKind, Row, Table, dates, tidy};

/// A row below the headings that says something.
pub(crate) struct TableRow<'a> {
    pub row: &'a Row,
    /// The heading that it is; `None` for a question.
    pub heading: Option<GroupHeading>,
}

/// The rows below the headings, without those of other organisations.
pub(crate) struct TableRows<'a> {
    pub rows: Vec<TableRow<'a>>,
    /// Whether most numbers have two dots or more. One with a single dot has then probably lost something.
    pub has_many_dots: bool,
    /// The problems with the rows as a whole.
    pub problems: Vec<Problem>,
    choice: &'a ColumnChoice,
}

impl<'a> TableRows<'a> {
    pub(crate) fn of(table: &'a Table, choice: &'a ColumnChoice) -> Self {
        let mut rows = below(table, choice);
        let mut problems = Vec::new();
        keep_ours(table, choice, &mut rows, &mut problems);
        let has_many_dots = have_many_dots(choice, &rows);
        let groups = GroupHeadings::of(table, choice, has_many_dots);
        let mut rows: Vec<TableRow> =
            rows.into_iter().map(|row| TableRow { row, heading: groups.heading(row) }).collect();
        let says_something = |row: &Row| choice.columns.iter().any(|(_, place)| !row.text(*place).is_empty());
        rows.retain(|row| row.heading.is_some() || says_something(row.row));
        let is_group = |row: &&TableRow| {
            matches!(row.heading, Some(GroupHeading::Standard { .. } | GroupHeading::Assertion))
        };
        let is_remark = |row: &&TableRow| row.heading == Some(GroupHeading::Remark);
        problems.extend(of_rows(ProblemKind::GroupHeadings, rows.iter().filter(is_group)));
        problems.extend(of_rows(ProblemKind::Remarks, rows.iter().filter(is_remark)));
        Self { rows, has_many_dots, problems, choice }
    }

    /// Returns the rows that are questions.
    pub(crate) fn questions(&self) -> Vec<&'a Row> {
        self.rows.iter().filter(|row| row.heading.is_none()).map(|row| row.row).collect()
    }

    /// Returns whether the rows are grouped by headings of parts.
    pub(crate) fn have_parts(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.heading, Some(GroupHeading::Part { .. })))
    }

    /// Returns the number that a spreadsheet has turned into a date, as the numbers in the rows around it tell.
    pub(crate) fn number_of_date(&self, row: &Row) -> Option<String> {
        let place = self.choice.of(Column::Id)?;
        let at = self.rows.iter().position(|one| one.row.number == row.number)?;
        let number = |one: &&TableRow<'a>| {
            let is_number = one.row.cell(place).is_some_and(|cell| cell.kind != CellKind::Date);
            is_number && groups::is_number(one.row.text(place))
        };
        let (above, below) = self.rows.split_at_checked(at)?;
        let above = above.iter().rev().find(number).map(|one| one.row.text(place));
        let below = below.iter().find(number).map(|one| one.row.text(place));
        dates::number_of_date(row.text(place), above, below)
    }
}

/// Returns what is to be said of these rows, where there are any.
fn of_rows<'a>(kind: ProblemKind, rows: impl Iterator<Item = &'a TableRow<'a>>) -> Option<Problem> {
    let numbers: Vec<String> = rows.map(|row| row.row.number.to_string()).collect();
    (!numbers.is_empty()).then(|| Problem::of(kind).count(numbers.len()).taken(&tidy::listed(&numbers)))
}

/// Returns the rows below the headings that have any text. Headings that are printed again on each page are left out.
fn below<'a>(table: &'a Table, choice: &ColumnChoice) -> Vec<&'a Row> {
    let header = table.rows.iter().find(|row| Some(row.number) == choice.header);
    let is_below = |row: &&Row| choice.header.is_none_or(|header| row.number > header);
    let is_again = |row: &&'a Row| {
        let same = |column| {
            let place = choice.of(column);
            let text = |row: &'a Row| place.map(|place| row.text(place)).filter(|text| !text.is_empty());
            header.is_some_and(|header| text(header).is_some_and(|heading| Some(heading) == text(row)))
        };
        same(Column::Id) && same(Column::Question)
    };
    let rows = table.rows.iter().filter(is_below);
    rows.filter(|row| !row.is_blank() && !is_again(row)).collect()
}

/// Leaves out the rows that are about other categories of organisation alone.
fn keep_ours(table: &Table, choice: &ColumnChoice, rows: &mut Vec<&Row>, problems: &mut Vec<Problem>) {
    let Some(place) = choice.of(Column::Category) else { return };
    let categories = |row: &Row| {
        let above = |row: &Row| {
            let area = table.merged.iter().find(|area| area.holds(row.number, place))?;
            table.rows.iter().find(|row| row.number == area.first_row)
        };
        let row = if row.text(place).is_empty() { above(row).unwrap_or(row) } else { row };
        Categories::of_cell(row.text(place))
    };
    let of_others = rows.iter().filter(|row| categories(row).is_of_others()).count();
    if !rows.iter().any(|row| categories(row).is_ours()) {
        if of_others > 0 {
            problems.push(Problem::of(ProblemKind::NoCategory).column(Column::Category));
        }
        return;
    }
    rows.retain(|row| !categories(row).is_of_others());
    if of_others > 0 {
        problems.push(Problem::of(ProblemKind::OtherCategories).column(Column::Category).count(of_others));
    }
}

fn have_many_dots(choice: &ColumnChoice, rows: &[&Row]) -> bool {
    let Some(place) = choice.of(Column::Id) else { return false };
    let dots = |text: &str| text.matches('.').count();
    // A title with a number before it is the heading of other rows.
    let is_one = |text: &&str| dots(text) > 0 && !text.contains(char::is_whitespace);
    let numbers: Vec<&str> = rows.iter().map(|row| row.text(place)).filter(is_one).collect();
    numbers.iter().filter(|text| dots(text) > 1).count() * 2 > numbers.len()
}
