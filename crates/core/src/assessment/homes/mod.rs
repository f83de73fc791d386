//! Many homes at a glance, for whoever reviews them: a summary of each file, and the files of one home put together.
//!
//! Nothing here holds an answer. A summary says how far a home is, and can be made again from its file at any time.

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

/// A table of homes. In whatever order the files are added, it is the same table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Homes {
    /// The editions that the files answer, by [`Summary::edition`].
    outlines: BTreeMap<String, Outline>,
    /// The versions of each home, the newest first. Never without one.
    versions: BTreeMap<Id, Vec<Summary>>,
}

/// One home: its newest version, and those before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Home<'a> {
    pub shown: &'a Summary,
    pub earlier: &'a [Summary],
}

/// What came of adding a summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOutcome {
    pub how: AddEffect,
    /// The home's name, as the summary that was added has it.
    pub name: String,
    /// The check code under which the table has it: of a duplicate, that of the one that stays.
    pub check_code: String,
}

/// How a summary stands to what was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddEffect {
    /// The first of its home.
    New,
    /// A newer version of a home than those that were there.
    Newer,
    /// Another version of a home, older than the one that is shown.
    Earlier,
    /// The same as another file, which has this name.
    Duplicate(String),
    /// The same file once more.
    Known,
}

impl Homes {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// How many homes there are.
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

    /// Adds everything that another table has. Gives whether anything of it was new here.
    pub fn take_in(&mut self, other: Self) -> bool {
        self.outlines.extend(other.outlines);
        let mut new = false;
        for summary in other.versions.into_values().flatten() {
            let how = self.put(summary).how;
            new |= matches!(how, AddEffect::New | AddEffect::Newer | AddEffect::Earlier);
        }
        new
    }

    /// Removes the versions that another table has too.
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

    /// Every home, in no order that means anything.
    pub fn all(&self) -> impl Iterator<Item = Home<'_>> {
        self.versions.values().filter_map(|versions| home(versions))
    }

    /// The home with this assessment.
    #[must_use]
    pub fn find(&self, id: &Id) -> Option<Home<'_>> {
        home(self.versions.get(id)?)
    }

    /// The parts and items of the edition that a summary is of.
    #[must_use]
    pub fn outline_of(&self, summary: &Summary) -> Option<&Outline> {
        self.outlines.get(&summary.edition)
    }

    /// The edition that most of the homes answer: its identifier, and its parts and items.
    #[must_use]
    pub fn main_edition(&self) -> Option<(&str, &Outline)> {
        let mut most: Option<(usize, &str)> = None;
        for key in self.outlines.keys() {
            let count = self.all().filter(|home| home.shown.edition_id() == summary::id_in(key)).count();
            // Of two with as many, the later year.
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
