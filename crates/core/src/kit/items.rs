//! Reads the items from the rows of a table.

use super::arrange::{ItemStandards, arrange};
use super::groups::{self, GroupHeading};
use super::guess::heading_above;
use super::item::{self, FoundItem};
use super::known::continue_known;
use super::levels::LevelRules;
use super::merged::MergedAreas;
use super::parts::PartsBuilder;
use super::reading::RowReader;
use super::replaces::NoteUse;
use super::rows::TableRows;
use super::{Column, ColumnChoice, EditionDetails, Problem, ProblemKind, Table, tidy};
use crate::catalogue::{Edition, ItemId, Part};
use std::collections::BTreeMap;

/// Reads the rows into parts with items. Returns the parts and what was read from which row.
pub(crate) fn read_rows(
    table: &Table,
    choice: &ColumnChoice,
    about: &EditionDetails,
    rows: &TableRows<'_>,
    known: &[&Edition],
    problems: &mut Vec<Problem>,
) -> (Vec<Part>, Vec<FoundItem>) {
    let questions = rows.questions();
    let areas = MergedAreas::of(table, choice, &questions);
    let rules = LevelRules::of(choice, &heading_above(table, choice, Column::Levels), &questions);
    problems.extend(areas.problems());
    problems.extend(rules.is_nested.then(|| Problem::of(ProblemKind::NestedLevels)));
    // Without a column for the number of the part, parts are known by their titles.
    let named = choice.of(Column::Part).or(choice.of(Column::PartTitle));
    let title = choice.of(Column::Part).and(choice.of(Column::PartTitle));
    let mut parts =
        PartsBuilder::of(questions.iter().map(|row| named.map(|place| row.text(place)).unwrap_or_default()));
    let is_parted = named.is_some() || rows.have_parts();
    let mut standards = ItemStandards::default();
    let mut standard = None;
    let mut found: Vec<FoundItem> = Vec::new();
    let mut taken: BTreeMap<ItemId, usize> = BTreeMap::new();
    for one in &rows.rows {
        let row = one.row;
        let text = |place: Option<usize>| place.map(|place| row.text(place)).unwrap_or_default();
        let own = groups::standard(text(choice.of(Column::Standard)));
        match (&one.heading, own) {
            (Some(GroupHeading::Part { number, title }), _) => {
                parts.enter(row.number, number, title, problems);
                continue;
            }
            (Some(GroupHeading::Standard { number, title }), _) => {
                standard = Some(standards.known(*number, title));
                continue;
            }
            (Some(GroupHeading::Assertion | GroupHeading::Remark), _) => continue,
            (None, Some((number, title))) => standard = Some(standards.known(number, &title)),
            (None, None) => {}
        }
        if is_parted {
            parts.enter(row.number, text(named), text(title), problems);
        } else {
            parts.only(row.number);
        }
        let mut reading = RowReader::of(row, choice, &areas);
        let of_date = || rows.number_of_date(row);
        let item = item::id(&mut reading, rows.has_many_dots, of_date).and_then(|id| {
            if let Some(first) = taken.get(&id) {
                let twice =
                    Problem::of(ProblemKind::IdTwice).column(Column::Id).said(id.as_str()).other(*first);
                reading.add(twice);
                return None;
            }
            item::read(&mut reading, id, about, rules)
        });
        problems.append(&mut reading.told);
        if let Some(item) = item {
            taken.insert(item.item.id.clone(), item.row);
            standards.of.extend(standard.map(|standard| (item.item.id.clone(), standard)));
            parts.add(item.item.clone());
            found.push(item);
        }
    }
    leave_out(&mut found, about, problems);
    problems.extend(of_the_notes(&found));
    taken.retain(|id, _| found.iter().any(|one| one.item.id == *id));
    parts.retain(|id| taken.contains_key(id));
    relate(&mut parts, &found, &taken, problems);
    problems.extend(continue_known(parts.items(), about, known));
    let parts = parts.done();
    if is_parted {
        return (parts, found);
    }
    let (parts, said) = arrange(parts.into_iter().flat_map(|part| part.items).collect(), &standards, known);
    problems.extend(said);
    (parts, found)
}

/// Leaves out what is mandatory at no level, unless it is to be kept, with the problems of its rows.
fn leave_out(found: &mut Vec<FoundItem>, about: &EditionDetails, problems: &mut Vec<Problem>) {
    let optional: Vec<&FoundItem> = found.iter().filter(|one| one.is_optional).collect();
    if about.with_optional || optional.is_empty() {
        return;
    }
    if optional.len() == found.len() {
        problems.push(Problem::of(ProblemKind::NoLevels));
        return;
    }
    let numbers: Vec<String> = optional.iter().map(|one| one.item.id.to_string()).collect();
    let said = Problem::of(ProblemKind::OptionalLeftOut).count(numbers.len()).taken(&tidy::listed(&numbers));
    problems.retain(|problem| !optional.iter().any(|one| problem.row == Some(one.row)));
    problems.push(said);
    found.retain(|one| !one.is_optional);
}

/// Returns what became of the notes on what has changed that were not kept.
fn of_the_notes(found: &[FoundItem]) -> impl Iterator<Item = Problem> {
    let each = [
        (NoteUse::OfOthers, ProblemKind::NotesOfOthers),
        (NoteUse::WithoutEdition, ProblemKind::NotesWithoutBefore),
    ];
    each.into_iter().filter_map(|(fate, kind)| {
        let count = found.iter().filter(|one| one.note == fate).count();
        (count > 0).then(|| Problem::of(kind).column(Column::ReplacesNote).count(count))
    })
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
    for FoundItem { item, row, .. } in found {
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
