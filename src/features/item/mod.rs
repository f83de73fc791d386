//! One evidence item: question, tooltip, answer, evidence, action.

mod answer;
mod checks;
mod earlier;
mod lists;
mod share;

use crate::components::{
    CertaintyNote, Fold, InShort, JudgementChoice, NotFound, Pagination, StatusMark, Tooltip,
};
use crate::route::Route;
use crate::store::{Assessments, OpenItem};
use answer::Answer;
pub use answer::AnswerPieces;
pub use checks::ItemChecks;
pub use earlier::ItemHistory;
use leptos::prelude::*;
pub use lists::{ItemActions, ItemDocuments};
pub use share::ShareCalculator;
use standards_met_core::assessment::{Edit, Id};
use standards_met_core::catalogue::{Edition, ItemId, Wording};
use standards_met_core::words;
use std::sync::Arc;

/// What the page of an item shows of other features, and what of its own comes after the first question.
#[derive(Clone, Copy)]
pub struct ItemPieces {
    /// The forms of its answer.
    pub answer: AnswerPieces,
    /// What may be wrong with it.
    pub checks: Callback<OpenItem, AnyView>,
    /// Its previous answers.
    pub history: Callback<OpenItem, AnyView>,
    /// What was carried over into it from another year.
    pub carried_over: Callback<(Id, ItemId), AnyView>,
    /// What reviewers say of it.
    pub reviews: Callback<(Id, ItemId), AnyView>,
    /// What to enter of it in the official toolkit.
    pub official_entry: Callback<OpenItem, AnyView>,
}

/// Where an item stands in its edition.
struct Place {
    part: u8,
    part_title: String,
    wording: Wording,
    number: usize,
    total: usize,
    before: Option<ItemId>,
    after: Option<ItemId>,
}

impl Place {
    fn of(edition: &Edition, item: &ItemId) -> Option<Self> {
        let part = edition.part_of(item)?;
        let (before, after) = edition.neighbours(item);
        Some(Self {
            part: part.number,
            part_title: part.title.clone(),
            wording: edition.wording,
            number: edition.place_of(item)?,
            total: edition.items().count(),
            before: before.map(|item| item.id.clone()),
            after: after.map(|item| item.id.clone()),
        })
    }
}

/// The page of an item.
#[component]
pub fn ItemPage(id: Id, item: ItemId, pieces: ItemPieces) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let found = Arc::new(document.edition.item(&item).cloned()?);
        // Whoever fills a sheet in for a home does not enter it in the official toolkit.
        Some((found, Place::of(&document.edition, &item)?, document.assessment.sheet_of.is_some()))
    });
    match found {
        None => view! { <NotFound what="assessment" current=assessments.current_here() /> }.into_any(),
        Some(None) => view! { <NotFound what="item" current=assessments.current_here() /> }.into_any(),
        Some(Some((item, place, is_sheet))) => {
            let open = OpenItem::new(assessments, id, item);
            view! { <Item open place is_sheet pieces /> }.into_any()
        }
    }
}

#[component]
fn Item(open: OpenItem, place: Place, is_sheet: bool, pieces: ItemPieces) -> impl IntoView {
    let (id, item) = (open.assessment(), open.item());
    let judgement = open.signal(|response| response.judgement);
    let guidance = item.clone();
    view! {
        <p class="app-caption">
            <a href=Route::Part(id.clone(), place.part)
                .href()>{format!("{} {}", place.part, place.part_title)}</a>
            {format!(" · question {} of {}", place.number, place.total)}
        </p>
        <h1 class="app-title" tabindex="-1">
            <span class="app-id">{item.id.to_string()}</span>
            " "
            {item.question.clone()}
        </h1>
        <CertaintyNote item=&item />
        <p class="app-standing">
            <StatusMark status=open.status() />
        </p>
        <div class="app-two">
            <div>
                <InShort item=&item says_who=!is_sheet />
                <Fold class="app-guide-tap" summary=words::guidance_summary(place.wording, &item.id)>
                    <div class="app-guide">
                        <Tooltip item=&guidance />
                    </div>
                </Fold>
                {pieces.carried_over.run((id.clone(), item.id.clone()))}
                <Comments open reviews=pieces.reviews />
                <JudgementChoice item=&item is_sheet judgement on_choose=open.callback(Edit::Judge) />
                <Answer open judgement pieces=pieces.answer />
                {pieces.checks.run(open)}
                {(!is_sheet).then(|| view! { <ForOfficialToolkit open entry=pieces.official_entry /> })}
                <PreviousAnswers open history=pieces.history />
            </div>
            <aside
                class="app-guide app-guide--beside"
                aria-label=words::guidance_heading(place.wording)
                // It scrolls where it is longer than the screen.
                tabindex="0"
            >
                <h2>{words::guidance_heading(place.wording)}</h2>
                <Tooltip item=&item />
            </aside>
        </div>
        <Neighbours id before=place.before after=place.after />
    }
}

/// What reviewers say of the answer, where they say anything.
#[component]
fn Comments(open: OpenItem, reviews: Callback<(Id, ItemId), AnyView>) -> impl IntoView {
    let any = open
        .signal(|response| response.reviews.iter().any(|review| !review.is_wider() && !review.is_blank()));
    let any = Memo::new(move |_| any.get());
    move || any.get().then(|| reviews.run((open.assessment(), open.item().id.clone())))
}

/// To the item before and the item after.
#[component]
fn Neighbours(id: Id, before: Option<ItemId>, after: Option<ItemId>) -> impl IntoView {
    let link = |item: Option<ItemId>, words: &str, otherwise: &str| match item {
        Some(item) => (format!("{words} {item}"), Route::Item(id.clone(), item).href()),
        None => (otherwise.to_owned(), Route::Overview(id.clone()).href()),
    };
    let (back, back_href) = link(before, "Back to", "Back to the overview");
    let (next, next_href) = link(after, "Next:", "Finish: to the overview");
    view! { <Pagination label="Questions" back back_href next next_href /> }
}

/// What to enter where, folded away until it is asked for: repeating every key press there would slow the typing.
#[component]
fn ForOfficialToolkit(open: OpenItem, entry: Callback<OpenItem, AnyView>) -> impl IntoView {
    let entered = open.signal(|response| response.entered.is_some()).get_untracked();
    let opened = RwSignal::new(entered);
    view! {
        <Fold
            summary="What to enter in the official toolkit"
            open=entered
            on_toggle=move |()| opened.set(true)
        >
            <Show when=move || opened.get()>{move || entry.run(open)}</Show>
        </Fold>
    }
}

/// What the item said before, folded away until it is asked for.
#[component]
fn PreviousAnswers(open: OpenItem, history: Callback<OpenItem, AnyView>) -> impl IntoView {
    let opened = RwSignal::new(false);
    view! {
        <Fold summary="Previous answers" on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>{move || history.run(open)}</Show>
        </Fold>
    }
}
