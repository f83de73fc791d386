//! The JSON document that holds one whole assessment. The same form is stored, exported and imported.

use crate::assessment::{Assessment, Timestamp};
use crate::catalogue::Edition;
use crate::json::{Extra, Writing, ascii, base32, compact, digest};
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionRef(pub String);

impl EditionRef {
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        Self(format!("{}/{}", edition.id, edition.hash))
    }
}

impl Document {
    /// The self-contained text that is handed to a person, and its check code.
    #[must_use]
    pub fn to_export(&self, now: Timestamp) -> (String, String) {
        let mut fields = self.write(Value::Object(self.edition.whole.clone()), now);
        let code = check_code(&fields);
        fields.insert("check_code".into(), Value::String(code.clone()));
        (serde_json::to_string_pretty(&fields).unwrap_or_default(), code)
    }

    /// The text that is kept on the device, which names its edition instead of repeating it. It has no check code: what
    /// is around it says more (see [`super::Envelope`]).
    #[must_use]
    pub fn to_stored(&self, now: Timestamp) -> String {
        stored_text(&self.stored_fields(now))
    }

    /// What [`Self::to_stored`] spells out.
    #[must_use]
    pub fn stored_fields(&self, now: Timestamp) -> Extra {
        self.write(Value::String(EditionRef::of(&self.edition).0), now)
    }

    fn write(&self, edition: Value, now: Timestamp) -> Extra {
        Writing::over(&self.extra)
            .text("format", FORMAT)
            .value("version", VERSION.into())
            .text("app", APP)
            .text("exported_at", &now.to_string())
            .value("edition", edition)
            .value("assessment", Value::Object(self.assessment.write()))
            .done()
    }
}

/// Spells out what is kept on the device.
#[must_use]
pub fn stored_text(fields: &Extra) -> String {
    ascii(compact(fields))
}

/// The check code of a document: the first 40 bits of the SHA-256 of its fields other than `check_code`, in
/// Crockford's base 32, as `4F7K-92QD`.
#[must_use]
pub fn check_code(fields: &Extra) -> String {
    let digest = if fields.contains_key("check_code") {
        let mut fields = fields.clone();
        fields.remove("check_code");
        digest(&fields)
    } else {
        digest(fields)
    };
    let code = base32(&digest, 8).to_ascii_uppercase();
    let (start, end) = code.split_at_checked(4).unwrap_or((&code, ""));
    format!("{start}-{end}")
}
