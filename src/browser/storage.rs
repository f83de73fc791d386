//! The browser's local storage, behind an interface that a test can stand in for.

use super::random;
use gloo_storage::{LocalStorage, Storage};
use js_sys::JsString;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Every key of this program starts so.
pub const PREFIX: &str = "standards-met/";

/// Why something is not kept on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage.
    Unavailable,
    /// There is no room.
    Full,
    /// What was read back is not what was written.
    NotKept,
    /// A newer version of this page has written here, and this one must not write over it.
    Newer,
}

/// A store of texts by key. Only keys under [`PREFIX`] are ours.
pub trait Store {
    /// Our keys, in no order.
    fn keys(&self) -> Vec<String>;

    fn get(&self, key: &str) -> Option<String>;

    /// The first so many characters of a text, without reading the rest.
    fn start(&self, key: &str, length: u32) -> Option<String>;

    /// How long a text is in UTF-16 units, which is what browsers count. 0 where there is none.
    fn size(&self, key: &str) -> usize;

    /// Whether there is anything under this key, without reading it.
    fn has(&self, key: &str) -> bool;

    /// Writes, and reads back what was written.
    ///
    /// # Errors
    /// [`StorageError`] when the text is not there afterwards; the text that was there before still is. Where there is a
    /// second copy, it is offered the text.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Offers a text to the second copy, where there is one, that may not be written here.
    fn offer(&self, key: &str, text: &str);

    /// Removes a text, here and in the second copy.
    fn remove(&self, key: &str);

    /// Takes a text out of its place here alone: it is damaged, and the second copy may have it whole.
    fn vacate(&self, key: &str);
}

/// The keys that were removed here and may be in the second copy still, a line each. Without it, what was deleted for
/// good a moment before the browser ended would come back.
const GONE: &str = "standards-met/gone";

/// How the keys of assessments begin: `<this><identifier>/<place>`.
pub(super) const KEPT: &str = "standards-met/kept/";

thread_local! {
    /// What this tab is called in the keys of what only the second copy takes.
    static TAB: String = format!("tab-{}", random::new_id());
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
    /// The text, where local storage refused it.
    pub(super) refused: Option<JsValue>,
}

/// Calls back whenever a key has changed that is not in the second copy yet.
pub fn on_change(tell: impl Fn() + 'static) {
    TELL.set(Some(Box::new(tell)));
}

/// The key under which the second copy takes what the first refuses: of an assessment a key of this tab alone, because
/// nobody else hears of what is not in the first copy.
fn own_key(key: &str) -> String {
    match key.strip_prefix(KEPT).and_then(|rest| rest.split_once('/')) {
        Some((id, _)) => TAB.with(|tab| format!("{KEPT}{id}/{tab}")),
        None => key.to_owned(),
    }
}

/// What has changed since this was last asked, each key once.
#[must_use]
pub fn take_changed() -> Vec<Changed> {
    CHANGED.take()
}

/// Says that a key has changed, unless that is known already.
pub fn changed(key: &str) {
    put_back(vec![Changed { key: key.into(), refused: None }]);
    tell();
}

/// Says how a key has changed, whatever was known of it.
fn put_in_place(one: Changed) {
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

/// The device's first copy: the browser's local storage, where it gives one. Whatever is written here is told to the
/// second copy, and above all what could not be written here.
#[derive(Clone, Debug)]
pub struct Device(Option<web_sys::Storage>);

impl Device {
    #[must_use]
    pub fn open() -> Self {
        // `LocalStorage::raw` panics where storage is blocked, so this asks first.
        let given = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        Self(given.map(|_| LocalStorage::raw()))
    }

    /// Whether the browser gives this page no local storage.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.0.is_none()
    }

    /// A text that stays the browser's own: nothing of it is copied.
    pub(super) fn text(&self, key: &str) -> Option<JsString> {
        js_sys::Reflect::get(self.0.as_ref()?, &key.into()).ok()?.dyn_into().ok()
    }

    /// The keys that were removed and may be in the second copy still.
    #[must_use]
    pub fn gone(&self) -> Vec<String> {
        self.get(GONE).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// Changes the list of what was removed. Without the room for it, it is in memory until the page is closed.
    fn set_gone(&self, change: impl FnOnce(&mut Vec<String>)) {
        let Some(storage) = &self.0 else { return };
        let before = self.gone();
        let mut gone = before.clone();
        change(&mut gone);
        if gone == before {
            return;
        }
        let _ = if gone.is_empty() {
            storage.remove_item(GONE)
        } else {
            storage.set_item(GONE, &gone.join("\n"))
        };
    }

    /// The second copy has taken these: what was removed is gone there too.
    pub fn confirm(&self, changed: &[Changed]) {
        self.set_gone(|gone| gone.retain(|key| !changed.iter().any(|one| one.key == *key)));
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let storage = self.0.as_ref().ok_or(StorageError::Unavailable)?;
        // Handed over once, and compared as the browser's own text: it may be a megabyte.
        let text = JsValue::from_str(text);
        let method = js_sys::Reflect::get(storage, &"setItem".into()).unwrap_or_default();
        let method: js_sys::Function = method.dyn_into().map_err(|_| StorageError::Unavailable)?;
        // The browsers' names for this differ, and a full store is the one reason that writing fails once reading works;
        // what matters to the person is the same.
        method.call2(storage, &key.into(), &text).map_err(|_| StorageError::Full)?;
        if self.text(key).map(JsValue::from) == Some(text) { Ok(()) } else { Err(StorageError::NotKept) }
    }
}

impl Store for Device {
    fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        if let Some(storage) = &self.0 {
            for index in 0..storage.length().unwrap_or_default() {
                let key = storage.key(index).ok().flatten();
                keys.extend(key.filter(|key| key.starts_with(PREFIX) && key != GONE));
            }
        }
        keys
    }

    fn get(&self, key: &str) -> Option<String> {
        self.text(key).map(Into::into)
    }

    fn start(&self, key: &str, length: u32) -> Option<String> {
        // The text stays the browser's: only its start is copied.
        Some(self.text(key)?.slice(0, length).into())
    }

    fn size(&self, key: &str) -> usize {
        self.text(key).map_or(0, |text| text.length() as usize)
    }

    fn has(&self, key: &str) -> bool {
        self.text(key).is_some()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let written = self.write(key, text);
        if written.is_err() {
            self.offer(key, text);
        } else {
            if self.text(GONE).is_some() {
                self.set_gone(|gone| gone.retain(|known| known != key));
            }
            put_in_place(Changed { key: key.into(), refused: None });
            let own = own_key(key);
            if OFFERED.with_borrow(|offered| offered.contains(&own)) {
                OFFERED.with_borrow_mut(|offered| offered.retain(|known| *known != own));
                put_in_place(Changed { key: own, refused: None });
            }
        }
        written
    }

    fn offer(&self, key: &str, text: &str) {
        let own = own_key(key);
        OFFERED.with_borrow_mut(|offered| {
            if !offered.contains(&own) {
                offered.push(own.clone());
            }
        });
        put_in_place(Changed { key: own, refused: Some(JsValue::from_str(text)) });
    }

    fn vacate(&self, key: &str) {
        if let Some(storage) = &self.0 {
            // Removing cannot fail where reading works.
            let _ = storage.remove_item(key);
        }
    }

    fn remove(&self, key: &str) {
        self.vacate(key);
        self.set_gone(|gone| {
            if !gone.iter().any(|known| known == key) {
                gone.push(key.into());
            }
        });
        put_in_place(Changed { key: key.into(), refused: None });
    }
}
