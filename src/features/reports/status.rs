//! The status by part as a picture. It tells statuses apart without colour too, and its numbers are in it as text.

use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Status;
use standards_met_core::report::StatusBar;

/// How high a bar is drawn, in pixels.
const HEIGHT: &str = "24";

/// A bar for each part, with a key above.
#[component]
pub fn StatusPicture<'a>(bars: &'a [StatusBar]) -> impl IntoView + use<> {
    let key = StatusBar::named(bars).map(|(_, status)| {
        view! {
            <li>
                <svg height=HEIGHT class="" width="24" aria-hidden="true">
                    <Stretch status from=0.0 width=100.0 />
                </svg>
                {words::status(status)}
            </li>
        }
    });
    view! {
        <figure class="app-paper__standing">
            <ul class="app-paper__key">{key.collect_view()}</ul>
            {bars.iter().map(|bar| view! { <Bar bar /> }).collect_view()}
            <Patterns />
        </figure>
    }
}

/// The patterns that the stretches are filled with. In pixels of the page, so that they look the same in a short bar and in
/// a long one.
#[component]
fn Patterns() -> impl IntoView {
    let patterns = Status::ALL.map(|status| {
        view! {
            <pattern id=name(status) patternUnits="userSpaceOnUse" width="8" height="8">
                <rect width="8" height="8" class=shade(status) />
                <path class="app-stretch__lines" d=strokes(status) />
            </pattern>
        }
    });
    view! {
        <svg width="0" height="0" aria-hidden="true" class="app-paper__patterns">
            <defs>{patterns.into_iter().collect_view()}</defs>
        </svg>
    }
}

#[component]
fn Bar<'a>(bar: &'a StatusBar) -> impl IntoView + use<> {
    let some = || Status::ALL.into_iter().zip(bar.counts).filter(|(_, count)| *count > 0);
    let said: Vec<String> = some().map(|(status, count)| words::counted(status, count)).collect();
    let said = said.join(", ");
    let mut before = 0;
    let stretches = some().map(|(status, count)| {
        let from = percent(before, bar);
        before += count;
        view! { <Stretch status from width=percent(count, bar) /> }
    });
    let stretches = stretches.collect_view();
    let total = format!("{said}; {}", words::count(bar.total(), "question"));
    view! {
        <div class="app-paper__part">
            <b>{bar.name.clone()}</b>
            <svg height=HEIGHT class="app-paper__bar" role="img" aria-label=said>
                {stretches}
            </svg>
            <p>{total}</p>
        </div>
    }
}

#[allow(clippy::cast_precision_loss)] // counts of questions
fn percent(count: usize, of: &StatusBar) -> f64 {
    100.0 * count as f64 / of.total().max(1) as f64
}

/// A stretch of a bar, from so many percent of its width on and so many wide.
#[component]
fn Stretch(status: Status, from: f64, width: f64) -> impl IntoView {
    view! {
        <rect
            x=format!("{from:.2}%")
            width=format!("{width:.2}%")
            height="100%"
            class="app-stretch"
            fill=format!("url(#{})", name(status))
        />
    }
}

fn name(status: Status) -> String {
    format!("paper-{}", words::colour(status))
}

/// Each status has a shade of its own, and those that are not done a pattern.
fn shade(status: Status) -> String {
    format!("app-shade app-shade--{}", words::colour(status))
}

/// What is drawn over the shade, in a square of eight pixels.
fn strokes(status: Status) -> &'static str {
    match status {
        Status::Met | Status::NotStarted => "",
        Status::NotApplicable => "M4 0v8",
        Status::ToConfirm => "M0 4h8",
        Status::ActionPlanned => "M-1 1l2-2M0 8l8-8M7 9l2-2",
        Status::ActionNeeded => "M0 0l8 8M0 8l8-8",
        Status::Incomplete => "M1 2h2M5 6h2",
    }
}
