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
    // The value of a list is put in before its options are there, so each option says itself whether it is chosen at first.
    let first = value.get_untracked();
    let choices = choices.into_iter().map(|(value, words)| {
        let is_chosen = value == first;
        view! {
            <option value=value prop:selected=is_chosen>
                {words}
            </option>
        }
    });
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
