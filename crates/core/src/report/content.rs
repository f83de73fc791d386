//! What a report says.

use super::scope::Scope;
use super::{
    Appointment, Fact, PaperReport, ReportCounts, ReportFormat, ReportKind, ReportSource, Sheet, action_plan,
    calendar, review, sheets, summary, supplier, title, whole,
};

/// What is in a report, in the way in which its form holds it.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportContent {
    Paper(PaperReport),
    Sheets(Vec<Sheet>),
    Appointments(Vec<Appointment>),
}

/// What stands below the title of everything that is printed of an assessment: whose it is, of which edition and day, and
/// the check code.
#[must_use]
pub fn title_facts(source: &ReportSource<'_>) -> Vec<Fact> {
    title::paper(source, source.request.options.followed_by(source.request.kind)).facts
}

/// What the report that was asked for says, and how much is in it.
#[must_use]
pub fn content(source: &ReportSource<'_>) -> (ReportContent, ReportCounts) {
    let scope = Scope::of(source);
    let (paper, holds) = match (source.request.kind, source.request.form) {
        (ReportKind::Calendar, ReportFormat::Calendar) => {
            let (appointments, holds) = calendar::appointments(source, &scope);
            return (ReportContent::Appointments(appointments), holds);
        }
        (kind, ReportFormat::Excel | ReportFormat::Csv) => {
            let (sheets, holds) = match kind {
                ReportKind::ActionPlan => sheets::plan(&scope),
                ReportKind::Whole => sheets::whole(source, &scope),
                _ => Default::default(),
            };
            return (ReportContent::Sheets(sheets), holds);
        }
        (ReportKind::Calendar, _) => calendar::paper(source, &scope),
        (ReportKind::Summary, _) => summary::paper(source, &scope),
        (ReportKind::ActionPlan, _) => action_plan::paper(source, &scope),
        (ReportKind::EmptyForm, _) => action_plan::empty_form(source, &scope),
        (ReportKind::Whole, _) => whole::paper(source, &scope),
        (ReportKind::Supplier, _) => supplier::paper(source, &scope),
        (ReportKind::Review, _) => review::paper(source, &scope),
    };
    (ReportContent::Paper(paper), holds)
}
