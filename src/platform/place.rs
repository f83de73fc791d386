//! Where a person is on a page, so that they are there again after the page was loaded anew.

use super::{page, tab_text};

const KEY: &str = "standards-met/place";

/// Notes how far the page is scrolled and which field has the focus.
pub fn keep() {
    let noted = || {
        let window = web_sys::window()?;
        let focused = window.document()?.active_element().map(|element| element.id()).unwrap_or_default();
        Some(format!("{} {focused}", window.page_y_offset().ok()?.round()))
    };
    // Without a store, the page begins at its top.
    if let Some(noted) = noted() {
        tab_text::keep(KEY, &noted);
    }
}

/// Goes back to where the person was, if that was noted.
pub fn restore() {
    let Some(noted) = tab_text::take(KEY) else { return };
    let (scrolled, focused) = noted.split_once(' ').unwrap_or((&noted, ""));
    let Some(window) = web_sys::window() else { return };
    if let Some(field) = window.document().and_then(|document| document.get_element_by_id(focused)) {
        page::focus_element(&field);
    }
    // In whole pixels: what reads a fraction adds 13 KB to the first part of the program.
    let whole = scrolled.split('.').next().and_then(|pixels| pixels.parse::<i32>().ok());
    window.scroll_to_with_x_and_y(0.0, whole.unwrap_or_default().into());
}
