//! What is kept under which key.

use crate::exchange::EditionRef;

/// Every key of this program starts so.
pub const PREFIX: &str = "standards-met/";

/// How the keys of assessments begin: `<this><identifier>/<place>`.
pub const KEPT: &str = "standards-met/kept/";

/// How the keys of histories begin: `<this><identifier>`.
pub const HISTORY: &str = "standards-met/history/";

/// How the last part of a key begins that is of one tab: what only the second copy took.
pub const OF_A_TAB: &str = "/tab-";

/// The key of the table of many homes.
pub const HOMES: &str = "standards-met/homes";

/// Where another copy of that table is put that is not the same: whoever shows the table takes both in.
pub const OTHER_HOMES: &str = "standards-met/homes-other";

/// How the keys of editions begin.
pub(super) const EDITIONS: &str = "standards-met/edition/";

pub(super) fn edition_key(edition: &EditionRef) -> String {
    format!("{EDITIONS}{}", edition.0)
}

/// The assessment whose history is kept under a key.
pub(super) fn history_owner(key: &str) -> Option<&str> {
    let rest = key.strip_prefix(HISTORY)?;
    Some(rest.rsplit_once(OF_A_TAB).map_or(rest, |(id, _)| id))
}

/// Whether it is what a tab could leave only in the second copy.
pub(super) fn is_history_of_a_tab(key: &str) -> bool {
    key.strip_prefix(HISTORY).is_some_and(|rest| rest.contains(OF_A_TAB))
}

/// How the keys of the last copies begin.
const COPIES: &str = "standards-met/copy/";

/// The assessment whose last copy is told under a key.
pub(super) fn copy_owner(key: &str) -> Option<&str> {
    key.strip_prefix(COPIES)
}
