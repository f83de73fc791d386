//! What a person chooses of a report, and how the page asks the program that writes it.

use super::{ReportFormat, ReportKind};
use crate::calendar::Date;
use crate::json::{Extra, from_object, from_text, to_object, to_text};
use serde::{Deserialize, Serialize};

/// What is in a report and what is left out. Where a report knows nothing of an option, it does not follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportOptions {
    /// One part alone, by its number; otherwise all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<u8>,
    /// Only items that are neither met nor not applicable.
    pub only_open: bool,
    /// With the official guidance.
    pub tooltips: bool,
    /// With what reviewers said.
    pub reviews: bool,
    /// With the days on which documents are due for review.
    pub documents: bool,
}

/// Which options a report follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SupportedOptions {
    pub part: bool,
    pub only_open: bool,
    pub tooltips: bool,
    pub reviews: bool,
    pub documents: bool,
}

impl ReportKind {
    /// Which options the report follows: the others make no difference to it, and nobody needs to be asked for them.
    #[must_use]
    pub fn follows(self) -> SupportedOptions {
        let none = SupportedOptions::default();
        match self {
            Self::ActionPlan => SupportedOptions { part: true, only_open: true, tooltips: true, ..none },
            Self::EmptyForm => SupportedOptions { part: true, tooltips: true, ..none },
            Self::Whole => {
                SupportedOptions { part: true, only_open: true, tooltips: true, reviews: true, ..none }
            }
            Self::Supplier => SupportedOptions { tooltips: true, ..none },
            Self::Review => SupportedOptions { part: true, ..none },
            Self::Calendar => SupportedOptions { documents: true, ..none },
            Self::Summary => none,
        }
    }
}

impl ReportOptions {
    /// These options as far as the report follows them. Where it does not, nothing is narrowed and nothing is added.
    #[must_use]
    pub fn followed_by(self, kind: ReportKind) -> Self {
        let follows = kind.follows();
        Self {
            part: self.part.filter(|_| follows.part),
            only_open: self.only_open && follows.only_open,
            tooltips: self.tooltips && follows.tooltips,
            reviews: self.reviews && follows.reviews,
            documents: self.documents && follows.documents,
        }
    }

    /// What a report holds as long as nobody chose otherwise.
    #[must_use]
    pub fn of(kind: ReportKind) -> Self {
        let tooltips = matches!(kind, ReportKind::ActionPlan | ReportKind::EmptyForm | ReportKind::Supplier);
        Self { part: None, only_open: false, tooltips, reviews: true, documents: true }
    }

    #[must_use]
    pub fn write(self) -> Extra {
        to_object(&self)
    }

    /// Reads what [`Self::write`] wrote; what is missing is as nobody chose.
    #[must_use]
    pub fn read(kind: ReportKind, fields: &Extra) -> Self {
        let mut whole = Self::of(kind).write();
        whole.extend(fields.clone());
        from_object(&whole).unwrap_or_else(|_| Self::of(kind))
    }
}

/// A report that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRequest {
    #[serde(rename = "report")]
    pub kind: ReportKind,
    pub form: ReportFormat,
    pub options: ReportOptions,
    /// The check code of the document that it is made of.
    pub check_code: String,
    /// Today, where the device is.
    pub today: Date,
    /// By how many minutes the device's clock is before UTC: the day of a moment is the one where the device is.
    pub ahead: i16,
}

/// What was asked for is not a request for a report: two parts of the page are of different versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportRequestError;

impl ReportRequest {
    /// As the page hands it to the program that writes it.
    #[must_use]
    pub fn write(&self) -> String {
        to_text(self)
    }

    /// Reads what [`Self::write`] wrote.
    ///
    /// # Errors
    /// Where it is anything else.
    pub fn read(text: &str) -> Result<Self, ReportRequestError> {
        from_text(text).map_err(|_| ReportRequestError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_reads_back_as_it_was_written() {
        for kind in ReportKind::ALL {
            let options = ReportOptions {
                part: Some(2),
                only_open: true,
                tooltips: !ReportOptions::of(kind).tooltips,
                reviews: false,
                documents: false,
            };
            for (form, options) in
                [(ReportFormat::Word, options), (ReportFormat::Csv, ReportOptions::of(kind))]
            {
                let today = Date::parse("2026-11-26").expect("a day");
                let request =
                    ReportRequest { kind, form, options, check_code: "4F7K-92QD".into(), today, ahead: -60 };
                assert_eq!(ReportRequest::read(&request.write()), Ok(request));
            }
        }
        for text in ["", "{}", "[]", "{\"report\":\"novel\"}"] {
            assert_eq!(ReportRequest::read(text), Err(ReportRequestError));
        }
    }
}
