//! Which kind of file it is, by what it holds: the ending of a name is easily wrong.

use crate::SpreadsheetError;

/// What can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileFormat {
    /// A packed file; whether there is a workbook in it is told by [`crate::packed`].
    Excel,
    /// Text: what is neither packed nor something else that is known.
    Text,
}

/// How `.xlsx` begins, and every other packed file.
const PACKED: &[u8] = b"PK\x03\x04";
/// A packed file with nothing in it.
const PACKED_EMPTY: &[u8] = b"PK\x05\x06";
/// How files of Office were until 2003, and how those with a password are until today.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// What one of the latter holds.
const LOCKED: &str = "EncryptedPackage";

/// Texts that are no table: web pages, which some programs call `.xls`, documents and our own files.
const OTHER_TEXTS: [&[u8]; 6] = [b"<", b"{", b"[{", b"%pdf", b"%!ps", b"mime-version:"];

/// # Errors
/// [`SpreadsheetError::NotASpreadsheet`], [`SpreadsheetError::Locked`], and [`SpreadsheetError::Damaged`] where the file is called `.xlsx` and begins in
/// no way that a file of that name can.
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

/// What comes first after a byte-order mark and white space.
fn start(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    bytes.get(..16).unwrap_or(bytes)
}
