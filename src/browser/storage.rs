//! The browser's local storage, behind an interface that a test can stand in for.

use gloo_storage::{LocalStorage, Storage};

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
}

/// A store of texts by key. Only keys under [`PREFIX`] are ours.
pub trait Store {
    /// Our keys, in no order.
    fn keys(&self) -> Vec<String>;

    fn get(&self, key: &str) -> Option<String>;

    /// Whether there is anything under this key, without reading it.
    fn has(&self, key: &str) -> bool;

    /// Writes, and reads back what was written.
    ///
    /// # Errors
    /// [`StorageError`] when the text is not there afterwards; the text that was there before still is.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;

    fn remove(&self, key: &str);
}

/// The browser's local storage.
#[derive(Clone, Debug)]
pub struct Local(web_sys::Storage);

impl Local {
    /// Local storage, where the browser gives it.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] where it is switched off or blocked.
    pub fn open() -> Result<Self, StorageError> {
        // `LocalStorage::raw` panics where storage is blocked, so this asks first.
        let window = web_sys::window().ok_or(StorageError::Unavailable)?;
        match window.local_storage() {
            Ok(Some(_)) => Ok(Self(LocalStorage::raw())),
            Ok(None) | Err(_) => Err(StorageError::Unavailable),
        }
    }
}

impl Store for Local {
    fn keys(&self) -> Vec<String> {
        let length = self.0.length().unwrap_or_default();
        let keys = (0..length).filter_map(|index| self.0.key(index).ok().flatten());
        keys.filter(|key| key.starts_with(PREFIX)).collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).ok().flatten()
    }

    fn has(&self, key: &str) -> bool {
        js_sys::Reflect::has(&self.0, &key.into()).unwrap_or_default()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        // The browsers' names for this differ, and a full store is the one reason that writing fails once reading
        // works; what matters to the person is the same.
        self.0.set_item(key, text).map_err(|_| StorageError::Full)?;
        if self.get(key).as_deref() == Some(text) { Ok(()) } else { Err(StorageError::NotKept) }
    }

    fn remove(&self, key: &str) {
        // Removing cannot fail where reading works.
        let _ = self.0.remove_item(key);
    }
}
