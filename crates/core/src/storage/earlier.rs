//! An earlier response, and the line in which a history stores it.

use crate::assessment::{Response, Timestamp};
use crate::json::{compact, from_text, spelled, to_object};
use serde::{Deserialize, Serialize};

/// A response as it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// When it was replaced.
    pub at: Timestamp,
    pub why: HistoryReason,
    pub response: Response,
}

/// Why a response was replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum HistoryReason {
    /// It was edited again after a while, or much of it was deleted.
    Edited,
    /// It was changed in two places at once, and the other change was the newer one.
    Elsewhere,
    /// An import replaced it, or something that was put back.
    Replaced,
}

spelled!(HistoryReason { Edited = "Edited", Elsewhere = "Elsewhere", Replaced = "Replaced" });

impl HistoryEntry {
    /// Returns the entry as a line. Its fields are sorted by name, as in the lines that are there already, so that
    /// equal entries have equal texts.
    pub(super) fn write(&self) -> String {
        compact(&to_object(self))
    }

    /// Reads a line. `None` when it is damaged.
    pub(super) fn read(line: &str) -> Option<Self> {
        let earlier: Self = from_text(line).ok()?;
        earlier.response.has_own_ids().then_some(earlier)
    }
}
