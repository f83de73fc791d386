//! One review, as it is read, and as the home deals with it.

use super::{Button, ButtonVariant, Fold, Hint, TextArea, focus_soon};
use crate::words::review as words;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use standards_met_core::assessment::Review;

/// How the home deals with a review.
#[derive(Clone, Copy)]
pub struct ReviewHandling {
    /// Whether an action was made of it.
    pub acted: Signal<bool>,
    pub on_act: Callback<()>,
    pub on_reply: Callback<String>,
    pub on_resolve: Callback<bool>,
}

/// One review.
#[component]
pub fn ReviewEntry(
    /// What its fields are called apart from those of others.
    key: String,
    #[prop(into)] review: Signal<Review>,
    /// In which round it was written, in words, where it is not the first.
    round: Option<String>,
    /// When it was written, in words.
    #[prop(into)]
    when: Signal<String>,
    /// Whether it speaks of an answer that is another by now.
    #[prop(into)]
    changed: Signal<bool>,
    /// The answer that it speaks of, line by line, where it is another by now and still known.
    #[prop(into)]
    reviewed: Signal<Vec<String>>,
    /// For the home, which deals with it; a reviewer only reads.
    handling: Option<ReviewHandling>,
) -> impl IntoView {
    let name = move || review.with(|review| words::reviewer(&review.by()));
    let verdict = move || review.with(|review| review.verdict.map_or("Comments", words::verdict));
    let has_comments = move || review.with(|review| !review.comments.trim().is_empty());
    let state = move || {
        let resolved = if review.with(is_resolved) { "Resolved. " } else { "" };
        let changed = if changed.get() { words::changed_since(review.with(Review::is_wider)) } else { "" };
        format!("{resolved}{changed}")
    };
    let id = format!("review-{key}");
    let answer = match handling {
        Some(handling) => Either::Left(view! { <ReviewHandlingForm key review handling /> }),
        None => Either::Right(view! { <Reply review /> }),
    };
    view! {
        <div
            class="app-aside-row"
            id=id
            role="group"
            tabindex="-1"
            aria-label=move || format!("Review by {}", name())
        >
            {round.map(|round| view! { <Hint>{round}</Hint> })}
            <p class="app-card__name">{name}</p>
            <p>
                <b>{verdict}</b>
                {move || format!(" · {}", when.get())}
            </p>
            <Show when=has_comments>
                <p class="app-earlier__text">{move || review.with(|review| review.comments.clone())}</p>
            </Show>
            <p class="app-worth" role="status">
                {state}
            </p>
            <Show when=move || !reviewed.with(Vec::is_empty)>
                <Fold summary="See the answer that was reviewed">
                    {move || {
                        let lines = reviewed.get().into_iter();
                        lines.map(|line| view! { <p class="app-earlier__text">{line}</p> }).collect_view()
                    }}
                </Fold>
            </Show>
            {answer}
        </div>
    }
}

fn is_resolved(review: &Review) -> bool {
    review.handling().resolved
}

/// What the home answered, for a reviewer.
#[component]
fn Reply(review: Signal<Review>) -> impl IntoView {
    let reply = Memo::new(move |_| review.with(|review| review.handling().reply));
    move || {
        let reply = reply.get();
        (!reply.trim().is_empty()).then(|| {
            view! {
                <Hint>"The home’s answer to this:"</Hint>
                <p class="app-earlier__text">{reply}</p>
            }
        })
    }
}

/// What the home does with a review.
#[component]
fn ReviewHandlingForm(key: String, review: Signal<Review>, handling: ReviewHandling) -> impl IntoView {
    let ReviewHandling { acted, on_act, on_reply, on_resolve } = handling;
    let row = format!("[id='review-{key}']");
    let act = Callback::new(move |()| {
        on_act.run(());
        focus_soon(row.clone());
    });
    let has_comments = Memo::new(move |_| review.with(|review| !review.comments.trim().is_empty()));
    let acted = Memo::new(move |_| acted.get());
    let acting = move || match (acted.get(), has_comments.get()) {
        (true, _) => EitherOf3::A(view! { <Hint>"Added to the action plan."</Hint> }),
        (false, true) => EitherOf3::B(view! {
            <Button variant=ButtonVariant::Secondary on_press=act>
                "Turn it into an action"
            </Button>
        }),
        (false, false) => EitherOf3::C(()),
    };
    let resolve = move |()| on_resolve.run(!review.with_untracked(is_resolved));
    view! {
        <TextArea
            id=format!("reply-{key}")
            label="Your reply (optional)"
            rows=2
            value=Signal::derive(move || review.with(|review| review.handling().reply))
            on_input=on_reply
        />
        <div class="app-buttons">
            {acting} <Button variant=ButtonVariant::Small on_press=resolve>
                {move || if review.with(is_resolved) { "Open it again" } else { "Mark as resolved" }}
            </Button>
        </div>
    }
}
