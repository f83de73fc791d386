//! Which year's toolkit an assessment is started with.

use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::catalogue::{ToolkitYear, Wording};
use standards_met_core::words;

/// A choice among the years that are here, the newest first.
#[component]
pub fn YearChoice(
    /// The place of the chosen year among those that are offered; the built-in one comes after them.
    year: RwSignal<usize>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (offered, built_in) = (assessments.offered_years(), assessments.built_in());
    let newest = offered.first().map_or(&built_in.year, |newest| &newest.year).clone();
    let mut choices: Vec<(String, &'static str)> = Vec::new();
    for listed in offered {
        let count = listed.questions.map(|count| format!(" ({count} questions)")).unwrap_or_default();
        let hint =
            if listed.wording == Wording::Ours { words::IN_OUR_WORDS } else { "The official wording." };
        choices.push((format!("{}{count}", listed.year), hint));
    }
    let count = built_in.items().count();
    choices.push((
        format!("{} ({count} questions)", built_in.year),
        "Word for word, as in the printed action plan.",
    ));
    let choices = choices.into_iter().enumerate().map(|(place, (label, hint))| {
        let (id, hint_id) = (format!("year-{place}"), format!("year-{place}-hint"));
        view! {
            <div class="app-choice">
                <input
                    type="radio"
                    name="year"
                    id=id.clone()
                    aria-describedby=hint_id.clone()
                    checked=place == 0
                    on:change=move |_| year.set(place)
                />
                <label for=id>{label}</label>
                <p id=hint_id>{hint}</p>
            </div>
        }
    });
    let newer = ToolkitYear::newest_known();
    let note =
        (newest < newer.to_string()).then(|| view! { <p class="app-hint">{words::newer_toolkit(newer)}</p> });
    view! {
        <fieldset class="nhsuk-fieldset app-fieldset">
            <legend class="app-label">"Toolkit year"</legend>
            {note}
            <div class="app-choices">{choices.collect_view()}</div>
        </fieldset>
    }
}
