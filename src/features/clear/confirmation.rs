//! Clears the device, once a word was typed.

use super::cleared::{show_cleared, show_clearing};
use super::here::{TITLE, at_risk, is_own};
use crate::components::{ButtonLink, ButtonVariant, Card, Form, SubmitButton, TextField, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use leptos::prelude::*;

/// What has to be typed to clear the device.
const CONFIRMATION: &str = "clear";

const WHAT_GOES: [&str; 6] = [
    "every assessment that is listed above, with its answers, plans and previous answers",
    "the versions you saved, and what was removed",
    "the table of “Your homes”, if you have one; the files that it was made from stay where they are",
    "editions that you put here, the name under which you review, and what you chose for your reports",
    "the second copy of all of it",
    "the page's own files, which are kept for use without the internet",
];

/// What goes, and the form that confirms it.
#[component]
pub fn Confirmation() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let (typed, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_confirmed =
        Memo::new(move |_| typed.with(|typed| typed.trim().eq_ignore_ascii_case(CONFIRMATION)));
    let error = Memo::new(move |_| {
        (tried.get() && !is_confirmed.get())
            .then(|| "Type the word clear, or press “Keep everything”".to_owned())
    });
    let confirm = move |()| {
        tried.set(true);
        if !is_confirmed.get_untracked() {
            focus_soon("#clear-word");
            return;
        }
        show_clearing();
        exchange.clear_device(show_cleared);
    };
    let points = WHAT_GOES.map(|point| view! { <li>{point}</li> });
    view! {
        <Card>
            <Form on_submit=confirm>
                <p>"This deletes, and nobody can bring it back:"</p>
                <ul>{points.into_iter().collect_view()}</ul>
                <RiskCount />
                <TextField
                    id="clear-word"
                    label="To confirm, type the word clear"
                    error=error
                    capitals="none"
                    value=typed
                    on_input=move |text| typed.set(text)
                />
                <div class="app-buttons">
                    <SubmitButton variant=ButtonVariant::Danger>{TITLE}</SubmitButton>
                    <ButtonLink variant=ButtonVariant::Secondary href=Route::Data.href()>
                        "Keep everything"
                    </ButtonLink>
                </div>
            </Form>
        </Card>
    }
}

/// How many assessments would lose something.
#[component]
fn RiskCount() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let count = Memo::new(move |_| {
        let mut own = assessments.own_first();
        own.retain(|id| is_own(assessments, id) && assessments.since_copy(id).and_then(at_risk).is_some());
        own.len()
    });
    move || {
        let count = count.get();
        let who =
            if count == 1 { "One assessment has".to_owned() } else { format!("{count} assessments have") };
        (count > 0).then(|| {
            view! {
                <p class="app-warning">
                    <b>{format!("{who} changes that are in no file.")}</b>
                </p>
            }
        })
    }
}
