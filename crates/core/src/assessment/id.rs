//! Random, stable identifiers.

use crate::json::{base32, is_identifier};
use serde::{Deserialize, Serialize};

/// The identifier of an assessment, an action or a document: 60 random bits as 12 base-32 characters.
///
/// Files made elsewhere may carry other identifiers. They are kept unchanged if [`Id::parse`] accepts them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(pub String);

impl Id {
    /// Returns an identifier made of the first 60 of these random bits.
    #[must_use]
    pub fn from_random(bytes: [u8; 8]) -> Self {
        Self(base32(&bytes, 12))
    }

    /// Parses an identifier: 1 to 64 ASCII letters, digits, hyphens and underscores, so that addresses, keys and labels
    /// can carry it unescaped. `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_identifier(text, b"-_").then(|| Self(text.into()))
    }

    /// Returns the identifier as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("should be an identifier of letters and digits")
    }
}

impl From<Id> for String {
    fn from(value: Id) -> Self {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_address_can_carry_is_an_identifier() {
        for text in ["k3m9", "a_B-9", "e7d0c4m1n9t2"] {
            assert_eq!(Id::parse(text), Some(Id(text.into())));
        }
        for text in ["", "a/b", "a b", "é", "a#", "..", &"a".repeat(65)] {
            assert_eq!(Id::parse(text), None, "{text}");
        }
    }

    #[test]
    fn different_bytes_make_different_ids() {
        assert_ne!(Id::from_random([1; 8]), Id::from_random([2; 8]));
        assert_eq!(Id::from_random([1; 8]).as_str().len(), 12);
    }
}
