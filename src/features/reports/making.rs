//! How a report is had: printed, or as a file, with how far the making is and what came of it.

use super::drawing::Drawing;
use super::phrases;
use crate::components::{Button, ButtonVariant, focus_soon};
use crate::store::{Exchange, Making, Reports, Step};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::report::{ReportFormat, ReportKind};

/// A button for each form of a report, and what becomes of it.
#[component]
pub fn MakeReport(reports: Reports, id: Id, kind: ReportKind, drawing: Drawing) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let ways = kind.forms().iter().enumerate().map(|(place, form)| {
        let variant = if place == 0 { ButtonVariant::Primary } else { ButtonVariant::Secondary };
        let (id, form) = (id.clone(), *form);
        let press = if form == ReportFormat::Paper {
            drawing.when_drawn(Callback::new(move |()| exchange.print_report(&id, kind)))
        } else {
            Callback::new(move |()| exchange.make_report(&id, kind, form))
        };
        view! {
            <Button variant on_press=press>
                {phrases::form(kind, form)}
            </Button>
        }
    });
    view! {
        <div class="app-buttons app-report-ways">{ways.collect_view()}</div>
        <Progress reports />
        <Outcome reports />
    }
}

/// How far the making is, and a way to stop it.
#[component]
fn Progress(reports: Reports) -> impl IntoView {
    let step = Memo::new(move |_| {
        reports.making.with(|making| if let Making::Running(step) = making { Some(*step) } else { None })
    });
    let words = move || step.get().map(phrases::step).unwrap_or_default();
    let done = move || match step.get() {
        None | Some(Step::Gathering) => "1",
        Some(Step::Writing) => "2",
        Some(Step::Checking) => "3",
    };
    let cancel = move |()| {
        reports.cancel();
        // The button goes, and the focus would go with it.
        focus_soon("#report-outcome");
    };
    view! {
        <Show when=move || step.get().is_some()>
            <div class="app-homes-reading">
                <label class="app-label" for="report-progress">
                    {words}
                </label>
                <progress id="report-progress" max="4" value=done></progress>
                <Button variant=ButtonVariant::Small on_press=cancel>
                    "Cancel"
                </Button>
            </div>
        </Show>
    }
}

/// What came of the making.
#[component]
fn Outcome(reports: Reports) -> impl IntoView {
    let said = move || match reports.making.get() {
        Making::Nothing => ().into_any(),
        Making::Running(step) => {
            view! { <span class="nhsuk-u-visually-hidden">{phrases::step(step)}</span> }.into_any()
        }
        Making::Ready(made) => view! {
            <b>"The file is ready: "</b>
            {phrases::made(&made)}
        }
        .into_any(),
        Making::Failed(why) => {
            view! { <span class="nhsuk-error-message">{phrases::unmade(&why)}</span> }.into_any()
        }
    };
    view! {
        <p id="report-outcome" class="app-report-outcome" role="status" tabindex="-1">
            {said}
        </p>
    }
}
