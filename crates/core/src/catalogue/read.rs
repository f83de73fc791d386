//! An edition out of its JSON.

use super::Edition;
use crate::json::{Extra, WrongField, base32, different, digest, from_object};

impl Edition {
    /// Reads the text of an edition.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::read(serde_json::from_str(text).ok()?).ok()
    }

    /// Reads an edition, and keeps it whole beside what was read.
    ///
    /// # Errors
    /// [`WrongField`] for the first field that does not have its form.
    pub fn read(whole: Extra) -> Result<Self, WrongField> {
        let edition: Self = from_object(&whole)?;
        different("parts.items.id", edition.items().map(|item| item.id.as_str()))?;
        let hash = base32(&digest(&whole), 12);
        Ok(Self { whole, hash, ..edition })
    }
}
