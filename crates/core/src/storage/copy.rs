//! When the last copy of an assessment was exported to a file: what remains when the device is lost.

use crate::assessment::{Id, LastCopy};
use crate::storage::{PREFIX, StorageError, Store};

fn key(id: &Id) -> String {
    format!("{PREFIX}copy/{id}")
}

/// Returns when the last copy was made, and what it held. `None` when none was made.
pub fn copied_at(store: &impl Store, id: &Id) -> Option<LastCopy> {
    LastCopy::parse(&store.get(&key(id))?)
}

/// Stores when a copy was made, and what it held.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_copied_at(store: &impl Store, id: &Id, copied: &LastCopy) -> Result<(), StorageError> {
    store.set(&key(id), &copied.write())
}
