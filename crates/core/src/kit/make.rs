//! An edition out of a table.

use super::item::Found;
use super::merged::Areas;
use super::parts::{self, Parts};
use super::reading::Reading;
use super::sentence::MOST_ROWS;
use super::{About, Choice, Column, Made, Problem, Row, Table, Wrong, item, tidy};
use crate::catalogue::{EDITION_FORMAT, Edition, ItemId, Part};
use crate::exchange::Place;
use crate::json::{Extra, to_object};
use crate::words::wrong_form;
use std::collections::BTreeMap;

/// Makes an edition, and says everything that is wrong. Rows with serious problems are left out.
#[must_use]
pub fn make(table: &Table, choice: &Choice, about: &About) -> Made {
    // "2022/23" is how people write it, and a file's name cannot.
    let about = &About { year: about.year.replace('/', "-"), ..about.clone() };
    let mut problems = about_it(about);
    problems.extend(about_columns(table, choice));
    let rows = rows_of(table, choice);
    if rows.is_empty() {
        problems.push(Problem::of(Wrong::NoRows));
    }
    if rows.len() > MOST_ROWS {
        problems.push(Problem::of(Wrong::TooManyRows).count(rows.len()));
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
        problems.push(Problem::of(Wrong::NoItems));
    }
    let unread = unread(about, parts);
    let whole: Extra = to_object(&unread);
    let edition = is_possible(&problems).then(|| Edition::read(whole.clone()));
    let edition = edition.and_then(|read| {
        // Nothing that is made here should come to this; if it does, it is said and not saved.
        read.map_err(|wrong| {
            problems.push(Problem::of(Wrong::Field).taken(&wrong_form(&Place::Edition, &wrong)))
        })
        .ok()
    });
    problems.sort_by_key(|problem| problem.row);
    Made { rows: in_order(&unread, found), whole, edition, problems }
}

fn about_it(about: &About) -> Vec<Problem> {
    let mut problems = Vec::new();
    let id = about.id.trim();
    if ItemId::parse(id).is_none() {
        problems.push(Problem::of(Wrong::AboutId).said(id));
    }
    if tidy::line(&about.title).is_empty() {
        problems.push(Problem::of(Wrong::AboutTitle));
    }
    if !is_year(about.year.trim()) {
        problems.push(Problem::of(Wrong::AboutYear).said(&about.year));
    }
    let before = about.before.trim();
    if !before.is_empty() && ItemId::parse(before).is_none() {
        problems.push(Problem::of(Wrong::AboutBefore).said(before));
    } else if !before.is_empty() && before == id {
        problems.push(Problem::of(Wrong::AboutBeforeSame));
    }
    problems
}

/// "2022" or "2022-23": it is part of the names of files.
pub(crate) fn is_year(text: &str) -> bool {
    let starts = text.bytes().take_while(u8::is_ascii_digit).count() >= 4;
    starts && text.len() <= 20 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn about_columns(table: &Table, choice: &Choice) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (column, kind) in [
        (Column::Id, Wrong::IdNotChosen),
        (Column::Question, Wrong::QuestionNotChosen),
        (Column::Tooltip, Wrong::TooltipNotChosen),
        (Column::Kind, Wrong::KindNotChosen),
    ] {
        if choice.of(column).is_none() {
            problems.push(Problem::of(kind).column(column));
        }
    }
    if !has_parts(table, choice) {
        problems.push(Problem::of(Wrong::PartNotChosen).column(Column::Part));
    }
    if choice.header.is_none() {
        problems.push(Problem::of(Wrong::NoHeadings));
    }
    problems
}

fn has_parts(table: &Table, choice: &Choice) -> bool {
    let chosen = [Column::Part, Column::PartTitle].iter().any(|column| choice.of(*column).is_some());
    chosen || table.rows.iter().any(|row| parts::heading(row).is_some())
}

/// The rows below the headings with something in a column that was chosen.
fn rows_of<'a>(table: &'a Table, choice: &Choice) -> Vec<&'a Row> {
    let is_below = |row: &&Row| choice.header.is_none_or(|header| row.number > header);
    let says_something = |row: &&Row| choice.columns.iter().any(|(_, place)| !row.text(*place).is_empty());
    let is_heading = |row: &&Row| parts::heading(row).is_some();
    table.rows.iter().filter(is_below).filter(|row| says_something(row) || is_heading(row)).collect()
}

fn read_rows(
    table: &Table,
    choice: &Choice,
    about: &About,
    rows: &[&Row],
    problems: &mut Vec<Problem>,
) -> (Vec<Part>, Vec<Found>) {
    let areas = Areas::of(table, choice);
    problems.extend(areas.problems());
    // Without a column for the number of the part, its title is what it is called by.
    let named = choice.of(Column::Part).or(choice.of(Column::PartTitle));
    let title = choice.of(Column::Part).and(choice.of(Column::PartTitle));
    let mut parts = Parts::of(rows.iter().map(|row| named.map(|place| row.text(place)).unwrap_or_default()));
    let is_parted = has_parts(table, choice);
    let many_dots = have_many_dots(choice, rows);
    let mut found: Vec<Found> = Vec::new();
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
        let mut reading = Reading::of(row, choice, &areas);
        let item = item::id(&mut reading, many_dots).and_then(|id| {
            if let Some(first) = taken.get(&id) {
                let twice = Problem::of(Wrong::IdTwice).column(Column::Id).said(id.as_str()).other(*first);
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

/// Whether most numbers have two dots or more: then one with a single dot has probably lost something.
fn have_many_dots(choice: &Choice, rows: &[&Row]) -> bool {
    let Some(place) = choice.of(Column::Id) else { return false };
    let dots = |row: &&&Row| row.text(place).matches('.').count() > 1;
    rows.iter().filter(dots).count() * 2 > rows.len()
}

/// Says what can only be known now of the items before an item and of what it continues, and leaves out what is not right.
fn relate(parts: &mut Parts, found: &[Found], taken: &BTreeMap<ItemId, usize>, problems: &mut Vec<Problem>) {
    let mut continued: BTreeMap<(&str, &ItemId), usize> = BTreeMap::new();
    for Found { item, row } in found {
        let problem = |kind, said: &ItemId| Problem::of(kind).row(*row).item(&item.id).said(said.as_str());
        for before in &item.after {
            if *before == item.id {
                problems.push(problem(Wrong::AfterItself, before).column(Column::After));
            } else if !taken.contains_key(before) {
                problems.push(problem(Wrong::AfterUnknown, before).column(Column::After));
            }
        }
        for (edition, earlier) in
            item.replaces.iter().flat_map(|one| one.items.iter().map(|item| (one.edition.as_str(), item)))
        {
            if let Some(first) = continued.get(&(edition, earlier)) {
                problems.push(problem(Wrong::ReplacedByTwo, earlier).column(Column::Replaces).other(*first));
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

/// The edition, not looked at yet: as it is spelled out, with its digest, it is what [`Edition::read`] makes of that.
fn unread(about: &About, parts: Vec<Part>) -> Edition {
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

/// The rows in the order in which the edition has the items: those of one part are together.
fn in_order(edition: &Edition, found: Vec<Found>) -> Vec<(ItemId, usize)> {
    let rows: BTreeMap<ItemId, usize> = found.into_iter().map(|one| (one.item.id, one.row)).collect();
    edition.items().filter_map(|item| rows.get(&item.id).map(|row| (item.id.clone(), *row))).collect()
}
