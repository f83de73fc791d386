//! Reads spreadsheets from which editions of Standards Met are made. It is a separate program, which the page runs in a
//! worker when a person chooses a spreadsheet, so that the page stays responsive and its first load does not include
//! it.
//!
//! The result is a [`Workbook`]: every sheet, including hidden ones, with each cell as a person sees it. How an edition
//! is made from it is in `standards_met_core::kit`.
//!
//! | File | What it contains |
//! |---|---|
//! | `form.rs` | detection of the file format, by content and not by name |
//! | `packed.rs` | the archive of an `.xlsx`, and whether it is safe to unpack |
//! | `excel.rs` | `.xlsx`, with `calamine` |
//! | `shown.rs` | a cell of `.xlsx` as a person sees it |
//! | `comma.rs`, `letters.rs` | `.csv`: its separators, and its character encoding |
//! | `sheet.rs` | a sheet while it is read, and how large it may be |
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

mod comma;
mod excel;
mod form;
mod letters;
mod packed;
mod sheet;
mod shown;
mod unread;
mod worker;

pub use sheet::{COLUMNS, ROWS};
pub use unread::SpreadsheetError;
pub use worker::read_spreadsheet;

use form::FileFormat;
use standards_met_core::kit::Workbook;

/// The largest file that is read, in bytes.
pub const BYTES: usize = 8_000_000;

/// Reads a file: `.xlsx`, or `.csv` with commas, semicolons or tabs between its cells. The content decides which of
/// them it is. The name of a `.csv` file becomes the name of its sheet.
///
/// # Errors
/// The reason why the file cannot be read. Where part of a file cannot be read, nothing of it is.
pub fn read(name: &str, bytes: &[u8]) -> Result<Workbook, SpreadsheetError> {
    if bytes.is_empty() {
        return Err(SpreadsheetError::Empty);
    }
    if bytes.len() > BYTES {
        return Err(SpreadsheetError::TooLarge);
    }
    let sheets = match form::of(name, bytes)? {
        FileFormat::Excel => {
            packed::look_into(bytes)?;
            excel::sheets(bytes)?
        }
        FileFormat::Text => vec![comma::sheet(name, &letters::text(bytes)?)?],
    };
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(SpreadsheetError::Empty);
    }
    Ok(Workbook { sheets })
}
