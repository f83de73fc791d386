//! Writing, and what gives way for it.

use super::space::make_room;
use super::store::{StorageError, Store};
use crate::assessment::Timestamp;

/// So many units more than a text needs are freed for it: browsers do not all count alike.
const TO_SPARE: usize = 256;

/// Writes; and where there is no room, once more when as much of what nobody asked for has given way.
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

pub(super) fn set(store: &impl Store, key: &str, text: &str, now: Timestamp) -> Result<(), StorageError> {
    let text = store.text(key, text);
    write(store, &text, now)?;
    store.confirm(text)
}
