//! The options of a report, and how the page requests a report from the program that writes it.

use super::{ReportFormat, ReportKind};
use crate::calendar::Date;
use crate::json::{Extra, from_object, from_text, to_object, to_text};
use serde::{Deserialize, Serialize};

/// What a report includes and leaves out. A report ignores the options that it does not follow; see
/// [`ReportKind::follows`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportOptions {
    /// The number of the one part to include; `None` for all parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<u8>,
    /// Whether to include only items that are neither met nor not applicable.
    pub only_open: bool,
    /// Whether to include the official guidance.
    pub tooltips: bool,
    /// Whether to include what reviewers said.
    pub reviews: bool,
    /// Whether to include the dates on which documents are due for review.
    pub documents: bool,
}

/// Which options a report follows, one field for each field of [`ReportOptions`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SupportedOptions {
    pub part: bool,
    pub only_open: bool,
    pub tooltips: bool,
    pub reviews: bool,
    pub documents: bool,
}

impl ReportKind {
    /// Returns which options the report follows. The others make no difference to it, and the person need not be asked
    /// for them.
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
            Self::Summary | Self::ApproachingPlan => none,
        }
    }
}

impl ReportOptions {
    /// Returns these options as far as the report follows them. The others are set so that they narrow nothing and add
    /// nothing.
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

    /// Returns the options that apply to a report as long as the person has not chosen others.
    #[must_use]
    pub fn of(kind: ReportKind) -> Self {
        let tooltips = matches!(kind, ReportKind::ActionPlan | ReportKind::EmptyForm | ReportKind::Supplier);
        Self { part: None, only_open: false, tooltips, reviews: true, documents: true }
    }

    /// Returns the options as a JSON object.
    #[must_use]
    pub fn write(self) -> Extra {
        to_object(&self)
    }

    /// Reads what [`Self::write`] wrote. Missing fields have the values of [`Self::of`].
    #[must_use]
    pub fn read(kind: ReportKind, fields: &Extra) -> Self {
        let mut whole = Self::of(kind).write();
        whole.extend(fields.clone());
        from_object(&whole).unwrap_or_else(|_| Self::of(kind))
    }
}

/// A request for a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRequest {
    /// The report.
    #[serde(rename = "report")]
    pub kind: ReportKind,
    /// The report format.
    pub form: ReportFormat,
    /// The options as the person chose them.
    pub options: ReportOptions,
    /// The check code of the document that the report is made from.
    pub check_code: String,
    /// The current date where the device is.
    pub today: Date,
    /// The offset of the device's local time from UTC, in minutes, positive where local time is ahead. The date of a
    /// moment is the date where the device is.
    pub ahead: i16,
}

/// The text is not a request for a report: two parts of the page are of different versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportRequestError;

impl ReportRequest {
    /// Returns the request as JSON, the form in which the page hands it to the program that writes the report.
    #[must_use]
    pub fn write(&self) -> String {
        to_text(self)
    }

    /// Reads what [`Self::write`] wrote.
    ///
    /// # Errors
    /// [`ReportRequestError`] where the text is anything else.
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
