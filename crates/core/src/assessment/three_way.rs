//! The merge of two people's work on one assessment: which items only one of them changed since their last common
//! state, and which items both did.
//!
//! The merge itself is that of [`newest_of_each`]. This module only tells a true conflict from a change on one side.
//! For that, every document carries the marks of the file with which it was last synchronised ([`MergeBase`]): the
//! common ancestor travels with each export. A note on the device of what was last exported would not be enough: if
//! somebody exports twice and gets the first file back, its old answers would be taken for somebody's new ones.

use super::merge::newest_of_each;
use super::merged_reviews::merge_reviews;
use super::{Assessment, Response, Timestamp};
use crate::catalogue::ItemId;
use crate::json::Extra;
use serde_json::Value;
use std::cmp::Ordering;

/// The field of a document with the marks of the file with which it was last synchronised. Each entry is a text: the
/// number of the item and the mark, separated by a space.
pub const MERGE_BASE: &str = "base";

/// One side of a merge: an assessment, and what every item said in the file with which it was last synchronised.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeSide<'a> {
    assessment: &'a Assessment,
    /// `None` if that is not known. An item that is not in it was blank.
    base: Option<Vec<(ItemId, String)>>,
}

/// A conflict between two sides: an item that both changed, differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub ours: Response,
    pub theirs: Response,
}

/// The outcome of a merge for each item in which the two sides differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeOutcome {
    /// Items that only they changed.
    pub taken: Vec<ItemId>,
    /// Items that only we changed.
    pub kept: Vec<ItemId>,
    /// Items that both changed.
    pub conflicts: Vec<Conflict>,
    /// Whether either side knows its last common state. Without it, nearly everything is a conflict.
    pub known: bool,
}

/// Returns a short digest of what a response says, without its reviews. Empty if it says nothing.
fn mark(response: Option<&Response>) -> String {
    response.filter(|response| !response.is_blank()).map(Response::content_sha256).unwrap_or_default()
}

/// What an assessment says, as a mark for each item that says something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeBase(Vec<Value>);

impl MergeBase {
    /// Adds the mark of one more response. The time that this takes grows with the length of its texts.
    pub fn add(&mut self, response: &Response) {
        let mark = mark(Some(response));
        if !mark.is_empty() {
            self.0.push(Value::String(format!("{} {mark}", response.item)));
        }
    }

    /// Stores the marks in the fields of a document that was just synchronised with that assessment.
    pub fn keep(self, document: &mut Extra) {
        document.insert(MERGE_BASE.into(), Value::Array(self.0));
    }
}

impl<'a> MergeSide<'a> {
    /// Creates a side from an assessment and the fields of its document. Marks in another form count as not known.
    #[must_use]
    pub fn of(assessment: &'a Assessment, document: &Extra) -> Self {
        let read = |line: &Value| {
            let (item, mark) = line.as_str()?.rsplit_once(' ')?;
            Some((ItemId(item.into()), mark.to_owned()))
        };
        let lines = document.get(MERGE_BASE).and_then(Value::as_array);
        Self { assessment, base: lines.map(|lines| lines.iter().filter_map(read).collect()) }
    }

    /// Returns whether the item said just this in the file with which the side was last synchronised.
    fn took(&self, item: &ItemId, mark: &str) -> bool {
        self.base.as_ref().is_some_and(|base| {
            let known = base.iter().find(|(known, _)| known == item);
            known.map_or("", |(_, mark)| mark) == mark
        })
    }
}

/// Determines the outcome for each item in which two sides differ. Swapping the sides swaps the outcome.
#[must_use]
pub fn three_way(ours: &MergeSide, theirs: &MergeSide) -> MergeOutcome {
    let mut found =
        MergeOutcome { known: ours.base.is_some() || theirs.base.is_some(), ..MergeOutcome::default() };
    let beside = |response: &&Response| ours.assessment.response(&response.item).is_none();
    let items = ours.assessment.responses.iter().chain(theirs.assessment.responses.iter().filter(beside));
    for item in items.map(|response| &response.item) {
        let (one, other) = (ours.assessment.response(item), theirs.assessment.response(item));
        let marks = (mark(one), mark(other));
        if marks.0 == marks.1 {
            continue;
        }
        match (one, other) {
            (Some(one), Some(other)) => match only_one(ours, theirs, (one, other), (&marks.0, &marks.1)) {
                Some(true) => found.taken.push(item.clone()),
                Some(false) => found.kept.push(item.clone()),
                None => found.conflicts.push(Conflict { ours: one.clone(), theirs: other.clone() }),
            },
            // A side without a response never began the item, so it has made no change.
            (None, _) => found.taken.push(item.clone()),
            (Some(_), None) => found.kept.push(item.clone()),
        }
    }
    found.taken.sort_unstable();
    found.kept.sort_unstable();
    found.conflicts.sort_unstable_by(|one, other| one.ours.item.cmp(&other.ours.item));
    found
}

/// Returns true if only they changed the item, and false if only we did. `None` if both did, or if it cannot be told.
fn only_one(
    ours: &MergeSide,
    theirs: &MergeSide,
    both: (&Response, &Response),
    marks: (&str, &str),
) -> Option<bool> {
    let item = &both.0.item;
    let (they_took, we_took) = (theirs.took(item, marks.0), ours.took(item, marks.1));
    if they_took != we_took {
        // Either they began with just what is here now, or we began with just what is there.
        return Some(they_took);
    }
    // An edit is always later than what it changed. So the later state follows from the earlier one if that was the
    // base of either side. Otherwise neither side knew of the other's edit.
    let was_beginning = |mark: &str| ours.took(item, mark) || theirs.took(item, mark);
    match both.0.edited_at.cmp(&both.1.edited_at) {
        Ordering::Greater if was_beginning(marks.1) => Some(false),
        Ordering::Less if was_beginning(marks.0) => Some(true),
        _ => None,
    }
}

/// Merges two sides. What only one side changed is taken from that side. Of an item that both changed, theirs counts if
/// the item is among `theirs_for`, and ours otherwise. Of what is not about an item, the newest counts. Reviews are
/// merged.
///
/// Returns the merged assessment, and the responses that lost a conflict, which belong in the history.
#[must_use]
pub fn merge_sides(
    ours: &MergeSide,
    theirs: &MergeSide,
    theirs_for: &[ItemId],
    now: Timestamp,
) -> (Assessment, Vec<Response>) {
    let found = three_way(ours, theirs);
    let mut merged = newest_of_each(ours.assessment, theirs.assessment);
    let mut lost = Vec::new();
    for (items, from, other) in [(&found.taken, theirs, ours), (&found.kept, ours, theirs)] {
        for item in items {
            let (chosen, left) = (from.assessment.response(item), other.assessment.response(item));
            if let (Some(chosen), Some(left)) = (chosen, left) {
                put(&mut merged, chosen, left, now);
            }
        }
    }
    for Conflict { ours, theirs } in found.conflicts {
        let (chosen, left) = if theirs_for.contains(&ours.item) { (theirs, ours) } else { (ours, theirs) };
        put(&mut merged, &chosen, &left, now);
        lost.push(left);
    }
    for response in &mut merged.responses {
        let reviews = |side: &MergeSide| {
            side.assessment.response(&response.item).map(|one| one.reviews.clone()).unwrap_or_default()
        };
        let (one, other) = (reviews(ours), reviews(theirs));
        response.reviews = if one == other { one } else { merge_reviews(&one, &other) };
    }
    (merged, lost)
}

/// Puts the chosen response in its place. If it is not the later of the two, the choice counts as an edit made now, so
/// that it wins again in every other merge of these two.
fn put(merged: &mut Assessment, chosen: &Response, left: &Response, now: Timestamp) {
    let older = chosen.edited_at <= left.edited_at;
    for place in merged.responses.iter_mut().filter(|place| place.item == chosen.item) {
        place.clone_from(chosen);
        if older {
            place.edited_at = now.after(left.edited_at);
        }
    }
    if older {
        merged.edited_at = now.after(merged.edited_at);
    }
}
