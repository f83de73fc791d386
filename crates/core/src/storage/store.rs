//! A store of texts by key, behind an interface that a test can stand in for.

/// Why something is not kept on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage.
    Unavailable,
    /// There is no room.
    Full,
    /// What was read back is not what was written, or the browser refused it without saying that there is no room.
    NotKept,
    /// A newer version of this page has written here, and this one must not write over it.
    Newer,
}

/// A store of texts by key. Only keys under [`PREFIX`](super::PREFIX) are ours.
pub trait Store {
    /// A text with its key, in the form in which the store takes it.
    type Text;
    /// A text as the store has it, which can be compared without being copied.
    type Raw: PartialEq;

    /// Our keys, in no order.
    fn keys(&self) -> Vec<String>;

    fn get(&self, key: &str) -> Option<String>;

    /// A text as the store has it.
    fn raw(&self, key: &str) -> Option<Self::Raw>;

    /// The first so many characters of a text, without reading the rest.
    fn start(&self, key: &str, length: u32) -> Option<String>;

    /// How long a text is in UTF-16 units, which is what browsers count. 0 where there is none.
    fn size(&self, key: &str) -> usize;

    /// Whether there is anything under this key, without reading it.
    fn has(&self, key: &str) -> bool;

    /// Brings a text into the form in which the store takes it.
    fn text(&self, key: &str, text: &str) -> Self::Text;

    /// The key of a text, and how long it is in UTF-16 units.
    fn measure(text: &Self::Text) -> (String, usize);

    /// Hands a text over. It counts as written when it was read back: [`Self::confirm`].
    ///
    /// # Errors
    /// [`StorageError`] when it was refused; the text that was there before still is. Where there is a second copy, it is
    /// offered the text.
    fn write(&self, text: &Self::Text) -> Result<(), StorageError>;

    /// Reads back what was handed over.
    ///
    /// # Errors
    /// [`StorageError::NotKept`] when it is not there. Where there is a second copy, it is offered the text.
    fn confirm(&self, text: Self::Text) -> Result<(), StorageError>;

    /// Writes, and reads back what was written.
    ///
    /// # Errors
    /// As for [`Self::write`] and [`Self::confirm`].
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let text = self.text(key, text);
        self.write(&text)?;
        self.confirm(text)
    }

    /// Offers a text to the second copy, where there is one, that may not be written here.
    fn offer(&self, key: &str, text: &str);

    /// Removes a text, here and in the second copy.
    fn remove(&self, key: &str);

    /// Takes a text out of its place here alone: it is damaged, and the second copy may have it whole.
    fn vacate(&self, key: &str);
}
