//! Where a person is on a page, so that they are there again: after Back, and after the page was loaded anew.

use super::{page, tab_text};
use js_sys::Array;
use leptos::prelude::set_timeout;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, NodeList};

/// What leads from a page to another: its links, and buttons that can be found again.
const WAYS: &str = "main a[href^='#/'], main button[id]";
/// How often what a page is left by is looked for once more, and after how long: a page may still be on its way, and a long list
/// fills in several turns.
const TRIES: u8 = 30;
const AGAIN_AFTER: Duration = Duration::from_millis(100);

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

/// Notes with the present step of the history what was pressed, in case it leads to another page, and how far this one is
/// scrolled.
pub fn note_pressed(event: &Event) {
    let noted = || {
        let pressed = event.target()?.dyn_into::<Element>().ok()?.closest(WAYS).ok()??;
        let selector = match pressed.get_attribute("href") {
            Some(href) => format!("main a[href='{href}']"),
            None => format!("main [id='{}']", pressed.id()),
        };
        let window = web_sys::window()?;
        // Two actions of one question lead to the same page.
        let number = number_of(&all(&selector)?, &pressed)?;
        let place = Array::of3(&window.page_y_offset().ok()?.into(), &number.into(), &selector.into());
        window.history().ok()?.replace_state(&place, "").ok()
    };
    // Without it, Back leads to the heading.
    let _ = noted();
}

/// Goes to the beginning of the page that is shown now; after Back or Forward to where it was left. What was noted is of the step
/// of the history that is shown, and one that is new has nothing.
pub fn arrive() {
    if !go_back() {
        page::focus_heading();
        try_again(TRIES);
    }
}

/// As long as the focus is still on the heading: a person who has gone on is left alone.
fn try_again(left: u8) {
    if left > 0 && noted().is_some() {
        let again = move || {
            if page::has_focus("h1") && !go_back() {
                try_again(left - 1);
            }
        };
        set_timeout(again, AGAIN_AFTER);
    }
}

fn noted() -> Option<Array> {
    web_sys::window()?.history().ok()?.state().ok()?.dyn_into().ok()
}

/// Gives whether what the page was left by is there.
fn go_back() -> bool {
    let found = || {
        let place = noted()?;
        let links = all(&place.get(2).as_string()?)?;
        let link = (0..links.length()).find(|number| place.get(1) == *number);
        let link = links.item(link?)?.dyn_into::<Element>().ok()?;
        web_sys::window()?.scroll_to_with_x_and_y(0.0, place.get(0).as_f64()?);
        page::focus_element(&link);
        Some(())
    };
    found().is_some()
}

fn all(selector: &str) -> Option<NodeList> {
    web_sys::window()?.document()?.query_selector_all(selector).ok()
}

fn number_of(all: &NodeList, wanted: &Element) -> Option<u32> {
    (0..all.length()).find(|number| all.item(*number).is_some_and(|node| node == **wanted))
}
