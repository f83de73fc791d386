//! How something stands, in a colour and always in words.

use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Status, Tally};

/// The status of one item.
#[component]
pub fn StatusMark(#[prop(into)] status: Signal<Status>) -> impl IntoView {
    view! {
        <span class="app-state">
            <i class=move || words::colour(status.get()) aria-hidden="true"></i>
            {move || words::status(status.get())}
        </span>
    }
}

/// How many items have which status, as a bar. What it shows is said in words for those who do not see it.
#[component]
pub fn StatusBar(#[prop(into)] tally: Signal<Tally>) -> impl IntoView {
    let some = move || Status::ALL.into_iter().filter(move |status| tally.get().of(*status) > 0);
    let said = move || {
        some().map(|status| words::counted(status, tally.get().of(status))).collect::<Vec<_>>().join(", ")
    };
    view! {
        <span class="app-bar-around">
            <span class="app-bar" role="img" aria-label=said>
                <For each=some key=|status| words::colour(*status) let:status>
                    <span
                        class=words::colour(status)
                        style:flex-grow=move || tally.get().of(status).to_string()
                    ></span>
                </For>
            </span>
        </span>
    }
}

/// The counts of a bar in words.
#[component]
pub fn StatusKey(#[prop(into)] tally: Signal<Tally>) -> impl IntoView {
    let row = move |status: Status| {
        view! {
            <li>
                <i class=words::colour(status) aria-hidden="true"></i>
                {move || words::counted(status, tally.get().of(status))}
            </li>
        }
    };
    let rows = Status::ALL.map(|status| {
        // Only where something was carried over.
        let is_shown = move || status != Status::ToConfirm || tally.get().of(status) > 0;
        view! { <Show when=is_shown>{row(status)}</Show> }
    });
    view! { <ul class="app-key">{rows.into_iter().collect_view()}</ul> }
}

/// How many comments of reviewers wait for an answer, in a list of items. Nothing where there are none.
#[component]
pub fn CommentMark(#[prop(into)] waiting: Signal<usize>) -> impl IntoView {
    move || {
        let words = match waiting.get() {
            0 => return None,
            1 => "1 comment to answer".to_owned(),
            count => format!("{count} comments to answer"),
        };
        Some(view! { <span class="app-rows__detail app-comment-mark">{words}</span> })
    }
}
