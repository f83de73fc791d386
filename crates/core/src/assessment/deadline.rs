//! The day by which an assessment has to be published each year.

use super::Date;
use crate::catalogue::{DEADLINE, Edition};

/// Returns the next deadline: today, if it is today.
#[must_use]
pub fn next_deadline(today: Date) -> Date {
    let in_year = |year: i32| Date::of(year, DEADLINE.0, DEADLINE.1);
    let years = [today.year(), today.year() + 1];
    years.into_iter().filter_map(in_year).find(|day| *day >= today).unwrap_or(today)
}

/// Returns the last day to publish: the one that the edition says, and the next deadline where that is over or not said.
#[must_use]
pub fn last_day(edition: &Edition, today: Date) -> Date {
    edition.closes.filter(|closes| today <= *closes).unwrap_or_else(|| next_deadline(today))
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

    #[test]
    fn the_last_day_of_an_edition_that_is_over_is_the_next_deadline() {
        let day = |text: &str| Date::parse(text).expect(text);
        let edition = Edition::built_in();
        assert_eq!(last_day(&edition, day("2022-03-14")), day("2022-06-30"));
        assert_eq!(last_day(&edition, day("2026-11-30")), day("2027-06-30"));
        assert_eq!(last_day(&Edition::default(), day("2026-11-30")), day("2027-06-30"));
    }
}
