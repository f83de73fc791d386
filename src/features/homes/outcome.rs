//! What came of a reading.

use super::phrases;
use crate::components::Fold;
use crate::store::{Outcome, YourHomes};
use leptos::prelude::*;

/// So many lines of a list are drawn.
const LINES: usize = 200;

/// What came of the last reading, in one sentence, and the files of which there is something to say.
#[component]
pub fn ReadingOutcome(your_homes: YourHomes) -> impl IntoView {
    let outcome = your_homes.outcome;
    let sentence = move || outcome.with(|outcome| outcome.as_ref().map(phrases::outcome).unwrap_or_default());
    let lists = move || outcome.with(|outcome| outcome.as_ref().map(|outcome| view! { <Lists outcome /> }));
    view! {
        <p id="homes-outcome" class="app-homes-outcome" role="status" tabindex="-1">
            {sentence}
        </p>
        {lists}
    }
}

/// The files of which there is something to say, one by one.
#[component]
fn Lists<'a>(outcome: &'a Outcome) -> impl IntoView + use<> {
    let refused = outcome.refused.iter().take(LINES).map(|(file, why)| {
        view! {
            <li>
                <b>{format!("“{file}”: ")}</b>
                {phrases::refused(why)}
            </li>
        }
        .into_any()
    });
    let told = outcome.told.iter().filter_map(|(file, how, home)| phrases::told(file, how, home));
    let told = told.take(LINES).map(|words| view! { <li>{words}</li> }.into_any());
    view! {
        <List name="Files that could not be added" count=outcome.refused.len() lines=refused.collect() />
        <List name="Duplicates and other versions" count=outcome.told.len() lines=told.collect() />
    }
}

/// A list that is folded away. Nothing where there is nothing in it.
#[component]
fn List(
    name: &'static str,
    /// How many lines there are, also of those that are not drawn.
    count: usize,
    lines: Vec<AnyView>,
) -> impl IntoView {
    let more = count.saturating_sub(LINES);
    let more = (more > 0).then(|| format!("and {} more", phrases::grouped(more)));
    (count > 0).then(|| {
        view! {
            <Fold summary=format!("{name} ({})", phrases::grouped(count))>
                <ul class="app-homes-list">{lines} {more.map(|more| view! { <li>{more}</li> })}</ul>
            </Fold>
        }
    })
}
