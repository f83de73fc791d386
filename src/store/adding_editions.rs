//! Putting an edition on this device, and taking one off its list.

use super::{EditionHere, Exchange, Opened, Said};
use crate::platform::files::File;
use crate::platform::storage::Device;
use crate::platform::{clock, files};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{EditionRef, FORMAT, ImportError, report_name, text_of};
use standards_met_core::json::Extra;
use standards_met_core::kit;
use standards_met_core::storage::{self, EditionOrigin};
use std::sync::Arc;

impl Exchange {
    /// Reads a file with an edition in it, which then waits for a choice; a spreadsheet goes into the kit.
    pub fn open_edition(self, file: File) {
        let name = file.name();
        if kit::is_spreadsheet(&name) {
            self.read_spreadsheet(file);
            self.navigation.go(&Route::EditionKit);
            return;
        }
        spawn_local(async move { self.bring_edition(name, files::read(&file).await) });
    }

    /// Brings a file with an edition in it to the page of editions.
    pub(super) fn bring_edition(self, file: String, bytes: Result<Vec<u8>, ImportError>) {
        let editions = self.editions_context();
        editions.waiting.set(Some((file, bytes)));
        self.navigation.go(&Route::Editions);
    }

    /// Looks into the file that waits, if there is one, and offers what is in it.
    pub fn look_into_waiting(self) {
        let editions = self.editions_context();
        let Some((file, bytes)) = editions.waiting.update_untracked(Option::take) else { return };
        match bytes.as_ref().map_err(Clone::clone).and_then(|bytes| text_of(bytes)) {
            Err(error) => self.say_of_editions(Said::Unread { file, error }),
            Ok(text) if is_sheet(text) => self.say_of_editions(Said::Sheet(file)),
            Ok(text) => {
                let (edition, problems) = kit::check(text);
                let origin = if is_document(text) { EditionOrigin::Document } else { EditionOrigin::File };
                editions.said.set(None);
                editions.opened.set(Some(Opened { file, origin, edition: edition.map(Arc::new), problems }));
            }
        }
    }

    pub fn decline_edition(self) {
        let editions = self.editions_context();
        editions.opened.set(None);
    }

    /// Puts the opened edition on this device. Where that fails, it stays opened.
    pub fn accept_edition(self) {
        let editions = self.editions_context();
        if let Some(Opened { file, origin, edition: Some(edition), .. }) = editions.opened.get_untracked()
            && self.add_edition(&edition, origin, &file)
        {
            editions.opened.set(None);
        }
    }

    /// Puts an edition on this device. Gives whether it is there.
    pub fn add_edition(self, edition: &Edition, origin: EditionOrigin, file: &str) -> bool {
        let name = EditionRef::of(edition);
        let is_listed = |here: &EditionHere| here.is_included || here.added.is_some();
        let known =
            self.editions().iter().any(|here| is_listed(here) && EditionRef::of(&here.edition) == name);
        let added = match known {
            true => Ok(()),
            false => storage::add_edition(&Device::open(), edition, origin, file, clock::now()),
        };
        let is_here = added.is_ok();
        self.say_of_editions(match added {
            Ok(()) if known => Said::HereAlready(edition.title.clone()),
            Ok(()) => Said::Added(edition.title.clone()),
            Err(error) => Said::NotKept(error),
        });
        self.list_changed();
        is_here
    }

    /// Takes an edition off the list; an assessment that uses it keeps it, and it can be put back.
    pub fn remove_edition(self, edition: &Arc<Edition>) {
        let device = Device::open();
        let name = EditionRef::of(edition);
        let added = storage::added_editions(&device).into_iter().find(|added| added.edition == name);
        match storage::drop_edition(&device, &name) {
            Ok(()) => {
                self.say_of_editions(Said::Removed(edition.title.clone()));
                let editions = self.editions_context();
                editions.taken_off.set(added.map(|added| (edition.clone(), added)));
            }
            Err(_) => self.say_of_editions(Said::NotTakenOff(edition.title.clone())),
        }
        self.list_changed();
    }

    /// Puts back what was taken off the list last.
    pub fn put_edition_back(self) {
        let taken = self.editions_context().taken_off.get_untracked();
        if let Some((edition, added)) = taken {
            self.add_edition(&edition, added.origin, &added.file);
        }
    }

    /// Hands an edition to the person as a file.
    pub fn save_edition(self, edition: &Edition) {
        let text = serde_json::to_string_pretty(&edition.whole).unwrap_or_default();
        let name = report_name(&edition.title, "edition", clock::today(), "json");
        files::hand_over(&name, &text);
        self.say_of_editions(Said::Saved(name));
    }
}

/// Whether it is a sheet that somebody else fills in: its edition has only some of the questions.
fn is_sheet(text: &str) -> bool {
    let whole: Option<Extra> = serde_json::from_str(text).ok();
    whole.is_some_and(|whole| whole.get("assessment").is_some_and(|inside| inside.get("sheet_of").is_some()))
}

/// Whether it is an assessment, which brings its edition along.
fn is_document(text: &str) -> bool {
    let whole: Option<Extra> = serde_json::from_str(text).ok();
    whole.is_some_and(|whole| whole.get("format").and_then(serde_json::Value::as_str) == Some(FORMAT))
}
