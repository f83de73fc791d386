//! What waits for the questions of a year, and starts the assessment once they are here.

use crate::components::{Button, ButtonVariant, NotFound, PageHeading, focus_soon};
use crate::store::{Assessments, NewAssessment, StartFailed};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page between "Start" and the overview. It is seen where the questions are slow to arrive, or do not.
#[component]
pub fn BeginPage() -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    match assessments.to_start() {
        Some(new) => view! { <Begin new /> }.into_any(),
        None => view! { <NotFound what="page" current=assessments.current_here() /> }.into_any(),
    }
}

#[component]
fn Begin(new: NewAssessment) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let failed = RwSignal::new(None::<StartFailed>);
    let new = StoredValue::new(new);
    let year = new.with_value(|new| new.year.year.clone());
    let fetch = move || {
        spawn_local(async move {
            let Some(new) = new.try_get_value() else { return };
            if let Err(why) = assessments.fetch_and_start(new).await {
                // The person may have gone elsewhere meanwhile.
                let _ = failed.try_set(Some(why));
                focus_soon("h1");
            }
        });
    };
    fetch();
    let again = Callback::new(move |()| {
        failed.set(None);
        fetch();
    });
    let built_in = Callback::new(move |()| new.with_value(|new| assessments.start_with_built_in(new)));
    move || match failed.get() {
        None => view! { <PageHeading>{format!("Getting the {year} questions…")}</PageHeading> }.into_any(),
        Some(why) => {
            let year = year.clone();
            view! { <NotHere year why again built_in /> }.into_any()
        }
    }
}

/// What is said where the questions did not come, and what can be done about it.
#[component]
fn NotHere(year: String, why: StartFailed, again: Callback<()>, built_in: Callback<()>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let what = match why {
        StartFailed::Unreachable => "Check that you are connected to the internet, and try again.",
        StartFailed::NotTheQuestions => {
            "Something else came in their place. A Wi-Fi sign-in page does that: sign in, and try again."
        }
    };
    let other = assessments.built_in().year.clone();
    view! {
        <PageHeading>{format!("The {year} questions did not arrive")}</PageHeading>
        <p>{what} " Nothing is lost: the name you typed is kept."</p>
        <p>
            {format!(
                "Or start with the {other} questions, which are already here. You can carry your answers over to {year} later.",
            )}
        </p>
        <div class="app-buttons">
            <Button variant=ButtonVariant::Primary on_press=again>
                "Try again"
            </Button>
            <Button variant=ButtonVariant::Secondary on_press=built_in>
                {format!("Start with {other}")}
            </Button>
        </div>
    }
}
