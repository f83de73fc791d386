//! The words that people see for statuses, judgements and other values. They are the same on screen and in every
//! report. Each closed set has one exhaustive match, so that a new case cannot be forgotten.

mod edition;
mod wrong_form;

pub use edition::{
    IN_OUR_WORDS, OFFICIAL_SITE, edition_age, guidance_heading, guidance_summary, newer_toolkit,
};
pub use wrong_form::wrong_form;

use crate::assessment::{Action, Evidence, Judgement, Priority, Reviewer, Status, Verdict, YesNoUnsure};
use crate::catalogue::{AnswerKind, Level};

/// Returns a list as a sentence has it: `a, b and c`.
#[must_use]
pub fn list(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Returns the words for a status, as the label beside an item.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "Met",
        Status::NotApplicable => "Not applicable",
        Status::ToConfirm => "To confirm",
        Status::ActionPlanned => "Action planned",
        Status::ActionNeeded => "Action needed",
        Status::Incomplete => "Incomplete",
        Status::NotStarted => "Not started",
    }
}

/// Returns the words for a status after a count, as in "3 planned".
#[must_use]
pub fn counted(status: Status, count: usize) -> String {
    let words = match (status, count) {
        (Status::Met, _) => "met",
        (Status::NotApplicable, _) => "not applicable",
        (Status::ToConfirm, _) => "to confirm",
        (Status::ActionPlanned, _) => "planned",
        (Status::ActionNeeded, 1) => "needs an action",
        (Status::ActionNeeded, _) => "need an action",
        (Status::Incomplete, _) => "incomplete",
        (Status::NotStarted, _) => "not started",
    };
    format!("{count} {words}")
}

/// Returns the words for a judgement, as a person chooses it.
#[must_use]
pub fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Met => "Yes",
        Judgement::NotYet => "Not yet",
        Judgement::NotApplicable => "Not applicable to us",
    }
}

/// Returns the words for the priority of an action.
#[must_use]
pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "High",
        Priority::Medium => "Medium",
        Priority::Low => "Low",
    }
}

/// Returns what is to be done with its owner, as in `Renew the contract (Helen)`. Nothing stands for what is not said.
#[must_use]
pub fn owned(action: &Action) -> String {
    match (action.what.trim(), action.owner.trim()) {
        ("", owner) => owner.into(),
        (_, "") => action.what.clone(),
        (_, owner) => format!("{} ({owner})", action.what),
    }
}

/// Returns the title of a document with where it is kept, as in `Policy: the office`. Nothing stands for what is not said.
#[must_use]
pub fn placed(document: &Evidence) -> String {
    match (document.title.trim(), document.location.trim()) {
        ("", _) => document.location.clone(),
        (_, "") => document.title.clone(),
        (title, _) => format!("{title}: {}", document.location),
    }
}

/// Returns the words for a reviewer's verdict.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "Agreed",
        Verdict::Question => "Question",
        Verdict::NotAgreed => "Not agreed",
    }
}

/// Returns what is said beside a review that something it is about has changed since. `is_wider`: it is about a part or the
/// whole, and so about several answers.
#[must_use]
pub fn changed_since(is_wider: bool) -> &'static str {
    if is_wider {
        "Some answers have changed since this comment."
    } else {
        "The answer has changed since this comment."
    }
}

/// Returns a reviewer's name, their role, and the organisation for which they review.
#[must_use]
pub fn reviewer(reviewer: &Reviewer) -> String {
    let name = match reviewer.name.trim() {
        "" => "somebody without a name",
        name => name,
    };
    let mut words = name.to_owned();
    for more in
        [reviewer.role.trim(), reviewer.organisation.trim()].into_iter().filter(|more| !more.is_empty())
    {
        words.push_str(&format!(", {more}"));
    }
    words
}

/// Returns the words for the answer to an interview question.
#[must_use]
pub fn told(told: YesNoUnsure) -> &'static str {
    match told {
        YesNoUnsure::Yes => "Yes",
        YesNoUnsure::No => "No",
        YesNoUnsure::NotSure => "Not sure",
    }
}

/// Returns the words for the form in which the toolkit takes an answer.
#[must_use]
pub fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Text => "Text",
        AnswerKind::Tick => "Tick",
        AnswerKind::Document => "Document",
    }
}

/// Returns the name of a level, as the toolkit calls it.
#[must_use]
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Approaching => "Approaching Standards",
        Level::Met => "Standards Met",
    }
}

/// Returns a text with a capital first letter. Only ASCII letters are changed.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
}

/// Returns a number as it is written in the middle of a sentence: in words up to nine, with "no" for 0.
#[must_use]
pub fn number(number: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).into())
}

/// Returns a number of things, as in "1 item" or "2 items".
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
    fn what_is_not_said_leaves_no_empty_brackets() {
        let action =
            |what: &str, owner: &str| Action { what: what.into(), owner: owner.into(), ..Action::default() };
        assert_eq!(owned(&action("Renew", "Helen")), "Renew (Helen)");
        assert_eq!(owned(&action("Renew", " ")), "Renew");
        assert_eq!(owned(&action("", "Helen")), "Helen");
        let document = |title: &str, location: &str| Evidence {
            title: title.into(),
            location: location.into(),
            ..Evidence::default()
        };
        assert_eq!(placed(&document("Policy", "the office")), "Policy: the office");
        assert_eq!(placed(&document("Policy", "")), "Policy");
        assert_eq!(placed(&document("", "the office")), "the office");
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
            reviewer(&Reviewer { name: name.into(), organisation: organisation.into(), role: String::new() })
        };
        assert_eq!(of("Asha Patel", ""), "Asha Patel");
        assert_eq!(of("Asha Patel", "North Support"), "Asha Patel, North Support");
        assert_eq!(of(" ", ""), "somebody without a name");
    }
}
