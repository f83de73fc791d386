//! Our own help with an item, marked as ours and apart from the official guidance.

use super::Fold;
use crate::words;
use leptos::prelude::*;
use standards_met_core::catalogue::EvidenceItem;

/// In short: what the item asks, how long it takes and who can answer it; folded away, what counts and an example.
#[component]
pub fn InShort<'a>(
    item: &'a EvidenceItem,
    /// Whether to say who can answer it, where that may be one of several.
    says_who: bool,
) -> impl IntoView + use<> {
    let by = if says_who { format!(", by {}", words::by(&item.who)) } else { String::new() };
    let time = item
        .minutes
        .map(|minutes| view! { <p class="app-short__time">{format!("About {minutes} minutes{by}.")}</p> });
    let counts = item.counts.clone().map(|counts| {
        view! {
            <div>
                <h3>"What counts as evidence"</h3>
                <p>{counts}</p>
            </div>
        }
    });
    let example = item.example.as_ref().map(|example| {
        let lines = example.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        view! {
            <div>
                <h3>"How a small, made-up home might answer"</h3>
                <blockquote class="app-example">{lines}</blockquote>
            </div>
        }
    });
    let more = (counts.is_some() || example.is_some())
        .then(|| view! { <Fold summary="What counts, and an example answer">{counts} {example}</Fold> });
    item.in_short.clone().map(|short| {
        view! {
            <section class="app-short">
                <h2>"In short"</h2>
                <p class="app-ours">"In our own words, not the official ones."</p>
                <p>{short}</p>
                {time}
                {more}
            </section>
        }
    })
}
