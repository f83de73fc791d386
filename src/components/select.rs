//! A choice of one from a list that opens.

use super::text_field::Label;
use leptos::prelude::*;

/// The value of a choice, and its words.
pub type Choice = (String, String);

/// A list of choices with its label.
#[component]
pub fn Select(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// The words of the choice that stands for nothing in particular, whose value is empty.
    none: &'static str,
    /// Each other choice.
    choices: Vec<Choice>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let choices = choices.into_iter().map(|(value, words)| view! { <option value=value>{words}</option> });
    view! {
        <div class="nhsuk-form-group">
            <Label id=id.clone() label />
            <select
                class="nhsuk-select"
                id=id
                prop:value=value
                on:change:target=move |event| on_choose.run(event.target().value())
            >
                <option value="">{none}</option>
                {choices.collect_view()}
            </select>
        </div>
    }
}
