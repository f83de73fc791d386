//! What leaves the page and what comes in: the one JSON document, and the errors that reading it can give.

mod csv;
mod document;
mod error;
mod file_name;
mod kept;
mod locked;
mod migrate;
mod passphrase;
mod read;
mod redact;
mod review;

pub use csv::{Spelling, across_csv, csv, homes_csv};
pub use document::{APP, Document, EditionRef, FORMAT, Spelled, VERSION, exported_fields, exported_text};
pub use error::{ImportError, Place, Warning};
pub use file_name::{file_name, report_name};
pub use kept::{Envelope, LINE};
pub use locked::{IV, LOCKED, Lock, Locked, SALT, locked_name};
pub use passphrase::{Strength, tidy_passphrase};
pub use read::{MAX_BYTES, Parsed, Read, read, read_bytes, read_bytes_of_many, text_of};
pub use redact::{Leave, redact};
pub use review::{REVIEW_FORMAT, REVIEW_VERSION, ReviewFile, ReviewRead, read_review};
