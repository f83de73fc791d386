//! How much room there is, and what gives way when there is too little.

use super::aside::{SET_ASIDE, SetAside};
use super::earlier::HistoryEntry;
use crate::assessment::Timestamp;
use crate::storage::{HISTORY, Store};

/// How many UTF-16 units a browser keeps for a page, keys and texts together, where it keeps the least: iPads of 2022
/// refused writes from there on, others take twice as much.
pub const LIMIT: usize = 2_500_000;
/// How much of it earlier responses and automatic snapshots may take: a fifth.
pub const SHARE: usize = LIMIT / 5;
/// From how many hundredths of the limit the page says so.
const WARN: usize = 60;

/// How much of the room is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageSpace {
    /// UTF-16 units.
    pub used: usize,
}

impl StorageSpace {
    /// In hundredths of the least that a browser keeps; over 100 where this browser keeps more.
    #[must_use]
    pub fn percent(self) -> usize {
        self.used.saturating_mul(100) / LIMIT
    }

    /// Whether it is time to say so.
    #[must_use]
    pub fn is_short(self) -> bool {
        self.percent() >= WARN
    }
}

/// How much is used by this page. Other pages of the same address are not counted.
pub fn space(store: &impl Store) -> StorageSpace {
    StorageSpace { used: store.keys().iter().map(|key| key.len() + store.size(key)).sum() }
}

/// Something that may go.
struct Evictable {
    at: Timestamp,
    size: usize,
    key: String,
    /// For a line of a history, which.
    line: Option<usize>,
    /// Whom it is the last one of, an item or an assessment: the newest of each stays.
    of: String,
}

/// Removes the oldest of what nobody asked for until it takes no more than `share`: earlier responses and automatic
/// snapshots. The newest of each item and of each assessment stays. Gives whether anything went.
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

/// Removes the oldest of what nobody asked for until so many UTF-16 units are free, and nothing where that cannot be
/// enough. Gives whether it was.
pub(super) fn make_room(store: &impl Store, units: usize, now: Timestamp) -> bool {
    let spares = spares(store, store.keys(), now);
    let gone = oldest(&spares, units);
    let enough = gone.iter().map(|spare| spare.size).sum::<usize>() >= units;
    if enough {
        let_go(store, &gone);
    }
    enough
}

/// What may go, the oldest first.
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
    spares.sort_by_key(|spare| spare.at.max(Timestamp::default()).min(now));
    spares
}

/// The oldest that together free so many units, or as many as can be: the newest of each stays.
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
        // Shorter than before, it always fits.
        let _ = store.set(key, &rest);
    }
}
