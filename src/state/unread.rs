//! What could not be read when the page started, and what waits for its questions.

use super::{AppState, Notice};
use crate::assessment::{Id, edit_times};
use crate::browser::clock;
use crate::browser::shelf::{self, Reason, SetAside};
use crate::browser::storage::Device;

impl AppState {
    /// Opens what has waited for its questions, where they are on this device now.
    pub(super) fn open_waiting(self) {
        let waits = |one: &SetAside| one.reason == Reason::NoEdition;
        let waiting: Vec<Id> = self
            .set_aside
            .with_untracked(|all| all.iter().filter(|one| waits(one)).map(|one| one.id.clone()).collect());
        for id in waiting {
            if self.peek(&id, |_| ()).is_none() {
                let one = shelf::load_one(&Device::open(), &id, self.built_in, clock::now());
                let Some(document) = one.document else { continue };
                self.know(&id, one.kept, edit_times(&document.assessment));
                self.documents.update(|documents| documents.push(document));
            }
            self.set_aside.update(|all| all.retain(|one| !(waits(one) && one.id == id)));
        }
    }

    /// Says what was damaged when the page started and is not in the second copy either: `whole` is what is.
    pub(super) fn tell_of_damage(self, whole: &[Id]) {
        let damaged = std::mem::take(&mut self.mirror.borrow_mut().damaged);
        let (mut older, mut unread) = (Vec::new(), 0);
        for id in damaged.iter().filter(|id| !whole.contains(id)) {
            match self.peek(id, |document| document.assessment.organisation.name.clone()) {
                Some(name) => older.push(name),
                None => unread += 1,
            }
        }
        let waiting = self.set_aside.with_untracked(|all| {
            let waits = all.iter().filter(|one| one.reason.stays_in_place());
            waits.map(|one| (one.name.clone(), one.reason)).collect::<Vec<_>>()
        });
        if !older.is_empty() || unread > 0 || !waiting.is_empty() {
            self.tell(Notice::NotRead { older, unread, waiting }, None);
        }
    }
}
