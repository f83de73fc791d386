//! Where the focus goes.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the focus on the first element that a selector names, if there is one.
pub fn focus_now(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot have the focus does not get it.
        let _ = element.focus();
    }
}

/// Puts the focus on an element once the page shows what has changed.
pub fn focus_soon(selector: impl Into<String>) {
    let selector = selector.into();
    set_timeout(move || focus_now(&selector), Duration::ZERO);
}
