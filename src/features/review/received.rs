//! Everything that reviewers say of the home's own assessment, item by item.

use super::reviews::AllReviews;
use crate::components::{Card, NotFound, PageHeading};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::report::ReportKind;

/// The page of what reviewers say.
#[component]
pub fn ReceivedReviews(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let (edition, assessment) = (&document.edition, &document.assessment);
        let mut items: Vec<(ItemId, String)> = Vec::new();
        for item in edition.items() {
            let response = assessment.response(&item.id);
            if response.is_some_and(|response| response.reviews.iter().any(|one| !one.is_blank())) {
                items.push((item.id.clone(), item.question.clone()));
            }
        }
        (assessment.organisation.name.clone(), items)
    });
    let Some((organisation, items)) = found else {
        return view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any();
    };
    let words = match items.len() {
        0 => "Nothing has come back yet. When a reviewer sends you a file, open it under “Your data”."
            .to_owned(),
        count => format!(
            "Reviews of {}. Nothing here changes an answer, and nothing stops you: answer, resolve, or make an action \
             of what you want.",
            words::count(count, "item")
        ),
    };
    let cards = items.into_iter().map(|(item, question)| {
        let id = id.clone();
        view! {
            <Card>
                <h2>
                    <a class="app-id" href=Route::Item(id.clone(), item.clone()).href()>
                        {item.to_string()}
                    </a>
                    {format!(" {question}")}
                </h2>
                <AllReviews id item />
            </Card>
        }
    });
    let cards = cards.collect_view();
    view! {
        <p class="app-caption">
            <a href=Route::Overview(id.clone()).href()>{organisation}</a>
        </p>
        <PageHeading>"What reviewers say"</PageHeading>
        <p class="app-lead">{words}</p>
        <p>
            <a class="app-tap" href=Route::Report(id, ReportKind::Review).href()>
                "Print it, or save it for Word"
            </a>
        </p>
        {cards}
    }
    .into_any()
}
