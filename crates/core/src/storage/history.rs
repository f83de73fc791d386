//! Earlier responses of an assessment, so that a text that was there yesterday can be had again.
//!
//! A line of JSON each, the oldest first. Lines, so that one more is written without reading the others, and a damaged
//! one takes none of the others with it.

use crate::assessment::{Id, Response, Timestamp};
use crate::catalogue::ItemId;
use crate::json::{Extra, Fields, Writing, compact, spelled};
use crate::storage::{HISTORY, OF_A_TAB, StorageError, Store};
use serde_json::Value;

/// A response as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// When it was replaced.
    pub at: Timestamp,
    pub why: Why,
    pub response: Response,
}

/// How a response came to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was worked on again after a while, or much of it was deleted.
    Edited,
    /// It was changed in two places at once, and the other change was the newer.
    Elsewhere,
    /// An import, or something that was put back, took its place.
    Replaced,
}

spelled!(Why { Edited = "Edited", Elsewhere = "Elsewhere", Replaced = "Replaced" });

/// The assessment whose history is kept under a key.
pub(super) fn owner(key: &str) -> Option<&str> {
    let rest = key.strip_prefix(HISTORY)?;
    Some(rest.rsplit_once(OF_A_TAB).map_or(rest, |(id, _)| id))
}

/// Whether it is what a tab could leave only in the second copy.
pub(super) fn is_of_a_tab(key: &str) -> bool {
    key.strip_prefix(HISTORY).is_some_and(|rest| rest.contains(OF_A_TAB))
}

fn key(id: &Id) -> String {
    format!("{HISTORY}{id}")
}

/// What a history holds, with the assessment that it is of.
pub(super) fn of(key: &str, text: &str) -> Vec<(Id, Earlier)> {
    let id = owner(key).unwrap_or_default();
    text.lines().filter_map(Earlier::read).map(|one| (Id(id.into()), one)).collect()
}

impl Earlier {
    fn write(&self) -> String {
        let fields = Writing::over(&Extra::new())
            .text("at", &self.at.to_string())
            .text("why", self.why.name())
            .value("response", Value::Object(self.response.write()));
        compact(&fields.done())
    }

    /// `None` for a line that is damaged.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut fields: Extra = serde_json::from_str(line).ok()?;
        let Some(Value::Object(response)) = fields.remove("response") else { return None };
        let text = |field: &str| fields.get(field).and_then(Value::as_str);
        Some(Self {
            at: Timestamp::parse(text("at")?)?,
            why: Why::parse(text("why")?)?,
            response: Response::read(Fields::of(response)).ok()?,
        })
    }
}

/// Keeps earlier responses of an assessment. Blank ones, and those that are there already, are left out.
///
/// # Errors
/// [`StorageError`] when there is no room for them; those that were there still are.
pub fn keep_earlier(
    store: &impl Store,
    id: &Id,
    new: &[Earlier],
    now: Timestamp,
) -> Result<(), StorageError> {
    let key = key(id);
    let mut text = store.get(&key).unwrap_or_default();
    let before = text.len();
    for one in new {
        let line = one.write();
        // What a response says begins after the time, which is never the same.
        let said = line.split_once(',').map_or("", |(_, said)| said);
        if one.response.is_blank() || text.lines().any(|known| known.ends_with(said)) {
            continue;
        }
        text.push_str(&line);
        text.push('\n');
    }
    if text.len() == before {
        return Ok(());
    }
    store.set(&key, &text)?;
    super::thin(store, super::SHARE, now);
    Ok(())
}

/// Takes in the lines that another copy of a history has and this one has not, as the older ones.
///
/// # Errors
/// [`StorageError`] when there is no room for them.
pub(super) fn take_in(store: &impl Store, key: &str, theirs: &str) -> Result<(), StorageError> {
    let ours = store.get(key).unwrap_or_default();
    let mut both = String::new();
    for line in theirs.lines().filter(|line| !ours.lines().any(|known| known == *line)) {
        both.push_str(line);
        both.push('\n');
    }
    if both.is_empty() {
        return Ok(());
    }
    both.push_str(&ours);
    store.set(key, &both)
}

/// The earlier responses to one item, the newest first.
pub fn earlier(store: &impl Store, id: &Id, item: &ItemId) -> Vec<Earlier> {
    let text = store.get(&key(id)).unwrap_or_default();
    let mut found: Vec<Earlier> = text.lines().filter_map(Earlier::read).collect();
    found.retain(|one| one.response.item == *item);
    found.reverse();
    found
}
