//! The address fragment: which page is shown.

use gloo_events::EventListener;

/// The fragment of the address, without its `#`.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The address of this page without its fragment: where anybody finds it.
#[must_use]
pub fn page() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to another fragment, as a new step in the history.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // Only fails for addresses that are not one; a fragment always is.
        let _ = window.location().set_hash(fragment);
    }
}

/// Goes to another fragment in the place of the one that is shown.
pub fn replace(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // As above.
        let _ = window.location().replace(&format!("#{fragment}"));
    }
}

/// Calls back at every change of the fragment, for as long as the page lives.
pub fn on_change(callback: impl Fn(String) + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| callback(fragment())).forget();
    }
}
