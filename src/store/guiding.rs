//! What guides a person: the next step, findings, the interview, the sheet for somebody else, what is entered in the official toolkit.

use super::{Assessments, Exchange, Notice, Undo};
use crate::platform::turns::Turns;
use crate::platform::{clock, page, random};
use crate::route::Route;
use leptos::prelude::*;
use leptos::task::spawn_local;
use standards_met_core::assessment::{
    ActionEdit, Date, Edit, Finding, Id, NextItem, Response, YesNoUnsure, findings, findings_of, next,
};
use standards_met_core::catalogue::{ItemId, Role};
use standards_met_core::exchange::Document;

impl Assessments {
    /// What to do next in an assessment, the first thing first.
    #[must_use]
    pub fn next(self, id: &Id, role: Option<Role>) -> Vec<NextItem> {
        let next = self.with(id, |document| {
            next(&document.edition, &document.assessment, role, document.assessment.today(clock::today()))
        });
        next.unwrap_or_default()
    }

    /// Today, as far as an assessment is concerned.
    #[must_use]
    pub fn today(self, id: &Id) -> Date {
        self.with_untracked(id, |document| document.assessment.today(clock::today()))
            .unwrap_or_else(clock::today)
    }

    /// What to look at in an assessment.
    #[must_use]
    pub fn findings(self, id: &Id) -> Vec<Finding> {
        let found = self.with(id, |document| {
            findings(&document.edition, &document.assessment, document.assessment.today(clock::today()))
        });
        found.unwrap_or_default()
    }

    /// Counts what there is to look at in an assessment. Item by item, in several turns: all texts are read.
    pub fn count_findings(self, id: Id, counted: RwSignal<Option<usize>>) {
        spawn_local(async move {
            let count = self.findings_in_turns(id).await;
            // The page may have moved on meanwhile.
            let _ = counted.try_set(Some(count));
        });
    }

    async fn findings_in_turns(self, id: Id) -> usize {
        let today = self.today(&id);
        let items = |document: &Document| document.edition.items().map(|item| item.id.clone()).collect();
        let items: Vec<ItemId> = self.with_untracked(&id, items).unwrap_or_default();
        let (mut turns, mut count) = (Turns::default(), 0);
        // What is asked for while a page is drawn begins once the browser has had its turn.
        turns.pass().await;
        for item in items {
            let found = |document: &Document| {
                findings_of(&document.edition, &document.assessment, &item, today).len()
            };
            count += turns.work(|| self.with_untracked(&id, found)).unwrap_or_default();
            if turns.are_due() {
                turns.pass().await;
            }
        }
        count
    }

    /// Keeps what is told to a question of the interview. What it had settled and does not any more is taken back.
    pub fn tell_about(self, id: &Id, question: &str, answer: Option<YesNoUnsure>) {
        let Some(edition) = self.with_untracked(id, |document| document.edition.clone()) else { return };
        let back =
            self.change_all(id, |assessment| assessment.tell(&edition, question, answer, clock::now()));
        self.flush();
        if let Some(back) = back.filter(|back| !back.is_empty()) {
            self.notices.tell(Notice::TakenBack(back), None);
        }
    }

    /// Accepts these items as not applicable, as far as the interview suggests it.
    pub fn accept(self, id: &Id, items: &[ItemId]) {
        let Some(edition) = self.with_untracked(id, |document| document.edition.clone()) else { return };
        let count = self.change_all(id, |assessment| assessment.accept(&edition, items, clock::now()));
        self.flush();
        self.notices.tell(Notice::Accepted(count.unwrap_or_default()), Some(Undo::LastChange(id.clone())));
    }

    /// Gives an item that is "not yet" an action to begin with.
    pub fn plan(self, id: &Id, item: &ItemId, action: Id, what: &str) {
        self.edit(id, item, Edit::Action(action, ActionEdit::What(what.into())));
    }

    /// Marks an item as entered in the official toolkit, as it stands now, or as not entered.
    pub fn mark_entered(self, id: &Id, item: &ItemId, entered: bool) {
        let digest = self.with_untracked(id, |document| {
            let found = document.edition.item(item)?;
            Some(document.assessment.official_entry(&document.edition, found).digest())
        });
        self.edit(id, item, Edit::Enter(digest.flatten().filter(|_| entered)));
        self.flush();
    }

    /// Takes one answer of an opened sheet over into the present one.
    pub fn take_over(self, id: &Id, theirs: &Response) {
        let (item, edit) = (theirs.item.clone(), Edit::Take(Box::new(theirs.clone())));
        self.snapshot_before(id);
        let undo = self.replacing(id, || self.change_item(id, &item, edit));
        self.flush();
        let undo =
            undo.map(|edit| Undo::Edit { assessment: id.clone(), item: item.clone(), edit: Box::new(edit) });
        self.notices.tell(Notice::TookOver { item }, undo);
    }

    /// Takes over somebody else's answers to these items, as one change.
    fn take_over_all(self, id: &Id, theirs: &[Response]) {
        self.leave_field();
        self.snapshot_before(id);
        self.replacing(id, || {
            self.change_all(id, |assessment| {
                for response in theirs {
                    assessment.edit(&response.item, Edit::Take(Box::new(response.clone())), clock::now());
                }
            })
        });
        self.flush();
    }

    /// Opens the browser's own window for printing.
    pub fn print(self) {
        page::print();
    }
}

impl Exchange {
    /// Takes over all of these answers of an IT supplier, which ends the offer, and goes on with the assessment.
    pub fn take_over_all(self, id: &Id, theirs: &[Response]) {
        if self.take_offer().is_none() {
            return;
        }
        self.assessments.take_over_all(id, theirs);
        let (page, undo) = (Route::Overview(id.clone()), Undo::LastChange(id.clone()));
        self.end_offer(&page, Notice::TookOverAll(theirs.len()), undo);
    }

    /// Hands out a sheet with the questions for the IT supplier: an assessment of its own that holds just those, opens
    /// in this same page, and says whose it is. None of the answers go with it.
    pub fn export_supplier_sheet(self, id: &Id) {
        if let Some(sheet) = self.assessments.with_untracked(id, supplier_sheet).flatten() {
            self.hand_out(sheet);
        }
    }
}

fn supplier_sheet(document: &Document) -> Option<Document> {
    let edition = document.edition.for_it_supplier()?;
    let organisation = &document.assessment.organisation;
    let mut assessment = standards_met_core::assessment::Assessment::new(
        random::new_id(),
        &organisation.name,
        &organisation.ods_code,
        clock::now(),
    );
    assessment.sheet_of = Some(document.assessment.id.clone());
    Some(Document { edition: edition.into(), assessment, extra: standards_met_core::json::Extra::new() })
}
