//! Writing to the device.

use super::aside::{SetAside, keep_aside, move_aside};
use super::generations::{self, Kept, MOVED, Opened};
use super::load::{Trouble, first_form, open_text};
use super::{edition_key, thin};
use crate::assessment::{Assessment, Id, Timestamp, newest_of_each};
use crate::browser::storage::{StorageError, Store};
use crate::exchange::{Document, EditionRef, Envelope};
use crate::json::compact;

/// What a save wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Which save it is.
    pub kept: Kept,
    /// What another tab had written meanwhile, if it had. It was taken in: what was written is the newest of each.
    pub theirs: Option<Assessment>,
}

/// Keeps a document and its edition. `known` is the save that this tab last read or wrote: where the device holds
/// another that is not older, another tab has written it, and of each item the newest edit is kept.
///
/// # Errors
/// [`StorageError`] when it is not kept; what was on the device before still is. Unless a newer version of this page has
/// been here, the second copy was offered it.
pub fn save(
    store: &impl Store,
    document: &Document,
    known: Option<&Kept>,
    now: Timestamp,
) -> Result<Saved, StorageError> {
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
            both.assessment = newest_of_each(&both.assessment, theirs);
            both.to_stored(now)
        }
    };
    let (place, sequence) = generations::next(&found, newest.as_ref().or(known));
    let envelope = Envelope::of(&text, sequence, now);
    let kept = envelope.around(&text);
    drop(text);
    let key = generations::key(&document.assessment.id, place);
    if let Some(error) = refused {
        // What is there could not be moved out of the way. The second copy can take it all the same.
        store.offer(&key, &kept);
        return Err(error);
    }
    set(store, &key, &kept, now)?;
    edition_kept?;
    let first = generations::first_form_key(&document.assessment.id);
    if found.iter().any(|opened| matches!(opened, Opened::FirstForm { .. }))
        && store.start(&first, MOVED.len() as u32).as_deref() != Some(MOVED)
    {
        // Without the room for the note, what is there is taken in again with the next save: nothing is lost.
        let _ = store.set(&first, MOVED);
    }
    Ok(Saved { kept: Kept { place, envelope }, theirs })
}

/// A save of which the text is made: a third of the work.
#[derive(Clone, Debug)]
pub struct Prepared {
    found: Vec<Opened>,
    key: String,
    place: u8,
    sequence: u64,
    at: Timestamp,
    text: String,
}

/// A save that is ready to be written, in its envelope.
#[derive(Clone, Debug)]
pub struct Sealed {
    found: Vec<Opened>,
    key: String,
    kept: Kept,
    text: String,
}

impl Prepared {
    /// Puts it into its envelope: the second third of the work is to hash it.
    #[must_use]
    pub fn seal(self) -> Sealed {
        let Self { found, key, place, sequence, at, text } = self;
        let envelope = Envelope::of(&text, sequence, at);
        let text = envelope.around(&text);
        Sealed { found, key, kept: Kept { place, envelope }, text }
    }
}

/// Prepares the save of a document in the usual case: nobody else has written, everything is in its place. `None`
/// otherwise; [`save`] does it then.
pub fn prepare(
    store: &impl Store,
    document: &Document,
    known: Option<&Kept>,
    now: Timestamp,
) -> Option<Prepared> {
    let found = generations::open(store, &document.assessment.id);
    let usual = |opened: &Opened| match opened {
        Opened::Save { kept, .. } => {
            kept.place < 2
                && known
                    .is_some_and(|known| known == kept || kept.envelope.sequence < known.envelope.sequence)
        }
        Opened::FirstForm { key } => store.start(key, MOVED.len() as u32).as_deref() == Some(MOVED),
        Opened::Broken { .. } | Opened::Newer { .. } => false,
    };
    let newest = |opened: &Opened| matches!(opened, Opened::Save { kept, .. } if known == Some(kept));
    let edition = edition_key(&EditionRef::of(&document.edition));
    if !found.iter().all(usual) || !found.iter().any(newest) || !store.has(&edition) {
        return None;
    }
    let (place, sequence) = generations::next(&found, known);
    let key = generations::key(&document.assessment.id, place);
    Some(Prepared { found, key, place, sequence, at: now, text: document.to_stored(now) })
}

/// Writes what was prepared and sealed. `None` where somebody else has written meanwhile: [`save`] takes that in.
///
/// # Errors
/// As for [`save`].
pub fn write(
    store: &impl Store,
    id: &Id,
    sealed: Sealed,
    now: Timestamp,
) -> Option<Result<Saved, StorageError>> {
    if generations::open(store, id) != sealed.found {
        return None;
    }
    let written = set(store, &sealed.key, &sealed.text, now);
    Some(written.map(|()| Saved { kept: sealed.kept, theirs: None }))
}

/// Writes; and where there is no room, once more when what nobody asked for has given way.
fn set(store: &impl Store, key: &str, text: &str, now: Timestamp) -> Result<(), StorageError> {
    let written = store.set(key, text);
    if written == Err(StorageError::Full) && thin(store, 0, now) {
        return store.set(key, text);
    }
    written
}

/// The newest save that is whole, and what other tabs have written since the known one.
fn meet(
    store: &impl Store,
    document: &Document,
    found: &[Opened],
    known: Option<&Kept>,
    now: Timestamp,
) -> Result<(Option<Kept>, Option<Assessment>), StorageError> {
    let (mut newest, mut theirs) = (None, None::<Assessment>);
    let mut take = |new: Assessment| {
        theirs = Some(match theirs.take() {
            Some(other) => newest_of_each(&other, &new),
            None => new,
        });
    };
    for opened in found {
        match opened {
            Opened::Save { kept, .. } if known == Some(kept) => {
                newest.get_or_insert_with(|| kept.clone());
            }
            Opened::Save { kept, .. }
                if kept.place < 2
                    && newest.is_some()
                    && known.is_some_and(|known| kept.envelope.sequence < known.envelope.sequence) => {}
            // Never write over what this version cannot read.
            Opened::Newer { .. } => return Err(StorageError::Newer),
            other => {
                let text = store.get(other.key()).unwrap_or_default();
                if text == MOVED {
                    continue;
                }
                let read = match other {
                    Opened::Save { kept, .. } => open_text(store, &kept.envelope, &text, &document.edition),
                    Opened::FirstForm { .. } => first_form(store, &text, &document.edition),
                    _ => Err(Trouble::Broken),
                };
                match read {
                    Ok(read) => {
                        if let Opened::Save { kept, .. } = other {
                            newest.get_or_insert_with(|| kept.clone());
                        } else if known.is_none() {
                            // The last of the old form, before its place says that it has moved.
                            let _ = keep_aside(store, &SetAside::first_form(&read, text, now));
                        }
                        take(read.assessment);
                    }
                    Err(Trouble::Newer) => return Err(StorageError::Newer),
                    Err(Trouble::Broken) => {
                        move_aside(store, other.key(), &document.assessment.id, &text, now).1?;
                    }
                }
            }
        }
    }
    Ok((newest, theirs))
}
