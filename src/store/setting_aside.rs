//! What is taken off the list without being lost: removed, replaced, put back.

use super::{Assessments, Kept, Notice, SaveStatus, Undo};
use crate::platform::storage::Device;
use crate::platform::{clock, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, replace};
use standards_met_core::exchange::Document;
use standards_met_core::storage::StorageError;
use standards_met_core::storage::{self, Reason, SetAside};

/// An assessment that was taken off the list.
pub(super) struct TakenAway {
    pub name: String,
    /// Under which identifier it is set aside.
    pub aside: Id,
    pub kept: Kept,
}

impl Assessments {
    /// Takes an assessment away, keeping it aside, and goes to "Your data".
    pub fn remove(self, id: &Id) {
        if let Some(taken) = self.take_away(id, Reason::Removed) {
            let (notice, undo) =
                (Notice::Removed { name: taken.name, kept: taken.kept }, Undo::PutBack(taken.aside));
            self.notices.tell_on(self.navigation, &Route::Data, notice, Some(undo));
            // At once, and not with the browser's next event: the page that it is removed on has nothing to show.
            self.navigation.arrive(&Route::Data.to_string());
        }
    }

    /// Puts back what was set aside. What stands in its place by now is set aside in turn.
    pub fn put_back(self, aside: &Id) {
        let found = self.set_aside.with_untracked(|all| all.iter().find(|one| one.id == *aside).cloned());
        let reason = found.as_ref().map(|found| found.reason).unwrap_or(Reason::Removed);
        let Some(read) = found.and_then(|found| self.read_text(&found.text).ok()) else {
            self.notices.tell(Notice::PutBackFailed, None);
            return;
        };
        let id = read.document.assessment.id.clone();
        let name = read.document.assessment.organisation.name.clone();
        let (undo, _) = self.put_in_place(read.document);
        // Only what the device keeps in its place again may be forgotten here; and a snapshot stays until somebody deletes
        // it.
        if reason != Reason::Snapshot && !self.keep(|keeping| keeping.wants(&id)) {
            self.forget(aside);
        }
        self.notices.tell(Notice::PutBack { name }, Some(undo));
    }

    /// Puts a document in the place of the one with the same identity, if there is one, which is set aside. Gives what
    /// undoes it, and how long the replaced one is kept.
    pub(super) fn put_in_place(self, mut document: Document) -> (Undo, Kept) {
        let id = document.assessment.id.clone();
        self.with_untracked(&id, |present| {
            replace(&present.assessment, &mut document.assessment, clock::now())
        });
        let replaced = self.replacing(&id, || {
            let replaced = self.take_away(&id, Reason::Replaced);
            self.add(document);
            replaced
        });
        match replaced {
            Some(taken) => (Undo::PutBack(taken.aside), taken.kept),
            None => (Undo::TakeAway(id), Kept::Aside),
        }
    }

    /// Does what the undo button of the present notice offers.
    pub fn undo(self) {
        let undo =
            self.notices.notice.with_untracked(|notice| notice.as_ref().and_then(|(_, undo)| undo.clone()));
        match undo {
            // It says itself what came of it.
            Some(Undo::PutBack(aside)) => self.put_back(&aside),
            Some(Undo::TakeAway(id)) => {
                self.take_away(&id, Reason::Removed);
                // Its own page would have nothing to show.
                let is_shown = self.navigation.route.with_untracked(|route| route.assessment() == Some(&id));
                let page = if is_shown { Route::Data } else { self.navigation.route.get_untracked() };
                self.notices.tell_on(self.navigation, &page, Notice::Undone, None);
            }
            Some(Undo::Edit { assessment, item, edit }) => {
                self.edit(&assessment, &item, *edit);
                self.notices.tell(Notice::Undone, None);
            }
            // It says itself what came of it.
            Some(Undo::LastChange(id)) => self.undo_change(&id),
            None => {}
        }
    }

    /// Takes an assessment off the device and keeps it aside.
    pub(super) fn take_away(self, id: &Id, reason: Reason) -> Option<TakenAway> {
        let aside = self.aside_of(id, reason, None)?;
        let name = aside.name.clone();
        self.documents.update(|documents| documents.retain(|document| document.assessment.id != *id));
        self.keep(|keeping| keeping.forget(id));
        let kept = storage::take_off(&Device::open(), id, &aside);
        self.forget_absorbed(id);
        // With it may go the last thing that could not be saved.
        if self.keep(|keeping| keeping.is_empty())
            && self.saving.trouble.with_untracked(|trouble| matches!(trouble, Some((StorageError::Full, _))))
        {
            self.saving.show(SaveStatus::Unchanged);
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
        self.with_untracked(id, |document| SetAside {
            id: random::new_id(),
            reason,
            at: now,
            name: name.unwrap_or(&document.assessment.organisation.name).into(),
            text: if whole { document.to_export(now).0 } else { document.to_stored(now) },
        })
    }

    /// Forgets something set aside for good.
    pub fn forget(self, aside: &Id) {
        storage::forget_aside(&Device::open(), aside);
        self.set_aside.update(|all| all.retain(|one| one.id != *aside));
    }
}
