//! What the page's worker calls (`../worker.js`).

use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a file and returns the workbook as text. An error is thrown as a sentence.
///
/// # Errors
/// As [`crate::read`].
#[wasm_bindgen]
pub fn read_spreadsheet(name: &str, bytes: &[u8]) -> Result<String, String> {
    crate::read(name, bytes).map(|book| book.write()).map_err(|unread| unread.to_string())
}
