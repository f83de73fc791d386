//! On an item that asks how many people have done something: works the percentage out.

use super::editing::Editing;
use crate::state::AppState;
use crate::ui::components::share_calculator;
use crate::ui::element::{El, fragment};
use crate::ui::shell::focus;
use leptos::prelude::untrack;
use standards_met_core::assessment::{Edit, Id};
use standards_met_core::catalogue::ItemId;
use std::rc::Rc;

/// Works the percentage out, and adds it to the comments as a sentence.
pub fn share(state: AppState, id: &Id, item: &ItemId) -> El {
    let found = state.peek(id, |document| document.edition.item(item).cloned()).flatten();
    let Some((item, percent)) = found.and_then(|item| item.share.map(|percent| (item, percent))) else {
        return fragment();
    };
    let editing = Editing { state, id: id.clone(), item: Rc::new(item) };
    let comments = editing.look(|response| response.comments.clone());
    share_calculator(
        percent,
        Rc::new(move |sentence: String| {
            let before = untrack(|| comments.ask());
            let both = if before.trim().is_empty() { sentence } else { format!("{before}\n{sentence}") };
            editing.edit(Edit::Comments(both));
            focus("#comments");
        }),
    )
}
