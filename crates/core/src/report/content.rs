//! What a report says.

use super::scope::Scope;
use super::{
    Appointment, Fact, Form, Kind, Paper, Request, Sheet, action_plan, calendar, review, sheets, summary,
    supplier, title, whole,
};
use crate::assessment::{Assessment, Date, Timestamp};
use crate::catalogue::Edition;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub edition: &'a Edition,
    pub assessment: &'a Assessment,
    /// Whether it is a redacted copy, in which something was left out.
    pub redacted: bool,
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

/// What stands below the title of everything that is printed of an assessment: whose it is, of which edition and day, and
/// the check code.
#[must_use]
pub fn title_facts(source: &Source<'_>) -> Vec<Fact> {
    title::paper(source, source.request.options.followed_by(source.request.kind)).facts
}

/// What the report that was asked for says, and how much is in it.
#[must_use]
pub fn content(source: &Source<'_>) -> (Content, Holds) {
    let scope = Scope::of(source);
    let (paper, holds) = match (source.request.kind, source.request.form) {
        (Kind::Calendar, Form::Calendar) => {
            let (appointments, holds) = calendar::appointments(source, &scope);
            return (Content::Appointments(appointments), holds);
        }
        (kind, Form::Excel | Form::Csv) => {
            let (sheets, holds) = match kind {
                Kind::ActionPlan => sheets::plan(&scope),
                Kind::Whole => sheets::whole(source, &scope),
                _ => Default::default(),
            };
            return (Content::Sheets(sheets), holds);
        }
        (Kind::Calendar, _) => calendar::paper(source, &scope),
        (Kind::Summary, _) => summary::paper(source, &scope),
        (Kind::ActionPlan, _) => action_plan::paper(source, &scope),
        (Kind::EmptyForm, _) => action_plan::empty_form(source, &scope),
        (Kind::Whole, _) => whole::paper(source, &scope),
        (Kind::Supplier, _) => supplier::paper(source, &scope),
        (Kind::Review, _) => review::paper(source, &scope),
    };
    (Content::Paper(paper), holds)
}
