//! What came back from a reviewer: each remark beside how things are here now, taken in one by one or all at once.

use super::returned_remark::{ReturnedRemark, is_new, outcome_of};
use crate::components::{Button, ButtonVariant, focus_soon};
use crate::route::Route;
use crate::store::{Assessments, Exchange, Returned};
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Remark};
use std::sync::Arc;

/// What came back, while it waits for a choice.
#[component]
pub fn ReturnedReview() -> impl IntoView {
    let exchange = expect_context::<Exchange>();
    move || exchange.returned.get().map(|returned| view! { <ReturnedFile returned /> })
}

#[component]
fn ReturnedFile(returned: Returned) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    focus_soon("#returned-heading");
    let Returned { file, id, remarks, warnings, check_code } = returned;
    let name = assessments
        .with_untracked(&id, |document| document.assessment.organisation.name.clone())
        .unwrap_or_default();
    let warnings = warnings.iter().map(|warning| {
        view! {
            <p class="app-warning">
                <b>"Please note: "</b>
                {words::warning(warning)}
            </p>
        }
    });
    let rows = remarks.iter().enumerate().map(|(number, remark)| {
        view! { <ReturnedRemark id=id.clone() number remark=remark.clone() /> }
    });
    let said = format!(
        "{}{}. This does not change your answers, and you can undo it. Check code {check_code}.",
        words::count(remarks.len(), "comment"),
        reviewers(&remarks),
    );
    let finish = move |()| {
        exchange.decline_returned();
        focus_soon("h1");
    };
    let (warnings, rows) = (warnings.collect_view(), rows.collect_view());
    let reviews = Route::Review(id.clone()).href();
    view! {
        <section class="app-card app-card--next" aria-labelledby="returned-heading">
            <p class="app-caption">{format!("You opened {file}")}</p>
            <h2 id="returned-heading" tabindex="-1">
                {format!("You have a review of {name}")}
            </h2>
            <p>{said}</p>
            {warnings}
            <TakeAll id remarks=remarks.into() />
            {rows}
            <div class="app-buttons">
                <Button variant=ButtonVariant::Secondary on_press=finish>
                    "Close this review"
                </Button>
                <a class="app-tap" href=reviews>
                    "All reviewer comments"
                </a>
            </div>
        </section>
    }
}

/// By whom the remarks are, each named once.
fn reviewers(remarks: &[Remark]) -> String {
    let mut reviewers: Vec<String> = Vec::new();
    for remark in remarks {
        let reviewer = words::review::reviewer(&remark.review.by());
        if !reviewers.contains(&reviewer) {
            reviewers.push(reviewer);
        }
    }
    if reviewers.is_empty() { String::new() } else { format!(" from {}", reviewers.join(" and ")) }
}

/// Takes in everything that is not here yet.
#[component]
fn TakeAll(id: Id, remarks: Arc<[Remark]>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let new = move || {
        let new = remarks.iter().filter(|remark| is_new(outcome_of(assessments, &id, remark)));
        (id.clone(), new.cloned().collect::<Vec<_>>())
    };
    let found = new.clone();
    let count = Memo::new(move |_| found().1.len());
    let take = Callback::new(move |()| {
        let (id, remarks) = untrack(&new);
        exchange.take_all_remarks(&id, &remarks);
    });
    move || match count.get() {
        0 => Either::Left(view! {
            <p>
                <b>"You have added all the comments."</b>
            </p>
        }),
        count => {
            let words =
                if count == 1 { "Add this comment".to_owned() } else { format!("Add all {count} comments") };
            Either::Right(view! {
                <div class="app-buttons">
                    <Button variant=ButtonVariant::Primary on_press=take>
                        {words}
                    </Button>
                </div>
            })
        }
    }
}
