//! The edition kit: turns a table into an edition, and looks an edition through for what is wrong.
//!
//! A person has the questions of a year in a spreadsheet. [`guess()`] proposes which column holds what, the person
//! chooses, [`make()`] makes the edition and says every problem with its row. Nothing here is silent: what was left out,
//! taken for something else or put together is said in [`Problem::sentence`].

mod address;
mod book;
mod check;
mod column;
mod first;
mod guess;
mod item;
mod links;
mod listed;
mod make;
mod meaning;
mod merged;
mod parts;
mod problem;
mod reading;
mod replaces;
mod sentence;
mod tidy;

pub use book::{Cell, CellKind, MergedCells, Row, Table, Workbook};
pub use check::check;
pub use column::{Column, ColumnChoice};
pub use first::{EXAMPLE, column_letters, guess_about, is_spreadsheet, likely_sheet};
pub use guess::guess;
pub use listed::{ListedEdition, read_list};
pub use make::make;
pub use problem::{Problem, ProblemKind};

use crate::catalogue::{Edition, ItemId};
use crate::json::Extra;

/// What no table says about its edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionDetails {
    /// Stable identifier, such as `my-toolkit-2022-23`.
    pub id: String,
    /// The title that people know, with its year.
    pub title: String,
    /// As used in file names, such as `2022-23`.
    pub year: String,
    /// Where the wording comes from; may be empty.
    pub source: String,
    /// The identifier of the edition that earlier numbers without the name of an edition mean; may be empty.
    pub before: String,
}

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KitResult {
    /// The edition as its file spells it out. Where `edition` is `None`, as far as it could be made.
    pub whole: Extra,
    /// `None` where a serious problem of the whole prevents it.
    pub edition: Option<Edition>,
    /// First those of the whole, then from the top of the table to its end.
    pub problems: Vec<Problem>,
    /// The row of each item, as the spreadsheet counts it, in the order of the edition.
    pub rows: Vec<(ItemId, usize)>,
}
