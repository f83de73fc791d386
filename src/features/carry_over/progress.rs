//! How many of last year's answers are decided, and those that can be carried over at once.

use crate::components::{Button, ButtonVariant, Hint, focus_soon};
use crate::store::{Assessments, Carrying};
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{CarryOverChoice, Id};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;

/// An item that something can be carried into.
#[derive(Clone)]
pub struct Source {
    item: ItemId,
    /// The items of last year's that it continues.
    from: Vec<ItemId>,
    is_same_question: bool,
}

/// Every item that something can be carried into.
pub fn sources(assessments: Assessments, carrying: &Carrying) -> Vec<Source> {
    let some = carrying.matching.items.iter().filter_map(|(item, found)| {
        let found = found.as_ref()?;
        let any = assessments.answered_before(&carrying.from, &found.from).iter().any(|one| !one.is_blank());
        any.then(|| Source {
            item: item.clone(),
            from: found.from.clone(),
            is_same_question: found.is_same_question(),
        })
    });
    some.collect()
}

/// Whether a choice was made for an item.
pub fn is_decided(assessments: Assessments, id: &Id, item: &ItemId) -> bool {
    let choice = |document: &Document| {
        document.assessment.response(item).and_then(|response| response.carried()).is_some()
    };
    assessments.with(id, choice).unwrap_or_default()
}

/// How many are decided, and how many wait to be confirmed.
#[component]
pub fn Progress(id: Id, sources: Vec<Source>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let words = move || {
        let decided = sources.iter().filter(|source| is_decided(assessments, &id, &source.item)).count();
        let waiting = assessments.with(&id, |document| {
            let responses = document.assessment.responses.iter();
            responses.filter(|response| response.awaits_confirmation()).count()
        });
        words::years::decided(decided, sources.len(), waiting.unwrap_or_default())
    };
    view! {
        <p class="app-progress-line" id="carry-progress" tabindex="-1" role="status">
            {words}
        </p>
    }
}

/// Carries over at once the answers to all questions that are the same, each still to be confirmed. What only resembles
/// another question is left to the person.
#[component]
pub fn CarryAllButton(id: Id, sources: Vec<Source>) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let same: Vec<Source> = sources.into_iter().filter(|source| source.is_same_question).collect();
    let of = id.clone();
    let left = Memo::new(move |_| {
        // What was answered by hand this year is not added to unasked.
        let is_own = |item: &ItemId| {
            let given = |document: &Document| {
                document.assessment.response(item).is_some_and(|response| !response.is_blank())
            };
            assessments.with(&of, given).unwrap_or_default()
        };
        let left =
            same.iter().filter(|source| !is_decided(assessments, &of, &source.item) && !is_own(&source.item));
        left.map(|source| (source.item.clone(), source.from.clone())).collect::<Vec<_>>()
    });
    let id = StoredValue::new(id);
    let carry = move |()| {
        let all = left.get_untracked();
        id.with_value(|id| assessments.carry_all(id, &all, CarryOverChoice::Carry));
        // The button goes, and the focus would go with it.
        focus_soon("#carry-progress");
    };
    view! {
        <Show when=move || left.with(|left| !left.is_empty())>
            <Button variant=ButtonVariant::Secondary on_press=carry>
                {move || words::years::carry_unchanged(left.with(Vec::len))}
            </Button>
            <Hint>"You confirm each answer on its own page."</Hint>
        </Show>
    }
}
