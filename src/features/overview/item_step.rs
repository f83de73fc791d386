//! The item that comes next, and the way past it.

use crate::components::{Button, ButtonLink, ButtonVariant, focus_soon};
use crate::route::Route;
use crate::store::Assessments;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, NextItem, NextReason};

/// The item that comes next.
#[component]
pub fn ItemStep(
    id: Id,
    next: NextItem,
    /// How many items come next, this one among them.
    left: usize,
    /// How many of them were passed over.
    passed: RwSignal<usize>,
    is_sheet: bool,
) -> impl IntoView {
    let assessments = expect_context::<Assessments>();
    let found = assessments.with_untracked(&id, |document| {
        let item = document.edition.item(&next.item)?;
        let name = item.topic.as_ref().map_or_else(|| item.question.clone(), |topic| words::capital(topic));
        Some((name, item.question.clone(), item.minutes, item.who.clone()))
    });
    let (name, question, minutes, who) = found.flatten().unwrap_or_default();
    let time = minutes.map(|minutes| format!(" · about {minutes} minutes")).unwrap_or_default();
    let by = if is_sheet { String::new() } else { format!(" · by {}", words::by(&who)) };
    let go = match next.why {
        NextReason::NotAgreed => "See the comment",
        NextReason::Unfinished | NextReason::Begun => "Carry on",
        _ => "Answer this question",
    };
    let pass_over = move |()| {
        passed.update(|passed| *passed += 1);
        // The button may be made anew with its step.
        focus_soon("#something-else");
    };
    let something_else = (left > 1).then(|| {
        view! {
            <Button variant=ButtonVariant::Secondary id="something-else" on_press=pass_over>
                "Suggest another"
            </Button>
        }
    });
    view! {
        <p class="app-caption">{format!("Your next step{time}{by}")}</p>
        <h2>
            <span class="app-id">{next.item.to_string()}</span>
            {format!(" {name}")}
        </h2>
        <p>{question}</p>
        <p class="app-hint">{words::why(&next.why)}</p>
        <div class="app-buttons">
            <ButtonLink variant=ButtonVariant::Primary href=Route::Item(id, next.item).href()>
                {go}
            </ButtonLink>
            {something_else}
        </div>
    }
}
