//! The names of exported files.

use super::document::Document;
use crate::assessment::Date;

/// Returns `<organisation>-dspt-<year>-<date>.json`, in characters that every file system and mail program accepts.
#[must_use]
pub fn file_name(organisation: &str, year: &str, day: Date) -> String {
    format!("{}-dspt-{year}-{day}.json", short(organisation))
}

impl Document {
    /// Returns the name of the file for an export made on this day. The name of a sheet of questions for the IT supplier says
    /// so, to tell it from the home's own file.
    #[must_use]
    pub fn file_name(&self, today: Date) -> String {
        let mut name = self.assessment.organisation.name.clone();
        if self.assessment.sheet_of.is_some() {
            name.push_str(" IT supplier");
        }
        file_name(&name, &self.edition.year, today)
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
                file_name(organisation, "2021-22", day),
                format!("{expected}-dspt-2021-22-2026-11-23.json")
            );
            assert_eq!(
                report_name(organisation, "action-plan", day, "docx"),
                format!("{expected}-action-plan-2026-11-23.docx")
            );
        }
    }
}
