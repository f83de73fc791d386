//! The archive that a document consists of.

use crate::ReportError;
use docx_rs::XMLDocx;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs all parts into one archive, which is always the same for the same parts. The library's own archive would be
/// neither that nor small.
pub(super) fn packed(parts: &XMLDocx) -> Result<Vec<u8>, ReportError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files(parts) {
        archive.start_file(path, options).map_err(ReportError::writing)?;
        archive.write_all(bytes).map_err(ReportError::writing)?;
    }
    Ok(archive.finish().map_err(ReportError::writing)?.into_inner())
}

/// Returns the path and the content of each part. The content types come first, because they have to be known first.
fn files(parts: &XMLDocx) -> Vec<(String, &[u8])> {
    let mut files: Vec<(String, &[u8])> = [
        ("[Content_Types].xml", &parts.content_type),
        ("_rels/.rels", &parts.rels),
        ("docProps/app.xml", &parts.doc_props.app),
        ("docProps/core.xml", &parts.doc_props.core),
        ("docProps/custom.xml", &parts.doc_props.custom),
        ("word/_rels/document.xml.rels", &parts.document_rels),
        ("word/document.xml", &parts.document),
        ("word/styles.xml", &parts.styles),
        ("word/settings.xml", &parts.settings),
        ("word/fontTable.xml", &parts.font_table),
        ("word/numbering.xml", &parts.numberings),
        ("word/comments.xml", &parts.comments),
        ("word/commentsExtended.xml", &parts.comments_extended),
    ]
    .map(|(path, bytes)| (path.to_owned(), bytes.as_slice()))
    .into();
    let footers = (1..).zip(&parts.footers);
    files.extend(footers.map(|(number, bytes)| (format!("word/footer{number}.xml"), bytes.as_slice())));
    files
}
