//! What the page exports and imports: the JSON document, the other files, and the errors of reading them.

mod arrival;
mod codes;
mod csv;
mod document;
mod envelope;
mod error;
mod file_name;
mod locked;
mod migrate;
mod passphrase;
mod read;
mod redact;
mod review;

pub use arrival::{Arrival, Present};
pub use codes::{CanonicalFields, FileCodes};
pub use csv::{CsvWords, across_csv, csv, homes_csv};
pub use document::{APP, Document, EditionRef, FORMAT, VERSION, exported_fields, exported_text};
pub use envelope::{Envelope, LINE};
pub use error::{FilePart, ImportError, ImportWarning};
pub use file_name::{LocalTime, file_name, report_name};
pub use locked::{IV, LOCKED, LockParameters, Locked, SALT, locked_name};
pub use passphrase::{Strength, tidy_passphrase};
pub use read::{
    ImportedDocument, MAX_BYTES, PreparedDocument, RecognisedDocument, read, read_bytes, read_bytes_of_many,
    read_stored, text_of,
};
pub use redact::{Redaction, redact};
pub use review::{ImportedReview, REVIEW_FORMAT, REVIEW_VERSION, ReviewFile, read_review};
