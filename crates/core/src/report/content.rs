//! The content of a report.

use super::scope::Scope;
use super::{
    Appointment, Fact, PaperReport, ReportCounts, ReportFormat, ReportKind, ReportSource, Sheet, action_plan,
    approaching_plan, calendar, review, sheets, summary, supplier, title, whole,
};

/// The content of a report, in the type that its report format needs.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportContent {
    Paper(PaperReport),
    Sheets(Vec<Sheet>),
    Appointments(Vec<Appointment>),
}

/// Returns the title block of everything that is printed of an assessment: whose it is, its edition and date, and the
/// check code.
#[must_use]
pub fn title_facts(source: &ReportSource<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    title::add(&mut facts, "Organisation", &title::organisation(source.assessment));
    facts.extend(title::paper(source, source.request.options.followed_by(source.request.kind)).facts);
    facts
}

/// Returns the content of the requested report, and how many items and actions it contains.
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
        (ReportKind::ApproachingPlan, _) => approaching_plan::paper(source, &scope),
        (ReportKind::EmptyForm, _) => action_plan::empty_form(source, &scope),
        (ReportKind::Whole, _) => whole::paper(source, &scope),
        (ReportKind::Supplier, _) => supplier::paper(source, &scope),
        (ReportKind::Review, _) => review::paper(source, &scope),
    };
    (ReportContent::Paper(paper), holds)
}
