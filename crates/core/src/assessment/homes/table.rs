//! Which homes the table shows, and in which order.

use super::{Home, Homes};
use crate::assessment::{Date, SearchWords};
use crate::folding::fold;
use crate::json::spelled;
use std::cmp::{Ordering, Reverse};

/// A search in the table of homes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomesQuery {
    /// Words that must all occur in the home's name, its ODS code or the file name. The beginning of a word is enough.
    pub words: String,
    /// Shows only the homes that pass this filter. `None` shows all that match the words.
    pub only: Option<HomesFilter>,
    pub sort: HomesSort,
    /// Whether the order is reversed.
    pub reversed: bool,
}

/// A filter on the homes that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomesFilter {
    /// Homes with at least one finding.
    Findings,
    /// Homes with an overdue action.
    Overdue,
    NotReviewed,
    /// Homes that were reviewed and have changed since.
    ChangedSince,
}

/// The sort order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HomesSort {
    #[default]
    Name,
    /// By the number of settled items, the fewest first.
    Settled,
    /// By the number of findings, the most first.
    Findings,
    /// By the number of overdue actions, the most first.
    Overdue,
    /// By the last change, the latest first.
    Changed,
    /// By the last review: homes that were never reviewed first, then the longest ago.
    Reviewed,
}

spelled!(HomesFilter {
    Findings = "findings",
    Overdue = "overdue",
    NotReviewed = "not-reviewed",
    ChangedSince = "changed-since",
});
spelled!(HomesSort {
    Name = "name",
    Settled = "settled",
    Findings = "findings",
    Overdue = "overdue",
    Changed = "changed",
    Reviewed = "reviewed",
});

impl HomesFilter {
    /// Every filter.
    pub const ALL: [Self; 4] = [Self::Findings, Self::Overdue, Self::NotReviewed, Self::ChangedSince];
}

impl HomesSort {
    /// Every sort order.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Settled, Self::Findings, Self::Overdue, Self::Changed, Self::Reviewed];

    /// Returns whether the order, when not reversed, goes from the highest value to the lowest.
    #[must_use]
    pub fn goes_down(self) -> bool {
        matches!(self, Self::Findings | Self::Overdue | Self::Changed)
    }

    fn compare(self, one: &Home<'_>, other: &Home<'_>, today: Date) -> Ordering {
        let (one, other) = (one.shown, other.shown);
        match self {
            Self::Name => Ordering::Equal,
            Self::Settled => one.tally().settled().cmp(&other.tally().settled()),
            Self::Findings => Reverse(one.findings).cmp(&Reverse(other.findings)),
            Self::Overdue => Reverse(one.overdue(today)).cmp(&Reverse(other.overdue(today))),
            Self::Changed => Reverse(one.edited_at).cmp(&Reverse(other.edited_at)),
            Self::Reviewed => {
                let at = |summary: &super::Summary| summary.reviewed.as_ref().map(|reviewed| reviewed.at);
                at(one).cmp(&at(other))
            }
        }
    }
}

impl HomesQuery {
    /// Returns whether the query leaves anything out.
    #[must_use]
    pub fn narrows(&self) -> bool {
        self.only.is_some() || !self.words.trim().is_empty()
    }
}

impl Homes {
    /// Returns the homes that match the query, in its order. Equal homes are sorted by name.
    #[must_use]
    pub fn rows(&self, query: &HomesQuery, today: Date) -> Vec<Home<'_>> {
        let words = SearchWords::of(&query.words);
        let mut rows: Vec<Home<'_>> =
            self.all().filter(|home| fits(home, &words, query.only, today)).collect();
        let by_name = |home: &Home<'_>| (fold(&home.shown.name), home.shown.id.clone());
        if query.sort == HomesSort::Name && query.reversed {
            rows.sort_by_cached_key(|home| Reverse(by_name(home)));
            return rows;
        }
        rows.sort_by_cached_key(by_name);
        rows.sort_by(|one, other| {
            let order = query.sort.compare(one, other, today);
            if query.reversed { order.reverse() } else { order }
        });
        rows
    }
}

fn fits(home: &Home<'_>, words: &SearchWords, only: Option<HomesFilter>, today: Date) -> bool {
    let shown = home.shown;
    let passes = match only {
        None => true,
        Some(HomesFilter::Findings) => shown.findings > 0,
        Some(HomesFilter::Overdue) => shown.overdue(today) > 0,
        Some(HomesFilter::NotReviewed) => shown.reviewed.is_none(),
        Some(HomesFilter::ChangedSince) => {
            shown.reviewed.as_ref().is_some_and(|reviewed| reviewed.changed > 0)
        }
    };
    passes && words.find_in(&[&shown.name, &shown.ods_code, &shown.origin.file]).is_some()
}
