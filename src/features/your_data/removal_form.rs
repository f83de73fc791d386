//! Takes an assessment off the list, once a word was typed.

use crate::components::{ButtonVariant, Form, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// What has to be typed to remove an assessment.
const CONFIRMATION: &str = "remove";

/// The form that confirms a removal.
#[component]
pub fn RemovalForm(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (typed, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_confirmed =
        Memo::new(move |_| typed.with(|typed| typed.trim().eq_ignore_ascii_case(CONFIRMATION)));
    let error = Memo::new(move |_| {
        (tried.get() && !is_confirmed.get()).then(|| "Type the word remove to confirm".to_owned())
    });
    let confirm = move |()| {
        tried.set(true);
        if is_confirmed.get_untracked() {
            assessments.remove(&id);
        } else {
            focus_soon("#remove-word");
        }
    };
    view! {
        <Form on_submit=confirm>
            <TextField
                id="remove-word"
                label="To confirm, type the word remove"
                error=error
                capitals="none"
                value=typed
                on_input=move |text| typed.set(text)
            />
            <SubmitButton variant=ButtonVariant::Danger>"Remove this assessment"</SubmitButton>
        </Form>
    }
}
