//! The form in which a document is stored on the device: one line that shows whether the document is whole, and below
//! it the document itself.
//!
//! A write to the browser's storage can be cut short, and what is stored for a year can be damaged. The line holds the
//! length of the document and its SHA-256, so that half a document is never taken for a whole one.

use super::document::VERSION;
use crate::assessment::Timestamp;
use crate::json::{Extra, sha256};
use serde_json::{Value, json};

/// The `format` in the line above a stored document.
const FORMAT: &str = "standards-met/kept";
/// The upper bound on the length of the line, in characters, so that it can be read without the document below it.
pub const LINE: u32 = 300;

/// The line above a stored document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The number of this save of the assessment. The highest number whose document is whole is the newest save.
    pub sequence: u64,
    /// When the document was saved.
    pub at: Timestamp,
    /// The length of the document in bytes of UTF-8.
    pub length: u64,
    /// The SHA-256 of the number, the time and the document, in hexadecimal digits.
    pub sha256: String,
    /// The version of the document's form.
    pub version: u64,
}

impl Envelope {
    /// Creates the envelope for this text, as the save with this number.
    #[must_use]
    pub fn of(text: &str, sequence: u64, at: Timestamp) -> Self {
        let (length, version) = (text.len() as u64, u64::from(VERSION));
        Self { sequence, at, length, sha256: digest(sequence, at, text), version }
    }

    /// Reads the line from the start of a stored text; the rest need not be there. Returns `None` where there is no
    /// such line.
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

    /// Returns whether the document has a version that only a newer version of this page knows.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.version > u64::from(VERSION)
    }

    /// Returns the line with the document below it.
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

    /// Returns the document below the line, or `None` where it is not whole.
    #[must_use]
    pub fn open<'a>(&self, kept: &'a str) -> Option<&'a str> {
        let (_, text) = kept.split_once('\n')?;
        (text.len() as u64 == self.length && digest(self.sequence, self.at, text) == self.sha256)
            .then_some(text)
    }
}

/// Returns the SHA-256 that an envelope holds. It covers the number too: with a damaged number, an old save would be
/// taken for the newest.
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
            // Only the version may change unnoticed: a document of a higher version is never opened, and there is no
            // lower one.
            if let Some(line) = Envelope::parse(&changed).filter(|line| !line.is_newer()) {
                assert_eq!(line.open(&changed), None, "changed at {at}");
            }
        }
    }
}
