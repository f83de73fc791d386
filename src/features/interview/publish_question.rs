//! The one question about time: when the home plans to publish. It is asked once.

use crate::components::{Button, ButtonLink, ButtonVariant, Card, focus_soon};
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// Asks for the day on which the home plans to publish, until there is one or somebody does not want to be asked.
#[component]
pub fn PublishQuestion(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let is_asked = Memo::new(move |_| {
        let asked = assessments.with(&of, |document| {
            let assessment = &document.assessment;
            assessment.may_ask_publish_day() && assessment.sheet_of.is_none()
        });
        asked.unwrap_or_default()
    });
    let to = StoredValue::new(Route::PublishDay(id.clone()).href());
    let put_off = Callback::new(move |()| {
        assessments.put_off_publish_day(&id);
        // The button goes with the question.
        focus_soon("#follows");
    });
    view! {
        <Show when=move || is_asked.get()>
            <Card>
                <h2>"When do you plan to publish?"</h2>
                <p>
                    "Some evidence must be from the 12 months before you publish. Choose a day, and we can tell you what will be \
                     too old by then."
                </p>
                <div class="app-buttons">
                    <ButtonLink variant=ButtonVariant::Secondary href=to.get_value()>
                        "Choose the day"
                    </ButtonLink>
                    <Button variant=ButtonVariant::Small on_press=put_off>
                        "Not now"
                    </Button>
                </div>
            </Card>
        </Show>
    }
}
