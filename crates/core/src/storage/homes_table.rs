//! The table of many homes on the device. Every tab writes the same one, so whoever writes has looked first.

use super::{HOMES, OTHER_HOMES, StorageError, Store};
use crate::assessment::homes::{Homes, HomesTableError};

/// Where a table is put that cannot be read, before another takes its place.
pub const DAMAGED: &str = "standards-met/homes-damaged";

/// What was on the device when somebody looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomesTableVersion {
    text: Option<String>,
    broken: bool,
}

/// Looks at the device, and at what the second copy on it had of the table. `None` where there is no table.
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

/// Keeps a table into which everything went that was seen. Gives whether it did: not where another tab has written
/// since. A damaged table is put aside first.
///
/// # Errors
/// [`StorageError`] when it is not kept. What was there before still is.
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

/// Removes the table, and what was put aside of one.
pub fn forget(store: &impl Store) {
    for key in [HOMES, OTHER_HOMES, DAMAGED] {
        if store.has(key) {
            store.remove(key);
        }
    }
}
