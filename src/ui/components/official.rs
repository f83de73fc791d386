//! What to enter where in the official toolkit.

use super::{Weight, button, hint, paragraph};
use crate::ui::closure::{Command, Live};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use crate::words;
use leptos::prelude::*;
use standards_met_core::assessment::{EntryStatus, OfficialBox, OfficialEntry};
use std::rc::Rc;

/// Copies the text, and then says whether the browser let it.
pub type Copy = Rc<dyn Fn(String, Box<dyn FnOnce(bool)>)>;

/// A button that puts a text on the clipboard and says whether it could.
pub fn copy_button(label: &str, text: Live<String>, on_copy: Copy) -> El {
    let outcome = RwSignal::new(String::new());
    let say = move |copied| {
        let words = if copied {
            "Copied"
        } else {
            "This browser does not let the page copy. Select the text and copy it yourself."
        };
        // The page may have moved on meanwhile.
        let _ = outcome.try_set(words.into());
    };
    el("span")
        .class("app-copy")
        .child(button(Weight::Small, label, move || on_copy(untrack(|| text.ask()), Box::new(say))))
        .child(el("span").attr("role", "status").live_text(move || outcome.get()))
}

/// What to enter for one item, box by box, and whether it has been.
pub struct Official {
    /// What the fields of this item are called apart from those of others.
    pub key: String,
    pub entry: Live<OfficialEntry>,
    pub entered: Live<EntryStatus>,
    pub on_copy: Copy,
    pub on_enter: Command<bool>,
}

pub fn official_entry(official: Official) -> El {
    let Official { key, entry, entered, on_copy, on_enter } = official;
    let on_clear = on_enter.clone();
    let boxes = entry.clone();
    let is_empty = move || entry.ask().is_empty();
    let (ticked, changed) = (entered.clone(), entered);
    let id = format!("entered-{key}");
    let tick = id.clone();
    let view = move |empty: &bool| {
        if *empty {
            return hint("Nothing to enter yet: this item is not settled.");
        }
        let tick = el("input").attr("type", "checkbox").id(&id);
        let (node, on_enter, ticked) = (tick.node().clone(), on_enter.clone(), ticked.clone());
        let tick = tick
            .live_checked(move || ticked.ask() == EntryStatus::Yes)
            .on("change", move |_| on_enter.run(node.is_checked()));
        let label = el("label").attr("for", &id).text("Entered in the official toolkit");
        let on_copy = on_copy.clone();
        let boxes = boxes.clone();
        fragment()
            .swap(
                move || boxes.ask(),
                move |entry| {
                    let rows = entry.boxes.iter().map(|(place, text)| one_box(*place, text, &on_copy));
                    el("dl").class("app-boxes").children(rows)
                },
            )
            .child(el("span").class("app-check").child(tick).child(label))
    };
    let note = move |changed: &bool| {
        if !*changed {
            return fragment();
        }
        let (on_clear, tick) = (on_clear.clone(), format!("[id='{tick}']"));
        let clear = move || {
            // This goes with what it says, and the focus would go with it.
            focus(&tick);
            on_clear.run(false);
        };
        el("div")
            .class("app-missing")
            .child(paragraph(
                "Something else was entered than stands here now. Change it there too, and tick it again.",
            ))
            .child(button(Weight::Small, "It is not entered there any more", clear))
    };
    el("div")
        .class("app-official")
        .swap(is_empty, view)
        .swap(move || changed.ask() == EntryStatus::ChangedSince, note)
}

fn one_box(place: OfficialBox, text: &str, on_copy: &Copy) -> El {
    let name = el("dt").text(words::official_place(place));
    let value = match place {
        OfficialBox::Tick => el("dd").text("✓").attr("aria-label", "Tick"),
        _ => {
            let copied = text.to_owned();
            let label = match place {
                OfficialBox::TextBox => "Copy the text",
                OfficialBox::CommentsBox => "Copy the comments",
                OfficialBox::Tick | OfficialBox::DocumentLocation => "Copy the location",
            };
            el("dd").child(el("p").class("app-boxes__text").text(text)).child(copy_button(
                label,
                Rc::new(move || copied.clone()),
                on_copy.clone(),
            ))
        }
    };
    el("div").child(name).child(value)
}
