//! What becomes of last year's answer to an item.

use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{CarryOverChoice, Id};
use standards_met_core::catalogue::ItemId;

/// Whether it is carried over, carried over to be answered again, or left; and what the choice has done.
#[component]
pub fn CarryOverOptions(
    id: Id,
    item: ItemId,
    /// The items of last year's whose answers are carried over.
    from: Vec<ItemId>,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, of_item, sources) = (id.clone(), item.clone(), from.clone());
    // The choice that was made, and whether the answer is blank.
    let made = Memo::new(move |_| {
        let found = assessments.with(&of, |document| {
            let response = document.assessment.response(&of_item)?;
            Some((response.carried()?, response.is_blank()))
        });
        found.flatten().filter(|(note, _)| note.items == sources)
    });
    let option = |choice: CarryOverChoice| {
        let input_id = format!("carry-choice-{item}-{}", choice.name());
        let (id, item, from) = (id.clone(), item.clone(), from.clone());
        let name = format!("carry-choice-{item}");
        let is_chosen =
            move || made.with(|made| made.as_ref().is_some_and(|(note, _)| note.choice == choice));
        view! {
            <div class="app-told">
                <input
                    type="radio"
                    id=input_id.clone()
                    name=name
                    prop:checked=is_chosen
                    on:change=move |_| assessments.carry(&id, &item, &from, choice)
                />
                <label for=input_id>{words::years::choice(choice)}</label>
            </div>
        }
    };
    let options = [CarryOverChoice::Carry, CarryOverChoice::Check, CarryOverChoice::Leave].map(option);
    let outcome = move || {
        made.with(|made| made.as_ref().map(|(note, is_blank)| words::years::carried(note, *is_blank)))
            .unwrap_or_default()
    };
    view! {
        <fieldset class="nhsuk-fieldset">
            <legend class="app-label">{format!("Use last year’s answer in {item}?")}</legend>
            <div class="app-told-row app-told-row--carry">{options.into_iter().collect_view()}</div>
            <p class="app-hint" role="status">
                {outcome}
            </p>
        </fieldset>
    }
}
