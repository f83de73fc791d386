//! Beginning an assessment with an edition of one's choice.

use super::Exchange;
use crate::platform::{clock, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Assessment, CarryOverSource, Id};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, EditionRef};
use standards_met_core::json::Extra;
use standards_met_core::sorting::sort_by;
use std::sync::Arc;

impl Exchange {
    /// Begins an assessment with an edition and opens it: an empty one, or one that answers of another year are carried over
    /// into, whose assessment stays as it is.
    pub fn begin_with(self, edition: Arc<Edition>, name: &str, ods_code: &str, from: Option<&Id>) {
        let now = clock::now();
        let mut assessment = Assessment::new(random::new_id(), name, ods_code, now);
        let from = from.and_then(|from| self.assessments.with_untracked(from, carried_from));
        let id = assessment.id.clone();
        let route = match &from {
            Some(from) => {
                assessment.begin_from(from);
                self.assessments.with_untracked(&from.assessment, |older| {
                    assessment.carry_whole(&older.assessment, now);
                });
                // First of all: what is new. The answers come after it.
                Route::News(id)
            }
            None => Route::Overview(id),
        };
        let editions = self.editions_context();
        editions.next_of.set(None);
        self.assessments.add(Document { edition, assessment, extra: Extra::new() });
        self.navigation.go(&route);
    }

    /// Notes that the next year of an assessment is to be begun, until that is done or given up.
    pub fn begin_next_of(self, id: &Id) {
        self.editions_context().next_of.set(Some(id.clone()));
    }

    /// No next year is to be begun after all.
    pub fn give_up_next(self) {
        self.editions_context().next_of.set(None);
    }

    /// The editions on this device of a later year than that of an assessment, the nearest first.
    #[must_use]
    pub fn later_editions(self, id: &Id) -> Vec<Arc<Edition>> {
        let year = self.assessments.with_untracked(id, |document| document.edition.year.clone());
        let all = self.editions().into_iter().map(|here| here.edition);
        let mut later: Vec<Arc<Edition>> =
            all.filter(|edition| year.as_ref().is_some_and(|year| edition.year > *year)).collect();
        sort_by(&mut later, |one, other| one.year.cmp(&other.year));
        later
    }
}

fn carried_from(old: &Document) -> CarryOverSource {
    CarryOverSource {
        assessment: old.assessment.id.clone(),
        edition: EditionRef::of(&old.edition).0,
        title: old.edition.title.clone(),
        year: old.edition.year.clone(),
    }
}
