//! Guesses which column holds what. The person sees the guess and can choose otherwise.

mod contents;
mod headings;

use super::category::{Categories, without_category};
use super::meaning::plain;
use super::{Column, ColumnChoice, Row, Table};
use headings::HeadingNames;

/// The number of rows in which headings are looked for. There may be a title and some notes above them.
const DEEPEST: usize = 20;
/// The maximum length of a heading, in characters. A longer text is not a heading.
const LONGEST_HEADING: usize = 80;

/// Guesses the columns from the headings or, where there are none, from the contents of the columns.
#[must_use]
pub fn guess(table: &Table) -> ColumnChoice {
    let mut best = ColumnChoice::default();
    let names = HeadingNames::new();
    for row in table.rows.iter().take(DEEPEST) {
        let columns = by_headings(&headings_of(table, row), &names);
        if columns.len() > best.columns.len() {
            best = ColumnChoice { header: Some(row.number), columns };
        }
    }
    // A single match is not enough: one such word can occur in any text.
    if best.columns.len() < 2 {
        return contents::guess(table);
    }
    contents::settle(table, &mut best);
    best
}

/// What stands above a column.
#[derive(Default)]
pub(crate) struct Heading {
    /// The text of the row itself.
    own: String,
    /// The same with the text of the row above, where that is the heading of several columns or of two rows.
    whole: String,
}

/// Returns the text above the column, with that of a group of columns, such as "Mandatory Standards Met".
#[must_use]
pub(crate) fn heading_above(table: &Table, choice: &ColumnChoice, column: Column) -> String {
    let row = table.rows.iter().find(|row| Some(row.number) == choice.header);
    let headings = row.map(|row| headings_of(table, row)).unwrap_or_default();
    let place = choice.of(column).unwrap_or(usize::MAX);
    headings.into_iter().nth(place).map(|heading| heading.whole).unwrap_or_default()
}

/// Returns the headings in a row. Where the cells of the row above hold for several columns, or for this row as well, they
/// belong to them.
fn headings_of(table: &Table, row: &Row) -> Vec<Heading> {
    let above = table.rows.iter().find(|above| above.number + 1 == row.number);
    let width = row.cells.len().max(above.map_or(0, |above| above.cells.len()));
    let short = |text: &str| if text.chars().count() > LONGEST_HEADING { "" } else { text }.to_owned();
    let heading = |place: usize| {
        let own = short(row.text(place));
        let Some(above) = above else { return Heading { whole: own.clone(), own } };
        let area = table.merged.iter().find(|area| area.holds(above.number, place));
        // A cell over nearly all columns is a title.
        let group = area.filter(|area| area.last_column > area.first_column);
        let group = group.filter(|area| (area.last_column - area.first_column) * 3 < width * 2);
        let over = match group {
            Some(area) => short(above.text(area.first_column)),
            None if own.is_empty() => short(above.text(place)),
            None => String::new(),
        };
        Heading { whole: format!("{over} {own}").trim().to_owned(), own }
    };
    (0..width).map(heading).collect()
}

fn by_headings(headings: &[Heading], names: &HeadingNames) -> Vec<(Column, usize)> {
    let mut found: Vec<(Column, usize)> = Vec::new();
    let headings = worded(headings);
    // Exact names come before approximate ones.
    let exactly = |heading: &Heading| names.exactly(&heading.whole).or_else(|| names.exactly(&heading.own));
    let certainly = |heading: &Heading| exactly(heading).filter(|_| !headings::is_vague(&heading.whole));
    let roughly = |heading: &Heading| headings::roughly(&heading.whole);
    for recognise in [&certainly as &dyn Fn(&Heading) -> Option<Column>, &exactly, &roughly] {
        for (place, heading) in headings.iter().enumerate() {
            let Some(column) = recognise(heading) else { continue };
            if !found.iter().any(|(known, taken)| *known == column || *taken == place) {
                found.push((column, place));
            }
        }
    }
    // In some tables the number has a column of its own, and the column called "evidence item" holds the question.
    if !found.iter().any(|(known, _)| *known == Column::Question) {
        let place = headings.iter().position(|heading| headings::is_vague(&heading.whole));
        let place = place.filter(|place| !found.iter().any(|(_, taken)| taken == place));
        found.extend(place.map(|place| (Column::Question, place)));
    }
    found.sort_unstable();
    found
}

/// Returns the headings as words alone. What is about exemptions is left empty, and so is what is about other categories of
/// organisations where another heading is about social care.
fn worded(headings: &[Heading]) -> Vec<Heading> {
    let named: Vec<Categories> = headings.iter().map(|heading| Categories::of(&heading.whole)).collect();
    let has_ours = named.iter().any(|named| named.is_ours() && !named.is_all);
    let each = headings.iter().zip(&named).map(|(heading, named)| {
        let (own, whole) = (plain(&heading.own), plain(&heading.whole));
        if headings::is_exemption(&whole) || (has_ours && named.is_of_others()) {
            return Heading::default();
        }
        if named.numbers.is_empty() && !named.is_social_care {
            return Heading { own, whole };
        }
        let without = |words: &str| without_category(words).unwrap_or_else(|| words.to_owned());
        match without(&whole) {
            // "Category 3" alone says for whom a question is mandatory.
            left if left.is_empty() => Heading { own: String::new(), whole: "mandatory".into() },
            left => Heading { own: without(&own), whole: left },
        }
    });
    each.collect()
}

#[cfg(test)]
mod tests;
