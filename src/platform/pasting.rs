//! Pasting without what only a clipboard puts into a text.

use standards_met_core::pasted::clean;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlInputElement, HtmlTextAreaElement};

/// Puts the clean text where the clipboard's would go, if it is another. A passphrase is pasted as it is.
pub fn paste_clean(event: &ClipboardEvent) {
    let into_text = event.target().is_some_and(|target| {
        let password = |input: &HtmlInputElement| input.type_() == "password";
        target.has_type::<HtmlTextAreaElement>()
            || target.dyn_ref::<HtmlInputElement>().is_some_and(|input| !password(input))
    });
    let pasted = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
    let Some(pasted) = pasted.filter(|_| into_text) else { return };
    let clean = clean(&pasted);
    if clean == pasted {
        return;
    }
    // The browser's own way of typing: it can be undone, and the field hears of it. Where there is none, the text is pasted
    // as it is.
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let typed = document.map(|document| {
        document.exec_command_with_show_ui_and_value("insertText", false, &clean).unwrap_or_default()
    });
    if typed == Some(true) {
        event.prevent_default();
    }
}
