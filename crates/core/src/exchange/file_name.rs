//! The names of exported files.

use super::document::Document;
use crate::assessment::Date;
use std::fmt;

/// When a file is made, where the device is. Written as in `2026-11-23-14-02-59`, so that two files of a day have two names
/// and stand in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    pub day: Date,
    /// Hours, minutes and seconds.
    pub time: [u8; 3],
}

impl fmt::Display for LocalTime {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let [hours, minutes, seconds] = self.time;
        write!(out, "{}-{hours:02}-{minutes:02}-{seconds:02}", self.day)
    }
}

/// Returns `<organisation>-dspt-<year>-<date>-<time>.json`, in characters that every file system and mail program accepts.
#[must_use]
pub fn file_name(organisation: &str, year: &str, now: LocalTime) -> String {
    format!("{}-dspt-{year}-{now}.json", short(organisation))
}

impl Document {
    /// Returns the name of the file for an export made now. The name of a sheet for the IT supplier says whether it holds
    /// questions or answers, to tell them from each other and from the home's own file.
    #[must_use]
    pub fn file_name(&self, now: LocalTime) -> String {
        let assessment = &self.assessment;
        let mut name = assessment.organisation.name.clone();
        if assessment.sheet_of.is_some() {
            let answered = assessment.responses.iter().any(|response| !response.is_blank());
            name.push_str(if answered { " IT supplier answers" } else { " IT supplier questions" });
        }
        file_name(&name, &self.edition.year, now)
    }
}

/// Returns `<organisation>-<report>-<date>.<ending>`, in the same characters.
#[must_use]
pub fn report_name(organisation: &str, report: &str, day: Date, ending: &str) -> String {
    format!("{}-{report}-{day}.{ending}", short(organisation))
}

fn short(organisation: &str) -> String {
    let mut name = String::new();
    for letter in organisation.chars().map(|letter| letter.to_ascii_lowercase()) {
        match letter {
            // Accented Latin letters only: the tables that cover the letters of every script are kilobytes in size.
            _ if letter.is_ascii_alphanumeric() || ('À'..='ɏ').contains(&letter) => name.push(letter),
            '\'' | '’' => {}
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    let short: String = name.chars().take(60).collect();
    match short.trim_end_matches('-') {
        "" => "organisation".into(),
        name => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_readable() {
        let long = "a very long name ".repeat(9);
        for (organisation, expected) in [
            ("Rosewood House", "rosewood-house"),
            ("St. Mary's / West (Annexe)", "st-marys-west-annexe"),
            ("../../etc", "etc"),
            ("Tŷ Gwyn", "tŷ-gwyn"),
            ("???", "organisation"),
            (&long, "a-very-long-name-a-very-long-name-a-very-long-name-a-very-lo"),
        ] {
            let day = Date::parse("2026-11-23").expect("a day");
            assert_eq!(
                file_name(organisation, "2021-22", LocalTime { day, time: [9, 5, 7] }),
                format!("{expected}-dspt-2021-22-2026-11-23-09-05-07.json")
            );
            assert_eq!(
                report_name(organisation, "action-plan", day, "docx"),
                format!("{expected}-action-plan-2026-11-23.docx")
            );
        }
    }
}
