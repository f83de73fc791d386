//! Reading what is on the device.

use super::aside::{Reason, SetAside, all, in_order, move_aside};
use super::editions::{self, find_edition};
use super::generations::{self, MOVED, SavePoint, SlotContent, assessment_of};
use crate::assessment::{Id, KnownEdits, Response, Timestamp, newest_of_each, superseded};
use crate::catalogue::Edition;
use crate::exchange::{Document, EditionRef, Envelope, ImportError, read};
use crate::storage::Store;
use std::sync::Arc;

/// Everything found on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedStore {
    pub documents: Vec<Document>,
    pub set_aside: Vec<SetAside>,
    /// Which save each document is. One that is not here has to be saved in the present form.
    pub kept: Vec<(Id, SavePoint)>,
    /// The assessments of which something was damaged, and has just been moved aside.
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

/// One assessment as the device has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedAssessment {
    pub document: Option<Document>,
    /// Which save it is. `None` where no save holds just this.
    pub kept: Option<SavePoint>,
    pub set_aside: Vec<SetAside>,
    /// Responses of saves that two tabs had made at once, where the other's is shown.
    pub superseded: Vec<Response>,
    /// The keys of all that is in the document.
    pub read: Vec<String>,
}

/// Reads one assessment: the newest save that is whole, and with it one that another tab made as the same save.
pub fn load_one(store: &impl Store, id: &Id, built_in: &Arc<Edition>, now: Timestamp) -> LoadedAssessment {
    let mut one = LoadedAssessment::default();
    // As long as the newest is not found, whatever cannot be read may have been the newest.
    let mut newest: Option<u64> = None;
    for opened in generations::open(store, id) {
        // Each tab counts by itself what only the second copy took: all of that is taken in.
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
                    // Merged with another, it is not this save any more.
                    one.kept = one.document.is_none().then_some(kept);
                } else {
                    one.kept = None;
                }
                let lost = take_in(&mut one.document, document);
                // What is in the older form is only older.
                one.superseded.extend(lost.into_iter().flatten().filter(|_| is_save));
            }
            Err(LoadError::Newer) => {
                let aside = SetAside::newer(opened.key(), id, &text, now);
                return LoadedAssessment { set_aside: vec![aside], ..LoadedAssessment::default() };
            }
            // Beside a newer save that is whole, it is of no use.
            Err(LoadError::NoEdition(_)) if one.document.is_some() => {}
            Err(LoadError::NoEdition(edition)) => {
                // It stays where it is, whole: with its questions, it can be opened again.
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

/// Takes in another save. Gives the responses that are in neither any more, where there are two.
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

/// Why a kept text gives no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// A newer version of this page wrote it.
    Newer,
    /// It is whole, and its questions are not here.
    NoEdition(EditionRef),
    /// It is damaged.
    Broken,
}

/// The document in a text that another tab wrote under a key, and which save it is, unless it is in the first form.
/// `None` for the note that it has moved.
///
/// # Errors
/// [`LoadError`] when it is damaged, or from a newer version of this page.
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

pub(super) fn open_text(
    store: &impl Store,
    envelope: &Envelope,
    text: &str,
    built_in: &Arc<Edition>,
) -> Result<Document, LoadError> {
    let text = envelope.open(text).ok_or(LoadError::Broken)?;
    first_form(store, text, built_in)
}

/// A document without an envelope.
pub(super) fn first_form(
    store: &impl Store,
    text: &str,
    built_in: &Arc<Edition>,
) -> Result<Document, LoadError> {
    match read(text, |wanted| find_edition(store, wanted, built_in)) {
        Ok(read) => Ok(read.document),
        Err(ImportError::NewerVersion { .. }) => Err(LoadError::Newer),
        Err(ImportError::EditionMissing { edition }) => Err(LoadError::NoEdition(EditionRef(edition))),
        Err(_) => Err(LoadError::Broken),
    }
}
