//! A file that was opened and waits for a choice: offering it, and what is chosen.

use super::{Exchange, Existing, Kept, Notice, Offer, Undo};
use crate::platform::turns::{self, Turns};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{MergeBase, difference};
use standards_met_core::exchange::ImportedDocument;

impl Exchange {
    /// Shows what is in a file, on the page "Your data".
    pub(super) async fn offer_file(self, file: String, read: ImportedDocument) {
        let theirs = &read.document.assessment;
        // In turns: long answers take long.
        let (mut base, mut turns) = (MergeBase::default(), Turns::default());
        for response in &theirs.responses {
            turns.work(|| base.add(response));
            if turns.are_due() {
                turns.pass().await;
            }
        }
        turns.pass().await;
        let tally = theirs.tally(&read.document.edition);
        let existing = self.assessments.with_untracked(&theirs.id, |ours| Existing {
            name: ours.assessment.organisation.name.clone(),
            edited_at: ours.assessment.edited_at,
            difference: difference(&ours.assessment, theirs),
        });
        turns.pass().await;
        self.notices.notice.set(None);
        self.offer.set(Some(Offer { file, read, base, tally, existing }));
        self.navigation.go(&Route::Data);
    }

    pub fn decline_offer(self) {
        self.offer.set(None);
    }

    /// Adds the offered assessment beside what is here.
    pub fn accept_beside(self) {
        let Some(offer) = self.take_offer() else { return };
        let mut document = offer.read.document;
        // What is changed from now on follows on what is in the file.
        offer.base.keep(&mut document.extra);
        if self.assessments.with_untracked(&document.assessment.id, |_| ()).is_some() {
            self.assessments.set_apart(&mut document, "imported");
        }
        let (id, name) = (document.assessment.id.clone(), document.assessment.organisation.name.clone());
        self.assessments.bring_in(document);
        let (warnings, kept) = (offer.read.warnings, Kept::Aside);
        self.end_offer(Notice::Imported { name, warnings, kept }, Undo::TakeAway(id));
    }

    /// Puts the offered assessment in the place of the one with the same identity, which is kept aside. A redacted copy
    /// never takes a place: it is added beside.
    pub fn accept_instead(self) {
        let is_redacted = |offer: &Option<Offer>| {
            offer.as_ref().is_some_and(|offer| offer.read.document.redacted().is_some())
        };
        if self.offer.with_untracked(is_redacted) {
            return self.accept_beside();
        }
        let Some(offer) = self.take_offer() else { return };
        let (mut document, warnings) = (offer.read.document, offer.read.warnings);
        let name = document.assessment.organisation.name.clone();
        offer.base.keep(&mut document.extra);
        let (undo, kept) = self.assessments.put_in_place(document);
        self.end_offer(Notice::Imported { name, warnings, kept }, undo);
    }

    /// Takes the offer, which stays on screen until [`Self::end_offer`]. A second press finds nothing.
    fn take_offer(self) -> Option<Offer> {
        self.offer.update_untracked(Option::take)
    }

    /// Takes the offer off the screen and says what was done, in turns of their own: what was added is drawn first.
    fn end_offer(self, notice: Notice, undo: Undo) {
        spawn_local(async move {
            turns::next().await;
            // Unless another file was offered meanwhile.
            if self.offer.with_untracked(Option::is_none) {
                self.offer.set(None);
            }
            turns::next().await;
            self.notices.tell(notice, Some(undo));
        });
    }
}
