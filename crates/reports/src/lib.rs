//! Writes the reports of Standards Met as files: a program of its own, which the page runs in a worker when somebody asks
//! for one, so that the page goes on meanwhile and its first load does not carry it.
//!
//! What a report says is made by `standards_met_core::report`; here it is written with the libraries of each form, read back
//! with another one where there is one, and compared.
//!
//! | File | What lives there |
//! |---|---|
//! | `job.rs` | one report, in steps: read, write, check |
//! | `word.rs`, `word/` | [`Paper`](standards_met_core::report::Paper) as `.docx` |
//! | `excel.rs`, `comma.rs` | [`Sheet`](standards_met_core::report::Sheet)s as `.xlsx` and `.csv` |
//! | `calendar.rs` | [`Appointment`](standards_met_core::report::Appointment)s as `.ics` |
//! | `letters.rs` | what becomes of letters that a file cannot hold |
//! | `check.rs`, `check/` | reads each file back and compares |
//! | `worker.rs`, `../worker.js` | what the page's worker calls |

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

pub mod calendar;
pub mod check;
pub mod comma;
pub mod excel;
mod job;
mod letters;
pub mod word;
mod worker;
mod wrong;

pub use job::{ReportFile, ReportJob};
pub use worker::Report;
pub use wrong::ReportError;

use standards_met_core::assessment::Date;

/// What a file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProperties {
    pub title: String,
    pub organisation: String,
    /// The day it is made, where the device is.
    pub day: Date,
}

/// Who writes the files, as they say themselves.
pub(crate) const CREATOR: &str = "Standards Met";
