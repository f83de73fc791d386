//! Saving: when, and what the person is told of it.

use super::{AppState, Kept, SecondCopy};
use crate::assessment::{Assessment, Id, Response, Timestamp, edit_times};
use crate::browser::shelf::{self, Earlier, Loaded, Reason, SetAside, Why};
use crate::browser::storage::{Device, StorageError};
use crate::browser::{clock, random};
use crate::catalogue::{Edition, ItemId};
use crate::exchange::Document;
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
    /// Everything was written and read back at this time, in both copies where the browser gives two.
    Saved(Timestamp),
    /// The first copy on the device refused, and the second took it at this time.
    SecondOnly(Timestamp, StorageError),
    /// The device refused. The answers are in memory, and export works.
    Failed(StorageError),
}

/// What has to be known to save: nothing of it is shown.
#[derive(Default)]
pub(super) struct Keeping {
    unsaved: Vec<Id>,
    /// What this tab last read or wrote.
    known: Vec<Known>,
    /// What is to go into the histories.
    earlier: Vec<(Id, Earlier)>,
    timer: Option<Timeout>,
}

/// An assessment as this tab last read or wrote it.
struct Known {
    id: Id,
    /// Which save it is. `None` where the device has not taken it yet.
    kept: Option<shelf::Kept>,
    /// When each item had been edited.
    edited: Vec<(ItemId, Timestamp)>,
}

impl Keeping {
    fn want(&mut self, id: &Id) {
        if !self.unsaved.contains(id) {
            self.unsaved.push(id.clone());
        }
    }

    /// Whether every edit is in the first copy.
    pub(super) fn is_done(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// Whether an edit of an assessment waits to be saved.
    pub(super) fn wants(&self, id: &Id) -> bool {
        self.unsaved.contains(id)
    }

    /// When each item had been edited when this tab last read or wrote an assessment.
    pub(super) fn edited(&self, id: &Id) -> Option<Vec<(ItemId, Timestamp)>> {
        self.known(id).map(|known| known.edited.clone())
    }

    fn known(&self, id: &Id) -> Option<&Known> {
        self.known.iter().find(|known| known.id == *id)
    }

    fn forget(&mut self, id: &Id) {
        self.unsaved.retain(|unsaved| unsaved != id);
        self.known.retain(|known| known.id != *id);
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
    let device = Device::open();
    let saving =
        if device.is_missing() { Saving::Failed(StorageError::Unavailable) } else { Saving::Unchanged };
    (shelf::load(&device, built_in, clock::now()), saving)
}

impl AppState {
    pub(super) fn keep<R>(self, change: impl FnOnce(&mut Keeping) -> R) -> R {
        change(&mut self.keeping.borrow_mut())
    }

    /// Remembers which save an assessment on screen is.
    pub(super) fn know(self, id: &Id, kept: Option<shelf::Kept>, assessment: &Assessment) {
        let known = Known { id: id.clone(), kept, edited: edit_times(assessment) };
        self.keep(|keeping| {
            keeping.known.retain(|known| known.id != *id);
            keeping.known.push(known);
        });
    }

    /// Remembers which save each assessment is that was loaded. What was found in an older form is saved in this one
    /// with its next edit.
    pub(super) fn know_all(self, kept: Vec<(Id, shelf::Kept)>) {
        for (id, kept) in kept {
            let edited = self.peek(&id, |document| edit_times(&document.assessment)).unwrap_or_default();
            self.keep(|keeping| keeping.known.push(Known { id, kept: Some(kept), edited }));
        }
    }

    pub(super) fn schedule_save(self, id: &Id) {
        if self.saving.with_untracked(|saving| {
            matches!(saving, Saving::Unchanged | Saving::Saved(_) | Saving::SecondOnly(..))
        }) {
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
        if !unsaved.is_empty() {
            self.save_all(unsaved);
        }
        self.keep_history();
    }

    fn save_all(self, unsaved: Vec<Id>) {
        let mut failure = None;
        for id in unsaved {
            if let Err(error) = self.save(&id) {
                failure = Some(error);
                self.keep(|keeping| keeping.want(&id));
            }
        }
        let Some(error) = failure else {
            // A browser may keep what is in its first store in memory for minutes. The second copy is on the disk when it
            // says so: where there is one, nothing is called saved before.
            let second = self.second.get_untracked();
            let waits = matches!(second, SecondCopy::UpToDate | SecondCopy::Behind);
            self.saving.set(if waits { Saving::Waiting } else { Saving::Saved(clock::now()) });
            return;
        };
        // The second copy may have it, and will say so.
        if !self.saving.with_untracked(|saving| matches!(saving, Saving::SecondOnly(..))) {
            self.saving.set(Saving::Failed(error));
        }
        self.keep(|keeping| {
            keeping.timer = Some(Timeout::new(RETRY_AFTER_MS, move || self.flush()));
        });
    }

    fn save(self, id: &Id) -> Result<(), StorageError> {
        let known = self.keep(|keeping| keeping.known(id).and_then(|known| known.kept.clone()));
        let save = |document: &Document| shelf::save(&Device::open(), document, known.as_ref(), clock::now());
        let Some(saved) = self.peek(id, save) else { return Ok(()) };
        let saved = saved?;
        if let Some(theirs) = saved.theirs {
            self.take_in(id, &theirs);
        }
        self.peek(id, |document| self.know(id, Some(saved.kept), &document.assessment));
        Ok(())
    }

    /// Writes what is to go into the histories. Should there be no room for it, the answers themselves are kept all the
    /// same, and it is tried again with the next save.
    fn keep_history(self) {
        let earlier = self.keep(|keeping| std::mem::take(&mut keeping.earlier));
        for (id, one) in earlier {
            let kept = shelf::keep_earlier(&Device::open(), &id, std::slice::from_ref(&one), clock::now());
            if kept.is_err() {
                self.keep(|keeping| keeping.earlier.push((id, one)));
            }
        }
    }

    /// Puts responses into the history of an assessment, with the next save.
    pub(super) fn remember(self, id: &Id, why: Why, responses: Vec<Response>) {
        let at = clock::now();
        self.keep(|keeping| {
            for response in responses {
                keeping.earlier.push((id.clone(), Earlier { at, why, response }));
            }
        });
    }

    /// Takes an assessment off the device and keeps it aside.
    pub(super) fn take_away(self, id: &Id, reason: Reason) -> Option<TakenAway> {
        let aside = self.aside_of(id, reason, None)?;
        let name = aside.name.clone();
        self.documents.update(|documents| documents.retain(|document| document.assessment.id != *id));
        self.keep(|keeping| keeping.forget(id));
        let kept = shelf::take_off(&Device::open(), id, &aside);
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

    /// An assessment as it is now, to be set aside.
    pub(super) fn aside_of(self, id: &Id, reason: Reason, name: Option<&str>) -> Option<SetAside> {
        let now = clock::now();
        // On the device the edition is kept beside it; without one, the text has to be whole.
        let whole = Device::open().is_missing();
        self.peek(id, |document| SetAside {
            id: random::new_id(),
            reason,
            at: now,
            name: name.unwrap_or(&document.assessment.organisation.name).into(),
            text: if whole { document.to_export(now).0 } else { document.to_stored(now) },
        })
    }

    /// Forgets something set aside for good.
    pub fn forget(self, aside: &Id) {
        shelf::forget_aside(&Device::open(), aside);
        self.set_aside.update(|all| all.retain(|one| one.id != *aside));
    }
}
