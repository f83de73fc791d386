//! Links to guidance, and where it is today.

use super::form;
use serde::{Deserialize, Serialize};

/// A link that is printed in a tooltip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The text to show.
    pub text: String,
    /// The text that the tooltip prints and that the link replaces.
    #[serde(deserialize_with = "form::not_empty")]
    pub printed: String,
    /// The address. It is repaired where printing certainly lost a hyphen.
    #[serde(deserialize_with = "form::web_address")]
    pub href: String,
    /// Where the page is today, of a site that has moved.
    #[serde(default, deserialize_with = "form::new_address", skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
}

impl Link {
    /// Returns whether the site has moved since the address was printed, so that the address may belong to somebody else.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        self.moved_to.is_some() || self.href.starts_with("https://www.digitalsocialcare.co.uk/")
    }

    /// Returns the address that leads to the page today. `None` where the site has moved and nobody has found the page: the
    /// printed address is text then.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.moved_to.as_deref().or_else(|| (!self.has_moved()).then_some(self.href.as_str()))
    }
}
