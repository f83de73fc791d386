//! The JSON document that holds one whole assessment. The same form is stored, exported and imported.

use crate::assessment::{Assessment, Timestamp};
use crate::catalogue::Edition;
use crate::json::{Extra, ascii, base32, compact, sha256_of, to_text};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The `format` of an assessment document.
pub const FORMAT: &str = "standards-met/assessment";
/// The newest version of the document that this page reads, and the one that it writes.
pub const VERSION: u32 = 1;
/// What the document says it was written by.
pub const APP: &str = concat!("standards-met ", env!("CARGO_PKG_VERSION"));

/// An assessment with the edition that it answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub edition: Arc<Edition>,
    pub assessment: Assessment,
    /// Fields of the document that this version does not know.
    pub extra: Extra,
}

/// Names an edition that is kept once for several stored assessments: its identifier and a hash of its content, so
/// that two wordings of one edition are never mixed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditionRef(pub String);

impl EditionRef {
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        Self(format!("{}/{}", edition.id, edition.hash))
    }
}

/// What every file that is handed to a person begins with, and what is in it.
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
    pub(super) fn new(format: &'static str, version: u32, now: Timestamp, content: T) -> Self {
        Self { format, version, app: APP, exported_at: now, content }
    }
}

/// What is in a document; `edition` is the whole of it or its name.
#[derive(Serialize)]
struct DocumentFields<'a, E> {
    edition: E,
    assessment: &'a Assessment,
    #[serde(flatten)]
    extra: &'a Extra,
}

impl Document {
    /// The self-contained text that is handed to a person, and its check code.
    #[must_use]
    pub fn to_export(&self, now: Timestamp) -> (String, String) {
        let (fields, code) = CanonicalFields::of(exported_fields(&self.exported_json(now))).check();
        (exported_text(fields, &code), code)
    }

    /// The JSON of what [`Self::to_export`] spells out, but for the check code and the order of its fields.
    #[must_use]
    pub fn exported_json(&self, now: Timestamp) -> String {
        to_text(&self.fields(&self.edition.whole, now))
    }

    /// The text that is kept on the device, which names its edition instead of repeating it. It has no check code: what
    /// is around it says more (see [`super::Envelope`]).
    #[must_use]
    pub fn to_stored(&self, now: Timestamp) -> String {
        ascii(self.stored_json(now))
    }

    /// The JSON of what [`Self::to_stored`] spells out.
    #[must_use]
    pub fn stored_json(&self, now: Timestamp) -> String {
        to_text(&self.fields(EditionRef::of(&self.edition), now))
    }

    fn fields<E>(&self, edition: E, now: Timestamp) -> FileFields<DocumentFields<'_, E>> {
        let fields = DocumentFields { edition, assessment: &self.assessment, extra: &self.extra };
        FileFields::new(FORMAT, VERSION, now, fields)
    }
}

/// The fields of a document's JSON, by which its check code is made.
#[must_use]
pub fn exported_fields(json: &str) -> Extra {
    // It comes from a document, so it is always an object.
    serde_json::from_str(json).unwrap_or_default()
}

/// Spells out what is handed to a person.
#[must_use]
pub fn exported_text(mut fields: Extra, check_code: &str) -> String {
    fields.insert("check_code".into(), Value::String(check_code.into()));
    serde_json::to_string_pretty(&fields).unwrap_or_default()
}

/// A document on the way to its check code: the first 40 bits of the SHA-256 of its fields other than `check_code`, in
/// Crockford's base 32, as `4F7K-92QD`. In steps, because each takes a moment for a long document.
#[derive(Clone, Debug)]
pub struct CanonicalFields {
    fields: Extra,
    text: String,
}

impl CanonicalFields {
    /// Spells out the fields of a document other than `check_code`.
    #[must_use]
    pub fn of(fields: Extra) -> Self {
        Self { text: compact(&fields), fields }
    }

    /// The fields again, and their check code.
    #[must_use]
    pub fn check(self) -> (Extra, String) {
        let code = base32(&sha256_of(&[&self.text]), 8).to_ascii_uppercase();
        let (start, end) = code.split_at_checked(4).unwrap_or((&code, ""));
        (self.fields, format!("{start}-{end}"))
    }
}
