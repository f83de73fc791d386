//! A response as it was before, and the line in which a history keeps it.

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

/// How a response came to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum HistoryReason {
    /// It was worked on again after a while, or much of it was deleted.
    Edited,
    /// It was changed in two places at once, and the other change was the newer.
    Elsewhere,
    /// An import, or something that was put back, took its place.
    Replaced,
}

spelled!(HistoryReason { Edited = "Edited", Elsewhere = "Elsewhere", Replaced = "Replaced" });

impl HistoryEntry {
    /// Its fields sorted by name, as in the lines that are there already: one that says the same is the same text.
    pub(super) fn write(&self) -> String {
        compact(&to_object(self))
    }

    /// `None` for a line that is damaged.
    pub(super) fn read(line: &str) -> Option<Self> {
        let earlier: Self = from_text(line).ok()?;
        earlier.response.has_own_ids().then_some(earlier)
    }
}
