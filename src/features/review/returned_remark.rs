//! One remark that came back, beside how things are here now.

use super::labels::{subject, subject_in_short, when};
use crate::components::{Button, ButtonVariant, Hint, focus_soon};
use crate::store::{Assessments, Exchange};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Remark, ReturnOutcome};

/// How a remark that came back stands to what is here, followed.
pub(super) fn outcome_of(assessments: Assessments, id: &Id, remark: &Remark) -> ReturnOutcome {
    let found = assessments.with(id, |document| document.assessment.compare(&document.edition, remark));
    found.unwrap_or(ReturnOutcome::NotHere)
}

pub(super) fn is_new(outcome: ReturnOutcome) -> bool {
    matches!(outcome, ReturnOutcome::Fresh | ReturnOutcome::ChangedSince)
}

#[component]
pub(super) fn ReturnedRemark(
    id: Id,
    /// Its place among those that came back with it.
    number: usize,
    remark: Remark,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let about = assessments.with_untracked(&id, |document| subject(&document.edition, &remark.on));
    let (about, short) = (about.unwrap_or_default(), subject_in_short(&remark.on));
    let review = &remark.review;
    let is_wider = review.is_wider();
    let verdict = review.verdict.map_or("Comments", words::review::verdict);
    let who = format!(" · {}, {}", words::review::reviewer(&review.by()), when(review));
    let comments = (!review.comments.trim().is_empty()).then(|| review.comments.clone());
    let key = format!("returned-{number}");
    let row = format!("#{key}");
    let (of, seen) = (id.clone(), remark.clone());
    let outcome = Memo::new(move |_| outcome_of(assessments, &of, &seen));
    let take = Callback::new(move |()| {
        exchange.take_remarks(&id, std::slice::from_ref(&remark));
        focus_soon(row.clone());
    });
    let take_words = format!("Add the comment on {short}");
    let button = move || {
        let words = take_words.clone();
        is_new(outcome.get()).then(|| {
            view! {
                <Button variant=ButtonVariant::Small on_press=take>
                    {words}
                </Button>
            }
        })
    };
    view! {
        <div class="app-aside-row" id=key tabindex="-1" role="group" aria-label=short>
            <h3>{about}</h3>
            <p>
                <b>{verdict}</b>
                {who}
            </p>
            {comments.map(|comments| view! { <p class="app-earlier__text">{comments}</p> })}
            <Hint>{move || words::review::compared(outcome.get(), is_wider)}</Hint>
            {button}
        </div>
    }
}
