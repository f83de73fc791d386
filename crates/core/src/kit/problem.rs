//! The problems that a table or an edition can have.

use super::Column;
use crate::catalogue::ItemId;

/// A problem, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row number as the spreadsheet counts it, from 1; `None` where the problem concerns the whole, or an
    /// edition's file.
    pub row: Option<usize>,
    /// The item that the problem concerns; `None` where it concerns the whole or the number is not known.
    pub item: Option<ItemId>,
    /// The column that the problem concerns; `None` where it is not about one.
    pub column: Option<Column>,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What the cell or the file says, or what was taken instead, shortened to its beginning; empty where there is
    /// nothing to quote.
    pub said: String,
    /// How it was interpreted, where that is not always the same, or a sentence on a field of a file; otherwise empty.
    pub taken: String,
    /// Another row that is involved, where there is one.
    pub other: Option<usize>,
    /// A length in characters, a number of rows or the number of a part, depending on the kind; otherwise 0.
    pub count: usize,
}

/// The kinds of problems. Each has its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    // The whole table.
    NoRows,
    TooManyRows,
    NoItems,
    NoHeadings,
    IdNotChosen,
    QuestionNotChosen,
    TooltipNotChosen,
    PartNotChosen,
    KindNotChosen,
    NoCategory,
    NoLevels,
    NotesWithoutBefore,
    // What was done with the whole table, for the person to know.
    OptionalLeftOut,
    OtherCategories,
    GroupHeadings,
    Remarks,
    PartsOfEdition,
    PartsByStandard,
    NestedLevels,
    NotesOfOthers,
    KnownNumbers,
    // The details of the edition.
    AboutId,
    AboutTitle,
    AboutYear,
    AboutBefore,
    AboutBeforeSame,
    AboutDay,
    ClosesBeforeOpens,
    SourceTwice,
    // A row.
    NoId,
    NoQuestion,
    NoTooltip,
    IdTwice,
    IdWithSpace,
    IdTooLong,
    IdLetters,
    IdIsNumber,
    IdIsDate,
    IdFromDate,
    PartWrong,
    PartMissing,
    PartTwoTitles,
    PartInTwoPlaces,
    MergedCells,
    LongQuestion,
    LongTooltip,
    CutOff,
    Controls,
    ErrorValue,
    // The addresses in a tooltip.
    LinkWithSpace,
    LinkHyphen,
    LinkWithoutHost,
    LinkWithoutSlashes,
    LinkWithoutHttp,
    // The meaning of a cell.
    KindUnknown,
    KindMissing,
    LevelUnknown,
    FlagUnknown,
    RoleUnknown,
    YesNoUnknown,
    RecencyUnknown,
    MinutesWrong,
    ShareWrong,
    NotApplicableUnclear,
    ReasonWithoutCondition,
    ReplacesWrong,
    ReplacesTwice,
    ReplacesNoEdition,
    ReplacesSameEdition,
    ReplacedByTwo,
    NoteWithoutReplaces,
    AfterUnknown,
    AfterItself,
    CertaintyUnknown,
    SourceUnknown,
    // The file of an edition.
    NotJson,
    NotAnEdition,
    Newer,
    Field,
    PartTwice,
    LinkNotPrinted,
    AddressWithoutLink,
}

impl Problem {
    /// Creates a problem that concerns the whole.
    #[must_use]
    pub(crate) fn of(kind: ProblemKind) -> Self {
        Self {
            row: None,
            item: None,
            column: None,
            kind,
            said: String::new(),
            taken: String::new(),
            other: None,
            count: 0,
        }
    }

    #[must_use]
    pub(crate) fn said(mut self, said: &str) -> Self {
        self.said = super::tidy::beginning(said);
        self
    }

    #[must_use]
    pub(crate) fn taken(mut self, taken: &str) -> Self {
        self.taken = taken.into();
        self
    }

    #[must_use]
    pub(crate) fn count(mut self, count: usize) -> Self {
        self.count = count;
        self
    }

    #[must_use]
    pub(crate) fn column(mut self, column: Column) -> Self {
        self.column = Some(column);
        self
    }

    #[must_use]
    pub(crate) fn row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }

    #[must_use]
    pub(crate) fn other(mut self, row: usize) -> Self {
        self.other = Some(row);
        self
    }

    #[must_use]
    pub(crate) fn item(mut self, item: &ItemId) -> Self {
        self.item = Some(item.clone());
        self
    }

    /// Returns whether nothing is wrong: it only says what was done with the table.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(
            self.kind,
            ProblemKind::OptionalLeftOut
                | ProblemKind::OtherCategories
                | ProblemKind::GroupHeadings
                | ProblemKind::Remarks
                | ProblemKind::PartsOfEdition
                | ProblemKind::PartsByStandard
                | ProblemKind::NestedLevels
                | ProblemKind::NotesOfOthers
                | ProblemKind::KnownNumbers
        )
    }

    /// Returns whether no edition can be made of the row or, where the problem names no row, of the whole.
    #[must_use]
    pub fn is_serious(&self) -> bool {
        match self.kind {
            ProblemKind::NoRows
            | ProblemKind::TooManyRows
            | ProblemKind::NoItems
            | ProblemKind::IdNotChosen
            | ProblemKind::QuestionNotChosen
            | ProblemKind::AboutId
            | ProblemKind::AboutTitle
            | ProblemKind::AboutYear
            | ProblemKind::NoId
            | ProblemKind::NoQuestion
            | ProblemKind::IdTwice
            | ProblemKind::IdWithSpace
            | ProblemKind::IdTooLong
            | ProblemKind::IdLetters
            | ProblemKind::IdIsDate
            | ProblemKind::NotJson
            | ProblemKind::NotAnEdition
            | ProblemKind::Newer
            | ProblemKind::PartTwice
            | ProblemKind::Field => true,
            ProblemKind::ErrorValue => matches!(self.column, Some(Column::Id | Column::Question)),
            ProblemKind::MergedCells => self.column == Some(Column::Id) && self.other.is_some(),
            _ => false,
        }
    }
}
