//! Two people who went on with one assessment: which items only one of them changed since they last had the same, and
//! which both did.
//!
//! The merge is that of [`newest_of_each`], and what is here only tells a true clash from a change of one side. For that,
//! every document carries the marks of the file that it was last made one with ([`MergeBase`]): the common ancestor goes
//! with each export. A note on the device of what was exported last would not do: whoever exports twice and gets the first
//! file back would take its old answers for somebody's new ones.

use super::merge::newest_of_each;
use super::remarks::merge_reviews;
use super::{Assessment, Response, Timestamp};
use crate::catalogue::ItemId;
use crate::json::Extra;
use serde_json::Value;
use std::cmp::Ordering;

/// The field of a document with the marks of the file that it was last made one with: each a text of the item's number
/// and the mark, parted by a space.
const BASE: &str = "base";

/// An assessment, and what every item said in the file that it was last made one with.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeSide<'a> {
    assessment: &'a Assessment,
    /// `None` where that is not known. What is not in it was blank.
    base: Option<Vec<(ItemId, String)>>,
}

/// An item that both sides changed, differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub ours: Response,
    pub theirs: Response,
}

/// What becomes of each item in which two sides differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeOutcome {
    /// Only they changed it.
    pub taken: Vec<ItemId>,
    /// Only we changed it.
    pub kept: Vec<ItemId>,
    pub clashes: Vec<Conflict>,
    /// Whether either side knows what it was last made one with. Without it, nearly everything is a clash.
    pub known: bool,
}

/// A short form of what a response says, without its reviews; empty for one that says nothing.
fn mark(response: Option<&Response>) -> String {
    response.filter(|response| !response.is_blank()).map(Response::answer_sha256).unwrap_or_default()
}

/// What an assessment says, as a mark for each item that says something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeBase(Vec<Value>);

impl MergeBase {
    /// One response more. How long its mark takes grows with its texts.
    pub fn add(&mut self, response: &Response) {
        let mark = mark(Some(response));
        if !mark.is_empty() {
            self.0.push(Value::String(format!("{} {mark}", response.item)));
        }
    }

    /// Remembers it in the fields of a document that was just made one with that assessment.
    pub fn keep(self, document: &mut Extra) {
        document.insert(BASE.into(), Value::Array(self.0));
    }
}

impl<'a> MergeSide<'a> {
    /// An assessment with the fields of its document. What they hold in another form counts as not known.
    #[must_use]
    pub fn of(assessment: &'a Assessment, document: &Extra) -> Self {
        let read = |line: &Value| {
            let (item, mark) = line.as_str()?.rsplit_once(' ')?;
            Some((ItemId(item.into()), mark.to_owned()))
        };
        let lines = document.get(BASE).and_then(Value::as_array);
        Self { assessment, base: lines.map(|lines| lines.iter().filter_map(read).collect()) }
    }

    /// Whether the item said just this in the file that the side was last made one with.
    fn took(&self, item: &ItemId, mark: &str) -> bool {
        self.base.as_ref().is_some_and(|base| {
            let known = base.iter().find(|(known, _)| known == item);
            known.map_or("", |(_, mark)| mark) == mark
        })
    }
}

/// Finds out what becomes of each item in which two sides differ. Swapping the sides swaps the outcome.
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
                None => found.clashes.push(Conflict { ours: one.clone(), theirs: other.clone() }),
            },
            // What was never begun is no change.
            (None, _) => found.taken.push(item.clone()),
            (Some(_), None) => found.kept.push(item.clone()),
        }
    }
    found.taken.sort_unstable();
    found.kept.sort_unstable();
    found.clashes.sort_unstable_by(|one, other| one.ours.item.cmp(&other.ours.item));
    found
}

/// Whether only they changed it, or only we. `None` where both did, or where it cannot be told.
fn only_one(
    ours: &MergeSide,
    theirs: &MergeSide,
    both: (&Response, &Response),
    marks: (&str, &str),
) -> Option<bool> {
    let item = &both.0.item;
    let (they_took, we_took) = (theirs.took(item, marks.0), ours.took(item, marks.1));
    if they_took != we_took {
        // They began with just what is here now, or we with just what is there.
        return Some(they_took);
    }
    // An edit is always later than what it changed. So the later follows the earlier where that was the beginning of either
    // side, and otherwise the two know nothing of each other.
    let was_beginning = |mark: &str| ours.took(item, mark) || theirs.took(item, mark);
    match both.0.edited_at.cmp(&both.1.edited_at) {
        Ordering::Greater if was_beginning(marks.1) => Some(false),
        Ordering::Less if was_beginning(marks.0) => Some(true),
        _ => None,
    }
}

/// Makes two sides one: what only one changed is as they have it; of an item that both changed, theirs counts where it is
/// among `theirs_for`, and otherwise ours. Of what is not about an item the newest counts, and reviews come together.
///
/// Gives the merged assessment, and the responses that were left for another one, so that they go into the history.
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
    for Conflict { ours, theirs } in found.clashes {
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

/// Puts a response into its place. Where it is not the later of the two, choosing it is an edit of now: in every other
/// merge of these two it has to win again.
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
