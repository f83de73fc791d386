//! The keys under which everything is stored.

use crate::exchange::EditionRef;

/// The prefix of every key of this program.
pub const PREFIX: &str = "standards-met/";

/// The prefix of the keys of assessments: `<prefix><identifier>/<slot>`.
pub const KEPT: &str = "standards-met/kept/";

/// The prefix of the keys of histories: `<prefix><identifier>`.
pub const HISTORY: &str = "standards-met/history/";

/// The beginning of the last part of a key that belongs to one tab: what only the second copy took.
pub const OF_A_TAB: &str = "/tab-";

/// The key of the table of many homes.
pub const HOMES: &str = "standards-met/homes";

/// The key for another copy of that table that differs from it. Whoever shows the table merges the two.
pub const OTHER_HOMES: &str = "standards-met/homes-other";

/// The prefix of the keys of editions.
pub(super) const EDITIONS: &str = "standards-met/edition/";

/// Returns the key of an edition.
pub(super) fn edition_key(edition: &EditionRef) -> String {
    format!("{EDITIONS}{}", edition.0)
}

/// Returns the assessment whose history is stored under a key. `None` for any other key.
pub(super) fn history_owner(key: &str) -> Option<&str> {
    let rest = key.strip_prefix(HISTORY)?;
    Some(rest.split_once(OF_A_TAB).map_or(rest, |(id, _)| id))
}

/// Returns whether it is the key of a history that a tab could store only in the second copy.
pub(super) fn is_history_of_a_tab(key: &str) -> bool {
    key.strip_prefix(HISTORY).is_some_and(|rest| rest.contains(OF_A_TAB))
}

/// The prefix of the keys that record the last copies.
const COPIES: &str = "standards-met/copy/";

/// Returns the assessment whose last copy is recorded under a key. `None` for any other key.
pub(super) fn copy_owner(key: &str) -> Option<&str> {
    key.strip_prefix(COPIES)
}
