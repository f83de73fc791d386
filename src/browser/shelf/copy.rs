//! When the last copy of an assessment was made as a file: what a person has when the device is lost.

use crate::assessment::{Id, Timestamp};
use crate::browser::storage::{PREFIX, StorageError, Store};

/// How the keys begin.
const COPIES: &str = "standards-met/copy/";

/// The assessment whose last copy is told under a key.
pub(super) fn owner(key: &str) -> Option<&str> {
    key.strip_prefix(COPIES)
}

fn key(id: &Id) -> String {
    format!("{PREFIX}copy/{id}")
}

/// When the last copy was made, if one was.
pub fn copied_at(store: &impl Store, id: &Id) -> Option<Timestamp> {
    Timestamp::parse(&store.get(&key(id))?)
}

/// Remembers when a copy was made.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_copied_at(store: &impl Store, id: &Id, at: Timestamp) -> Result<(), StorageError> {
    store.set(&key(id), &at.to_string())
}
