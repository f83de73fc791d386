//! A list of changes, by part and item, with words for whoever does not see the colours.

mod entry;

use crate::words;
use entry::Entry;
use leptos::prelude::*;
use standards_met_core::assessment::{Changes, DiffRun, FieldChange};
use standards_met_core::catalogue::{Edition, ItemId};

/// Everything that changed: of the organisation, then of each part, then of what the edition does not have.
#[component]
pub fn ChangesList<'a>(edition: &'a Edition, changes: &'a Changes) -> impl IntoView + use<> {
    let group = |title: &str, inside: &dyn Fn(&ItemId) -> bool| {
        let items = changes.items.iter().filter(|(item, _)| inside(item));
        let items = items.map(|(item, changes)| view! { <ItemChanges edition item changes /> });
        section(title, items.collect())
    };
    let entries = Entry::of_organisation(edition, changes);
    let organisation = entries.into_iter().map(|entry| view! { <ChangeEntry entry /> }).collect();
    let parts = edition
        .parts
        .iter()
        .map(|part| group(&part.title, &|item: &ItemId| part.items.iter().any(|one| one.id == *item)));
    let is_unknown = |item: &ItemId| edition.item(item).is_none() && !item.is_whole();
    view! {
        {section("Your organisation", organisation)}
        {parts.collect_view()}
        {group("The assessment as a whole", &ItemId::is_whole)}
        {group("Items that are not in this list of questions", &is_unknown)}
    }
}

/// What belongs together; nothing where nothing of it changed.
fn section<V: IntoView + 'static>(title: &str, changes: Vec<V>) -> Option<impl IntoView + use<V>> {
    (!changes.is_empty()).then(|| {
        view! {
            <section>
                <h2>{title.to_owned()}</h2>
                {changes}
            </section>
        }
    })
}

/// What changed in one item.
#[component]
fn ItemChanges<'a>(
    edition: &'a Edition,
    item: &'a ItemId,
    changes: &'a [FieldChange],
) -> impl IntoView + use<> {
    let question = edition.item(item).map(|found| format!(" {}", found.question)).unwrap_or_default();
    let entries = changes.iter().map(Entry::of_item).map(|entry| view! { <ChangeEntry entry /> });
    view! {
        <div class="app-aside-row" role="group" aria-label=words::row_name(item)>
            <h3>
                <span class="app-id">{words::row_name(item)}</span>
                {question}
            </h3>
            {entries.collect_view()}
        </div>
    }
}

#[component]
fn ChangeEntry(entry: Entry) -> impl IntoView {
    let run = |run| match run {
        DiffRun::Kept(text) => text.into_any(),
        DiffRun::Removed(text) => view! { <del>{unseen("removed: ")} {text} {unseen("; ")}</del> }.into_any(),
        DiffRun::Added(text) => view! { <ins>{unseen("added: ")} {text} {unseen("; ")}</ins> }.into_any(),
    };
    view! {
        <div class="app-changed__one">
            <p>
                <b>{entry.what}</b>
            </p>
            <p class="app-words">{entry.runs.into_iter().map(run).collect_view()}</p>
        </div>
    }
}

/// Few screen readers say of themselves what is struck through or underlined.
fn unseen(words: &'static str) -> impl IntoView {
    view! { <span class="nhsuk-u-visually-hidden">{words}</span> }
}
