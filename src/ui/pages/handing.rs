//! Ways in and out besides choosing and downloading a file: another app, the text itself, and a look whether a copy is whole.

use crate::state::AppState;
use crate::ui::components::{
    TextArea, Weight, button, card, file_field, fold, form, heading, paragraph, submit, text_area,
};
use crate::ui::element::{El, el, fragment};
use crate::ui::shell::focus;
use leptos::prelude::*;
use standards_met_core::assessment::Id;
use std::rc::Rc;

/// Hands an assessment to another app, where this browser can do that.
pub fn share_button(state: AppState, id: &Id) -> Option<El> {
    state.sharing_form()?;
    let id = id.clone();
    Some(button(Weight::Second, "Share", move || state.share(&id)))
}

/// The text of a file, for those to whom it came in a message.
pub fn pasted_text(state: AppState) -> El {
    let (text, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let blank = move || text.with(|text| text.trim().is_empty());
    let open = move || {
        tried.set(true);
        if untrack(blank) {
            focus("#pasted");
        } else {
            let pasted = text.get_untracked();
            tried.set(false);
            state.open_text(pasted, move |could| {
                if could {
                    text.try_set(String::new());
                }
            });
        }
    };
    let error = move || tried.get() && blank();
    let words = form(open)
        .child(text_area(TextArea {
            id: "pasted".into(),
            label: "The text of the file",
            hint: Some("From the first { to the last }.".into()),
            rows: 3,
            value: Rc::new(move || text.get()),
            on_input: Rc::new(move |typed| text.set(typed)),
        }))
        .child(el("div").attr("role", "alert").show_if(error, || {
            el("p").class("nhsuk-error-message").text("Paste the text first, or choose a file instead")
        }))
        .child(submit("Open the text"));
    fold("Paste the text of a file instead", false).child(words)
}

/// A look whether a copy is whole, at any time.
pub fn check_a_copy(state: AppState) -> El {
    let words = "Choose a copy where you keep it. It is read and compared with what is here, and you are told whether it is \
                 whole and up to date. Nothing changes.";
    fragment().child(heading("Check a copy")).child(card().child(paragraph(words)).child(file_field(
        "check-copy-file",
        "Choose a copy",
        move |file| state.check_copy(file),
    )))
}
