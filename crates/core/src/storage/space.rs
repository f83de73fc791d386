//! How much room there is, and what is removed when there is too little.

use super::aside::{SET_ASIDE, SetAside};
use super::earlier::HistoryEntry;
use crate::assessment::Timestamp;
use crate::sorting::sort_by;
use crate::storage::{HISTORY, Store};

/// The room that a page has where a browser gives the least, in UTF-16 units, keys and texts together. iPads of 2022
/// refused writes from there on. Other browsers store twice as much.
pub const LIMIT: usize = 2_500_000;
/// The most that earlier responses and automatic snapshots may take, in UTF-16 units: a fifth of [`LIMIT`].
pub const SHARE: usize = LIMIT / 5;
/// The percentage of [`LIMIT`] from which the program says that the room is short.
const WARN: usize = 60;

/// The room that is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageSpace {
    /// In UTF-16 units.
    pub used: usize,
}

impl StorageSpace {
    /// Returns the room used, in percent of [`LIMIT`]. Over 100 when this browser stores more than the least.
    #[must_use]
    pub fn percent(self) -> usize {
        self.used.saturating_mul(100) / LIMIT
    }

    /// Returns whether the program should say that the room is short.
    #[must_use]
    pub fn is_short(self) -> bool {
        self.percent() >= WARN
    }
}

/// Returns how much room this program uses. Other pages of the same address are not counted.
pub fn space(store: &impl Store) -> StorageSpace {
    StorageSpace { used: store.keys().iter().map(|key| key.len() + store.size(key)).sum() }
}

/// Something that may be removed.
struct Evictable {
    at: Timestamp,
    size: usize,
    key: String,
    /// For a line of a history, its place in the text, counted from 0. `None` for a set-aside entry.
    line: Option<usize>,
    /// The item or the assessment that it belongs to: the newest of each stays. Empty for a line that cannot be read.
    of: String,
}

/// Removes the oldest earlier responses and automatic snapshots, which nobody asked for, until they take no more than
/// `share` UTF-16 units. The newest of each item and of each assessment stays. Returns whether anything was removed.
pub fn thin(store: &impl Store, share: usize, now: Timestamp) -> bool {
    let may_go = |key: &String| key.starts_with(HISTORY) || key.starts_with(SET_ASIDE);
    let keys: Vec<String> = store.keys().into_iter().filter(may_go).collect();
    if keys.iter().map(|key| store.size(key)).sum::<usize>() <= share {
        return false;
    }
    let spares = spares(store, keys, now);
    let takes: usize = spares.iter().map(|spare| spare.size).sum();
    let gone = oldest(&spares, takes.saturating_sub(share));
    let_go(store, &gone);
    !gone.is_empty()
}

/// Removes the oldest of what nobody asked for until `units` UTF-16 units are free. Removes nothing when that cannot be
/// enough. Returns whether it was enough.
pub(super) fn make_room(store: &impl Store, units: usize, now: Timestamp) -> bool {
    let spares = spares(store, store.keys(), now);
    let gone = oldest(&spares, units);
    let enough = gone.iter().map(|spare| spare.size).sum::<usize>() >= units;
    if enough {
        let_go(store, &gone);
    }
    enough
}

/// Returns what may be removed, the oldest first.
fn spares(store: &impl Store, keys: Vec<String>, now: Timestamp) -> Vec<Evictable> {
    let mut spares = Vec::new();
    for key in keys {
        if key.starts_with(HISTORY) {
            for (line, text) in store.get(&key).unwrap_or_default().lines().enumerate() {
                let earlier = HistoryEntry::read(text);
                let at = earlier.as_ref().map_or(Timestamp::default(), |one| one.at);
                let of = earlier.map(|one| format!("{key} {}", one.response.item)).unwrap_or_default();
                spares.push(Evictable { at, size: text.len() + 1, key: key.clone(), line: Some(line), of });
            }
        } else if key.starts_with(SET_ASIDE) {
            let text = store.get(&key).unwrap_or_default();
            let Some(aside) = SetAside::read(&text).filter(|aside| aside.reason.is_automatic()) else {
                continue;
            };
            let of = aside.whose().map_or(aside.name, |id| id.0);
            spares.push(Evictable { at: aside.at, size: text.len(), key, line: None, of });
        }
    }
    let of = |spare: &Evictable| spare.at.max(Timestamp::default()).min(now);
    sort_by(&mut spares, |one, other| of(one).cmp(&of(other)));
    spares
}

/// Returns the oldest entries that together free `units` UTF-16 units, or as many as possible. The newest of each item
/// and of each assessment stays.
fn oldest(spares: &[Evictable], units: usize) -> Vec<&Evictable> {
    let (mut free, mut gone) = (0_usize, Vec::new());
    for (place, spare) in spares.iter().enumerate() {
        if free >= units {
            break;
        }
        if spare.of.is_empty() || spares.iter().skip(place + 1).any(|later| later.of == spare.of) {
            free = free.saturating_add(spare.size);
            gone.push(spare);
        }
    }
    gone
}

fn let_go(store: &impl Store, gone: &[&Evictable]) {
    let mut keys: Vec<&str> = gone.iter().map(|spare| spare.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        if key.starts_with(SET_ASIDE) {
            store.remove(key);
            continue;
        }
        let text = store.get(key).unwrap_or_default();
        let goes = |line: usize| gone.iter().any(|spare| spare.key == key && spare.line == Some(line));
        let mut rest = String::new();
        for (number, line) in text.lines().enumerate() {
            if !goes(number) {
                rest.push_str(line);
                rest.push('\n');
            }
        }
        // It is shorter than before, so it always fits.
        let _ = store.set(key, &rest);
    }
}
