//! Puts the questions of a table without parts into parts.

use super::groups::STANDARDS;
use super::{Column, Problem, ProblemKind, tidy};
use crate::catalogue::{Edition, EvidenceItem, ItemId, Part};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The least number of different standards by which the numbers of a table are known to be those of the toolkit.
const LEAST_STANDARDS: usize = 6;

/// The standards of the items, as far as the table says them.
#[derive(Default)]
pub(crate) struct ItemStandards {
    pub of: BTreeMap<ItemId, u8>,
    pub titles: BTreeMap<u8, String>,
}

impl ItemStandards {
    /// Keeps the title of a standard, where it is new, and returns its number.
    pub(crate) fn known(&mut self, number: u8, title: &str) -> u8 {
        let known = self.titles.entry(number).or_default();
        if known.is_empty() {
            title.clone_into(known);
        }
        number
    }
}

/// Puts the items into parts: those of a known edition whose numbers the table has, or else the standards. Returns what is to
/// be said of it as well.
pub(crate) fn arrange(
    items: Vec<EvidenceItem>,
    standards: &ItemStandards,
    known: &[&Edition],
) -> (Vec<Part>, Option<Problem>) {
    if items.is_empty() {
        return (Vec::new(), None);
    }
    if let Some(edition) = alike(&items, known) {
        return by_edition(items, edition);
    }
    if has_standards(&items, standards) {
        return (by_standard(items, standards), Some(Problem::of(ProblemKind::PartsByStandard)));
    }
    let title = "All questions".to_owned();
    (
        vec![Part { number: 1, title, items }],
        Some(Problem::of(ProblemKind::PartNotChosen).column(Column::Part)),
    )
}

/// Returns the known edition most of whose numbers the table has; of several, the one with the most.
fn alike<'a>(items: &[EvidenceItem], known: &[&'a Edition]) -> Option<&'a Edition> {
    let numbers: BTreeSet<&ItemId> = items.iter().map(|item| &item.id).collect();
    let common = |edition: &Edition| edition.items().filter(|item| numbers.contains(&item.id)).count();
    let is_alike = |edition: &&&Edition| {
        let common = common(edition);
        edition.parts.len() > 1 && common * 5 > edition.items().count() * 3 && common * 3 > items.len()
    };
    known.iter().filter(is_alike).min_by_key(|edition| Reverse(common(edition))).copied()
}

/// Puts the items into the parts that a known edition has them in. An item that is new goes to those whose numbers are
/// nearest to its own.
fn by_edition(items: Vec<EvidenceItem>, edition: &Edition) -> (Vec<Part>, Option<Problem>) {
    let mut parts: Vec<Part> = edition
        .parts
        .iter()
        .map(|part| Part { number: part.number, title: part.title.clone(), items: Vec::new() })
        .collect();
    let mut new: Vec<String> = Vec::new();
    for item in items {
        let known = edition.part_of(&item.id).map(|part| part.number);
        if known.is_none() {
            new.push(item.id.to_string());
        }
        let number = known.or_else(|| nearest(&item.id, edition));
        let place = parts.iter().position(|part| Some(part.number) == number).unwrap_or_default();
        if let Some(part) = parts.get_mut(place) {
            part.items.push(item);
        }
    }
    parts.retain(|part| !part.items.is_empty());
    let problem = Problem::of(ProblemKind::PartsOfEdition).said(&edition.title).count(new.len());
    (parts, Some(problem.taken(&tidy::listed(&new))))
}

/// Returns the part in which most of the items are whose numbers begin as this one does.
fn nearest(id: &ItemId, edition: &Edition) -> Option<u8> {
    let mut beginning = id.as_str();
    while let Some((shorter, _)) = beginning.rsplit_once('.') {
        beginning = shorter;
        let near = |part: &&Part| {
            let starts = |id: &str| id.strip_prefix(beginning).is_some_and(|rest| rest.starts_with('.'));
            part.items.iter().filter(|item| starts(item.id.as_str())).count()
        };
        let most = edition.parts.iter().min_by_key(|part| Reverse(near(part)));
        if let Some(part) = most.filter(|part| near(part) > 0) {
            return Some(part.number);
        }
    }
    None
}

/// Returns the standard that a number such as 10.1.2 begins with.
fn leading(id: &ItemId) -> Option<u8> {
    let (first, _) = id.as_str().split_once('.')?;
    first.parse().ok().filter(|number| (1..=STANDARDS.len()).contains(&usize::from(*number)))
}

fn has_standards(items: &[EvidenceItem], standards: &ItemStandards) -> bool {
    let numbers: Vec<u8> = items.iter().filter_map(|item| leading(&item.id)).collect();
    let different: BTreeSet<&u8> = numbers.iter().collect();
    let is_toolkit = numbers.len() == items.len() && different.len() >= LEAST_STANDARDS;
    is_toolkit || standards.of.len() * 2 > items.len()
}

fn by_standard(items: Vec<EvidenceItem>, standards: &ItemStandards) -> Vec<Part> {
    let mut parts: BTreeMap<u8, Vec<EvidenceItem>> = BTreeMap::new();
    let mut last = 1;
    for item in items {
        last = standards.of.get(&item.id).copied().or_else(|| leading(&item.id)).unwrap_or(last);
        parts.entry(last).or_default().push(item);
    }
    let title = |number: u8| {
        let said = standards.titles.get(&number).filter(|title| !title.is_empty()).cloned();
        let usual = || Some((*STANDARDS.get(usize::from(number).checked_sub(1)?)?).to_owned());
        said.or_else(usual).unwrap_or_else(|| format!("Standard {number}"))
    };
    parts.into_iter().map(|(number, items)| Part { number, title: title(number), items }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(numbers: &[&str]) -> Vec<EvidenceItem> {
        let some = Edition::built_in().items().next().cloned().expect("an item");
        numbers.iter().map(|number| EvidenceItem { id: ItemId((*number).into()), ..some.clone() }).collect()
    }

    fn arranged(numbers: &[&str], known: &[&Edition]) -> (Vec<(u8, String, usize)>, ProblemKind) {
        let (parts, said) = arrange(items(numbers), &ItemStandards::default(), known);
        let parts = parts.into_iter().map(|part| (part.number, part.title, part.items.len())).collect();
        (parts, said.expect("a note").kind)
    }

    #[test]
    fn questions_are_in_the_part_in_which_a_known_edition_has_them() {
        let known = Edition::built_in();
        let mut numbers: Vec<&str> = known.items().map(|item| item.id.as_str()).collect();
        numbers.extend(["4.3.1", "2.2.1", "11.1.1"]);
        let (parts, kind) = arranged(&numbers, &[&Edition::default(), &known]);
        let sizes: Vec<usize> = parts.iter().map(|(_, _, items)| *items).collect();
        assert_eq!((sizes, kind), (vec![7 + 1 + 1, 12, 8, 16 + 1], ProblemKind::PartsOfEdition));
        let (_, kind) = arranged(&["1.1.1", "1.1.2", "1.1.5"], &[&known]);
        assert_eq!(kind, ProblemKind::PartNotChosen, "three numbers in common are nothing");
    }

    #[test]
    fn the_ten_standards_are_the_parts_of_numbers_like_theirs() {
        let numbers = ["1.1.1", "2.1.1", "3.1.1", "4.1.1", "10.1.1", "9.1.1", "10.1.2"];
        let (parts, kind) = arranged(&numbers, &[]);
        assert_eq!((parts.len(), kind), (6, ProblemKind::PartsByStandard));
        assert_eq!(parts.last(), Some(&(10, "Accountable suppliers".to_owned(), 2)));
        assert_eq!(arranged(&["1.1.1", "2.1.1", "11.1.1"], &[]).1, ProblemKind::PartNotChosen);
    }

    #[test]
    fn the_table_has_the_last_word_on_the_standard_of_a_question() {
        let mut standards = ItemStandards::default();
        for (id, number, title) in [("A", 4, "Access"), ("B", 4, ""), ("C", 11, "")] {
            let number = standards.known(number, title);
            standards.of.insert(ItemId(id.into()), number);
        }
        let (parts, _) = arrange(items(&["A", "B", "C"]), &standards, &[]);
        let found: Vec<_> = parts.iter().map(|part| (part.title.as_str(), part.items.len())).collect();
        assert_eq!(found, [("Access", 2), ("Standard 11", 1)]);
    }
}
