//! What reviewers said of the assessment, on its overview.

use crate::components::{ButtonLink, ButtonVariant, Card};
use crate::route::Route;
use crate::store::Assessments;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// How many comments of reviewers wait for the home, and the way to them. Nothing where nobody has said anything.
#[component]
pub fn ReviewerComments(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = id.clone();
    let counts = Memo::new(move |_| {
        let count = assessments
            .with(&of, |document| (document.assessment.count_reviews(), document.assessment.count_waiting()));
        count.unwrap_or_default()
    });
    let href = Route::Review(id).href();
    move || {
        let href = href.clone();
        match counts.get() {
            (0, _) => EitherOf3::A(()),
            (_, 0) => EitherOf3::B(view! {
                <p>
                    <a class="app-tap" href=href>
                        "Reviewer comments: nothing left to answer"
                    </a>
                </p>
            }),
            (_, waiting) => EitherOf3::C(view! {
                <Card class="app-comments">
                    <h2>{format!("Reviewer comments: {waiting} to answer")}</h2>
                    <ButtonLink variant=ButtonVariant::Secondary href>
                        "See the comments"
                    </ButtonLink>
                </Card>
            }),
        }
    }
}
