//! A workbook by the files that are packed in it, so that changed bytes are not refused for their checksum before anybody
//! looks at them: `@name` on a line of its own, and what is in the file below it.

use super::table::is_book;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Whether the bytes are a workbook, once they are packed.
pub fn attack(bytes: &[u8]) -> bool {
    packed(bytes).is_some_and(|packed| is_book("a.xlsx", &packed))
}

/// `None` where a name cannot be packed, or is there twice.
pub fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut begun = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(b"@") {
            archive.start_file(std::str::from_utf8(name).ok()?.trim_end(), options).ok()?;
            begun = true;
        } else if begun {
            archive.write_all(line).ok()?;
        }
    }
    Some(archive.finish().ok()?.into_inner())
}
