//! What keys mean that are pressed outside a text.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Into which fields a text is typed.
const IN_TEXT: &str = "input:not([type=radio]):not([type=checkbox]),textarea,select";

fn is_in_text(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_none_or(|target| target.matches(IN_TEXT).unwrap_or_default())
}

/// Whether the keys for undo (`false`) or redo (`true`) were pressed outside a text field: inside one, the browser undoes
/// what was typed there.
#[must_use]
pub fn wants_undo(event: &KeyboardEvent) -> Option<bool> {
    if !(event.ctrl_key() || event.meta_key()) || is_in_text(event) {
        return None;
    }
    match event.key().as_str() {
        "z" | "Z" => Some(event.shift_key()),
        "y" => Some(true),
        _ => None,
    }
}

/// The key that was pressed alone and outside a text field, in small letters.
#[must_use]
pub fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let held = event.ctrl_key() || event.meta_key() || event.alt_key();
    (!held && !is_in_text(event)).then(|| event.key().to_ascii_lowercase())
}
