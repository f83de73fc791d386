//! How sure the number of a question is.

use leptos::prelude::*;
use standards_met_core::catalogue::{Certainty, EvidenceItem};

/// What is not certain of a question, beside its number; nothing where nothing is in doubt.
#[component]
pub fn CertaintyNote<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    item.unsure.clone().map(|unsure| {
        view! {
            <p class="app-unsure">
                <b>{label(item.certainty)}</b>
                " "
                {unsure}
            </p>
        }
    })
}

/// A mark beside the number of a question in a list; nothing where the number is sure.
#[component]
pub fn CertaintyMark<'a>(item: &'a EvidenceItem) -> impl IntoView + use<> {
    (item.certainty == Some(Certainty::Inferred))
        .then(|| view! { <span class="app-unsure-mark">"Number not confirmed"</span> })
}

fn label(certainty: Option<Certainty>) -> &'static str {
    match certainty {
        Some(Certainty::Inferred) => "We could not confirm this number.",
        Some(Certainty::Likely) => "This number is likely.",
        Some(Certainty::Seen) | None => "Please note:",
    }
}
