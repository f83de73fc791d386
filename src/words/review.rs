//! The words of reviewing.

pub use standards_met_core::words::{reviewer, verdict};

use standards_met_core::assessment::{Progress, ReturnOutcome, ReviewFilter, SHORT, Weakness};

/// What a reviewer may want to see alone.
#[must_use]
pub fn only(only: ReviewFilter) -> &'static str {
    match only {
        ReviewFilter::ToReview => "Not reviewed yet",
        ReviewFilter::Changed => "Changed since my last review",
        ReviewFilter::Weak => "Weak answers",
    }
}

/// How what came back stands to what is here.
#[must_use]
pub fn compared(compared: ReturnOutcome) -> &'static str {
    match compared {
        ReturnOutcome::Fresh => "New. It speaks of your answer as it is now.",
        ReturnOutcome::ChangedSince => "New. Your answer changed since this was reviewed.",
        ReturnOutcome::AlreadyHere => "This is here already.",
        ReturnOutcome::NotHere => "Your assessment has no such item, so this cannot be taken in.",
    }
}

/// Why an answer is weak.
#[must_use]
pub fn weakness(weakness: Weakness) -> String {
    match weakness {
        Weakness::Short => format!("The answer is shorter than {SHORT} characters."),
        Weakness::NoReason => "It says “not applicable” and gives no reason.".into(),
    }
}

/// How far a review has come.
#[must_use]
pub fn progress(progress: Progress) -> String {
    let Progress { items, reviewed, agreed, questions, not_agreed } = progress;
    let mut words = format!("{reviewed} of {items} items reviewed");
    let mut mark = ": ";
    let counted = [
        (agreed, "agreed"),
        (questions, if questions == 1 { "question" } else { "questions" }),
        (not_agreed, "not agreed"),
    ];
    for (count, name) in counted {
        if count > 0 {
            words.push_str(&format!("{mark}{count} {name}"));
            mark = ", ";
        }
    }
    words.push('.');
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_counts_only_what_there_is() {
        let none = Progress { items: 43, ..Progress::default() };
        assert_eq!(progress(none), "0 of 43 items reviewed.");
        let some = Progress { items: 43, reviewed: 4, agreed: 2, questions: 1, not_agreed: 0 };
        assert_eq!(progress(some), "4 of 43 items reviewed: 2 agreed, 1 question.");
    }
}
