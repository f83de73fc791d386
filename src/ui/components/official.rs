//! What to write where in the official toolkit.

use super::{Weight, button, paragraph};
use crate::catalogue::{ItemId, NotApplicableRule};
use crate::ui::element::{El, Live, el};
use crate::ui::words;
use leptos::prelude::*;
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
        .child(button(Weight::Small, label, move || on_copy(untrack(|| text()), Box::new(say))))
        .child(el("span").attr("role", "status").live_text(move || outcome.get()))
}

/// How to say "not applicable" for this item in the official toolkit.
pub fn in_official_toolkit(item: &ItemId, rule: &NotApplicableRule, on_copy: Copy) -> El {
    el("div")
        .class("app-official")
        .child(el("p").child(el("b").text("In the official toolkit")))
        .child(paragraph(&format!("For {item}, {}.", words::where_to_write(rule.write))))
        .child(copy_button("Copy “Not applicable”", Rc::new(|| "Not applicable".into()), on_copy))
}
