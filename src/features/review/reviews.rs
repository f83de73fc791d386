//! What reviewers say of an item: where the home reads it and deals with it, and where another reviewer reads it.

use super::open_remark::OpenRemark;
use super::stored_review::StoredReview;
use crate::components::Heading;
use crate::route::Route;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;

/// What reviewers say of an item, on the home's own page of it. Nothing where nobody has said anything.
#[component]
pub fn ItemReviews(id: Id, item: ItemId) -> impl IntoView {
    let reviews = reviews_of(expect_context(), &id, &item, None);
    view! {
        <Show when=move || !reviews.with(Vec::is_empty)>
            <div>
                <Heading>"What reviewers say"</Heading>
                <Reviews id=id.clone() item=item.clone() reviews can_handle=true />
                <p>
                    <a class="app-tap" href=Route::Review(id.clone()).href()>
                        "Everything that reviewers say"
                    </a>
                </p>
            </div>
        </Show>
    }
}

/// The reviews of an item, as far as there are any.
#[component]
pub(super) fn AllReviews(id: Id, item: ItemId) -> impl IntoView {
    let reviews = reviews_of(expect_context(), &id, &item, None);
    view! { <Reviews id item reviews can_handle=true /> }
}

/// What was said of an item before, for a reviewer who says something of it now.
#[component]
pub(super) fn EarlierReviews(id: Id, remark: OpenRemark) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    remark.item().cloned().map(|item| {
        let reviews = reviews_of(assessments, &id, &item, Some(remark));
        view! {
            <Show when=move || !reviews.with(Vec::is_empty)>
                <div>
                    <Heading>"Said before"</Heading>
                    <Reviews id=id.clone() item=item.clone() reviews can_handle=false />
                </div>
            </Show>
        }
    })
}

/// The reviews that are shown with an item: all of them, or for a reviewer all but what they are writing.
fn reviews_of(assessments: Assessments, id: &Id, item: &ItemId, but: Option<OpenRemark>) -> Memo<Vec<Id>> {
    let (id, item) = (id.clone(), item.clone());
    Memo::new(move |_| {
        let mine = but.as_ref().and_then(OpenRemark::present).map(|review| review.id);
        let found = assessments.with(&id, |document| {
            let response = document.assessment.response(&item)?;
            let shown =
                response.reviews.iter().filter(|one| !one.is_blank() && Some(&one.id) != mine.as_ref());
            Some(shown.map(|one| one.id.clone()).collect::<Vec<_>>())
        });
        found.flatten().unwrap_or_default()
    })
}

#[component]
fn Reviews(
    id: Id,
    item: ItemId,
    reviews: Memo<Vec<Id>>,
    /// Whether it is the home that reads them, and can deal with them.
    can_handle: bool,
) -> impl IntoView {
    let entry = move |which| view! { <StoredReview id=id.clone() item=item.clone() which can_handle /> };
    view! {
        <div>
            <For each=move || reviews.get() key=Id::clone children=entry />
        </div>
    }
}
