//! Reading what is on the device.

use super::aside::{Reason, SetAside, all, in_order, move_aside};
use super::editions::{self, find_edition};
use super::generations::{self, MOVED, SavePoint, SlotContent, assessment_of};
use crate::assessment::{Id, KnownEdits, Response, Timestamp, newest_of_each, superseded};
use crate::catalogue::Edition;
use crate::exchange::{Document, EditionRef, Envelope, ImportError, read_stored};
use crate::storage::Store;
use std::sync::Arc;

/// Everything found on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedStore {
    pub documents: Vec<Document>,
    pub set_aside: Vec<SetAside>,
    /// The save that each document is. A document that is not listed has to be saved in the present format.
    pub kept: Vec<(Id, SavePoint)>,
    /// The assessments of which something was damaged and has just been moved aside.
    pub damaged: Vec<Id>,
}

/// Reads everything. What cannot be read is moved aside, or left where it is when there is no room to move it.
pub fn load(store: &impl Store, built_in: &Arc<Edition>, now: Timestamp) -> LoadedStore {
    let mut loaded = LoadedStore { set_aside: all(store, now), ..LoadedStore::default() };
    let mut ids: Vec<Id> = Vec::new();
    for id in store.keys().iter().filter_map(|key| assessment_of(key)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    for id in ids {
        let one = load_one(store, &id, built_in, now);
        if one.set_aside.iter().any(|aside| aside.reason == Reason::Unreadable) {
            loaded.damaged.push(id.clone());
        }
        for aside in one.set_aside {
            in_order(&mut loaded.set_aside, aside, |one| one.at);
        }
        if let Some(document) = one.document {
            in_order(&mut loaded.documents, document, |one| one.assessment.created_at);
            if let Some(kept) = one.kept {
                loaded.kept.push((id, kept));
            }
        }
    }
    loaded
}

/// One assessment as it is on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedAssessment {
    pub document: Option<Document>,
    /// The save that it is. `None` when no save holds exactly this document.
    pub kept: Option<SavePoint>,
    pub set_aside: Vec<SetAside>,
    /// Responses of saves that two tabs made at once, where the response of the other tab is shown.
    pub superseded: Vec<Response>,
    /// The keys of everything that is in the document.
    pub read: Vec<String>,
}

/// Reads one assessment: the newest undamaged save, merged with one that another tab made under the same number.
pub fn load_one(store: &impl Store, id: &Id, built_in: &Arc<Edition>, now: Timestamp) -> LoadedAssessment {
    let mut one = LoadedAssessment::default();
    // Until the newest save is found, whatever cannot be read may have been the newest.
    let mut newest: Option<u64> = None;
    for opened in generations::open(store, id) {
        // Each tab counts separately what only the second copy took, so all of that is read.
        if let SlotContent::Save { kept, .. } = &opened
            && kept.place < 2
            && newest.is_some_and(|newest| kept.envelope.sequence < newest)
        {
            continue;
        }
        let Some(text) = store.get(opened.key()) else { continue };
        if text == MOVED {
            continue;
        }
        let is_save = matches!(opened, SlotContent::Save { .. });
        let found = match &opened {
            SlotContent::Save { kept, .. } => open_text(store, &kept.envelope, &text, built_in),
            SlotContent::FirstForm { .. } => first_form(store, &text, built_in),
            SlotContent::Newer { .. } => Err(LoadError::Newer),
            SlotContent::Broken { .. } => Err(LoadError::Broken),
        };
        match found {
            Ok(document) => {
                one.read.push(opened.key().to_owned());
                if let SlotContent::Save { kept, .. } = opened {
                    newest = newest.max(Some(kept.envelope.sequence));
                    // Merged with another save, it is no longer this one.
                    one.kept = one.document.is_none().then_some(kept);
                } else {
                    one.kept = None;
                }
                let lost = take_in(&mut one.document, document);
                // What is in the first storage format is only older.
                one.superseded.extend(lost.into_iter().flatten().filter(|_| is_save));
            }
            Err(LoadError::Newer) => {
                let aside = SetAside::newer(opened.key(), id, &text, now);
                return LoadedAssessment { set_aside: vec![aside], ..LoadedAssessment::default() };
            }
            // It is of no use beside a newer undamaged save.
            Err(LoadError::NoEdition(_)) if one.document.is_some() => {}
            Err(LoadError::NoEdition(edition)) => {
                // It stays where it is, whole. With its edition, it can be opened again.
                let mut found = LoadedAssessment::default();
                found.set_aside.push(SetAside::waiting(id, &text, now));
                found.set_aside.extend(editions::move_damaged(store, &edition, now));
                return found;
            }
            Err(LoadError::Broken) => {
                one.set_aside.push(move_aside(store, opened.key(), id, &text, now).0);
            }
        }
    }
    one
}

/// Merges another save into the document. Returns the responses that are in neither any more, or `None` when there was
/// no document yet.
fn take_in(into: &mut Option<Document>, document: Document) -> Option<Vec<Response>> {
    match into {
        Some(known) => {
            let lost = superseded(&known.assessment, &document.assessment, &KnownEdits::default(), 0);
            known.assessment = newest_of_each(&known.assessment, &document.assessment);
            Some(lost)
        }
        None => {
            *into = Some(document);
            None
        }
    }
}

/// Why a stored text gives no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// A newer version of the program wrote it.
    Newer,
    /// It is whole, but its edition is not on the device.
    NoEdition(EditionRef),
    /// It is damaged.
    Broken,
}

/// Reads the document in a text that another tab wrote under a key. Also returns which save it is, or `None` for the
/// first storage format. The whole result is `None` for the note that the assessment has moved.
///
/// # Errors
/// [`LoadError`] when the text is damaged, was written by a newer version of the program, or names an edition that is
/// not on the device.
pub fn open_kept(
    store: &impl Store,
    key: &str,
    text: &str,
    built_in: &Arc<Edition>,
) -> Result<Option<(Document, Option<SavePoint>)>, LoadError> {
    if text == MOVED {
        return Ok(None);
    }
    let Some(place) = generations::place_of(key) else {
        return Ok(Some((first_form(store, text, built_in)?, None)));
    };
    let envelope = Envelope::parse(text).ok_or(LoadError::Broken)?;
    if envelope.is_newer() {
        return Err(LoadError::Newer);
    }
    let document = open_text(store, &envelope, text, built_in)?;
    Ok(Some((document, Some(SavePoint { place, envelope }))))
}

/// Reads the document in an envelope.
pub(super) fn open_text(
    store: &impl Store,
    envelope: &Envelope,
    text: &str,
    built_in: &Arc<Edition>,
) -> Result<Document, LoadError> {
    let text = envelope.open(text).ok_or(LoadError::Broken)?;
    first_form(store, text, built_in)
}

/// Reads a document without an envelope.
pub(super) fn first_form(
    store: &impl Store,
    text: &str,
    built_in: &Arc<Edition>,
) -> Result<Document, LoadError> {
    match read_stored(text, |wanted| find_edition(store, wanted, built_in)) {
        Ok(document) => Ok(document),
        Err(ImportError::NewerVersion { .. }) => Err(LoadError::Newer),
        Err(ImportError::EditionMissing { edition }) => Err(LoadError::NoEdition(EditionRef(edition))),
        Err(_) => Err(LoadError::Broken),
    }
}
