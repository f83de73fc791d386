//! The day by which an assessment has to be published each year.

use super::Date;
use crate::catalogue::Edition;

/// The month and the day by which the toolkit is to be published, every year.
pub const DEADLINE: (u8, u8) = (6, 30);

/// Returns the next deadline: today, if it is today.
#[must_use]
pub fn next_deadline(today: Date) -> Date {
    let in_year = |year: i32| Date::of(year, DEADLINE.0, DEADLINE.1);
    let years = [today.year(), today.year() + 1];
    years.into_iter().filter_map(in_year).find(|day| *day >= today).unwrap_or(today)
}

/// Returns the last day of the toolkit year: the one that the edition says, and otherwise the next deadline.
#[must_use]
pub fn last_day(edition: &Edition, today: Date) -> Date {
    edition.closes.unwrap_or_else(|| next_deadline(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deadline_of_this_year_stands_until_it_is_over() {
        for (today, expected) in [
            ("2026-11-30", "2027-06-30"),
            ("2027-01-01", "2027-06-30"),
            ("2027-06-30", "2027-06-30"),
            ("2027-07-01", "2028-06-30"),
        ] {
            assert_eq!(next_deadline(Date::parse(today).expect(today)).to_string(), expected);
        }
    }
}
