//! When the last copy of an assessment was made, and what was changed since.

use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// Says when the last copy was made.
#[component]
pub fn CopyStatus(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    view! {
        <p class="app-hint">
            {move || assessments.since_copy(&id).map(words::last_copy).unwrap_or_default()}
        </p>
    }
}
