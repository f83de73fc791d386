//! How far a reviewer is, and the ways to hand the review out.

use crate::components::{Button, ButtonLink, ButtonVariant, Card, Fold};
use crate::platform::clock;
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, NextToReview};
use standards_met_core::exchange::Document;
use standards_met_core::report::ReportKind;

#[component]
pub(super) fn ReviewProgress(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let of = id.clone();
    let progress = move || words::review::progress(assessments.review_progress(&of));
    let of = id.clone();
    let since =
        move || words::review::since(assessments.review_progress(&of)).map(|words| view! { <p>{words}</p> });
    let of = id.clone();
    let next = Memo::new(move |_| next_to_review(assessments, &of));
    let of = id.clone();
    let go_on = move || {
        next.get().map(|next| {
            let words = format!("Continue with {}", next.item);
            view! {
                <ButtonLink
                    variant=ButtonVariant::Primary
                    href=Route::ReviewItem(of.clone(), next.item).href()
                >
                    {words}
                </ButtonLink>
            }
        })
    };
    let why = move || {
        next.get().map(|next| view! { <p class="app-hint">{words::review::next_reason(next.why)}</p> })
    };
    let report = Route::Report(id.clone(), ReportKind::Review).href();
    let finish = Route::FinishReview(id.clone()).href();
    let whole = id.clone();
    view! {
        <Card>
            <h2>"Your progress"</h2>
            <p>{progress}</p>
            {since}
            <SavedReviewNote id />
            {why}
            <div class="app-buttons">
                {go_on} <ButtonLink variant=ButtonVariant::Secondary href=finish>
                    "Finish the review"
                </ButtonLink>
            </div>
            <p>
                <a class="app-tap" href=report>
                    "Print it, or save it for Word"
                </a>
            </p>
            <Fold summary="Save the whole assessment with your review instead">
                <p>"For a home that wants one file with everything in it."</p>
                <Button
                    variant=ButtonVariant::Secondary
                    on_press=move |()| exchange.export_with_review(&whole)
                >
                    "Save the whole assessment"
                </Button>
            </Fold>
        </Card>
    }
}

/// When the review file was last saved, and whether anything was said since. Nothing before the first time.
#[component]
pub(super) fn SavedReviewNote(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let me = assessments.reviewer();
    let saved = Memo::new(move |_| {
        let saved = assessments.with(&id, |document| {
            let copy = &document.assessment;
            Some((copy.under_review()?.saved_at?, copy.has_said_since_saving(&me)?))
        });
        saved.flatten()
    });
    move || {
        saved.get().map(|(at, said_since)| {
            let (day, time) = (clock::day_of(at).in_words(), clock::time_of_day(at));
            let rest = match said_since {
                true => "You have changed your comments since. Save it again before you send it.",
                false => "It includes all your comments.",
            };
            view! { <p>{format!("You saved the review file on {day} at {time}. {rest}")}</p> }
        })
    }
}

/// The item that is best looked at next.
fn next_to_review(assessments: Assessments, id: &Id) -> Option<NextToReview> {
    let me = assessments.reviewer();
    assessments.steps.track();
    let next = |document: &Document| document.assessment.next_to_review(&document.edition, &me);
    assessments.with_untracked(id, next).flatten()
}
