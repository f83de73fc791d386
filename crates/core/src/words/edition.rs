//! What is said of an edition: whether it is that of today, and whose words its questions are in.

use crate::calendar::Date;
use crate::catalogue::{Edition, EditionAge, ItemId, ToolkitYear, Wording};

/// Where the official toolkit is.
pub const OFFICIAL_SITE: &str = "dsptoolkit.nhs.uk";
/// What is said wherever questions stand that are in our own words.
pub const IN_OUR_WORDS: &str = "In our words. The official wording is in the toolkit.";

/// Returns what is above the guidance of a question.
#[must_use]
pub fn guidance_heading(wording: Wording) -> &'static str {
    match wording {
        Wording::Official => "Official guidance",
        Wording::Ours => "Guidance in our words",
    }
}

/// Returns what the guidance of a question is called where it is folded away.
#[must_use]
pub fn guidance_summary(wording: Wording, item: &ItemId) -> String {
    match wording {
        Wording::Official => format!("Tooltip: the official guidance for {item}"),
        Wording::Ours => format!("Guidance for {item}, in our words"),
    }
}

/// Returns what to know about the year of an edition on a day: what it is, and what to do about it. `None` where its toolkit is
/// open, and where the edition does not say when it is.
#[must_use]
pub fn edition_age(edition: &Edition, today: Date) -> Option<String> {
    let year = &edition.year;
    let these = format!("These are the {year} questions.");
    Some(match edition.age(today)? {
        EditionAge::Current => return None,
        EditionAge::Early(opens) => {
            format!("{these} That toolkit opens on {}: check then at {OFFICIAL_SITE}.", opens.in_words())
        }
        EditionAge::Late(closes) => format!(
            "{these} The last day to publish was {}. You can still publish until the new toolkit opens, usually in September: \
             check at {OFFICIAL_SITE}.",
            closes.in_words()
        ),
        EditionAge::Outdated(now) => format!("{these} {}", newer_toolkit(now)),
    })
}

/// Returns what to know about a toolkit of which no questions are here.
#[must_use]
pub fn newer_toolkit(year: ToolkitYear) -> String {
    let opened = if year.is_known() { "opened" } else { "should have opened" };
    format!(
        "The {year} toolkit {opened} in September {} and may ask differently: check at {OFFICIAL_SITE}.",
        year.first()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_said_when_today_is_outside_it() {
        let edition = Edition::built_in();
        let said = |today: &str| edition_age(&edition, Date::parse(today).expect(today));
        assert_eq!(said("2022-03-14"), None);
        assert_eq!(
            said("2026-11-30").as_deref(),
            Some(
                "These are the 2021-22 questions. The 2026-27 toolkit opened in September 2026 and may ask differently: check at \
                 dsptoolkit.nhs.uk."
            )
        );
        assert_eq!(
            said("2022-07-15").as_deref(),
            Some(
                "These are the 2021-22 questions. The last day to publish was 30 June 2022. You can still publish until the new \
                 toolkit opens, usually in September: check at dsptoolkit.nhs.uk."
            )
        );
        assert!(said("2028-01-01").is_some_and(|said| said.contains("2027-28 toolkit should have opened")));
        assert!(said("2021-06-01").is_some());
    }
}
