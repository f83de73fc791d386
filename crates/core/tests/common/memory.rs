//! A device's storage, and its faults.

use standards_met_core::storage::{StorageError, Store};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Storage in memory that holds so many bytes and can be told to forget what it is given.
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    pub room: Cell<usize>,
    pub forgets: Cell<bool>,
    /// What was refused here, and offered to the second copy.
    pub offered: RefCell<Vec<(String, String)>>,
    /// What was removed on purpose, as the device lists it for the second copy.
    pub gone: RefCell<Vec<String>>,
}

impl Memory {
    pub fn new() -> Self {
        Self {
            texts: RefCell::default(),
            room: Cell::new(5_000_000),
            forgets: Cell::new(false),
            offered: RefCell::default(),
            gone: RefCell::default(),
        }
    }

    pub fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    /// No room for another byte.
    pub fn fill(&self) {
        self.room.set(self.used());
    }

    pub fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.into(), text.into());
    }

    /// Whether any text holds these words.
    pub fn holds(&self, words: &str) -> bool {
        self.texts.borrow().values().any(|text| text.contains(words))
    }
}

impl Store for Memory {
    type Text = (String, String);
    type Raw = String;

    fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().filter(|key| key.starts_with("standards-met/")).cloned().collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn raw(&self, key: &str) -> Option<String> {
        self.get(key)
    }

    fn start(&self, key: &str, length: u32) -> Option<String> {
        Some(self.get(key)?.chars().take(length as usize).collect())
    }

    fn size(&self, key: &str) -> usize {
        self.get(key).map_or(0, |text| text.encode_utf16().count())
    }

    fn has(&self, key: &str) -> bool {
        self.texts.borrow().contains_key(key)
    }

    fn text(&self, key: &str, text: &str) -> Self::Text {
        (key.into(), text.into())
    }

    fn measure((key, text): &Self::Text) -> (String, usize) {
        (key.clone(), text.encode_utf16().count())
    }

    fn write(&self, (key, text): &Self::Text) -> Result<(), StorageError> {
        let before = self.get(key).map_or(0, |text| key.len() + text.len());
        if self.used() - before + key.len() + text.len() > self.room.get() {
            self.offer(key, text);
            return Err(StorageError::Full);
        }
        if !self.forgets.get() {
            self.put(key, text);
        }
        Ok(())
    }

    fn confirm(&self, (key, text): Self::Text) -> Result<(), StorageError> {
        if self.get(&key).as_ref() != Some(&text) {
            self.offer(&key, &text);
            return Err(StorageError::NotKept);
        }
        self.gone.borrow_mut().retain(|known| *known != key);
        Ok(())
    }

    fn offer(&self, key: &str, text: &str) {
        self.offered.borrow_mut().push((key.into(), text.into()));
    }

    fn vacate(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }

    fn remove(&self, key: &str) {
        self.gone.borrow_mut().push(key.into());
        self.texts.borrow_mut().remove(key);
    }
}
