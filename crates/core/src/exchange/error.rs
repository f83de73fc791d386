//! Everything that can be wrong with a file, as a closed set. The words for each are in `ui`.

use crate::catalogue::ItemId;
use crate::json::WrongField;

/// Why a file cannot be read. Nothing that was there before has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// Larger than any assessment can be.
    TooLarge { bytes: u64 },
    /// The browser could not read it at all.
    Unreadable,
    /// Not text in UTF-8.
    NotText,
    /// Nothing in it.
    Empty,
    /// Not JSON, at this line.
    NotJson { line: usize },
    /// The text ends in the middle of the JSON.
    Truncated,
    /// A control character in the middle of a text, at this line.
    ControlCharacter { line: usize },
    /// Nested deeper than any assessment is.
    TooDeep,
    /// JSON of another kind.
    OtherJson,
    /// A Standards Met file of another kind, such as an edition.
    OtherFormat { format: String },
    /// Written by a newer version of this page.
    NewerVersion { version: u64 },
    /// A field that does not have its form, with where it is.
    WrongForm { place: FilePart, wrong: WrongField },
    /// Two responses to the same item.
    DuplicateItem { item: ItemId },
    /// The stored text names an edition that is not there.
    EditionMissing { edition: String },
    /// A review of an assessment that is not on this device; the organisation's name.
    ReviewOfAnother { organisation: String },
}

/// Where in a file something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilePart {
    Document,
    Edition,
    Assessment,
    /// The response to this item.
    Response(String),
    /// What a reviewer says of this item, or of the part with this number.
    Remark(String),
}

/// What was odd in a file that could be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// The content is not what the check code was made from.
    CheckCode { printed: String, actual: String },
    /// The file has no check code.
    NoCheckCode,
    /// Responses to items that the file's edition does not hold. They are kept.
    UnknownItems(Vec<ItemId>),
}
