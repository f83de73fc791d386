//! One item of a copy for reviewing: the answer to read, and what the reviewer says of it.

use super::answer::AnswerToReview;
use super::labels::sent_name;
use crate::components::{Hint, NotFound, Pagination, focus_soon};
use crate::platform::keys::plain_key;
use crate::route::Route;
use crate::store::{Assessments, Navigation};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use standards_met_core::assessment::{Hit, Id};
use standards_met_core::catalogue::{Edition, ItemId};
use std::sync::Arc;

/// The keys that lead to the item before and the item after.
const BEFORE: &str = "p";
const AFTER: &str = "n";

/// The reviewer's page of an item.
#[component]
pub fn ReviewedItem(id: Id, item: ItemId) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let navigation = expect_context::<Navigation>();
    let found = assessments.with_untracked(&id, |document| {
        let found = document.edition.item(&item).cloned()?;
        Some((Arc::new(found), document.edition.clone()))
    });
    let Some((found, edition)) = found.flatten() else {
        return view! { <NotFound what="item" current=assessments.current_here() /> }.into_any();
    };
    let (place, total) = (edition.place_of(&item).unwrap_or_default(), edition.items().count());
    let wanted = untrack(|| assessments.to_see(&id));
    let (before, after) = around(&edition, &item, &wanted);
    let (up, sent) = (Route::Review(id.clone()).href(), format!("Review of {}", sent_name(assessments, &id)));
    let to = [(BEFORE, page(&id, before.as_ref())), (AFTER, page(&id, after.as_ref()))];
    let go = move |event: KeyboardEvent| {
        let Some(pressed) = plain_key(&event) else { return };
        for (_, page) in to.iter().filter(|(key, _)| *key == pressed) {
            navigation.go(page);
        }
    };
    // The answer is shown anew only when the reviewer wants it: what they read stays there while they write of it.
    let looked = RwSignal::new(0_u32);
    let look_again = Callback::new(move |()| {
        looked.update(|times| *times += 1);
        focus_soon("h1");
    });
    let (of, question) = (id.clone(), found.question.clone());
    let answer = move |_| view! { <AnswerToReview id=of.clone() item=found.clone() look_again /> };
    view! {
        <div on:keydown=go>
            <p class="app-caption">
                <a href=up>{sent}</a>
                {format!(" · question {place} of {total}")}
            </p>
            <h1 class="app-title" tabindex="-1">
                <span class="app-id">{item.to_string()}</span>
                " "
                {question}
            </h1>
            <For each=move || [looked.get()] key=|times| *times children=answer />
            <Neighbours id before after />
        </div>
    }
    .into_any()
}

/// The items before and after this one among those that the reviewer wants to see.
fn around(edition: &Edition, item: &ItemId, wanted: &[Hit]) -> (Option<ItemId>, Option<ItemId>) {
    let (mut before, mut after, mut passed) = (None, None, false);
    for one in edition.items() {
        if one.id == *item {
            passed = true;
        } else if wanted.iter().any(|hit| hit.item == one.id) {
            if passed {
                after = Some(one.id.clone());
                break;
            }
            before = Some(one.id.clone());
        }
    }
    (before, after)
}

/// The page of an item, or the list where there is none.
fn page(id: &Id, item: Option<&ItemId>) -> Route {
    item.map_or_else(|| Route::Review(id.clone()), |item| Route::ReviewItem(id.clone(), item.clone()))
}

/// To the item before and the item after.
#[component]
fn Neighbours(id: Id, before: Option<ItemId>, after: Option<ItemId>) -> impl IntoView {
    let link = |item: Option<ItemId>, words: &str, otherwise: &str| {
        let words = item.as_ref().map_or_else(|| otherwise.to_owned(), |item| format!("{words} {item}"));
        (words, page(&id, item.as_ref()).href())
    };
    let (back, back_href) = link(before, "Back to", "Back to the list");
    let (next, next_href) = link(after, "Next:", "Finish: to the list");
    view! {
        <Hint>"With a keyboard: N for the next item, P for the one before, outside of the text boxes."</Hint>
        <Pagination label="Questions" back back_href next next_href />
    }
}
