//! The page as a whole: title, focus, and the moments at which it may be put away.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::IntoView;
use standards_met_core::catalogue::Wording;
use standards_met_core::kit::ListedEdition;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, PageTransitionEvent, StorageEvent, VisibilityState,
};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Draws the page. What `index.html` shows until then makes room for it in the same moment (`public/early.js`). The page lives
/// as long as its tab.
pub fn draw<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let place = document().and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        leptos::mount::mount_to(place, view).forget();
    }
}

/// Whether the root of the page has an attribute of this value: `public/early.js` writes there what it finds out about the device.
pub(super) fn root_says(attribute: &str, value: &str) -> bool {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute(attribute)).is_some_and(|says| says == value)
}

/// Draws something in the place of everything that is on the page but the block for failures, which stays out of sight.
pub fn draw_alone<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(document) = document() else { return };
    let (Some(body), Ok(place)) = (document.body(), document.create_element("div")) else { return };
    let _ = body.prepend_with_node_1(&place);
    while let Some(next) = place.next_element_sibling().filter(|next| next.id() != "failure") {
        next.remove();
    }
    if let Ok(place) = place.dyn_into::<HtmlElement>() {
        leptos::mount::mount_to(place, view).forget();
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves to the top and puts the focus on the page's heading, so that a screen reader starts there.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus_first("h1");
}

/// Puts the focus on the first element that a selector names. Gives whether there is one.
pub fn focus_first(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let found = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|element| element.focus().is_ok())
}

/// Puts the focus on an element.
pub(super) fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // What cannot have the focus does not get it.
        let _ = element.focus();
    }
}

/// Puts the focus on an element, without moving the page under the person.
pub fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Calls back whenever the page comes into sight again.
pub fn on_sight(callback: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    EventListener::new(&document.clone(), "visibilitychange", move |_| {
        if document.visibility_state() == VisibilityState::Visible {
            callback();
        }
    })
    .forget();
}

/// Whether the focus is on the first element that a selector names.
pub fn has_focus(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.matches(selector).unwrap_or_default())
}

/// Whether somebody is in a field for text.
pub fn is_typing() -> bool {
    has_focus("textarea, input:not([type=radio], [type=checkbox])")
}

/// Calls back whenever the page may be about to be put away: hidden, or left.
pub fn on_leave(callback: impl Fn() + Clone + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let leave = callback.clone();
    EventListener::new(&window, "pagehide", move |_| leave()).forget();
    EventListener::new(&document.clone(), "visibilitychange", move |_| {
        if document.visibility_state() == VisibilityState::Hidden {
            callback();
        }
    })
    .forget();
}

/// Calls back whenever the page is shown again, also out of the browser's memory of the pages before.
pub fn on_return(callback: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "pageshow", move |event| {
            // Not when it is shown for the first time.
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                callback();
            }
        })
        .forget();
    }
}

/// Calls back with the key that another tab wrote, and the text; without one where it was removed.
pub fn on_other_tab(callback: impl Fn(&str, Option<String>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        if let Some(key) = event.key() {
            callback(&key, event.new_value());
        }
    })
    .forget();
}

/// Calls back when somebody has emptied the store of this address at once, as browsers do for whoever asks them.
pub fn on_emptied(callback: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "storage", move |event| {
        if event.dyn_ref::<StorageEvent>().is_some_and(|event| event.key().is_none()) {
            callback();
        }
    })
    .forget();
}

thread_local! {
    /// What asks before the page is left, while it does.
    static ASKS: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Has the browser ask before the page is left, or not any more. Only while leaving it loses something: a page that asks
/// is not kept in the browser's memory.
pub fn ask_before_leaving(ask: bool) {
    let before = ASKS.take();
    if !ask {
        return;
    }
    ASKS.set(before.or_else(|| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = |event: &Event| {
            event.prevent_default();
            // What older browsers look at; the words are their own.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &"not saved".into());
        };
        let window = web_sys::window()?;
        Some(EventListener::new_with_options(&window, "beforeunload", options, listener))
    }));
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Fails only where the browser forbids it, and then the person can do it.
        let _ = window.location().reload();
    }
}

/// Opens the browser's own window for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Fails only where printing is forbidden, and then there is nothing to say.
        let _ = window.print();
    }
}

/// Opens the browser's own window for printing, in which the tab is called so meanwhile: that is the name that a browser
/// proposes for the file where somebody saves the print as one.
pub fn print_as(title: &str) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let before = document.title();
    document.set_title(title);
    // Some browsers go on before the window is closed, so the name is given back when they say that it is.
    EventListener::once(&window, "afterprint", move |_| document.set_title(&before)).forget();
    let _ = window.print();
}

/// Takes an element out of the page.
pub fn remove(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        element.remove();
    }
}

/// Whether this is the one-file edition, which was opened from a file: its own note says so.
#[must_use]
pub fn is_one_file() -> bool {
    document().is_some_and(|document| document.get_element_by_id("one-file").is_some())
}

/// The editions that the page offers beside the built-in one, as the build has written them into it.
#[must_use]
pub fn offered_editions() -> Vec<ListedEdition> {
    let found = document().and_then(|document| document.query_selector_all("template[data-edition]").ok());
    let Some(found) = found else { return Vec::new() };
    let all = (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<Element>().ok());
    let offered = all.map(|template| {
        let says = |name: &str| template.get_attribute(name).unwrap_or_default();
        ListedEdition {
            file: says("data-edition"),
            title: says("data-title"),
            year: says("data-year"),
            sha256: says("data-sha256"),
            questions: says("data-questions").parse().ok(),
            wording: if says("data-wording") == "ours" { Wording::Ours } else { Wording::Official },
        }
    });
    offered.collect()
}

/// The text of the edition that was delivered with the page.
#[must_use]
pub fn delivered_edition() -> String {
    let place = document().and_then(|document| document.get_element_by_id("edition"));
    place.and_then(|place| place.text_content()).unwrap_or_default()
}
