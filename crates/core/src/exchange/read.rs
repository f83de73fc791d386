//! Reading a document. The result is a value with warnings, or one of a closed set of errors. Reading never panics.

use super::codes::{CHECK_CODE, CHECKSUM, CanonicalFields, FileCodes};
use super::document::{Document, EditionRef, FORMAT, VERSION};
use super::error::{FilePart, ImportError, ImportWarning};
use super::migrate::migrate;
use crate::assessment::{Assessment, AssessmentError};
use crate::catalogue::Edition;
use crate::json::{Extra, WrongField, compact};
use serde_json::Value;
use serde_json::error::Category;
use std::sync::Arc;

/// The largest file that is read, in bytes: several times what fits into a browser's storage.
pub const MAX_BYTES: u64 = 8_000_000;

/// A document that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedDocument {
    pub document: Document,
    pub warnings: Vec<ImportWarning>,
    /// The check code by which the file is known: the one that is written in it where that is right, and otherwise the one
    /// of its content.
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

/// Reads the bytes of one of many files. An edition that the file contains and that is among the `known` ones is not
/// parsed again: files of one year contain the same edition, and it is most of their content.
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

/// Returns the text in the bytes of a file.
///
/// # Errors
/// [`ImportError::TooLarge`] and [`ImportError::NotText`].
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

/// Reads the text of a document that is stored on the device. Its envelope says that it is whole, so that its codes are not
/// computed: that takes time, and is not in the first part of the page.
///
/// # Errors
/// As [`read`].
pub fn read_stored(
    text: &str,
    editions: impl Fn(&EditionRef) -> Option<Arc<Edition>>,
) -> Result<Document, ImportError> {
    let (parsed, fields) = RecognisedDocument::of(text)?;
    Ok(parsed.prepare(fields, FileCodes::default(), &editions, &[])?.read()?.document)
}

fn read_with(
    text: &str,
    editions: &dyn Fn(&EditionRef) -> Option<Arc<Edition>>,
    known: &[Arc<Edition>],
) -> Result<ImportedDocument, ImportError> {
    let (parsed, fields) = RecognisedDocument::of(text)?;
    let (fields, codes) = CanonicalFields::of(fields).with_answers().check();
    parsed.prepare(fields, codes, editions, known)?.read()
}

/// A text that is known to be a document of a version that can be read.
///
/// It lets a caller do other work between the steps of [`read`]: [`RecognisedDocument::of`], [`CanonicalFields::of`],
/// [`CanonicalFields::check`], [`RecognisedDocument::prepare`], [`PreparedDocument::read`].
#[derive(Clone, Debug)]
pub struct RecognisedDocument {
    version: u64,
    /// The codes that are written in the document. Empty where there are none.
    printed: FileCodes,
}

impl RecognisedDocument {
    /// Recognises a document, and returns with it the document's fields without the check code.
    ///
    /// # Errors
    /// As [`read`], except for errors inside the document's edition or assessment.
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
        let printed = printed_codes(&mut fields);
        Ok((Self { version, printed }, fields))
    }

    /// Reads everything but the assessment. `actual` are the codes of the document's fields. An edition that the document
    /// contains and that is among the `known` ones is not parsed again.
    ///
    /// # Errors
    /// As [`read`], except for errors inside the assessment.
    pub fn prepare(
        self,
        fields: Extra,
        actual: FileCodes,
        editions: &dyn Fn(&EditionRef) -> Option<Arc<Edition>>,
        known: &[Arc<Edition>],
    ) -> Result<PreparedDocument, ImportError> {
        let mut warnings = Vec::new();
        let check_code = checked(self.printed, actual, &mut warnings);
        // Migration comes after the check code, which was computed from the file as it was written.
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
            Some(Value::Object(fields)) => fields,
            other => return Err(wrong_part("assessment", other)),
        };
        let text = compact(&assessment);
        Ok(PreparedDocument { edition, assessment, text, rest: fields, warnings, check_code })
    }
}

/// A document of which everything is read but the assessment.
#[derive(Clone, Debug)]
pub struct PreparedDocument {
    edition: Arc<Edition>,
    /// The fields of the assessment, and the same as text.
    assessment: Extra,
    text: String,
    rest: Extra,
    warnings: Vec<ImportWarning>,
    check_code: String,
}

impl PreparedDocument {
    /// Reads the assessment.
    ///
    /// # Errors
    /// As [`read`], for errors inside the assessment.
    pub fn read(self) -> Result<ImportedDocument, ImportError> {
        let Self { edition, assessment, text, rest: mut fields, mut warnings, check_code } = self;
        let assessment = read_assessment(&text, &assessment)?;
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
            check_code,
        })
    }
}

/// Takes the codes out of the fields of a file.
pub(super) fn printed_codes(fields: &mut Extra) -> FileCodes {
    let mut take = |name: &str| match fields.remove(name) {
        Some(Value::String(code)) => code,
        _ => String::new(),
    };
    FileCodes { check_code: take(CHECK_CODE), checksum: take(CHECKSUM) }
}

/// Compares the codes that are written in a file with those of its content. Returns the check code that the file is known
/// by: the written one where it is right.
pub(super) fn checked(printed: FileCodes, actual: FileCodes, warnings: &mut Vec<ImportWarning>) -> String {
    if printed.check_code.is_empty() {
        warnings.push(ImportWarning::NoCheckCode);
        return actual.check_code;
    }
    // Files of the first versions, and review files, have one code, of every field.
    let is_right = match printed.checksum.as_str() {
        "" => printed.check_code == actual.checksum,
        _ => printed == actual,
    };
    if is_right {
        return printed.check_code;
    }
    let code = if actual.check_code.is_empty() { actual.checksum } else { actual.check_code };
    warnings.push(ImportWarning::CheckCode { printed: printed.check_code, actual: code.clone() });
    code
}

/// Parses a text as a JSON object, and classifies the errors of parsing.
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

fn read_assessment(text: &str, fields: &Extra) -> Result<Assessment, ImportError> {
    let mut assessment = Assessment::read_text(text, fields).map_err(|error| match error {
        AssessmentError::Field(field) => wrong_in(FilePart::Assessment)(field),
        AssessmentError::Response(item, field) => wrong_in(FilePart::Response(item))(field),
        AssessmentError::Twice(item) => ImportError::DuplicateItem { item },
    })?;
    assessment.own_what_was_named();
    Ok(assessment)
}

/// Returns a function that adds the place in the file to a wrong field.
pub(super) fn wrong_in(place: FilePart) -> impl FnOnce(WrongField) -> ImportError {
    |wrong| ImportError::WrongForm { place, wrong }
}

/// Returns the error for a missing or invalid version.
pub(super) fn wrong_version(found: Option<&Value>) -> ImportError {
    wrong_in(FilePart::Document)(WrongField::new("version", "a whole number from 1", found))
}

/// Returns the error for a part of the document that must be there and must be an object.
fn wrong_part(field: &str, found: Option<Value>) -> ImportError {
    let wrong = match found {
        None | Some(Value::Null) => WrongField::missing(field),
        found => WrongField::new(field, "a group of fields", found.as_ref()),
    };
    wrong_in(FilePart::Document)(wrong)
}
