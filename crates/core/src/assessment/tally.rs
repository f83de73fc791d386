//! How many items have each status.

use super::{Assessment, Status};
use crate::catalogue::{Edition, EvidenceItem, Level};

/// The number of items with each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; 7]);

impl Tally {
    /// Returns the number of items with this status.
    #[must_use]
    pub fn of(&self, status: Status) -> usize {
        self.0.get(status as usize).copied().unwrap_or_default()
    }

    /// Returns the number of items that need nothing more.
    #[must_use]
    pub fn settled(&self) -> usize {
        Status::ALL.into_iter().filter(|status| status.is_settled()).map(|status| self.of(status)).sum()
    }

    /// Returns the number of all items.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Returns the number of items that have any content.
    #[must_use]
    pub fn started(&self) -> usize {
        self.total() - self.of(Status::NotStarted)
    }
}

impl FromIterator<Status> for Tally {
    fn from_iter<T: IntoIterator<Item = Status>>(statuses: T) -> Self {
        let mut tally = Self::default();
        for status in statuses {
            if let Some(count) = tally.0.get_mut(status as usize) {
                *count += 1;
            }
        }
        tally
    }
}

impl Assessment {
    /// Returns the number of items of the edition that have any content. Unlike a tally, it looks at no rule and no date.
    #[must_use]
    pub fn started(&self, edition: &Edition) -> usize {
        let has_content =
            |item: &&EvidenceItem| self.response(&item.id).is_some_and(|response| !response.is_blank());
        edition.items().filter(has_content).count()
    }

    /// Counts the items of the edition by status.
    #[must_use]
    pub fn tally(&self, edition: &Edition) -> Tally {
        edition.items().map(|item| self.status(edition, item)).collect()
    }

    /// Counts the items of one part by status. Empty if the edition has no such part.
    #[must_use]
    pub fn part_tally(&self, edition: &Edition, number: u8) -> Tally {
        let items = edition.part(number).map(|part| part.items.as_slice()).unwrap_or_default();
        items.iter().map(|item| self.status(edition, item)).collect()
    }

    /// Counts the items that a level requires by status. Empty if the edition does not say which these are.
    #[must_use]
    pub fn level_tally(&self, edition: &Edition, level: Level) -> Tally {
        edition.needed_for(level).map(|item| self.status(edition, item)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_counts_each_standing_once() {
        let tally: Tally =
            [Status::Met, Status::Met, Status::NotApplicable, Status::NotStarted].into_iter().collect();
        assert_eq!((tally.of(Status::Met), tally.settled(), tally.total(), tally.started()), (2, 3, 4, 3));
    }
}
