//! Copies outside this device, snapshots on it, and how long it keeps them.

use super::{AppState, Kept, Notice, clearing};
use crate::platform::storage::Device;
use crate::platform::{clock, lasting};
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{ChangesSinceCopy, Id, LastCopy};
use standards_met_core::storage::{self, Reason, SetAside, StorageSpace};

/// What is merged within so long is one merge.
const WHILE_MS: f64 = 600_000.0;

/// What the browser says of how long it keeps what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// It has not been asked yet, or there is nothing to ask.
    Unknown,
    /// It has promised not to clear it by itself.
    Promised,
    /// It has not promised it.
    NotPromised,
    /// It was asked, and refused.
    Refused,
}

impl AppState {
    /// What was changed in an assessment since its last copy.
    #[must_use]
    pub fn since_copy(self, id: &Id) -> Option<ChangesSinceCopy> {
        let copied = self.copied(id);
        self.with(id, |document| document.assessment.since(copied.as_ref(), clock::now()))
    }

    /// The last copy of an assessment, followed.
    fn copied(self, id: &Id) -> Option<LastCopy> {
        self.copies.track();
        storage::copied_at(&Device::open(), id)
    }

    /// Remembers that a person has a copy of an assessment now: once it was handed over, and not before.
    pub(super) fn copy_was_made(self, id: &Id, copied: &LastCopy) {
        if clearing::is_cleared() {
            return;
        }
        // Without the room for it, the reminder comes once too often.
        let _ = storage::keep_copied_at(&Device::open(), id, copied);
        self.copies.set(());
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
        self.tell(Notice::TookSnapshot { name: name.trim().into(), kept }, None);
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

    /// How much room is used. Counted each time: nothing says when another tab has written.
    #[must_use]
    pub fn space(self) -> StorageSpace {
        storage::space(&Device::open())
    }

    /// Whether this browser deletes what is stored after a week without a visit.
    #[must_use]
    pub fn is_short_lived(self) -> bool {
        lasting::is_short() && self.lasting.with_untracked(|lasting| *lasting != Lasting::Promised)
    }

    /// Finds out whether the browser has promised to keep what is stored.
    pub(super) fn look_at_lasting(self) {
        spawn_local(async move {
            if let Some(promised) = lasting::is_promised().await {
                self.lasting.set(if promised { Lasting::Promised } else { Lasting::NotPromised });
            }
        });
    }

    /// Asks the browser to keep what is stored.
    pub fn ask_to_last(self) {
        spawn_local(async move {
            let promised = lasting::ask().await == Some(true);
            self.lasting.set(if promised { Lasting::Promised } else { Lasting::Refused });
        });
    }
}
