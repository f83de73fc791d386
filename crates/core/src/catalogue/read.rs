//! Reading an edition from its JSON.

use super::Edition;
use crate::json::{Extra, WrongField, base32, different, digest, from_object};

impl Edition {
    /// Reads the text of an edition. Returns `None` where the text is not one.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::read(serde_json::from_str(text).ok()?).ok()
    }

    /// Reads an edition, and keeps the whole object beside the fields that were read.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have the required form.
    pub fn read(whole: Extra) -> Result<Self, WrongField> {
        let edition: Self = from_object(&whole)?;
        different("parts.items.id", edition.items().map(|item| item.id.as_str()))?;
        let hash = base32(&digest(&whole), 12);
        Ok(Self { whole, hash, ..edition })
    }
}
