//! What can be done for a review with a file that was opened.

use crate::components::{Button, ButtonVariant};
use crate::store::AppState;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The ways of an offered file that have to do with reviewing, as buttons.
#[component]
pub fn ReviewOfferButtons(
    /// The assessment in the offered file.
    assessment: Id,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let review = match state.reviewed_here(&assessment) {
        Some(_) => "Go on reviewing with this file",
        None => "Review it",
    };
    let count = state.remarks_in_offer().len();
    let look = (count > 0).then(|| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| state.look_at_remarks_in_offer()>
                {format!("See the {} in it", words::count(count, "review"))}
            </Button>
        }
    });
    view! {
        {look}
        <Button variant=ButtonVariant::Secondary on_press=move |()| state.review_offered()>
            {review}
        </Button>
    }
}
