//! What is proposed before the first answer.

use crate::components::{ButtonLink, ButtonVariant};
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// Before the first answer: the few questions that may settle many.
#[component]
pub fn InterviewFirst(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let first = untrack(|| assessments.next(&id, None)).into_iter().next();
    let instead = first.map(|next| {
        let words = format!("Start with {} instead", next.item);
        view! {
            <ButtonLink variant=ButtonVariant::Secondary href=Route::Item(id.clone(), next.item).href()>
                {words}
            </ButtonLink>
        }
    });
    view! {
        <p class="app-caption">"Before you begin · about 3 minutes · by you"</p>
        <h2>"First, a few easy questions about your organisation"</h2>
        <p>"From your answers we can tell which of the official questions do not apply to you."</p>
        <div class="app-buttons">
            <ButtonLink variant=ButtonVariant::Primary href=Route::Interview(id).href()>
                "Answer the easy questions"
            </ButtonLink>
            {instead}
        </div>
    }
}
