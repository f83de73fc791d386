//! The number of an evidence item.

use crate::json::is_identifier;
use serde::{Deserialize, Serialize};

/// The number of an evidence item, such as `1.1.5`. A number may belong to a different item from year to year.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub String);

impl ItemId {
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
