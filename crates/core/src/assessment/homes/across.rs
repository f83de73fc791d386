//! One item across all homes: who has it, who has not begun.

use super::{Homes, Summary};
use crate::assessment::Status;
use crate::assessment::text::fold;
use crate::catalogue::ItemId;

/// Where the homes stand with one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemAcrossHomes<'a> {
    pub item: &'a ItemId,
    pub question: &'a str,
    /// The homes by where the item stands, what most needs somebody first; each group by name. Groups without any home are
    /// among them.
    pub groups: Vec<(Status, Vec<&'a Summary>)>,
    /// Homes that answer another edition, in which the number may stand for something else.
    pub elsewhere: Vec<&'a Summary>,
}

impl Homes {
    /// Where the homes stand with an item of the edition that most of them answer. `None` where that has no such item.
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
            match self.standing_of(summary, main, item) {
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

    /// Where an item of the main edition stands in a home. Two wordings of one year have the same numbers, and may have them
    /// in another order.
    fn standing_of(&self, summary: &Summary, main: &str, item: &ItemId) -> Option<Status> {
        if summary.edition_id() != main {
            return None;
        }
        let place = self.outline_of(summary)?.items().position(|(known, _)| known == item)?;
        summary.statuses.get(place).copied()
    }
}
