//! What a page of one feature shows of another, handed to it as a prop, so that no feature imports another.

use super::lazy::{Lazy, Loaded, Waiting};
use crate::features::carry_over::CarryOverNotice;
use crate::features::editions::BeginFormOf;
use crate::features::item::ItemPieces;
use crate::features::official::ItemEntry;
use crate::features::review::{ItemReviews, ReturnedReview};
use crate::features::years::BeginForm;
use crate::features::your_data::DataPieces;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Draws something of one item of an assessment.
type DrawOfItem = fn(Id, ItemId) -> AnyView;

#[wasm_split(everyday, fallible)]
fn item_reviews() -> Result<DrawOfItem, SplitLoaderError> {
    Ok(|id, item| view! { <ItemReviews id item /> }.into_any())
}

#[wasm_split(editions, fallible)]
fn carry_over_notice() -> Result<DrawOfItem, SplitLoaderError> {
    Ok(|id, item| view! { <CarryOverNotice id item /> }.into_any())
}

/// Nothing as long as its part is not here: the answer itself is.
fn when_here(load: fn() -> Loaded<DrawOfItem>) -> Callback<(Id, ItemId), AnyView> {
    Callback::new(move |(id, item): (Id, ItemId)| {
        view! { <Lazy load waiting=Waiting::Nothing draw=move |draw: DrawOfItem| draw(id.clone(), item.clone()) /> }
        .into_any()
    })
}

/// What was carried over into an item. Its part is fetched only where anything was.
#[component]
fn CarriedOver(id: Id, item: ItemId) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, of_item) = (id.clone(), item.clone());
    let any = Memo::new(move |_| {
        let noted = |document: &Document| {
            let response = document.assessment.response(&of_item);
            response.is_some_and(|response| response.extra.contains_key("carried"))
        };
        assessments.with(&of, noted).unwrap_or_default()
    });
    let notice = when_here(|| Box::pin(carry_over_notice()));
    move || any.get().then(|| notice.run((id.clone(), item.clone())))
}

/// What the page of an item shows of other features.
pub fn of_item() -> ItemPieces {
    ItemPieces {
        carried_over: Callback::new(|(id, item)| view! { <CarriedOver id item /> }.into_any()),
        reviews: when_here(|| Box::pin(item_reviews())),
        official_entry: Callback::new(|open| view! { <ItemEntry open /> }.into_any()),
    }
}

/// What the page of what is on this device shows of other features.
pub fn of_data() -> DataPieces {
    DataPieces { returned_review: Callback::new(|()| view! { <ReturnedReview /> }.into_any()) }
}

/// The form with which an assessment is begun in an edition.
pub fn begin_form() -> BeginFormOf {
    Callback::new(|(edition, on_close)| view! { <BeginForm edition on_close /> }.into_any())
}
