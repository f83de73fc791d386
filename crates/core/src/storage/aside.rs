//! What is kept without being one of the assessments in use: removed, replaced, damaged, or put by on purpose.

use super::generations::SlotContent;
use super::unused::drop_unused;
use crate::assessment::{Id, Timestamp};
use crate::exchange::Document;
use crate::json::{Extra, from_text, spelled, to_text};
use crate::storage::{PREFIX, StorageError, Store};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// Something that is kept without being one of the assessments in use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// With the time in it where nobody gave it one: not what an address could carry.
    #[serde(deserialize_with = "any_id")]
    pub id: Id,
    pub reason: Reason,
    /// When it was set aside.
    pub at: Timestamp,
    /// The organisation's name, what a person called it, or the key that could not be read.
    pub name: String,
    /// The document as it was kept, or the text as it was found.
    #[serde(skip)]
    pub text: String,
}

fn any_id<'de, D: Deserializer<'de>>(from: D) -> Result<Id, D::Error> {
    String::deserialize(from).map(Id)
}

/// Why something was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Reason {
    Removed,
    Replaced,
    Unreadable,
    /// Written by a newer version of this page. It stays in its place and is never written over.
    Newer,
    /// A snapshot that a person made and named.
    Snapshot,
    /// What the second copy on the device had and the first one had not.
    Recovery,
    /// What a page could not save any more, because a newer version of it had been here.
    Unsaved,
    /// An assessment whose questions are not on this device. It stays in its place, and opens when they are here again.
    NoEdition,
}

spelled!(Reason {
    Removed = "Removed",
    Replaced = "Replaced",
    Unreadable = "Unreadable",
    Newer = "Newer",
    Snapshot = "Snapshot",
    Recovery = "Recovery",
    Unsaved = "Unsaved",
    NoEdition = "NoEdition",
});

impl Reason {
    /// Whether nobody asked for it: it may go, the oldest first, when there is no room.
    pub(super) fn is_automatic(self) -> bool {
        matches!(self, Self::Replaced | Self::Recovery)
    }

    /// Whether its text is a whole document, which can be put back.
    #[must_use]
    pub fn can_be_put_back(self) -> bool {
        !matches!(self, Self::Unreadable | Self::Newer | Self::NoEdition)
    }

    /// Whether it is in its own place still, and only shown among what was set aside.
    #[must_use]
    pub fn stays_in_place(self) -> bool {
        matches!(self, Self::Newer | Self::NoEdition)
    }
}

impl SetAside {
    /// The assessment that its text is of, where it can be told.
    #[must_use]
    pub fn whose(&self) -> Option<Id> {
        Some(Id(self.inside("id")?.as_str()?.into()))
    }

    /// A field of the assessment in its text, whether or not the rest can be read.
    fn inside(&self, field: &str) -> Option<Value> {
        let parse = |text: &str| serde_json::from_str::<Extra>(text).ok();
        // What is in an envelope is below its line.
        let below = || self.text.split_once('\n').and_then(|(_, text)| parse(text));
        let mut document =
            parse(&self.text).filter(|fields| fields.contains_key("assessment")).or_else(below)?;
        document.get_mut("assessment")?.get_mut(field).map(Value::take)
    }

    /// A line with what is known of it, and below that its text as it is.
    pub(super) fn read(stored: &str) -> Option<Self> {
        let (known, text) = stored.split_once('\n')?;
        let aside: Self = from_text(known).ok()?;
        Some(Self { text: text.into(), ..aside })
    }

    fn write(&self) -> String {
        format!("{}\n{}", to_text(self), self.text)
    }

    /// What was found under a key and is no document.
    pub(super) fn unreadable(key: &str, id: Id, text: &str, at: Timestamp) -> Self {
        Self { id, reason: Reason::Unreadable, at, name: key.into(), text: text.into() }
    }

    /// An assessment as it was in the form before this one.
    pub(super) fn first_form(document: &Document, text: String, at: Timestamp) -> Self {
        let id = Id(format!("{}-first-form", document.assessment.id));
        Self { id, reason: Reason::Replaced, at, name: document.assessment.organisation.name.clone(), text }
    }

    /// An assessment that cannot be shown without its questions.
    pub(super) fn waiting(id: &Id, text: &str, at: Timestamp) -> Self {
        Self { id: id.clone(), reason: Reason::NoEdition, at, name: id.to_string(), text: text.into() }
    }

    /// The organisation's name in its text, where that can be told: for what has none, because nobody could open it.
    #[must_use]
    pub fn organisation(&self) -> Option<String> {
        let name = self.inside("organisation")?.get("name")?.as_str()?.to_owned();
        Some(name).filter(|name| !name.trim().is_empty())
    }

    /// What a newer version of this page left under a key.
    pub(super) fn newer(key: &str, id: &Id, text: &str, at: Timestamp) -> Self {
        Self { reason: Reason::Newer, ..Self::unreadable(key, id.clone(), text, at) }
    }
}

/// How the keys of what is set aside begin.
pub(super) const SET_ASIDE: &str = "standards-met/set-aside/";

fn key(id: &Id) -> String {
    format!("{PREFIX}set-aside/{id}")
}

/// Keeps something aside.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_aside(store: &impl Store, aside: &SetAside) -> Result<(), StorageError> {
    store.set(&key(&aside.id), &aside.write())
}

/// Everything that is set aside, the oldest first.
pub(super) fn all(store: &impl Store, now: Timestamp) -> Vec<SetAside> {
    let mut found = Vec::new();
    for key in store.keys() {
        let text = if key.starts_with(SET_ASIDE) { store.get(&key) } else { None };
        if let Some(aside) = text.and_then(|text| aside_of(&key, &text, now)) {
            in_order(&mut found, aside, |one| one.at);
        }
    }
    found
}

/// What another tab has set aside under a key. `None` for another key.
#[must_use]
pub fn aside_of(key: &str, text: &str, now: Timestamp) -> Option<SetAside> {
    let id = key.strip_prefix(SET_ASIDE)?;
    Some(SetAside::read(text).unwrap_or_else(|| SetAside::unreadable(key, Id(id.into()), text, now)))
}

/// Moves what cannot be read out of its place. Without the room for it, it stays there.
pub(super) fn move_aside(
    store: &impl Store,
    key: &str,
    id: &Id,
    text: &str,
    now: Timestamp,
) -> (SetAside, Result<(), StorageError>) {
    // It may be damaged more than once, in either place.
    let mark = key.rsplit('/').next().unwrap_or_default();
    let aside = SetAside::unreadable(key, Id(format!("{id}-{mark}-{now}")), text, now);
    let kept = keep_aside(store, &aside);
    if kept.is_ok() {
        store.vacate(key);
    }
    (aside, kept)
}

/// Forgets something set aside for good, and what nothing else needs any more.
pub fn forget_aside(store: &impl Store, id: &Id) {
    store.remove(&key(id));
    drop_unused(store);
}

/// Takes an assessment off the device and keeps it aside.
///
/// # Errors
/// [`StorageError`] when there is no room to keep it aside: it is off the device all the same. What a newer version of
/// this page wrote in its place stays there.
pub fn take_off(store: &impl Store, id: &Id, aside: &SetAside) -> Result<(), StorageError> {
    // Aside first, so that there is no moment without it; in a full store, removing makes the room.
    let kept = keep_aside(store, aside);
    let newer = super::generations::is_newer(store, id);
    let found = super::generations::open(store, id);
    let theirs = |key: &str| {
        let is_theirs =
            |one: &SlotContent| matches!(one, SlotContent::Newer { .. } | SlotContent::FirstForm { .. });
        newer && found.iter().any(|one| one.key() == key && is_theirs(one))
    };
    // Also what is not there: the second copy may have it.
    let mut keys = vec![
        super::generations::key(id, 0),
        super::generations::key(id, 1),
        super::generations::first_form_key(id),
    ];
    keys.extend(found.iter().map(|one| one.key().to_owned()));
    for key in keys.iter().filter(|key| !theirs(key)) {
        store.remove(key);
    }
    kept.or_else(|_| keep_aside(store, aside))?;
    drop_unused(store);
    Ok(())
}

/// Puts one more into a list that goes from the oldest to the newest. A browser gives its keys in any order.
pub(super) fn in_order<T>(list: &mut Vec<T>, one: T, at: fn(&T) -> Timestamp) {
    let place = list.partition_point(|earlier| at(earlier) <= at(&one));
    list.insert(place, one);
}
