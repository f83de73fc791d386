//! Which sheet of a workbook has the questions for social care.

use super::category::Categories;
use super::meaning::plain;
use super::{Column, ColumnChoice, Row, Table, Workbook, guess};
use crate::catalogue::{Edition, ItemId};
use std::collections::BTreeSet;

/// Words in the names of sheets that are about a list of questions, and are none that anybody answers.
const ASIDE: [&str; 12] = [
    "change",
    "changes",
    "changed",
    "removed",
    "retired",
    "old",
    "previous",
    "archive",
    "superseded",
    "log",
    "history",
    "draft",
];

/// The sheet that an edition is most likely made of, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LikelySheet {
    /// Its index, counted from 0.
    pub sheet: usize,
    /// Why it was chosen; `None` where there is no choice, or no sheet looks like a list of questions.
    pub reason: Option<SheetReason>,
    /// How many other sheets look like lists of questions.
    pub others: usize,
}

/// Why a sheet was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetReason {
    /// No other sheet looks like a list of questions.
    OnlyList,
    /// Its name.
    Name,
    /// The lines above its headings.
    Title,
    /// It has a column for the categories of organisation.
    Category,
    /// Its questions speak of social care more than those of other sheets.
    Wording,
    /// Its numbers are most like those of the edition with this title.
    Numbers(String),
    /// It has the most columns that are recognised.
    Columns,
}

impl LikelySheet {
    /// Returns a sentence on why it was chosen. `None` where there is nothing to say.
    #[must_use]
    pub fn sentence(&self, book: &Workbook) -> Option<String> {
        let name = &book.sheets.get(self.sheet)?.name;
        let because = match self.reason.as_ref()? {
            SheetReason::OnlyList => "it is the only one with a list of questions".to_owned(),
            SheetReason::Name => "its name says that it is for social care (category 3)".to_owned(),
            SheetReason::Title => "its first lines say that it is for social care (category 3)".to_owned(),
            SheetReason::Category => "it says for each question which category it is for".to_owned(),
            SheetReason::Wording => "its questions mention social care the most".to_owned(),
            SheetReason::Numbers(title) => format!("its numbers are most like those of {title}"),
            SheetReason::Columns => "it has the most columns that we recognise".to_owned(),
        };
        let others = match self.others {
            0 => "",
            1 => " Another sheet has a list of questions too: choose that if this one is wrong.",
            _ => " Other sheets have lists of questions too: choose one of them if this one is wrong.",
        };
        Some(format!("We chose the sheet “{name}” because {because}.{others}"))
    }
}

/// Returns the sheet that an edition is most likely made of: the one for social care, by its name or else by what is in it.
/// `known` are other editions.
#[must_use]
pub fn likely_sheet(book: &Workbook, known: &[&Edition]) -> LikelySheet {
    let looks: Vec<SheetLooks> =
        book.sheets.iter().enumerate().map(|(place, table)| SheetLooks::of(place, table)).collect();
    let lists: Vec<&SheetLooks> = looks.iter().filter(|looks| looks.items > 0).collect();
    let others = lists.len().saturating_sub(1);
    let chosen = |looks: Option<&SheetLooks>, reason: Option<SheetReason>| LikelySheet {
        sheet: looks.map_or(0, |looks| looks.place),
        reason: reason.filter(|_| book.sheets.len() > 1),
        others,
    };
    match lists.as_slice() {
        [] => chosen(richest(looks.iter()), None),
        [only] => chosen(Some(only), Some(SheetReason::OnlyList)),
        _ => {
            let (looks, reason) = best_of(&lists, known);
            chosen(looks, Some(reason))
        }
    }
}

/// How far the name of a sheet speaks for it. The later, the further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NameRating {
    /// Other categories, or no list that anybody answers.
    Others,
    SaysNothing,
    /// Category 3 with others.
    Among,
    /// Category 3.
    Ours,
    SocialCare,
}

/// What a sheet looks like.
struct SheetLooks<'a> {
    place: usize,
    table: &'a Table,
    name: NameRating,
    choice: ColumnChoice,
    /// How many rows have the number of an item and a question.
    items: usize,
}

impl<'a> SheetLooks<'a> {
    fn of(place: usize, table: &'a Table) -> Self {
        let choice = guess(table);
        let items = questions(table, &choice).count();
        Self { place, table, name: rating(&table.name), choice, items }
    }

    fn says_ours_above(&self) -> bool {
        let above = self.table.rows.iter().take_while(|row| Some(row.number) != self.choice.header);
        let mut texts = above.flat_map(|row| &row.cells).map(|cell| Categories::of(&cell.text));
        self.choice.header.is_some() && texts.any(|named| named.is_ours() && !named.is_all)
    }

    /// Returns how many cells mention social care.
    fn mentions(&self) -> usize {
        let cells = self.table.rows.iter().flat_map(|row| &row.cells);
        cells.filter(|cell| Categories::of(&cell.text).is_social_care).count()
    }

    /// Returns which share of its numbers, in percent, an edition has.
    fn likeness(&self, edition: &Edition) -> usize {
        let numbers: BTreeSet<ItemId> = questions(self.table, &self.choice).collect();
        let common = edition.items().filter(|item| numbers.contains(&item.id)).count();
        (common * 100).checked_div(numbers.len()).unwrap_or_default()
    }
}

/// Returns the numbers of the rows that have a number and a question.
fn questions(table: &Table, choice: &ColumnChoice) -> impl Iterator<Item = ItemId> {
    let header = choice.header.unwrap_or_default();
    let places = choice.of(Column::Id).zip(choice.of(Column::Question));
    let number = move |row: &Row| {
        let (id, question) = places?;
        let has_digit = row.text(id).contains(|letter: char| letter.is_ascii_digit());
        let number = ItemId::parse(row.text(id)).filter(|_| has_digit && row.number > header)?;
        (!row.text(question).is_empty()).then_some(number)
    };
    table.rows.iter().filter_map(number)
}

fn rating(name: &str) -> NameRating {
    let named = Categories::of(name);
    let is_aside = plain(name).split(' ').any(|word| ASIDE.contains(&word));
    if is_aside || named.is_of_others() {
        NameRating::Others
    } else if named.is_social_care {
        NameRating::SocialCare
    } else if named.numbers.len() == 1 {
        NameRating::Ours
    } else if named.numbers.is_empty() {
        NameRating::SaysNothing
    } else {
        NameRating::Among
    }
}

/// Returns the best of several lists. The name goes first, and then what is in them.
fn best_of<'a>(
    lists: &[&'a SheetLooks<'a>],
    known: &[&Edition],
) -> (Option<&'a SheetLooks<'a>>, SheetReason) {
    let best = lists.iter().map(|looks| looks.name).max().unwrap_or(NameRating::SaysNothing);
    let named: Vec<&SheetLooks> = lists.iter().filter(|looks| looks.name == best).copied().collect();
    if best > NameRating::SaysNothing {
        return (richest(named.into_iter()), SheetReason::Name);
    }
    let with =
        |fits: &dyn Fn(&SheetLooks) -> bool| richest(named.iter().copied().filter(|looks| fits(looks)));
    if let Some(looks) = with(&|looks| looks.says_ours_above()) {
        return (Some(looks), SheetReason::Title);
    }
    if let Some(looks) = with(&|looks| looks.choice.of(Column::Category).is_some()) {
        return (Some(looks), SheetReason::Category);
    }
    if let Some(looks) = most(&named, |looks| looks.mentions()) {
        return (Some(looks), SheetReason::Wording);
    }
    for edition in known {
        if let Some(looks) = most(&named, |looks| looks.likeness(edition)) {
            return (Some(looks), SheetReason::Numbers(edition.title.clone()));
        }
    }
    (richest(named.into_iter()), SheetReason::Columns)
}

/// Returns the sheet with the most of something, where no other has as much.
fn most<'a>(
    lists: &[&'a SheetLooks<'a>],
    count: impl Fn(&SheetLooks) -> usize,
) -> Option<&'a SheetLooks<'a>> {
    let mut counts: Vec<(usize, &SheetLooks)> = lists.iter().map(|looks| (count(looks), *looks)).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(first, looks), (second, _), ..] if first > second => Some(looks),
        [(1.., looks)] => Some(looks),
        _ => None,
    }
}

/// Returns the sheet with the most recognised columns; of several, the one with the most items, and then the first.
fn richest<'a, 'b: 'a>(looks: impl Iterator<Item = &'a SheetLooks<'b>>) -> Option<&'a SheetLooks<'b>> {
    looks.max_by_key(|looks| (looks.choice.columns.len(), looks.items, usize::MAX - looks.place))
}

#[cfg(test)]
mod tests;
