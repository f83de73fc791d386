//! The ZIP archive of an `.xlsx`. A small file can unpack to more than any memory holds, and the size that it states
//! can be false. Everything is therefore unpacked once and discarded before anything is kept.

use crate::SpreadsheetError;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// The most bytes that an archive may unpack to. The largest sheet that is read needs a tenth of it.
const UNPACKED: u64 = 64_000_000;
/// The most files that an archive may contain. A workbook has about a dozen, and two for each sheet.
const FILES: usize = 2_000;

/// Checks that the archive is a workbook that is safe to unpack.
///
/// # Errors
/// Every [`SpreadsheetError`] except [`SpreadsheetError::Empty`] and [`SpreadsheetError::NoSheets`].
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
        // One byte more than is allowed, to find out whether there is more.
        let there =
            io::copy(&mut file.take(left + 1), &mut io::sink()).map_err(|_| SpreadsheetError::Damaged)?;
        left = left.checked_sub(there).ok_or(SpreadsheetError::TooLarge)?;
    }
    Ok(())
}

/// Returns whether the name is one that only workbooks contain. It is usually `xl/workbook.xml`; some programs add a
/// number.
fn is_workbook(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("workbook") && name.ends_with(".xml")
}
