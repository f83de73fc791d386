//! What waits to be saved, and what this tab knows of what is saved.

use gloo_timers::callback::Timeout;
use standards_met_core::assessment::{Id, KnownEdits};
use standards_met_core::storage::{self, HistoryEntry, StorageError};

/// What has to be known to save: nothing of it is shown.
#[derive(Default)]
pub(super) struct SaveQueue {
    pub(super) unsaved: Vec<Id>,
    /// An edit has not been offered to the device yet.
    pub(super) pending: bool,
    /// How many edits there were, to know whether one came in between.
    pub(super) edits: u32,
    /// Why the first copy did not take what was offered last.
    pub(super) refused: Option<StorageError>,
    /// What this tab last read or wrote.
    pub(super) known: Vec<Known>,
    /// What is to go into the histories.
    pub(super) earlier: Vec<(Id, HistoryEntry)>,
    pub(super) timer: Option<Timeout>,
    /// Rings when what was refused is tried again.
    pub(super) retry: Option<Timeout>,
    /// What this page may not save, because a newer one has been here, is set aside under these names: of which assessment,
    /// and after how many edits.
    pub(super) beside: Vec<(Id, Id, u32)>,
}

/// An assessment as this tab last read or wrote it.
pub(super) struct Known {
    id: Id,
    /// Which save it is. `None` where the device has not taken it yet.
    pub(super) kept: Option<storage::SavePoint>,
    /// The edits that this tab has shown: these it does not take for lost when another tab brings them.
    pub(super) edits: KnownEdits,
}

impl SaveQueue {
    pub(super) fn want(&mut self, id: &Id) {
        if !self.unsaved.contains(id) {
            self.unsaved.push(id.clone());
        }
    }

    /// Whether everything was offered to the device, and if so, why the first copy did not take it.
    pub(super) fn outcome(&self) -> Option<Result<(), StorageError>> {
        (!self.pending).then(|| self.refused.clone().map_or(Ok(()), Err))
    }

    /// Whether the first copy has everything.
    pub(super) fn is_empty(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// Whether an edit of an assessment waits to be saved.
    pub(super) fn wants(&self, id: &Id) -> bool {
        self.unsaved.contains(id)
    }

    /// The edits of an assessment that this tab has shown.
    pub(super) fn known_edits(&self, id: &Id) -> KnownEdits {
        self.known(id).map(|known| known.edits.clone()).unwrap_or_default()
    }

    pub(super) fn known(&self, id: &Id) -> Option<&Known> {
        self.known.iter().find(|known| known.id == *id)
    }

    pub(super) fn change_known(&mut self, id: &Id, change: impl FnOnce(&mut Known)) {
        let before = self.known.iter().position(|known| known.id == *id).map(|at| self.known.swap_remove(at));
        let mut known =
            before.unwrap_or_else(|| Known { id: id.clone(), kept: None, edits: KnownEdits::default() });
        change(&mut known);
        self.known.push(known);
    }

    pub(super) fn forget(&mut self, id: &Id) {
        self.unsaved.retain(|unsaved| unsaved != id);
        self.known.retain(|known| known.id != *id);
    }
}
