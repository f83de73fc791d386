//! On an item's page: that its answer was carried over, and whether it is still true.

use super::wording::{Guidance, Questions};
use crate::components::{Button, ButtonVariant, Fold, Redraw, focus_soon};
use crate::platform::clock;
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::either::EitherOf3;
use leptos::prelude::*;
use standards_met_core::assessment::{CarryOverNote, Id};
use standards_met_core::catalogue::{EvidenceItem, ItemId};

/// What was noted of an item when its answer was carried over.
#[derive(Clone, PartialEq)]
struct NoteState {
    note: CarryOverNote,
    /// Whether it waits to be confirmed.
    waits: bool,
    is_judged: bool,
}

/// Says what was carried over into an item; nothing where nothing was.
#[component]
pub fn CarryOverNotice(id: Id, item: ItemId) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let (of, of_item) = (id.clone(), item.clone());
    let noted = Memo::new(move |_| {
        let found = assessments.with(&of, |document| {
            let response = document.assessment.response(&of_item)?;
            let (waits, is_judged) = (response.awaits_confirmation(), response.judgement.is_some());
            Some(NoteState { note: response.carried()?, waits, is_judged })
        });
        found.flatten()
    });
    view! {
        <div id="carried" tabindex="-1">
            <Redraw on=move || {
                noted.with(|_| ())
            }>
                {
                    let (id, item) = (id.clone(), item.clone());
                    noted.get_untracked().map(|noted| view! { <Note id item noted /> })
                }
            </Redraw>
        </div>
    }
}

#[component]
fn Note(id: Id, item: ItemId, noted: NoteState) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let NoteState { note, waits, is_judged } = noted;
    let words = words::years::carried_note(&note, waits, |at| clock::day_of(at).in_words());
    let Some(words) = words else { return ().into_any() };
    let href = Route::Carry(id.clone()).href();
    let all = view! {
        <a class="app-tap" href=href>
            "Last year’s answers"
        </a>
    };
    if !waits {
        return view! { <p class="app-hint">{words} " " {all}</p> }.into_any();
    }
    let (of, of_item) = (id.clone(), item.clone());
    let confirm = move |()| {
        assessments.confirm_carried(&of, std::slice::from_ref(&of_item));
        focus_soon("#carried");
    };
    // Without a yes or a not yet there is nothing that could be true.
    let confirm = is_judged.then(|| {
        view! {
            <div class="app-buttons">
                <Button variant=ButtonVariant::Secondary on_press=confirm>
                    "Still true"
                </Button>
            </div>
        }
    });
    view! {
        <div class="app-carried">
            <p>
                <b>"From last year: "</b>
                {words}
            </p>
            <WhatChanged id item note />
            {confirm}
            <p>{all}</p>
        </div>
    }
    .into_any()
}

/// How the question has changed since, where last year's is on this device.
#[component]
fn WhatChanged(id: Id, item: ItemId, note: CarryOverNote) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let carrying = assessments.carrying(&id);
    let (old, new) =
        carrying.as_ref().map_or((None, None), |carrying| (carrying.old.as_ref(), carrying.new.item(&item)));
    let (Some(old), Some(now)) = (old, new) else { return EitherOf3::A(()) };
    let before: Vec<&EvidenceItem> = note.items.iter().filter_map(|item| old.item(item)).collect();
    if before.len() != note.items.len() {
        // Of a part of them nothing can be said.
        return EitherOf3::A(());
    }
    if before.iter().all(|one| one.question == now.question && one.tooltip == now.tooltip) {
        return EitherOf3::B(
            view! { <p>"The question and its guidance have the same words as last year."</p> },
        );
    }
    let year = &note.year;
    let is_same = before.iter().all(|one| one.question == now.question);
    let summary =
        if is_same { "Same question; the guidance changed" } else { "How the question has changed" };
    let questions = (!is_same).then(|| view! { <Questions old=&before new=now year /> });
    let guidance = view! { <Guidance old=&before new=now year /> };
    EitherOf3::C(view! {
        <Fold summary open=true>
            {questions}
            {guidance}
        </Fold>
    })
}
