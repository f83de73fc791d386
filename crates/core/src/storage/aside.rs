//! What is stored without being one of the assessments in use: removed, replaced, damaged, or saved on purpose.

use super::generations::SlotContent;
use super::unused::drop_unused;
use crate::assessment::{Id, Timestamp};
use crate::exchange::Document;
use crate::json::{Extra, from_text, spelled, to_text};
use crate::storage::{PREFIX, StorageError, Store};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// Something that is stored without being one of the assessments in use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetAside {
    /// Contains the time, unless somebody gave it another identifier. An identifier with a time in it is not valid in
    /// an address, so any text is accepted.
    #[serde(deserialize_with = "any_id")]
    pub id: Id,
    pub reason: Reason,
    /// When it was set aside.
    pub at: Timestamp,
    /// The organisation's name, the name that a person gave it, or the key that could not be read.
    pub name: String,
    /// The document as it was stored, or the text as it was found.
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
    /// Written by a newer version of the program. It stays in its place and is never overwritten.
    Newer,
    /// A snapshot that a person made and named.
    Snapshot,
    /// What the second copy had and the first copy lacked.
    Recovery,
    /// What a page could no longer save, because a newer version of the program had been here.
    Unsaved,
    /// An assessment whose edition is not on this device. It stays in its place, and opens when the edition is here
    /// again.
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
    /// Returns whether nobody asked for it. Such an entry may be removed, the oldest first, when there is no room.
    pub(super) fn is_automatic(self) -> bool {
        matches!(self, Self::Replaced | Self::Recovery)
    }

    /// Returns whether its text is a whole document, which can be put back.
    #[must_use]
    pub fn can_be_put_back(self) -> bool {
        !matches!(self, Self::Unreadable | Self::Newer | Self::NoEdition)
    }

    /// Returns whether it is still in its own place, and only shown among the set-aside entries.
    #[must_use]
    pub fn stays_in_place(self) -> bool {
        matches!(self, Self::Newer | Self::NoEdition)
    }
}

impl SetAside {
    /// Returns the assessment that its text belongs to. `None` when this cannot be determined.
    #[must_use]
    pub fn whose(&self) -> Option<Id> {
        Some(Id(self.inside("id")?.as_str()?.into()))
    }

    /// Returns a field of the assessment in its text, whether or not the rest can be read.
    fn inside(&self, field: &str) -> Option<Value> {
        let parse = |text: &str| serde_json::from_str::<Extra>(text).ok();
        // In an envelope, the document is below the header line.
        let below = || self.text.split_once('\n').and_then(|(_, text)| parse(text));
        let mut document =
            parse(&self.text).filter(|fields| fields.contains_key("assessment")).or_else(below)?;
        document.get_mut("assessment")?.get_mut(field).map(Value::take)
    }

    /// Reads a stored entry: a header line with its fields, and below that its text, unchanged. `None` when the header
    /// line cannot be read.
    pub(super) fn read(stored: &str) -> Option<Self> {
        let (known, text) = stored.split_once('\n')?;
        let aside: Self = from_text(known).ok()?;
        Some(Self { text: text.into(), ..aside })
    }

    fn write(&self) -> String {
        format!("{}\n{}", to_text(self), self.text)
    }

    /// Returns an entry for a text that was found under a key and is not a document.
    pub(super) fn unreadable(key: &str, id: Id, text: &str, at: Timestamp) -> Self {
        Self { id, reason: Reason::Unreadable, at, name: key.into(), text: text.into() }
    }

    /// Returns an entry for an assessment as it was in the first storage format, the one before the present one.
    pub(super) fn first_form(document: &Document, text: String, at: Timestamp) -> Self {
        let id = Id(format!("{}-first-form", document.assessment.id));
        Self { id, reason: Reason::Replaced, at, name: document.assessment.organisation.name.clone(), text }
    }

    /// Returns an entry for an assessment that cannot be shown without its edition.
    pub(super) fn waiting(id: &Id, text: &str, at: Timestamp) -> Self {
        Self { id: id.clone(), reason: Reason::NoEdition, at, name: id.to_string(), text: text.into() }
    }

    /// Returns the organisation's name in its text. `None` when it cannot be determined or is empty. For entries
    /// without a name, because nobody could open them.
    #[must_use]
    pub fn organisation(&self) -> Option<String> {
        let name = self.inside("organisation")?.get("name")?.as_str()?.to_owned();
        Some(name).filter(|name| !name.trim().is_empty())
    }

    /// Returns an entry for what a newer version of the program left under a key.
    pub(super) fn newer(key: &str, id: &Id, text: &str, at: Timestamp) -> Self {
        Self { reason: Reason::Newer, ..Self::unreadable(key, id.clone(), text, at) }
    }
}

/// The prefix of the keys of set-aside entries.
pub(super) const SET_ASIDE: &str = "standards-met/set-aside/";

fn key(id: &Id) -> String {
    format!("{PREFIX}set-aside/{id}")
}

/// Stores a set-aside entry.
///
/// # Errors
/// [`StorageError`] when there is no room for it.
pub fn keep_aside(store: &impl Store, aside: &SetAside) -> Result<(), StorageError> {
    store.set(&key(&aside.id), &aside.write())
}

/// Returns all set-aside entries, the oldest first.
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

/// Reads what another tab has set aside under a key. `None` when the key is not that of a set-aside entry.
#[must_use]
pub fn aside_of(key: &str, text: &str, now: Timestamp) -> Option<SetAside> {
    let id = key.strip_prefix(SET_ASIDE)?;
    Some(SetAside::read(text).unwrap_or_else(|| SetAside::unreadable(key, Id(id.into()), text, now)))
}

/// Moves a text that cannot be read out of its place. It stays there when there is no room to move it.
pub(super) fn move_aside(
    store: &impl Store,
    key: &str,
    id: &Id,
    text: &str,
    now: Timestamp,
) -> (SetAside, Result<(), StorageError>) {
    // An assessment may be damaged more than once, in either slot, so the identifier contains the slot and the time.
    let mark = key.rsplit('/').next().unwrap_or_default();
    let aside = SetAside::unreadable(key, Id(format!("{id}-{mark}-{now}")), text, now);
    let kept = keep_aside(store, &aside);
    if kept.is_ok() {
        store.vacate(key);
    }
    (aside, kept)
}

/// Deletes a set-aside entry for good, and what nothing else needs any more.
pub fn forget_aside(store: &impl Store, id: &Id) {
    store.remove(&key(id));
    drop_unused(store);
}

/// Removes an assessment from the device and sets it aside. What a newer version of the program wrote in its place
/// stays there.
///
/// # Errors
/// [`StorageError`] when there is no room to set it aside. It is removed from the device all the same.
pub fn take_off(store: &impl Store, id: &Id, aside: &SetAside) -> Result<(), StorageError> {
    // Set it aside first, so that there is no moment without it. In a full store, removing it makes the room.
    let kept = keep_aside(store, aside);
    let newer = super::generations::is_newer(store, id);
    let found = super::generations::open(store, id);
    let theirs = |key: &str| {
        let is_theirs =
            |one: &SlotContent| matches!(one, SlotContent::Newer { .. } | SlotContent::FirstForm { .. });
        newer && found.iter().any(|one| one.key() == key && is_theirs(one))
    };
    // Also remove keys that are missing here: the second copy may have them.
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

/// Inserts an entry into a list that goes from the oldest to the newest. A browser returns its keys in any order.
pub(super) fn in_order<T>(list: &mut Vec<T>, one: T, at: fn(&T) -> Timestamp) {
    let place = list.partition_point(|earlier| at(earlier) <= at(&one));
    list.insert(place, one);
}
