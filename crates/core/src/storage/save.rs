//! Writing to the device.

use super::aside::{SetAside, keep_aside, move_aside};
use super::generations::{self, MOVED, OtherTabSave, SavePoint, SlotContent};
use super::keys::edition_key;
use super::load::{LoadError, first_form, open_text};
use super::write::{set, write};
use crate::assessment::{Id, Timestamp, newest_of_each};
use crate::exchange::{Document, EditionRef, Envelope};
use crate::json::{ascii, compact};
use crate::storage::{StorageError, Store};

/// The result of a save.
#[derive(Clone, Debug, PartialEq)]
pub struct SaveOutcome {
    /// The save that was written.
    pub kept: SavePoint,
    /// What another tab had written meanwhile, if anything. It was merged: the newest response of each item was
    /// written.
    pub theirs: Option<OtherTabSave>,
}

/// Saves a document and its edition. `known` is the save that this tab last read or wrote. When the device holds
/// another save that is not older, another tab has written it, and the newest edit of each item is stored.
///
/// # Errors
/// [`StorageError`] when it is not stored. What was on the device before stays. The second copy was offered the save,
/// unless a newer version of the program has been here.
pub fn save(
    store: &impl Store,
    document: &Document,
    known: Option<&SavePoint>,
    now: Timestamp,
) -> Result<SaveOutcome, StorageError> {
    let edition = edition_key(&EditionRef::of(&document.edition));
    let edition_kept = if store.has(&edition) {
        Ok(())
    } else {
        set(store, &edition, &compact(&document.edition.whole), now)
    };
    let found = generations::open(store, &document.assessment.id);
    let met = meet(store, document, &found, known, now);
    if met == Err(StorageError::Newer) {
        return Err(StorageError::Newer);
    }
    let refused = met.as_ref().err().cloned();
    let (newest, theirs) = met.unwrap_or_default();
    let text = match &theirs {
        None => document.to_stored(now),
        Some(theirs) => {
            let mut both = document.clone();
            both.assessment = newest_of_each(&both.assessment, &theirs.assessment);
            both.to_stored(now)
        }
    };
    let (place, sequence) = generations::next(&found, newest.as_ref().or(known));
    let envelope = Envelope::of(&text, sequence, now);
    let kept = envelope.around(&text);
    drop(text);
    let key = generations::key(&document.assessment.id, place);
    if let Some(error) = refused {
        // What is there could not be moved out of the way. The second copy can still take the save.
        store.offer(&key, &kept);
        return Err(error);
    }
    set(store, &key, &kept, now)?;
    edition_kept?;
    let first = generations::first_form_key(&document.assessment.id);
    if found.iter().any(|opened| matches!(opened, SlotContent::FirstForm { .. }))
        && store.start(&first, MOVED.len() as u32).as_deref() != Some(MOVED)
    {
        // Without the room for the note, what is there is merged again with the next save, so nothing is lost.
        let _ = store.set(&first, MOVED);
    }
    Ok(SaveOutcome { kept: SavePoint { place, envelope }, theirs })
}

/// A save that has been started: what goes into it.
#[derive(Clone, Debug)]
pub struct PreparedSave {
    found: Vec<SlotContent>,
    /// The key of its edition.
    edition: String,
    key: String,
    place: u8,
    sequence: u64,
    at: Timestamp,
    json: String,
}

/// A save whose text is complete, in ASCII.
#[derive(Clone, Debug)]
pub struct SerializedSave {
    of: PreparedSave,
    text: String,
}

/// A save in its envelope.
#[derive(Clone, Debug)]
pub struct SealedSave {
    found: Vec<SlotContent>,
    edition: String,
    key: String,
    kept: SavePoint,
    text: String,
}

/// A save in the form in which the store takes it.
#[derive(Clone, Debug)]
pub struct ReadySave<T> {
    found: Vec<SlotContent>,
    edition: String,
    kept: SavePoint,
    text: T,
}

impl PreparedSave {
    /// Converts the JSON to ASCII.
    #[must_use]
    pub fn spell(mut self) -> SerializedSave {
        let text = ascii(std::mem::take(&mut self.json));
        SerializedSave { of: self, text }
    }
}

impl SerializedSave {
    /// Puts it into its envelope, with its digest.
    #[must_use]
    pub fn seal(self) -> SealedSave {
        let Self { of: PreparedSave { found, edition, key, place, sequence, at, .. }, text } = self;
        let envelope = Envelope::of(&text, sequence, at);
        let text = envelope.around(&text);
        SealedSave { found, edition, key, kept: SavePoint { place, envelope }, text }
    }
}

impl SealedSave {
    /// Converts it to the form in which the store takes it.
    pub fn ready<S: Store>(self, store: &S) -> ReadySave<S::Text> {
        let Self { found, edition, key, kept, text } = self;
        ReadySave { found, edition, kept, text: store.text(&key, &text) }
    }
}

/// Prepares the save of a document in the usual case: no other tab has written and everything is in its place, or it is
/// the first save. `None` otherwise: [`save`] then does it.
pub fn prepare(
    store: &impl Store,
    document: &Document,
    known: Option<&SavePoint>,
    now: Timestamp,
) -> Option<PreparedSave> {
    let found = generations::open(store, &document.assessment.id);
    let usual = |opened: &SlotContent| match opened {
        SlotContent::Save { kept, .. } => {
            kept.place < 2
                && known
                    .is_some_and(|known| known == kept || kept.envelope.sequence < known.envelope.sequence)
        }
        SlotContent::FirstForm { key } => store.start(key, MOVED.len() as u32).as_deref() == Some(MOVED),
        SlotContent::Broken { .. } | SlotContent::Newer { .. } => false,
    };
    let newest =
        |opened: &SlotContent| matches!(opened, SlotContent::Save { kept, .. } if known == Some(kept));
    let is_first = found.is_empty() && known.is_none();
    if !is_first && (!found.iter().all(usual) || !found.iter().any(newest)) {
        return None;
    }
    let edition = edition_key(&EditionRef::of(&document.edition));
    if !store.has(&edition) {
        set(store, &edition, &compact(&document.edition.whole), now).ok()?;
    }
    let (place, sequence) = generations::next(&found, known);
    let key = generations::key(&document.assessment.id, place);
    Some(PreparedSave { found, edition, key, place, sequence, at: now, json: document.stored_json(now) })
}

/// A save that was handed over and not yet read back.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingSave<T> {
    /// The save that it is, if it turns out to be stored.
    pub kept: SavePoint,
    text: T,
}

impl<T> PendingSave<T> {
    /// Reads the save back. Only then does it count as a save.
    ///
    /// # Errors
    /// As for [`save`].
    pub fn confirm(self, store: &impl Store<Text = T>) -> Result<(), StorageError> {
        store.confirm(self.text)
    }
}

/// Hands a save to the store. `None` when another tab has written meanwhile, or has removed the edition, which nothing
/// named yet. [`save`] handles both cases.
///
/// # Errors
/// As for [`save`].
pub fn hand_over<S: Store>(
    store: &S,
    id: &Id,
    ready: ReadySave<S::Text>,
    now: Timestamp,
) -> Option<Result<PendingSave<S::Text>, StorageError>> {
    let ReadySave { found, edition, kept, text } = ready;
    if generations::open(store, id) != found || !store.has(&edition) {
        return None;
    }
    Some(write(store, &text, now).map(|()| PendingSave { kept, text }))
}

/// Returns the newest undamaged save, and what other tabs have written since the known one.
fn meet(
    store: &impl Store,
    document: &Document,
    found: &[SlotContent],
    known: Option<&SavePoint>,
    now: Timestamp,
) -> Result<(Option<SavePoint>, Option<OtherTabSave>), StorageError> {
    let (mut newest, mut theirs) = (None, None::<OtherTabSave>);
    let mut take = |new: OtherTabSave| {
        theirs = Some(match theirs.take() {
            Some(other) => other.and(new),
            None => new,
        });
    };
    for opened in found {
        match opened {
            SlotContent::Save { kept, .. } if known == Some(kept) => {
                newest.get_or_insert_with(|| kept.clone());
            }
            SlotContent::Save { kept, .. }
                if kept.place < 2
                    && newest.is_some()
                    && known.is_some_and(|known| kept.envelope.sequence < known.envelope.sequence) => {}
            // Never overwrite what this version cannot read.
            SlotContent::Newer { .. } => return Err(StorageError::Newer),
            other => {
                let text = store.get(other.key()).unwrap_or_default();
                if text == MOVED {
                    continue;
                }
                let read = match other {
                    SlotContent::Save { kept, .. } => {
                        open_text(store, &kept.envelope, &text, &document.edition)
                    }
                    SlotContent::FirstForm { .. } => first_form(store, &text, &document.edition),
                    _ => Err(LoadError::Broken),
                };
                match read {
                    Ok(read) => {
                        if let SlotContent::Save { kept, .. } = other {
                            newest.get_or_insert_with(|| kept.clone());
                            take(OtherTabSave::of_save(read.assessment, kept));
                            continue;
                        }
                        if known.is_none() {
                            // The last state in the first storage format, before a note replaces it.
                            let _ = keep_aside(store, &SetAside::first_form(&read, text, now));
                        }
                        take(OtherTabSave::of_first_form(read.assessment));
                    }
                    Err(LoadError::Newer) => return Err(StorageError::Newer),
                    Err(LoadError::Broken | LoadError::NoEdition(_)) => {
                        move_aside(store, other.key(), &document.assessment.id, &text, now).1?;
                    }
                }
            }
        }
    }
    Ok((newest, theirs))
}
