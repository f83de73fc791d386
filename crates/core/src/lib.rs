//! What Standards Met knows and does without a browser: the page in `src/` and the programs for workers stand on it, and all
//! of it runs, and is tested, on the host.
//!
//! # The modules, from the ground up (each uses only those above it)
//! | Module | What lives there |
//! |---|---|
//! | [`json`] | JSON objects with what is unknown kept, what is wrong in one, and its digest |
//! | [`calendar`] | moments and days; the clock itself is in the page |
//! | [`catalogue`] | the edition of the toolkit: parts, evidence items, tooltips, links; data, not code |
//! | [`assessment`] | one organisation's responses, the edits on them, and what is derived: standing, merge, undo |
//! | [`exchange`] | the one JSON document that is stored, exported and imported, and its closed set of errors |
//! | [`words`] | what answers, standings and counts are called, on screen and in reports |
//! | [`report`] | what is in each report, apart from how it is shown or written |
//! | [`kit`] | a spreadsheet, and the edition that is made of it |
//! | [`storage`] | what is kept on a device, over any store of texts, so that every fault of one can be tried |

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub mod assessment;
pub mod calendar;
pub mod catalogue;
pub mod exchange;
pub mod json;
pub mod kit;
pub mod report;
pub mod storage;
pub mod words;
