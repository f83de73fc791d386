//! Reviewing: the reviewer's list and items, what came back, and what the home makes of it.

mod answer;
mod filters;
mod finish;
mod home_answer;
mod item;
mod labels;
mod list;
mod open_remark;
mod progress;
mod received;
mod remark_form;
mod returned;
mod returned_remark;
mod reviewer;
mod reviews;
mod stored_review;
mod wider;

use crate::store::Assessments;
pub use finish::FinishReviewPage;
use item::ReviewedItem;
use leptos::either::Either;
use leptos::prelude::*;
use list::ReviewList;
use received::ReceivedReviews;
pub use returned::ReturnedReview;
pub use reviews::ItemReviews;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;

/// The page of reviews: of a copy for reviewing, the reviewer's list; of the home's own assessment, everything that reviewers
/// say.
#[component]
pub fn ReviewPage(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    if untrack(|| assessments.is_under_review(&id)) {
        Either::Left(view! { <ReviewList id /> })
    } else {
        Either::Right(view! { <ReceivedReviews id /> })
    }
}

/// The reviewer's page of one item of a copy for reviewing; of the home's own assessment, as [`ReviewPage`].
#[component]
pub fn ReviewItemPage(id: Id, item: ItemId) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    if untrack(|| assessments.is_under_review(&id)) {
        Either::Left(view! { <ReviewedItem id item /> })
    } else {
        Either::Right(view! { <ReceivedReviews id /> })
    }
}
