//! The table of many homes on the device. Every tab writes the same table, so each reads it before it writes.

use super::{HOMES, OTHER_HOMES, StorageError, Store};
use crate::assessment::homes::{Homes, HomesTableError};

/// The key to which a table that cannot be read is copied, before another one takes its place.
pub const DAMAGED: &str = "standards-met/homes-damaged";

/// What was on the device when the table was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomesTableVersion {
    text: Option<String>,
    broken: bool,
}

/// Reads the table on the device, and merges what the second copy had of it. `None` when there is no table.
pub fn look(store: &impl Store) -> (HomesTableVersion, Option<Result<Homes, HomesTableError>>) {
    let text = store.get(HOMES);
    let read = text.as_deref().map(Homes::read);
    let broken = matches!(read, Some(Err(HomesTableError::Broken)));
    let other = store.get(OTHER_HOMES).and_then(|text| Homes::read(&text).ok());
    let read = match (read, other) {
        (Some(Ok(mut homes)), Some(other)) => {
            homes.take_in(other);
            Some(Ok(homes))
        }
        (None | Some(Err(HomesTableError::Broken)), Some(other)) => Some(Ok(other)),
        (read, _) => read,
    };
    (HomesTableVersion { text, broken }, read)
}

/// Stores a table into which everything in `seen` was merged. Returns whether it was stored: `false` when another tab
/// has written since. A damaged table is copied to [`DAMAGED`] first.
///
/// # Errors
/// [`StorageError`] when it is not stored. What was there before stays.
pub fn keep(store: &impl Store, seen: &HomesTableVersion, table: &str) -> Result<bool, StorageError> {
    if store.get(HOMES) != seen.text {
        return Ok(false);
    }
    if let Some(text) = seen.text.as_deref().filter(|_| seen.broken) {
        store.set(DAMAGED, text)?;
    }
    store.set(HOMES, table)?;
    if store.has(OTHER_HOMES) {
        store.remove(OTHER_HOMES);
    }
    Ok(true)
}

/// Removes the table, its other copy, and a damaged table that was put aside.
pub fn forget(store: &impl Store) {
    for key in [HOMES, OTHER_HOMES, DAMAGED] {
        if store.has(key) {
            store.remove(key);
        }
    }
}
