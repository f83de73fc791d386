//! The first page: what this is, carry on, begin, open a file.

mod begin;
mod carry_on;
mod new_assessment;
mod store_note;
mod year_choice;

use crate::components::{Button, ButtonVariant, Card, FileField, PageHeading};
use crate::store::{Assessments, Exchange};
pub use begin::BeginPage;
use carry_on::{CarryOn, is_own};
use leptos::prelude::*;
use new_assessment::NewAssessment;
use store_note::StoreNote;

const PROMISES: [&str; 4] = [
    "You can stop at any moment. Every word is kept as you type.",
    "Everything stays on this device. Nothing is sent anywhere, and there is no account.",
    "Nobody expects every answer to be yes. “Not yet” with a plan is a good answer.",
    "When you are done, export one file for whoever checks it.",
];

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let any = Memo::new(move |_| assessments.documents.with(|documents| documents.iter().any(is_own)));
    view! {
        <PageHeading>"Get your care home to Standards Met"</PageHeading>
        <p class="app-lead">
            "Work through the Data Security and Protection Toolkit at your own pace, one question at a time. Each comes with guidance \
             and a plain explanation of what it is asking."
        </p>
        <Show when=move || !any.get()>
            <StoreNote />
        </Show>
        <Show when=move || any.get()>
            <CarryOn />
        </Show>
        <div class="app-two">
            <NewAssessment is_first=!any.get_untracked() />
            <aside>
                <Card>
                    <h2>"Open a file"</h2>
                    <p>
                        "Has someone sent you questions, an assessment or a review? Open the file here: there is nothing to set \
                         up first. You can open your own files here too."
                    </p>
                    <FileField
                        id="start-file"
                        label="Choose a file"
                        on_choose=move |file: web_sys::File| exchange.open_soon(Some(file.into()))
                    />
                </Card>
                <Card>
                    <h2>"Before you begin"</h2>
                    <ul class="app-ticks">
                        {PROMISES.map(|text| view! { <li>{text}</li> }).into_iter().collect_view()}
                    </ul>
                </Card>
                <Card>
                    <h2>"Just looking?"</h2>
                    <p>"See how a made-up home, Rosewood House, answered. You can change anything in it."</p>
                    <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.open_soon(None)>
                        "Open the worked example"
                    </Button>
                </Card>
            </aside>
        </div>
    }
}
