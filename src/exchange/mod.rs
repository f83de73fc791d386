//! What leaves the page and what comes in: the one JSON document, and the errors that reading it can give.

mod document;
mod error;
mod file_name;
mod kept;
mod migrate;
mod read;

pub use document::{APP, Document, EditionRef, FORMAT, Spelled, VERSION, exported_text, stored_text};
pub use error::{ImportError, Place, Warning};
pub use file_name::file_name;
pub use kept::{Envelope, LINE};
pub use read::{MAX_BYTES, Parsed, Read, read, read_bytes, text_of};
