//! The number of an evidence item.

use crate::json::is_identifier;
use serde::{Deserialize, Serialize};

/// The number of an evidence item, such as `1.1.5`. A number may belong to a different item from year to year.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub String);

/// What stands in the place of a number for what belongs to no item. No edition has an item of this number.
const WHOLE: &str = "whole";

impl ItemId {
    /// Returns what stands in the place of an item for what belongs to the assessment as a whole, such as an action that
    /// follows from a comment on all of it. Its response is stored, merged and undone as that of an item; a version that
    /// does not know it keeps it as one of an item that its edition does not hold.
    #[must_use]
    pub fn whole() -> Self {
        Self(WHOLE.into())
    }

    /// Returns whether this is [`ItemId::whole`].
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0 == WHOLE
    }

    /// Reads the number of an item: up to 64 ASCII letters, digits, dots, hyphens and underscores, so that a URL can
    /// hold it unescaped. Returns `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_identifier(text, b".-_").then(|| Self(text.into()))
    }

    /// Returns the number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for ItemId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
