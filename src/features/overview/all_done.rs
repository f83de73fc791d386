//! What is said once everything is answered.

use super::send_back::SendBackButton;
use crate::components::{ButtonLink, ButtonVariant};
use crate::route::Route;
use crate::store::Assessments;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// When nothing is left to answer.
#[component]
pub fn AllDone(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        let tally = assessment.tally(&document.edition);
        // A sheet of questions goes back to the home.
        let back_to = assessment.sheet_of.is_some().then(|| assessment.organisation.name.clone());
        (tally.total() - tally.settled(), back_to)
    });
    let (planned, back_to) = found.unwrap_or_default();
    let text = match planned {
        _ if back_to.is_some() => "You have answered every question. All that is left is to send the file back.".to_owned(),
        0 => "Every question is done. Copy your answers into the official toolkit, and send the file to whoever checks it."
            .to_owned(),
        1 => "Every question is answered, and one has an action planned. See what is still to be done.".to_owned(),
        _ => {
            format!("Every question is answered, and {planned} have an action planned. See what is still to be done.")
        }
    };
    let way = match (back_to, planned) {
        (Some(home), _) => EitherOf3::A(view! { <SendBackButton id home variant=ButtonVariant::Primary /> }),
        (None, 0) => EitherOf3::B(view! {
            <ButtonLink variant=ButtonVariant::Primary href=Route::Send(id).href()>
                "Check before you send"
            </ButtonLink>
        }),
        (None, _) => EitherOf3::C(view! {
            <ButtonLink variant=ButtonVariant::Primary href=Route::ActionPlan(id).href()>
                "See the action plan"
            </ButtonLink>
        }),
    };
    view! {
        <p class="app-caption">"You have been through everything"</p>
        <h2>"Well done"</h2>
        <p>{text}</p>
        {way}
    }
}
