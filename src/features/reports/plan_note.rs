//! What a plan lacks, before it is made.

use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// A sentence for each thing that the plan for Approaching Standards lacks, and the way to the questions.
#[component]
pub fn PlanNote(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let href = Route::Levels(id.clone()).href();
    let gaps = Memo::new(move |_| {
        let today = assessments.today(&id);
        let gaps = assessments.with(&id, |document| document.assessment.plan_gaps(&document.edition, today));
        words::levels::plan_gaps(&gaps.unwrap_or_default())
    });
    move || {
        let sentences: Vec<_> =
            gaps.get().into_iter().map(|(sentence, _)| view! { <p>{sentence}</p> }).collect();
        let href = href.clone();
        (!sentences.is_empty()).then(|| {
            view! {
                <div class="app-warning app-no-print">
                    {sentences} <p>
                        <a class="app-tap" href=href>
                            "See which questions"
                        </a>
                    </p>
                </div>
            }
        })
    }
}
