//! Copies outside this device, and the versions on it that are saved under a name.

use super::{Assessments, Kept, Notice, cleared};
use crate::platform::clock;
use crate::platform::storage::Device;
use leptos::prelude::*;
use standards_met_core::assessment::{ChangesSinceCopy, Id, LastCopy};
use standards_met_core::storage::{self, Reason, SetAside};

/// What is merged within so long is one merge.
const WHILE_MS: f64 = 600_000.0;

impl Assessments {
    /// What was changed in an assessment since its last copy.
    #[must_use]
    pub fn since_copy(self, id: &Id) -> Option<ChangesSinceCopy> {
        let copied = self.copied(id);
        self.with(id, |document| document.assessment.since(copied.as_ref(), clock::now()))
    }

    /// The last copy of an assessment, followed.
    fn copied(self, id: &Id) -> Option<LastCopy> {
        self.saving.copies.track();
        storage::copied_at(&Device::open(), id)
    }

    /// Remembers that a person has a copy of an assessment now: once it was handed over, and not before.
    pub(super) fn copy_was_made(self, id: &Id, copied: &LastCopy) {
        if cleared::is_cleared() {
            return;
        }
        // Without the room for it, the reminder comes once too often.
        let _ = storage::keep_copied_at(&Device::open(), id, copied);
        self.saving.copies.set(());
    }

    /// Keeps an assessment as it is now, under a name.
    pub fn take_snapshot(self, id: &Id, name: &str) {
        self.leave_field();
        let Some(aside) = self.aside_of(id, Reason::Snapshot, Some(name.trim())) else { return };
        let kept = match storage::keep_aside(&Device::open(), &aside) {
            Ok(()) => Kept::Aside,
            Err(_) => Kept::InMemory,
        };
        self.set_aside.update(|all| all.push(aside));
        self.notices.tell(Notice::TookSnapshot { name: name.trim().into(), kept }, None);
    }

    /// Keeps an assessment as it is before somebody else's answers are merged into it; once for all that is merged
    /// within a while.
    pub(super) fn snapshot_before(self, id: &Id) {
        let Some(aside) = self.aside_of(id, Reason::Replaced, None) else { return };
        let since = aside.at.millis() - WHILE_MS;
        let recent = |one: &SetAside| {
            one.reason == Reason::Replaced && one.at.millis() > since && one.whose().as_ref() == Some(id)
        };
        if !self.set_aside.with_untracked(|all| all.iter().any(recent)) {
            // Without the room for it, it is here until the page is closed.
            let _ = storage::keep_aside(&Device::open(), &aside);
            self.set_aside.update(|all| all.push(aside));
        }
    }
}
