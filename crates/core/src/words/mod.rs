//! The words by which people know what is answered: the same on screen and in every report. One exhaustive match for each
//! closed set, so that a new case cannot be forgotten.

mod wrong_form;

pub use wrong_form::wrong_form;

use crate::assessment::{Judgement, Priority, Reviewer, Status, Verdict, YesNoUnsure};
use crate::catalogue::{AnswerKind, Level};

/// The standing as a mark beside an item.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "Met",
        Status::NotApplicable => "Not applicable",
        Status::ActionPlanned => "Action planned",
        Status::ActionNeeded => "Action needed",
        Status::Incomplete => "Incomplete",
        Status::NotStarted => "Not started",
    }
}

/// The standing after a count, as in "3 planned".
#[must_use]
pub fn counted(status: Status, count: usize) -> String {
    let words = match (status, count) {
        (Status::Met, _) => "met",
        (Status::NotApplicable, _) => "not applicable",
        (Status::ActionPlanned, _) => "planned",
        (Status::ActionNeeded, 1) => "needs an action",
        (Status::ActionNeeded, _) => "need an action",
        (Status::Incomplete, _) => "incomplete",
        (Status::NotStarted, _) => "not started",
    };
    format!("{count} {words}")
}

/// The judgement as the person chooses it.
#[must_use]
pub fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Met => "Yes",
        Judgement::NotYet => "Not yet",
        Judgement::NotApplicable => "Not applicable to us",
    }
}

#[must_use]
pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "High",
        Priority::Medium => "Medium",
        Priority::Low => "Low",
    }
}

#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "Agreed",
        Verdict::Question => "Question",
        Verdict::NotAgreed => "Not agreed",
    }
}

/// A person and for whom they review.
#[must_use]
pub fn reviewer(reviewer: &Reviewer) -> String {
    let name = match reviewer.name.trim() {
        "" => "somebody without a name",
        name => name,
    };
    match reviewer.organisation.trim() {
        "" => name.into(),
        organisation => format!("{name}, {organisation}"),
    }
}

#[must_use]
pub fn told(told: YesNoUnsure) -> &'static str {
    match told {
        YesNoUnsure::Yes => "Yes",
        YesNoUnsure::No => "No",
        YesNoUnsure::NotSure => "Not sure",
    }
}

#[must_use]
pub fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Text => "Text",
        AnswerKind::Tick => "Tick",
        AnswerKind::Document => "Document",
    }
}

/// A level of the toolkit, as it is called there.
#[must_use]
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Approaching => "Approaching Standards",
        Level::Met => "Standards Met",
    }
}

/// With a capital at the beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
}

/// A number as it is written in the middle of a sentence.
#[must_use]
pub fn number(number: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).into())
}

/// So many of something, as in "1 item" or "2 items".
#[must_use]
pub fn count(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_verb() {
        assert_eq!(counted(Status::ActionNeeded, 1), "1 needs an action");
        assert_eq!(counted(Status::ActionNeeded, 2), "2 need an action");
    }

    #[test]
    fn one_is_one() {
        assert_eq!(
            (count(1, "item"), count(0, "item"), count(12, "action")),
            ("1 item".into(), "0 items".into(), "12 actions".into())
        );
    }

    #[test]
    fn a_reviewer_without_an_organisation_is_a_name() {
        let of = |name: &str, organisation: &str| {
            reviewer(&Reviewer { name: name.into(), organisation: organisation.into() })
        };
        assert_eq!(of("Asha Patel", ""), "Asha Patel");
        assert_eq!(of("Asha Patel", "North Support"), "Asha Patel, North Support");
        assert_eq!(of(" ", ""), "somebody without a name");
    }
}
