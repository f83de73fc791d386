//! A year, and what is told of several side by side.

use crate::assessment::{Action, Assessment, Status, Tally, status};
use crate::catalogue::{Edition, ItemId};

/// One year's assessment with the edition that it answers.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a> {
    pub edition: &'a Edition,
    pub assessment: &'a Assessment,
}

/// Some years side by side, the oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Years {
    /// The parts over the years: those of the newest year in its order, then those that only earlier years have.
    pub parts: Vec<PartYears>,
    /// For each year all items.
    pub totals: Vec<Tally>,
    /// Between each year and the one after it.
    pub steps: Vec<YearStep>,
}

/// A part over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartYears {
    /// As the newest year that has it calls it.
    pub title: String,
    /// For each year the title that it had then, and where its items stood; `None` where the year has no such part.
    pub years: Vec<Option<(String, Tally)>>,
}

/// What has become of one year in the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearStep {
    /// Items that stand better than what they continue, in the order of the newer edition.
    pub improved: Vec<StatusChange>,
    /// Items that stand worse, in the same order.
    pub slipped: Vec<StatusChange>,
    /// Items of the newer year that continue nothing.
    pub new: Vec<ItemId>,
    /// Items of the older year that nothing continues.
    pub dropped: Vec<ItemId>,
    /// What the older year had still to do, in the order of its items.
    pub open: Vec<OpenAction>,
}

/// An item that stands otherwise than what it continues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    pub item: ItemId,
    pub from: Vec<ItemId>,
    /// The worst of those that it continues.
    pub before: Status,
    pub now: Status,
}

/// An action that was not done in the older year, nor since.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenAction {
    /// The item of the older year.
    pub from: ItemId,
    /// The action as it is there.
    pub action: Action,
    /// The item of the newer year that has the action too; `None` where it was not carried over.
    pub item: Option<ItemId>,
}

/// What each item of a newer year continues of an older one; nothing where it is new.
pub(super) type Continuations = Vec<(ItemId, Vec<ItemId>)>;

impl Year<'_> {
    /// `None` where the edition does not have the item.
    pub(super) fn status(&self, item: &ItemId) -> Option<Status> {
        Some(status(self.edition.item(item)?, self.assessment.response(item)))
    }
}
