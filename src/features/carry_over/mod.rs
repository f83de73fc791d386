//! Last year's answers, carried over into this year's assessment.

mod answers;
mod choice;
mod notice;
mod progress;
mod row;
mod wording;

use crate::components::{Card, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use answers::Answers;
use leptos::prelude::*;
pub use notice::CarryOverNotice;
use standards_met_core::assessment::Id;
use std::sync::Arc;

/// The page on which last year's answers are carried over, one by one.
#[component]
pub fn CarryOverPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let organisation =
        assessments.with_untracked(&id, |document| document.assessment.organisation.name.clone());
    let Some(organisation) = organisation else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let overview = Route::Overview(id.clone()).href();
    let inside = match assessments.carrying(&id) {
        None => view! { <NoSource /> }.into_any(),
        Some(carrying) if carrying.old.is_none() => {
            view! { <MissingSource title=carrying.from.title /> }.into_any()
        }
        Some(carrying) => view! { <Answers id carrying=Arc::new(carrying) /> }.into_any(),
    };
    view! {
        <p class="app-caption">
            <a href=overview>{organisation}</a>
        </p>
        <PageHeading>"Last year’s answers"</PageHeading>
        {inside}
    }
    .into_any()
}

/// What is said where the assessment was begun empty.
#[component]
fn NoSource() -> impl IntoView {
    view! {
        <Card>
            <p>
                "This assessment was started without last year’s answers. To carry answers over, start one under "
                <a href=Route::Editions.href()>"Editions"</a> " and choose last year’s assessment there."
            </p>
        </Card>
    }
}

/// What is said where last year's assessment is not on this device.
#[component]
fn MissingSource(
    /// The title of last year's edition.
    title: String,
) -> impl IntoView {
    let words = format!(
        "The assessment that this one was started from ({title}) is no longer on this device. What was carried over is here. To \
         see the rest, open its file, or put it back from the removed items, under "
    );
    view! {
        <Card>
            <p>{words} <a href=Route::Data.href()>"Your data"</a> "."</p>
        </Card>
    }
}
