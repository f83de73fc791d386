//! Reviewing somebody else's assessment, and taking in what a reviewer hands back.

mod who;

use super::{Assessments, Exchange, Notice, Returned, SavedReview, Undo};
use crate::platform::{clock, files, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{
    Assessment, Edit, Hit, Id, Progress, Remark, ReturnOutcome, Review, ReviewEdit, ShownAnswer, to_see,
};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::{Document, ImportError, ReviewFile, file_name, read_review};

impl Assessments {
    /// Whether an assessment is a copy for reviewing, followed.
    #[must_use]
    pub fn is_under_review(self, id: &Id) -> bool {
        self.with(id, |document| document.assessment.is_under_review()).unwrap_or_default()
    }

    /// The copy for reviewing of an assessment, where it is on this device.
    #[must_use]
    pub fn reviewed_here(self, assessment: &Id) -> Option<Id> {
        let is_copy =
            |one: &Assessment| one.under_review().is_some_and(|sent| sent.assessment == *assessment);
        self.documents.with_untracked(|all| {
            all.iter().find(|one| is_copy(&one.assessment)).map(|one| one.assessment.id.clone())
        })
    }

    /// What this reviewer says of what they see, followed.
    #[must_use]
    pub fn present_remark(self, id: &Id, seen: &ShownAnswer) -> Option<Review> {
        let me = self.reviewer();
        let present =
            |document: &Document| document.assessment.remark_on(&document.edition, seen, &me).cloned();
        self.with(id, present).flatten()
    }

    /// Changes what this reviewer says of what they see.
    pub fn remark(self, id: &Id, seen: &ShownAnswer, said: ReviewEdit) {
        let Some(edition) = self.with_untracked(id, |document| document.edition.clone()) else { return };
        let me = self.reviewer();
        self.change_all(id, |assessment| {
            assessment.remark_seen(&edition, seen, &me, random::new_id(), said, clock::now());
        });
    }

    /// The items that the reviewer wants to see. It follows what they look for, and undoing; not each letter that they
    /// type elsewhere on the page, because every answer that they reviewed is compared.
    #[must_use]
    pub fn to_see(self, id: &Id) -> Vec<Hit> {
        self.steps.track();
        let (me, only, today) = (self.reviewer(), self.navigation.only.get(), self.today(id));
        let found = self.navigation.query.with(|query| {
            self.with_untracked(id, |document| {
                to_see(&document.edition, &document.assessment, &me, only, query, today)
            })
        });
        found.unwrap_or_default()
    }

    /// How far this reviewer has come. It follows what [`Self::to_see`] does.
    #[must_use]
    pub fn review_progress(self, id: &Id) -> Progress {
        let me = self.reviewer();
        self.steps.track();
        self.with_untracked(id, |document| document.assessment.progress(&document.edition, &me))
            .unwrap_or_default()
    }

    /// Makes an action out of what a review says.
    pub fn act_on(self, id: &Id, item: &ItemId, review: &Id) {
        let action = random::new_id();
        self.leave_field();
        let made =
            self.change_all(id, |assessment| assessment.act_on(item, review, action.clone(), clock::now()));
        self.leave_field();
        if let Some(to) = made.flatten() {
            let edit = Box::new(Edit::RemoveAction(action));
            let undo = Undo::Edit { assessment: id.clone(), item: to.clone(), edit };
            self.notices.tell(Notice::ActsOnReview { assessment: id.clone(), item: to }, Some(undo));
        }
    }

    /// Answers a review, or resolves it or opens it again; what is `None` stays as it is.
    pub fn handle(self, id: &Id, item: &ItemId, review: &Id, reply: Option<String>, resolved: Option<bool>) {
        self.change_all(id, |assessment| assessment.handle(item, review, reply, resolved, clock::now()));
        if resolved.is_some() {
            self.leave_field();
        }
    }
}

impl Exchange {
    /// Opens the offered assessment to review it: as a copy that is never taken for the home's own, or as the newer state
    /// of the copy that is here already, which is kept aside.
    pub fn review_offered(self) {
        let Some(offer) = self.offer.try_update(Option::take).flatten() else { return };
        let Document { edition, assessment, extra } = offer.read.document;
        let mut sent = assessment.as_sent();
        let here = self.assessments.reviewed_here(&sent.id);
        let go_on = |here: Id| {
            self.assessments.with_untracked(&here, |ours| ours.assessment.go_on_with(sent.clone()))
        };
        let newer = here.and_then(go_on);
        let goes_on = newer.is_some();
        let assessment = newer.unwrap_or_else(|| {
            sent.begin_review(random::new_id());
            sent
        });
        let id = assessment.id.clone();
        let document = Document { edition, assessment, extra };
        if goes_on {
            self.assessments.put_in_place(document);
        } else {
            self.assessments.add(document);
        }
        self.navigation.go(&Route::Review(id));
    }

    /// Makes the review file and hands it to the reviewer.
    pub fn export_review(self, id: &Id) {
        self.assessments.save_soon();
        let me = self.assessments.reviewer();
        let made = self.assessments.with_untracked(id, |document| {
            let file = ReviewFile::of(&document.edition, &document.assessment, &me)?;
            let (text, check_code) = file.to_text(clock::now());
            let again = read_review(text.as_bytes()).ok()?;
            let name = format!("{} review {}", file.organisation, me.name);
            let saved = SavedReview {
                file_name: file_name(&name, &document.edition.year, clock::local_time()),
                check_code,
                remarks: file.remarks.len(),
                text,
            };
            (again.file == file && again.check_code == saved.check_code).then_some(saved)
        });
        match made.flatten() {
            Some(saved) => {
                files::hand_over(&saved.file_name, &saved.text);
                self.assessments.change(id, |copy| copy.note_review_saved(clock::now()));
                self.notices.tell(Notice::ReviewExported(saved), None);
            }
            None => self.notices.tell(Notice::ExportFailed, None),
        }
    }

    /// Hands out the whole assessment as it was sent, with the review inside.
    pub fn export_with_review(self, id: &Id) {
        self.assessments.flush();
        if let Some(mut document) = self.assessments.with_untracked(id, Clone::clone) {
            document.assessment = document.assessment.as_sent();
            self.hand_out(document);
        }
    }

    /// Offers what is in a review file.
    pub(super) fn open_review(self, file: String, bytes: &[u8]) {
        let found = read_review(bytes).and_then(|read| match self.home_of(&read.file.assessment) {
            Some(id) => Ok((id, read)),
            None => Err(ImportError::ReviewOfAnother { organisation: read.file.organisation }),
        });
        match found {
            Ok((id, read)) => self.offer_remarks(Returned {
                file,
                id,
                remarks: read.file.remarks,
                warnings: read.warnings,
                check_code: read.check_code,
            }),
            Err(error) => {
                self.offer.set(None);
                self.notices.tell(Notice::ImportFailed { file, error }, None);
            }
        }
    }

    /// The home's own assessment where it is on this device, and otherwise the copy for reviewing.
    fn home_of(self, assessment: &Id) -> Option<Id> {
        let own =
            self.assessments.with_untracked(assessment, |document| !document.assessment.is_under_review());
        if own == Some(true) { Some(assessment.clone()) } else { self.assessments.reviewed_here(assessment) }
    }

    /// What reviewers say in the offered assessment, and the one here does not have yet.
    #[must_use]
    pub fn remarks_in_offer(self) -> Vec<Remark> {
        let new = self.offer.with_untracked(|offer| {
            let Document { edition, assessment: theirs, .. } = &offer.as_ref()?.read.document;
            self.assessments.with_untracked(&theirs.id, |ours| {
                let mut remarks = theirs.remarks(edition);
                remarks
                    .retain(|one| ours.assessment.compare(&ours.edition, one) != ReturnOutcome::AlreadyHere);
                remarks
            })
        });
        new.unwrap_or_default()
    }

    /// Looks at what reviewers say in the offered assessment instead of at its answers.
    pub fn look_at_remarks_in_offer(self) {
        let remarks = self.remarks_in_offer();
        let Some(offer) = self.offer.try_update(Option::take).flatten() else { return };
        self.offer_remarks(Returned {
            file: offer.file,
            id: offer.read.document.assessment.id,
            remarks,
            warnings: offer.read.warnings,
            check_code: offer.read.check_code,
        });
    }

    fn offer_remarks(self, returned: Returned) {
        self.notices.notice.set(None);
        self.offer.set(None);
        self.returned.set(Some(returned));
        self.navigation.go(&Route::Data);
    }

    pub fn decline_returned(self) {
        self.returned.set(None);
    }

    /// Takes these remarks in. No answer changes.
    pub fn take_remarks(self, id: &Id, remarks: &[Remark]) {
        self.add_remarks(id, remarks);
        let notice = Notice::TookRemarks(remarks.len());
        self.notices.tell(notice, Some(Undo::LastChange(id.clone())));
    }

    /// Takes in all that a reviewer handed back, and goes where they are answered.
    pub fn take_all_remarks(self, id: &Id, remarks: &[Remark]) {
        self.add_remarks(id, remarks);
        self.returned.set(None);
        let notice = Notice::TookRemarks(remarks.len());
        let undo = Some(Undo::LastChange(id.clone()));
        self.notices.tell_on(self.navigation, &Route::Review(id.clone()), notice, undo);
    }

    /// Takes in what reviewers say in the offered assessment, and none of its answers.
    pub fn take_remarks_in_offer(self) {
        let remarks = self.remarks_in_offer();
        let Some(offer) = self.offer.try_update(Option::take).flatten() else { return };
        self.take_all_remarks(&offer.read.document.assessment.id, &remarks);
    }

    fn add_remarks(self, id: &Id, remarks: &[Remark]) {
        let Some(edition) = self.assessments.with_untracked(id, |document| document.edition.clone()) else {
            return;
        };
        // What was typed before is a change of its own.
        self.assessments.leave_field();
        self.assessments.snapshot_before(id);
        self.assessments.change_all(id, |assessment| {
            for remark in remarks {
                assessment.take_remark(&edition, remark, clock::now());
            }
        });
        self.assessments.flush();
    }
}
