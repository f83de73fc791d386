//! What an `.xlsx` is packed in. A small file can be packed so that it is larger unpacked than any memory, and what it says
//! of its own size can be a lie: so everything is unpacked once and thrown away, before anything is kept.

use crate::SpreadsheetError;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// How much may be packed in a file, in bytes. The largest sheet that is read has a tenth of it.
const UNPACKED: u64 = 64_000_000;
/// How many files may be packed in one. A workbook has a dozen, and two for each sheet.
const FILES: usize = 2_000;

/// Whether this is a workbook that can be unpacked.
///
/// # Errors
/// Every one of [`SpreadsheetError`] but that it is empty.
pub(crate) fn look_into(bytes: &[u8]) -> Result<(), SpreadsheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SpreadsheetError::Damaged)?;
    if archive.len() > FILES {
        return Err(SpreadsheetError::TooLarge);
    }
    if !archive.file_names().flatten().any(|name| is_workbook(&name)) {
        return Err(SpreadsheetError::NotASpreadsheet);
    }
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let file = archive.by_index_raw(place).map_err(|_| SpreadsheetError::Damaged)?;
        let (encrypted, stated) = (file.encrypted(), file.size());
        drop(file);
        if encrypted {
            return Err(SpreadsheetError::Locked);
        }
        if stated > left {
            return Err(SpreadsheetError::TooLarge);
        }
        let file = archive.by_index(place).map_err(|_| SpreadsheetError::Damaged)?;
        // One byte more than may be, to see whether there is more.
        let there =
            io::copy(&mut file.take(left + 1), &mut io::sink()).map_err(|_| SpreadsheetError::Damaged)?;
        left = left.checked_sub(there).ok_or(SpreadsheetError::TooLarge)?;
    }
    Ok(())
}

/// What tells a workbook from other packed files. Mostly `xl/workbook.xml`; some programs count them.
fn is_workbook(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("workbook") && name.ends_with(".xml")
}
