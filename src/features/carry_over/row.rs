//! One item of this year's beside what it continues, with last year's answer and the choice.

use super::choice::CarryOverOptions;
use super::wording::{Answer, Guidance, Questions};
use crate::components::{Card, Fold, Hint, Redraw, Select, StatusMark};
use crate::route::Route;
use crate::store::{Assessments, Carrying, status_of};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{CarryOverNote, Id};
use standards_met_core::catalogue::{EvidenceItem, ItemId};
use std::sync::Arc;

/// The card of one item.
#[component]
pub fn CarryOverRow(
    id: Id,
    carrying: Arc<Carrying>,
    item: Arc<EvidenceItem>,
    hidden: Signal<bool>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    // What a person chose instead of what was found: nothing yet, what was found after all (empty), or an item.
    let other = RwSignal::new(None::<String>);
    let chosen = Memo::new(move |_| other.get());
    let status = status_of(assessments, id.clone(), item.id.clone());
    let (open, open_href) = (format!("Open {}", item.id), Route::Item(id.clone(), item.id.clone()).href());
    let (name, card_id) = (item.id.to_string(), format!("carry-item-{}", item.id));
    let (of, of_item) = (carrying.clone(), item.clone());
    view! {
        <Card class="app-carry" label=name attr:id=card_id attr:hidden=move || hidden.get()>
            <Redraw on=move || chosen.with(|_| ())>
                <Comparison
                    id=id.clone()
                    carrying=of.clone()
                    item=of_item.clone()
                    other=chosen.get_untracked()
                />
            </Redraw>
            <OtherItem carrying item other />
            <p class="app-standing">
                <StatusMark status />
                " · "
                <a href=open_href>{open}</a>
            </p>
        </Card>
    }
}

/// What the item is compared with, and what becomes of last year's answer.
#[component]
fn Comparison(
    id: Id,
    carrying: Arc<Carrying>,
    item: Arc<EvidenceItem>,
    /// What a person chose instead of what was found.
    other: Option<String>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = carrying.matching.of(&item.id);
    let by_hand = match other {
        Some(other) => Some(vec![ItemId(other)]).filter(|items| items.iter().all(|item| !item.0.is_empty())),
        // What was carried in from another than what is found.
        None => noted(assessments, &id, &item.id)
            .map(|note| note.items)
            .filter(|items| found.is_none_or(|found| found.from != *items)),
    };
    let (from, found) = match (by_hand, found) {
        (Some(items), _) => (items, None),
        (None, Some(found)) => (found.from.clone(), Some(found)),
        (None, None) => return view! { <NothingBefore item /> }.into_any(),
    };
    let year = &carrying.from.year;
    let old = carrying.old.as_ref();
    let old = old.map(|old| from.iter().filter_map(|item| old.item(item)).collect::<Vec<_>>());
    let old = old.unwrap_or_default();
    let basis = match found {
        Some(found) => words::years::basis(found, year),
        None => words::years::chosen_by_you(&from, year),
    };
    let note = found.and_then(|found| found.note.as_ref()).map(|note| {
        let words = format!("The edition says: {note}");
        view! { <Hint>{words}</Hint> }
    });
    let before = assessments.answered_before(&carrying.from, &from);
    let lines: Vec<String> = before.iter().flat_map(words::response_lines).collect();
    let choice = if lines.is_empty() {
        view! { <Hint>"There is nothing to carry over."</Hint> }.into_any()
    } else {
        view! { <CarryOverOptions id item=item.id.clone() from /> }.into_any()
    };
    view! {
        <h3 class="nhsuk-u-visually-hidden">{format!("{} {}", item.id, item.question)}</h3>
        <p class="app-basis">{basis}</p>
        {note}
        <Questions old=&old new=&item year />
        <Guidance old=&old new=&item year />
        <h4>{words::years::answered_in(year)}</h4>
        <Answer lines />
        {choice}
    }
    .into_any()
}

fn noted(assessments: Assessments, id: &Id, item: &ItemId) -> Option<CarryOverNote> {
    assessments
        .with_untracked(id, |document| document.assessment.response(item).and_then(|one| one.carried()))
        .flatten()
}

#[component]
fn NothingBefore(item: Arc<EvidenceItem>) -> impl IntoView {
    view! {
        <h3>
            <span class="app-id">{item.id.to_string()}</span>
            {format!(" {}", item.question)}
        </h3>
        <Hint>"New: last year had no question like it."</Hint>
    }
}

/// Another of last year's answers than the one that was found, for who knows better.
#[component]
fn OtherItem(
    carrying: Arc<Carrying>,
    item: Arc<EvidenceItem>,
    other: RwSignal<Option<String>>,
) -> impl IntoView {
    let opened = RwSignal::new(false);
    let choices = move || {
        let words =
            |item: &EvidenceItem| (item.id.to_string(), format!("{} {}", item.id, words::short_title(item)));
        let old = carrying.old.as_ref();
        old.map(|old| old.items().map(words).collect::<Vec<_>>()).unwrap_or_default()
    };
    let choose = move |chosen: String| other.set(Some(chosen).filter(|chosen| !chosen.is_empty()));
    view! {
        <Fold summary="Use another of last year’s answers" on_toggle=move |()| opened.set(true)>
            <Show when=move || opened.get()>
                <Select
                    id=format!("carry-other-{}", item.id)
                    label="Last year’s question"
                    none="As suggested"
                    choices=choices()
                    value=Signal::derive(move || other.get().unwrap_or_default())
                    on_choose=choose
                />
            </Show>
        </Fold>
    }
}
