//! Makes one report in steps, so that progress can be shown between them.

use crate::{FileProperties, ReportError, calendar, check, comma, excel, word};
use standards_met_core::exchange;
use standards_met_core::report::{
    ReportContent, ReportCounts, ReportFormat, ReportRequest, ReportSource, content, organisation,
};

/// A report that is being made.
#[derive(Clone, Debug)]
pub struct ReportJob {
    content: ReportContent,
    holds: ReportCounts,
    form: ReportFormat,
    about: FileProperties,
    name: String,
    /// The file; empty until it is written.
    bytes: Vec<u8>,
}

/// A report that was written and read back.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportFile {
    /// The name of the file.
    pub name: String,
    /// The media type of the file.
    pub media_type: &'static str,
    /// The content of the file.
    pub bytes: Vec<u8>,
    /// How many items and actions the report contains.
    pub holds: ReportCounts,
}

impl ReportJob {
    /// Reads an exported document and the request for a report, and determines the content of the report.
    ///
    /// # Errors
    /// [`ReportError::Request`] where `request` does not ask for a file that the report is available as, and
    /// [`ReportError::Document`] where the document cannot be read.
    pub fn read(document: &str, request: &str) -> Result<Self, ReportError> {
        let request = ReportRequest::read(request).map_err(|_| ReportError::Request)?;
        if request.form == ReportFormat::Paper || !request.kind.forms().contains(&request.form) {
            return Err(ReportError::Request);
        }
        let document = exchange::read(document, |_| None).map_err(ReportError::Document)?.document;
        let redacted = document.redacted().is_some();
        let (edition, assessment) = (&document.edition, &document.assessment);
        let (content, holds) = content(&ReportSource { edition, assessment, redacted, request: &request });
        let called = &document.assessment.organisation.name;
        let name = exchange::report_name(called, request.kind.name(), request.today, request.form.ending());
        let organisation = organisation(assessment);
        let title = match &content {
            ReportContent::Paper(paper) => paper.title.clone(),
            _ => request.kind.title().into(),
        };
        let about = FileProperties { title, organisation, day: request.today };
        Ok(Self { content, holds, form: request.form, about, name, bytes: Vec::new() })
    }

    /// Writes the file.
    ///
    /// # Errors
    /// [`ReportError::Writing`] where the library of the format refuses, and [`ReportError::Request`] where the report
    /// is not available in this format.
    pub fn write(&mut self) -> Result<(), ReportError> {
        self.bytes = match (&self.content, self.form) {
            (ReportContent::Paper(paper), ReportFormat::Word) => word::word(paper, &self.about)?,
            (ReportContent::Sheets(sheets), ReportFormat::Excel) => excel::excel(sheets, &self.about)?,
            (ReportContent::Sheets(sheets), ReportFormat::Csv) => {
                comma::comma(sheets.first().ok_or(ReportError::Request)?)?
            }
            (ReportContent::Appointments(days), ReportFormat::Calendar) => {
                calendar::calendar(days, &self.calendar_name()).into_bytes()
            }
            _ => return Err(ReportError::Request),
        };
        Ok(())
    }

    /// Reads the file back and compares it with the content of the report.
    ///
    /// # Errors
    /// [`ReportError::Check`] where they differ.
    pub fn check(self) -> Result<ReportFile, ReportError> {
        match (&self.content, self.form) {
            (ReportContent::Paper(paper), _) => check::word(&self.bytes, paper)?,
            (ReportContent::Sheets(sheets), ReportFormat::Csv) => {
                check::comma(&self.bytes, sheets.first().ok_or(ReportError::Request)?)?;
            }
            (ReportContent::Sheets(sheets), _) => check::excel(&self.bytes, sheets)?,
            (ReportContent::Appointments(days), _) => check::calendar(&self.bytes, days)?,
        }
        let media_type = self.form.media_type();
        Ok(ReportFile { name: self.name, media_type, bytes: self.bytes, holds: self.holds })
    }

    fn calendar_name(&self) -> String {
        format!("{} DSPT", self.about.organisation).trim().into()
    }
}
