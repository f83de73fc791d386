//! Everything that Standards Met knows and does without a browser. The page in `src/` and the worker programs are built
//! on this crate. All of it runs, and is tested, on the host.
//!
//! # The modules, from the ground up (each uses only those above it)
//! | Module | What it contains |
//! |---|---|
//! | [`json`] | JSON objects that keep unknown fields, errors about wrong fields, and digests |
//! | [`calendar`] | timestamps and dates; the clock itself is in the page |
//! | [`sorting`] | short lists, sorted by one function |
//! | [`catalogue`] | the edition of the toolkit: parts, evidence items, tooltips, links; data, not code |
//! | [`assessment`] | one organisation's responses, the edits on them, and what is derived: status, merge, undo |
//! | [`exchange`] | the one JSON document that is stored, exported and imported, and its closed set of errors |
//! | [`words`] | what answers, statuses and counts are called, on screen and in reports |
//! | [`report`] | the content of each report, independent of how it is shown or written |
//! | [`kit`] | a spreadsheet, and the edition that is made from it |
//! | [`storage`] | what is stored on a device, over any store of texts, so that every fault of a store can be tested |

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
pub mod date_parts;
pub mod exchange;
pub mod folding;
pub mod json;
pub mod kit;
pub mod pasted;
pub mod report;
pub mod sorting;
pub mod storage;
pub mod words;
