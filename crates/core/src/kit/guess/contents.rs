//! What the contents of columns tell.

use crate::catalogue::ItemId;
use crate::kit::category::Categories;
use crate::kit::levels::flag;
use crate::kit::{Column, ColumnChoice, Row, Table, meaning};
use std::collections::BTreeSet;

/// The least mean length of a question or a guidance, in characters.
const SHORTEST_MEAN: usize = 15;

/// Figures on the contents of a column without a heading.
struct ColumnLooks {
    place: usize,
    /// The number of different texts that could be numbers of items, such as 1.2.3.
    ids: usize,
    /// The number of cells with a whole number from 1 to 255.
    small: usize,
    /// The number of cells with a text.
    filled: usize,
    /// The number of characters of all its texts together.
    letters: usize,
    /// The number of texts that end with a question mark.
    questions: usize,
}

impl ColumnLooks {
    /// Returns the mean length of its texts, in characters.
    fn mean(&self) -> usize {
        self.letters.checked_div(self.filled).unwrap_or_default()
    }
}

/// Guesses the columns of a table without headings.
pub(super) fn guess(table: &Table) -> ColumnChoice {
    let looks: Vec<ColumnLooks> = (0..table.width()).map(|place| look(&table.rows, place)).collect();
    let mut columns = Vec::new();
    let Some(id) = likely_id(looks.iter()) else { return ColumnChoice::default() };
    columns.push((Column::Id, id.place));
    let part = looks.iter().find(|look| look.place < id.place && look.small > 0 && look.small == look.filled);
    columns.extend(part.map(|part| (Column::Part, part.place)));
    let after = looks.iter().filter(|look| look.place > id.place);
    if let Some(question) = likely_question(after.clone()) {
        columns.push((Column::Question, question.place));
        let texts = after.filter(|look| look.place != question.place && look.mean() >= SHORTEST_MEAN);
        let tooltip = texts.max_by_key(|look| (look.mean(), usize::MAX - look.place));
        columns.extend(tooltip.map(|tooltip| (Column::Tooltip, tooltip.place)));
    }
    columns.sort_unstable();
    ColumnChoice { header: None, columns }
}

fn likely_id<'a>(looks: impl Iterator<Item = &'a ColumnLooks>) -> Option<&'a ColumnLooks> {
    looks.filter(|look| look.ids * 2 > look.filled).max_by_key(|look| (look.ids, usize::MAX - look.place))
}

fn likely_question<'a>(looks: impl Iterator<Item = &'a ColumnLooks>) -> Option<&'a ColumnLooks> {
    let texts = looks.filter(|look| look.mean() >= SHORTEST_MEAN);
    texts.max_by_key(|look| (look.questions, usize::MAX - look.place))
}

/// Corrects what the headings say by what the columns hold, and finds the number and the question where no heading names
/// them.
pub(super) fn settle(table: &Table, choice: &mut ColumnChoice) {
    let rows: Vec<Row> = table
        .rows
        .iter()
        .filter(|row| choice.header.is_none_or(|header| row.number > header))
        .cloned()
        .collect();
    let most = |place: usize, fits: fn(&str) -> bool| {
        let filled = rows.iter().map(|row| row.text(place)).filter(|text| !text.is_empty());
        filled.clone().filter(|text| fits(text)).count() * 2 > filled.count()
    };
    if rows.iter().all(Row::is_blank) {
        return;
    }
    let has_levels = choice.of(Column::Levels).is_some();
    for (column, place) in &mut choice.columns {
        *column = match column {
            Column::Standard | Column::Met | Column::Approaching
                if !has_levels && most(*place, names_levels) =>
            {
                Column::Levels
            }
            Column::Levels if most(*place, says_yes_or_no) => Column::Met,
            _ => *column,
        };
    }
    choice.columns.retain(|(column, place)| match column {
        Column::Met | Column::Approaching => most(*place, says_yes_or_no),
        Column::Category => most(*place, |text| !Categories::of_cell(text).is_empty()),
        // Whoever fills in the list may have been given an empty column for the answers.
        Column::Kind => most(*place, |_| true),
        _ => true,
    });
    choice.columns.sort_unstable();
    choice.columns.dedup_by_key(|(column, _)| *column);
    complete(&rows, table.width(), choice);
}

fn names_levels(text: &str) -> bool {
    let words = meaning::list(text);
    words.iter().any(|word| meaning::levels(word).is_some_and(|levels| !levels.is_empty()))
}

fn says_yes_or_no(text: &str) -> bool {
    flag(text).is_some()
}

/// Finds the number and the question among the columns that nothing else was found for.
fn complete(rows: &[Row], width: usize, choice: &mut ColumnChoice) {
    for column in [Column::Id, Column::Question] {
        if choice.of(column).is_some() {
            continue;
        }
        // "Evidence" is the heading of many things.
        let is_free = |place: &usize| {
            !choice.columns.iter().any(|(known, taken)| taken == place && *known != Column::Counts)
        };
        let looks: Vec<ColumnLooks> = (0..width).filter(is_free).map(|place| look(rows, place)).collect();
        let likely =
            if column == Column::Id { likely_id(looks.iter()) } else { likely_question(looks.iter()) };
        if let Some(place) = likely.map(|look| look.place) {
            choice.columns.retain(|(_, taken)| *taken != place);
            choice.columns.push((column, place));
        }
    }
    choice.columns.sort_unstable();
}

fn look(rows: &[Row], place: usize) -> ColumnLooks {
    let texts: Vec<&str> = rows.iter().map(|row| row.text(place)).filter(|text| !text.is_empty()).collect();
    let id = |text: &&&str| {
        text.len() <= 16
            && text.contains(|letter: char| letter.is_ascii_digit())
            && ItemId::parse(text).is_some()
    };
    ColumnLooks {
        place,
        ids: texts.iter().filter(id).collect::<BTreeSet<_>>().len(),
        small: texts.iter().filter(|text| text.parse::<u8>().is_ok_and(|number| number > 0)).count(),
        filled: texts.len(),
        letters: texts.iter().map(|text| text.chars().count()).sum(),
        questions: texts.iter().filter(|text| text.ends_with('?')).count(),
    }
}
