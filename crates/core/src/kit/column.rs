//! What the columns of a table can hold, and which column was chosen for what.

use crate::json::spelled;

/// What a column of a table can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Part,
    PartTitle,
    /// The standard of the National Data Guardian that the item belongs to.
    Standard,
    Id,
    Question,
    Tooltip,
    Kind,
    NotApplicable,
    NotApplicableReason,
    /// The names of the levels.
    Levels,
    /// Whether the item is mandatory for Approaching Standards.
    Approaching,
    /// Whether the item is mandatory for Standards Met.
    Met,
    /// The categories of organisation that the row is about.
    Category,
    /// How recent the evidence has to be, as a date or a number of months.
    Recent,
    /// How recent the evidence has to be, in words.
    Freshness,
    Minutes,
    Who,
    AskItSupplier,
    /// The numbers of the items in earlier editions that the item replaces.
    Replaces,
    /// What has changed since those editions.
    ReplacesNote,
    InShort,
    /// What an IT supplier is asked, in plain English.
    ForItSupplier,
    Topic,
    Example,
    /// What counts as evidence.
    Counts,
    /// A condition to look out for.
    Hint,
    /// The share of people that the item asks for, in percent.
    Share,
    /// The items to answer before this one.
    After,
    PrintedAction,
    /// How certain the number and the levels are.
    Certainty,
    /// The short names of the sources.
    Sources,
    /// What is not certain.
    Unsure,
}

spelled!(Column {
    Part = "part",
    PartTitle = "part_title",
    Standard = "standard",
    Id = "id",
    Question = "question",
    Tooltip = "tooltip",
    Kind = "kind",
    NotApplicable = "not_applicable",
    NotApplicableReason = "not_applicable_reason",
    Levels = "levels",
    Approaching = "approaching",
    Met = "met",
    Category = "category",
    Recent = "recent",
    Freshness = "freshness",
    Minutes = "minutes",
    Who = "who",
    AskItSupplier = "ask_it_supplier",
    Replaces = "replaces",
    ReplacesNote = "replaces_note",
    InShort = "in_short",
    ForItSupplier = "for_it_supplier",
    Topic = "topic",
    Example = "example",
    Counts = "counts",
    Hint = "hint",
    Share = "share",
    After = "after",
    PrintedAction = "printed_action",
    Certainty = "certainty",
    Sources = "sources",
    Unsure = "unsure",
});

impl Column {
    /// Returns whether an edition is of little use without the column.
    #[must_use]
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Part | Self::Id | Self::Question | Self::Tooltip)
    }

    /// Every value, in the order in which choices show them.
    pub const ALL: [Self; 32] = [
        Self::Part,
        Self::PartTitle,
        Self::Standard,
        Self::Id,
        Self::Question,
        Self::Tooltip,
        Self::Kind,
        Self::NotApplicable,
        Self::NotApplicableReason,
        Self::Levels,
        Self::Approaching,
        Self::Met,
        Self::Category,
        Self::Recent,
        Self::Freshness,
        Self::Minutes,
        Self::Who,
        Self::AskItSupplier,
        Self::Replaces,
        Self::ReplacesNote,
        Self::InShort,
        Self::ForItSupplier,
        Self::Topic,
        Self::Example,
        Self::Counts,
        Self::Hint,
        Self::Share,
        Self::After,
        Self::PrintedAction,
        Self::Certainty,
        Self::Sources,
        Self::Unsure,
    ];

    /// Returns the name in plain words, for the person who chooses.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Part => "Part (its number)",
            Self::PartTitle => "Title of the part",
            Self::Standard => "Standard of the National Data Guardian",
            Self::Id => "Number of the item",
            Self::Question => "Question",
            Self::Tooltip => "Tooltip (official guidance)",
            Self::Kind => "Kind of answer (text, tick or document)",
            Self::NotApplicable => "Not applicable only if",
            Self::NotApplicableReason => "Reason why it is not applicable",
            Self::Levels => "Levels (approaching, met)",
            Self::Approaching => "Mandatory for Approaching Standards (yes or no)",
            Self::Met => "Mandatory for Standards Met (yes or no)",
            Self::Category => "Category of organisation",
            Self::Recent => "How recent it has to be (a day or months)",
            Self::Freshness => "How recent it has to be, in words",
            Self::Minutes => "Minutes it takes",
            Self::Who => "Who can answer",
            Self::AskItSupplier => "Ask the IT supplier (yes or no)",
            Self::Replaces => "Replaces (its numbers in earlier years)",
            Self::ReplacesNote => "What has changed since then",
            Self::InShort => "In short (plain English)",
            Self::ForItSupplier => "What the IT supplier is asked (plain English)",
            Self::Topic => "Topic (a few words)",
            Self::Example => "Example of an answer",
            Self::Counts => "What counts as evidence",
            Self::Hint => "Hint (a condition to look out for)",
            Self::Share => "Share of people (percent)",
            Self::After => "Items to answer before it",
            Self::PrintedAction => "Printed action",
            Self::Certainty => "How certain it is (seen, likely, inferred)",
            Self::Sources => "Sources (their short names)",
            Self::Unsure => "What is not certain",
        }
    }

    /// Returns the name of the column's content inside a sentence, as in "row 7 has no question".
    #[must_use]
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::PartTitle => "part's title",
            Self::Standard => "standard",
            Self::Id => "number",
            Self::Question => "question",
            Self::Tooltip => "tooltip",
            Self::Kind => "kind of answer",
            Self::NotApplicable => "condition for “not applicable”",
            Self::NotApplicableReason => "reason for “not applicable”",
            Self::Levels => "levels",
            Self::Approaching => "level Approaching Standards",
            Self::Met => "level Standards Met",
            Self::Category => "category",
            Self::Recent => "day or months",
            Self::Freshness => "freshness",
            Self::Minutes => "minutes",
            Self::Who => "people who can answer",
            Self::AskItSupplier => "“ask the IT supplier”",
            Self::Replaces => "earlier numbers",
            Self::ReplacesNote => "note on what has changed",
            Self::InShort => "text in short",
            Self::ForItSupplier => "text for the IT supplier",
            Self::Topic => "topic",
            Self::Example => "example",
            Self::Counts => "text on what counts",
            Self::Hint => "hint",
            Self::Share => "share of people",
            Self::After => "items before it",
            Self::PrintedAction => "printed action",
            Self::Certainty => "certainty",
            Self::Sources => "sources",
            Self::Unsure => "doubt",
        }
    }
}

/// Which column of a table holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnChoice {
    /// The number of the row with the headings, as the spreadsheet counts it; `None` where there are no headings.
    pub header: Option<usize>,
    /// What is held, and the index of its column, counted from 0. Where something is listed twice, the first entry
    /// counts.
    pub columns: Vec<(Column, usize)>,
}

impl ColumnChoice {
    /// Returns the index, counted from 0, of the column that was chosen for `wanted`; `None` where none was.
    #[must_use]
    pub fn of(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().find(|(column, _)| *column == wanted).map(|(_, place)| *place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_columns_are_called_the_same() {
        let names: BTreeSet<_> = Column::ALL.iter().map(|column| column.name()).collect();
        let labels: BTreeSet<_> = Column::ALL.iter().map(|column| column.label()).collect();
        assert_eq!((names.len(), labels.len()), (Column::ALL.len(), Column::ALL.len()));
        assert!(Column::ALL.iter().all(|column| Column::parse(column.name()) == Some(*column)));
    }
}
