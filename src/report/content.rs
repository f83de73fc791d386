//! What a report says.

use super::{Appointment, Form, Kind, Paper, Request, Sheet};
use crate::assessment::{Assessment, Date, Timestamp};
use crate::catalogue::Edition;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub edition: &'a Edition,
    pub assessment: &'a Assessment,
    pub request: &'a Request,
}

/// What is in a report, in the way in which its form holds it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Paper(Paper),
    Sheets(Vec<Sheet>),
    Appointments(Vec<Appointment>),
}

/// How much is in a report: what the person is told when they get it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    pub items: usize,
    pub actions: usize,
}

impl Source<'_> {
    /// The day of a moment, where the device is.
    #[must_use]
    pub fn day(&self, moment: Timestamp) -> Date {
        Timestamp::from_millis(moment.millis() + f64::from(self.request.ahead) * 60_000.0).date()
    }
}

/// What the report that was asked for says, and how much is in it.
#[must_use]
pub fn content(source: &Source<'_>) -> (Content, Holds) {
    let content = match (source.request.kind, source.request.form) {
        (Kind::Calendar, _) => Content::Appointments(Vec::new()),
        (_, Form::Excel | Form::Csv) => Content::Sheets(Vec::new()),
        (kind, _) => Content::Paper(Paper { title: kind.title().into(), ..Paper::default() }),
    };
    (content, Holds::default())
}
