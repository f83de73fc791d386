//! The character encoding of a text file.

use crate::SpreadsheetError;
use encoding_rs::{Encoding, WINDOWS_1252};

/// Decodes a text, and makes all its line ends `\n`. A byte-order mark at the start decides the encoding. Without one
/// it is UTF-8 if the bytes are valid UTF-8, and otherwise Windows-1252, which spreadsheets on Windows write.
///
/// # Errors
/// [`SpreadsheetError::NotASpreadsheet`] where the bytes are not text.
pub(crate) fn text(bytes: &[u8]) -> Result<String, SpreadsheetError> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => {
            let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
            text.into_owned()
        }
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    };
    // A text that was pasted together may contain one or two control characters; the kit says where. Binary data is
    // full of them.
    let no_letters = text.matches(is_no_letter).count();
    if text.contains('\0') || no_letters * FEW > text.len() {
        return Err(SpreadsheetError::NotASpreadsheet);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The limit for control characters: more than one in this many bytes of text is too many.
const FEW: usize = 100;

/// Returns whether it is a control character that no person types.
fn is_no_letter(letter: char) -> bool {
    matches!(letter, '\0'..='\x08' | '\x0e'..='\x1f')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_arrive_however_they_are_written() {
        let said = "“Café” – 5 €\nnext";
        let wide = |from: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
            mark.into_iter().chain(said.encode_utf16().flat_map(from)).collect()
        };
        for bytes in [
            said.as_bytes().to_vec(),
            format!("\u{feff}{said}").into_bytes(),
            wide(u16::to_le_bytes, [0xff, 0xfe]),
            wide(u16::to_be_bytes, [0xfe, 0xff]),
            b"\x93Caf\xe9\x94 \x96 5 \x80\r\nnext".to_vec(),
        ] {
            assert_eq!(text(&bytes), Ok(said.to_owned()), "{bytes:x?}");
        }
        assert_eq!(text(b"a\0b"), Err(SpreadsheetError::NotASpreadsheet));
        assert_eq!(text(b"\x07\x1b\x02a"), Err(SpreadsheetError::NotASpreadsheet));
        let copied = format!("A bell\u{7} rings{}", " and rings".repeat(20));
        assert_eq!(text(copied.as_bytes()), Ok(copied));
    }
}
