//! What the home answered, as text.

use crate::components::Hint;
use crate::words;
use leptos::either::Either;
use leptos::prelude::*;
use standards_met_core::assessment::{Fields, Response};

#[component]
pub(super) fn HomeAnswer<'a>(response: Option<&'a Response>) -> impl IntoView + use<> {
    let Some(response) = response.filter(|response| !response.is_blank()) else {
        return Either::Left(view! { <Hint>"Nothing yet."</Hint> });
    };
    let rows = boxes(response).into_iter().filter(|(_, text)| !text.trim().is_empty()).map(|(name, text)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>
                    <div class="app-boxes__text">{text}</div>
                </dd>
            </div>
        }
    });
    Either::Right(view! { <dl class="app-boxes">{rows.collect_view()}</dl> })
}

/// Everything that can be in an answer, each with its name.
fn boxes(response: &Response) -> Vec<(&'static str, String)> {
    let Fields { judgement, answer, comments, not_applicable_reason, explanation, evidence, actions } =
        response.fields();
    let judged = judgement.map_or("No choice yet", words::judgement);
    let mut boxes = vec![
        ("Is this in place?", judged.to_owned()),
        ("Why it does not apply", not_applicable_reason.to_owned()),
        ("Why this answer is right", explanation.to_owned()),
        ("Answer", answer.to_owned()),
        ("Comments of the home", comments.to_owned()),
    ];
    boxes.extend(evidence.iter().filter(|one| !one.is_blank()).map(|one| {
        let approved = one.approved_on.map(|day| format!(", last approved {}", day.in_words()));
        ("Document", format!("{}{}", words::placed(one), approved.unwrap_or_default()))
    }));
    boxes.extend(actions.iter().filter(|action| !action.is_blank()).map(|action| {
        let due = action.due.map(|day| format!(", by {}", day.in_words())).unwrap_or_default();
        let done = if action.done { ", done" } else { "" };
        ("Action", format!("{}{due}{done}", words::owned(action)))
    }));
    boxes
}
