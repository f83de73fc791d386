//! What is in a report and what is left out.

use crate::state::{AppState, Reports};
use crate::ui::components::{Select, select, tick};
use crate::ui::element::{El, el};
use standards_met_core::assessment::Id;
use standards_met_core::report::{ReportKind, ReportOptions};
use std::rc::Rc;

/// The choices that a report follows; nothing where it follows none.
pub fn choosing(state: AppState, held: Reports, id: &Id, kind: ReportKind) -> Option<El> {
    let follows = kind.follows();
    if !(follows.part || follows.only_open || follows.tooltips || follows.reviews || follows.documents) {
        return None;
    }
    let parts = state.peek(id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number.to_string(), format!("Part {}: {}", part.number, part.title))).collect()
    });
    let change = move |change: fn(&mut ReportOptions, bool), now: bool| {
        let mut options = held.options(kind);
        change(&mut options, now);
        held.choose(kind, options);
    };
    let ticked =
        |id: &str, label: &str, get: fn(ReportOptions) -> bool, set: fn(&mut ReportOptions, bool)| {
            tick(id, label, move || get(held.options(kind)), Rc::new(move |now| change(set, now)))
        };
    let part = follows.part.then(|| {
        select(Select {
            id: "report-part".into(),
            label: "Which parts",
            none: "All parts",
            choices: parts.unwrap_or_default(),
            value: Rc::new(move || held.options(kind).part.map(|part| part.to_string()).unwrap_or_default()),
            on_choose: Rc::new(move |part: String| {
                held.choose(kind, ReportOptions { part: part.parse().ok(), ..held.options(kind) });
            }),
        })
    });
    let open = follows.only_open.then(|| {
        let set = |options: &mut ReportOptions, now| options.only_open = now;
        ticked("report-open", "Only what is not yet met", |options| options.only_open, set)
    });
    let tooltips = follows.tooltips.then(|| {
        let set = |options: &mut ReportOptions, now| options.tooltips = now;
        ticked("report-tooltips", "With the official guidance (tooltips)", |options| options.tooltips, set)
    });
    let reviews = follows.reviews.then(|| {
        let set = |options: &mut ReportOptions, now| options.reviews = now;
        ticked("report-reviews", "With what reviewers said", |options| options.reviews, set)
    });
    let documents = follows.documents.then(|| {
        let set = |options: &mut ReportOptions, now| options.documents = now;
        let label = "With the days on which documents are due for review";
        ticked("report-documents", label, |options| options.documents, set)
    });
    let legend = el("legend").class("app-label").text("What is in it");
    Some(
        el("fieldset")
            .class("nhsuk-fieldset app-report-choices")
            .child(legend)
            .maybe(part)
            .maybe(open)
            .maybe(tooltips)
            .maybe(reviews)
            .maybe(documents),
    )
}
