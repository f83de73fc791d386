//! Export and import.

use super::{AppState, Kept, Notice, Undo};
use crate::assessment::{Difference, Id, Tally, Timestamp, difference};
use crate::browser::files::File;
use crate::browser::shelf;
use crate::browser::storage::Device;
use crate::browser::{clock, files};
use crate::exchange::{Document, ImportError, Read, file_name, read, read_bytes};
use crate::route::Route;
use leptos::task::spawn_local;

/// The delivered file with the worked example.
const WORKED_EXAMPLE: &str = "example.json";

/// A file that was made, read back and found to hold everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub file_name: String,
    pub text: String,
    pub check_code: String,
    /// How many items the edition has.
    pub items: usize,
    /// How many of them are answered.
    pub answered: usize,
}

/// A file that was read and waits for a choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub file: String,
    pub read: Read,
    pub tally: Tally,
    /// The assessment on this device with the same identity.
    pub existing: Option<Existing>,
}

/// An assessment on this device that a file could replace.
#[derive(Clone, Debug, PartialEq)]
pub struct Existing {
    pub name: String,
    pub edited_at: Timestamp,
    /// What would change in it.
    pub difference: Difference,
}

impl AppState {
    pub(super) fn read_text(self, text: &str) -> Result<Read, ImportError> {
        read(text, |edition| self.find_edition(edition))
    }

    fn find_edition(
        self,
        edition: &crate::exchange::EditionRef,
    ) -> Option<std::sync::Arc<crate::catalogue::Edition>> {
        shelf::find_edition(&Device::open(), edition, self.built_in)
    }

    /// Makes the export of an assessment. `None` when reading it back does not give what is on screen.
    #[must_use]
    pub fn make_export(self, id: &Id) -> Option<Exported> {
        self.make_export_of(&self.peek(id, Clone::clone)?)
    }

    fn make_export_of(self, document: &Document) -> Option<Exported> {
        let (text, check_code) = document.to_export(clock::now());
        let again = self.read_text(&text).ok()?;
        if again.document != *document || again.check_code != check_code {
            return None;
        }
        let tally = document.assessment.tally(&document.edition);
        let mut name = document.assessment.organisation.name.clone();
        // Beside the home's own file, the sheet has to be told apart.
        if document.assessment.sheet_of.is_some() {
            name.push_str(" IT supplier");
        }
        let file_name = file_name(&name, &document.edition.year, clock::today());
        Some(Exported { file_name, text, check_code, items: tally.total(), answered: tally.started() })
    }

    /// Makes the export and hands it to the person as a file.
    pub fn export(self, id: &Id) {
        self.flush();
        let exported = self.make_export(id);
        if exported.is_some() {
            self.copy_was_made(id, clock::now());
        }
        self.hand_over(exported);
    }

    /// Hands out a document that is not one of those on this device.
    pub(super) fn hand_out(self, document: &Document) {
        self.hand_over(self.make_export_of(document));
    }

    fn hand_over(self, exported: Option<Exported>) {
        match exported {
            Some(exported) => {
                files::hand_over(&exported.file_name, &exported.text);
                self.tell(Notice::Exported(exported), None);
            }
            None => self.tell(Notice::ExportFailed, None),
        }
    }

    /// Hands out something that was set aside.
    pub fn export_aside(self, aside: &Id) {
        let found = self.set_aside.with_untracked(|all| all.iter().find(|one| one.id == *aside).cloned());
        if let Some(found) = found {
            let name = file_name(&format!("set aside {}", found.name), "file", clock::day_of(found.at));
            // Whole, with its edition, where it can be read; and otherwise as it was found.
            let whole = self.read_text(&found.text).map(|read| read.document.to_export(found.at).0);
            files::hand_over(&name, &whole.unwrap_or(found.text));
        }
    }

    /// Reads a file and offers what is in it, on the page "Your data".
    pub fn open_file(self, file: File) {
        self.open(Some(file));
    }

    /// Opens the worked example, fetching it the first time.
    pub fn open_worked_example(self) {
        self.open(None);
    }

    /// A file that was chosen, or the worked example.
    fn open(self, chosen: Option<File>) {
        spawn_local(async move {
            let (name, bytes) = match &chosen {
                Some(file) => (file.name(), files::read(file).await),
                None => (WORKED_EXAMPLE.into(), files::own_file(WORKED_EXAMPLE).await),
            };
            match self.read_file(bytes) {
                Ok(read) if chosen.is_none() => self.show_example(read.document),
                read => self.offer_file(name, read),
            }
        });
    }

    fn show_example(self, example: Document) {
        let id = example.assessment.id.clone();
        if self.peek(&id, |_| ()).is_none() {
            self.add(example);
        }
        self.go(&Route::Overview(id));
    }

    pub(super) fn offer_file(self, file: String, read: Result<Read, ImportError>) {
        match read {
            Ok(read) => {
                let theirs = &read.document.assessment;
                let tally = theirs.tally(&read.document.edition);
                let existing = self.peek(&theirs.id, |ours| Existing {
                    name: ours.assessment.organisation.name.clone(),
                    edited_at: ours.assessment.edited_at,
                    difference: difference(&ours.assessment, theirs),
                });
                self.notice.set(None);
                self.offer.set(Some(Offer { file, read, tally, existing }));
                self.go(&Route::Data);
            }
            Err(error) => {
                self.offer.set(None);
                self.tell(Notice::ImportFailed { file, error }, None);
            }
        }
    }

    pub fn decline_offer(self) {
        self.offer.set(None);
    }

    /// Adds the offered assessment beside what is here.
    pub fn accept_beside(self) {
        let Some(offer) = self.take_offer() else { return };
        let mut document = offer.read.document;
        if self.peek(&document.assessment.id, |_| ()).is_some() {
            self.set_apart(&mut document, "imported");
        }
        let (id, name) = (document.assessment.id.clone(), document.assessment.organisation.name.clone());
        self.add(document);
        let (warnings, kept) = (offer.read.warnings, Kept::Aside);
        self.tell(Notice::Imported { name, warnings, kept }, Some(Undo::TakeAway(id)));
    }

    /// Puts the offered assessment in the place of the one with the same identity, which is kept aside.
    pub fn accept_instead(self) {
        let Some(offer) = self.take_offer() else { return };
        let (name, warnings) =
            (offer.read.document.assessment.organisation.name.clone(), offer.read.warnings);
        let (undo, kept) = self.put_in_place(offer.read.document);
        self.tell(Notice::Imported { name, warnings, kept }, Some(undo));
    }

    fn take_offer(self) -> Option<Offer> {
        self.offer.update(Option::take)
    }

    pub(super) fn read_file(self, bytes: Result<Vec<u8>, ImportError>) -> Result<Read, ImportError> {
        read_bytes(&bytes?, |edition| self.find_edition(edition))
    }

    /// Puts a text on the clipboard, and then says whether the browser let it.
    pub fn copy(self, text: String, done: impl FnOnce(bool) + 'static) {
        spawn_local(async move { done(files::copy(&text).await) });
    }
}
