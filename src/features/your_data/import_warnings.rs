//! What to know of a file that was opened.

use crate::words;
use leptos::prelude::*;
use standards_met_core::exchange::ImportWarning;

/// The warnings of a file, a paragraph each.
#[component]
pub fn ImportWarnings<'a>(warnings: &'a [ImportWarning]) -> impl IntoView + use<> {
    let rows = warnings.iter().map(|warning| {
        view! {
            <p class="app-warning">
                <b>"Please note: "</b>
                {words::warning(warning)}
            </p>
        }
    });
    rows.collect_view()
}
