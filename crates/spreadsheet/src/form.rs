//! Detection of a file's format by its content: the extension of a file name is easily wrong.

use crate::SpreadsheetError;

/// The formats that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileFormat {
    /// A ZIP archive. Whether it contains a workbook is determined by [`crate::packed`].
    Excel,
    /// Text: anything that is neither an archive nor of another known format.
    Text,
}

/// The first bytes of `.xlsx`, and of every other ZIP archive.
const PACKED: &[u8] = b"PK\x03\x04";
/// The first bytes of an empty ZIP archive.
const PACKED_EMPTY: &[u8] = b"PK\x05\x06";
/// The first bytes of Office files up to 2003, and to this day of those with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// A name that an Office file with a password contains.
const LOCKED: &str = "EncryptedPackage";

/// The beginnings of texts that are not tables: web pages, which some programs name `.xls`, documents, and our own
/// files.
const OTHER_TEXTS: [&[u8]; 6] = [b"<", b"{", b"[{", b"%pdf", b"%!ps", b"mime-version:"];

/// Detects the format of a file. The name is used only to tell a damaged `.xlsx` from text.
///
/// # Errors
/// [`SpreadsheetError::NotASpreadsheet`], [`SpreadsheetError::Locked`], and [`SpreadsheetError::Damaged`] where the
/// file is named `.xlsx` and begins in a way that no file of that name can.
pub(crate) fn of(name: &str, bytes: &[u8]) -> Result<FileFormat, SpreadsheetError> {
    if bytes.starts_with(PACKED) {
        return Ok(FileFormat::Excel);
    }
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(name.len()).any(|part| part == name);
        return Err(if locked { SpreadsheetError::Locked } else { SpreadsheetError::NotASpreadsheet });
    }
    let begin: Vec<u8> = start(bytes).iter().map(u8::to_ascii_lowercase).collect();
    if bytes.starts_with(PACKED_EMPTY) || OTHER_TEXTS.iter().any(|other| begin.starts_with(other)) {
        return Err(SpreadsheetError::NotASpreadsheet);
    }
    if name.to_ascii_lowercase().ends_with(".xlsx") {
        return Err(SpreadsheetError::Damaged);
    }
    Ok(FileFormat::Text)
}

/// Returns up to 16 bytes after any byte-order mark and white space.
fn start(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    bytes.get(..16).unwrap_or(bytes)
}
