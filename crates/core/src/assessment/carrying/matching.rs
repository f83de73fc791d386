//! Which items of an edition continue which items of an earlier one.

use super::likeness::{SimilarItems, THE_SAME, alike, says_the_same};
use crate::catalogue::{Edition, EvidenceItem, ItemId, WordingChange};

/// Why an item is taken to continue another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchReason {
    /// The edition says so.
    Replaces,
    /// The item's printed action column names the number in the year before.
    Printed,
    /// The wording is similar, in percent. This is only a suggestion. 100 when the wording is the same.
    Likeness(u8),
}

/// The earlier items that an item continues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemMatch {
    /// Items of the old edition, in its order. Never empty.
    pub from: Vec<ItemId>,
    pub basis: MatchReason,
    /// What the edition says has changed. `None` when it says nothing.
    pub note: Option<String>,
    pub wording: WordingChange,
}

impl ItemMatch {
    /// Returns whether the question is the same as before.
    #[must_use]
    pub fn is_same_question(&self) -> bool {
        self.wording != WordingChange::OtherQuestion
    }

    /// Returns whether the items belong together without anybody's word: because the edition says so, or because the
    /// question is the same. A likeness alone is a suggestion.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.is_same_question() || !matches!(self.basis, MatchReason::Likeness(_))
    }
}

/// The items of one edition with the items of another edition that they continue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditionMapping {
    /// Every item of the new edition, in its order. `None` when the item continues nothing.
    pub items: Vec<(ItemId, Option<ItemMatch>)>,
    /// Items of the old edition that no new item continues or resembles, in its order.
    pub dropped: Vec<ItemId>,
}

impl EditionMapping {
    /// Returns what an item of the new edition continues. `None` when it continues nothing.
    #[must_use]
    pub fn of(&self, item: &ItemId) -> Option<&ItemMatch> {
        self.items.iter().find(|(id, _)| id == item).and_then(|(_, found)| found.as_ref())
    }
}

/// Matches the items of `new` to the items of `old` that they continue. What the new edition says goes first, then what
/// it prints, then what the wording suggests. The same number alone is never a match.
#[must_use]
pub fn matching(old: &Edition, new: &Edition) -> EditionMapping {
    let (before, after): (Vec<&EvidenceItem>, Vec<&EvidenceItem>) =
        (old.items().collect(), new.items().collect());
    let mut items: Vec<(ItemId, Option<ItemMatch>)> = Vec::new();
    for item in &after {
        items.push((item.id.clone(), replaced(old, item).or_else(|| printed(old, new, item))));
    }
    let said: Vec<ItemId> = from(&items).cloned().collect();
    let mut alike = alike(&before, &after);
    alike.retain(|pair| {
        let known = before.get(pair.old).is_some_and(|item| said.contains(&item.id));
        let open = items.get(pair.new).is_some_and(|(_, found)| found.is_none());
        open && (pair.likeness == THE_SAME || !known)
    });
    // A corrected wording of the same edition hardly ever moves a number.
    let same_number = |pair: &SimilarItems| {
        let number = |items: &[&EvidenceItem], place: usize| items.get(place).map(|item| item.id.clone());
        old.id == new.id && number(&before, pair.old) == number(&after, pair.new)
    };
    alike.sort_by_key(|pair| {
        (!same_number(pair), !pair.same_question, u32::MAX - pair.likeness, pair.new, pair.old)
    });
    let mut suggested = vec![false; before.len()];
    for pair in alike {
        let (Some(taken), Some(continues)) = (suggested.get_mut(pair.old), before.get(pair.old)) else {
            continue;
        };
        let Some((_, found @ None)) = items.get_mut(pair.new) else { continue };
        if !*taken {
            *taken = true;
            let percent = u8::try_from(pair.likeness / 100).unwrap_or(100);
            *found = Some(ItemMatch {
                from: vec![continues.id.clone()],
                basis: MatchReason::Likeness(percent),
                note: after.get(pair.new).and_then(|item| noted(old, item)),
                wording: match pair.likeness {
                    THE_SAME => WordingChange::Same,
                    _ if pair.same_question => WordingChange::OtherGuidance,
                    _ => WordingChange::OtherQuestion,
                },
            });
        }
    }
    let continued: Vec<ItemId> = from(&items).cloned().collect();
    let dropped = before.iter().map(|item| &item.id).filter(|id| !continued.contains(id)).cloned().collect();
    EditionMapping { items, dropped }
}

fn from(items: &[(ItemId, Option<ItemMatch>)]) -> impl Iterator<Item = &ItemId> {
    items.iter().filter_map(|(_, found)| found.as_ref()).flat_map(|found| &found.from)
}

/// Returns what the item itself says that it continues.
fn replaced(old: &Edition, item: &EvidenceItem) -> Option<ItemMatch> {
    let said = item.replaces.iter().filter(|said| said.edition == old.id);
    let there = said.filter(|said| said.items.iter().any(|id| old.item(id).is_some()));
    let named: Vec<&ItemId> = there.clone().flat_map(|said| &said.items).collect();
    let notes: Vec<&str> = there.clone().filter_map(|said| said.note.as_deref()).collect();
    let note = Some(notes.join("\n")).filter(|note| !note.is_empty());
    let wording = there.filter_map(|said| said.wording).next();
    let found = continues(old, item, &named, MatchReason::Replaces, note)?;
    Some(ItemMatch { wording: wording.unwrap_or(found.wording), ..found })
}

/// Returns what the item says has changed since the old edition, where it does not say which items it continues.
fn noted(old: &Edition, item: &EvidenceItem) -> Option<String> {
    let said = item.replaces.iter().filter(|said| said.edition == old.id && said.items.is_empty());
    let notes: Vec<&str> = said.filter_map(|said| said.note.as_deref()).collect();
    Some(notes.join("\n")).filter(|note| !note.is_empty())
}

/// Returns what the source prints beside the item, if the old edition is from the year before.
fn printed(old: &Edition, new: &Edition, item: &EvidenceItem) -> Option<ItemMatch> {
    let number = ItemId(item.printed_action.as_deref()?.trim().into());
    let found = is_year_after(&old.year, &new.year)
        .then(|| continues(old, item, &[&number], MatchReason::Printed, None));
    found.flatten()
}

fn continues(
    old: &Edition,
    item: &EvidenceItem,
    named: &[&ItemId],
    basis: MatchReason,
    note: Option<String>,
) -> Option<ItemMatch> {
    let there: Vec<&EvidenceItem> = old.items().filter(|item| named.contains(&&item.id)).collect();
    let wording = if !there.iter().all(|before| says_the_same(&before.question, &item.question)) {
        WordingChange::OtherQuestion
    } else if !there.iter().all(|before| says_the_same(&before.tooltip, &item.tooltip)) {
        WordingChange::OtherGuidance
    } else {
        WordingChange::Same
    };
    let from: Vec<ItemId> = there.into_iter().map(|item| item.id.clone()).collect();
    (!from.is_empty()).then_some(ItemMatch { from, basis, note, wording })
}

/// Returns whether one year of the toolkit comes directly after another: `2021-22` after `2020-21`, `2022` after
/// `2021`.
#[must_use]
pub fn is_year_after(old: &str, new: &str) -> bool {
    match (year(old), year(new)) {
        (Some((old, over_two)), Some((new, as_well))) => over_two == as_well && old + 1 == new,
        _ => false,
    }
}

/// Returns the calendar year in which a toolkit year begins, and whether it continues into the next one. `None` when
/// the text is not a year.
pub(super) fn year(text: &str) -> Option<(u32, bool)> {
    let number = |digits: &str| -> Option<u32> {
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
    };
    let (first, rest) = text.trim().split_at_checked(4)?;
    let first = number(first)?;
    if rest.is_empty() {
        return Some((first, false));
    }
    let next = number(rest.strip_prefix(['-', '/', '–'])?)?;
    (next == first + 1 || next == (first + 1) % 100).then_some((first, true))
}

#[cfg(test)]
mod tests;
