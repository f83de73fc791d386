//! The day on which the home plans to publish, and what of its evidence will be too old by then.

mod runs_out;

use crate::components::{
    Button, ButtonLink, ButtonVariant, Card, DateField, NotFound, PageHeading, focus_soon,
};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use runs_out::RunsOut;
use standards_met_core::assessment::{Assessment, Id, last_day};
use standards_met_core::date_parts::DateEntry;
use standards_met_core::exchange::Document;

/// The page of the day.
#[component]
pub fn PublishDayPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let Some(organisation) =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())
    else {
        return Either::Left(view! { <NotFound what="assessment" current=assessments.current_here() /> });
    };
    let overview = Route::Overview(id.clone()).href();
    Either::Right(view! {
        <p class="app-caption">
            <a href=overview.clone()>{organisation}</a>
        </p>
        <PageHeading>"The day you plan to publish"</PageHeading>
        <p class="app-lead">
            "Some training, checks and reviews must be from the 12 months before you publish. Choose a day, and we will show you \
             what will be too old by then."
        </p>
        <Day id=id.clone() />
        <RunsOut id />
        <nav class="app-foot" aria-label="Next step">
            <ButtonLink variant=ButtonVariant::Primary href=overview>
                "Continue to your overview"
            </ButtonLink>
        </nav>
    })
}

/// The day itself, what it means, and how to take it away.
#[component]
fn Day(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let of = StoredValue::new(id.clone());
    let look = move |look: fn(&Assessment) -> DateEntry| {
        assessments.with(&of.get_value(), |document| look(&document.assessment))
    };
    let entry = Memo::new(move |_| look(Assessment::publish_entry).unwrap_or(DateEntry::Date(None)));
    let value = Signal::derive(move || match entry.get() {
        DateEntry::Date(day) => day,
        DateEntry::Draft(_) => None,
    });
    let draft = Signal::derive(move || match entry.get() {
        DateEntry::Date(_) => String::new(),
        DateEntry::Draft(typed) => typed,
    });
    let sentences = move || {
        let day = value.get()?;
        let today = assessments.today(&id);
        assessments.with(&id, |document| {
            let Document { edition, assessment, .. } = document;
            let tally = assessment.tally(edition);
            let left = tally.total() - tally.settled();
            words::publishing(today, day, last_day(edition, today), left)
        })
    };
    let remove = move |()| {
        assessments.plan_to_publish(&of.get_value(), DateEntry::Date(None));
        // The button goes with the day.
        focus_soon("#publish-day");
    };
    view! {
        <Card>
            <DateField
                id="publish-day"
                label="When do you plan to publish?"
                value
                draft
                on_input=move |entry| assessments.plan_to_publish(&of.get_value(), entry)
            />
            <p role="status">{sentences}</p>
            <Show when=move || entry.get() != DateEntry::Date(None)>
                <Button variant=ButtonVariant::Small on_press=remove>
                    "Remove the day"
                </Button>
            </Show>
        </Card>
    }
}
