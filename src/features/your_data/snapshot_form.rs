//! Asks what to call a snapshot, and takes it.

use super::forms::{CancelButton, OpenForm};
use crate::components::{Form, SubmitButton, TextField, focus_soon};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The form for a snapshot.
#[component]
pub fn SnapshotForm(id: Id, open_form: OpenForm) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (name, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_blank = Memo::new(move |_| name.with(|name| name.trim().is_empty()));
    let error = Memo::new(move |_| {
        (tried.get() && is_blank.get()).then(|| "Give it a name that you will know again".to_owned())
    });
    let take = move |()| {
        tried.set(true);
        if is_blank.get_untracked() {
            focus_soon("#snapshot-name");
        } else {
            open_form.set(None);
            assessments.take_snapshot(&id, &name.get_untracked());
            focus_soon("h1");
        }
    };
    view! {
        <Form class="app-plan" on_submit=take>
            <p>"A snapshot keeps the assessment on this device as it is now. You can put it back later."</p>
            <TextField
                id="snapshot-name"
                label="Name of the snapshot"
                hint="For example: before the June review"
                error=error
                capitals="sentences"
                value=name
                on_input=move |text| name.set(text)
            />
            <div class="app-buttons">
                <SubmitButton>"Take the snapshot"</SubmitButton>
                <CancelButton open_form />
            </div>
        </Form>
    }
}
