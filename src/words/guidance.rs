//! The words of what guides a person: who can do something, how long it takes, why it comes next.

use standards_met_core::assessment::{NextReason, OfficialBox};
use standards_met_core::catalogue::Role;

/// Who can do it, as an answer to "Who is answering now?".
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Manager => "Me, the manager",
        Role::Hr => "HR",
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
        [] => "everyone".into(),
        [one] => (*one).into(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// Why an item comes next.
#[must_use]
pub fn why(why: &NextReason) -> String {
    match why {
        NextReason::NotAgreed => "Your reviewer did not agree with this answer.".into(),
        NextReason::Unfinished => "You were in the middle of this question.".into(),
        NextReason::Overdue(day) => format!("An action here was due on {}.", day.in_words()),
        NextReason::DueSoon(day) => format!("An action here is due on {}.", day.in_words()),
        NextReason::Begun => "You have started this question.".into(),
        NextReason::BuildsOn(item) => format!("It builds on {item}, which you have dealt with."),
        NextReason::Opens(item) => format!("It comes first because {item} builds on it."),
        NextReason::Waits(item) => format!("It builds on {item}, so do that one first."),
        NextReason::Quick => "One of the quickest left.".into(),
        NextReason::InOrder => "Next in order.".into(),
    }
}

/// Where in the official toolkit something goes.
#[must_use]
pub fn place(place: OfficialBox) -> &'static str {
    match place {
        OfficialBox::Tick => "In the official toolkit",
        OfficialBox::TextBox => "Text box",
        OfficialBox::CommentsBox => "Comments box",
        OfficialBox::DocumentLocation => "Enter text describing document location",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_named_as_a_choice() {
        assert_eq!(by(&[]), "everyone");
        assert_eq!(by(&[Role::Manager]), "you");
        assert_eq!(by(&[Role::Manager, Role::Hr, Role::ItSupplier]), "you, HR or your IT supplier");
    }
}
