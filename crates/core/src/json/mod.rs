//! JSON objects whose form serde derives, with errors in our own words. Fields that this version does not know are
//! kept.

mod derived;
mod digest;
mod error_path;

pub use derived::{WrongField, different, from_object, from_text, to_object, to_text};
pub use digest::{base32, digest, sha256, sha256_of};

use serde_json::{Map, Value};

/// Fields that are in a file and that this version does not know. They survive a round trip unchanged.
pub type Extra = Map<String, Value>;

/// Returns the object as compact text, with its fields sorted by name.
#[must_use]
pub fn compact(fields: &Extra) -> String {
    // Serialising an object of JSON values never fails.
    serde_json::to_string(fields).unwrap_or_default()
}

/// Rewrites JSON so that every character beyond ASCII is an escape such as `\u00e9`. Browsers keep such a text in half
/// the memory, and write it in less than half the time.
#[must_use]
pub fn ascii(json: String) -> String {
    if json.is_ascii() {
        return json;
    }
    let mut written = String::with_capacity(json.len() + json.len() / 8);
    // The end of the last character beyond ASCII.
    let mut from = 0;
    for (at, letter) in json.char_indices() {
        if letter.is_ascii() {
            continue;
        }
        written.push_str(json.get(from..at).unwrap_or_default());
        from = at + letter.len_utf8();
        for unit in letter.encode_utf16(&mut [0; 2]) {
            written.push_str("\\u");
            for shift in [12, 8, 4, 0] {
                let digit = (*unit >> shift & 15) as u8;
                written.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
            }
        }
    }
    written.push_str(json.get(from..).unwrap_or_default());
    written
}

/// Returns whether a text consists of 1 to 64 ASCII letters, digits and these other characters.
#[must_use]
pub fn is_identifier(text: &str, others: &[u8]) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || others.contains(&byte);
    (1..=64).contains(&text.len()) && text.bytes().all(fits)
}

/// Returns the error message for a name that is none of these.
pub(crate) fn should_be_one_of(names: &[&str]) -> String {
    match names {
        [most @ .., last] if !most.is_empty() => format!("should be {} or {last}", most.join(", ")),
        _ => format!("should be {}", names.concat()),
    }
}

/// Gives an enum the names by which the document spells its values: `name`, and `parse` for the way back.
macro_rules! spelled {
    ($type:ident { $($value:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Returns the value as the document spells it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            /// Reads a value as the document spells it. Returns `None` for any other text.
            #[must_use]
            pub fn parse(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$value),)+ _ => None }
            }
        }

        impl TryFrom<String> for $type {
            type Error = String;

            fn try_from(name: String) -> Result<Self, String> {
                Self::parse(&name).ok_or_else(|| $crate::json::should_be_one_of(&[$($name),+]))
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.name().into()
            }
        }
    };
}
pub(crate) use spelled;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_ascii_reads_as_what_it_was() {
        for text in ["", "plain", "“Ŵyn”", "a😀b", "\u{2028}é\u{0}"] {
            let json = serde_json::to_string(text).expect("JSON");
            let written = ascii(json);
            assert!(written.is_ascii(), "{written}");
            assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), text);
        }
    }
}
