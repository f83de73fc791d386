//! Asks what to call a version, and saves it.

use crate::components::{ButtonVariant, Form, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The form for a version with a name.
#[component]
pub fn SnapshotForm(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (name, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_blank = Memo::new(move |_| name.with(|name| name.trim().is_empty()));
    let error = Memo::new(move |_| {
        (tried.get() && is_blank.get()).then(|| "Enter a name that you will recognise".to_owned())
    });
    let take = move |()| {
        if is_blank.get_untracked() {
            tried.set(true);
            focus_soon("#version-name");
        } else {
            assessments.take_snapshot(&id, &name.get_untracked());
            tried.set(false);
            name.set(String::new());
        }
    };
    view! {
        <Form on_submit=take>
            <TextField
                id="version-name"
                label="Name of this version"
                hint="For example: before the June review"
                error=error
                capitals="sentences"
                value=name
                on_input=move |text| name.set(text)
            />
            <SubmitButton variant=ButtonVariant::Secondary>"Save this version"</SubmitButton>
        </Form>
    }
}
