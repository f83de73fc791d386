//! What can be wrong with a table or with an edition.

use super::Column;
use crate::catalogue::ItemId;

/// Something that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As the spreadsheet counts it, from 1; `None` where it is about the whole.
    pub row: Option<usize>,
    pub item: Option<ItemId>,
    pub column: Option<Column>,
    pub kind: ProblemKind,
    /// What the cell or the file says there, or what was taken instead; empty where there is nothing to say.
    pub said: String,
    /// What was made of it, where that is not always the same; or a sentence on a field of a file.
    pub taken: String,
    /// The other row that has to do with it.
    pub other: Option<usize>,
    /// How long, or how many.
    pub count: usize,
}

/// The kinds of what can be wrong, each with its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    // Of the whole table.
    NoRows,
    TooManyRows,
    NoItems,
    NoHeadings,
    IdNotChosen,
    QuestionNotChosen,
    TooltipNotChosen,
    PartNotChosen,
    KindNotChosen,
    // Of what is said about the edition.
    AboutId,
    AboutTitle,
    AboutYear,
    AboutBefore,
    AboutBeforeSame,
    // Of a row.
    NoId,
    NoQuestion,
    NoTooltip,
    IdTwice,
    IdWithSpace,
    IdTooLong,
    IdLetters,
    IdIsNumber,
    IdIsDate,
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
    // Of the addresses in a tooltip.
    LinkWithSpace,
    LinkHyphen,
    LinkWithoutHost,
    LinkWithoutSlashes,
    LinkWithoutHttp,
    // Of what a cell means.
    KindUnknown,
    KindMissing,
    LevelUnknown,
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
    // Of the file of an edition.
    NotJson,
    NotAnEdition,
    Newer,
    Field,
    PartTwice,
    LinkNotPrinted,
    AddressWithoutLink,
}

impl Problem {
    /// One of the whole.
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

    /// Whether no edition can be made of that row or, where it names no row, of the whole.
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
