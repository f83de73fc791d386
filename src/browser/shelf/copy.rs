//! When the last copy of an assessment was made as a file: what a person has when the device is lost.

use crate::assessment::{Id, Timestamp};
use crate::browser::storage::{PREFIX, StorageError, Store};

/// The last copy that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub at: Timestamp,
}

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
pub fn copied(store: &impl Store, id: &Id) -> Option<Copied> {
    Timestamp::parse(&store.get(&key(id))?).map(|at| Copied { at })
}

/// Remembers that a copy was made.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_copied(store: &impl Store, id: &Id, copied: &Copied) -> Result<(), StorageError> {
    store.set(&key(id), &copied.at.to_string())
}
