//! Guesses which column holds what. The person sees the guess and can choose otherwise.

use super::{Cell, Column, ColumnChoice, Row, Table};
use crate::catalogue::ItemId;
use std::collections::BTreeSet;

/// The number of rows in which headings are looked for. There may be a title and some notes above them.
const DEEPEST: usize = 20;
/// The maximum length of a heading, in characters. A longer text is not a heading.
const LONGEST_HEADING: usize = 60;

/// Guesses the columns from the headings or, where there are none, from the contents of the columns.
#[must_use]
pub fn guess(table: &Table) -> ColumnChoice {
    let mut best = ColumnChoice::default();
    let names = own_names();
    for row in table.rows.iter().take(DEEPEST) {
        let columns = by_headings(row, &names);
        if columns.len() > best.columns.len() {
            best = ColumnChoice { header: Some(row.number), columns };
        }
    }
    // A single match is not enough: one such word can occur in any text.
    if best.columns.len() >= 2 { best } else { by_contents(table) }
}

/// Returns the words of a heading in lower case, separated by single spaces.
fn words(heading: &str) -> String {
    let letters = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let plain: String = heading.to_lowercase().chars().map(letters).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the program's own names of the columns, in the form of [`words`]. They are computed once for all headings
/// that are compared with them.
fn own_names() -> Vec<(String, Column)> {
    let both = |column: Column| [column.label(), column.name()].map(|name| (words(name), column));
    Column::ALL.into_iter().flat_map(both).collect()
}

fn by_headings(row: &Row, names: &[(String, Column)]) -> Vec<(Column, usize)> {
    let is_long = |text: &str| text.chars().count() > LONGEST_HEADING;
    let heading = |cell: &Cell| if is_long(&cell.text) { String::new() } else { words(&cell.text) };
    let headings: Vec<String> = row.cells.iter().map(heading).collect();
    let mut found: Vec<(Column, usize)> = Vec::new();
    // Exact names come before approximate ones.
    let exactly = |heading: &str| exactly(heading, names);
    let other = |heading: &str| exactly(heading).filter(|_| heading != "evidence item");
    for recognise in [&other as &dyn Fn(&str) -> Option<Column>, &exactly, &roughly] {
        for (place, heading) in headings.iter().enumerate() {
            let Some(column) = recognise(heading) else { continue };
            if !found.iter().any(|(known, taken)| *known == column || *taken == place) {
                found.push((column, place));
            }
        }
    }
    // In some tables the number has a column of its own, and the column called "evidence item" holds the question.
    if !found.iter().any(|(known, _)| *known == Column::Question) {
        let place = headings.iter().position(|heading| heading == "evidence item");
        let place = place.filter(|place| !found.iter().any(|(_, taken)| taken == place));
        found.extend(place.map(|place| (Column::Question, place)));
    }
    found.sort_unstable();
    found
}

fn exactly(heading: &str, names: &[(String, Column)]) -> Option<Column> {
    let ours = names.iter().find(|(name, _)| name == heading).map(|(_, column)| *column);
    ours.or_else(|| usual(heading))
}

/// Returns the column for names that tables usually give it.
fn usual(heading: &str) -> Option<Column> {
    Some(match heading {
        "part" | "part number" | "part no" | "section" | "section number" | "section no" | "area" => {
            Column::Part
        }
        "title of part" | "part name" | "name of the part" | "section title" | "section name" => {
            Column::PartTitle
        }
        "evidence item"
        | "item"
        | "item no"
        | "item number"
        | "item id"
        | "ref"
        | "reference"
        | "no"
        | "nr"
        | "number"
        | "evidence item number"
        | "evidence item no"
        | "evidence item id"
        | "evidence ref"
        | "evidence reference"
        | "question number"
        | "question no"
        | "question id"
        | "question ref" => Column::Id,
        "evidence text"
        | "evidence item text"
        | "question text"
        | "text of the question"
        | "requirement"
        | "evidence question"
        | "wording" => Column::Question,
        "tooltip" | "tool tip" | "tooltip text" | "tool tip text" | "guidance" | "guidance text" | "help"
        | "official guidance" | "help text" => Column::Tooltip,
        "kind of answer" | "type" | "answer type" | "type of answer" | "answer" | "response type"
        | "format" => Column::Kind,
        "n a" | "na" | "not applicable" | "not applicable if" | "not applicable when" | "only if" => {
            Column::NotApplicable
        }
        "not applicable reason" | "reason" | "reason not applicable" => Column::NotApplicableReason,
        "level" | "levels" | "standard" | "mandatory for" => Column::Levels,
        "how recent" | "evidence since" | "since" | "recency" | "recent" | "not older than" => Column::Recent,
        "freshness" | "review frequency" | "frequency" => Column::Freshness,
        "minutes" | "time" | "effort" | "time needed" | "how long" => Column::Minutes,
        "who" | "role" | "roles" | "owner" | "answered by" => Column::Who,
        "it supplier" | "ask it supplier" | "ask the it supplier" => Column::AskItSupplier,
        "replaces" | "continues" | "previous number" | "previous id" | "previous ref" | "old number"
        | "old id" | "old ref" | "last year" | "last year s number" | "number last year" => Column::Replaces,
        "what has changed" | "what changed" | "change" | "changes" | "note on changes" => {
            Column::ReplacesNote
        }
        "in short" | "summary" | "plain english" | "in plain english" => Column::InShort,
        "for it supplier" | "for the it supplier" | "question for it supplier" => Column::ForItSupplier,
        "topic" | "subject" | "about" => Column::Topic,
        "example" | "example answer" | "example of an answer" => Column::Example,
        "what counts" | "evidence" | "evidence examples" => Column::Counts,
        "hint" | "condition" => Column::Hint,
        "share" | "percent" | "percentage" | "share of people" => Column::Share,
        "after" | "builds on" | "depends on" => Column::After,
        "action" | "printed action" => Column::PrintedAction,
        _ => return None,
    })
}

/// Returns the column that a longer heading mentions, as in "Guidance for care homes".
fn roughly(heading: &str) -> Option<Column> {
    let has = |words: &[&str]| heading.split(' ').any(|word| words.contains(&word));
    let earlier = has(&["previous", "old", "last", "earlier", "replaces", "replaced"]);
    let number = has(&["no", "number", "id", "ref", "reference", "numbers", "ids"]);
    Some(if earlier && (number || has(&["replaces", "replaced"])) {
        Column::Replaces
    } else if heading.contains("not applicable") {
        if has(&["reason", "why"]) { Column::NotApplicableReason } else { Column::NotApplicable }
    } else if has(&["part", "section"]) {
        if has(&["title", "name"]) { Column::PartTitle } else { Column::Part }
    } else if has(&["tooltip", "guidance", "tooltips"]) || heading.contains("tool tip") {
        Column::Tooltip
    } else if number && has(&["item", "question", "evidence"]) {
        Column::Id
    } else if has(&["question", "questions"]) {
        Column::Question
    } else if has(&["minutes"]) {
        Column::Minutes
    } else if has(&["level", "levels"]) {
        Column::Levels
    } else if has(&["percent", "percentage"]) {
        Column::Share
    } else if has(&["supplier"]) {
        Column::AskItSupplier
    } else if has(&["kind", "type"]) {
        Column::Kind
    } else if has(&["ref", "reference", "id"]) {
        Column::Id
    } else {
        return None;
    })
}

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

fn by_contents(table: &Table) -> ColumnChoice {
    let looks: Vec<ColumnLooks> = (0..table.width()).map(|place| look(table, place)).collect();
    let mut columns = Vec::new();
    let id = looks
        .iter()
        .filter(|look| look.ids * 2 > look.filled)
        .max_by_key(|look| (look.ids, usize::MAX - look.place));
    let Some(id) = id else { return ColumnChoice::default() };
    columns.push((Column::Id, id.place));
    let part = looks.iter().find(|look| look.place < id.place && look.small > 0 && look.small == look.filled);
    columns.extend(part.map(|part| (Column::Part, part.place)));
    let mean = |look: &ColumnLooks| look.letters.checked_div(look.filled).unwrap_or_default();
    let mut texts: Vec<&ColumnLooks> =
        looks.iter().filter(|look| look.place > id.place && mean(look) >= 15).collect();
    let asks = texts.iter().enumerate().max_by_key(|(_, look)| (look.questions, usize::MAX - look.place));
    if let Some(question) = asks.map(|(at, _)| at).map(|at| texts.remove(at)) {
        columns.push((Column::Question, question.place));
    }
    if let Some(tooltip) = texts.iter().max_by_key(|look| (mean(look), usize::MAX - look.place)) {
        columns.push((Column::Tooltip, tooltip.place));
    }
    columns.sort_unstable();
    ColumnChoice { header: None, columns }
}

fn look(table: &Table, place: usize) -> ColumnLooks {
    let texts: Vec<&str> =
        table.rows.iter().map(|row| row.text(place)).filter(|text| !text.is_empty()).collect();
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

#[cfg(test)]
mod tests;
