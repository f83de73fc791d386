//! What is due when: actions, the day of publication, and the dates on which documents are to be reviewed.

use super::given::{cell, otherwise, table, what};
use super::left_out::{LeftOut, instead, of};
use super::scope::{Scope, ScopeItem};
use super::title::{self, organisation};
use super::{Appointment, PaperBlock, PaperReport, ReportCounts, ReportSource, RichText};
use crate::assessment::{Action, Date, Evidence, Id, next_deadline};
use crate::catalogue::Recency;
use crate::words;

/// The number of months after which a document is to be reviewed, where its item does not say how recent it has to be.
const REVIEWED_AFTER: u8 = 12;

/// Returns all appointments by date. Those of one date are always in the same order. Each is titled with the home and the
/// toolkit, because a calendar mixes it with everything else.
#[must_use]
pub fn appointments(source: &ReportSource<'_>, scope: &Scope<'_>) -> (Vec<Appointment>, ReportCounts) {
    let (mut all, holds) = days(source, scope, &mut LeftOut::new(source));
    let whose = format!("{} DSPT", organisation(source.assessment));
    for day in &mut all {
        day.title = format!("{}: {}", whose.trim(), day.title);
    }
    (all, holds)
}

/// Returns all appointments by date, without whose they are.
fn days(
    source: &ReportSource<'_>,
    scope: &Scope<'_>,
    left_out: &mut LeftOut,
) -> (Vec<Appointment>, ReportCounts) {
    let mut all = vec![publication(source)];
    let mut holds = ReportCounts::default();
    for asked in scope.asked() {
        let before = all.len();
        for (place, action) in given(asked.response.map(|given| given.actions.as_slice())) {
            let uid =
                uid(source, "action", &action.id, place, asked, shared_action(scope, asked, &action.id));
            all.extend(action.due.map(|due| of_action(asked, action, due, uid, left_out)));
        }
        holds.actions += all.len() - before;
        let documents = asked.response.filter(|_| scope.options.documents);
        for (place, document) in given(documents.map(|given| given.evidence.as_slice())) {
            let shared = shared_document(scope, asked, &document.id);
            let uid = uid(source, "document", &document.id, place, asked, shared);
            all.extend(document.approved_on.map(|day| of_document(asked, document, day, uid, left_out)));
        }
        holds.items += usize::from(all.len() > before);
    }
    all.sort_by(|one, other| (one.day, &one.uid).cmp(&(other.day, &other.uid)));
    (all, holds)
}

/// Returns the same dates as a list to put up on a wall, followed by the actions without a date, which a calendar
/// cannot hold.
#[must_use]
pub fn paper(source: &ReportSource<'_>, scope: &Scope<'_>) -> (PaperReport, ReportCounts) {
    let mut left_out = LeftOut::new(source);
    let (days, holds) = days(source, scope, &mut left_out);
    let mut paper = title::paper(source, scope.options);
    let row = |day: &Appointment| {
        let when = day.day.in_words();
        let when = if day.yearly { format!("{when}, and every year") } else { when };
        vec![cell(&when), cell(&day.title), day.text.lines().map(RichText::plain).collect()]
    };
    let columns = [("Date", 22), ("What", 42), ("About", 36)];
    paper.blocks.extend(table("What is due when", &columns, days.iter().map(row).collect()));
    let mut undated = Vec::new();
    for asked in scope.asked() {
        let open = asked.actions().filter(|action| action.due.is_none() && !action.done);
        undated.extend(open.map(|action| left_out.or(what(action), &instead("Action", asked.id))));
    }
    if !undated.is_empty() {
        let count = words::count(undated.len(), "action");
        paper.blocks.push(title::heading(2, &format!("{count} without a date")));
        let listed =
            undated.iter().map(|what| PaperBlock::Text(RichText { listed: true, ..RichText::plain(what) }));
        paper.blocks.extend(listed);
    }
    paper.blocks.extend(left_out.note().map(|note| PaperBlock::Text(RichText::plain(&note))));
    (paper, holds)
}

fn given<T>(list: Option<&[T]>) -> impl Iterator<Item = (usize, &T)> {
    list.unwrap_or_default().iter().enumerate()
}

/// Returns whether another item in the report has an action with this identifier. Identifiers are unique within an
/// item, but two items of a file may still share one.
fn shared_action(scope: &Scope<'_>, asked: &ScopeItem<'_>, id: &Id) -> bool {
    let others = scope.asked().filter(|other| other.id != asked.id).filter_map(|other| other.response);
    others.flat_map(|given| &given.actions).any(|action| action.id == *id)
}

fn shared_document(scope: &Scope<'_>, asked: &ScopeItem<'_>, id: &Id) -> bool {
    let others = scope.asked().filter(|other| other.id != asked.id).filter_map(|other| other.response);
    others.flat_map(|given| &given.evidence).any(|document| document.id == *id)
}

/// Returns the identifier by which a calendar recognises an entry. It does not depend on anything that people type. No
/// [`Id`] contains a dot, so an identifier that includes the number of the item never equals one that does not.
fn uid(
    source: &ReportSource<'_>,
    of: &str,
    id: &Id,
    place: usize,
    asked: &ScopeItem<'_>,
    shared: bool,
) -> String {
    let own = match id.as_str() {
        "" => format!("{}.{place}", asked.id),
        id if shared => format!("{id}.{}", asked.id),
        id => id.into(),
    };
    named(of, &own, source)
}

fn named(of: &str, own: &str, source: &ReportSource<'_>) -> String {
    let of = if own.is_empty() { of.to_owned() } else { format!("{of}-{own}") };
    format!("{of}-{}@standards-met", source.assessment.id)
}

/// Returns the day on which the organisation plans to publish, or the yearly deadline where there is none to come. Either has
/// the same identifier: a calendar has one of them.
fn publication(source: &ReportSource<'_>) -> Appointment {
    let ReportSource { assessment, request, .. } = *source;
    let today = assessment.today(request.today);
    let planned = assessment.publishes_on(today);
    // The deadline is repeated every year, so it must not say anything that is only true now.
    let lines = [
        Some(organisation(assessment)).filter(|name| !name.trim().is_empty()),
        Some("Data Security and Protection Toolkit (DSPT)".into()),
    ];
    Appointment {
        uid: named("deadline", "", source),
        day: planned.unwrap_or_else(|| next_deadline(today)),
        yearly: planned.is_none(),
        title: planned.map_or("Publish the assessment by 30 June", |_| "Publish the assessment").into(),
        text: joined(lines),
        reminders: vec![90, 30, 7],
        changed: assessment.edited_at,
    }
}

/// What an entry says where a text of it stays in the assessment.
const HIDDEN: &str = "The details are in the assessment: they look like a password or a person’s details, which a calendar should not hold.";

fn of_action(
    asked: &ScopeItem<'_>,
    action: &Action,
    due: Date,
    uid: String,
    left_out: &mut LeftOut,
) -> Appointment {
    let before = left_out.count();
    let what = left_out.or(&action.what, &instead("Action", asked.id));
    let what = otherwise(&what, &of("Action", asked.id)).to_owned();
    let owner = left_out.or(&action.owner, "");
    let done = action.done.then(|| action.done_on.map_or_else(|| "yes".to_owned(), |day| day.in_words()));
    let lines = [
        Some(asked.name()),
        Some(owner).filter(|owner| !owner.trim().is_empty()).map(|owner| format!("Owner: {owner}")),
        action.priority.map(|priority| format!("Priority: {}", words::priority(priority))),
        done.map(|done| format!("Done: {done}")),
        (left_out.count() > before).then(|| HIDDEN.into()),
    ];
    Appointment {
        uid,
        day: due,
        yearly: false,
        title: if action.done { format!("Done: {what}") } else { what },
        text: joined(lines),
        reminders: if action.done { Vec::new() } else { vec![7, 1] },
        changed: asked.response.map(|given| given.edited_at).unwrap_or_default(),
    }
}

fn of_document(
    asked: &ScopeItem<'_>,
    document: &Evidence,
    approved: Date,
    uid: String,
    left_out: &mut LeftOut,
) -> Appointment {
    let months = match asked.item.and_then(|item| item.recent) {
        Some(Recency::WithinMonths(months)) => months,
        Some(Recency::Since(_) | Recency::By(_)) | None => REVIEWED_AFTER,
    };
    let before = left_out.count();
    let title = left_out.or(&document.title, &instead("Document", asked.id));
    let title = otherwise(&title, &of("Document", asked.id)).to_owned();
    let location = Some(left_out.or(&document.location, "")).filter(|location| !location.trim().is_empty());
    let lines = [
        Some(asked.name()),
        location.map(|location| format!("Kept: {location}")),
        Some(format!("Approved: {}", approved.in_words())),
        (left_out.count() > before).then(|| HIDDEN.into()),
    ];
    Appointment {
        uid,
        day: approved.months_after(months),
        yearly: false,
        title: format!("Review: {title}"),
        text: joined(lines),
        reminders: vec![30],
        changed: asked.response.map(|given| given.edited_at).unwrap_or_default(),
    }
}

fn joined<const N: usize>(lines: [Option<String>; N]) -> String {
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
