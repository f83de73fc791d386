//! The title block of every report, and the text for a report with nothing in it.

use super::scope::Scope;
use super::{Fact, PageLayout, PaperBlock, PaperReport, ReportKind, ReportOptions, ReportSource, RichText};
use crate::assessment::{Assessment, Date, Status, Tally};
use crate::catalogue::Wording;
use crate::words;

/// The heading above the responses to questions of another edition.
pub const UNKNOWN: &str = "Answers to questions that are not in this toolkit year";
/// What the day is called on which the organisation plans to publish. It is said of a day that is past too.
pub const PUBLISH_ON: &str = "Planned day to publish";
/// What the check code is called on a report: every file and report of the same answers has the same.
pub const CHECK_CODE: &str = "Check code of these answers";
/// The note on a report of a redacted copy, so that nobody takes it for the whole.
pub const REDACTED: &str = "Made from a redacted copy, in which something was left out";
/// How the page itself marks the name of its worked example.
const EXAMPLE: &str = "(worked example)";

/// Creates a paper report with its title block and no blocks below it.
#[must_use]
pub fn paper(source: &ReportSource<'_>, options: ReportOptions) -> PaperReport {
    let ReportSource { edition, assessment, request, .. } = *source;
    let mut facts = Vec::new();
    add(&mut facts, "ODS code", &assessment.organisation.ods_code);
    add(&mut facts, "Toolkit", &edition.title);
    add(&mut facts, "Date", &request.today.in_words());
    if matches!(request.kind, ReportKind::Summary | ReportKind::ActionPlan | ReportKind::Whole) {
        add(&mut facts, PUBLISH_ON, &assessment.publish_on.map(Date::in_words).unwrap_or_default());
    }
    add(
        &mut facts,
        "Toolkit year",
        &words::edition_age(edition, assessment.today(request.today)).unwrap_or_default(),
    );
    if edition.wording == Wording::Ours {
        add(&mut facts, "Wording", words::IN_OUR_WORDS);
    }
    if request.kind != ReportKind::EmptyForm {
        add(&mut facts, CHECK_CODE, &request.check_code);
    }
    if request.kind == ReportKind::ActionPlan {
        add(&mut facts, "Progress", &progress(assessment.tally(edition)));
    }
    add(&mut facts, "Contents", &contents(options));
    if source.redacted {
        add(&mut facts, "Please note", REDACTED);
    }
    PaperReport {
        title: titled(assessment, title(request.kind)),
        layout: PageLayout::default(),
        facts,
        blocks: Vec::new(),
    }
}

/// Adds a value with its name, unless the value is blank.
pub fn add(facts: &mut Vec<Fact>, name: &str, value: &str) {
    if !value.trim().is_empty() {
        facts.push(Fact::new(name, value));
    }
}

/// Returns the heading: whose report it is comes first, so that nobody mistakes the papers of two homes.
fn titled(assessment: &Assessment, title: &str) -> String {
    match organisation(assessment).trim() {
        "" => title.into(),
        home => format!("{home}: {title}"),
    }
}

/// Returns what the report is. The empty form has the title of the printed document; the title of the action plan says that the
/// home is working towards Standards Met.
fn title(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::ActionPlan => "Action plan towards Standards Met",
        ReportKind::EmptyForm => "Data Security and Protection Toolkit (DSPT) Action Plan – Standards Met",
        _ => kind.title(),
    }
}

/// Returns the organisation's name. The worked example is marked, so that nobody takes the made-up home for a real one.
#[must_use]
pub fn organisation(assessment: &Assessment) -> String {
    // A copy for reviewing has a mark in its name; what is reviewed has not.
    let sent = assessment.under_review().map(|sent| sent.organisation).filter(|name| !name.is_empty());
    let name = sent.as_deref().unwrap_or(&assessment.organisation.name);
    if assessment.example.is_none() {
        return name.into();
    }
    let name = name.trim().strip_suffix(EXAMPLE).unwrap_or(name).trim_end();
    format!("{name} (worked example of a made-up home)").trim_start().into()
}

/// Returns in words how the options narrow the report; empty where they do not.
fn contents(options: ReportOptions) -> String {
    let part = options.part.map(|number| format!("Part {number} alone"));
    let open = options.only_open.then(|| "only what is not done yet".to_owned());
    let both: Vec<String> = part.into_iter().chain(open).collect();
    words::capital(&both.join(", "))
}

/// Returns the progress in words, as in `5 of 8 questions done: 4 met, 1 not applicable, 3 not started`.
#[must_use]
pub fn progress(tally: Tally) -> String {
    let each = Status::ALL.into_iter().filter(|status| tally.of(*status) > 0);
    let each: Vec<String> = each.map(|status| words::counted(status, tally.of(status))).collect();
    let done = format!("{} of {} done", tally.settled(), words::count(tally.total(), "question"));
    if each.is_empty() { done } else { format!("{done}: {}", each.join(", ")) }
}

/// Adds a sentence that nothing is left to do, where only open questions are asked for and there are none.
pub fn say_if_nothing_is_open(scope: &Scope<'_>, blocks: &mut Vec<PaperBlock>) {
    if scope.parts.is_empty() && scope.options.only_open {
        let done = "Nothing left to do: every question is met or does not apply.";
        blocks.push(PaperBlock::Text(RichText::plain(done)));
    }
}

/// Creates a heading; see [`PaperBlock::Heading`] for the levels.
#[must_use]
pub fn heading(level: u8, text: &str) -> PaperBlock {
    PaperBlock::Heading { level, text: text.into() }
}
