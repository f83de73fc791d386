//! What reviewers say of an item: where the home reads it and deals with it, and where another reviewer reads it.

use super::open_remark::OpenRemark;
use super::stored_review::StoredReview;
use crate::components::{Button, ButtonVariant, Card, Heading, Hint};
use crate::route::Route;
use crate::store::{Assessments, Exchange};
use leptos::prelude::*;
use standards_met_core::assessment::{Handling, Id, Remark, Review, Subject};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;

/// What reviewers say of an item, on the home's own page of it. Nothing where nobody has said anything.
#[component]
pub fn ItemReviews(id: Id, item: ItemId) -> impl IntoView {
    let on = Subject::Item(item.clone());
    let reviews = reviews_of(expect_context(), &id, &item, on, None);
    let (id, item) = (StoredValue::new(id), StoredValue::new(item));
    view! {
        <Show when=move || !reviews.with(Vec::is_empty)>
            <Card class="app-comments">
                <h2>"Reviewer comments"</h2>
                <Reviews id=id.get_value() item=item.get_value() reviews can_handle=true />
                <SendAgain id=id.get_value() />
                <p>
                    <a class="app-tap" href=Route::Review(id.get_value()).href()>
                        "All reviewer comments"
                    </a>
                </p>
            </Card>
        </Show>
    }
}

/// The reviews of one subject that are stored with an item, as far as there are any.
#[component]
pub(super) fn AllReviews(id: Id, item: ItemId, on: Subject) -> impl IntoView {
    let reviews = reviews_of(expect_context(), &id, &item, on, None);
    view! { <Reviews id item reviews can_handle=true /> }
}

/// Once the home has dealt with anything: how the reviewer comes to see it.
#[component]
pub(super) fn SendAgain(id: Id) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let exchange = expect_context::<Exchange>();
    let of = id.clone();
    let any = Memo::new(move |_| {
        let handled = |document: &Document| {
            let mut reviews = document.assessment.responses.iter().flat_map(|response| &response.reviews);
            reviews.any(|review| review.handling() != Handling::default())
        };
        assessments.with(&of, handled).unwrap_or_default()
    });
    let id = StoredValue::new(id);
    view! {
        <Show when=move || any.get()>
            <Hint>"Your reviewer sees your replies when you send them the file again."</Hint>
            <Button variant=ButtonVariant::Secondary on_press=move |()| exchange.share_soon(&id.get_value())>
                {if exchange.sharing_form().is_some() { "Send the file" } else { "Save the file to send" }}
            </Button>
        </Show>
    }
}

/// What was said of an item before, for a reviewer who says something of it now.
#[component]
pub(super) fn EarlierReviews(id: Id, remark: OpenRemark) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    remark.item().cloned().map(|item| {
        let reviews = reviews_of(assessments, &id, &item, Subject::Item(item.clone()), Some(remark));
        view! {
            <Show when=move || !reviews.with(Vec::is_empty)>
                <div>
                    <Heading>"Previous comments"</Heading>
                    <Reviews id=id.clone() item=item.clone() reviews can_handle=false />
                </div>
            </Show>
        }
    })
}

/// The reviews that are shown with an item: all of them, or for a reviewer all but what they are writing.
fn reviews_of(
    assessments: Assessments,
    id: &Id,
    item: &ItemId,
    on: Subject,
    but: Option<OpenRemark>,
) -> Memo<Vec<Id>> {
    let (id, item) = (id.clone(), item.clone());
    Memo::new(move |_| {
        let mine = but.as_ref().and_then(OpenRemark::present).map(|review| review.id);
        let found = assessments.with(&id, |document| {
            let response = document.assessment.response(&item)?;
            let is_shown = |one: &&Review| {
                !one.is_blank()
                    && Some(&one.id) != mine.as_ref()
                    && Remark::kept(&document.edition, &item, one).on == on
            };
            let shown = response.reviews.iter().filter(is_shown);
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
