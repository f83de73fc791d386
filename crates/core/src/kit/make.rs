//! Makes an edition from a table.

use super::item::FoundItem;
use super::items::read_rows;
use super::rows::TableRows;
use super::sentence::MOST_ROWS;
use super::{
    Column, ColumnChoice, EditionDetails, KitResult, Problem, ProblemKind, Table, dates, doubts, tidy,
};
use crate::catalogue::{EDITION_FORMAT, Edition, ItemId, Part};
use crate::exchange::FilePart;
use crate::json::{Extra, to_object};
use crate::words::wrong_form;
use std::collections::BTreeMap;

/// Makes an edition from a table and reports everything that is wrong. Rows with serious problems are left out. `known` are
/// other editions, in whose parts the questions are put where the table has no parts.
#[must_use]
pub fn make(table: &Table, choice: &ColumnChoice, about: &EditionDetails, known: &[&Edition]) -> KitResult {
    // People write "2022/23", but the name of a file cannot contain a slash.
    let about = &EditionDetails { year: about.year.replace('/', "-"), ..about.clone() };
    let mut problems = about_it(about);
    problems.extend(about_columns(choice));
    let rows = TableRows::of(table, choice);
    let count = rows.rows.len();
    if count == 0 {
        problems.push(Problem::of(ProblemKind::NoRows));
    }
    if count > MOST_ROWS {
        problems.push(Problem::of(ProblemKind::TooManyRows).count(count));
    }
    let is_possible =
        |problems: &[Problem]| !problems.iter().any(|problem| problem.row.is_none() && problem.is_serious());
    let is_readable = count <= MOST_ROWS
        && [Column::Id, Column::Question].iter().all(|column| choice.of(*column).is_some());
    let (parts, found) = if is_readable {
        problems.extend(rows.problems.iter().cloned());
        read_rows(table, choice, about, &rows, known, &mut problems)
    } else {
        (Vec::new(), Vec::new())
    };
    if is_readable && parts.is_empty() && count > 0 {
        problems.push(Problem::of(ProblemKind::NoItems));
    }
    let unread = unread(about, parts);
    let whole: Extra = to_object(&unread);
    let edition = is_possible(&problems).then(|| Edition::read(whole.clone()));
    let edition = edition.and_then(|read| {
        // An edition made here should always be readable. If one is not, that is reported and it cannot be saved.
        read.map_err(|wrong| {
            problems.push(Problem::of(ProblemKind::Field).taken(&wrong_form(&FilePart::Edition, &wrong)))
        })
        .ok()
    });
    problems.sort_by_key(|problem| problem.row);
    KitResult { rows: in_order(&unread, found), whole, edition, problems }
}

fn about_it(about: &EditionDetails) -> Vec<Problem> {
    let mut problems = Vec::new();
    let id = about.id.trim();
    if ItemId::parse(id).is_none() {
        problems.push(Problem::of(ProblemKind::AboutId).said(id));
    }
    if tidy::line(&about.title).is_empty() {
        problems.push(Problem::of(ProblemKind::AboutTitle));
    }
    if !is_year(about.year.trim()) {
        problems.push(Problem::of(ProblemKind::AboutYear).said(&about.year));
    }
    let before = about.before.trim();
    if !before.is_empty() && ItemId::parse(before).is_none() {
        problems.push(Problem::of(ProblemKind::AboutBefore).said(before));
    } else if !before.is_empty() && before == id {
        problems.push(Problem::of(ProblemKind::AboutBeforeSame));
    }
    for day in [&about.opens, &about.closes].into_iter().filter(|day| !day.trim().is_empty()) {
        if dates::date(day).is_none() {
            problems.push(Problem::of(ProblemKind::AboutDay).said(day));
        }
    }
    problems.extend(doubts::of_the_edition(
        dates::date(&about.opens),
        dates::date(&about.closes),
        &about.sources,
    ));
    problems
}

/// Returns whether a text is a year such as "2022" or "2022-23". The year becomes part of file names.
pub(crate) fn is_year(text: &str) -> bool {
    let starts = text.bytes().take_while(u8::is_ascii_digit).count() >= 4;
    starts && text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn about_columns(choice: &ColumnChoice) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (column, kind) in [
        (Column::Id, ProblemKind::IdNotChosen),
        (Column::Question, ProblemKind::QuestionNotChosen),
        (Column::Tooltip, ProblemKind::TooltipNotChosen),
        (Column::Kind, ProblemKind::KindNotChosen),
    ] {
        if choice.of(column).is_none() {
            problems.push(Problem::of(kind).column(column));
        }
    }
    if choice.header.is_none() {
        problems.push(Problem::of(ProblemKind::NoHeadings));
    }
    problems
}

/// Builds the edition without its `whole` and `hash`: [`Edition::read`] sets them when it reads what is written of it.
fn unread(about: &EditionDetails, parts: Vec<Part>) -> Edition {
    let source = match tidy::line(&about.source) {
        source if source.is_empty() => "The questions and tooltips are those of a spreadsheet.".to_owned(),
        source => source,
    };
    Edition {
        format: EDITION_FORMAT.into(),
        version: 1,
        id: about.id.trim().into(),
        title: tidy::line(&about.title),
        year: about.year.trim().into(),
        source,
        wording: about.wording,
        opens: dates::date(&about.opens),
        closes: dates::date(&about.closes),
        sources: about.sources.clone(),
        parts,
        ..Edition::default()
    }
}

/// Returns the rows in the order in which the edition has the items: the items of one part are together.
fn in_order(edition: &Edition, found: Vec<FoundItem>) -> Vec<(ItemId, usize)> {
    let rows: BTreeMap<ItemId, usize> = found.into_iter().map(|one| (one.item.id, one.row)).collect();
    edition.items().filter_map(|item| rows.get(&item.id).map(|row| (item.id.clone(), *row))).collect()
}
