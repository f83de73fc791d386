//! The reports, and the formats in which each is available.

use crate::assessment::Assessment;
use crate::catalogue::{Edition, Level};
use crate::json::spelled;
use serde::{Deserialize, Serialize};

/// One of the reports that the program offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReportKind {
    /// One page: the status by part as a picture, the items that do not apply and why, the open actions, lines to sign.
    Summary,
    /// Every item of the toolkit with its actions, in the layout of the printed action plan.
    ActionPlan,
    /// The layout of the action plan without answers, to fill in by hand.
    EmptyForm,
    /// What Standards Met still needs and what will be done about it. The official toolkit asks for it when somebody publishes
    /// Approaching Standards.
    ApproachingPlan,
    /// Everything that is in the assessment.
    Whole,
    /// The questions for the IT supplier, with room for the answers.
    Supplier,
    /// What reviewers say, and what was done about it.
    Review,
    /// Due dates, the yearly deadline and the review dates of documents.
    Calendar,
}

impl ReportKind {
    /// Every report, in the order in which the page lists them.
    pub const ALL: [Self; 8] = [
        Self::Summary,
        Self::ActionPlan,
        Self::ApproachingPlan,
        Self::Whole,
        Self::Calendar,
        Self::Review,
        Self::Supplier,
        Self::EmptyForm,
    ];

    /// Returns the formats in which the report is available.
    #[must_use]
    pub fn forms(self) -> &'static [ReportFormat] {
        match self {
            Self::ActionPlan | Self::Whole => {
                &[ReportFormat::Paper, ReportFormat::Word, ReportFormat::Excel, ReportFormat::Csv]
            }
            Self::Summary | Self::EmptyForm | Self::Supplier | Self::Review => {
                &[ReportFormat::Paper, ReportFormat::Word]
            }
            // The official toolkit takes a document.
            Self::ApproachingPlan => &[ReportFormat::Word, ReportFormat::Paper],
            Self::Calendar => &[ReportFormat::Calendar, ReportFormat::Paper, ReportFormat::Word],
        }
    }

    /// Returns the title, which is also printed at the top of most reports.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::ActionPlan => "Action plan",
            Self::ApproachingPlan => "Action plan for Approaching Standards",
            Self::EmptyForm => "Action plan, empty form",
            Self::Whole => "Whole assessment",
            Self::Supplier => "Questions for the IT supplier",
            Self::Review => "Review",
            Self::Calendar => "Calendar",
        }
    }

    /// Returns whether the report can be made of an assessment. The plan for Approaching Standards needs an edition that says
    /// which items the level needs, and all of them: a sheet holds some alone.
    #[must_use]
    pub fn is_for(self, edition: &Edition, assessment: &Assessment) -> bool {
        let knows_level =
            || assessment.sheet_of.is_none() && edition.needed_for(Level::Approaching).next().is_some();
        self != Self::ApproachingPlan || knows_level()
    }
}

spelled!(ReportKind {
    Summary = "summary",
    ActionPlan = "action-plan",
    ApproachingPlan = "approaching-standards-plan",
    EmptyForm = "empty-form",
    Whole = "assessment",
    Supplier = "it-supplier",
    Review = "review",
    Calendar = "calendar",
});

/// A report format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReportFormat {
    /// Printed by the browser, or saved by it as PDF.
    Paper,
    /// A Word document, `.docx`.
    Word,
    /// An Excel workbook, `.xlsx`.
    Excel,
    /// Comma-separated values, `.csv`.
    Csv,
    /// A calendar file, `.ics`.
    Calendar,
}

spelled!(ReportFormat { Paper = "paper", Word = "word", Excel = "excel", Csv = "csv", Calendar = "calendar" });

impl ReportFormat {
    /// Returns the file name extension, without a dot. The file of [`ReportFormat::Paper`] is made by the browser.
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

    /// Returns the media type of the file.
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
