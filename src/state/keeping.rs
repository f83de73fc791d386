//! Saving: when, and what the person is told of it.

use super::{AppState, Kept, Notice};
use crate::assessment::{Id, Timestamp, newest_of_each};
use crate::browser::shelf::{self, Loaded, Reason, SetAside};
use crate::browser::storage::{Local, StorageError};
use crate::browser::{clock, random};
use crate::catalogue::Edition;
use gloo_timers::callback::Timeout;
use std::sync::Arc;

/// A save follows an edit after at most so long, however steadily somebody types.
const SAVE_AFTER_MS: u32 = 400;
/// When the device refused a save, it is tried again after so long.
const RETRY_AFTER_MS: u32 = 5_000;

/// Whether what is on screen is on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed since the page was opened.
    Unchanged,
    /// An edit waits to be saved.
    Waiting,
    /// Everything was written and read back at this time.
    Saved(Timestamp),
    /// The device refused. The answers are in memory, and export works.
    Failed(StorageError),
}

/// What has to be known to save: nothing of it is shown.
#[derive(Default)]
pub(super) struct Keeping {
    unsaved: Vec<Id>,
    /// The text of each assessment as this tab last read or wrote it.
    written: Vec<(Id, String)>,
    timer: Option<Timeout>,
}

impl Keeping {
    fn want(&mut self, id: &Id) {
        if !self.unsaved.contains(id) {
            self.unsaved.push(id.clone());
        }
    }

    fn written(&self, id: &Id) -> Option<&String> {
        self.written.iter().find(|(known, _)| known == id).map(|(_, text)| text)
    }

    fn wrote(&mut self, id: &Id, text: String) {
        self.written.retain(|(known, _)| known != id);
        self.written.push((id.clone(), text));
    }
}

/// An assessment that was taken off the list.
pub(super) struct TakenAway {
    pub name: String,
    /// Under which identifier it is set aside.
    pub aside: Id,
    pub kept: Kept,
}

/// Reads everything from the device.
pub(super) fn load(built_in: &Arc<Edition>) -> (Loaded, Saving) {
    match Local::open() {
        Ok(store) => (shelf::load(&store, built_in, clock::now()), Saving::Unchanged),
        Err(error) => (Loaded::default(), Saving::Failed(error)),
    }
}

impl AppState {
    fn keep<R>(self, change: impl FnOnce(&mut Keeping) -> R) -> R {
        change(&mut self.keeping.borrow_mut())
    }

    pub(super) fn schedule_save(self, id: &Id) {
        if self.saving.with_untracked(|saving| matches!(saving, Saving::Unchanged | Saving::Saved(_))) {
            self.saving.set(Saving::Waiting);
        }
        self.keep(|keeping| {
            keeping.want(id);
            if keeping.timer.is_none() {
                keeping.timer = Some(Timeout::new(SAVE_AFTER_MS, move || self.flush()));
            }
        });
    }

    /// Saves now whatever is not saved yet.
    pub fn flush(self) {
        let (unsaved, timer) =
            self.keep(|keeping| (std::mem::take(&mut keeping.unsaved), keeping.timer.take()));
        // A timer that called this has rung already; cancelling it does nothing.
        drop(timer);
        if unsaved.is_empty() {
            return;
        }
        let mut failure = None;
        for id in unsaved {
            if let Err(error) = self.save(&id) {
                failure = Some(error);
                self.keep(|keeping| keeping.want(&id));
            }
        }
        match failure {
            None => self.saving.set(Saving::Saved(clock::now())),
            Some(error) => {
                self.saving.set(Saving::Failed(error));
                self.keep(|keeping| {
                    keeping.timer = Some(Timeout::new(RETRY_AFTER_MS, move || self.flush()));
                });
            }
        }
    }

    fn save(self, id: &Id) -> Result<(), StorageError> {
        let Some(document) = self.peek(id, Clone::clone) else { return Ok(()) };
        let previous = self.keep(|keeping| keeping.written(id).cloned());
        let saved = shelf::save(&Local::open()?, &document, previous.as_deref(), clock::now())?;
        self.keep(|keeping| keeping.wrote(id, saved.text));
        if let Some(merged) = saved.merged.filter(|merged| *merged != document.assessment) {
            self.take_in(id, &merged);
        }
        Ok(())
    }

    fn take_in(self, id: &Id, theirs: &crate::assessment::Assessment) {
        self.documents.update(|documents| {
            if let Some(document) = documents.iter_mut().find(|document| document.assessment.id == *id) {
                document.assessment = newest_of_each(&document.assessment, theirs);
            }
        });
    }

    /// Takes in what another tab has written, edit by edit, the newest of each item.
    pub(super) fn meet_other_tab(self, id: &Id) {
        let Ok(store) = Local::open() else { return };
        match shelf::reload(&store, id, self.built_in) {
            Ok(Some((theirs, text))) => {
                self.keep(|keeping| keeping.wrote(id, text));
                if self.peek(id, |_| ()).is_some() {
                    self.take_in(id, &theirs.assessment);
                    // What only this tab has, it writes again: the other may have written over it in the same moment.
                    if self.peek(id, |ours| ours.assessment != theirs.assessment) == Some(true) {
                        self.schedule_save(id);
                    }
                } else {
                    self.documents.update(|documents| documents.push(theirs));
                }
            }
            // Removed elsewhere: this tab keeps it on screen, and writes it again only if it is edited here.
            Ok(None) if !self.keep(|keeping| keeping.unsaved.contains(id)) => {
                if let Some(name) = self.peek(id, |document| document.assessment.organisation.name.clone()) {
                    self.tell(Notice::ChangedElsewhere { name }, None);
                }
            }
            // Not written yet, half-written or newer: the next save decides, and never writes over what is newer.
            Ok(None) | Err(_) => {}
        }
    }

    /// Takes an assessment off the device and keeps it aside.
    pub(super) fn take_away(self, id: &Id, reason: Reason) -> Option<TakenAway> {
        let document = self.peek(id, Clone::clone)?;
        let (now, name) = (clock::now(), document.assessment.organisation.name.clone());
        let store = Local::open();
        // On the device the edition is kept beside it; without one, the text has to be whole.
        let text = if store.is_ok() { document.to_stored(now) } else { document.to_export(now).0 };
        let aside = SetAside { id: random::new_id(), reason, at: now, name: name.clone(), text };
        self.documents.update(|documents| documents.retain(|document| document.assessment.id != *id));
        self.keep(|keeping| {
            keeping.unsaved.retain(|unsaved| unsaved != id);
            keeping.written.retain(|(known, _)| known != id);
        });
        let kept = store.and_then(|store| shelf::take_off(&store, id, &aside));
        // With it may go the last thing that could not be saved.
        if self.keep(|keeping| keeping.unsaved.is_empty())
            && self.saving.with_untracked(|saving| *saving == Saving::Failed(StorageError::Full))
        {
            self.saving.set(Saving::Unchanged);
        }
        let kept = if kept.is_ok() { Kept::Aside } else { Kept::InMemory };
        let taken = TakenAway { name, aside: aside.id.clone(), kept };
        self.set_aside.update(|all| all.push(aside));
        Some(taken)
    }

    /// Forgets something set aside for good.
    pub fn forget(self, aside: &Id) {
        if let Ok(store) = Local::open() {
            shelf::forget_aside(&store, aside);
        }
        self.set_aside.update(|all| all.retain(|one| one.id != *aside));
    }
}
