//! What the parts of the page share: every action, which of them are shown, and which was begun here.

use super::filter::Filter;
use super::order::Order;
use crate::store::Assessments;
use leptos::prelude::*;
use standards_met_core::assessment::{Date, Id, PlannedAction, planned, unplanned};
use standards_met_core::catalogue::{EvidenceItem, ItemId};

/// The actions of an assessment. It lasts as long as the page.
#[derive(Clone, Copy)]
pub struct Plan {
    pub assessment: StoredValue<Id>,
    pub actions: Memo<Vec<PlannedAction>>,
    /// The items that are "not yet" and have nothing planned, each with what it is about.
    pub unplanned: Memo<Vec<(ItemId, String)>>,
    pub filter: Filter,
    pub today: Date,
    /// Whether it is shown to a reviewer, who changes nothing in it.
    pub is_read_only: bool,
    /// The action that was begun with a press while the page was open.
    pub begun: StoredValue<Option<Id>>,
    /// The rows of both lists.
    pub order: Memo<Order>,
}

impl Plan {
    pub fn new(assessments: Assessments, id: Id) -> Self {
        let (of, at, today) = (id.clone(), id.clone(), assessments.today(&id));
        let actions = Memo::new(move |_| {
            assessments
                .with(&of, |document| planned(&document.edition, &document.assessment))
                .unwrap_or_default()
        });
        let unplanned = Memo::new(move |_| {
            let found = assessments.with(&at, |document| {
                let found = unplanned(&document.edition, &document.assessment).into_iter();
                found.map(|item| (item.id.clone(), topic(item))).collect()
            });
            found.unwrap_or_default()
        });
        let filter = Filter::new();
        let order = Memo::new(move |before: Option<&Order>| {
            let mut order = before.cloned().unwrap_or_default();
            actions.with(|all| order.update(&filter.name(), &keys(all), passing(filter, all, today)));
            order
        });
        let begun = StoredValue::new(None);
        let is_read_only = untrack(|| assessments.is_under_review(&id));
        Self {
            assessment: StoredValue::new(id),
            actions,
            unplanned,
            filter,
            today,
            is_read_only,
            begun,
            order,
        }
    }

    /// How many actions say something and are as asked.
    pub fn count(self, is: impl Fn(&PlannedAction) -> bool) -> usize {
        self.actions.with(|all| all.iter().filter(|one| !one.action.is_blank() && is(one)).count())
    }

    /// How many of those that say something the filter shows.
    pub fn count_shown(self) -> usize {
        self.actions.with(|all| passing(self.filter, all, self.today).len())
    }
}

fn topic(item: &EvidenceItem) -> String {
    item.topic.clone().unwrap_or_else(|| item.question.clone())
}

/// What a row is known by: the item and the action, because two items may hold actions of one identifier.
fn key(planned: &PlannedAction) -> Id {
    Id(format!("{}/{}", planned.item, planned.action.id))
}

fn keys(all: &[PlannedAction]) -> Vec<Id> {
    all.iter().map(key).collect()
}

/// The item and the action of a row.
pub fn parts(key: &Id) -> (ItemId, Id) {
    let (item, action) = key.as_str().split_once('/').unwrap_or_default();
    (ItemId(item.into()), Id(action.into()))
}

/// What passes the filter, each with whether it is done. One that was emptied is not among it, and keeps its row all the
/// same: somebody is typing there.
fn passing(filter: Filter, all: &[PlannedAction], today: Date) -> Vec<(Id, bool)> {
    let passing = filter.apply(all, today).into_iter().filter(|planned| !planned.action.is_blank());
    passing.map(|planned| (key(planned), planned.action.done)).collect()
}
