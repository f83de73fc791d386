//! Changes the name and the ODS code of the organisation.

use super::forms::{CancelButton, OpenForm};
use crate::components::{Form, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The form for another name.
#[component]
pub fn RenameForm(id: Id, open_form: OpenForm) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let before = assessments.with_untracked(&id, |document| {
        let organisation = &document.assessment.organisation;
        (organisation.name.clone(), organisation.ods_code.clone())
    });
    let (name, ods_code) = before.unwrap_or_default();
    let (name, ods_code) = (RwSignal::new(name), RwSignal::new(ods_code));
    let error =
        Memo::new(move |_| name.with(|name| name.trim().is_empty()).then(|| "Enter a name".to_owned()));
    let save = move |()| {
        if error.get_untracked().is_some() {
            focus_soon("#rename-name");
        } else {
            assessments.rename(&id, &name.get_untracked(), &ods_code.get_untracked());
            open_form.set(None);
            focus_soon("h1");
        }
    };
    view! {
        <Form class="app-plan" on_submit=save>
            <TextField
                id="rename-name"
                label="Name"
                error=error
                capitals="words"
                value=name
                on_input=move |text| name.set(text)
            />
            <TextField
                id="rename-ods"
                label="ODS code (optional)"
                capitals="characters"
                value=ods_code
                on_input=move |text| ods_code.set(text)
            />
            <div class="app-buttons">
                <SubmitButton>"Save the name"</SubmitButton>
                <CancelButton open_form />
            </div>
        </Form>
    }
}
