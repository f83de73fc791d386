//! Writes the reports of Standards Met as files. This is a separate program, which the page runs in a worker when
//! somebody asks for a report, so that the page stays responsive meanwhile and its first load does not include this
//! program.
//!
//! The content of a report is determined by `standards_met_core::report`. Here it is written with a library for each
//! report format, read back with another library where there is one, and compared.
//!
//! | File | Contents |
//! |---|---|
//! | `job.rs` | one report, in steps: read, write, check |
//! | `word.rs`, `word/` | [`PaperReport`](standards_met_core::report::PaperReport) as `.docx` |
//! | `excel.rs`, `comma.rs` | [`Sheet`](standards_met_core::report::Sheet)s as `.xlsx` and `.csv` |
//! | `calendar.rs` | [`Appointment`](standards_met_core::report::Appointment)s as `.ics` |
//! | `letters.rs` | text handling, such as characters that a file cannot hold |
//! | `check.rs`, `check/` | reads each file back and compares it |
//! | `worker.rs`, `../worker.js` | the functions that the page's worker calls |

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

/// The document properties of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProperties {
    /// The title of the report.
    pub title: String,
    /// The name of the organisation; may be empty.
    pub organisation: String,
    /// The date on which the file is made, where the device is.
    pub day: Date,
}

/// The name that the files give as their creator.
pub(crate) const CREATOR: &str = "Standards Met";
