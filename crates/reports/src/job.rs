//! One report, in steps, so that progress can be shown between them.

use crate::{About, Wrong, calendar, check, comma, excel, word};
use standards_met_core::exchange;
use standards_met_core::report::{Content, Form, Holds, Request, Source, content};

/// A report that is being made.
#[derive(Clone, Debug)]
pub struct Job {
    content: Content,
    holds: Holds,
    form: Form,
    about: About,
    name: String,
    /// The file, as soon as it is written.
    bytes: Vec<u8>,
}

/// A report that was written and read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The name of the file.
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
    pub holds: Holds,
}

impl Job {
    /// Reads an exported document and what is asked of it, and finds what the report says.
    ///
    /// # Errors
    /// [`Wrong::Request`] and [`Wrong::Document`].
    pub fn read(document: &str, request: &str) -> Result<Self, Wrong> {
        let request = Request::read(request).map_err(|_| Wrong::Request)?;
        if request.form == Form::Paper || !request.kind.forms().contains(&request.form) {
            return Err(Wrong::Request);
        }
        let document = exchange::read(document, |_| None).map_err(Wrong::Document)?.document;
        let redacted = document.redacted().is_some();
        let (edition, assessment) = (&document.edition, &document.assessment);
        let (content, holds) = content(&Source { edition, assessment, redacted, request: &request });
        let organisation = document.assessment.organisation.name.clone();
        let name =
            exchange::report_name(&organisation, request.kind.name(), request.today, request.form.ending());
        let title = match &content {
            Content::Paper(paper) => paper.title.clone(),
            _ => request.kind.title().into(),
        };
        let about = About { title, organisation, day: request.today };
        Ok(Self { content, holds, form: request.form, about, name, bytes: Vec::new() })
    }

    /// Writes the file.
    ///
    /// # Errors
    /// [`Wrong::Writing`] where its library refuses, [`Wrong::Request`] where there is no such form of the report.
    pub fn write(&mut self) -> Result<(), Wrong> {
        self.bytes = match (&self.content, self.form) {
            (Content::Paper(paper), Form::Word) => word::word(paper, &self.about)?,
            (Content::Sheets(sheets), Form::Excel) => excel::excel(sheets, &self.about)?,
            (Content::Sheets(sheets), Form::Csv) => comma::comma(sheets.first().ok_or(Wrong::Request)?)?,
            (Content::Appointments(days), Form::Calendar) => {
                calendar::calendar(days, &self.calendar_name()).into_bytes()
            }
            _ => return Err(Wrong::Request),
        };
        Ok(())
    }

    /// Reads the file back and compares it with what it should hold.
    ///
    /// # Errors
    /// [`Wrong::Check`] where they differ.
    pub fn check(self) -> Result<Made, Wrong> {
        match (&self.content, self.form) {
            (Content::Paper(paper), _) => check::word(&self.bytes, paper)?,
            (Content::Sheets(sheets), Form::Csv) => {
                check::comma(&self.bytes, sheets.first().ok_or(Wrong::Request)?)?;
            }
            (Content::Sheets(sheets), _) => check::excel(&self.bytes, sheets)?,
            (Content::Appointments(days), _) => check::calendar(&self.bytes, days)?,
        }
        let media_type = self.form.media_type();
        Ok(Made { name: self.name, media_type, bytes: self.bytes, holds: self.holds })
    }

    fn calendar_name(&self) -> String {
        format!("{}: {}", crate::CREATOR, self.about.organisation)
    }
}
