//! One item across all homes: its status in each home, including the homes that have not started it.

use super::{Homes, Summary};
use crate::assessment::Status;
use crate::catalogue::ItemId;
use crate::folding::fold;

/// The status of one item in every home.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemAcrossHomes<'a> {
    pub item: &'a ItemId,
    pub question: &'a str,
    /// The homes grouped by the item's status, the status that most needs attention first. Each group is sorted by
    /// name. Groups without homes are included.
    pub groups: Vec<(Status, Vec<&'a Summary>)>,
    /// Homes that answer another edition, in which the same number may name a different item. Sorted by name.
    pub elsewhere: Vec<&'a Summary>,
}

impl Homes {
    /// Returns the status of an item of the main edition, the one that most homes answer, in every home. `None` when
    /// there is no main edition, or when it has no such item.
    #[must_use]
    pub fn across(&self, item: &ItemId) -> Option<ItemAcrossHomes<'_>> {
        let (main, outline) = self.main_edition()?;
        let (item, question) = outline.items().find(|(known, _)| known == item)?;
        let mut groups: Vec<(Status, Vec<&Summary>)> =
            Status::ALL.into_iter().rev().map(|status| (status, Vec::new())).collect();
        let mut elsewhere = Vec::new();
        let mut by_name: Vec<&Summary> = self.all().map(|home| home.shown).collect();
        by_name.sort_by_cached_key(|summary| (fold(&summary.name), summary.id.clone()));
        for summary in by_name {
            match self.status_of(summary, main, item) {
                Some(status) => {
                    let group = groups.iter_mut().find(|(known, _)| *known == status);
                    if let Some((_, homes)) = group {
                        homes.push(summary);
                    }
                }
                None => elsewhere.push(summary),
            }
        }
        Some(ItemAcrossHomes { item, question, groups, elsewhere })
    }

    /// Returns the status of an item of the main edition in one home. `None` when the home answers another edition. The
    /// position is looked up in the home's own outline: two wordings of one year have the same item numbers, but may
    /// list them in a different order.
    fn status_of(&self, summary: &Summary, main: &str, item: &ItemId) -> Option<Status> {
        if summary.edition_id() != main {
            return None;
        }
        let place = self.outline_of(summary)?.items().position(|(known, _)| known == item)?;
        summary.statuses.get(place).copied()
    }
}
