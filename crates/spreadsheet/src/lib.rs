//! Reads spreadsheets for editions of Standards Met: a program of its own, which the page runs in a worker when somebody
//! chooses one, so that the page goes on meanwhile and its first load does not carry it.
//!
//! What comes out is a [`Workbook`]: every sheet, hidden ones too, with each cell as a person sees it. What an edition makes of
//! it is in `standards_met_core::kit`.
//!
//! | File | What lives there |
//! |---|---|
//! | `form.rs` | which kind of file it is, by what it holds and not by its name |
//! | `packed.rs` | what an `.xlsx` is packed in, and whether it is safe to unpack |
//! | `excel.rs` | `.xlsx`, with `calamine` |
//! | `shown.rs` | a cell of `.xlsx` as a person sees it |
//! | `comma.rs`, `letters.rs` | `.csv`: what stands between its cells, and how its letters are written |
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

/// How large a file may be, in bytes.
pub const BYTES: usize = 8_000_000;

/// Reads a file: `.xlsx`, or `.csv` with commas, semicolons or tabs between its cells. Which of them it is, is told by what
/// it holds; its name gives a `.csv` the name of its sheet.
///
/// # Errors
/// Why it cannot be read. Nothing is read of a file of which not everything can be.
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
