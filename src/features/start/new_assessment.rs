//! Beginning an assessment.

use super::year_choice::YearChoice;
use crate::components::{Card, Form, OdsCode, OdsCodeField, SubmitButton, TextField, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, NewAssessment};
use leptos::prelude::*;

/// The form for a new assessment.
#[component]
pub fn NewAssessment(
    /// Whether there is none on this device yet.
    is_first: bool,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (name, ods_code) = (RwSignal::new(String::new()), OdsCode::new(String::new()));
    let (tried, year) = (RwSignal::new(false), RwSignal::new(0));
    let is_blank = move || name.with(|name| name.trim().is_empty());
    let error = Signal::derive(move || {
        (tried.get() && is_blank()).then(|| "Enter the name of your care home".to_owned())
    });
    let begin = move |()| {
        tried.set(true);
        if untrack(is_blank) {
            focus_soon("#organisation");
        } else if ods_code.is_accepted("ods") {
            let (name, ods_code) = (name.get_untracked(), ods_code.value.get_untracked());
            match assessments.offered_years().into_iter().nth(year.get_untracked()) {
                Some(year) => assessments.start_with(NewAssessment { year, name, ods_code }),
                None => assessments.start(&name, &ods_code),
            }
        }
    };
    view! {
        <Card class="app-card--next">
            <h2>{if is_first { "Start your assessment" } else { "Start another assessment" }}</h2>
            <Form on_submit=begin>
                <TextField
                    id="organisation"
                    label="Name of your care home or organisation"
                    error
                    capitals="words"
                    value=name
                    on_input=move |text| name.set(text)
                />
                <OdsCodeField
                    id="ods"
                    label="ODS code, if you know it (optional)"
                    hint="A short code such as VM1AB, which the official toolkit shows at the top. You can add it later, under “Your data”, then “More”."
                    button="Start"
                    code=ods_code
                />
                <YearChoice year />
                <SubmitButton>"Start"</SubmitButton>
            </Form>
            <p class="app-hint">
                <a href=Route::Editions.href()>"Another year, or last year’s answers"</a>
            </p>
        </Card>
    }
}
