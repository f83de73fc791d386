//! Texts that stay in the assessment. The calendar and the summary are put up on walls and go to telephones, so they never
//! carry a text that looks like a password or like a person's details.

use super::ReportSource;
use super::scope::ScopeItem;
use crate::assessment::{Date, private};
use crate::catalogue::ItemId;
use crate::words;

/// Keeps such texts out of a report, and counts them.
pub struct LeftOut {
    today: Date,
    count: usize,
}

impl LeftOut {
    pub fn new(source: &ReportSource<'_>) -> Self {
        Self { today: source.assessment.today(source.request.today), count: 0 }
    }

    /// Returns the text, or `instead` where it has to stay in the assessment.
    pub fn or(&mut self, text: &str, instead: &str) -> String {
        if private(text, self.today).is_empty() {
            return text.into();
        }
        self.count += 1;
        instead.into()
    }

    /// Returns how many texts were left out so far.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns how many texts were left out and why; `None` where none was.
    pub fn note(&self) -> Option<String> {
        let (is, look, them) = match self.count {
            0 => return None,
            1 => ("is", "it looks", "it"),
            _ => ("are", "they look", "them"),
        };
        let texts = words::count(self.count, "text");
        Some(format!(
            "{texts} {is} left out here, because {look} like a password or a person’s details. You can read {them} in the \
             assessment."
        ))
    }
}

/// Returns what stands in the place of a text of a question, such as `Action for 7.3.1 (the details are in the
/// assessment)`.
pub fn instead(what: &str, item: &ItemId) -> String {
    format!("{} (the details are in the assessment)", of(what, item))
}

/// Returns what an action or a document without a text of its own is called.
pub fn of(what: &str, item: &ItemId) -> String {
    let name = ScopeItem { id: item, item: None, part: None, response: None, status: None }.name();
    format!("{what} for {}", if item.is_whole() { "the whole assessment".into() } else { name })
}
