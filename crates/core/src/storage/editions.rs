//! The list of editions that a person put on the device, apart from those that an assessment brought along.
//!
//! The texts of all of them lie under `edition/<edition id>/<hash>`, each once, and are never written over. What this list
//! or an assessment names stays; the rest goes (whatever removes something looks).

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

pub(super) const LIST: &str = "standards-met/editions";
/// Where a list is put that cannot be read.
const DAMAGED: &str = "standards-met/editions-damaged";
/// The field of the list that this version knows.
const FIELD: &str = "editions";

/// Where an edition came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum EditionOrigin {
    /// A file that holds it alone.
    File,
    /// A file that holds an assessment.
    Document,
    /// The host that serves this page.
    Host,
    /// The edition kit, out of a spreadsheet.
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

/// What was put on the device, the first one first. An entry of a later version that this one cannot read is not shown, and
/// stays.
pub fn added_editions(store: &impl Store) -> Vec<StoredEdition> {
    entries(store).iter().filter_map(|entry| from_object(entry.as_object()?).ok()).collect()
}

/// Finds the edition that a text names: on the device, or else the built-in one of the same identifier.
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

/// The edition that is kept under this name. `None` where it is not there, or damaged.
pub fn kept_edition(store: &impl Store, edition: &EditionRef) -> Option<Edition> {
    let found = store.get(&edition_key(edition)).and_then(|text| Edition::from_text(&text))?;
    // One that is not what its name says is not shown as what it is not.
    (EditionRef::of(&found) == *edition).then_some(found)
}

/// Moves a text aside that is not the edition which its key names: the second copy may have it whole, and nobody may take it
/// for what it is not. `None` where there is none.
pub(super) fn move_damaged(store: &impl Store, name: &EditionRef, now: Timestamp) -> Option<SetAside> {
    let key = edition_key(name);
    let text = store.get(&key)?;
    let id = Id(name.0.split('/').next().unwrap_or_default().into());
    Some(move_aside(store, &key, &id, &text, now).0)
}

/// Keeps an edition, and puts it on the list, or in the place where it is listed already.
///
/// # Errors
/// [`StorageError`] when it is not kept. What was there before still is.
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

/// Takes an edition off the list. Its text stays for as long as an assessment, or anything that was set aside, uses it.
///
/// # Errors
/// [`StorageError`] when the list cannot be kept; then it is as it was.
pub fn drop_edition(store: &impl Store, edition: &EditionRef) -> Result<(), StorageError> {
    let mut all = entries(store);
    all.retain(|entry| !names(entry, edition));
    keep(store, all)?;
    drop_unused(store);
    Ok(())
}

/// Adds what another copy of the list has and this one has not. Where this one cannot be read, it is kept beside.
///
/// # Errors
/// [`StorageError`] when the list cannot be kept; then it is as it was.
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

/// The list as it is kept, with what a later version may have put beside the entries.
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
    // Damaged, it still names the editions that may not be removed; whoever looks at what is stored finds it there.
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
