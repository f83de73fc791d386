//! The earlier responses of an assessment, so that a text that was there yesterday can be restored.
//!
//! One line of JSON each, the oldest first. This way an entry is added without parsing the others, and a damaged line
//! does not affect the others.

use super::earlier::HistoryEntry;
use super::keys::{HISTORY, history_owner};
use super::space::{SHARE, thin};
use super::store::{StorageError, Store};
use crate::assessment::{Id, Timestamp};
use crate::catalogue::ItemId;

fn key(id: &Id) -> String {
    format!("{HISTORY}{id}")
}

/// Returns the entries of a history, each with the assessment that it belongs to.
pub(super) fn of(key: &str, text: &str) -> Vec<(Id, HistoryEntry)> {
    let id = history_owner(key).unwrap_or_default();
    text.lines().filter_map(HistoryEntry::read).map(|one| (Id(id.into()), one)).collect()
}

/// Stores earlier responses of an assessment. Blank responses and those that are there already are left out.
///
/// # Errors
/// [`StorageError`] when there is no room for them. Those that were there stay.
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
        // Skip the time at the beginning of the line, which is never the same. The response follows it.
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

/// Adds the lines that another copy of a history has and this one lacks, as the older ones.
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

/// Returns the earlier responses to one item, the newest first.
pub fn earlier(store: &impl Store, id: &Id, item: &ItemId) -> Vec<HistoryEntry> {
    let text = store.get(&key(id)).unwrap_or_default();
    let mut found: Vec<HistoryEntry> = text.lines().filter_map(HistoryEntry::read).collect();
    found.retain(|one| one.response.item == *item);
    found.reverse();
    found
}
