//! The assessments on this device, to carry on with.

use crate::components::{Heading, StatusBar};
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::Document;
use standards_met_core::sorting::sort_by;

/// Whether it is the work of somebody here. The worked example is nobody's work, and is opened from its own card.
pub(super) fn is_own(document: &Document) -> bool {
    document.assessment.example.is_none()
}

/// Every assessment on this device, the one changed last first.
#[component]
pub fn CarryOn(progress: Callback<Id, AnyView>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let ids = move || {
        assessments.documents.with(|documents| {
            let mut newest_first: Vec<&Document> =
                documents.iter().filter(|document| is_own(document)).collect();
            sort_by(&mut newest_first, |one, other| {
                other.assessment.edited_at.cmp(&one.assessment.edited_at)
            });
            newest_first.into_iter().map(|document| document.assessment.id.clone()).collect::<Vec<_>>()
        })
    };
    view! {
        <Heading>"Carry on"</Heading>
        <div class="app-parts">
            <For each=ids key=Id::clone let:id>
                <AssessmentCard id progress />
            </For>
        </div>
    }
}

#[component]
fn AssessmentCard(id: Id, progress: Callback<Id, AnyView>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let name = untrack(|| assessments.name_in_list(&id));
    let href = Route::Overview(id.clone()).href();
    view! {
        <a class="app-part" href=href>
            <span class="app-part__title">{name}</span>
            <span class="app-part__progress">{progress.run(id)}</span>
        </a>
    }
}

/// How far an assessment is. Counting that is not in the first part of the program.
#[component]
pub fn AssessmentProgress(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        (assessment.tally(&document.edition), document.edition.title.clone())
    });
    let (tally, edition) = found.unwrap_or_default();
    view! {
        <span class="app-part__count">
            {format!("{} of {} done · {edition}", tally.settled(), tally.total())}
        </span>
        <StatusBar tally />
    }
}
