//! A text in the storage of this tab alone: it outlives the page being loaded again, and not the tab.

use web_sys::Storage;

fn store() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Keeps a text under this key. Where the tab has no store, or no room, it goes with the page.
pub fn keep(key: &str, text: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(key, text);
    }
}

/// Takes the text of this key out of the store. `None` if there is none.
#[must_use]
pub fn take(key: &str) -> Option<String> {
    let store = store()?;
    let text = store.get_item(key).ok().flatten()?;
    // Reading works, so removing does.
    let _ = store.remove_item(key);
    Some(text)
}
