//! A list that a person adds to.

use super::focus_soon;
use leptos::html::Button;
use leptos::prelude::*;
use standards_met_core::assessment::Id;

/// Shows an entry for each identifier, and a blank one when there is none. A blank entry has an identifier of its own
/// and comes into being with its first edit, so that typing into it is never interrupted.
#[component]
pub fn GrowingList<V: IntoView + 'static>(
    /// The entries that exist.
    #[prop(into)]
    existing: Signal<Vec<Id>>,
    /// The identifier of the first field in an entry.
    first_field: fn(&Id) -> String,
    /// The words of the button that adds one.
    add: &'static str,
    /// Makes an identifier that no other entry has.
    new_id: fn() -> Id,
    /// Takes away an entry that exists.
    on_remove: Callback<Id>,
    /// Shows one entry, with the command that takes it away, and whether it is the only one.
    entry: impl Fn(Id, Callback<()>, Signal<bool>) -> V + Clone + Send + 'static,
) -> impl IntoView {
    let blank = RwSignal::new(Vec::<Id>::new());
    let never_empty = move || {
        if existing.with_untracked(Vec::is_empty) && blank.with_untracked(Vec::is_empty) {
            blank.set(vec![new_id()]);
        }
    };
    never_empty();
    let ids = move || {
        let mut ids = existing.get();
        blank.with(|blank| {
            ids.extend(blank.iter().filter(|id| !ids.contains(id)).cloned().collect::<Vec<_>>())
        });
        ids
    };
    let is_only = Memo::new(move |_| ids().len() == 1);
    let add_button = NodeRef::<Button>::new();
    let add_one = move |_| {
        let id = new_id();
        focus_soon(format!("#{}", first_field(&id)));
        blank.update(|blank| blank.push(id));
    };
    let remove = move |id: &Id| {
        // The pressed button is about to go, and the focus with it.
        if let Some(button) = add_button.get_untracked() {
            let _ = button.focus();
        }
        blank.update(|blank| blank.retain(|one| one != id));
        if existing.with_untracked(|existing| existing.contains(id)) {
            on_remove.run(id.clone());
        }
        never_empty();
    };
    let row = move |id: Id| {
        let removed = id.clone();
        entry(id, Callback::new(move |()| remove(&removed)), is_only.into())
    };
    view! {
        <div class="app-plan">
            <For each=ids key=Id::clone children=row />
            <button type="button" class="app-small-button" node_ref=add_button on:click=add_one>
                {add}
            </button>
        </div>
    }
}
