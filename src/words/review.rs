//! The words of reviewing.

pub use standards_met_core::words::{changed_since, reviewer, verdict};

use standards_met_core::assessment::{
    LastRemark, Progress, ReturnOutcome, ReviewFilter, ReviewReason, SHORT, Weakness,
};

/// What a reviewer may want to see alone.
#[must_use]
pub fn only(only: ReviewFilter) -> &'static str {
    match only {
        ReviewFilter::Answered => "Answered",
        ReviewFilter::ToReview => "Not reviewed yet",
        ReviewFilter::Replied => "The home has replied",
        ReviewFilter::Changed => "Changed since my last review",
        ReviewFilter::Weak => "Weak answers",
    }
}

/// How what came back stands to what is here.
#[must_use]
pub fn compared(compared: ReturnOutcome, is_wider: bool) -> &'static str {
    match compared {
        ReturnOutcome::Fresh => "New.",
        ReturnOutcome::ChangedSince if is_wider => "New. Some of your answers have changed since.",
        ReturnOutcome::ChangedSince => "New. Your answer has changed since.",
        ReturnOutcome::AlreadyHere => "Already added.",
        ReturnOutcome::NotHere => {
            "Your assessment does not have this question, so the comment cannot be added."
        }
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
    let Progress { items, answered, reviewed, reviewed_answers, agreed, questions, not_agreed, .. } =
        progress;
    // What is not answered need not be reviewed.
    let mut words = if answered < items && reviewed == reviewed_answers {
        format!("{reviewed} of {answered} answered questions reviewed")
    } else {
        format!("{reviewed} of {items} questions reviewed")
    };
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

/// What the home did since. `None` where it did nothing.
#[must_use]
pub fn since(progress: Progress) -> Option<String> {
    let Progress { replied, changed, .. } = progress;
    let replied = (replied > 0).then(|| format!("replied to {}", super::count(replied, "comment")));
    let changed = (changed > 0).then(|| format!("changed {}", super::count(changed, "answer")));
    let both: Vec<String> = replied.into_iter().chain(changed).collect();
    (!both.is_empty()).then(|| format!("Since you reviewed it, the home has {}.", super::list(&both)))
}

/// Why a reviewer looks at an item next.
#[must_use]
pub fn next_reason(why: ReviewReason) -> &'static str {
    match why {
        ReviewReason::Replied => "The home has replied to you.",
        ReviewReason::Changed => "The answer has changed since you reviewed it.",
        ReviewReason::NotReviewed => "The next question you have not reviewed.",
    }
}

/// What a reviewer last said of an item, and what the home did since, in a list.
#[must_use]
pub fn last(last: Option<LastRemark>) -> String {
    let Some(LastRemark { review, is_replied_to, is_outdated }) = last else {
        return "Not reviewed yet".into();
    };
    let mut words = review.verdict.map_or("Comments only", verdict).to_owned();
    if review.round() > 1 {
        words.push_str(&format!(", round {}", review.round()));
    }
    if is_replied_to {
        words.push_str(" · the home has replied");
    }
    if is_outdated {
        words.push_str(" · the answer has changed since");
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_counts_only_what_there_is() {
        let none = Progress { items: 43, answered: 43, ..Progress::default() };
        assert_eq!(progress(none), "0 of 43 questions reviewed.");
        let some =
            Progress { reviewed: 4, reviewed_answers: 4, agreed: 2, questions: 1, answered: 6, ..none };
        assert_eq!(progress(some), "4 of 6 answered questions reviewed: 2 agreed, 1 question.");
        assert_eq!(since(some), None);
        let later = Progress { replied: 1, changed: 2, ..some };
        let expected = "Since you reviewed it, the home has replied to 1 comment and changed 2 answers.";
        assert_eq!(since(later).as_deref(), Some(expected));
    }
}
