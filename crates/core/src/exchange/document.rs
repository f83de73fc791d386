//! The JSON document that holds one whole assessment. The same form is stored, exported and imported.

use crate::assessment::{Assessment, MERGE_BASE, Timestamp};
use crate::catalogue::Edition;
use crate::json::{Extra, ascii, base32, compact, sha256_of, to_text};
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
        let (fields, code) = CanonicalFields::of(exported_fields(&self.exported_json(now))).check();
        (exported_text(fields, &code), code)
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

/// Returns the text that is exported for a person: the fields and their check code, as indented JSON.
#[must_use]
pub fn exported_text(mut fields: Extra, check_code: &str) -> String {
    fields.insert("check_code".into(), Value::String(check_code.into()));
    serde_json::to_string_pretty(&fields).unwrap_or_default()
}

/// The fields that say how a file came about and not what is in it. They do not count for the check code, so that two
/// files with the same content have the same one.
const OF_THE_EXPORT: [&str; 3] = ["app", "exported_at", MERGE_BASE];

/// A document whose check code is being computed: the first 40 bits of the SHA-256 of its content, in Crockford's base 32,
/// such as `4F7K-92QD`. The content is every field other than `check_code`, [`OF_THE_EXPORT`] left out. It is computed in
/// steps, because each step takes a moment for a long document.
#[derive(Clone, Debug)]
pub struct CanonicalFields {
    fields: Extra,
    text: String,
}

impl CanonicalFields {
    /// Writes the content of a document, from its fields other than `check_code`, as canonical text.
    #[must_use]
    pub fn of(mut fields: Extra) -> Self {
        let apart = OF_THE_EXPORT.map(|name| fields.remove_entry(name));
        let text = compact(&fields);
        fields.extend(apart.into_iter().flatten());
        Self { text, fields }
    }

    /// Returns the fields and their check code.
    #[must_use]
    pub fn check(self) -> (Extra, String) {
        let code = check_code(&self.text);
        (self.fields, code)
    }
}

/// Returns the check code of these fields in the form of the first versions of this page, in which each export of the same
/// content had another one.
pub(super) fn former_check_code(fields: &Extra) -> String {
    check_code(&compact(fields))
}

fn check_code(text: &str) -> String {
    let code = base32(&sha256_of(&[text]), 8).to_ascii_uppercase();
    let (start, end) = code.split_at_checked(4).unwrap_or((&code, ""));
    format!("{start}-{end}")
}
