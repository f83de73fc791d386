//! Carrying over last year's responses into this year's assessment: which item continues which, what is carried over,
//! and how the years compare.
//!
//! The older assessment is only read. Nothing is ever taken from it or changed in it. What was carried over is noted
//! with the receiving response, in [`Response::extra`](super::Response::extra), so that a version of the program that
//! does not know the note keeps it.

mod anew;
mod bring;
mod carried;
mod likeness;
mod matching;
mod news;
mod note;
mod open;
mod parts;
mod year;
mod years;

pub use matching::{EditionMapping, ItemMatch, MatchReason, is_year_after, matching};
pub use news::{AnswersAhead, EditionNews, ItemNews, ItemOrigin, edition_before, edition_news, older_first};
pub use note::{CarryOverChoice, CarryOverNote, CarryOverSource};
pub use year::{OpenAction, PartYears, StatusChange, Year, YearStep, Years};
pub use years::years;
