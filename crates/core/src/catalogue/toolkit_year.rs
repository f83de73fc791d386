//! The years of the toolkit, and which of them a day belongs to.

use super::Edition;
use crate::calendar::Date;

/// The month in which a new toolkit opens, around its first day. It opened on 3 September 2024, in September 2025 and on 1 September
/// 2026.
const OPENS: u8 = 9;
/// The month and the day by which the toolkit is to be published, every year.
pub const DEADLINE: (u8, u8) = (6, 30);
/// The newest year of which it is known that it opened: 2026-27.
const NEWEST_KNOWN: i32 = 2026;

/// A year of the toolkit, from September to the end of June, and the two months until the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ToolkitYear {
    /// The calendar year in which it opens.
    first: i32,
}

impl ToolkitYear {
    /// The newest year of which it is known that it opened.
    #[must_use]
    pub const fn newest_known() -> Self {
        Self { first: NEWEST_KNOWN }
    }

    /// Returns the year that is open on a day or, in July and August, was the last one to be.
    #[must_use]
    pub fn of_day(day: Date) -> Self {
        Self { first: if day.month() >= OPENS { day.year() } else { day.year() - 1 } }
    }

    /// Returns the calendar year in which it opens.
    #[must_use]
    pub fn first(self) -> i32 {
        self.first
    }

    /// Returns whether it is known, and not only to be expected, that it opened.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.first <= NEWEST_KNOWN
    }

    /// Returns the last day to publish.
    #[must_use]
    pub fn closes(self) -> Option<Date> {
        Date::of(self.first + 1, DEADLINE.0, DEADLINE.1)
    }
}

impl std::fmt::Display for ToolkitYear {
    /// Writes the year as people do: `2026-27`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{:02}", self.first, (self.first + 1).rem_euclid(100))
    }
}

/// How the questions of an edition stand to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionAge {
    /// They are those of the toolkit that is open.
    Current,
    /// They are those of a toolkit that opens on this day.
    Early(Date),
    /// Their last day to publish is over, and the next toolkit is not open yet.
    Late(Date),
    /// Another toolkit has opened since.
    Outdated(ToolkitYear),
}

impl Edition {
    /// Returns how its questions stand to a day. `None` where the edition does not say when it is open.
    #[must_use]
    pub fn age(&self, today: Date) -> Option<EditionAge> {
        if let Some(opens) = self.opens.filter(|opens| today < *opens) {
            return Some(EditionAge::Early(opens));
        }
        let closes = self.closes?;
        if today <= closes {
            return Some(EditionAge::Current);
        }
        let now = ToolkitYear::of_day(today);
        Some(if now > ToolkitYear::of_day(closes) {
            EditionAge::Outdated(now)
        } else {
            EditionAge::Late(closes)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn a_year_lasts_from_september_until_the_next_one_opens() {
        for (today, expected) in [
            ("2026-08-31", "2025-26"),
            ("2026-09-01", "2026-27"),
            ("2026-12-31", "2026-27"),
            ("2027-06-30", "2026-27"),
            ("2027-08-31", "2026-27"),
            ("2099-10-01", "2099-00"),
        ] {
            assert_eq!(ToolkitYear::of_day(day(today)).to_string(), expected, "{today}");
        }
        assert!(ToolkitYear::of_day(day("2027-08-31")).is_known());
        assert!(!ToolkitYear::of_day(day("2027-09-01")).is_known());
        assert_eq!(ToolkitYear::newest_known().closes(), Date::parse("2027-06-30"));
    }

    #[test]
    fn an_edition_is_open_between_its_days_and_outdated_once_another_has_opened() {
        let mut edition = Edition::built_in();
        edition.opens = Some(day("2025-09-01"));
        edition.closes = Some(day("2026-06-30"));
        let outdated = |today: &str| EditionAge::Outdated(ToolkitYear::of_day(day(today)));
        for (today, expected) in [
            ("2025-08-31", EditionAge::Early(day("2025-09-01"))),
            ("2025-09-01", EditionAge::Current),
            ("2026-06-30", EditionAge::Current),
            ("2026-07-01", EditionAge::Late(day("2026-06-30"))),
            ("2026-08-31", EditionAge::Late(day("2026-06-30"))),
            ("2026-09-01", outdated("2026-09-01")),
            ("2030-01-01", outdated("2030-01-01")),
        ] {
            assert_eq!(edition.age(day(today)), Some(expected), "{today}");
        }
        edition.closes = None;
        assert_eq!(edition.age(day("2030-01-01")), None);
    }
}
