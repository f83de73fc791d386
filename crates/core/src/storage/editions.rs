//! The list of editions that a person put on the device, as opposed to those that came with an assessment.
//!
//! The text of each edition is stored once, under `edition/<edition id>/<hash>`, and never overwritten. An edition that
//! this list or an assessment names stays. The others are removed: whatever removes something checks for them.

use super::aside::{SetAside, move_aside};
use super::keys::edition_key;
use super::store::{StorageError, Store};
use super::unused::drop_unused;
use super::write::set;
use crate::assessment::{Id, Timestamp};
use crate::catalogue::Edition;
use crate::exchange::EditionRef;
use crate::json::{Extra, compact, from_object, spelled, to_object};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The key of the list.
pub(super) const LIST: &str = "standards-met/editions";
/// The key under which a list that cannot be read is stored, before another one takes its place.
const DAMAGED: &str = "standards-met/editions-damaged";
/// The field of the list that this version knows.
const FIELD: &str = "editions";

/// Where an edition came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum EditionOrigin {
    /// A file that holds only the edition.
    File,
    /// A file that holds an assessment.
    Document,
    /// The host that serves the program.
    Host,
    /// The edition kit, from a spreadsheet.
    Kit,
}

spelled!(EditionOrigin { File = "file", Document = "document", Host = "host", Kit = "kit" });

/// An edition that was put on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredEdition {
    pub edition: EditionRef,
    pub origin: EditionOrigin,
    /// The name of the file.
    #[serde(default)]
    pub file: String,
    pub at: Timestamp,
}

/// Returns the editions that were put on the device, the first one first. An entry of a later version that this one
/// cannot read is not returned, but stays in the list.
pub fn added_editions(store: &impl Store) -> Vec<StoredEdition> {
    entries(store).iter().filter_map(|entry| from_object(entry.as_object()?).ok()).collect()
}

/// Finds the edition that a text names: the one on the device, or else the built-in one with the same identifier.
/// `None` when there is neither.
pub fn find_edition(
    store: &impl Store,
    wanted: &EditionRef,
    built_in: &Arc<Edition>,
) -> Option<Arc<Edition>> {
    if *wanted == EditionRef::of(built_in) {
        return Some(built_in.clone());
    }
    let same = || wanted.0.split('/').next() == Some(built_in.id.as_str());
    kept_edition(store, wanted).map(Arc::new).or_else(|| same().then(|| built_in.clone()))
}

/// Returns the edition that is stored under this name. `None` when it is missing or damaged.
pub fn kept_edition(store: &impl Store, edition: &EditionRef) -> Option<Edition> {
    let found = store.get(&edition_key(edition)).and_then(|text| Edition::from_text(&text))?;
    // A text that is not what its name says must not be shown under that name.
    (EditionRef::of(&found) == *edition).then_some(found)
}

/// Moves aside a text that is not the edition which its key names. The second copy may have it undamaged, and it must
/// not be taken for what it is not. `None` when there is no text.
pub(super) fn move_damaged(store: &impl Store, name: &EditionRef, now: Timestamp) -> Option<SetAside> {
    let key = edition_key(name);
    let text = store.get(&key)?;
    let id = Id(name.0.split('/').next().unwrap_or_default().into());
    Some(move_aside(store, &key, &id, &text, now).0)
}

/// Stores an edition and puts it at the end of the list. An entry that is there already is replaced.
///
/// # Errors
/// [`StorageError`] when it is not stored. What was there before stays.
pub fn add_edition(
    store: &impl Store,
    edition: &Edition,
    origin: EditionOrigin,
    file: &str,
    now: Timestamp,
) -> Result<(), StorageError> {
    let name = EditionRef::of(edition);
    let key = edition_key(&name);
    if kept_edition(store, &name).is_none() {
        set(store, &key, &compact(&edition.whole), now)?;
    }
    let mut all = entries(store);
    all.retain(|entry| !names(entry, &name));
    let entry = StoredEdition { edition: name, origin, file: file.into(), at: now };
    all.push(Value::Object(to_object(&entry)));
    keep(store, all)
}

/// Removes an edition from the list. Its text stays for as long as an assessment, or anything that was set aside, uses
/// it.
///
/// # Errors
/// [`StorageError`] when the list cannot be stored. The list is then unchanged.
pub fn drop_edition(store: &impl Store, edition: &EditionRef) -> Result<(), StorageError> {
    let mut all = entries(store);
    all.retain(|entry| !names(entry, edition));
    keep(store, all)?;
    drop_unused(store);
    Ok(())
}

/// Adds the entries that another copy of the list has and this one lacks. When this one cannot be read, its text is
/// stored beside it.
///
/// # Errors
/// [`StorageError`] when the list cannot be stored. The list is then unchanged.
pub(super) fn take_in(store: &impl Store, theirs: &str) -> Result<(), StorageError> {
    let theirs = serde_json::from_str::<Extra>(theirs).ok().and_then(|mut list| list.remove(FIELD));
    let Some(Value::Array(theirs)) = theirs else { return Ok(()) };
    let mut all = entries(store);
    let named = |entry: &Value| entry.get("edition").cloned();
    for entry in theirs {
        if !all.iter().any(|known| named(known) == named(&entry)) {
            all.push(entry);
        }
    }
    keep(store, all)
}

/// Returns the list as it is stored, with any fields that a later version may have put beside the entries. Empty when
/// it is missing or cannot be read.
fn list(store: &impl Store) -> Extra {
    store.get(LIST).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn entries(store: &impl Store) -> Vec<Value> {
    match list(store).remove(FIELD) {
        Some(Value::Array(entries)) => entries,
        _ => Vec::new(),
    }
}

fn keep(store: &impl Store, entries: Vec<Value>) -> Result<(), StorageError> {
    // A damaged list still names the editions that may not be removed. Anything that looks through what is stored finds
    // it there.
    if let Some(text) = store.get(LIST).filter(|text| serde_json::from_str::<Extra>(text).is_err()) {
        store.set(DAMAGED, &text)?;
    }
    let mut list = list(store);
    list.insert(FIELD.into(), Value::Array(entries));
    store.set(LIST, &compact(&list))
}

fn names(entry: &Value, edition: &EditionRef) -> bool {
    entry.get("edition").and_then(Value::as_str) == Some(edition.0.as_str())
}
