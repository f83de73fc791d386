//! What is told about the organisation.

use super::Timestamp;
use crate::json::{Extra, spelled};
use serde::{Deserialize, Serialize};

/// What was told to one question of the interview.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InterviewAnswer {
    /// The question's identifier in the edition.
    pub question: String,
    /// Absent when the answer was taken back.
    pub answer: Option<YesNoUnsure>,
    pub answered_at: Timestamp,
    #[serde(flatten)]
    pub extra: Extra,
}

/// An answer to a question of the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum YesNoUnsure {
    Yes,
    No,
    NotSure,
}

spelled!(YesNoUnsure { Yes = "Yes", No = "No", NotSure = "NotSure" });

impl YesNoUnsure {
    /// Every answer, in the order in which choices show them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotSure];
}
