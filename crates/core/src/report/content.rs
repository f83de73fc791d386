//! What a report says.

use super::scope::Scope;
use super::{
    Appointment, Fact, Form, Holds, Kind, Paper, Sheet, Source, action_plan, calendar, review, sheets,
    summary, supplier, title, whole,
};

/// What is in a report, in the way in which its form holds it.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Paper(Paper),
    Sheets(Vec<Sheet>),
    Appointments(Vec<Appointment>),
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
