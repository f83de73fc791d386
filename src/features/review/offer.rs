//! What can be done for a review with a file that was opened.

use crate::components::{Button, ButtonVariant};
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// The ways of an offered file that have to do with reviewing, as buttons.
#[component]
pub fn ReviewOfferButtons(
    /// The assessment in the offered file.
    assessment: Id,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let review = match assessments.reviewed_here(&assessment) {
        Some(_) => "Go on reviewing with this file",
        None => "Review it",
    };
    let count = exchange.remarks_in_offer().len();
    let look = (count > 0).then(|| {
        view! {
            <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.look_at_remarks_in_offer()>
                {format!("See the {} in it", words::count(count, "review"))}
            </Button>
        }
    });
    view! {
        {look}
        <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.review_offered()>
            {review}
        </Button>
    }
}
