//! The edition kit: makes an edition from a table, and checks an edition for problems.
//!
//! A person has the questions of a year in a spreadsheet. [`guess()`] proposes what each column holds, the person
//! confirms or changes the choice, and [`make()`] makes the edition and reports every problem with its row. Nothing is
//! changed silently: [`Problem::sentence`] says what was left out, interpreted differently or merged.

mod address;
mod arrange;
mod book;
mod category;
mod check;
mod column;
mod dates;
mod details;
mod doubts;
mod first;
mod groups;
mod guess;
mod item;
mod items;
mod known;
mod levels;
mod links;
mod listed;
mod make;
mod meaning;
mod merged;
mod note;
mod parts;
mod problem;
mod reading;
mod replaces;
mod rows;
mod sentence;
mod sheets;
mod tidy;

pub use book::{Cell, CellKind, MergedCells, Row, Table, Workbook};
pub use check::check;
pub use column::{Column, ColumnChoice};
pub use details::guess_about;
pub use first::{EXAMPLE, column_letters, is_spreadsheet};
pub use guess::guess;
pub use listed::{ListedEdition, read_list};
pub use make::make;
pub use problem::{Problem, ProblemKind};
pub use sheets::{LikelySheet, SheetReason, likely_sheet};

use crate::catalogue::{Edition, EditionSource, ItemId, Wording};
use crate::json::Extra;

/// Details of an edition that its table does not contain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionDetails {
    /// Stable identifier, such as `my-toolkit-2022-23`.
    pub id: String,
    /// The title by which people know the edition, with its year.
    pub title: String,
    /// The year as used in file names, such as `2022-23`.
    pub year: String,
    /// Where the wording comes from; may be empty.
    pub source: String,
    /// The identifier of the edition that earlier item numbers belong to where they do not name one; may be empty.
    pub before: String,
    /// Whether the edition has the questions that are mandatory at no level, too.
    pub with_optional: bool,
    /// The day on which the toolkit of this year opened, as it is written; may be empty.
    pub opens: String,
    /// The last day to publish for this year, as it is written; may be empty.
    pub closes: String,
    /// Whose words the questions and the tooltips are.
    pub wording: Wording,
    /// The sources that rows may name.
    pub sources: Vec<EditionSource>,
}

/// The result of making an edition from a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KitResult {
    /// The edition as the JSON object of its file. Where `edition` is `None`, as much of it as could be made.
    pub whole: Extra,
    /// The edition; `None` where a serious problem of the whole table prevents it.
    pub edition: Option<Edition>,
    /// The problems: those of the whole table first, then those of the rows from top to bottom.
    pub problems: Vec<Problem>,
    /// The row number of each item, as the spreadsheet counts it, in the order of the edition.
    pub rows: Vec<(ItemId, usize)>,
}
