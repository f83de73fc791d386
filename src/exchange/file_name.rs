//! The name that an exported file gets.

use crate::assessment::Date;

/// `<organisation>-dspt-<year>-<date>.json`, in letters that every file system and mail program takes.
#[must_use]
pub fn file_name(organisation: &str, year: &str, day: Date) -> String {
    let mut name = String::new();
    for letter in organisation.chars().map(|letter| letter.to_ascii_lowercase()) {
        match letter {
            // Latin letters with accents; the tables that know every script's letters are kilobytes.
            _ if letter.is_ascii_alphanumeric() || ('À'..='ɏ').contains(&letter) => name.push(letter),
            '\'' | '’' => {}
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    let short: String = name.chars().take(60).collect();
    let organisation = match short.trim_end_matches('-') {
        "" => "organisation",
        name => name,
    };
    format!("{organisation}-dspt-{year}-{day}.json")
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
        }
    }
}
