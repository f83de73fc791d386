//! Beginning an assessment with an edition of one's choice.

use super::Exchange;
use crate::platform::{clock, random};
use crate::route::Route;
use leptos::prelude::*;
use standards_met_core::assessment::{Assessment, CarryOverSource, Id};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, EditionRef};
use standards_met_core::json::Extra;
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
                Route::Carry(id)
            }
            None => Route::Overview(id),
        };
        let editions = self.editions_context();
        editions.next_of.set(None);
        self.assessments.add(Document { edition, assessment, extra: Extra::new() });
        self.navigation.go(&route);
    }

    /// Goes to the editions, to begin the next year of an assessment.
    pub fn begin_next_of(self, id: &Id) {
        let editions = self.editions_context();
        editions.next_of.set(Some(id.clone()));
        self.navigation.go(&Route::Editions);
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
