//! JSON objects, read and written field by field. What this version does not know is kept.
//!
//! By hand and not derived: the derived code that keeps unknown fields is ten times as large in WebAssembly, and its
//! errors do not say which field is wrong.

mod digest;
mod read;
mod write;

pub use digest::{base32, digest, sha256};
pub use read::{Fields, ReadObject, WrongField};
pub use write::Writing;

use serde_json::{Map, Value};

/// Fields that a file carries and this version does not know. They survive a round trip untouched.
pub type Extra = Map<String, Value>;

/// The object as compact text, its fields sorted by name.
#[must_use]
pub fn compact(fields: &Extra) -> String {
    // An object of JSON values always has a text.
    serde_json::to_string(fields).unwrap_or_default()
}

/// Whether a text is 1 to 64 ASCII letters, digits and these others.
#[must_use]
pub fn is_identifier(text: &str, others: &[u8]) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || others.contains(&byte);
    (1..=64).contains(&text.len()) && text.bytes().all(fits)
}

/// Gives a closed set the names by which the document spells its values: `name`, and `parse` back.
macro_rules! spelled {
    ($type:ident { $($value:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// As the document spells it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            /// Reads what the document spells.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$value),)+ _ => None }
            }
        }
    };
}
pub(crate) use spelled;
