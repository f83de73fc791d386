//! Last year's answers in this year's assessment: which item continues which, what is carried over, and what has become
//! of it over the years.
//!
//! Nothing is ever taken from the older assessment or changed in it: it is only read. What was carried over is noted with
//! the response that it came to, in [`Response::extra`](super::Response::extra), so that a page that knows nothing of it
//! keeps it.

mod anew;
mod bring;
mod carried;
mod likeness;
mod matching;
mod note;
mod open;
mod parts;
mod year;
mod years;

pub use matching::{EditionMapping, ItemMatch, MatchReason, is_year_after, matching};
pub use note::{CarryOverChoice, CarryOverNote, CarryOverSource};
pub use year::{OpenAction, PartYears, StatusChange, Year, YearStep, Years};
pub use years::years;
