//! What is new in an edition, compared with an earlier one, and what that means for the answers to the earlier one.

use super::matching::{EditionMapping, ItemMatch, MatchReason, year};
use crate::assessment::{Assessment, Response};
use crate::catalogue::{Edition, EvidenceItem, ItemId, WordingChange};
use std::sync::Arc;

/// What is new in an edition, compared with an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionNews {
    /// Every item of the newer edition, in its order.
    pub items: Vec<ItemNews>,
    /// Items of the older edition that no newer item continues or resembles, in its order.
    pub dropped: Vec<ItemId>,
    /// Whether the newer edition says itself what any of its items was in the older one. Otherwise only the wording tells it,
    /// and an old question in other words is taken for a new one.
    pub is_stated: bool,
}

/// What has become of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemNews {
    pub item: ItemId,
    pub origin: ItemOrigin,
    /// The items of the older edition that it continues or, for [`ItemOrigin::Alike`], resembles. In the order of that edition.
    pub from: Vec<ItemId>,
    /// What has changed in the wording. Of a new item, it says nothing.
    pub wording: WordingChange,
    /// What the edition says of the change, or of a new item.
    pub note: Option<String>,
    /// Whether the older edition has another item with this number, so that whoever goes by the number is wrong.
    pub is_number_reused: bool,
    /// About how many minutes the answer takes.
    pub minutes: Option<u8>,
}

/// Where an item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemOrigin {
    /// It continues nothing.
    New,
    /// It resembles an older item by its wording. Nobody has said that it continues it.
    Alike,
    /// It continues several older items.
    Merged,
    /// It continues an older item that other items continue, too.
    Split,
    /// It alone continues one older item.
    Single,
}

/// What the news mean for the answers that were given to the older edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswersAhead {
    /// The older items that have an answer.
    pub answered: Vec<ItemId>,
    /// Newer items that ask the same as one of these.
    pub unchanged: Vec<ItemId>,
    /// Those of `unchanged` whose guidance is another.
    pub other_guidance: Vec<ItemId>,
    /// Newer items to which the old answer may no longer fit: the question is worded differently, or several became one.
    pub to_review: Vec<ItemId>,
    /// Newer items that only resemble an answered one.
    pub alike: Vec<ItemId>,
    /// Answered items that nothing continues or resembles.
    pub dropped: Vec<ItemId>,
}

impl ItemNews {
    /// Returns whether it is one older question under another number.
    #[must_use]
    pub fn is_renumbered(&self) -> bool {
        self.origin == ItemOrigin::Single && !self.from.contains(&self.item)
    }

    /// Returns whether it is one older question in other words. What was merged or split is that alone.
    #[must_use]
    pub fn is_reworded(&self) -> bool {
        self.origin == ItemOrigin::Single && self.wording == WordingChange::OtherQuestion
    }

    /// Returns whether it is one older question in the same words, with other guidance.
    #[must_use]
    pub fn has_other_guidance(&self) -> bool {
        self.origin == ItemOrigin::Single && self.wording == WordingChange::OtherGuidance
    }

    /// Returns whether nothing about it has changed.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.origin == ItemOrigin::Single && self.wording == WordingChange::Same && !self.is_renumbered()
    }
}

impl EditionNews {
    /// Returns the items of this origin.
    pub fn of(&self, origin: ItemOrigin) -> impl Iterator<Item = &ItemNews> {
        self.items.iter().filter(move |item| item.origin == origin)
    }

    /// Returns about how many minutes the new items take. `None` where the edition says it of none of them.
    #[must_use]
    pub fn minutes(&self) -> Option<u32> {
        let known: Vec<u32> =
            self.of(ItemOrigin::New).filter_map(|item| item.minutes.map(u32::from)).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    /// Returns the newer items that certainly continue an older one.
    #[must_use]
    pub fn continuing(&self, old: &ItemId) -> Vec<&ItemId> {
        let certain = self.items.iter().filter(|item| item.origin != ItemOrigin::Alike);
        certain.filter(|item| item.from.contains(old)).map(|item| &item.item).collect()
    }

    /// Returns the older items that several newer ones continue, in the order of the newer edition.
    #[must_use]
    pub fn split(&self) -> Vec<&ItemId> {
        let mut split: Vec<&ItemId> = Vec::new();
        for old in self.of(ItemOrigin::Split).flat_map(|item| &item.from) {
            if !split.contains(&old) {
                split.push(old);
            }
        }
        split
    }

    /// Returns what the news mean for the answers of an assessment in the older edition.
    #[must_use]
    pub fn answers_ahead(&self, older: &Assessment) -> AnswersAhead {
        let is_answered =
            |item: &&ItemId| older.response(item).is_some_and(|response: &Response| !response.is_blank());
        let mut ahead = AnswersAhead::default();
        for item in &self.items {
            let answered: Vec<&ItemId> = item.from.iter().filter(is_answered).collect();
            if answered.is_empty() {
                continue;
            }
            let list = match item.origin {
                ItemOrigin::New => continue,
                ItemOrigin::Alike => &mut ahead.alike,
                ItemOrigin::Single | ItemOrigin::Split if item.wording != WordingChange::OtherQuestion => {
                    if item.wording == WordingChange::OtherGuidance {
                        ahead.other_guidance.push(item.item.clone());
                    }
                    &mut ahead.unchanged
                }
                ItemOrigin::Merged | ItemOrigin::Single | ItemOrigin::Split => &mut ahead.to_review,
            };
            list.push(item.item.clone());
            ahead.answered.extend(answered.into_iter().cloned());
        }
        ahead.dropped = self.dropped.iter().filter(is_answered).cloned().collect();
        ahead.answered.extend(ahead.dropped.clone());
        ahead.answered.sort();
        ahead.answered.dedup();
        ahead
    }
}

/// Returns what is new in an edition. `matching` is that of the same two editions.
#[must_use]
pub fn edition_news(old: &Edition, new: &Edition, matching: &EditionMapping) -> EditionNews {
    let certain =
        || matching.items.iter().filter_map(|(_, found)| found.as_ref()).filter(|found| found.is_certain());
    let is_shared = |item: &ItemId| certain().filter(|found| found.from.contains(item)).nth(1).is_some();
    let news = |item: &EvidenceItem| {
        let found = matching.of(&item.id);
        let from = found.map(|found| found.from.clone()).unwrap_or_default();
        let origin = match (found, from.as_slice()) {
            (None, _) | (_, []) => ItemOrigin::New,
            (Some(found), _) if !found.is_certain() => ItemOrigin::Alike,
            (_, [only]) if is_shared(only) => ItemOrigin::Split,
            (_, [_]) => ItemOrigin::Single,
            (_, _) => ItemOrigin::Merged,
        };
        ItemNews {
            item: item.id.clone(),
            origin,
            wording: found.map_or(WordingChange::OtherQuestion, |found| found.wording),
            note: note(old, item, found),
            is_number_reused: old.item(&item.id).is_some() && !from.contains(&item.id),
            minutes: item.minutes,
            from,
        }
    };
    EditionNews {
        items: new.items().map(news).collect(),
        dropped: matching.dropped.clone(),
        is_stated: certain().any(|found| !matches!(found.basis, MatchReason::Likeness(_)))
            || new
                .items()
                .flat_map(|item| &item.replaces)
                .any(|said| said.edition == old.id && !said.items.is_empty()),
    }
}

/// Returns what the edition says of an item against the older one, also where it says that the item continues nothing.
fn note(old: &Edition, item: &EvidenceItem, found: Option<&ItemMatch>) -> Option<String> {
    if let Some(found) = found {
        return found.note.clone();
    }
    let said = item.replaces.iter().filter(|said| said.edition == old.id);
    let notes: Vec<&str> = said.filter_map(|said| said.note.as_deref()).collect();
    Some(notes.join("\n")).filter(|note| !note.is_empty())
}

/// Returns whether an edition is of an earlier year than another one. `false` where the years do not tell.
fn is_earlier(one: &Edition, other: &Edition) -> bool {
    let begins = |edition: &Edition| year(&edition.year).map(|(begins, _)| begins);
    begins(one).zip(begins(other)).is_some_and(|(one, other)| one < other)
}

/// Returns two editions with that of the earlier year first; as they are where the years do not tell.
#[must_use]
pub fn older_first(one: Arc<Edition>, other: Arc<Edition>) -> (Arc<Edition>, Arc<Edition>) {
    if is_earlier(&other, &one) { (other, one) } else { (one, other) }
}

/// Returns, of these editions, the one of the last year before that of an edition. `None` where there is none.
#[must_use]
pub fn edition_before<'a>(
    edition: &Edition,
    all: impl IntoIterator<Item = &'a Arc<Edition>>,
) -> Option<&'a Arc<Edition>> {
    let mut nearest: Option<&Arc<Edition>> = None;
    for one in all.into_iter().filter(|one| is_earlier(one, edition)) {
        if nearest.is_none_or(|nearest| is_earlier(nearest, one)) {
            nearest = Some(one);
        }
    }
    nearest
}

#[cfg(test)]
mod tests;
