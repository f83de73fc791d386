//! Reading a document: a value and warnings, or one of a closed set of errors. It never panics.

use super::document::{CanonicalFields, Document, EditionRef, FORMAT, VERSION};
use super::error::{FilePart, ImportError, ImportWarning};
use super::migrate::migrate;
use crate::assessment::{Assessment, AssessmentError};
use crate::catalogue::Edition;
use crate::json::{Extra, WrongField};
use serde_json::Value;
use serde_json::error::Category;
use std::sync::Arc;

/// The largest file that is read, in bytes: several times what fits into a browser's storage.
pub const MAX_BYTES: u64 = 8_000_000;

/// A document that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedDocument {
    pub document: Document,
    pub warnings: Vec<ImportWarning>,
    /// The check code as computed from the content.
    pub check_code: String,
}

/// Reads the bytes of a file.
///
/// # Errors
/// As [`read`], and for files that are too large or not text.
pub fn read_bytes(
    bytes: &[u8],
    editions: impl Fn(&EditionRef) -> Option<Arc<Edition>>,
) -> Result<ImportedDocument, ImportError> {
    read_with(text_of(bytes)?, &editions, &[])
}

/// Reads the bytes of one of many files. An edition that it spells out and that is among the known ones is not made anew:
/// files of one year carry the same, and it is most of what is in them.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_bytes_of_many(
    bytes: &[u8],
    editions: impl Fn(&EditionRef) -> Option<Arc<Edition>>,
    known: &[Arc<Edition>],
) -> Result<ImportedDocument, ImportError> {
    read_with(text_of(bytes)?, &editions, known)
}

/// The text in the bytes of a file.
///
/// # Errors
/// For files that are too large or not text.
pub fn text_of(bytes: &[u8]) -> Result<&str, ImportError> {
    let length = bytes.len() as u64;
    if length > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: length });
    }
    std::str::from_utf8(bytes).map_err(|_| ImportError::NotText)
}

/// Reads the text of a document, exported or stored. `editions` finds the edition that a stored text names.
///
/// # Errors
/// [`ImportError`] for anything that is not a whole document of this or an older version.
pub fn read(
    text: &str,
    editions: impl Fn(&EditionRef) -> Option<Arc<Edition>>,
) -> Result<ImportedDocument, ImportError> {
    read_with(text, &editions, &[])
}

fn read_with(
    text: &str,
    editions: &dyn Fn(&EditionRef) -> Option<Arc<Edition>>,
    known: &[Arc<Edition>],
) -> Result<ImportedDocument, ImportError> {
    let (parsed, fields) = RecognisedDocument::of(text)?;
    let (fields, check_code) = CanonicalFields::of(fields).check();
    parsed.read(fields, check_code, editions, known)
}

/// A text of which it is known that it is a document of a version that can be read.
///
/// The steps of [`read`], for who has to do something else between them: this one, [`CanonicalFields::of`], [`CanonicalFields::check`],
/// [`RecognisedDocument::read`].
#[derive(Clone, Debug)]
pub struct RecognisedDocument {
    version: u64,
    /// The check code that the document says it has.
    printed: Option<String>,
}

impl RecognisedDocument {
    /// Gives the fields of the document beside it, without the check code.
    ///
    /// # Errors
    /// As [`read`], but for what is wrong inside the document.
    pub fn of(text: &str) -> Result<(Self, Extra), ImportError> {
        let mut fields = parse(text)?;
        match fields.get("format").and_then(Value::as_str) {
            Some(FORMAT) => {}
            Some(format) if format.starts_with("standards-met/") => {
                return Err(ImportError::OtherFormat { format: format.into() });
            }
            _ => return Err(ImportError::OtherJson),
        }
        let version = match fields.get("version").and_then(Value::as_u64) {
            Some(version) if version > u64::from(VERSION) => {
                return Err(ImportError::NewerVersion { version });
            }
            Some(version) if version >= 1 => version,
            _ => return Err(wrong_version(fields.get("version"))),
        };
        let printed = match fields.remove("check_code") {
            Some(Value::String(printed)) => Some(printed),
            _ => None,
        };
        Ok((Self { version, printed }, fields))
    }

    /// Reads what is in the document. `actual` is the check code of its fields; an edition that it spells out and that is
    /// among the known ones is not made anew.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(
        self,
        fields: Extra,
        actual: String,
        editions: &dyn Fn(&EditionRef) -> Option<Arc<Edition>>,
        known: &[Arc<Edition>],
    ) -> Result<ImportedDocument, ImportError> {
        let mut warnings = Vec::new();
        match self.printed {
            Some(printed) if printed == actual => {}
            Some(printed) => warnings.push(ImportWarning::CheckCode { printed, actual: actual.clone() }),
            None => warnings.push(ImportWarning::NoCheckCode),
        }
        // After the check code, which was made from the file as it was written.
        let mut fields = migrate(fields, self.version);

        let edition = match fields.remove("edition") {
            Some(Value::String(name)) => {
                let found = editions(&EditionRef(name.clone()));
                found.ok_or(ImportError::EditionMissing { edition: name })?
            }
            Some(Value::Object(whole)) => match known.iter().find(|edition| edition.whole == whole) {
                Some(edition) => edition.clone(),
                None => Arc::new(Edition::read(whole).map_err(wrong_in(FilePart::Edition))?),
            },
            other => return Err(wrong_part("edition", other)),
        };
        let assessment = match fields.remove("assessment") {
            Some(Value::Object(fields)) => read_assessment(&fields)?,
            other => return Err(wrong_part("assessment", other)),
        };
        let unknown = assessment.unknown_items(&edition);
        if !unknown.is_empty() {
            warnings.push(ImportWarning::UnknownItems(unknown));
        }
        for field in ["format", "version", "app", "exported_at"] {
            fields.remove(field);
        }
        Ok(ImportedDocument {
            document: Document { edition, assessment, extra: fields },
            warnings,
            check_code: actual,
        })
    }
}

pub(super) fn parse(text: &str) -> Result<Extra, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(ImportError::OtherJson),
        Err(error) => Err(match error.classify() {
            Category::Eof => ImportError::Truncated,
            _ if error.to_string().starts_with("recursion limit") => ImportError::TooDeep,
            _ if error.to_string().starts_with("control character") => {
                ImportError::ControlCharacter { line: error.line() }
            }
            _ => ImportError::NotJson { line: error.line() },
        }),
    }
}

fn read_assessment(fields: &Extra) -> Result<Assessment, ImportError> {
    Assessment::read(fields).map_err(|error| match error {
        AssessmentError::Field(field) => wrong_in(FilePart::Assessment)(field),
        AssessmentError::Response(item, field) => wrong_in(FilePart::Response(item))(field),
        AssessmentError::Twice(item) => ImportError::DuplicateItem { item },
    })
}

pub(super) fn wrong_in(place: FilePart) -> impl FnOnce(WrongField) -> ImportError {
    |wrong| ImportError::WrongForm { place, wrong }
}

/// What is wrong with a version that is none.
pub(super) fn wrong_version(found: Option<&Value>) -> ImportError {
    wrong_in(FilePart::Document)(WrongField::new("version", "a whole number from 1", found))
}

/// What is wrong with a part of the document that has to be there and to have fields.
fn wrong_part(field: &str, found: Option<Value>) -> ImportError {
    let wrong = match found {
        None | Some(Value::Null) => WrongField::missing(field),
        found => WrongField::new(field, "a group of fields", found.as_ref()),
    };
    wrong_in(FilePart::Document)(wrong)
}
