//! One evidence item of an assessment: its response as signals, and the commands that change it.

use super::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Edit, EntryStatus, Id, OfficialEntry, Response, Status};
use standards_met_core::catalogue::{EvidenceItem, ItemId};
use standards_met_core::exchange::Document;
use std::sync::Arc;

/// An evidence item of an assessment on this device. It lasts as long as the component that made it.
#[derive(Clone, Copy)]
pub struct OpenItem {
    assessments: Assessments,
    assessment: StoredValue<Id>,
    item: StoredValue<Arc<EvidenceItem>>,
}

impl OpenItem {
    #[must_use]
    pub fn new(assessments: Assessments, assessment: Id, item: Arc<EvidenceItem>) -> Self {
        Self { assessments, assessment: StoredValue::new(assessment), item: StoredValue::new(item) }
    }

    /// The assessment.
    #[must_use]
    pub fn assessment(self) -> Id {
        self.assessment.get_value()
    }

    /// The item, as its edition has it.
    #[must_use]
    pub fn item(self) -> Arc<EvidenceItem> {
        self.item.get_value()
    }

    /// Whether it is a question for an IT supplier, on a sheet of their own: they enter nothing in the official toolkit.
    #[must_use]
    pub fn is_sheet(self) -> bool {
        let is_sheet = |document: &Document| document.assessment.sheet_of.is_some();
        self.assessments.with_untracked(&self.assessment(), is_sheet).unwrap_or_default()
    }

    /// A value of the response; of an empty one where there is none.
    pub fn signal<T: Send + Sync + 'static>(self, look: fn(&Response) -> T) -> Signal<T> {
        let (assessments, id, item) = (self.assessments, self.assessment(), self.item().id.clone());
        Signal::derive(move || {
            let found =
                assessments.with(&id, |document| document.assessment.response(&item).map(look)).flatten();
            found.unwrap_or_else(|| look(&Response::empty(item.clone())))
        })
    }

    /// The status of the response.
    #[must_use]
    pub fn status(self) -> Signal<Status> {
        status_of(self.assessments, self.assessment(), self.item().id.clone())
    }

    /// Changes the response.
    pub fn edit(self, edit: Edit) {
        self.assessments.edit(&self.assessment(), &self.item().id, edit);
    }

    /// A callback that changes the response.
    pub fn callback<T: 'static>(self, edit: fn(T) -> Edit) -> Callback<T> {
        Callback::new(move |value| self.edit(edit(value)))
    }

    /// Today, as far as the assessment is concerned.
    #[must_use]
    pub fn today(self) -> Signal<Date> {
        let (assessments, id) = (self.assessments, self.assessment());
        Signal::derive(move || assessments.today(&id))
    }

    /// What goes where in the official toolkit.
    #[must_use]
    pub fn official_entry(self) -> Signal<OfficialEntry> {
        let (assessments, id, item) = (self.assessments, self.assessment(), self.item());
        Signal::derive(move || {
            let found = assessments
                .with(&id, |document| document.assessment.official_entry(&document.edition, &item));
            found.unwrap_or_default()
        })
    }

    /// Whether it is entered in the official toolkit as it stands.
    #[must_use]
    pub fn entered(self) -> Signal<EntryStatus> {
        let (assessments, id, item) = (self.assessments, self.assessment(), self.item());
        Signal::derive(move || {
            let entered = assessments.with(&id, |document| {
                let entry = document.assessment.official_entry(&document.edition, &item);
                entry.entered(document.assessment.response(&item.id))
            });
            entered.unwrap_or(EntryStatus::No)
        })
    }

    /// Notes that it is entered in the official toolkit, or that it is not.
    #[must_use]
    pub fn on_enter(self) -> Callback<bool> {
        Callback::new(move |entered| {
            self.assessments.mark_entered(&self.assessment(), &self.item().id, entered);
        })
    }
}

/// The status of one item of an assessment.
#[must_use]
pub fn status_of(assessments: Assessments, assessment: Id, item: ItemId) -> Signal<Status> {
    Signal::derive(move || {
        let found = assessments.with(&assessment, |document| {
            document.edition.item(&item).map(|found| document.assessment.status(&document.edition, found))
        });
        found.flatten().unwrap_or(Status::NotStarted)
    })
}
