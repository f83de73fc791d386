//! The words of what guides a person: who can do something, how long it takes, why it comes next.

use crate::assessment::{Place, Told, Why};
use crate::catalogue::{AnswerKind, Role};

/// Who can do it, as an answer to "Who is answering now?".
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Manager => "Me, the manager",
        Role::Hr => "Whoever does HR",
        Role::ItSupplier => "Our IT supplier",
        Role::SeniorManagement => "Senior management",
    }
}

/// Who can do it, in the middle of a sentence.
#[must_use]
pub fn by(roles: &[Role]) -> String {
    let name = |role: &Role| match role {
        Role::Manager => "you",
        Role::Hr => "HR",
        Role::ItSupplier => "your IT supplier",
        Role::SeniorManagement => "senior management",
    };
    let names: Vec<&str> = roles.iter().map(name).collect();
    match names.as_slice() {
        [] => "anybody".into(),
        [one] => (*one).into(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Why an item comes next.
#[must_use]
pub fn why(why: &Why) -> String {
    match why {
        Why::Unfinished => "You were in the middle of this one.".into(),
        Why::Overdue(day) => format!("Something here was to be done by {}.", day.in_words()),
        Why::DueSoon(day) => format!("Something here is to be done by {}.", day.in_words()),
        Why::Begun => "You have begun this one.".into(),
        Why::BuildsOn(item) => format!("It builds on {item}, which you have dealt with."),
        Why::Opens(item) => format!("It comes first because {item} builds on it."),
        Why::Waits(item) => format!("It builds on {item}, so that one is better done first."),
        Why::Quick => "It is one of the quickest that are left.".into(),
        Why::InOrder => "It is the next in order.".into(),
    }
}

#[must_use]
pub fn told(told: Told) -> &'static str {
    match told {
        Told::Yes => "Yes",
        Told::No => "No",
        Told::NotSure => "Not sure",
    }
}

/// Where in the official toolkit something goes.
#[must_use]
pub fn place(place: Place) -> &'static str {
    match place {
        Place::Tick => "Tick the item",
        Place::TextBox => "Text box",
        Place::CommentsBox => "Comments box",
        Place::DocumentLocation => "Enter text describing document location",
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
    fn roles_are_named_as_a_choice() {
        assert_eq!(by(&[]), "anybody");
        assert_eq!(by(&[Role::Manager]), "you");
        assert_eq!(by(&[Role::Manager, Role::Hr, Role::ItSupplier]), "you, HR or your IT supplier");
    }

    #[test]
    fn one_is_one() {
        assert_eq!(
            (count(1, "item"), count(0, "item"), count(12, "action")),
            ("1 item".into(), "0 items".into(), "12 actions".into())
        );
    }
}
