//! A list that a person adds to.

use super::{Weight, button};
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use std::rc::Rc;

/// Makes the entry of an identifier.
pub type Entry = Box<dyn Fn(Id, Live<()>) -> El>;

pub struct GrowingList {
    /// The entries that exist.
    pub existing: Live<Vec<Id>>,
    /// The identifier of the first field in an entry.
    pub first_field: fn(&str) -> String,
    /// The words of the button that adds one.
    pub add: &'static str,
    pub new_id: fn() -> Id,
    /// Takes away an entry that exists.
    pub on_remove: Command<Id>,
    /// Shows one entry, with the command that takes it away.
    pub entry: Entry,
}

/// Shows an entry for each identifier, and a blank one when there is none. A blank entry has an identifier of its own
/// and comes into being with its first edit, so that typing into it is never interrupted.
pub fn growing_list(list: GrowingList) -> El {
    let GrowingList { existing, first_field, add, new_id, on_remove, entry } = list;
    let blank = RwSignal::new(Vec::<Id>::new());
    if untrack(|| existing.ask().is_empty()) {
        blank.set(vec![new_id()]);
    }
    let all = existing.clone();
    let ids = move || {
        let mut ids = all.ask();
        blank.with(|blank| {
            ids.extend(blank.iter().filter(|id| !ids.contains(id)).cloned().collect::<Vec<_>>())
        });
        ids
    };
    let add = button(Weight::Small, add, move || {
        let id = new_id();
        focus(&format!("#{}", first_field(id.as_str())));
        blank.update(|blank| blank.push(id));
    });
    let add_button = add.node().clone();
    let remove = move |id: &Id| {
        // The pressed button is about to go, and the focus with it.
        add_button.focus();
        blank.update(|blank| blank.retain(|one| one != id));
        if untrack(|| existing.ask().contains(id)) {
            on_remove.run(id.clone());
        }
        if untrack(|| existing.ask().is_empty() && blank.with(Vec::is_empty)) {
            blank.set(vec![new_id()]);
        }
    };
    let remove = Rc::new(remove);
    let view = move |id: Id| {
        let (remove, removed) = (remove.clone(), id.clone());
        entry(id, Rc::new(move || remove(&removed)))
    };
    el("div").class("app-plan").each(ids, view).child(add)
}
