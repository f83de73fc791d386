//! The table of many homes, for whoever reviews them: one summary per file, with the files of one home grouped
//! together.
//!
//! Nothing here holds an answer. A summary says how far a home has got, and can be rebuilt from its file at any time.

mod across;
mod stored;
mod summary;
mod table;

pub use across::ItemAcrossHomes;
pub use stored::HomesTableError;
pub use summary::{LastReview, Outline, OutlinePart, SourceFile, Summary};
pub use table::{HomesFilter, HomesQuery, HomesSort};

use super::Id;
use crate::catalogue::Edition;
use std::collections::BTreeMap;

/// A table of homes. The order in which files are added does not change the result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Homes {
    /// The outlines of the editions that the files answer, by [`Summary::edition`].
    outlines: BTreeMap<String, Outline>,
    /// The versions of each home, the newest first. No list is empty.
    versions: BTreeMap<Id, Vec<Summary>>,
}

/// One home: its newest version and the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Home<'a> {
    /// The newest version.
    pub shown: &'a Summary,
    /// The earlier versions, the newest first.
    pub earlier: &'a [Summary],
}

/// The result of adding a summary to the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOutcome {
    pub how: AddEffect,
    /// The name of the home as given in the added summary.
    pub name: String,
    /// The check code under which the table holds the summary. For a duplicate, the check code of the file that stays.
    pub check_code: String,
}

/// How an added summary relates to those already in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddEffect {
    /// The first version of its home.
    New,
    /// A newer version of a home than those already in the table.
    Newer,
    /// Another version of a home, not newer than the one that is shown.
    Earlier,
    /// The same content as another file, which has this name.
    Duplicate(String),
    /// The same file again: same content and same file name.
    Known,
}

impl Homes {
    /// Returns whether the table has no homes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// Returns the number of homes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.versions.len()
    }

    /// Adds the summary of a file that answers this edition.
    pub fn add(&mut self, edition: &Edition, summary: Summary) -> AddOutcome {
        if !self.outlines.contains_key(&summary.edition) {
            self.outlines.insert(summary.edition.clone(), Outline::of(edition));
        }
        self.put(summary)
    }

    /// Adds everything from another table. Returns whether any of it was new to this one.
    pub fn take_in(&mut self, other: Self) -> bool {
        self.outlines.extend(other.outlines);
        let mut new = false;
        for summary in other.versions.into_values().flatten() {
            let how = self.put(summary).how;
            new |= matches!(how, AddEffect::New | AddEffect::Newer | AddEffect::Earlier);
        }
        new
    }

    /// Removes the versions that another table also has, and the outlines that no version needs any more.
    pub fn leave_out(&mut self, other: &Self) {
        self.versions.retain(|id, versions| {
            let gone = other.versions.get(id).map(Vec::as_slice).unwrap_or_default();
            versions.retain(|version| !gone.iter().any(|gone| gone.holds_the_same_as(version)));
            !versions.is_empty()
        });
        let all = || self.versions.values().flatten();
        self.outlines.retain(|edition, _| all().any(|version| version.edition == *edition));
    }

    fn put(&mut self, summary: Summary) -> AddOutcome {
        let (name, mut check_code) = (summary.name.clone(), summary.origin.check_code.clone());
        let versions = self.versions.entry(summary.id.clone()).or_default();
        let same = versions.iter().position(|known| known.holds_the_same_as(&summary));
        let how = if let Some(known) = same.and_then(|place| versions.get_mut(place)) {
            let how = if known.origin.file == summary.origin.file {
                AddEffect::Known
            } else {
                AddEffect::Duplicate(known.origin.file.clone())
            };
            if summary.origin.goes_before(&known.origin) {
                *known = summary;
            }
            check_code.clone_from(&known.origin.check_code);
            how
        } else {
            let newest = versions.first().map(|newest| newest.edited_at);
            let how = match newest {
                None => AddEffect::New,
                Some(newest) if newest < summary.edited_at => AddEffect::Newer,
                Some(_) => AddEffect::Earlier,
            };
            versions.push(summary);
            how
        };
        versions.sort_by(|one, other| {
            let newer_first = other.edited_at.cmp(&one.edited_at);
            newer_first.then_with(|| one.origin.check_code.cmp(&other.origin.check_code))
        });
        AddOutcome { how, name, check_code }
    }

    /// Returns every home, in no particular order.
    pub fn all(&self) -> impl Iterator<Item = Home<'_>> {
        self.versions.values().filter_map(|versions| home(versions))
    }

    /// Returns the home with this assessment identifier.
    #[must_use]
    pub fn find(&self, id: &Id) -> Option<Home<'_>> {
        home(self.versions.get(id)?)
    }

    /// Returns the parts and items of the edition that a summary answers.
    #[must_use]
    pub fn outline_of(&self, summary: &Summary) -> Option<&Outline> {
        self.outlines.get(&summary.edition)
    }

    /// Returns the edition that most homes answer: its identifier and its outline. `None` when the table has no
    /// edition.
    #[must_use]
    pub fn main_edition(&self) -> Option<(&str, &Outline)> {
        let mut most: Option<(usize, &str)> = None;
        for key in self.outlines.keys() {
            let count = self.all().filter(|home| home.shown.edition_id() == summary::id_in(key)).count();
            // Of two editions with equally many homes, take the later year.
            if most.is_none_or(|(known, _)| count >= known) {
                most = Some((count, key));
            }
        }
        let (_, key) = most?;
        Some((summary::id_in(key), self.outlines.get(key)?))
    }
}

fn home(versions: &[Summary]) -> Option<Home<'_>> {
    let (shown, earlier) = versions.split_first()?;
    Some(Home { shown, earlier })
}
