//! Earlier responses of an assessment, so that a text that was there yesterday can be had again.
//!
//! A line of JSON each, the oldest first. Lines, so that one more is written without reading the others, and a damaged
//! one takes none of the others with it.

use super::earlier::HistoryEntry;
use super::keys::{HISTORY, history_owner};
use super::space::{SHARE, thin};
use super::store::{StorageError, Store};
use crate::assessment::{Id, Timestamp};
use crate::catalogue::ItemId;

fn key(id: &Id) -> String {
    format!("{HISTORY}{id}")
}

/// What a history holds, with the assessment that it is of.
pub(super) fn of(key: &str, text: &str) -> Vec<(Id, HistoryEntry)> {
    let id = history_owner(key).unwrap_or_default();
    text.lines().filter_map(HistoryEntry::read).map(|one| (Id(id.into()), one)).collect()
}

/// Keeps earlier responses of an assessment. Blank ones, and those that are there already, are left out.
///
/// # Errors
/// [`StorageError`] when there is no room for them; those that were there still are.
pub fn keep_earlier(
    store: &impl Store,
    id: &Id,
    new: &[HistoryEntry],
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
    thin(store, SHARE, now);
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
pub fn earlier(store: &impl Store, id: &Id, item: &ItemId) -> Vec<HistoryEntry> {
    let text = store.get(&key(id)).unwrap_or_default();
    let mut found: Vec<HistoryEntry> = text.lines().filter_map(HistoryEntry::read).collect();
    found.retain(|one| one.response.item == *item);
    found.reverse();
    found
}
