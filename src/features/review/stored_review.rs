//! One review that is stored with a response.

use super::labels::when;
use crate::components::{ReviewEntry, ReviewHandling};
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Remark, Response, Review, Subject};
use standards_met_core::catalogue::ItemId;

#[component]
pub(super) fn StoredReview(
    id: Id,
    item: ItemId,
    which: Id,
    /// Whether it is the home that reads it, and can deal with it.
    can_handle: bool,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, of_item) = (id.clone(), item.clone());
    let response = Signal::derive(move || {
        let found = assessments.with(&of, |document| document.assessment.response(&of_item).cloned());
        found.flatten().unwrap_or_else(|| Response::empty(of_item.clone()))
    });
    let sought = which.clone();
    let find = move |response: &Response| response.reviews.iter().find(|one| one.id == sought).cloned();
    let Some(first) = untrack(|| response.with(&find)) else {
        return view! { <div></div> }.into_any();
    };
    let about =
        assessments.with_untracked(&id, |document| match Remark::kept(&document.edition, &item, &first).on {
            Subject::Item(_) => None,
            Subject::Part(number) => {
                document.edition.part(number).map(|part| format!("About part {number}, {}", part.title))
            }
            Subject::Overall => Some("About the assessment as a whole".into()),
        });
    let review: Memo<Review> = Memo::new(move |_| response.with(&find).unwrap_or_else(|| first.clone()));
    let changed = Memo::new(move |_| {
        review.with(|review| {
            let speaks_of = review.answer_sha256();
            !speaks_of.is_empty() && response.with(|response| speaks_of != response.answer_sha256())
        })
    });
    let key = format!("{item}-{which}");
    let handling = can_handle.then(|| handling(assessments, id, item, which, response));
    view! {
        <ReviewEntry
            key
            review
            about=about.flatten()
            when=Signal::derive(move || review.with(when))
            changed
            handling
        />
    }
    .into_any()
}

/// How the home deals with a review.
fn handling(
    assessments: Assessments,
    id: Id,
    item: ItemId,
    which: Id,
    response: Signal<Response>,
) -> ReviewHandling {
    let acts = which.clone();
    let acted = Memo::new(move |_| {
        response.with(|response| {
            response.actions.iter().any(|action| action.from_review() == Some(acts.as_str()))
        })
    });
    let place = (id, item, which);
    let (act, reply) = (place.clone(), place.clone());
    ReviewHandling {
        acted: acted.into(),
        on_act: Callback::new(move |()| assessments.act_on(&act.0, &act.1, &act.2)),
        on_reply: Callback::new(move |text| {
            assessments.handle(&reply.0, &reply.1, &reply.2, Some(text), None)
        }),
        on_resolve: Callback::new(move |resolved| {
            assessments.handle(&place.0, &place.1, &place.2, None, Some(resolved));
        }),
    }
}
