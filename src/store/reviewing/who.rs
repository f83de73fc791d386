//! Who reviews on this device.

use crate::platform::clock;
use crate::platform::storage::Device;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Id, Reviewer};
use standards_met_core::json::{from_text, to_text};
use standards_met_core::storage::{PREFIX, Store};
use std::cell::RefCell;

thread_local! {
    /// Once it was said or looked up.
    static REVIEWER: RefCell<Option<Reviewer>> = const { RefCell::new(None) };
}

fn reviewer_key() -> String {
    format!("{PREFIX}reviewer")
}

impl Assessments {
    /// Who reviews on this device; without a name where nobody has said.
    #[must_use]
    pub fn reviewer(self) -> Reviewer {
        let known = REVIEWER.with_borrow(Clone::clone);
        known.unwrap_or_else(|| {
            let kept = Device::open().get(&reviewer_key());
            kept.and_then(|text| from_text(&text).ok()).unwrap_or_default()
        })
    }

    /// Keeps who reviews on this device.
    pub fn set_reviewer(self, now: &Reviewer) {
        // Without the room for it, it is known until the page is closed.
        let _ = Device::open().set(&reviewer_key(), &to_text(now));
        REVIEWER.set(Some(now.clone()));
    }

    /// Keeps what the person who reviews on this device is there.
    pub fn set_reviewer_role(self, role: &str) {
        self.set_reviewer(&Reviewer { role: role.trim().into(), ..self.reviewer() });
    }

    /// The same person under another name: what they have said in the copies on this device stays theirs.
    pub fn rename_reviewer(self, now: &Reviewer) {
        let before = self.reviewer();
        for (id, _) in self.copies_with(&before) {
            self.change_all(&id, |copy| copy.rename_reviewer(&before, now, clock::now()));
        }
        self.set_reviewer(now);
        self.flush();
    }

    /// How much the present reviewer has said in the copies on this device that no home has dealt with yet.
    #[must_use]
    pub fn remarks_so_far(self) -> usize {
        self.copies_with(&self.reviewer()).iter().map(|(_, count)| count).sum()
    }

    /// The copies for reviewing in which somebody has said something, and how much.
    fn copies_with(self, reviewer: &Reviewer) -> Vec<(Id, usize)> {
        self.documents.with_untracked(|all| {
            let counted = all.iter().map(|one| (one.assessment.id.clone(), one.assessment.said_by(reviewer)));
            counted.filter(|(_, count)| *count > 0).collect()
        })
    }
}
