//! The years of one organisation side by side, and the beginning of the next one.

mod begin_form;
mod changes;
mod next_year;
mod table;

use crate::components::{ButtonLink, ButtonVariant, NotFound, PageHeading};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
pub use begin_form::BeginForm;
use changes::Changes;
use leptos::prelude::*;
use next_year::NextYear;
use standards_met_core::assessment::Id;
use table::{YearEdition, YearsTable};

/// The page of the years.
#[component]
pub fn YearsPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let organisation =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone());
    let Some(organisation) = organisation else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    expect_context::<Exchange>().include_offered();
    let line = assessments.line_of_years(&id);
    let editions: Vec<YearEdition> = line
        .iter()
        .filter_map(|id| {
            Some((id.clone(), assessments.with_untracked(id, |document| document.edition.clone())?))
        })
        .collect();
    let years = assessments.years(&line);
    let is_continued = assessments
        .with_untracked(&id, |document| document.assessment.carried_from().is_some())
        == Some(true);
    let carry = is_continued.then(|| {
        view! {
            <ButtonLink variant=ButtonVariant::Secondary href=Route::News(id.clone()).href()>
                "What is new this year"
            </ButtonLink>
            <ButtonLink variant=ButtonVariant::Secondary href=Route::Carry(id.clone()).href()>
                "Last year’s answers"
            </ButtonLink>
        }
    });
    let next = assessments.begun_from(&id).is_none().then(|| {
        let id = id.clone();
        view! { <NextYear id /> }
    });
    let lead = if editions.len() > 1 {
        "How far each part was in each year, what has become better or worse, and what is still to be done."
    } else {
        "There is one year of this organisation on this device. Start next year’s assessment from this one, and you can compare \
         them here."
    };
    let steps = years.steps.iter().zip(editions.windows(2)).rev();
    let steps = steps.filter_map(|(step, pair)| match pair {
        [old, new] => Some(view! { <Changes step old new /> }),
        _ => None,
    });
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"Year by year"</PageHeading>
        <p class="app-lead">{lead}</p>
        <div class="app-no-print">
            <div class="app-buttons">{carry}</div>
            {next}
        </div>
        <YearsTable years=&years editions=&editions />
        {steps.collect_view()}
    }
    .into_any()
}
