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
        FindingKind::UnsureByInterview { question } => format!(
            "This says “not applicable”, but you were not sure about “{question}” Find out, then answer that question too."
        ),
        FindingKind::DoesNotApplyByInterview => {
            "From what you told us about your organisation, this does not apply to you. Choose “Not applicable to us”, or \
             change what you told us."
                .into()
        }
        FindingKind::ShareTooLow { highest, needed } => format!(
            "Your answer is Yes, but {highest}% is less than the {needed}% that is needed. Change your answer, correct the \
             figures, or say why it is right."
        ),
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
        FindingKind::OutOfDateWhenPublished { newest, months, limit, publish_on } => format!(
            "The date here is {}. It will be more than {months} months old on {}, the day you plan to publish. By then it has \
             to be {} or later.",
            newest.in_words(),
            publish_on.in_words(),
            limit.in_words()
        ),
        FindingKind::InTheFuture { day } => {
            format!("{} is in the future. Check the year.", day.in_words())
        }
        FindingKind::DocumentWithoutLocation { title } => {
            format!("Say where {} is kept, or give a link to it.", named(title, "the document"))
        }
        FindingKind::ActionWithoutOwner { what } => format!("Add who will do {}.", named(what, "the action")),
        FindingKind::ActionWithoutDate { what } => format!("Add a due date for {}.", named(what, "the action")),
        FindingKind::ActionOverdue { what, due } => format!(
            "{} was due on {}. Tick it as done, or give it a new date.",
            named(what, "The action"),
            due.in_words()
        ),
        FindingKind::SaysNotApplicable => {
            "The answer is yes, but the text says “not applicable”. If it does not apply to you, choose “Not applicable \
             to us”; otherwise say how you do it."
                .into()
        }
        FindingKind::NotConfirmed { year } => {
            format!("Carried over from {year} and not confirmed yet. Check that it is still true.")
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

/// What a text seems to hold, in the middle of a sentence.
#[must_use]
pub fn private_in_short(kind: PersonalData) -> &'static str {
    match kind {
        PersonalData::Password => "a password or PIN",
        PersonalData::NhsNumber => "an NHS number",
        PersonalData::NationalInsurance => "a National Insurance number",
        PersonalData::DateOfBirth => "a date of birth",
        PersonalData::BankCard => "a bank card number",
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
    fn what_runs_out_names_the_day_of_publication_and_the_date_that_would_do() {
        let day = |text: &str| Date::parse(text).expect(text);
        let words = finding(&FindingKind::OutOfDateWhenPublished {
            newest: day("2026-02-03"),
            months: 12,
            limit: day("2026-05-12"),
            publish_on: day("2027-05-12"),
        });
        assert_eq!(
            words,
            "The date here is 3 February 2026. It will be more than 12 months old on 12 May 2027, the day you plan to \
             publish. By then it has to be 12 May 2026 or later."
        );
    }

    #[test]
    fn what_was_carried_over_names_the_year_that_it_came_from() {
        let words = finding(&FindingKind::NotConfirmed { year: "2021-22".into() });
        assert!(words.starts_with("Carried over from 2021-22 and not confirmed yet."), "{words}");
    }

    #[test]
    fn what_has_no_name_is_spoken_of_all_the_same() {
        let without = |what: &str| finding(&FindingKind::ActionWithoutOwner { what: what.into() });
        assert_eq!(without("Write it"), "Add who will do “Write it”.");
        assert_eq!(without(" "), "Add who will do the action.");
        assert!(without(&"é".repeat(200)).ends_with("…”."));
    }
}
