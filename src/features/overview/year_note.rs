//! Whether the questions are those of the toolkit that is open today.

use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::words;

/// What to know about the year of the questions, with the way to a newer year that is here; nothing where the toolkit of that year
/// is open.
#[component]
pub fn YearNote(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (sentence, year, is_own) = assessments.with_untracked(&id, |document| {
        let assessment = &document.assessment;
        let sentence = words::edition_age(&document.edition, assessments.today(&id));
        let is_own = assessment.sheet_of.is_none() && !assessment.is_under_review();
        (sentence, document.edition.year.clone(), is_own)
    })?;
    let sentence = sentence?;
    let newer = assessments.offered_years().into_iter().find(|listed| is_own && listed.year > year);
    let way = newer.map(|newer| {
        view! {
            " "
            <a href=Route::Years(id).href()>{format!("Start {} with these answers", newer.year)}</a>
        }
    });
    Some(view! { <p class="app-year-note">{sentence} {way}</p> })
}
