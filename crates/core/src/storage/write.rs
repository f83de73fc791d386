//! Writing, and what is removed to make room for it.

use super::space::make_room;
use super::store::{StorageError, Store};
use crate::assessment::Timestamp;

/// The UTF-16 units that are freed beyond what a text needs, because browsers do not all count alike.
const TO_SPARE: usize = 256;

/// Writes a text. When there is no room, writes it once more after removing as much as needed of what nobody asked for.
pub(super) fn write<S: Store>(store: &S, text: &S::Text, now: Timestamp) -> Result<(), StorageError> {
    let written = store.write(text);
    if written == Err(StorageError::Full) {
        let (key, size) = S::measure(text);
        let more = size.saturating_sub(store.size(&key)) + key.len() + TO_SPARE;
        if make_room(store, more, now) {
            return store.write(text);
        }
    }
    written
}

/// Writes a text as [`write()`] does, and reads it back.
pub(super) fn set(store: &impl Store, key: &str, text: &str, now: Timestamp) -> Result<(), StorageError> {
    let text = store.text(key, text);
    write(store, &text, now)?;
    store.confirm(text)
}
