//! What a page of one feature shows of another, handed to it as a prop, so that no feature imports another; and what of its own
//! comes in a later part of the program.

use super::lazy::{Lazy, Loaded, Waiting};
use crate::features::carry_over::CarryOverNotice;
use crate::features::editions::BeginFormOf;
use crate::features::interview::Conclusions;
use crate::features::item::{
    AnswerPieces, ItemActions, ItemChecks, ItemDocuments, ItemHistory, ItemPieces, ShareCalculator,
};
use crate::features::official::ItemEntry;
use crate::features::overview::{AllDone, Beside, OverviewPieces};
use crate::features::review::{ItemReviews, ReturnedReview};
use crate::features::start::AssessmentProgress;
use crate::features::years::BeginForm;
use crate::features::your_data::DataPieces;
use crate::store::{Assessments, OpenItem};
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Draws a piece of a page, of what it is about.
type DrawPiece<Of> = fn(Of) -> AnyView;

/// What comes in a part of the program that the page does not wait for.
macro_rules! pieces {
    ($($part:ident: $name:ident($of:pat = $type:ty) => $view:expr;)*) => {
        $(
            #[wasm_split($part, fallible)]
            fn $name() -> Result<DrawPiece<$type>, SplitLoaderError> {
                Ok(|$of| $view.into_any())
            }
        )*
    };
}

pieces! {
    answering: assessment_progress(id = Id) => view! { <AssessmentProgress id /> };
    everyday: item_reviews((id, item) = (Id, ItemId)) => view! { <ItemReviews id item /> };
    everyday: item_checks(open = OpenItem) => view! { <ItemChecks open /> };
    everyday: item_documents(open = OpenItem) => view! { <ItemDocuments open /> };
    everyday: item_actions(open = OpenItem) => view! { <ItemActions open /> };
    everyday: item_share(open = OpenItem) => view! { <ShareCalculator open /> };
    everyday: item_history(open = OpenItem) => view! { <ItemHistory open /> };
    everyday: item_entry(open = OpenItem) => view! { <ItemEntry open with_link=true /> };
    everyday: overview_all_done(id = Id) => view! { <AllDone id /> };
    everyday: overview_beside(id = Id) => view! { <Beside id /> };
    everyday: interview_conclusions(id = Id) => view! { <Conclusions id /> };
    editions: carry_over_notice((id, item) = (Id, ItemId)) => view! { <CarryOverNotice id item /> };
}

/// A piece of another part of the program, and what is seen in its place as long as that is not here.
fn when_here<Of: Clone + Send + Sync + 'static>(
    load: fn() -> Loaded<DrawPiece<Of>>,
    waiting: Waiting,
) -> Callback<Of, AnyView> {
    Callback::new(move |of: Of| {
        let draw = move |draw: DrawPiece<Of>| draw(of.clone());
        view! { <Lazy load waiting draw /> }.into_any()
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
    let notice = when_here(|| Box::pin(carry_over_notice()), Waiting::Nothing);
    move || any.get().then(|| notice.run((id.clone(), item.clone())))
}

/// What the page of an item shows of other features.
pub fn of_item() -> ItemPieces {
    let answer = AnswerPieces {
        documents: when_here(|| Box::pin(item_documents()), Waiting::Line),
        actions: when_here(|| Box::pin(item_actions()), Waiting::Line),
        share: when_here(|| Box::pin(item_share()), Waiting::Nothing),
    };
    ItemPieces {
        answer,
        carried_over: Callback::new(|(id, item)| view! { <CarriedOver id item /> }.into_any()),
        checks: when_here(|| Box::pin(item_checks()), Waiting::Nothing),
        reviews: when_here(|| Box::pin(item_reviews()), Waiting::Nothing),
        history: when_here(|| Box::pin(item_history()), Waiting::Line),
        official_entry: when_here(|| Box::pin(item_entry()), Waiting::Line),
    }
}

/// How far an assessment is, on the start page.
pub fn progress() -> Callback<Id, AnyView> {
    when_here(|| Box::pin(assessment_progress()), Waiting::Nothing)
}

/// What of the overview comes after the first question.
pub fn of_overview() -> OverviewPieces {
    OverviewPieces {
        beside: when_here(|| Box::pin(overview_beside()), Waiting::Below),
        all_done: when_here(|| Box::pin(overview_all_done()), Waiting::Nothing),
    }
}

/// What follows from the interview.
pub fn conclusions() -> Callback<Id, AnyView> {
    when_here(|| Box::pin(interview_conclusions()), Waiting::Nothing)
}

/// What the page of what is on this device shows of other features.
pub fn of_data() -> DataPieces {
    DataPieces { returned_review: Callback::new(|()| view! { <ReturnedReview /> }.into_any()) }
}

/// The form with which an assessment is begun in an edition.
pub fn begin_form() -> BeginFormOf {
    Callback::new(|(edition, on_close)| view! { <BeginForm edition on_close /> }.into_any())
}
