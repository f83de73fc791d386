//! Where a person is on a page, so that they are there again after the page was loaded anew.

use super::page;
use web_sys::Storage;

/// In the storage of the tab alone: it is of no use anywhere else.
const KEY: &str = "standards-met/place";

fn store() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Notes how far the page is scrolled and which field has the focus.
pub fn keep() {
    let noted = || {
        let window = web_sys::window()?;
        let focused = window.document()?.active_element().map(|element| element.id()).unwrap_or_default();
        let scrolled = window.page_y_offset().ok()?;
        store()?.set_item(KEY, &format!("{} {focused}", scrolled.round())).ok()
    };
    // Without a store, the page begins at its top.
    let _ = noted();
}

/// Goes back to where the person was, if that was noted.
pub fn restore() {
    let Some(store) = store() else { return };
    let Some(noted) = store.get_item(KEY).ok().flatten() else { return };
    // Reading works, so removing does.
    let _ = store.remove_item(KEY);
    let (scrolled, focused) = noted.split_once(' ').unwrap_or((&noted, ""));
    let Some(window) = web_sys::window() else { return };
    if let Some(field) = window.document().and_then(|document| document.get_element_by_id(focused)) {
        page::focus_element(&field);
    }
    // In whole pixels: what reads a fraction adds 13 KB to the first part of the program.
    let whole = scrolled.split('.').next().and_then(|pixels| pixels.parse::<i32>().ok());
    window.scroll_to_with_x_and_y(0.0, whole.unwrap_or_default().into());
}
