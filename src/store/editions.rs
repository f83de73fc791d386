//! The editions on this device: which there are, and what is shown around them.

use super::Exchange;
use super::spreadsheet::SpreadsheetRead;
use super::starting::fetch_offered;
use crate::platform::storage::Device;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::Id;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{EditionRef, ImportError};
use standards_met_core::kit::{ListedEdition, Problem};
use standards_met_core::storage::StorageError;
use standards_met_core::storage::{self, EditionOrigin, StoredEdition};
use std::cell::OnceCell;
use std::sync::Arc;

thread_local! {
    /// One for the whole page. Made where it is first asked for, because the first page knows nothing of it.
    static HELD: OnceCell<Editions> = const { OnceCell::new() };
}

/// What is shown around editions. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Editions {
    /// Says that the list has changed.
    pub list: RwSignal<()>,
    /// The editions that the page offers beside the built-in one, as far as they have been fetched.
    pub included: RwSignal<Vec<Arc<Edition>>>,
    /// A file that nobody has looked into yet: what does that is with the page of editions.
    pub waiting: RwSignal<Option<Waiting>>,
    /// A file that was read and waits for a choice.
    pub opened: RwSignal<Option<Opened>>,
    pub hosted: RwSignal<Hosted>,
    /// What was done last, to be told once.
    pub said: RwSignal<Option<Said>>,
    /// Whether it was told.
    told: RwSignal<bool>,
    /// What was taken off the list last, until it is put back or something else is done.
    pub taken_off: RwSignal<Option<(Arc<Edition>, StoredEdition)>>,
    /// The assessment whose next year is to be begun, until that is done.
    pub next_of: RwSignal<Option<Id>>,
    /// The spreadsheet in the edition kit.
    pub spreadsheet: RwSignal<SpreadsheetRead>,
}

impl Editions {
    /// What was done last has been told.
    pub fn tell_once(self) {
        *self.told.write_untracked() = true;
    }

    /// Another page is shown: what was told there is not told again.
    pub fn leave(self) {
        if self.told.get_untracked() {
            *self.said.write_untracked() = None;
            *self.taken_off.write_untracked() = None;
        }
    }
}

/// What the host that serves this page has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hosted {
    NotAsked,
    Asking,
    /// The host does not answer, or has no list.
    NoAnswer,
    Here(Vec<ListedEdition>),
}

/// A file by its name, and what was read of it.
pub type Waiting = (String, Result<Vec<u8>, ImportError>);

/// An edition on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionHere {
    pub edition: Arc<Edition>,
    /// How it came here; `None` for the one that is delivered with the page, and for one that an assessment brought along.
    pub added: Option<StoredEdition>,
    /// Whether it comes with the page, and cannot be removed.
    pub is_included: bool,
    /// Whose assessments use it.
    pub used_by: Vec<String>,
}

/// An edition that was read out of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub file: String,
    pub origin: EditionOrigin,
    /// `None` where the problems are too many, or too bad.
    pub edition: Option<Arc<Edition>>,
    pub problems: Vec<Problem>,
}

/// What was done, or why it could not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The edition with this title is on the device.
    Added(String),
    /// It is here already, with exactly this wording.
    HereAlready(String),
    /// It could not be kept.
    NotKept(StorageError),
    /// The edition with this title could not be taken off the list.
    NotTakenOff(String),
    /// It is off the list.
    Removed(String),
    /// It was handed out as this file.
    Saved(String),
    /// It is a sheet for an IT supplier, with only some of the questions.
    Sheet(String),
    /// The file could not be read.
    Unread { file: String, error: ImportError },
    /// What the host gave is not what its list says.
    OtherThanListed(String),
    /// What the host gave is what its list says, and cannot be used.
    Unusable(String),
    /// The host did not give this file.
    NotGiven(String),
}

impl Exchange {
    /// What is shown around editions.
    #[must_use]
    pub fn editions_context(self) -> Editions {
        let new = || Editions {
            list: RwSignal::new(()),
            included: RwSignal::new(Vec::new()),
            waiting: RwSignal::new(None),
            opened: RwSignal::new(None),
            hosted: RwSignal::new(Hosted::NotAsked),
            said: RwSignal::new(None),
            told: RwSignal::new(false),
            taken_off: RwSignal::new(None),
            next_of: RwSignal::new(None),
            spreadsheet: RwSignal::new(SpreadsheetRead::Nothing),
        };
        HELD.with(|editions| *editions.get_or_init(|| self.for_the_page(new)))
    }

    /// Every edition on this device by year, the newest first.
    #[must_use]
    pub fn editions(self) -> Vec<EditionHere> {
        let mut all = Vec::new();
        let included = self.editions_context().included.get_untracked();
        for edition in included.into_iter().chain([self.assessments.built_in()]) {
            if let Some(here) = put(&mut all, edition, None) {
                here.is_included = true;
            }
        }
        let device = Device::open();
        for added in storage::added_editions(&device) {
            if let Some(edition) = storage::kept_edition(&device, &added.edition) {
                put(&mut all, Arc::new(edition), Some(added));
            }
        }
        self.assessments.documents.with_untracked(|documents| {
            // What a sheet for somebody else asks is a part of an edition.
            for document in documents.iter().filter(|document| document.assessment.sheet_of.is_none()) {
                let here = put(&mut all, document.edition.clone(), None);
                if let Some(here) = here {
                    here.used_by.push(document.assessment.organisation.name.clone());
                }
            }
        });
        all
    }

    /// The edition of this name on this device.
    #[must_use]
    pub fn edition_here(self, name: &EditionRef) -> Option<Arc<Edition>> {
        let found = self.editions().into_iter().find(|here| EditionRef::of(&here.edition) == *name);
        found.map(|here| here.edition)
    }

    /// Fetches the editions that the page offers and that are not here yet. They are on the list once they have come; where
    /// one does not, the list stays as it is.
    pub fn include_offered(self) {
        let included = self.editions_context().included;
        for listed in self.assessments.offered_years() {
            if included.with_untracked(|all| all.iter().any(|edition| edition.year == listed.year)) {
                continue;
            }
            spawn_local(async move {
                let Ok(edition) = fetch_offered(&listed).await else { return };
                let name = EditionRef::of(&edition);
                let known = included.with_untracked(|all| all.iter().any(|one| EditionRef::of(one) == name));
                if !known {
                    included.update(|all| all.push(Arc::new(edition)));
                    self.list_changed();
                }
            });
        }
    }

    pub(super) fn say_of_editions(self, said: Said) {
        let editions = self.editions_context();
        *editions.told.write_untracked() = false;
        editions.taken_off.set(None);
        editions.said.set(Some(said));
    }

    pub(super) fn list_changed(self) {
        self.assessments.open_waiting();
        let editions = self.editions_context();
        editions.list.update(|()| ());
    }
}

/// Puts an edition into the list unless it is there, and gives its place.
fn put(
    all: &mut Vec<EditionHere>,
    edition: Arc<Edition>,
    added: Option<StoredEdition>,
) -> Option<&mut EditionHere> {
    let name = EditionRef::of(&edition);
    let known = all.iter().position(|here| EditionRef::of(&here.edition) == name);
    let place = known.unwrap_or_else(|| {
        let of = |here: &EditionHere| here.edition.year >= edition.year;
        let place = all.partition_point(of);
        all.insert(place, EditionHere { edition, added: None, is_included: false, used_by: Vec::new() });
        place
    });
    let here = all.get_mut(place)?;
    if added.is_some() {
        here.added = added;
    }
    Some(here)
}
