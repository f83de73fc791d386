//! The list of editions that a host offers, `editions/index.json`, which `cargo xtask build` writes
//! (`xtask/src/editions.rs`).

use crate::catalogue::Wording;
use crate::json::{from_object, sha256};
use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;

/// The `format` of the list.
const FORMAT: &str = "standards-met/editions";
/// The maximum number of entries that are read. No well-meant list has more.
const MOST: usize = 200;

/// An entry of the list: one edition.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct ListedEdition {
    /// The name of its file, which is beside the list.
    #[serde(deserialize_with = "file_name")]
    pub file: String,
    /// The title of the edition, with its year.
    pub title: String,
    /// The year, such as `2022-23`.
    pub year: String,
    /// The SHA-256 of the bytes of the file, in 64 hexadecimal digits.
    pub sha256: String,
    /// How many questions there are; `None` where the list does not say.
    #[serde(default)]
    pub questions: Option<u16>,
    /// Whose words the questions are in.
    #[serde(default)]
    pub wording: Wording,
}

/// Reads the list. `None` where the text is not a list; entries that cannot be read are left out.
#[must_use]
pub fn read_list(text: &str) -> Option<Vec<ListedEdition>> {
    let list: Value = serde_json::from_str(text).ok()?;
    if list.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return None;
    }
    let entries = list.get("editions")?.as_array()?.iter().filter_map(Value::as_object);
    Some(entries.filter_map(|entry| from_object(entry).ok()).take(MOST).collect())
}

/// Accepts only the name of a file beside the list: no folders, and nothing that leads elsewhere.
fn file_name<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    let fits = text.chars().all(plain) && !text.starts_with('.') && text.ends_with(".json");
    if fits { Ok(text) } else { Err(D::Error::custom("should be the name of a file")) }
}

impl ListedEdition {
    /// Returns whether `text` is the text of its file, by comparing the SHA-256.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        sha256(&[text]).eq_ignore_ascii_case(self.sha256.trim())
    }

    /// Returns the first 12 digits of the SHA-256, as many as a person would compare.
    #[must_use]
    pub fn short_digest(&self) -> String {
        self.sha256.chars().take(12).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn list(file: &str) -> Option<Vec<ListedEdition>> {
        let entry =
            json!({ "file": file, "title": "Next year", "year": "2022-23", "sha256": sha256(&["{}"]) });
        read_list(&json!({ "format": FORMAT, "version": 1, "editions": [entry, 5, {}] }).to_string())
    }

    #[test]
    fn only_files_beside_the_list_are_taken_from_it() {
        let names = |file: &str| -> Vec<String> {
            list(file).expect("a list").into_iter().map(|listed| listed.file).collect()
        };
        assert_eq!(names("dspt-2022-23.json"), ["dspt-2022-23.json"]);
        for elsewhere in ["../secret.json", "a/b.json", "https://example.org/x.json", ".json", "x.exe", ""] {
            assert_eq!(names(elsewhere), Vec::<String>::new(), "{elsewhere}");
        }
        assert_eq!(read_list("<html>"), None);
        assert_eq!(read_list("{}"), None);
    }

    #[test]
    fn another_text_than_the_list_says_is_known() {
        let listed = list("a.json").expect("a list").pop().expect("an entry");
        assert!(listed.is("{}"));
        assert!(!listed.is("{ }"));
        assert_eq!(listed.short_digest().len(), 12);
    }
}
