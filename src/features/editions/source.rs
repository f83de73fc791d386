//! Where the wording of an edition comes from.

use crate::components::Hint;
use leptos::prelude::*;
use standards_met_core::catalogue::Edition;

/// Where its wording comes from, and the hash that tells it from any other wording.
#[component]
pub fn SourceNote<'a>(edition: &'a Edition) -> impl IntoView + use<> {
    let source = (!edition.source.trim().is_empty()).then(|| {
        let words = format!("Source: {}", edition.source);
        view! { <Hint>{words}</Hint> }
    });
    view! {
        {source}
        <p class="app-hint">
            "Hash " <span class="app-code">{edition.hash.clone()}</span>
            ": two editions with the same hash have the same wording."
        </p>
    }
}
