//! The form in which a document is kept on the device: a line by which anybody can tell whether it is whole, and below
//! it the document itself.
//!
//! Writing to a browser's storage can be cut short, and what lies there for a year can be damaged. The line says how
//! long the document is and what its SHA-256 is, so that half of a document is never taken for one.

use super::document::VERSION;
use crate::assessment::Timestamp;
use crate::json::{Extra, sha256};
use serde_json::{Value, json};

/// The `format` in the line above a kept document.
const FORMAT: &str = "standards-met/kept";
/// No line is longer than so many characters, so that it can be read without what is below it.
pub const LINE: u32 = 300;

/// The line above a kept document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Counts the saves of this assessment: the highest that is whole is the newest.
    pub sequence: u64,
    /// When it was saved.
    pub at: Timestamp,
    /// The length of the document in bytes of UTF-8.
    pub length: u64,
    /// The SHA-256 of the number, the time and the document, in hexadecimal digits.
    pub sha256: String,
    /// The version of the document's form.
    pub version: u64,
}

impl Envelope {
    /// For this text, as the save with this number.
    #[must_use]
    pub fn of(text: &str, sequence: u64, at: Timestamp) -> Self {
        let (length, version) = (text.len() as u64, u64::from(VERSION));
        Self { sequence, at, length, sha256: digest(sequence, at, text), version }
    }

    /// Reads the line from the start of what is kept; the rest need not be there. `None` where there is no such line.
    #[must_use]
    pub fn parse(start: &str) -> Option<Self> {
        let fields: Extra = serde_json::from_str(start.split_once('\n')?.0).ok()?;
        let text = |field: &str| fields.get(field).and_then(Value::as_str);
        let number = |field: &str| fields.get(field).and_then(Value::as_u64);
        if text("format") != Some(FORMAT) {
            return None;
        }
        let version = number("version")?;
        let at = Timestamp::parse(text("at")?)?;
        let sha256 = text("sha256")?.to_owned();
        Some(Self { sequence: number("sequence")?, at, length: number("length")?, sha256, version })
    }

    /// Whether it is around a form that only a newer version of this page knows.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.version > u64::from(VERSION)
    }

    /// The line and the document below it.
    #[must_use]
    pub fn around(&self, text: &str) -> String {
        let line = json!({
            "format": FORMAT,
            "version": self.version,
            "sequence": self.sequence,
            "at": self.at.to_string(),
            "length": self.length,
            "sha256": self.sha256,
        });
        format!("{line}\n{text}")
    }

    /// The document below the line, where it is whole.
    #[must_use]
    pub fn open<'a>(&self, kept: &'a str) -> Option<&'a str> {
        let (_, text) = kept.split_once('\n')?;
        (text.len() as u64 == self.length && digest(self.sequence, self.at, text) == self.sha256)
            .then_some(text)
    }
}

/// Of the number too: with a damaged one, an old save would pass for the newest.
fn digest(sequence: u64, at: Timestamp, text: &str) -> String {
    sha256(&[&sequence.to_string(), " ", &at.to_string(), "\n", text])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"a\":\n\"é\"}";

    fn kept() -> String {
        let at = Timestamp::parse("2026-11-25T10:00:00Z").expect("a time");
        Envelope::of(TEXT, u64::MAX, at).around(TEXT)
    }

    #[test]
    fn what_was_kept_opens_again_and_its_line_can_be_read_alone() {
        let kept = kept();
        let line = Envelope::parse(&kept).expect("a line");
        assert_eq!((line.sequence, line.open(&kept)), (u64::MAX, Some(TEXT)));
        let start: String = kept.chars().take(LINE as usize).collect();
        assert_eq!(Envelope::parse(&start), Some(line));
        assert!(kept.find('\n').is_some_and(|at| at < LINE as usize), "{kept}");
    }

    #[test]
    fn any_changed_or_missing_character_is_noticed() {
        let kept = kept();
        for (at, letter) in kept.char_indices() {
            let torn = &kept[..at];
            assert_eq!(Envelope::parse(torn).and_then(|line| line.open(torn)), None, "torn at {at}");
            let other = if letter == '7' { '8' } else { '7' };
            let changed = format!("{torn}{other}{}", &kept[at + letter.len_utf8()..]);
            // Only the version may change unnoticed: of a higher one nothing is opened, and there is no lower one.
            if let Some(line) = Envelope::parse(&changed).filter(|line| !line.is_newer()) {
                assert_eq!(line.open(&changed), None, "changed at {at}");
            }
        }
    }
}
