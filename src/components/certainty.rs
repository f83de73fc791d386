//! How sure the number of a question is.

use leptos::prelude::*;
use standards_met_core::catalogue::EvidenceItem;

/// What is not certain of a question, beside its number; nothing where nothing is in doubt.
#[component]
pub fn CertaintyNote<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    item.unsure.clone().map(|unsure| {
        view! {
            <p class="app-unsure">
                <b>"Not certain."</b>
                " "
                {unsure}
            </p>
        }
    })
}
