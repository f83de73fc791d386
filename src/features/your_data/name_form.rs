//! Changes the name and the ODS code of the organisation.

use crate::components::{Form, OdsCode, OdsCodeField, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The form for the name and the code.
#[component]
pub fn NameForm(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let before = assessments.with_untracked(&id, |document| {
        let organisation = &document.assessment.organisation;
        (organisation.name.clone(), organisation.ods_code.clone())
    });
    let (name, ods_code) = before.unwrap_or_default();
    let (name, ods_code) = (RwSignal::new(name), OdsCode::new(ods_code));
    let error =
        Memo::new(move |_| name.with(|name| name.trim().is_empty()).then(|| "Enter a name".to_owned()));
    let save = move |()| {
        if error.get_untracked().is_some() {
            focus_soon("#name");
        } else if ods_code.is_accepted("ods") {
            assessments.rename(&id, &name.get_untracked(), &ods_code.value.get_untracked());
        }
    };
    view! {
        <Form on_submit=save>
            <TextField
                id="name"
                label="Name"
                error=error
                capitals="words"
                value=name
                on_input=move |text| name.set(text)
            />
            <OdsCodeField
                id="ods"
                hint="A short code such as VM1AB, which the official toolkit shows at the top."
                button="Save"
                code=ods_code
            />
            <SubmitButton>"Save"</SubmitButton>
        </Form>
    }
}
