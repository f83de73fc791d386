//! What is said of a finding: what was found, and what to do about it. It never blocks, and never accuses.

use standards_met_core::assessment::{FindingKind, PersonalData};
use standards_met_core::catalogue::Recency;

#[must_use]
pub fn finding(kind: &FindingKind) -> String {
    match kind {
        FindingKind::Contradicts { because, .. } => format!("{because} One of the two needs another answer."),
        FindingKind::AppliesByInterview { question } => format!(
            "This says “not applicable”, but about your organisation you answered yes to “{question}” Change whichever \
             is wrong."
        ),
        FindingKind::DoesNotApplyByInterview => {
            "From what you told us about your organisation, this does not apply to you. Choose “Not applicable to us”, or \
             change what you told us."
                .into()
        }
        FindingKind::OutOfDate { newest, rule: Recency::By(_), limit } => format!(
            "The date here is {}, and this had to be in place by {}. If it was, give the date that shows it.",
            newest.in_words(),
            limit.in_words()
        ),
        FindingKind::OutOfDate { newest, rule: Recency::Since(_), limit } => format!(
            "The date here is {}, which is too old: it has to be {} or later.",
            newest.in_words(),
            limit.in_words()
        ),
        FindingKind::OutOfDate { newest, rule: Recency::WithinMonths(months), limit } => format!(
            "The date here is {}, which is too old: it has to be within the last {months} months, so {} or later.",
            newest.in_words(),
            limit.in_words()
        ),
        FindingKind::InTheFuture { day } => {
            format!("The date {} has not come yet. Check the year.", day.in_words())
        }
        FindingKind::DocumentWithoutLocation { title } => {
            format!("Say where {} is kept, or give a link to it.", named(title, "the document"))
        }
        FindingKind::ActionWithoutOwner { what } => format!("Say who will do {}.", named(what, "the action")),
        FindingKind::ActionWithoutDate { what } => format!("Say by when {} will be done.", named(what, "the action")),
        FindingKind::ActionOverdue { what, due } => format!(
            "{} was to be done by {}. Tick it as done, or give it a new date.",
            named(what, "The action"),
            due.in_words()
        ),
        FindingKind::SaysNotApplicable => {
            "The answer is yes, but the text says “not applicable”. If it does not apply to you, choose “Not applicable \
             to us”; otherwise say how you do it."
                .into()
        }
        FindingKind::NotConfirmed { year } => {
            format!("Carried over from {year} and not confirmed yet. Say whether it still holds.")
        }
        FindingKind::Private(kind) => private(*kind).into(),
    }
}

fn named(text: &str, otherwise: &str) -> String {
    let short: String = text.chars().take(80).collect();
    match short.trim() {
        "" => otherwise.into(),
        short if short.len() < text.trim().len() => format!("“{short}…”"),
        short => format!("“{short}”"),
    }
}

fn private(kind: PersonalData) -> &'static str {
    match kind {
        PersonalData::Password => {
            "This looks like a password or a PIN. Take it out: whoever opens this file can read it."
        }
        PersonalData::NhsNumber => {
            "This looks like an NHS number. Take it out: the toolkit asks about your home, not about the people in it."
        }
        PersonalData::NationalInsurance => {
            "This looks like a National Insurance number. Take it out: it can be used to pretend to be somebody."
        }
        PersonalData::DateOfBirth => {
            "This looks like somebody’s date of birth. Take it out: with a name it says who somebody is."
        }
        PersonalData::BankCard => {
            "This looks like a bank card number. Take it out: whoever opens this file could use it."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use standards_met_core::assessment::Date;

    #[test]
    fn a_date_that_would_do_is_named() {
        let day = |text: &str| Date::parse(text).expect(text);
        let rule = Recency::WithinMonths(12);
        let words =
            finding(&FindingKind::OutOfDate { newest: day("2021-01-31"), rule, limit: day("2021-03-14") });
        assert!(words.contains("31 January 2021") && words.contains("14 March 2021 or later"), "{words}");
    }

    #[test]
    fn what_was_carried_over_names_the_year_that_it_came_from() {
        let words = finding(&FindingKind::NotConfirmed { year: "2021-22".into() });
        assert!(words.starts_with("Carried over from 2021-22 and not confirmed yet."), "{words}");
    }

    #[test]
    fn what_has_no_name_is_spoken_of_all_the_same() {
        let without = |what: &str| finding(&FindingKind::ActionWithoutOwner { what: what.into() });
        assert_eq!(without("Write it"), "Say who will do “Write it”.");
        assert_eq!(without(" "), "Say who will do the action.");
        assert!(without(&"é".repeat(200)).ends_with("…”."));
    }
}
