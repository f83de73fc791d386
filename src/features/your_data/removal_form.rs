//! Takes an assessment off the list, once a word was typed.

use super::forms::{CancelButton, OpenForm};
use crate::components::{ButtonVariant, Form, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What has to be typed to remove an assessment.
const CONFIRMATION: &str = "remove";

/// The form that confirms a removal.
#[component]
pub fn RemovalForm(
    id: Id,
    /// The name of the organisation.
    name: String,
    open_form: OpenForm,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (typed, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_confirmed =
        Memo::new(move |_| typed.with(|typed| typed.trim().eq_ignore_ascii_case(CONFIRMATION)));
    let error = Memo::new(move |_| {
        (tried.get() && !is_confirmed.get()).then(|| "Type the word remove, or press Cancel".to_owned())
    });
    let confirm = move |()| {
        tried.set(true);
        if is_confirmed.get_untracked() {
            open_form.set(None);
            assessments.remove(&id);
            focus_soon("h1");
        } else {
            focus_soon("#remove-word");
        }
    };
    view! {
        <Form class="app-plan" on_submit=confirm>
            <p>
                {format!(
                    "This takes {name} and all its answers off the list. You can put it back from “Snapshots and set aside” until you \
                     delete it for good.",
                )}
            </p>
            <TextField
                id="remove-word"
                label="To confirm, type the word remove"
                error=error
                capitals="none"
                value=typed
                on_input=move |text| typed.set(text)
            />
            <div class="app-buttons">
                <SubmitButton variant=ButtonVariant::Danger>"Remove this assessment"</SubmitButton>
                <CancelButton open_form />
            </div>
        </Form>
    }
}
