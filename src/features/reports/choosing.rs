//! What is in a report and what is left out.

use crate::components::{Checkbox, Select};
use crate::store::{Assessments, Reports};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::report::{ReportKind, ReportOptions};

/// The choices that a report follows; nothing where it follows none.
#[component]
pub fn Options(reports: Reports, id: Id, kind: ReportKind) -> impl IntoView {
    let follows = kind.follows();
    let any = follows.part || follows.only_open || follows.tooltips || follows.reviews || follows.documents;
    let tick = |follows: bool,
                id: &'static str,
                label: &'static str,
                get: fn(ReportOptions) -> bool,
                set: fn(&mut ReportOptions, bool)| {
        follows.then(|| view! { <Tick reports kind id label get set /> })
    };
    any.then(|| {
        view! {
            <fieldset class="nhsuk-fieldset app-report-choices">
                <legend class="app-label">"What is in it"</legend>
                {follows.part.then(|| view! { <Parts reports id kind /> })}
                {tick(
                    follows.only_open,
                    "report-open",
                    "Only what is not done yet",
                    |options| options.only_open,
                    |options, now| options.only_open = now,
                )}
                {tick(
                    follows.tooltips,
                    "report-tooltips",
                    "With the official guidance (tooltips)",
                    |options| options.tooltips,
                    |options, now| options.tooltips = now,
                )}
                {tick(
                    follows.reviews,
                    "report-reviews",
                    "With reviewer comments",
                    |options| options.reviews,
                    |options, now| options.reviews = now,
                )}
                {tick(
                    follows.documents,
                    "report-documents",
                    "With the dates on which documents are due for review",
                    |options| options.documents,
                    |options, now| options.documents = now,
                )}
            </fieldset>
        }
    })
}

/// Which parts are in it.
#[component]
fn Parts(reports: Reports, id: Id, kind: ReportKind) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let parts = assessments.with_untracked(&id, |document| {
        let parts = document.edition.parts.iter();
        parts.map(|part| (part.number.to_string(), format!("Part {}: {}", part.number, part.title))).collect()
    });
    let value = move || reports.options(kind).part.map(|part| part.to_string()).unwrap_or_default();
    let choose = move |part: String| {
        let options = untrack(|| reports.options(kind));
        reports.choose(kind, ReportOptions { part: part.parse().ok(), ..options });
    };
    view! {
        <Select
            id="report-part"
            label="Which parts"
            none="All parts"
            choices=parts.unwrap_or_default()
            value=Signal::derive(value)
            on_choose=choose
        />
    }
}

/// Whether something is in it.
#[component]
fn Tick(
    reports: Reports,
    kind: ReportKind,
    id: &'static str,
    label: &'static str,
    get: fn(ReportOptions) -> bool,
    set: fn(&mut ReportOptions, bool),
) -> impl IntoView {
    let change = move |now: bool| {
        let mut options = untrack(|| reports.options(kind));
        set(&mut options, now);
        reports.choose(kind, options);
    };
    view! {
        <div>
            <Checkbox id label checked=Signal::derive(move || get(reports.options(kind))) on_change=change />
        </div>
    }
}
