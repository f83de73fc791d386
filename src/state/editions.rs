//! The editions on this device: which there are, putting one here, taking one off, and beginning an assessment with one.

use super::{AppState, Hosted, SpreadsheetRead, Watched};
use crate::assessment::{Assessment, CarriedFrom, Id};
use crate::browser::files::File;
use crate::browser::shelf::{self, Added, Origin};
use crate::browser::storage::{Device, StorageError};
use crate::browser::{clock, files, random};
use crate::catalogue::Edition;
use crate::exchange::{Document, EditionRef, FORMAT, ImportError, report_name, text_of};
use crate::json::Extra;
use crate::kit::{self, Problem};
use crate::route::Route;
use leptos::task::spawn_local;
use std::cell::OnceCell;
use std::sync::Arc;

thread_local! {
    /// One for the whole page. Not in [`AppState`], because the first page knows nothing of it.
    static HELD: OnceCell<Editions> = const { OnceCell::new() };
}

/// What is shown around editions. It lives as long as the page.
#[derive(Clone, Copy)]
pub struct Editions {
    /// Says that the list has changed.
    pub list: Watched<()>,
    /// A file that nobody has looked into yet: what does that is with the page of editions.
    pub waiting: Watched<Option<Waiting>>,
    /// A file that was read and waits for a choice.
    pub opened: Watched<Option<Opened>>,
    pub hosted: Watched<Hosted>,
    /// What was done last, to be told.
    pub said: Watched<Option<Said>>,
    /// The spreadsheet in the edition kit.
    pub spreadsheet: Watched<SpreadsheetRead>,
}

/// A file by its name, and what was read of it.
pub type Waiting = (String, Result<Vec<u8>, ImportError>);

/// An edition on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionHere {
    pub edition: Arc<Edition>,
    /// How it came here; `None` for the one that is delivered with the page, and for one that an assessment brought along.
    pub added: Option<Added>,
    pub is_built_in: bool,
    /// Whose assessments use it.
    pub used_by: Vec<String>,
}

/// An edition that was read out of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub file: String,
    pub origin: Origin,
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
    /// It is off the list.
    Removed(String),
    /// It was handed out as this file.
    Saved(String),
    /// The file could not be read.
    Unread { file: String, error: ImportError },
    /// What the host gave is not what its list says.
    OtherThanListed(String),
    /// The host did not give this file.
    NotGiven(String),
}

impl AppState {
    /// Has to be called once, where what is made lives as long as the page.
    pub fn prepare_editions(self) {
        HELD.with(|held| {
            held.get_or_init(|| Editions {
                list: Watched::new(()),
                waiting: Watched::new(None),
                opened: Watched::new(None),
                hosted: Watched::new(Hosted::NotAsked),
                said: Watched::new(None),
                spreadsheet: Watched::new(SpreadsheetRead::Nothing),
            });
        });
    }

    /// What is shown around editions. `None` before [`Self::prepare_editions`].
    #[must_use]
    pub fn editions_held(self) -> Option<Editions> {
        HELD.with(|held| held.get().copied())
    }

    /// Every edition on this device: the one delivered with the page first, then by year, the newest first.
    #[must_use]
    pub fn editions(self) -> Vec<EditionHere> {
        let mut all = vec![EditionHere {
            edition: self.built_in.clone(),
            added: None,
            is_built_in: true,
            used_by: Vec::new(),
        }];
        let device = Device::open();
        for added in shelf::added_editions(&device) {
            if let Some(edition) = shelf::kept_edition(&device, &added.edition) {
                put(&mut all, Arc::new(edition), Some(added));
            }
        }
        self.documents.with_untracked(|documents| {
            for document in documents {
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

    /// Reads a file with an edition in it, which then waits for a choice; a spreadsheet goes into the kit.
    pub fn open_edition(self, file: File) {
        let name = file.name();
        if kit::is_spreadsheet(&name) {
            self.read_spreadsheet(file);
            self.go(&Route::EditionKit);
            return;
        }
        spawn_local(async move { self.bring_edition(name, files::read(&file).await) });
    }

    /// Brings a file with an edition in it to the page of editions.
    pub(super) fn bring_edition(self, file: String, bytes: Result<Vec<u8>, ImportError>) {
        if let Some(held) = self.editions_held() {
            held.waiting.set(Some((file, bytes)));
            self.go(&Route::Editions);
        }
    }

    /// Looks into the file that waits, if there is one, and offers what is in it.
    pub fn look_into_waiting(self) {
        let Some(held) = self.editions_held() else { return };
        let Some((file, bytes)) = held.waiting.update_quietly(Option::take) else { return };
        match bytes.as_ref().map_err(Clone::clone).and_then(|bytes| text_of(bytes)) {
            Err(error) => self.say_of_editions(Said::Unread { file, error }),
            Ok(text) => {
                let (edition, problems) = kit::check(text);
                let origin = if is_document(text) { Origin::Document } else { Origin::File };
                held.said.set(None);
                held.opened.set(Some(Opened { file, origin, edition: edition.map(Arc::new), problems }));
            }
        }
    }

    pub fn decline_edition(self) {
        if let Some(held) = self.editions_held() {
            held.opened.set(None);
        }
    }

    /// Puts the opened edition on this device.
    pub fn accept_edition(self) {
        let opened = self.editions_held().and_then(|held| held.opened.update(Option::take));
        if let Some(Opened { file, origin, edition: Some(edition), .. }) = opened {
            self.add_edition(&edition, origin, &file);
        }
    }

    /// Puts an edition on this device. Gives whether it is there.
    pub fn add_edition(self, edition: &Edition, origin: Origin, file: &str) -> bool {
        let name = EditionRef::of(edition);
        let known = name == EditionRef::of(self.built_in);
        let added = match known {
            true => Ok(()),
            false => shelf::add_edition(&Device::open(), edition, origin, file, clock::now()),
        };
        let is_here = added.is_ok();
        self.say_of_editions(match added {
            Ok(()) if known => Said::HereAlready(edition.title.clone()),
            Ok(()) => Said::Added(edition.title.clone()),
            Err(error) => Said::NotKept(error),
        });
        is_here
    }

    /// Takes an edition off the list; an assessment that uses it keeps it.
    pub fn remove_edition(self, edition: &Edition) {
        let dropped = shelf::drop_edition(&Device::open(), &EditionRef::of(edition));
        self.say_of_editions(match dropped {
            Ok(()) => Said::Removed(edition.title.clone()),
            Err(error) => Said::NotKept(error),
        });
    }

    /// Hands an edition to the person as a file.
    pub fn save_edition(self, edition: &Edition) {
        let text = serde_json::to_string_pretty(&edition.whole).unwrap_or_default();
        let name = report_name(&edition.title, "edition", clock::today(), "json");
        files::hand_over(&name, &text);
        self.say_of_editions(Said::Saved(name));
    }

    pub(super) fn say_of_editions(self, said: Said) {
        if let Some(held) = self.editions_held() {
            held.said.set(Some(said));
            held.list.update(|()| ());
        }
    }

    /// Begins an assessment with an edition and opens it: an empty one, or one that answers of another year are carried over
    /// into, whose assessment stays as it is.
    pub fn begin_with(self, edition: Arc<Edition>, name: &str, ods_code: &str, from: Option<&Id>) {
        let now = clock::now();
        let mut assessment = Assessment::new(random::new_id(), name, ods_code, now);
        let from = from.and_then(|from| self.peek(from, carried_from));
        let id = assessment.id.clone();
        let route = match &from {
            Some(from) => {
                assessment.begin_from(from);
                Route::Carry(id)
            }
            None => Route::Overview(id),
        };
        self.add(Document { edition, assessment, extra: Extra::new() });
        self.go(&route);
    }
}

/// Whether it is an assessment, which brings its edition along.
fn is_document(text: &str) -> bool {
    let whole: Option<Extra> = serde_json::from_str(text).ok();
    whole.is_some_and(|whole| whole.get("format").and_then(serde_json::Value::as_str) == Some(FORMAT))
}

fn carried_from(old: &Document) -> CarriedFrom {
    CarriedFrom {
        assessment: old.assessment.id.clone(),
        edition: EditionRef::of(&old.edition).0,
        title: old.edition.title.clone(),
        year: old.edition.year.clone(),
    }
}

/// Puts an edition into the list unless it is there, and gives its place.
fn put(all: &mut Vec<EditionHere>, edition: Arc<Edition>, added: Option<Added>) -> Option<&mut EditionHere> {
    let name = EditionRef::of(&edition);
    let known = all.iter().position(|here| EditionRef::of(&here.edition) == name);
    let place = known.unwrap_or_else(|| {
        let of = |here: &EditionHere| here.is_built_in || here.edition.year >= edition.year;
        let place = all.partition_point(of);
        all.insert(place, EditionHere { edition, added: None, is_built_in: false, used_by: Vec::new() });
        place
    });
    let here = all.get_mut(place)?;
    if added.is_some() {
        here.added = added;
    }
    Some(here)
}
