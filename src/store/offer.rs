//! A file that was opened and waits for a choice: offering it, and what is chosen.

use super::{Exchange, Existing, Kept, Notice, Offer, Returned, Undo};
use crate::platform::turns::{self, Turns};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{Id, MergeBase, Response, ReturnOutcome, difference};
use standards_met_core::catalogue::EvidenceItem;
use standards_met_core::exchange::{Arrival, Document, ImportedDocument, Present};

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
        turns.pass().await;
        let existing = self.assessments.with_untracked(&theirs.id, |ours| Existing {
            name: ours.assessment.organisation.name.clone(),
            edited_at: ours.assessment.edited_at,
            difference: difference(&ours.assessment, theirs),
        });
        turns.pass().await;
        let arrival = self.arrival_of(&read.document);
        turns.pass().await;
        self.notices.notice.set(None);
        self.offer.set(Some(Offer { file, read, base, tally, existing, arrival }));
        self.navigation.go(&Route::Data);
    }

    /// What a document is to the person on this device.
    fn arrival_of(self, theirs: &Document) -> Arrival {
        let theirs_id = &theirs.assessment.id;
        let is_here = |id: &Id| self.assessments.with_untracked(id, |_| ()).is_some();
        let asked = theirs.assessment.sheet_of.as_ref().is_some_and(is_here);
        let copy = self.assessments.reviewed_here(theirs_id);
        let sent = |document: &Document| document.assessment.under_review().unwrap_or_default().edited_at;
        let reviewed = copy.and_then(|copy| self.assessments.with_untracked(&copy, sent));
        let is_same = |own: &Document| Arrival::is_same_organisation(theirs, own);
        let same_organisation = self.assessments.documents.with_untracked(|all| all.iter().any(is_same));
        let here = Present { own: None, asked, reviewed, same_organisation };
        let known = |own: &Document| Arrival::of(theirs, Present { own: Some(own), ..here });
        self.assessments.with_untracked(theirs_id, known).unwrap_or_else(|| Arrival::of(theirs, here))
    }

    pub fn decline_offer(self) {
        self.offer.set(None);
    }

    /// Closes a review that came back, and answers of an IT supplier, of which everything was taken in, one by one: there is
    /// nothing left to do with them.
    pub fn close_used(self) {
        let is_added = |returned: &Returned| {
            self.assessments.with_untracked(&returned.id, |ours| {
                let outcome = |remark| ours.assessment.compare(&ours.edition, remark);
                let is_new = |outcome| matches!(outcome, ReturnOutcome::Fresh | ReturnOutcome::ChangedSince);
                !returned.remarks.iter().any(|remark| is_new(outcome(remark)))
            })
        };
        if self.returned.with_untracked(|returned| returned.as_ref().and_then(is_added)) == Some(true) {
            self.returned.set(None);
        }
        let is_taken = |offer: &Offer| {
            let theirs = &offer.read.document.assessment;
            let of = theirs.sheet_of.as_ref().filter(|_| matches!(offer.arrival, Arrival::Answers { .. }))?;
            self.assessments.with_untracked(of, |ours| {
                let mut answered = theirs.responses.iter().filter(|theirs| !theirs.is_blank());
                answered.all(|theirs| {
                    let ours = ours.assessment.response(&theirs.item);
                    ours.is_some_and(|ours| ours.with_theirs(theirs) == *ours)
                })
            })
        };
        if self.offer.with_untracked(|offer| offer.as_ref().and_then(is_taken)) == Some(true) {
            self.offer.set(None);
        }
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
        let (page, is_sheet) = (where_work_goes_on(&document), document.assessment.sheet_of.is_some());
        self.assessments.bring_in(document);
        let notice = Notice::Imported { name, warnings: offer.read.warnings, kept: Kept::Aside };
        if is_sheet {
            // Whoever answers has nothing to take back: a press on "Undo" would take their answers too.
            self.navigation.go(&page);
        } else {
            self.end_offer(&page, notice, Undo::TakeAway(id));
        }
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
        let page = where_work_goes_on(&document);
        let (undo, kept) = self.assessments.put_in_place(document);
        self.end_offer(&page, Notice::Imported { name, warnings, kept }, undo);
    }

    /// Takes the offer, which stays on screen until [`Self::end_offer`] leads away. A second press finds nothing.
    pub(super) fn take_offer(self) -> Option<Offer> {
        self.offer.update_untracked(Option::take)
    }

    /// Goes where the work goes on, and says there what was done. The offer leaves the screen with its page.
    pub(super) fn end_offer(self, page: &Route, notice: Notice, undo: Undo) {
        let page = page.clone();
        spawn_local(async move {
            // The page that is left follows what has changed in a turn of its own: both at once is long.
            turns::next().await;
            self.notices.tell_on(self.navigation, &page, notice, Some(undo));
        });
    }
}

/// Where somebody goes on with an assessment that was taken in: an IT supplier at their first open question, everybody else
/// at the overview.
fn where_work_goes_on(document: &Document) -> Route {
    let (edition, assessment) = (&document.edition, &document.assessment);
    let is_open = |item: &&EvidenceItem| assessment.response(&item.id).is_none_or(Response::is_blank);
    let first = edition.items().find(is_open).filter(|_| assessment.sheet_of.is_some());
    match first {
        Some(item) => Route::Item(assessment.id.clone(), item.id.clone()),
        None => Route::Overview(assessment.id.clone()),
    }
}
