//! One year, and the results of comparing several years.

use crate::assessment::{Action, Assessment, Status, Tally};
use crate::catalogue::{Edition, ItemId};

/// One year's assessment with the edition that it answers.
#[derive(Clone, Copy, Debug)]
pub struct Year<'a> {
    pub edition: &'a Edition,
    pub assessment: &'a Assessment,
}

/// The comparison of several years, the oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Years {
    /// The parts over the years: those of the newest year in its order, then those that only earlier years have.
    pub parts: Vec<PartYears>,
    /// For each year, the tally of all items.
    pub totals: Vec<Tally>,
    /// The changes between each year and the one after it.
    pub steps: Vec<YearStep>,
}

/// One part over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartYears {
    /// Its title in the newest year that has it.
    pub title: String,
    /// For each year, its title in that year and the tally of its items. `None` when the year has no such part.
    pub years: Vec<Option<(String, Tally)>>,
}

/// The changes from one year to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearStep {
    /// Items whose status is better than that of what they continue, in the order of the newer edition.
    pub improved: Vec<StatusChange>,
    /// Items whose status is worse, in the same order.
    pub slipped: Vec<StatusChange>,
    /// Items of the newer year that resemble answered ones of the older year, each with those, while nobody has decided
    /// whether the answers are to be used. They are neither new nor dropped.
    pub undecided: Vec<(ItemId, Vec<ItemId>)>,
    /// Items of the newer year that continue nothing.
    pub new: Vec<ItemId>,
    /// Items of the older year that nothing continues.
    pub dropped: Vec<ItemId>,
    /// Actions of the older year that are still to be done, in the order of its items.
    pub open: Vec<OpenAction>,
}

/// An item whose status differs from that of what it continues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    pub item: ItemId,
    /// The items of the older year that it continues.
    pub from: Vec<ItemId>,
    /// The worst status of the items that it continues.
    pub before: Status,
    pub now: Status,
}

/// An action that was not done in the older year, nor since.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenAction {
    /// The item of the older year.
    pub from: ItemId,
    /// The action as it is in the older year.
    pub action: Action,
    /// The item of the newer year that has the action too. `None` when it was not carried over.
    pub item: Option<ItemId>,
}

/// The items of an older year that each item of a newer year continues. Empty for an item that is new.
pub(super) type Continuations = Vec<(ItemId, Vec<ItemId>)>;

impl Year<'_> {
    /// Returns the status of an item. `None` when the edition does not have the item.
    pub(super) fn status(&self, item: &ItemId) -> Option<Status> {
        Some(self.assessment.status(self.edition, self.edition.item(item)?))
    }
}
