//! Writes a paper report as a document for Word.
//!
//! `docx-rs` makes the parts that contain what people wrote. The parts that are the same in every report are files of
//! our own (`word/*.xml`), because those of the library have no language and no defaults. Before the parts go into one
//! archive, elements that the library writes in another order than Word's schema are reordered, and what it cannot
//! express is added.

mod address;
mod body;
mod order;
mod package;
mod runs;
mod styles;
mod table;

use crate::letters::clean;
use crate::{CREATOR, FileProperties, ReportError};
pub(crate) use address::followed;
use body::DocxBody;
use docx_rs::XMLDocx;
use order::in_order;
use standards_met_core::report::PaperReport;
use styles::styles;
pub(crate) use table::status;

/// Returns the file.
///
/// # Errors
/// [`ReportError::Writing`] where the library writes something other than it used to.
pub fn word(paper: &PaperReport, about: &FileProperties) -> Result<Vec<u8>, ReportError> {
    let mut body = DocxBody::new(paper);
    body.write(paper);
    let tables = body.tables();
    let mut parts = body.docx().build();
    parts.document = document(&parts, tables)?;
    parts.document_rels = in_order(&parts.document_rels)?.xml.into_bytes();
    for footer in &mut parts.footers {
        *footer = in_order(footer)?.xml.into_bytes();
    }
    parts.styles = styles(paper.layout).into_bytes();
    parts.numberings = include_bytes!("word/numbering.xml").to_vec();
    parts.settings = include_bytes!("word/settings.xml").to_vec();
    parts.doc_props.core = core_properties(about).into_bytes();
    package::packed(&parts)
}

/// Returns the main part in the order of the schema. Each table has a description, and a head that is repeated on every
/// page.
fn document(parts: &XMLDocx, tables: usize) -> Result<Vec<u8>, ReportError> {
    let document = in_order(&parts.document)?;
    if (document.heads, document.captions) != (tables, tables) {
        return Err(ReportError::writing("the heads of tables were not found"));
    }
    Ok(document.xml.into_bytes())
}

fn core_properties(about: &FileProperties) -> String {
    let escaped = |text: &str| quick_xml::escape::escape(clean(text)).into_owned();
    let (title, organisation) = (escaped(&about.title), escaped(&about.organisation));
    let day = format!("{}T00:00:00Z", about.day);
    format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties""#,
            r#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/""#,
            r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#,
            "<dc:title>{title}</dc:title><dc:subject>{organisation}</dc:subject><dc:creator>{creator}</dc:creator>",
            "<cp:lastModifiedBy>{creator}</cp:lastModifiedBy><cp:revision>1</cp:revision>",
            r#"<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>"#,
            r#"<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>"#,
            "<dc:language>en-GB</dc:language></cp:coreProperties>",
        ),
        title = title,
        organisation = organisation,
        creator = CREATOR,
        day = day,
    )
}
