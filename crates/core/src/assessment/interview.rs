//! The answers to the interview, which asks about the organisation.

use super::Timestamp;
use crate::json::{Extra, spelled};
use serde::{Deserialize, Serialize};

/// The answer to one question of the interview.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InterviewAnswer {
    /// The identifier of the question in the edition.
    pub question: String,
    /// `None` if the answer was withdrawn.
    pub answer: Option<YesNoUnsure>,
    pub answered_at: Timestamp,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A possible answer to a question of the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum YesNoUnsure {
    Yes,
    No,
    NotSure,
}

spelled!(YesNoUnsure { Yes = "Yes", No = "No", NotSure = "NotSure" });

impl YesNoUnsure {
    /// All answers, in the order in which choices show them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotSure];
}
