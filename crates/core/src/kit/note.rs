//! Says in words what was done with the table, where nothing is wrong.

use super::{Problem, ProblemKind};

impl Problem {
    /// Returns the sentence of a note; `None` for a problem.
    pub(crate) fn of_what_was_done(&self) -> Option<String> {
        let Self { said, taken, count, .. } = self;
        let are = if *count == 1 { "is" } else { "are" };
        let were = if *count == 1 { "was" } else { "were" };
        Some(match self.kind {
            ProblemKind::OptionalLeftOut => format!(
                "{} {are} not mandatory at any level and {were} left out: {taken}. Choose “Include optional questions” to keep them.",
                self.counted("question")
            ),
            ProblemKind::OtherCategories => format!(
                "{} {are} for other categories of organisation and {were} left out. Social care is in category 3.",
                self.counted("row")
            ),
            ProblemKind::GroupHeadings => format!(
                "{} {are} the heading of a standard or an assertion and not a question: {taken}.",
                self.counted("row")
            ),
            ProblemKind::Remarks => format!(
                "{} below the last question {are} a remark and not a question: {taken}.",
                self.counted("row")
            ),
            ProblemKind::PartsOfEdition if *count == 0 => {
                format!("The table has no parts, so each question is in the part that it has in {said}.")
            }
            ProblemKind::PartsOfEdition => format!(
                "The table has no parts, so each question is in the part that it has in {said}. That edition does not have {taken}: {} put beside the nearest numbers. Check the {}.",
                if *count == 1 { "it was" } else { "they were" },
                if *count == 1 { "part" } else { "parts" }
            ),
            ProblemKind::PartsByStandard => {
                "The table has no parts, so the standards of the National Data Guardian are the parts.".into()
            }
            ProblemKind::NestedLevels => {
                "No row names both levels, so what is mandatory for Approaching Standards was taken to be mandatory for Standards Met too.".into()
            }
            ProblemKind::NotesOfOthers => format!(
                "{} what has changed for other categories of organisation alone, so the {} left out.",
                self.rows_say(),
                if *count == 1 { "note was" } else { "notes were" }
            ),
            ProblemKind::KnownNumbers => format!(
                "The table does not say what {} {were} in earlier years, so that was taken from {said}, which is here already. Check it when you carry answers over.",
                self.counted("question")
            ),
            _ => return None,
        })
    }

    /// Returns "1 question" or "2 questions".
    fn counted(&self, what: &str) -> String {
        format!("{} {what}{}", self.count, if self.count == 1 { "" } else { "s" })
    }

    /// Returns "1 row says" or "2 rows say".
    pub(crate) fn rows_say(&self) -> String {
        format!("{} {}", self.counted("row"), if self.count == 1 { "says" } else { "say" })
    }
}
