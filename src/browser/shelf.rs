//! What is kept on the device: assessments, the editions they use, and what was set aside.
//!
//! | Key under `standards-met/` | Holds |
//! |---|---|
//! | `assessment/<id>` | a document that names its edition |
//! | `edition/<edition id>/<hash>` | an edition, once for all assessments that use it |
//! | `set-aside/<id>` | what was removed, replaced or could not be read, so that it can be put back; below a line that says what it is |

use super::storage::{PREFIX, StorageError, Store};
use crate::assessment::{Assessment, Id, Timestamp, newest_of_each};
use crate::catalogue::Edition;
use crate::exchange::{Document, EditionRef, ImportError, read};
use crate::json::{Extra, Fields, Writing, compact, spelled};
use std::sync::Arc;

/// Something that is kept without being one of the assessments in use.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    pub id: Id,
    pub reason: Reason,
    /// When it was set aside.
    pub at: Timestamp,
    /// The organisation's name, or the key that could not be read.
    pub name: String,
    /// The document as it was kept, or the text as it was found.
    pub text: String,
}

/// Why something was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Removed,
    Replaced,
    Unreadable,
    /// Written by a newer version of this page. It stays in its place and is never written over.
    Newer,
}

spelled!(Reason { Removed = "Removed", Replaced = "Replaced", Unreadable = "Unreadable", Newer = "Newer" });

impl SetAside {
    /// A line with what is known of it, and below that its text as it is.
    fn read(stored: &str) -> Option<Self> {
        let (known, text) = stored.split_once('\n')?;
        let mut fields = Fields::of(serde_json::from_str(known).ok()?);
        let aside = Self {
            id: Id(fields.text("id")),
            reason: fields.parsed("reason", "a reason", Reason::parse, Reason::Unreadable),
            at: fields.parsed("at", "a time", Timestamp::parse, Timestamp::default()),
            name: fields.text("name"),
            text: text.into(),
        };
        fields.finish(aside).ok()
    }

    fn write(&self) -> String {
        let fields = Writing::over(&Extra::new())
            .text("id", &self.id.0)
            .text("reason", self.reason.name())
            .text("at", &self.at.to_string())
            .text("name", &self.name);
        format!("{}\n{}", compact(&fields.done()), self.text)
    }
}

/// Everything found on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    pub documents: Vec<Document>,
    pub set_aside: Vec<SetAside>,
}

/// What a save wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The text that is now on the device.
    pub text: String,
    /// The assessment as saved, when another tab's edits were found on the device and taken in.
    pub merged: Option<Assessment>,
}

/// How the keys of editions begin.
const EDITIONS: &str = "standards-met/edition/";

fn assessment_key(id: &Id) -> String {
    format!("{PREFIX}assessment/{id}")
}

fn edition_key(edition: &EditionRef) -> String {
    format!("{EDITIONS}{}", edition.0)
}

fn set_aside_key(id: &Id) -> String {
    format!("{PREFIX}set-aside/{id}")
}

/// The identifier of the assessment that a key belongs to.
#[must_use]
pub fn assessment_of(key: &str) -> Option<Id> {
    key.strip_prefix(PREFIX)?.strip_prefix("assessment/").map(|id| Id(id.into()))
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
    let stored = store.get(&edition_key(wanted)).and_then(|text| Edition::from_text(&text));
    stored.map(Arc::new).or_else(|| built_in_if_same(wanted, built_in))
}

/// The built-in edition, where a text names it by its identifier.
#[must_use]
pub fn built_in_if_same(wanted: &EditionRef, built_in: &Arc<Edition>) -> Option<Arc<Edition>> {
    (wanted.0.split('/').next() == Some(built_in.id.as_str())).then(|| built_in.clone())
}

/// Reads everything. What cannot be read is moved aside, or left where it is when there is no room to move it.
pub fn load(store: &impl Store, built_in: &Arc<Edition>, now: Timestamp) -> Loaded {
    let mut loaded = Loaded::default();
    for key in &store.keys() {
        let Some(text) = store.get(key) else { continue };
        if let Some(id) = assessment_of(key) {
            match read(&text, |wanted| find_edition(store, wanted, built_in)) {
                Ok(read) => in_order(&mut loaded.documents, read.document, |one| one.assessment.created_at),
                Err(error) => {
                    let aside = move_aside(store, key, id, text, &error, now);
                    in_order(&mut loaded.set_aside, aside, |one| one.at);
                }
            }
        } else if key.starts_with(&format!("{PREFIX}set-aside/")) {
            let damaged =
                || unreadable(key, Id(key.rsplit('/').next().unwrap_or_default().into()), &text, now);
            let aside = SetAside::read(&text).unwrap_or_else(damaged);
            in_order(&mut loaded.set_aside, aside, |one| one.at);
        }
    }
    loaded
}

/// Puts one more into a list that goes from the oldest to the newest. A browser gives its keys in any order.
fn in_order<T>(list: &mut Vec<T>, one: T, at: fn(&T) -> Timestamp) {
    let place = list.partition_point(|earlier| at(earlier) <= at(&one));
    list.insert(place, one);
}

fn unreadable(key: &str, id: Id, text: &str, at: Timestamp) -> SetAside {
    SetAside { id, reason: Reason::Unreadable, at, name: key.into(), text: text.into() }
}

/// An identifier for what is set aside of an assessment at this time: it may be damaged more than once.
fn at_time(id: &Id, now: Timestamp) -> Id {
    Id(format!("{id}-{now}"))
}

fn move_aside(
    store: &impl Store,
    key: &str,
    id: Id,
    text: String,
    error: &ImportError,
    now: Timestamp,
) -> SetAside {
    if let ImportError::NewerVersion { .. } = error {
        return SetAside { reason: Reason::Newer, ..unreadable(key, id, &text, now) };
    }
    let aside = unreadable(key, at_time(&id, now), &text, now);
    if keep_aside(store, &aside).is_ok() {
        store.remove(key);
    }
    aside
}

/// Reads one assessment again, as another tab left it.
///
/// # Errors
/// As [`read`].
pub fn reload(
    store: &impl Store,
    id: &Id,
    built_in: &Arc<Edition>,
) -> Result<Option<(Document, String)>, ImportError> {
    let Some(text) = store.get(&assessment_key(id)) else { return Ok(None) };
    let read = read(&text, |wanted| find_edition(store, wanted, built_in))?;
    Ok(Some((read.document, text)))
}

/// Keeps a document and its edition. `previous` is the text that this tab last read or wrote: where the device
/// holds another, another tab has written, and of each item the newest edit is kept.
///
/// # Errors
/// [`StorageError`] when it is not kept; what was on the device before still is.
pub fn save(
    store: &impl Store,
    document: &Document,
    previous: Option<&str>,
    now: Timestamp,
) -> Result<Saved, StorageError> {
    let edition = EditionRef::of(&document.edition);
    if !store.has(&edition_key(&edition)) {
        store.set(&edition_key(&edition), &compact(&document.edition.whole))?;
    }
    let key = assessment_key(&document.assessment.id);
    let mut document = document.clone();
    let mut merged = None;
    if let Some(theirs) = store.get(&key).filter(|text| Some(text.as_str()) != previous) {
        match read(&theirs, |_| Some(document.edition.clone())) {
            Ok(read) => {
                document.assessment = newest_of_each(&document.assessment, &read.document.assessment);
                merged = Some(document.assessment.clone());
            }
            // Never write over what this version cannot read.
            Err(ImportError::NewerVersion { .. }) => return Err(StorageError::NotKept),
            Err(_) => {
                let aside = unreadable(&key, at_time(&document.assessment.id, now), &theirs, now);
                keep_aside(store, &aside)?;
            }
        }
    }
    let text = document.to_stored(now);
    store.set(&key, &text)?;
    Ok(Saved { text, merged })
}

/// Keeps something aside.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_aside(store: &impl Store, aside: &SetAside) -> Result<(), StorageError> {
    store.set(&set_aside_key(&aside.id), &aside.write())
}

/// Forgets something set aside for good, and the editions that nothing uses any more.
pub fn forget_aside(store: &impl Store, id: &Id) {
    store.remove(&set_aside_key(id));
    drop_unused_editions(store);
}

/// Takes an assessment off the device and keeps it aside.
///
/// # Errors
/// [`StorageError`] when there is no room to keep it aside: it is off the device all the same. What a newer version of
/// this page wrote in its place stays there.
pub fn take_off(store: &impl Store, id: &Id, aside: &SetAside) -> Result<(), StorageError> {
    // Aside first, so that there is no moment without it; in a full store, removing makes the room.
    let kept = keep_aside(store, aside);
    let key = assessment_key(id);
    let newer = store.get(&key).is_some_and(|text| {
        // Only whether it is newer matters here, so no edition is looked for.
        matches!(read(&text, |_| None), Err(ImportError::NewerVersion { .. }))
    });
    if !newer {
        store.remove(&key);
    }
    kept.or_else(|_| keep_aside(store, aside))?;
    drop_unused_editions(store);
    Ok(())
}

/// Removes the editions that no text names, whether or not this version can read the text.
fn drop_unused_editions(store: &impl Store) {
    let (editions, others): (Vec<String>, Vec<String>) =
        store.keys().into_iter().partition(|key| key.starts_with(EDITIONS));
    let texts: Vec<String> = others.iter().filter_map(|key| store.get(key)).collect();
    for key in editions {
        let name = key.strip_prefix(EDITIONS).unwrap_or_default();
        let names =
            |text: &String| text.as_bytes().windows(name.len().max(1)).any(|part| part == name.as_bytes());
        if !texts.iter().any(names) {
            store.remove(&key);
        }
    }
}
