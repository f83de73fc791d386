//! How recent evidence has to be.

use crate::calendar::Date;
use serde::Serialize;

/// A rule on how recent the evidence of an item has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recency {
    /// On or after this day.
    Since(Date),
    /// At most this many months ago.
    WithinMonths(u8),
    /// On or before this day.
    By(Date),
}

impl Recency {
    /// Returns whether something that was done on the day `done` counts today.
    #[must_use]
    pub fn allows(self, done: Date, today: Date) -> bool {
        match self {
            Self::By(last) => done <= last,
            Self::Since(_) | Self::WithinMonths(_) => done >= self.limit(today),
        }
    }

    /// Returns the first day that counts today or, for [`Recency::By`], the last one.
    #[must_use]
    pub fn limit(self, today: Date) -> Date {
        match self {
            Self::Since(day) | Self::By(day) => day,
            Self::WithinMonths(months) => today.months_before(months),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_old_or_too_late_does_not_count() {
        let day = |text: &str| Date::parse(text).expect(text);
        let today = day("2022-03-14");
        for (rule, done, expected) in [
            (Recency::Since(day("2021-07-01")), "2021-07-01", true),
            (Recency::Since(day("2021-07-01")), "2021-06-30", false),
            (Recency::WithinMonths(12), "2021-03-14", true),
            (Recency::WithinMonths(12), "2021-03-13", false),
            (Recency::By(day("2021-09-30")), "2021-09-30", true),
            (Recency::By(day("2021-09-30")), "2021-10-01", false),
        ] {
            assert_eq!(rule.allows(day(done), today), expected, "{rule:?} {done}");
        }
    }
}
