//! Export and import: a step at a time, so that a long assessment keeps the page from nothing else for long.

use super::{Assessments, Exchange, Exported, Notice};
use crate::platform::files::File;
use crate::platform::storage::Device;
use crate::platform::turns;
use crate::platform::{clock, files};
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Id, Timestamp};
use standards_met_core::catalogue::{EDITION_FORMAT, Edition};
use standards_met_core::exchange::{
    CanonicalFields, Document, FileCodes, ImportError, ImportedDocument, LOCKED, RecognisedDocument,
    exported_fields, exported_text, file_name, read, text_of,
};
use standards_met_core::json::Extra;
use standards_met_core::storage::{self, Reason};
use std::slice;
use std::sync::Arc;

impl Assessments {
    pub(super) fn read_text(self, text: &str) -> Result<ImportedDocument, ImportError> {
        read(text, |edition| self.find_edition(edition))
    }

    pub(super) fn find_edition(
        self,
        edition: &standards_met_core::exchange::EditionRef,
    ) -> Option<Arc<Edition>> {
        storage::find_edition(&Device::open(), edition, &self.built_in())
    }

    /// Spells out a document as it is exported at this moment, in turns: its text and its check code.
    pub(super) async fn spell_out(self, document: &Document, at: Timestamp) -> (String, String) {
        turns::next().await;
        let json = document.exported_json(at);
        turns::next().await;
        let fields = exported_fields(&json);
        turns::next().await;
        let (fields, codes) = codes_of(fields).await;
        let text = exported_text(fields, &codes);
        turns::next().await;
        (text, codes.check_code)
    }

    /// Makes the export of a document. `None` when reading it back does not give the same document.
    pub(super) async fn make_export(self, document: Document) -> Option<Exported> {
        let (text, check_code) = self.spell_out(&document, clock::now()).await;
        let again = self.read_in_turns(&text, slice::from_ref(&document.edition)).await.ok()?;
        turns::next().await;
        if again.document != document || again.check_code != check_code {
            return None;
        }
        drop(again);
        turns::next().await;
        let answered = document.assessment.started(&document.edition);
        let file_name = document.file_name(clock::local_time());
        let organisation = &document.assessment.organisation;
        let is_answered_sheet = document.assessment.sheet_of.is_some() && answered > 0;
        Some(Exported {
            back_to: is_answered_sheet.then(|| organisation.name.clone()),
            file_name,
            text: text.into(),
            check_code,
            items: document.edition.items().count(),
            answered,
        })
    }

    pub(super) async fn read_file(
        self,
        bytes: &Result<Vec<u8>, ImportError>,
    ) -> Result<ImportedDocument, ImportError> {
        self.read_in_turns(text_of(bytes.as_ref().map_err(Clone::clone)?)?, &[]).await
    }

    /// As [`Self::read_text`], with a turn of the browser between the steps. An edition that is among the `known` ones is
    /// compared and not parsed again.
    async fn read_in_turns(
        self,
        text: &str,
        known: &[Arc<Edition>],
    ) -> Result<ImportedDocument, ImportError> {
        let (parsed, fields) = RecognisedDocument::of(text)?;
        turns::next().await;
        let (fields, codes) = codes_of(fields).await;
        let prepared = parsed.prepare(fields, codes, &|edition| self.find_edition(edition), known)?;
        turns::next().await;
        let read = prepared.read();
        turns::next().await;
        read
    }
}

/// The codes of a file, with a turn of the browser after each step.
async fn codes_of(fields: Extra) -> (Extra, FileCodes) {
    let spelled = CanonicalFields::of(fields);
    turns::next().await;
    let spelled = spelled.with_answers();
    turns::next().await;
    let checked = spelled.check();
    turns::next().await;
    checked
}

impl Exchange {
    /// Makes the export and hands it to the person as a file, once nothing speaks against it.
    pub fn export(self, id: &Id) {
        let of = id.clone();
        self.let_out(id, move || self.export_at_once(&of));
    }

    pub(super) fn export_at_once(self, id: &Id) {
        self.assessments.save_soon();
        let Some(document) = self.assessments.with_untracked(id, Clone::clone) else { return };
        // The copy is of now, however long it takes to make.
        let (id, copied) = (id.clone(), document.assessment.copied(clock::now()));
        spawn_local(async move {
            let exported = self.assessments.make_export(document).await;
            if self.hand_over(exported).await {
                self.assessments.copy_was_made(&id, &copied);
            }
        });
    }

    /// Hands out a document that is not one of those on this device.
    pub(super) fn hand_out(self, document: Document) {
        spawn_local(async move {
            self.hand_over(self.assessments.make_export(document).await).await;
        });
    }

    /// Gives whether the browser took the file, as far as it says.
    pub(super) async fn hand_over(self, exported: Option<Exported>) -> bool {
        let Some(exported) = exported else {
            self.notices.tell(Notice::ExportFailed, None);
            return false;
        };
        turns::next().await;
        let taken = files::hand_over(&exported.file_name, &exported.text);
        turns::next().await;
        // The text is in the notice too, for when no file appears.
        self.notices.tell(Notice::Exported(exported), None);
        taken
    }

    /// Hands out something that was set aside.
    pub fn export_aside(self, aside: &Id) {
        let found =
            self.assessments.set_aside.with_untracked(|all| all.iter().find(|one| one.id == *aside).cloned());
        if let Some(found) = found {
            let name =
                file_name(&format!("set aside {}", found.name), "file", clock::time_for_file(found.at));
            // Whole, with its edition, where it can be read; and otherwise as it was found.
            let whole =
                self.assessments.read_text(&found.text).map(|read| read.document.to_export(found.at).0);
            // What waits for its questions is in its envelope still, and a file that can be opened is not.
            let below = found.text.split_once('\n').filter(|_| found.reason == Reason::NoEdition);
            files::hand_over(&name, whole.as_deref().unwrap_or(below.map_or(&found.text, |(_, text)| text)));
        }
    }

    /// Reads a file and offers what is in it, on the page "Your data"; without one, opens the worked example of the built-in
    /// questions.
    pub fn open(self, chosen: Option<File>) {
        let Some(file) = chosen else { return self.open_example(&self.assessments.built_in()) };
        spawn_local(async move {
            self.offer_bytes(file.name(), files::read(&file).await).await;
        });
    }

    /// Offers what is in a file, whatever kind of Standards Met file it is. Gives whether it could be read.
    pub(super) async fn offer_bytes(self, file: String, bytes: Result<Vec<u8>, ImportError>) -> bool {
        let read = self.assessments.read_file(&bytes).await;
        self.locked.set(None);
        if let (Err(ImportError::OtherFormat { format }), Ok(bytes)) = (&read, &bytes) {
            if format == LOCKED {
                self.ask_for_passphrase(file, bytes);
            } else if format == EDITION_FORMAT {
                self.bring_edition(file, Ok(bytes.clone()));
            } else {
                self.open_review(file, bytes);
            }
            return true;
        }
        let could = read.is_ok();
        match read {
            Ok(read) => self.offer_file(file, read).await,
            Err(error) => self.refuse_file(file, error),
        }
        could
    }

    /// Says why a file cannot be taken in.
    pub(super) fn refuse_file(self, file: String, error: ImportError) {
        self.offer.set(None);
        self.notices.tell(Notice::ImportFailed { file, error }, None);
    }
}
