//! Reads one item from one row.

use super::doubts::{self, RowDoubts};
use super::levels::{LevelRules, RowLevels};
use super::reading::{RowReader, is_cut};
use super::replaces::{self, NoteUse};
use super::{CellKind, Column, EditionDetails, Problem, ProblemKind, dates, links, meaning};
use crate::catalogue::{
    AnswerKind, EvidenceItem, ItemId, Link, NotApplicableBox, NotApplicableRule, Recency, Role,
};

/// In characters: more than the longest question that toolkits have had.
pub(crate) const LONG_QUESTION: usize = 600;
/// In characters: more than the longest tooltip that toolkits have had.
pub(crate) const LONG_TOOLTIP: usize = 6_000;

/// An item with the number of the row that it was read from.
pub(crate) struct FoundItem {
    pub item: EvidenceItem,
    pub row: usize,
    /// Whether the table says that it is mandatory at no level.
    pub is_optional: bool,
    /// What became of the note on what has changed.
    pub note: NoteUse,
}

/// Reads the number of the row's item. `of_date` is the number that a spreadsheet has turned into a date. Returns `None`
/// after reporting why there is none.
pub(crate) fn id(
    reading: &mut RowReader<'_>,
    many_dots: bool,
    of_date: impl Fn() -> Option<String>,
) -> Option<ItemId> {
    let kind = reading.kind(Column::Id);
    let before = reading.told.len();
    let text = reading.line(Column::Id);
    // A leading apostrophe is the spreadsheet's own mark for a text.
    let text = text.strip_prefix('\'').unwrap_or(&text);
    let number = reading.number();
    let problem = |kind| Problem::of(kind).row(number).column(Column::Id).said(text);
    if text.is_empty() {
        // An error in the cell and a merged cell are reported separately.
        let is_said = reading.told.len() > before || reading.is_merged(Column::Id);
        if !is_said {
            reading.add(problem(ProblemKind::NoId));
        }
        return None;
    }
    if kind == CellKind::Date || dates::is_date_like(text) {
        let known = of_date().and_then(|number| ItemId::parse(&number));
        reading.add(match &known {
            Some(number) => problem(ProblemKind::IdFromDate).taken(number.as_str()),
            None => problem(ProblemKind::IdIsDate),
        });
        reading.item.clone_from(&known);
        return known;
    }
    let Some(id) = ItemId::parse(text) else {
        let kind = if text.contains(char::is_whitespace) {
            ProblemKind::IdWithSpace
        } else if text.len() > 64 {
            ProblemKind::IdTooLong
        } else {
            ProblemKind::IdLetters
        };
        reading.add(problem(kind).count(text.chars().count()));
        return None;
    };
    reading.item = Some(id.clone());
    let is_decimal = text.matches('.').count() == 1 && text.parse::<f64>().is_ok();
    if is_decimal && (kind == CellKind::Number || many_dots) {
        reading.add(problem(ProblemKind::IdIsNumber));
    }
    Some(id)
}

/// Reads all columns of a row whose item number is known. Returns `None` after reporting why the row is not an item.
pub(crate) fn read(
    reading: &mut RowReader<'_>,
    id: ItemId,
    about: &EditionDetails,
    rules: LevelRules,
) -> Option<FoundItem> {
    let before = reading.told.len();
    let question = reading.line(Column::Question);
    if question.is_empty() {
        if reading.told.len() == before {
            reading.tell(ProblemKind::NoQuestion, Column::Question, "");
        }
        return None;
    }
    long(reading, ProblemKind::LongQuestion, Column::Question, &question, LONG_QUESTION);
    let (tooltip, links) = tooltip(reading);
    let (kind, is_clear) = kind(reading, &question, &tooltip);
    let rule = rule(reading, kind, is_clear);
    let RowLevels { levels, is_optional } = rules.read(reading);
    let who = who(reading);
    let recent = recent(reading);
    let minutes =
        number(reading, Column::Minutes, ProblemKind::MinutesWrong, |text, _| meaning::minutes(text));
    let share = number(reading, Column::Share, ProblemKind::ShareWrong, meaning::share);
    let supplier = ask_it_supplier(reading);
    let mut line = |column| some(reading.line(column));
    let (freshness, hint) = (line(Column::Freshness), line(Column::Hint));
    let (topic, printed_action) = (line(Column::Topic), line(Column::PrintedAction));
    let mut paragraphs = |column| some(reading.paragraphs(column));
    let (in_short, example) = (paragraphs(Column::InShort), paragraphs(Column::Example));
    let (counts, for_it_supplier) = (paragraphs(Column::Counts), paragraphs(Column::ForItSupplier));
    let (replaces, note) = replaces::read_row(reading, about);
    let RowDoubts { certainty, sources, unsure } = doubts::read(reading, about);
    let after = meaning::list(&reading.raw(Column::After)).into_iter().map(ItemId).collect();
    let item = EvidenceItem {
        id,
        question,
        tooltip,
        printed_action,
        kind,
        not_applicable: rule,
        ask_it_supplier: supplier,
        freshness,
        hint,
        links,
        in_short,
        for_it_supplier,
        topic,
        example,
        counts,
        minutes,
        who,
        after,
        recent,
        share,
        levels,
        replaces,
        certainty,
        sources,
        unsure,
    };
    Some(FoundItem { item, row: reading.number(), is_optional, note })
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn long(reading: &mut RowReader<'_>, kind: ProblemKind, column: Column, text: &str, most: usize) {
    let count = text.chars().count();
    // A cell that was cut off is already reported as such.
    if count > most && !is_cut(text) {
        reading.add(Problem::of(kind).column(column).count(count));
    }
}

fn tooltip(reading: &mut RowReader<'_>) -> (String, Vec<Link>) {
    let before = reading.told.len();
    let tooltip = reading.paragraphs(Column::Tooltip);
    let is_said = reading.told.len() > before;
    if tooltip.is_empty() && !is_said && reading.has(Column::Tooltip) {
        reading.tell(ProblemKind::NoTooltip, Column::Tooltip, "");
    }
    if !is_said {
        long(reading, ProblemKind::LongTooltip, Column::Tooltip, &tooltip, LONG_TOOLTIP);
    }
    let (links, broken) = links::find(&tooltip);
    for broken in broken {
        reading.tell(broken.kind, Column::Tooltip, &broken.printed);
    }
    (tooltip, links)
}

/// Returns the kind of answer, and whether the row states it.
fn kind(reading: &mut RowReader<'_>, question: &str, tooltip: &str) -> (AnswerKind, bool) {
    let word = reading.line(Column::Kind);
    if let Some(kind) = meaning::kind(&word) {
        return (kind, true);
    }
    let kind = meaning::kind_by_wording(question, tooltip);
    if !word.is_empty() {
        reading
            .add(Problem::of(ProblemKind::KindUnknown).column(Column::Kind).said(&word).taken(kind.name()));
    }
    (kind, false)
}

/// Reads when the item may be not applicable. A row that does not state its kind of answer is reported here: together
/// with the rule where there is one, otherwise by itself.
fn rule(reading: &mut RowReader<'_>, kind: AnswerKind, is_clear: bool) -> Option<NotApplicableRule> {
    let condition = reading.line(Column::NotApplicable);
    let reason = reading.line(Column::NotApplicableReason);
    let when = match meaning::yes_no(&condition) {
        Some(true) => "it does not apply to your organisation".to_owned(),
        Some(false) => String::new(),
        None => clause(&condition),
    };
    let is_blank =
        reading.has(Column::Kind) && !reading.told.iter().any(|told| told.kind == ProblemKind::KindUnknown);
    if when.is_empty() {
        if !is_clear && is_blank {
            reading.add(Problem::of(ProblemKind::KindMissing).column(Column::Kind).taken(kind.name()));
        }
        if !reason.is_empty() && meaning::yes_no(&reason) != Some(false) {
            reading.tell(ProblemKind::ReasonWithoutCondition, Column::NotApplicableReason, &reason);
        }
        return None;
    }
    if !is_clear {
        reading.add(
            Problem::of(ProblemKind::NotApplicableUnclear).column(Column::NotApplicable).taken(kind.name()),
        );
    }
    let reason = if reason.is_empty() { ready_reason(&when) } else { reason };
    let write = match kind {
        AnswerKind::Text => NotApplicableBox::Text,
        AnswerKind::Tick => NotApplicableBox::Comments,
        AnswerKind::Document => NotApplicableBox::DocumentLocation,
    };
    Some(NotApplicableRule { when, reason, write, if_no_to: Vec::new(), also_otherwise: false })
}

/// Turns the condition into a clause that follows "Only if".
fn clause(condition: &str) -> String {
    let text = condition.trim_end_matches('.');
    let cut = |words: &str| {
        let (first, rest) = text.split_at_checked(words.len())?;
        first.eq_ignore_ascii_case(words).then_some(rest)
    };
    let text = ["only if ", "if ", "when "].iter().find_map(|words| cut(words)).unwrap_or(text);
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    // A text such as "IT systems are not used" keeps its capitals.
    if letters.as_str().starts_with(char::is_uppercase) {
        text.into()
    } else {
        format!("{first}{}", letters.as_str())
    }
}

/// Turns the condition into a reason that the home can give.
fn ready_reason(when: &str) -> String {
    let word = |word: &str| match word {
        "your" => "our".to_owned(),
        "you" => "we".to_owned(),
        _ => word.to_owned(),
    };
    let reason = when.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let mut letters = reason.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

fn who(reading: &mut RowReader<'_>) -> Vec<Role> {
    let mut who: Vec<Role> = Vec::new();
    for word in meaning::list(&reading.raw(Column::Who)) {
        match meaning::role(&word) {
            Some(role) if who.contains(&role) => {}
            Some(role) => who.push(role),
            None => reading.tell(ProblemKind::RoleUnknown, Column::Who, &word),
        }
    }
    who
}

fn recent(reading: &mut RowReader<'_>) -> Option<Recency> {
    let text = reading.line(Column::Recent);
    let recent = dates::recency(&text);
    if recent.is_none() && !text.is_empty() {
        reading.tell(ProblemKind::RecencyUnknown, Column::Recent, &text);
    }
    recent
}

fn number(
    reading: &mut RowReader<'_>,
    column: Column,
    wrong: ProblemKind,
    meaning: fn(&str, CellKind) -> Option<u8>,
) -> Option<u8> {
    let (text, kind) = (reading.line(column), reading.kind(column));
    let number = meaning(&text, kind);
    if number.is_none() && !text.is_empty() {
        reading.tell(wrong, column, &text);
    }
    number
}

fn ask_it_supplier(reading: &mut RowReader<'_>) -> bool {
    let text = reading.line(Column::AskItSupplier);
    let answer = meaning::yes_no(&text);
    if answer.is_none() && !text.is_empty() {
        reading.tell(ProblemKind::YesNoUnknown, Column::AskItSupplier, &text);
    }
    answer.unwrap_or_default()
}
