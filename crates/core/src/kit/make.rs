//! Makes an edition from a table.

use super::item::FoundItem;
use super::merged::MergedAreas;
use super::parts::{self, PartsBuilder};
use super::reading::RowReader;
use super::sentence::MOST_ROWS;
use super::{Column, ColumnChoice, EditionDetails, KitResult, Problem, ProblemKind, Row, Table, item, tidy};
use crate::catalogue::{EDITION_FORMAT, Edition, ItemId, Part};
use crate::exchange::FilePart;
use crate::json::{Extra, to_object};
use crate::words::wrong_form;
use std::collections::BTreeMap;

/// Makes an edition from a table and reports everything that is wrong. Rows with serious problems are left out.
#[must_use]
pub fn make(table: &Table, choice: &ColumnChoice, about: &EditionDetails) -> KitResult {
    // People write "2022/23", but the name of a file cannot contain a slash.
    let about = &EditionDetails { year: about.year.replace('/', "-"), ..about.clone() };
    let mut problems = about_it(about);
    problems.extend(about_columns(table, choice));
    let rows = rows_of(table, choice);
    if rows.is_empty() {
        problems.push(Problem::of(ProblemKind::NoRows));
    }
    if rows.len() > MOST_ROWS {
        problems.push(Problem::of(ProblemKind::TooManyRows).count(rows.len()));
    }
    let is_possible =
        |problems: &[Problem]| !problems.iter().any(|problem| problem.row.is_none() && problem.is_serious());
    let is_readable = rows.len() <= MOST_ROWS
        && [Column::Id, Column::Question].iter().all(|column| choice.of(*column).is_some());
    let (parts, found) = if is_readable {
        read_rows(table, choice, about, &rows, &mut problems)
    } else {
        (Vec::new(), Vec::new())
    };
    if is_readable && parts.is_empty() && !rows.is_empty() {
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
    problems
}

/// Returns whether a text is a year such as "2022" or "2022-23". The year becomes part of file names.
pub(crate) fn is_year(text: &str) -> bool {
    let starts = text.bytes().take_while(u8::is_ascii_digit).count() >= 4;
    starts && text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn about_columns(table: &Table, choice: &ColumnChoice) -> Vec<Problem> {
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
    if !has_parts(table, choice) {
        problems.push(Problem::of(ProblemKind::PartNotChosen).column(Column::Part));
    }
    if choice.header.is_none() {
        problems.push(Problem::of(ProblemKind::NoHeadings));
    }
    problems
}

fn has_parts(table: &Table, choice: &ColumnChoice) -> bool {
    let chosen = [Column::Part, Column::PartTitle].iter().any(|column| choice.of(*column).is_some());
    chosen || table.rows.iter().any(|row| parts::heading(row).is_some())
}

/// Returns the rows below the headings that have text in a chosen column or are the heading of a part.
fn rows_of<'a>(table: &'a Table, choice: &ColumnChoice) -> Vec<&'a Row> {
    let is_below = |row: &&Row| choice.header.is_none_or(|header| row.number > header);
    let says_something = |row: &&Row| choice.columns.iter().any(|(_, place)| !row.text(*place).is_empty());
    let is_heading = |row: &&Row| parts::heading(row).is_some();
    table.rows.iter().filter(is_below).filter(|row| says_something(row) || is_heading(row)).collect()
}

fn read_rows(
    table: &Table,
    choice: &ColumnChoice,
    about: &EditionDetails,
    rows: &[&Row],
    problems: &mut Vec<Problem>,
) -> (Vec<Part>, Vec<FoundItem>) {
    let areas = MergedAreas::of(table, choice);
    problems.extend(areas.problems());
    // Without a column for the number of the part, parts are known by their titles.
    let named = choice.of(Column::Part).or(choice.of(Column::PartTitle));
    let title = choice.of(Column::Part).and(choice.of(Column::PartTitle));
    let mut parts =
        PartsBuilder::of(rows.iter().map(|row| named.map(|place| row.text(place)).unwrap_or_default()));
    let is_parted = has_parts(table, choice);
    let many_dots = have_many_dots(choice, rows);
    let mut found: Vec<FoundItem> = Vec::new();
    let mut taken: BTreeMap<ItemId, usize> = BTreeMap::new();
    for row in rows {
        if let Some((number, title)) = parts::heading(row) {
            parts.enter(row.number, &number, &title, problems);
            continue;
        }
        let text = |place: Option<usize>| place.map(|place| row.text(place)).unwrap_or_default();
        if is_parted {
            parts.enter(row.number, text(named), text(title), problems);
        } else {
            parts.only(row.number);
        }
        let mut reading = RowReader::of(row, choice, &areas);
        let item = item::id(&mut reading, many_dots).and_then(|id| {
            if let Some(first) = taken.get(&id) {
                let twice =
                    Problem::of(ProblemKind::IdTwice).column(Column::Id).said(id.as_str()).other(*first);
                reading.add(twice);
                return None;
            }
            item::read(&mut reading, id, about)
        });
        problems.append(&mut reading.told);
        if let Some(item) = item {
            taken.insert(item.item.id.clone(), item.row);
            parts.add(item.item.clone());
            found.push(item);
        }
    }
    relate(&mut parts, &found, &taken, problems);
    (parts.done(), found)
}

/// Returns whether most item numbers have two dots or more. One with a single dot has then probably lost something.
fn have_many_dots(choice: &ColumnChoice, rows: &[&Row]) -> bool {
    let Some(place) = choice.of(Column::Id) else { return false };
    let dots = |row: &&&Row| row.text(place).matches('.').count() > 1;
    rows.iter().filter(dots).count() * 2 > rows.len()
}

/// Reports problems that can only be known once all rows are read: with the items to answer before an item, and with
/// the earlier items that it continues. Removes entries of `after` that are not valid.
fn relate(
    parts: &mut PartsBuilder,
    found: &[FoundItem],
    taken: &BTreeMap<ItemId, usize>,
    problems: &mut Vec<Problem>,
) {
    let mut continued: BTreeMap<(&str, &ItemId), usize> = BTreeMap::new();
    for FoundItem { item, row } in found {
        let problem = |kind, said: &ItemId| Problem::of(kind).row(*row).item(&item.id).said(said.as_str());
        for before in &item.after {
            if *before == item.id {
                problems.push(problem(ProblemKind::AfterItself, before).column(Column::After));
            } else if !taken.contains_key(before) {
                problems.push(problem(ProblemKind::AfterUnknown, before).column(Column::After));
            }
        }
        for (edition, earlier) in
            item.replaces.iter().flat_map(|one| one.items.iter().map(|item| (one.edition.as_str(), item)))
        {
            if let Some(first) = continued.get(&(edition, earlier)) {
                problems.push(
                    problem(ProblemKind::ReplacedByTwo, earlier).column(Column::Replaces).other(*first),
                );
            }
            continued.entry((edition, earlier)).or_insert(*row);
        }
    }
    for item in parts.items() {
        let mut after = Vec::new();
        for before in item.after.drain(..) {
            if before != item.id && taken.contains_key(&before) && !after.contains(&before) {
                after.push(before);
            }
        }
        item.after = after;
    }
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
        parts,
        ..Edition::default()
    }
}

/// Returns the rows in the order in which the edition has the items: the items of one part are together.
fn in_order(edition: &Edition, found: Vec<FoundItem>) -> Vec<(ItemId, usize)> {
    let rows: BTreeMap<ItemId, usize> = found.into_iter().map(|one| (one.item.id, one.row)).collect();
    edition.items().filter_map(|item| rows.get(&item.id).map(|row| (item.id.clone(), *row))).collect()
}
