//! The JSON document that holds one whole assessment. The same form is stored, exported and imported.

use super::codes::{CHECK_CODE, CHECKSUM, CanonicalFields, FileCodes};
use crate::assessment::{Assessment, Timestamp};
use crate::catalogue::Edition;
use crate::json::{Extra, ascii, to_text};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The `format` of an assessment document.
pub const FORMAT: &str = "standards-met/assessment";
/// The version of the document that this page writes, and the newest that it reads.
pub const VERSION: u32 = 1;
/// The program and version that a document names as its writer.
pub const APP: &str = concat!("standards-met ", env!("CARGO_PKG_VERSION"));

/// An assessment with the edition that it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub edition: Arc<Edition>,
    pub assessment: Assessment,
    /// Fields of the document that this version does not know.
    pub extra: Extra,
}

/// The name of an edition that is stored once for several assessments: its identifier and a hash of its content, so
/// that two wordings of one edition are never mixed up.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditionRef(pub String);

impl EditionRef {
    /// Returns the name of this edition.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        Self(format!("{}/{}", edition.id, edition.hash))
    }
}

/// The fields with which every file for a person begins, and the content that follows them.
#[derive(Serialize)]
pub(super) struct FileFields<T> {
    format: &'static str,
    version: u32,
    app: &'static str,
    exported_at: Timestamp,
    #[serde(flatten)]
    content: T,
}

impl<T> FileFields<T> {
    /// Wraps content that is exported at this moment by this version of the program.
    pub(super) fn new(format: &'static str, version: u32, now: Timestamp, content: T) -> Self {
        Self { format, version, app: APP, exported_at: now, content }
    }
}

/// The content of a document. `edition` is either the whole edition or its name.
#[derive(Serialize)]
struct DocumentFields<'a, E> {
    edition: E,
    assessment: &'a Assessment,
    #[serde(flatten)]
    extra: &'a Extra,
}

impl Document {
    /// Returns the self-contained text that is exported for a person, and its check code.
    #[must_use]
    pub fn to_export(&self, now: Timestamp) -> (String, String) {
        let fields = exported_fields(&self.exported_json(now));
        let (fields, codes) = CanonicalFields::of(fields).with_answers().check();
        (exported_text(fields, &codes), codes.check_code)
    }

    /// Returns the JSON that [`Self::to_export`] formats. It has no check code yet, and its fields are in another
    /// order.
    #[must_use]
    pub fn exported_json(&self, now: Timestamp) -> String {
        to_text(&self.fields(&self.edition.whole, now))
    }

    /// Returns the text that is stored on the device, which names its edition instead of repeating it. It has no check
    /// code, because the envelope around it ([`super::Envelope`]) holds the length and a full SHA-256.
    #[must_use]
    pub fn to_stored(&self, now: Timestamp) -> String {
        ascii(self.stored_json(now))
    }

    /// Returns the JSON that [`Self::to_stored`] writes as ASCII.
    #[must_use]
    pub fn stored_json(&self, now: Timestamp) -> String {
        to_text(&self.fields(EditionRef::of(&self.edition), now))
    }

    fn fields<E>(&self, edition: E, now: Timestamp) -> FileFields<DocumentFields<'_, E>> {
        let fields = DocumentFields { edition, assessment: &self.assessment, extra: &self.extra };
        FileFields::new(FORMAT, VERSION, now, fields)
    }
}

/// Returns the fields of a document's JSON, from which its check code is computed.
#[must_use]
pub fn exported_fields(json: &str) -> Extra {
    // The JSON was written from a document, so it is always an object.
    serde_json::from_str(json).unwrap_or_default()
}

/// Returns the text that is exported for a person: the fields and their codes, as indented JSON.
#[must_use]
pub fn exported_text(mut fields: Extra, codes: &FileCodes) -> String {
    for (name, code) in [(CHECK_CODE, &codes.check_code), (CHECKSUM, &codes.checksum)] {
        if !code.is_empty() {
            fields.insert(name.into(), Value::String(code.clone()));
        }
    }
    serde_json::to_string_pretty(&fields).unwrap_or_default()
}
