//! The same assessment in several tabs: each takes in what the others write.

use super::{Assessments, Notice, SaveStatus, cleared};
use crate::platform::clock;
use crate::platform::storage::Device;
use leptos::prelude::*;
use standards_met_core::assessment::{Assessment, Id, edit_times, newest_of_each, superseded};
use standards_met_core::exchange::Document;
use standards_met_core::storage::{self, HistoryReason, LoadError, Reason};
use standards_met_core::storage::{StorageError, Store};

impl Assessments {
    /// Takes in what was written elsewhere: of each item the newest, and of two edits of one item the older goes into
    /// the history. `save` is the number of theirs.
    pub(super) fn take_in(self, id: &Id, theirs: &Assessment, save: u64) {
        let known = self.keep(|keeping| keeping.known_edits(id));
        let merged = self.with_untracked(id, |ours| {
            let lost = superseded(&ours.assessment, theirs, &known, save);
            (newest_of_each(&ours.assessment, theirs), lost)
        });
        let Some((merged, lost)) = merged else { return };
        if !lost.is_empty() {
            self.remember(id, HistoryReason::Elsewhere, lost);
        }
        self.documents.update(|documents| {
            for document in documents.iter_mut().filter(|document| document.assessment.id == *id) {
                document.assessment = merged.clone();
            }
        });
    }

    /// What another tab has written under a key, or that it has removed it.
    pub(super) fn meet_other_tab(self, key: &str, text: Option<String>) {
        if cleared::is_cleared() {
            return;
        }
        let Some(id) = storage::assessment_of(key) else { return self.meet_set_aside(key, text) };
        let device = Device::open();
        let Some(text) = text else { return self.meet_removal(&id) };
        match storage::open_kept(&device, key, &text, &self.built_in()) {
            Ok(Some((theirs, kept))) => self.meet(&id, theirs, kept),
            // A note that it has moved.
            Ok(None) => {}
            Err(LoadError::Newer) => self.saving.show(SaveStatus::Failed(StorageError::Newer)),
            // Half-written, or its questions are on their way: the next save decides.
            Err(LoadError::Broken | LoadError::NoEdition(_)) => {}
        }
    }

    /// What is on the device, when the page is shown again: of what it knows, and what others have brought meanwhile.
    pub(super) fn meet_everything(self) {
        let mut ids: Vec<Id> = self
            .documents
            .with_untracked(|all| all.iter().map(|document| document.assessment.id.clone()).collect());
        for id in Device::open().keys().iter().filter_map(|key| storage::assessment_of(key)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.iter().for_each(|id| self.meet_device(id));
        for key in Device::open().keys() {
            self.meet_set_aside(&key, Device::open().get(&key));
        }
    }

    /// Somebody has emptied the first copy on the device: what is on screen is saved again, and the rest comes back from the
    /// second.
    pub(super) fn meet_emptied(self) {
        if cleared::is_cleared() {
            return;
        }
        let ids: Vec<Id> = self
            .documents
            .with_untracked(|all| all.iter().map(|document| document.assessment.id.clone()).collect());
        ids.iter().for_each(|id| self.schedule_save(id));
        self.flush();
    }

    /// What is on the device of an assessment, when the page is shown again.
    pub(super) fn meet_device(self, id: &Id) {
        let one = storage::load_one(&Device::open(), id, &self.built_in(), clock::now());
        let is = |reason: Reason| one.set_aside.iter().any(|aside| aside.reason == reason);
        match one.document {
            Some(theirs) => self.meet(id, theirs, one.kept),
            None if is(Reason::Newer) => self.saving.show(SaveStatus::Failed(StorageError::Newer)),
            // The questions went, and this tab has them: it writes them again.
            None if is(Reason::NoEdition) => self.schedule_save(id),
            None => self.meet_removal(id),
        }
    }

    fn meet(self, id: &Id, theirs: Document, kept: Option<storage::SavePoint>) {
        if self.with_untracked(id, |_| ()).is_none() {
            self.know(id, kept, edit_times(&theirs.assessment));
            self.documents.update(|documents| documents.push(theirs));
            return;
        }
        self.take_in(id, &theirs.assessment, storage::sequence_of(kept.as_ref()));
        // What only this tab has, it writes again: the other may have written over it in the same moment.
        let same = self.with_untracked(id, |ours| ours.assessment == theirs.assessment) == Some(true);
        self.know(id, kept.clone(), edit_times(&theirs.assessment));
        if !same || kept.is_none() {
            self.schedule_save(id);
        }
    }

    /// Removed elsewhere: this tab keeps it on screen, and writes it again only if it is edited here.
    fn meet_removal(self, id: &Id) {
        let gone = storage::load_one(&Device::open(), id, &self.built_in(), clock::now()).document.is_none();
        if gone
            && !self.keep(|keeping| keeping.wants(id))
            && let Some(name) =
                self.with_untracked(id, |document| document.assessment.organisation.name.clone())
        {
            self.notices.tell(Notice::ChangedElsewhere { name }, None);
        }
    }

    fn meet_set_aside(self, key: &str, text: Option<String>) {
        match text.map(|text| storage::aside_of(key, &text, clock::now())) {
            Some(Some(aside)) => self.set_aside.update(|all| {
                all.retain(|one| one.id != aside.id);
                all.push(aside);
            }),
            Some(None) => {}
            None => self.set_aside.update(|all| all.retain(|one| !key.ends_with(one.id.as_str()))),
        }
    }
}
