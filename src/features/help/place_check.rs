//! Where the page is open, and how to take the work along to the home screen.

use crate::components::{ButtonLink, ButtonVariant, Card};
use crate::platform::install::{self, Place};
use crate::route::Route;
use crate::store::Assessments;
use leptos::either::Either;
use leptos::prelude::*;

const CARRY: [&str; 3] = [
    "In the tab of the browser: go to “Your data” and press “Export a file”.",
    "Open the app from the home screen.",
    "In the app: go to “Your data”, press “Choose a file”, and choose that file.",
];

/// Where one is now, what is here, and how to bring the rest.
#[component]
pub fn PlaceCheck() -> impl IntoView {
    let place = install::place();
    let where_now = match place {
        Place::Tab => "You are in a tab of the browser.",
        Place::App => "You are in the app on the home screen.",
    };
    let carry = CARRY.map(|step| view! { <li>{step}</li> });
    view! {
        <Card class="app-prose">
            <p>
                <b>{where_now}</b>
            </p>
            <OwnAssessments place />
            <p>
                "A tab and an installed app may each keep their own answers. On an iPad or iPhone they do: what you typed in \
                 the tab is not in the app. In Chrome and Edge they share them. To be sure, open the app and look at this \
                 same page there."
            </p>
            <h3>"To carry your work over into the app"</h3>
            <ol class="app-numbered">{carry.into_iter().collect_view()}</ol>
            <p>
                "From then on, work in the app only. What you type in the tab afterwards does not come along."
            </p>
            <ButtonLink variant=ButtonVariant::Secondary href=Route::Data.href()>
                "Go to Your data"
            </ButtonLink>
        </Card>
    }
}

/// The person's own assessments that are here, by name.
#[component]
fn OwnAssessments(place: Place) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let names = Memo::new(move |_| {
        assessments.documents.with(|documents| {
            let own = documents.iter().filter(|document| document.assessment.example.is_none());
            own.map(|document| document.assessment.organisation.name.clone()).collect::<Vec<_>>()
        })
    });
    let elsewhere = "If you began in the browser's tab, your work is still there: open this page in the browser, and \
                     carry it over as below.";
    move || {
        let names = names.get();
        if names.is_empty() {
            let elsewhere = (place == Place::App).then(|| view! { <p class="app-warning">{elsewhere}</p> });
            Either::Left(view! {
                <p>"There is no assessment of yours here yet."</p>
                {elsewhere}
            })
        } else {
            let names = names.into_iter().map(|name| view! { <li>{name}</li> });
            Either::Right(view! {
                <p>"These assessments are here:"</p>
                <ul>{names.collect_view()}</ul>
            })
        }
    }
}
