//! The reports, and the forms in which each can be had.

use crate::json::spelled;
use serde::{Deserialize, Serialize};

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReportKind {
    /// One page: the standing by part as a picture, what does not apply and why, open actions, lines to sign.
    Summary,
    /// Every item of the toolkit with its actions, in the shape of the printed action plan.
    ActionPlan,
    /// The same with nothing in it, to fill in by hand.
    EmptyForm,
    /// Everything that is in the assessment.
    Whole,
    /// The questions for the IT supplier, with room for their answers.
    Supplier,
    /// What reviewers say, and what was done about it.
    Review,
    /// Due dates, the yearly deadline and the review dates of documents.
    Calendar,
}

impl ReportKind {
    /// Every report, in the order in which the page lists them.
    pub const ALL: [Self; 7] = [
        Self::Summary,
        Self::ActionPlan,
        Self::Whole,
        Self::Calendar,
        Self::Review,
        Self::Supplier,
        Self::EmptyForm,
    ];

    /// The forms in which it can be had.
    #[must_use]
    pub fn forms(self) -> &'static [ReportFormat] {
        match self {
            Self::ActionPlan | Self::Whole => {
                &[ReportFormat::Paper, ReportFormat::Word, ReportFormat::Excel, ReportFormat::Csv]
            }
            Self::Summary | Self::EmptyForm | Self::Supplier | Self::Review => {
                &[ReportFormat::Paper, ReportFormat::Word]
            }
            Self::Calendar => &[ReportFormat::Calendar, ReportFormat::Paper, ReportFormat::Word],
        }
    }

    /// What it is called, at the top of the report itself.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::ActionPlan => "Action plan",
            Self::EmptyForm => "Action plan, empty form",
            Self::Whole => "Whole assessment",
            Self::Supplier => "Questions for the IT supplier",
            Self::Review => "Review",
            Self::Calendar => "Calendar",
        }
    }
}

spelled!(ReportKind {
    Summary = "summary",
    ActionPlan = "action-plan",
    EmptyForm = "empty-form",
    Whole = "assessment",
    Supplier = "it-supplier",
    Review = "review",
    Calendar = "calendar",
});

/// A form in which a report can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReportFormat {
    /// Printed, or saved as PDF, by the browser.
    Paper,
    /// `.docx`
    Word,
    /// `.xlsx`
    Excel,
    /// Comma-separated values.
    Csv,
    /// `.ics`
    Calendar,
}

spelled!(ReportFormat { Paper = "paper", Word = "word", Excel = "excel", Csv = "csv", Calendar = "calendar" });

impl ReportFormat {
    /// The ending of the file's name. A browser makes the paper's.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Paper => "pdf",
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::Csv => "csv",
            Self::Calendar => "ics",
        }
    }

    /// The media type of the file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Paper => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Calendar => "text/calendar",
        }
    }
}
