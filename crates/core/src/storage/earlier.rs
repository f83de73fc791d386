//! A response as it was before, and the line in which a history keeps it.

use crate::assessment::{Response, Timestamp};
use crate::json::{Extra, Writing, compact, spelled};
use serde_json::Value;

/// A response as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// When it was replaced.
    pub at: Timestamp,
    pub why: Why,
    pub response: Response,
}

/// How a response came to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was worked on again after a while, or much of it was deleted.
    Edited,
    /// It was changed in two places at once, and the other change was the newer.
    Elsewhere,
    /// An import, or something that was put back, took its place.
    Replaced,
}

spelled!(Why { Edited = "Edited", Elsewhere = "Elsewhere", Replaced = "Replaced" });

impl Earlier {
    pub(super) fn write(&self) -> String {
        let fields = Writing::over(&Extra::new())
            .text("at", &self.at.to_string())
            .text("why", self.why.name())
            .value("response", Value::Object(self.response.write()));
        compact(&fields.done())
    }

    /// `None` for a line that is damaged.
    pub(super) fn read(line: &str) -> Option<Self> {
        let mut fields: Extra = serde_json::from_str(line).ok()?;
        let Some(Value::Object(response)) = fields.remove("response") else { return None };
        let text = |field: &str| fields.get(field).and_then(Value::as_str);
        Some(Self {
            at: Timestamp::parse(text("at")?)?,
            why: Why::parse(text("why")?)?,
            response: Response::read(&response).ok()?,
        })
    }
}
