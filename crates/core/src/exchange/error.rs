//! Everything that can be wrong with a file, as a closed set. The words for each are in the page's `ui`.

use crate::catalogue::ItemId;
use crate::json::WrongField;

/// The reason why a file cannot be read. Nothing that was stored before has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file is larger than any assessment can be.
    TooLarge { bytes: u64 },
    /// The browser could not read the file at all.
    Unreadable,
    /// The file is not text in UTF-8.
    NotText,
    /// The file is empty.
    Empty,
    /// The text is not JSON, at this line.
    NotJson { line: usize },
    /// The text ends in the middle of the JSON.
    Truncated,
    /// A control character inside a JSON string, at this line.
    ControlCharacter { line: usize },
    /// The JSON is nested deeper than that of any assessment.
    TooDeep,
    /// The JSON is not that of a Standards Met file.
    OtherJson,
    /// A Standards Met file of another kind, such as an edition.
    OtherFormat { format: String },
    /// The file was written by a newer version of this page.
    NewerVersion { version: u64 },
    /// A field that does not have the required form, and where it is.
    WrongForm { place: FilePart, wrong: WrongField },
    /// Two responses to the same item.
    DuplicateItem { item: ItemId },
    /// The stored text names an edition that cannot be found.
    EditionMissing { edition: String },
    /// A review of an assessment that is not on this device, with the organisation's name.
    ReviewOfAnother { organisation: String },
}

/// The place in a file where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilePart {
    Document,
    Edition,
    Assessment,
    /// The response to this item.
    Response(String),
    /// A reviewer's remark about this item, or about the part with this number.
    Remark(String),
}

/// A problem that did not prevent a file from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWarning {
    /// The check code in the file is not that of its content.
    CheckCode { printed: String, actual: String },
    /// The file has no check code.
    NoCheckCode,
    /// Responses to items that the file's edition does not contain. They are kept.
    UnknownItems(Vec<ItemId>),
}
