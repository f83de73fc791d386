//! A store of texts by key, as a trait that a test can implement.

/// Why something is not stored on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives the program no storage.
    Unavailable,
    /// There is no room.
    Full,
    /// What was read back is not what was written, or the browser refused it without saying that there is no room.
    NotKept,
    /// A newer version of the program has written here, and this one must not overwrite it.
    Newer,
}

/// A store of texts by key. Only keys under [`PREFIX`](super::PREFIX) belong to the program.
pub trait Store {
    /// A text with its key, in the form in which the store takes it.
    type Text;
    /// A text as the store holds it, which can be compared without being copied.
    type Raw: PartialEq;

    /// Returns the keys that belong to the program, in no particular order.
    fn keys(&self) -> Vec<String>;

    /// Returns the text under a key. `None` when there is none.
    fn get(&self, key: &str) -> Option<String>;

    /// Returns the text under a key as the store holds it. `None` when there is none.
    fn raw(&self, key: &str) -> Option<Self::Raw>;

    /// Returns the first `length` characters of the text under a key, without reading the rest. `None` when there is
    /// none.
    fn start(&self, key: &str, length: u32) -> Option<String>;

    /// Returns the length of a text in UTF-16 units, which is what browsers count. 0 when there is no text.
    fn size(&self, key: &str) -> usize;

    /// Returns whether there is anything under this key, without reading it.
    fn has(&self, key: &str) -> bool;

    /// Converts a text to the form in which the store takes it.
    fn text(&self, key: &str, text: &str) -> Self::Text;

    /// Returns the key of a text, and its length in UTF-16 units.
    fn measure(text: &Self::Text) -> (String, usize);

    /// Hands a text to the store. It counts as written only once it was read back: see [`Self::confirm`].
    ///
    /// # Errors
    /// [`StorageError`] when it was refused. The text that was there before stays. Where there is a second copy, it is
    /// offered the text.
    fn write(&self, text: &Self::Text) -> Result<(), StorageError>;

    /// Reads back what was handed over.
    ///
    /// # Errors
    /// [`StorageError::NotKept`] when it is not there. Where there is a second copy, it is offered the text.
    fn confirm(&self, text: Self::Text) -> Result<(), StorageError>;

    /// Writes a text, and reads it back.
    ///
    /// # Errors
    /// As for [`Self::write`] and [`Self::confirm`].
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let text = self.text(key, text);
        self.write(&text)?;
        self.confirm(text)
    }

    /// Offers the second copy, where there is one, a text that may not be written here.
    fn offer(&self, key: &str, text: &str);

    /// Removes a text, here and in the second copy.
    fn remove(&self, key: &str);

    /// Removes a text here only: it is damaged, and the second copy may have it undamaged.
    fn vacate(&self, key: &str);
}
