//! The words of what guides a person: who can do something, how long it takes, why it comes next.

use standards_met_core::assessment::{Place, Why};
use standards_met_core::catalogue::Role;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_named_as_a_choice() {
        assert_eq!(by(&[]), "anybody");
        assert_eq!(by(&[Role::Manager]), "you");
        assert_eq!(by(&[Role::Manager, Role::Hr, Role::ItSupplier]), "you, HR or your IT supplier");
    }
}
