//! What could not be read when the page started, what waits for its questions, and what may not be saved any more.

use super::{Assessments, Notice, SaveStatus};
use crate::platform::clock;
use crate::platform::storage::Device;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, edit_times};
use standards_met_core::storage::StorageError;
use standards_met_core::storage::{self, Reason, SetAside};

impl Assessments {
    /// Opens what has waited for its questions, where they are on this device now.
    pub(super) fn open_waiting(self) {
        let waits = |one: &SetAside| one.reason == Reason::NoEdition;
        let waiting: Vec<Id> = self
            .set_aside
            .with_untracked(|all| all.iter().filter(|one| waits(one)).map(|one| one.id.clone()).collect());
        for id in waiting {
            if self.with_untracked(&id, |_| ()).is_none() {
                let one = storage::load_one(&Device::open(), &id, &self.built_in(), clock::now());
                let Some(document) = one.document else { continue };
                self.know(&id, one.kept, edit_times(&document.assessment));
                self.documents.update(|documents| documents.push(document));
            }
            self.set_aside.update(|all| all.retain(|one| !(waits(one) && one.id == id)));
        }
    }

    /// Says what was damaged when the page started and is not in the second copy either: `whole` is what is.
    pub(super) fn tell_of_damage(self, whole: &[Id]) {
        let Some(damaged) = self.mirror.write_value().damaged.take() else { return };
        let (mut older, mut unread) = (Vec::new(), 0);
        for id in damaged.iter().filter(|id| !whole.contains(id)) {
            match self.with_untracked(id, |document| document.assessment.organisation.name.clone()) {
                Some(name) => older.push(name),
                None => unread += 1,
            }
        }
        let waiting = self.set_aside.with_untracked(|all| {
            let waits = all.iter().filter(|one| one.reason.stays_in_place());
            waits.map(|one| (one.organisation(), one.reason)).collect::<Vec<_>>()
        });
        if !older.is_empty() || unread > 0 || !waiting.is_empty() {
            self.notices.tell(Notice::NotRead { older, unread, waiting }, None);
        }
    }

    /// Sets aside what this page may not save any more, so that the newer one can show it.
    pub(super) fn keep_beside(self, id: &Id) {
        let edits = self.keep(|keeping| keeping.edits);
        let known = self.keep(|keeping| keeping.beside.iter().find(|(of, ..)| of == id).cloned());
        if known.as_ref().is_some_and(|(.., saved)| *saved == edits) {
            return;
        }
        let Some(mut aside) = self.aside_of(id, Reason::Unsaved, None) else { return };
        if let Some((_, name, _)) = known {
            aside.id = name;
        }
        if storage::keep_aside(&Device::open(), &aside).is_ok() {
            self.keep(|keeping| {
                keeping.beside.retain(|(of, ..)| of != id);
                keeping.beside.push((id.clone(), aside.id.clone(), edits));
            });
            self.set_aside.update(|all| {
                all.retain(|one| one.id != aside.id);
                all.push(aside);
            });
        }
    }

    /// Whether something that was typed ends with this page, because neither copy on the device takes it. Followed.
    #[must_use]
    pub fn ends_with_the_page(self) -> bool {
        let refused = self
            .saving
            .status
            .with(|saving| matches!(saving, SaveStatus::Failed(error) if *error != StorageError::Newer));
        refused && !self.keep(|keeping| keeping.is_empty())
    }
}
