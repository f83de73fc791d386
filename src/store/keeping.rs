//! Saving: when, and what the person is told of it.

mod in_turns;

use super::save_queue::{Known, SaveQueue};
use super::{Assessments, SaveStatus, SecondCopy, cleared};
use crate::platform::clock;
use crate::platform::storage::Device;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Timestamp, edit_times};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use standards_met_core::storage;
use standards_met_core::storage::{StorageError, Store};

/// A save follows an edit after at most so long, however steadily somebody types.
const SAVE_AFTER_MS: u32 = 400;
/// When the device refused a save, it is tried again after so long.
const RETRY_AFTER_MS: u32 = 5_000;

impl Assessments {
    pub(super) fn keep<R>(self, change: impl FnOnce(&mut SaveQueue) -> R) -> R {
        change(&mut self.keeping.write_value())
    }

    /// Remembers which save an assessment on screen is, and when each item in that had been edited.
    pub(super) fn know(self, id: &Id, kept: Option<storage::SavePoint>, edited: Vec<(ItemId, Timestamp)>) {
        self.keep(|keeping| {
            keeping.change_known(id, |known| {
                // Before there were numbers, whoever wrote had read what was there.
                known.edits.add(edited, kept.as_ref().map_or(0, storage::SavePoint::sequence));
                known.kept = kept;
            });
        });
    }

    /// Remembers which save an assessment is that is on screen as it is on the device.
    pub(super) fn know_shown(self, id: &Id, kept: storage::SavePoint) {
        let edited = self.with_untracked(id, |document| edit_times(&document.assessment)).unwrap_or_default();
        self.know(id, Some(kept), edited);
    }

    /// Remembers the edits on screen, which the first copy has refused.
    fn know_refused(self, id: &Id) {
        let edited = self.with_untracked(id, |document| edit_times(&document.assessment)).unwrap_or_default();
        self.keep(|keeping| keeping.change_known(id, |known| known.edits.add_unsaved(edited)));
    }

    pub(super) fn schedule_save(self, id: &Id) {
        if cleared::is_cleared() {
            return;
        }
        if self.saving.status.with_untracked(|saving| {
            matches!(saving, SaveStatus::Unchanged | SaveStatus::Saved(_) | SaveStatus::SecondOnly(..))
        }) {
            self.saving.show(SaveStatus::Waiting);
        }
        self.keep(|keeping| {
            keeping.want(id);
            keeping.pending = true;
            keeping.edits = keeping.edits.wrapping_add(1);
            if keeping.timer.is_none() {
                keeping.timer = Some(Timeout::new(SAVE_AFTER_MS, move || self.save_in_turns()));
            }
        });
    }

    /// Saves now whatever is not saved yet.
    pub fn flush(self) {
        let (unsaved, timers) = self.keep(|keeping| {
            (std::mem::take(&mut keeping.unsaved), (keeping.timer.take(), keeping.retry.take()))
        });
        // A timer that called this has rung already; cancelling it does nothing.
        drop(timers);
        let emptied = unsaved.iter().any(|id| self.was_emptied(id));
        if !unsaved.is_empty() {
            self.save_all(unsaved);
        }
        let compare = self.mirror.read_value().compare.filter(|_| emptied);
        match compare {
            // What is written into a history that has gone would take the place of what the second copy has of it.
            Some(compare) => compare.run(()),
            None => {
                self.keep_history();
            }
        }
    }

    /// Whether an assessment that this tab had saved is not on the device any more.
    fn was_emptied(self, id: &Id) -> bool {
        let in_first = |known: &Known| known.kept.as_ref().is_some_and(|kept| kept.place < 2);
        // While it refuses, there is nothing to bring back into it.
        let saved = self.keep(|keeping| keeping.refused.is_none() && keeping.known(id).is_some_and(in_first));
        let device = Device::open();
        saved
            && !device.is_missing()
            && !device.keys().iter().any(|key| storage::assessment_of(key).as_ref() == Some(id))
    }

    fn save_all(self, unsaved: Vec<Id>) {
        let mut failure = None;
        for id in unsaved {
            if let Err(error) = self.save(&id) {
                if error == StorageError::Newer {
                    let keep_beside = self.mirror.read_value().keep_beside;
                    if let Some(keep_beside) = keep_beside {
                        keep_beside.run(id.clone());
                    }
                }
                // What a newer version has taken over weighs more than a full store.
                if failure != Some(StorageError::Newer) {
                    failure = Some(error);
                }
                self.keep(|keeping| keeping.want(&id));
            }
        }
        self.offered(failure);
    }

    /// Everything was offered to the device; this is why the first copy did not take it, if it did not.
    fn offered(self, failure: Option<StorageError>) {
        self.keep(|keeping| {
            keeping.pending = false;
            keeping.refused.clone_from(&failure);
        });
        // A browser may keep what is in local storage in memory for a minute. The second copy is on the disk when it says
        // so: where there is one, nothing is called saved before; and what the first did not take, the second may.
        let second = self.saving.second.get_untracked();
        let waits = second != SecondCopy::Refused;
        match &failure {
            None if !waits => self.saving.show(SaveStatus::Saved(clock::now())),
            Some(error) if !waits || *error == StorageError::Newer => {
                self.saving.show(SaveStatus::Failed(error.clone()));
            }
            // Tried again without anything new, it is where it was.
            Some(_)
                if self
                    .saving
                    .status
                    .with_untracked(|saving| matches!(saving, SaveStatus::SecondOnly(..))) => {}
            _ => self.saving.show(SaveStatus::Waiting),
        }
        if failure.is_some() {
            // Apart from what saves the next edit, which does not wait for this.
            self.keep(|keeping| {
                keeping.retry = Some(Timeout::new(RETRY_AFTER_MS, move || self.flush()));
            });
        }
    }

    fn save(self, id: &Id) -> Result<(), StorageError> {
        let known = self.keep(|keeping| keeping.known(id).and_then(|known| known.kept.clone()));
        let save =
            |document: &Document| storage::save(&Device::open(), document, known.as_ref(), clock::now());
        let Some(saved) = self.with_untracked(id, save) else { return Ok(()) };
        let saved = match saved {
            Ok(saved) => saved,
            Err(error) => {
                // The second copy may have it, and other tabs from there.
                self.know_refused(id);
                return Err(error);
            }
        };
        if let Some(theirs) = saved.theirs {
            self.take_in(id, &theirs.assessment, theirs.sequence);
        }
        self.know_shown(id, saved.kept);
        Ok(())
    }
}
