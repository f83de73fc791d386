//! One review that is stored with a response.

use super::labels::when;
use crate::components::{ReviewEntry, ReviewHandling};
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Response, Review};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;

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
    let round = (first.round() > 1).then(|| format!("Round {}", first.round()));
    let review: Memo<Review> = Memo::new(move |_| response.with(&find).unwrap_or_else(|| first.clone()));
    let (of, of_item) = (id.clone(), item.clone());
    let changed = Memo::new(move |_| {
        let changed = |document: &Document| {
            let Document { assessment, edition, .. } = document;
            review.with(|review| assessment.has_changed_since(edition, &of_item, review))
        };
        assessments.with(&of, changed).unwrap_or_default()
    });
    let key = format!("{item}-{which}");
    let (of, of_item) = (id.clone(), item.clone());
    let reviewed = Signal::derive(move || {
        // It was put into the history when it changed.
        let earlier = if changed.get() { assessments.earlier(&of, &of_item) } else { Vec::new() };
        let seen = earlier.iter().find(|entry| review.with(|review| review.is_of(&entry.response)));
        seen.map(|entry| words::response_lines(&entry.response)).unwrap_or_default()
    });
    let handling = can_handle.then(|| handling(assessments, id, item, which));
    let when = Signal::derive(move || review.with(when));
    view! { <ReviewEntry key review round when changed reviewed handling /> }.into_any()
}

/// How the home deals with a review.
fn handling(assessments: Assessments, id: Id, item: ItemId, which: Id) -> ReviewHandling {
    let (of, acts) = (id.clone(), which.clone());
    let acted = Memo::new(move |_| {
        let acted = |document: &Document| {
            let mut all = document.assessment.responses.iter().flat_map(|response| &response.reviews);
            all.find(|review| review.id == acts)
                .is_some_and(|review| document.assessment.has_acted_on(review))
        };
        assessments.with(&of, acted).unwrap_or_default()
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
