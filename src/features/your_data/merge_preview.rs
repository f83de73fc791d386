//! What merging an opened file with the assessment here would do, and a choice where both sides changed an item.

use crate::components::{Button, ButtonVariant, Hint, focus_soon};
use crate::platform::clock;
use crate::store::Exchange;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Conflict, MergeOutcome, Response};
use standards_met_core::catalogue::{Edition, ItemId};

/// The items of which theirs is chosen.
type Chosen = StoredValue<Vec<ItemId>>;

/// What would happen, the choices, and the button that merges.
#[component]
pub fn MergePreview<'a>(edition: &'a Edition, outcome: &'a MergeOutcome) -> impl IntoView + use<> {
    let exchange = expect_context::<Exchange>();
    let unknown = (!outcome.known && !outcome.conflicts.is_empty()).then(|| {
        view! {
            <Hint>
                "This file does not say which version it started from, so you choose for every question that is different. The \
                 later answer is already chosen."
            </Hint>
        }
    });
    // The later edit, unless somebody says otherwise.
    let later = outcome.conflicts.iter().filter(|one| one.theirs.edited_at > one.ours.edited_at);
    let chosen = Chosen::new(later.map(|one| one.ours.item.clone()).collect());
    let rows = outcome.conflicts.iter().map(|conflict| view! { <ConflictChoice edition conflict chosen /> });
    let rows = rows.collect_view();
    let merge = move |()| {
        // The offer goes with this, and the choices with it.
        exchange.accept_merged(&chosen.get_value());
        focus_soon("h1");
    };
    let lines = outcome_lines(outcome).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <div class="app-aside-row">
            <h3 id="merge-heading" tabindex="-1">
                "If you merge the two"
            </h3>
            <ul>{lines}</ul>
            {unknown}
            {rows}
            <div class="app-buttons">
                <Button variant=ButtonVariant::Primary on_press=merge>
                    "Merge now"
                </Button>
            </div>
            <Hint>
                "The version you do not choose is kept under “Previous answers”. A backup of everything as it is now is kept too."
            </Hint>
        </div>
    }
}

fn outcome_lines(outcome: &MergeOutcome) -> Vec<String> {
    let mut lines = Vec::new();
    let list = |items: &[ItemId]| items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ");
    let (taken, kept) =
        (words::count(outcome.taken.len(), "question"), words::count(outcome.kept.len(), "question"));
    if !outcome.taken.is_empty() {
        lines.push(format!("{taken} changed only in the file, to be used: {}", list(&outcome.taken)));
    }
    if !outcome.kept.is_empty() {
        lines.push(format!("{kept} changed only here, to be kept: {}", list(&outcome.kept)));
    }
    lines.push(match outcome.conflicts.len() {
        0 => "Nothing was changed in both.".to_owned(),
        1 => "1 question was changed in both. Choose below which answer to keep.".to_owned(),
        count => format!("{count} questions were changed in both. Choose below which answer to keep."),
    });
    lines
}

/// An item that both sides changed.
#[component]
fn ConflictChoice<'a>(edition: &'a Edition, conflict: &'a Conflict, chosen: Chosen) -> impl IntoView + use<> {
    let item = &conflict.ours.item;
    let question = edition.item(item).map(|found| format!(" {}", found.question)).unwrap_or_default();
    view! {
        <fieldset class="nhsuk-fieldset app-question">
            <legend class="app-label">
                <span class="app-id">{item.to_string()}</span>
                {question}
            </legend>
            <div class="app-beside">
                <Side response=&conflict.ours name="ours" label="Keep yours" theirs=false chosen />
                <Side response=&conflict.theirs name="theirs" label="Use theirs" theirs=true chosen />
            </div>
        </fieldset>
    }
}

/// One side of such an item, with the choice of it.
#[component]
fn Side<'a>(
    response: &'a Response,
    name: &'static str,
    label: &'static str,
    /// Whether it is the side of the file.
    theirs: bool,
    chosen: Chosen,
) -> impl IntoView + use<> {
    let item = response.item.clone();
    let id = format!("merge-{item}-{name}");
    let group = format!("merge-{item}");
    let is_chosen = chosen.with_value(|chosen| chosen.contains(&item)) == theirs;
    let choose = move |_| {
        chosen.update_value(|chosen| {
            chosen.retain(|one| *one != item);
            if theirs {
                chosen.push(item.clone());
            }
        });
    };
    let when = format!(
        "Changed on {} at {}.",
        clock::day_of(response.edited_at).in_words(),
        clock::time_of_day(response.edited_at),
    );
    let lines = words::response_lines(response);
    let nothing = lines.is_empty().then(|| view! { <p>"No answer: it was deleted."</p> });
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    view! {
        <div>
            <div class="app-told">
                <input type="radio" id=id.clone() name=group checked=is_chosen on:change=choose />
                <label for=id>{label}</label>
            </div>
            <Hint>{when}</Hint>
            {nothing}
            {lines}
        </div>
    }
}
