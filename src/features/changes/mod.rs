//! What changed: an assessment beside a snapshot, something set aside, or a file.

mod choice;
mod outcome;

use crate::components::{NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use choice::VersionChoice;
use leptos::prelude::*;
use outcome::{FoundChanges, Outcome, OutcomeWords};
use standards_met_core::assessment::Id;
use std::sync::Arc;

/// What came of the last choice, with the number of that choice: its words are shown anew each time, so that they are
/// announced also where they are those of the choice before.
type LastOutcome = Option<(u32, Arc<Outcome>)>;

/// The page on which an assessment is compared with another version of it.
#[component]
pub fn ChangesPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some(organisation) =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())
    else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let last = RwSignal::new(LastOutcome::None);
    let on_compare = Callback::new(move |outcome: Outcome| {
        // The page may have moved on meanwhile.
        let _ = last.try_update(|last| {
            let number = last.as_ref().map_or(0, |(number, _)| number + 1);
            *last = Some((number, Arc::new(outcome)));
        });
    });
    let of = id.clone();
    let list = move || match last.get()?.1.as_ref() {
        Ok(found) if found.changes.count() > 0 => Some(view! { <FoundChanges id=of.clone() found /> }),
        _ => None,
    };
    let words = |(_, outcome): (u32, Arc<Outcome>)| view! { <OutcomeWords outcome=outcome.as_ref() /> };
    view! {
        <div class="app-no-print">
            <p class="app-caption">
                <a href=Route::Overview(id.clone()).href()>{organisation}</a>
            </p>
            <PageHeading>"What changed"</PageHeading>
        </div>
        <VersionChoice id on_compare />
        <div role="status">
            <For each=move || last.get() key=|(number, _)| *number children=words />
        </div>
        {list}
    }
    .into_any()
}
