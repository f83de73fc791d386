//! Two people, one assessment: a file of an assessment that is here is made one with it.

use super::{Exchange, Kept, Notice, Offer, Undo};
use crate::platform::clock;
use crate::platform::storage::Device;
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{MergeOutcome, MergeSide, merge_sides, three_way};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::Document;
use standards_met_core::storage::{self, HistoryReason, Reason};

fn side(document: &Document) -> MergeSide<'_> {
    MergeSide::of(&document.assessment, &document.extra)
}

impl Exchange {
    /// What merging an offered file would do. `None` where it cannot be merged: it is of no assessment here, of another
    /// year, or a redacted copy.
    #[must_use]
    pub fn merge_preview(self, offer: &Offer) -> Option<MergeOutcome> {
        let theirs = &offer.read.document;
        let preview = |ours: &Document| {
            let same = ours.edition.id == theirs.edition.id && theirs.redacted().is_none();
            same.then(|| three_way(&side(ours), &side(theirs)))
        };
        self.assessments.with_untracked(&theirs.assessment.id, preview).flatten()
    }

    /// Merges the offered file into the assessment that it is of, which is set aside as it was. Of an item that both
    /// changed, theirs counts where it is among `theirs_for`; the other text goes into the history.
    pub fn accept_merged(self, theirs_for: &[ItemId]) {
        let Some(offer) = self.take_offer() else { return };
        let theirs = offer.read.document;
        let id = theirs.assessment.id.clone();
        self.assessments.leave_field();
        let now = clock::now();
        let merged = self
            .assessments
            .with_untracked(&id, |ours| merge_sides(&side(ours), &side(&theirs), theirs_for, now));
        let (Some((mut merged, lost)), Some(aside)) =
            (merged, self.assessments.aside_of(&id, Reason::Replaced, None))
        else {
            // It was removed in another tab meanwhile.
            return self.offer.set(None);
        };
        merged.edited_at = now.after(merged.edited_at);
        let kept = match storage::keep_aside(&Device::open(), &aside) {
            Ok(()) => Kept::Aside,
            Err(_) => Kept::InMemory,
        };
        let undo = Undo::PutBack(aside.id.clone());
        self.assessments.set_aside.update(|all| all.push(aside));
        self.assessments.remember(&id, HistoryReason::Replaced, lost);
        let name = merged.organisation.name.clone();
        self.assessments.documents.update(|documents| {
            for document in documents.iter_mut().filter(|document| document.assessment.id == id) {
                // What either of us changes from now on, follows on what both have had.
                offer.base.clone().keep(&mut document.extra);
                document.assessment.clone_from(&merged);
            }
        });
        self.assessments.schedule_save(&id);
        self.assessments.flush();
        self.end_offer(
            &Route::Overview(id),
            Notice::Merged { name, warnings: offer.read.warnings, kept },
            undo,
        );
    }
}
