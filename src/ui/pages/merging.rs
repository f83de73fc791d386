//! Making a file one with the assessment that it is of: what would happen, and a choice where both sides changed an item.

use super::changes_list::changes_list;
use super::sheet::said;
use crate::browser::clock;
use crate::state::{AppState, Offer};
use crate::ui::components::{Weight, button, buttons, hint, paragraph};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{Conflict, MergeOutcome, Response};
use standards_met_core::catalogue::{Edition, ItemId};
use std::cell::RefCell;
use std::rc::Rc;

/// The items of which theirs is chosen.
type Chosen = Rc<RefCell<Vec<ItemId>>>;

/// A button that opens what merging the offered file would do, and the place where it opens. `None` where it cannot be
/// merged.
pub fn merging(state: AppState, offer: &Offer) -> Option<(El, El)> {
    let found = state.merge_preview(offer)?;
    let edition = offer.read.document.edition.clone();
    Some(opening(Weight::Main, "Merge", "#merge-heading", move || preview(state, &edition, &found)))
}

/// A button that opens the list of what would change if the file took the place of what is here, and where it opens.
pub fn each_change(state: AppState) -> (El, El) {
    let list = move || {
        let found = state.changes_offered();
        let list = found.map_or_else(fragment, |(edition, changes)| changes_list(&edition, &changes));
        let words = "From what is here to the file: what would go is struck through, and what would come is underlined.";
        let words = hint(words).id("each-change").attr("tabindex", "-1");
        el("div").class("app-changed").child(words).child(list)
    };
    opening(Weight::Small, "See each change", "#each-change", list)
}

/// A button, and a place below where something opens with it; the focus goes there.
fn opening(weight: Weight, text: &str, into: &'static str, view: impl Fn() -> El + 'static) -> (El, El) {
    let open = RwSignal::new(false);
    let toggle = move || {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            focus(into);
        }
    };
    let button =
        button(weight, text, toggle).live_attr("aria-expanded", move || Some(open.get().to_string()));
    (button, fragment().show_if(move || open.get(), view))
}

fn preview(state: AppState, edition: &Edition, found: &MergeOutcome) -> El {
    let mut lines = Vec::new();
    let list = |items: &[ItemId]| items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ");
    let (taken, kept) = (words::count(found.taken.len(), "item"), words::count(found.kept.len(), "item"));
    if !found.taken.is_empty() {
        lines.push(format!("{taken} changed only in the file, and taken over: {}", list(&found.taken)));
    }
    if !found.kept.is_empty() {
        lines.push(format!("{kept} changed only here, and kept: {}", list(&found.kept)));
    }
    lines.push(match found.conflicts.len() {
        0 => "Nothing was changed on both sides.".to_owned(),
        1 => "1 item was changed on both sides. Choose below which to keep.".to_owned(),
        count => format!("{count} items were changed on both sides. Choose below which to keep."),
    });
    let unknown = (!found.known && !found.conflicts.is_empty()).then(|| {
        hint(
            "This file does not say from which state it was begun, so every item that is different is a choice. The \
             later one is chosen already.",
        )
    });
    // The later edit, unless somebody says otherwise.
    let later = found.conflicts.iter().filter(|conflict| conflict.theirs.edited_at > conflict.ours.edited_at);
    let chosen: Chosen = Rc::new(RefCell::new(later.map(|conflict| conflict.ours.item.clone()).collect()));
    let rows = found.conflicts.iter().map(|conflict| one(edition, conflict, &chosen));
    let merge = {
        let chosen = chosen.clone();
        move || {
            // The offer goes with this, and the choices with it.
            let theirs_for = chosen.borrow().clone();
            state.accept_merged(&theirs_for);
            focus("h1");
        }
    };
    let lines = lines.iter().map(|line| el("li").text(line));
    el("div")
        .class("app-aside-row")
        .child(el("h3").id("merge-heading").attr("tabindex", "-1").text("If you merge the two"))
        .child(el("ul").children(lines))
        .maybe(unknown)
        .children(rows)
        .child(buttons().child(button(Weight::Main, "Merge now", merge)))
        .child(hint(
            "Of an item with a choice, the other text goes to “Earlier texts of this item”. What is here now is set \
             aside as a whole and can be put back.",
        ))
}

fn one(edition: &Edition, conflict: &Conflict, chosen: &Chosen) -> El {
    let item = &conflict.ours.item;
    let question = edition.item(item).map(|found| format!(" {}", found.question)).unwrap_or_default();
    let theirs_is_chosen = chosen.borrow().contains(item);
    let side = |name: &str, label: &str, response: &Response, theirs: bool| {
        let id = format!("merge-{item}-{name}");
        let (of, chosen) = (item.clone(), chosen.clone());
        let input = el("input")
            .attr("type", "radio")
            .id(&id)
            .attr("name", &format!("merge-{item}"))
            .attr_if(theirs_is_chosen == theirs, "checked", "")
            .on("change", move |_| {
                let mut chosen = chosen.borrow_mut();
                chosen.retain(|one| *one != of);
                if theirs {
                    chosen.push(of.clone());
                }
            });
        let when = format!(
            "Changed on {} at {}.",
            clock::day_of(response.edited_at).in_words(),
            clock::time_of_day(response.edited_at),
        );
        let said = said(response);
        let nothing = said.is_empty().then(|| paragraph("Nothing: it was emptied."));
        el("div")
            .child(el("div").class("app-told").child(input).child(el("label").attr("for", &id).text(label)))
            .child(hint(&when))
            .maybe(nothing)
            .children(said.iter().map(|line| paragraph(line)))
    };
    el("fieldset")
        .class("nhsuk-fieldset app-question")
        .child(
            el("legend")
                .class("app-label")
                .child(el("span").class("app-id").text(item.as_str()))
                .text(&question),
        )
        .child(
            el("div")
                .class("app-beside")
                .child(side("ours", "Keep yours", &conflict.ours, false))
                .child(side("theirs", "Take theirs", &conflict.theirs, true)),
        )
}
