//! One question of the interview.

use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::YesNoUnsure;
use standards_met_core::catalogue::InterviewQuestion;

/// A question with its three answers side by side.
#[component]
pub fn InterviewChoice(
    question: InterviewQuestion,
    #[prop(into)] told: Signal<Option<YesNoUnsure>>,
    #[prop(into)] on_choose: Callback<YesNoUnsure>,
) -> impl IntoView {
    let hint_id = format!("hint-{}", question.id);
    let group = format!("told-{}", question.id);
    let described_by = question.hint.is_some().then(|| hint_id.clone());
    let hint = question.hint.map(|hint| {
        view! {
            <p class="app-hint" id=hint_id>
                {hint}
            </p>
        }
    });
    let choice = |choice: YesNoUnsure| {
        let id = format!("{group}-{}", choice.name());
        view! {
            <div class="app-told">
                <input
                    type="radio"
                    id=id.clone()
                    name=group.clone()
                    prop:checked=move || told.get() == Some(choice)
                    on:change=move |_| on_choose.run(choice)
                />
                <label for=id>{words::told(choice)}</label>
            </div>
        }
    };
    view! {
        <fieldset class="nhsuk-fieldset app-question" aria-describedby=described_by>
            <legend class="app-label">{question.question}</legend>
            {hint}
            <div class="app-told-row">{YesNoUnsure::ALL.map(choice).into_iter().collect_view()}</div>
        </fieldset>
    }
}
