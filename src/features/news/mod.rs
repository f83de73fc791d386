//! What is new in a toolkit year: for an assessment, with what became of last year's answers, and between any two years.

mod choice;
mod phrases;
mod row;
mod sheet;

use crate::components::{ButtonLink, ButtonVariant, Card, NotFound, PageHeading, Redraw};
use crate::route::Route;
use crate::store::{Assessments, Exchange, YearNews};
use choice::YearChoice;
use leptos::prelude::*;
use sheet::NewsSheet;
use standards_met_core::assessment::Id;
use standards_met_core::exchange::EditionRef;

/// The page of what is new for an assessment: the first that is seen of a new year.
#[component]
pub fn NewsPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let Some(organisation) =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone())
    else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    exchange.include_offered();
    let list = exchange.editions_context().list;
    view! {
        <Redraw on=move || list.track()>
            <News id=id.clone() organisation=organisation.clone() />
        </Redraw>
    }
    .into_any()
}

#[component]
fn News(id: Id, organisation: String) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let overview = Route::Overview(id.clone()).href();
    let Some(found) = exchange.news_of(&id) else {
        return view! {
            <p class="app-caption">
                <a href=overview>{organisation}</a>
            </p>
            <PageHeading>"What is new"</PageHeading>
            <NothingEarlier id />
        }
        .into_any();
    };
    let heading = phrases::heading(&found.old, &found.new);
    let carry = found.answers.is_some().then(|| {
        view! {
            <ButtonLink variant=ButtonVariant::Primary href=Route::Carry(id.clone()).href()>
                "Choose which answers to use"
            </ButtonLink>
        }
    });
    view! {
        <p class="app-caption">
            <a href=overview.clone()>{organisation}</a>
        </p>
        <PageHeading>{heading}</PageHeading>
        <NewsSheet found=&found id=Some(id)>
            {carry}
            <ButtonLink variant=ButtonVariant::Secondary href=overview>
                "Go to the overview"
            </ButtonLink>
        </NewsSheet>
    }
    .into_any()
}

/// What is said where there is no earlier year on this device.
#[component]
fn NothingEarlier(id: Id) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let assessments = expect_context::<Assessments>();
    let year = assessments.with_untracked(&id, |document| document.edition.year.clone()).unwrap_or_default();
    // What may be wanted here is what comes after it.
    let later = exchange
        .later_editions(&id)
        .into_iter()
        .next()
        .zip(assessments.with_untracked(&id, |document| document.edition.clone()));
    let later = later.map(|(later, edition)| {
        let pair = (EditionRef::of(&later), EditionRef::of(&edition));
        view! {
            <p>
                <a class="app-tap" href=Route::EditionNews(Some(pair)).href()>
                    {phrases::heading(&edition, &later)}
                </a>
            </p>
        }
    });
    view! {
        <Card>
            <p>
                {format!(
                    "This assessment uses the {year} toolkit, and no earlier one is on this device to compare it with. To add one, open ",
                )} <a href=Route::Editions.href()>"Editions"</a> "."
            </p>
            {later}
        </Card>
    }
}

/// The page of what is new between any two toolkit years on this device.
#[component]
pub fn EditionNewsPage(
    /// The newer one and the older one; the latest two where none is named.
    named: Option<(EditionRef, EditionRef)>,
) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    exchange.include_offered();
    let list = exchange.editions_context().list;
    view! {
        <Redraw on=move || list.track()>
            <NewsBetween named=named.clone() />
        </Redraw>
    }
}

#[component]
fn NewsBetween(named: Option<(EditionRef, EditionRef)>) -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    let found = exchange.news_between(named.as_ref());
    let heading =
        found.as_ref().map_or_else(|| "What is new".into(), |found| phrases::heading(&found.old, &found.new));
    let sheet = match &found {
        Some(found) => {
            let look = format!("Look at {}", phrases::names(&found.old, &found.new).1);
            let href = Route::Edition(EditionRef::of(&found.new)).href();
            view! {
                <NewsSheet found id=None>
                    <ButtonLink variant=ButtonVariant::Secondary href>
                        {look}
                    </ButtonLink>
                </NewsSheet>
            }
            .into_any()
        }
        None => view! { <p class="app-lead">{phrases::no_pair(named.is_some())}</p> }.into_any(),
    };
    view! {
        <p class="app-caption app-no-print">
            <a href=Route::Editions.href()>"Editions"</a>
        </p>
        <PageHeading>{heading}</PageHeading>
        <YearChoice shown=found.as_ref().map(chosen) />
        {sheet}
    }
}

fn chosen(found: &YearNews) -> (EditionRef, EditionRef) {
    (EditionRef::of(&found.new), EditionRef::of(&found.old))
}
