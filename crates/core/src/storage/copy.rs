//! When the last copy of an assessment was made as a file: what a person has when the device is lost.

use crate::assessment::{Id, LastCopy};
use crate::storage::{PREFIX, StorageError, Store};

fn key(id: &Id) -> String {
    format!("{PREFIX}copy/{id}")
}

/// When the last copy was made, if one was, and what it held.
pub fn copied_at(store: &impl Store, id: &Id) -> Option<LastCopy> {
    LastCopy::parse(&store.get(&key(id))?)
}

/// Remembers a copy that was made.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_copied_at(store: &impl Store, id: &Id, copied: &LastCopy) -> Result<(), StorageError> {
    store.set(&key(id), &copied.write())
}
