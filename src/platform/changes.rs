//! What has changed in the first copy on the device and is not in the second yet.

use super::random;
use standards_met_core::storage::{HISTORY, KEPT, OF_A_TAB};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    /// How the keys of what only the second copy takes of this tab end.
    static TAB: String = format!("{OF_A_TAB}{}", random::new_id());
    /// What was offered to the second copy under such a key, and is not in the first yet.
    static OFFERED: RefCell<Vec<String>> = RefCell::default();
    /// What changed and is not in the second copy yet.
    static CHANGED: RefCell<Vec<Changed>> = RefCell::default();
    /// Who wants to know that something did.
    static TELL: RefCell<Option<Box<dyn Fn()>>> = RefCell::default();
}

/// A key whose text was written or removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    pub(super) key: String,
    /// What became of it.
    pub(super) now: Now,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Now {
    /// It is in local storage. Should it have gone from there since, nobody has removed it.
    Written,
    /// Local storage refused it.
    Refused(JsValue),
    /// It was removed on purpose.
    Removed,
}

/// Calls back whenever a key has changed that is not in the second copy yet.
pub fn on_change(tell: impl Fn() + 'static) {
    TELL.set(Some(Box::new(tell)));
}

/// The key under which the second copy takes what the first refuses: of an assessment and its history a key of this tab
/// alone, because nobody else hears of what is not in the first copy.
pub(super) fn own_key(key: &str) -> String {
    let of = if key.starts_with(KEPT) {
        key.rsplit_once('/').map(|(of, _)| of)
    } else {
        Some(key).filter(|key| key.starts_with(HISTORY))
    };
    // What another tab left is its own.
    match of.filter(|_| !key.contains(OF_A_TAB)) {
        Some(of) => TAB.with(|tab| format!("{of}{tab}")),
        None => key.to_owned(),
    }
}

/// Whether it is a key of this tab alone.
#[must_use]
pub fn is_own(key: &str) -> bool {
    TAB.with(|tab| key.ends_with(tab.as_str()))
}

/// What has changed since this was last asked, each key once.
#[must_use]
pub fn take_changed() -> Vec<Changed> {
    CHANGED.take()
}

/// Says that the second copy has another text under a key, or none, unless something is known of it already.
pub fn written(key: &str) {
    put_back(vec![Changed { key: key.into(), now: Now::Written }]);
    tell();
}

/// Says that a text was removed on purpose, unless something is known of its key already.
pub fn removed(key: &str) {
    put_back(vec![Changed { key: key.into(), now: Now::Removed }]);
    tell();
}

/// Says how a key has changed, whatever was known of it.
pub(super) fn put_in_place(one: Changed) {
    CHANGED.with_borrow_mut(|changed| {
        changed.retain(|known| known.key != one.key);
        changed.push(one);
    });
    tell();
}

fn tell() {
    TELL.with_borrow(|tell| {
        if let Some(tell) = tell {
            tell();
        }
    });
}

/// Keeps in mind what the second copy could not take. What has changed again since then stays as it is.
pub fn put_back(all: Vec<Changed>) {
    CHANGED.with_borrow_mut(|changed| {
        for one in all {
            if !changed.iter().any(|known| known.key == one.key) {
                changed.push(one);
            }
        }
    });
}

/// Offers a text to the second copy that is not in the first.
pub(super) fn offer(key: &str, text: JsValue) {
    let own = own_key(key);
    OFFERED.with_borrow_mut(|offered| {
        if !offered.contains(&own) {
            offered.push(own.clone());
        }
    });
    put_in_place(Changed { key: own, now: Now::Refused(text) });
}

/// The first copy has taken what it had refused under the key of this tab. Gives whether it had.
pub(super) fn take_offer(own: &str) -> bool {
    OFFERED.with_borrow_mut(|offered| {
        let before = offered.len();
        offered.retain(|known| known != own);
        offered.len() < before
    })
}
