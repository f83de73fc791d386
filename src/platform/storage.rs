//! The browser's local storage: the store of the page.

use super::changes::{self, Changed, Now, offer, own_key, put_in_place};
use super::reach::get;
use gloo_storage::{LocalStorage, Storage};
use js_sys::JsString;
use standards_met_core::storage::{PREFIX, StorageError, Store};
use wasm_bindgen::{JsCast, JsValue};

/// The keys that were removed here and may be in the second copy still, a line each. Without it, what was deleted for
/// good a moment before the browser ended would come back.
const GONE: &str = "standards-met/gone";

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
        self.set_gone(|gone| {
            gone.retain(|key| !changed.iter().any(|one| one.now == Now::Removed && one.key == *key));
        });
    }

    fn hand_over(&self, key: &str, text: &JsValue) -> Result<(), StorageError> {
        let storage = self.0.as_ref().ok_or(StorageError::Unavailable)?;
        let method = js_sys::Reflect::get(storage, &"setItem".into()).unwrap_or_default();
        let method: js_sys::Function = method.dyn_into().map_err(|_| StorageError::Unavailable)?;
        // Only for want of room may anything else give way.
        let refused = |error: JsValue| match get(&error, "name").as_string().as_deref() {
            Some(name) if name.starts_with("Quota") || name.ends_with("_QUOTA_REACHED") => StorageError::Full,
            _ => StorageError::NotKept,
        };
        method.call2(storage, &key.into(), text).map_err(refused)?;
        Ok(())
    }
}

/// A text as the browser was given it: it may be a megabyte, so it is handed over once, and compared as the browser's own.
#[derive(Debug)]
pub struct BrowserText {
    key: String,
    text: JsValue,
}

impl Store for Device {
    type Text = BrowserText;
    type Raw = JsString;

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
        self.raw(key).map(Into::into)
    }

    fn raw(&self, key: &str) -> Option<JsString> {
        js_sys::Reflect::get(self.0.as_ref()?, &key.into()).ok()?.dyn_into().ok()
    }

    fn start(&self, key: &str, length: u32) -> Option<String> {
        // The text stays the browser's: only its start is copied.
        Some(self.raw(key)?.slice(0, length).into())
    }

    fn size(&self, key: &str) -> usize {
        self.raw(key).map_or(0, |text| text.length() as usize)
    }

    fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    fn text(&self, key: &str, text: &str) -> BrowserText {
        BrowserText { key: key.into(), text: JsValue::from_str(text) }
    }

    fn measure(text: &BrowserText) -> (String, usize) {
        let length = text.text.dyn_ref::<JsString>().map_or(0, JsString::length);
        (text.key.clone(), length as usize)
    }

    fn write(&self, BrowserText { key, text }: &BrowserText) -> Result<(), StorageError> {
        let handed_over = self.hand_over(key, text);
        if handed_over.is_err() {
            offer(key, text.clone());
        }
        handed_over
    }

    fn confirm(&self, BrowserText { key, text }: BrowserText) -> Result<(), StorageError> {
        if self.raw(&key).map(JsValue::from).as_ref() != Some(&text) {
            offer(&key, text);
            return Err(StorageError::NotKept);
        }
        if self.raw(GONE).is_some() {
            self.set_gone(|gone| gone.retain(|known| *known != key));
        }
        let own = own_key(&key);
        put_in_place(Changed { key, now: Now::Written });
        if changes::take_offer(&own) {
            put_in_place(Changed { key: own, now: Now::Removed });
        }
        Ok(())
    }

    fn offer(&self, key: &str, text: &str) {
        offer(key, JsValue::from_str(text));
    }

    fn vacate(&self, key: &str) {
        if let Some(storage) = &self.0 {
            // Removing cannot fail where reading works.
            let _ = storage.remove_item(key);
        }
    }

    fn remove(&self, key: &str) {
        self.vacate(key);
        let own = own_key(key);
        // What was only offered of it goes too.
        let offered = changes::take_offer(&own).then_some(own.as_str());
        for key in [Some(key), offered].into_iter().flatten() {
            self.set_gone(|gone| {
                if !gone.iter().any(|known| known == key) {
                    gone.push(key.into());
                }
            });
            put_in_place(Changed { key: key.into(), now: Now::Removed });
        }
    }
}
