//! Carrying last year's answers over into this year's assessment. Nothing of last year's changes.

use super::Assessments;
use crate::platform::clock;
use leptos::prelude::*;
use standards_met_core::assessment::{
    CarryOverChoice, CarryOverSource, EditionMapping, Id, Response, Year, Years, matching, years,
};
use standards_met_core::catalogue::{Edition, ItemId};
use standards_met_core::exchange::{Document, EditionRef};
use std::cell::RefCell;
use std::sync::Arc;

/// The last matching that was worked out, with the names of the two editions that it is of: it takes a moment.
type Known = Option<((EditionRef, EditionRef), Arc<EditionMapping>)>;

thread_local! {
    static KNOWN: RefCell<Known> = const { RefCell::new(None) };
}

/// What an assessment can carry over.
#[derive(Clone, Debug)]
pub struct Carrying {
    pub from: CarryOverSource,
    /// Last year's edition; `None` where last year's assessment is not on this device.
    pub old: Option<Arc<Edition>>,
    pub new: Arc<Edition>,
    pub matching: Arc<EditionMapping>,
}

impl Assessments {
    /// What this assessment can carry over. `None` where it was not begun from another.
    #[must_use]
    pub fn carrying(self, id: &Id) -> Option<Carrying> {
        let (new, from) = self.with_untracked(id, |document| {
            Some((document.edition.clone(), document.assessment.carried_from()?))
        })??;
        let old = self.with_untracked(&from.assessment, |old| old.edition.clone());
        let matching = old.as_ref().map(|old| matched(old, &new)).unwrap_or_default();
        Some(Carrying { from, old, new, matching })
    }

    /// What was answered last year to these items, in this order.
    #[must_use]
    pub fn answered_before(self, from: &CarryOverSource, items: &[ItemId]) -> Vec<Response> {
        let found = self.with_untracked(&from.assessment, |old| {
            items.iter().filter_map(|item| old.assessment.response(item).cloned()).collect()
        });
        found.unwrap_or_default()
    }

    /// Makes a choice for one item of this year's.
    pub fn carry(self, id: &Id, item: &ItemId, items: &[ItemId], choice: CarryOverChoice) {
        self.leave_field();
        self.carry_all(id, &[(item.clone(), items.to_vec())], choice);
        self.leave_field();
    }

    /// Makes the same choice for several items, as one change that can be undone.
    pub fn carry_all(self, id: &Id, all: &[(ItemId, Vec<ItemId>)], choice: CarryOverChoice) {
        let Some(Carrying { from, old: Some(old), new, .. }) = self.carrying(id) else { return };
        let before: Vec<(Vec<Response>, Vec<Response>)> = all
            .iter()
            .map(|(item, items)| {
                let chosen = self
                    .with_untracked(id, |document| document.assessment.response(item)?.carried())
                    .flatten();
                let earlier =
                    chosen.map(|known| self.answered_before(&from, &known.items)).unwrap_or_default();
                (self.answered_before(&from, items), earlier)
            })
            .collect();
        let now = clock::now();
        self.change_all(id, |assessment| {
            for ((item, items), (before, earlier)) in all.iter().zip(&before) {
                if let Some(found) = new.item(item) {
                    let (sources, earlier): (Vec<&Response>, Vec<&Response>) =
                        (before.iter().collect(), earlier.iter().collect());
                    assessment.carry(found, &old, &sources, items, &earlier, choice, now);
                }
            }
        });
        self.flush();
    }

    /// Says that what was carried over into an item still holds.
    pub fn confirm_carried(self, id: &Id, items: &[ItemId]) {
        self.leave_field();
        self.change_all(id, |assessment| {
            for item in items {
                assessment.confirm_carried(item, clock::now());
            }
        });
        self.flush();
    }

    /// This assessment and those of the years before on this device, the oldest first: what it was begun from, and what that
    /// was begun from; and whatever was begun from it.
    #[must_use]
    pub fn line_of_years(self, id: &Id) -> Vec<Id> {
        let mut line = vec![id.clone()];
        let before =
            |id: &Id| self.with_untracked(id, |document| document.assessment.carried_from()).flatten();
        while let Some(from) = line.first().and_then(before) {
            // A file could say that each was begun from the other.
            if line.contains(&from.assessment) || self.with_untracked(&from.assessment, |_| ()).is_none() {
                break;
            }
            line.insert(0, from.assessment);
        }
        while let Some(next) = line.last().and_then(|last| self.begun_from(last)) {
            if line.contains(&next) {
                break;
            }
            line.push(next);
        }
        line
    }

    /// The assessment that was begun from this one last.
    #[must_use]
    pub fn begun_from(self, id: &Id) -> Option<Id> {
        self.documents.with_untracked(|documents| {
            let next = documents.iter().rev().find(|document| {
                let from = document.assessment.carried_from();
                from.is_some_and(|from| from.assessment == *id)
            });
            next.map(|document| document.assessment.id.clone())
        })
    }

    /// The years of these assessments side by side.
    #[must_use]
    pub fn years(self, line: &[Id]) -> Years {
        let found: Vec<Document> =
            line.iter().filter_map(|id| self.with_untracked(id, Clone::clone)).collect();
        let all: Vec<Year> = found
            .iter()
            .map(|document| Year { edition: &document.edition, assessment: &document.assessment })
            .collect();
        years(&all)
    }
}

pub(super) fn matched(old: &Edition, new: &Edition) -> Arc<EditionMapping> {
    let names = (EditionRef::of(old), EditionRef::of(new));
    KNOWN.with_borrow_mut(|known| match known {
        Some((of, found)) if *of == names => found.clone(),
        _ => {
            let found = Arc::new(matching(old, new));
            *known = Some((names, found.clone()));
            found
        }
    })
}
