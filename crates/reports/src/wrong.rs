//! Why a report could not be made.

use standards_met_core::exchange::ImportError;
use std::fmt;

/// Why a report could not be made.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportError {
    /// The text is not a request for a file: two parts of the page are of different versions.
    Request,
    /// The document that the report is made from cannot be read.
    Document(ImportError),
    /// The file could not be written; the message of the library.
    Writing(String),
    /// The file does not contain what it should; the place where it differs.
    Check(String),
}

impl ReportError {
    pub(crate) fn writing(error: impl fmt::Display) -> Self {
        Self::Writing(error.to_string())
    }

    pub(crate) fn check(error: impl fmt::Display) -> Self {
        Self::Check(error.to_string())
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request => f.write_str("This page cannot make that report until it is opened again."),
            Self::Document(_) => f.write_str("The assessment could not be read for the report."),
            Self::Writing(detail) => write!(f, "The report could not be written ({detail})."),
            Self::Check(detail) => {
                write!(f, "The report was written, but reading it back found a fault: {detail}.")
            }
        }
    }
}

impl std::error::Error for ReportError {}
