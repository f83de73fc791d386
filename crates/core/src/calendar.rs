//! Timestamps and dates. The clock itself is in the page (`platform`); here the time is always an argument.

use serde::{Deserialize, Serialize};
use time::Month;

/// The length of a day, in milliseconds.
const DAY: i64 = 86_400_000;
/// The Julian day number of 1 January 1970.
const JULIAN_1970: i64 = 2_440_588;
/// The last millisecond that RFC 3339 can write: the end of the year 9999.
const LATEST: i64 = 253_402_300_799_999;

/// A moment, in milliseconds since 1970 in UTC, written as RFC 3339.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(i64);

impl Timestamp {
    /// Creates a timestamp from the milliseconds since 1970 that a browser's clock returns. A value out of range counts
    /// as 1970.
    #[must_use]
    pub fn from_millis(millis: f64) -> Self {
        #[allow(clippy::cast_possible_truncation)] // `as` saturates, and the range is checked next
        Some(millis as i64).filter(|millis| (0..=LATEST).contains(millis)).map(Self).unwrap_or_default()
    }

    /// Returns the milliseconds since 1970.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // exact far beyond the year 9999
    pub fn millis(self) -> f64 {
        self.0 as f64
    }

    /// Reads RFC 3339 with any offset, to the millisecond. Returns `None` for other texts and for moments before 1970:
    /// nothing here is older.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, clock) = text.split_at_checked(10)?;
        let days = i64::from(Date::parse(date)?.0.to_julian_day()) - JULIAN_1970;
        let clock = clock.strip_prefix(['T', 't', ' '])?;
        let (clock, zone) = clock.split_at_checked(clock.find(['Z', 'z', '+', '-'])?)?;
        let offset = match zone {
            "Z" | "z" => 0,
            _ => minutes(zone.get(1..)?)? * if zone.starts_with('-') { -1 } else { 1 },
        };
        let (time, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
        let (hour_and_minute, second) = time.split_at_checked(5)?;
        // A leap second counts as the second before it.
        let second = number(second.strip_prefix(':')?, 60)?.min(59);
        if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let fraction: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
        let millis = days * DAY + (minutes(hour_and_minute)? - offset) * 60_000 + second * 1000 + fraction;
        (0..=LATEST).contains(&millis).then_some(Self(millis))
    }

    /// Returns this moment, or the one just after `earlier` where the clock says that this one is not later. Of two
    /// edits, the second then counts as the newer even when the clock was put back between them.
    #[must_use]
    pub fn after(self, earlier: Self) -> Self {
        self.max(Self((earlier.0 + 1).min(LATEST)))
    }

    /// Returns the date in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        let day = i32::try_from(self.0 / DAY + JULIAN_1970).ok();
        Date(day.and_then(|day| time::Date::from_julian_day(day).ok()).unwrap_or(time::Date::MIN))
    }
}

/// Reads a time such as `14:02` as minutes.
fn minutes(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    Some(number(hour, 23)? * 60 + number(minute, 59)?)
}

/// Reads exactly two digits, as a number up to `most`.
fn number(digits: &str, most: i64) -> Option<i64> {
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| two && *number <= most)
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let millis = self.0 % DAY;
        let (seconds, fraction) = (millis / 1000, millis % 1000);
        write!(f, "{}T{:02}:{:02}:{:02}", self.date(), seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        if fraction > 0 {
            write!(f, ".{fraction:03}")?;
        }
        f.write_str("Z")
    }
}

/// A day of the calendar, written as `2026-11-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(time::Date);

impl Date {
    /// Reads a date such as `2026-11-30`, the form that a date field gives. Returns `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut fields = text.splitn(3, '-');
        let mut field = |width: usize| {
            fields.next().filter(|field| field.len() == width && field.bytes().all(|b| b.is_ascii_digit()))
        };
        let (year, month, day) = (field(4)?, field(2)?, field(2)?);
        let number = |digits: &str| digits.parse::<i64>().ok();
        let (month, day) = (u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?);
        Self::of(i32::try_from(number(year)?).ok()?, month, day)
    }

    /// Returns the date with this year, month (from 1) and day; `None` where the calendar has no such day.
    #[must_use]
    pub fn of(year: i32, month: u8, day: u8) -> Option<Self> {
        time::Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Self)
    }

    /// Returns the last day of a month, counted from 1; `None` where there is no such month.
    #[must_use]
    pub fn end_of_month(year: i32, month: u8) -> Option<Self> {
        Self::of(year, month, Month::try_from(month).ok()?.length(year))
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Returns the month, counted from 1.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// Returns the day of the month.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Returns the number of days from this day to another. Negative if that is earlier.
    #[must_use]
    pub fn days_to(self, other: Self) -> i32 {
        other.0.to_julian_day() - self.0.to_julian_day()
    }

    /// Returns the same day this many months earlier, or the last day of that month where it is shorter.
    #[must_use]
    pub fn months_before(self, months: u8) -> Self {
        self.moved_by(-i32::from(months))
    }

    /// Returns the same day this many months later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn months_after(self, months: u8) -> Self {
        self.moved_by(i32::from(months))
    }

    fn moved_by(self, months: i32) -> Self {
        let months_since_0 = self.year() * 12 + i32::from(self.month()) - 1 + months;
        let (year, month) = (months_since_0.div_euclid(12), months_since_0.rem_euclid(12) + 1);
        let month = u8::try_from(month).unwrap_or(1);
        Self::of(year, month, self.0.day()).or_else(|| Self::end_of_month(year, month)).unwrap_or(self)
    }

    /// Returns the day this many days later, or earlier where the number is negative.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let day = self.0.to_julian_day().checked_add(days);
        Self(day.and_then(|day| time::Date::from_julian_day(day).ok()).unwrap_or(self.0))
    }

    /// Returns the name of a month, counted from 1, such as `November`; empty where there is no such month.
    #[must_use]
    pub fn month_name(month: u8) -> String {
        Month::try_from(month).map(|month| month.to_string()).unwrap_or_default()
    }

    /// Returns the date as it is written in Britain: `30 November 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.0.day(), self.0.month(), self.0.year())
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), u8::from(self.0.month()), self.0.day())
    }
}

impl TryFrom<String> for Timestamp {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("should be a time such as 2026-11-30T14:02:00Z")
    }
}

impl From<Timestamp> for String {
    fn from(value: Timestamp) -> Self {
        value.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("should be a date such as 2026-11-30")
    }
}

impl From<Date> for String {
    fn from(value: Date) -> Self {
        value.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_strictly() {
        for (text, expected) in [
            ("2026-11-30", Some("2026-11-30")),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("2026-13-01", None),
            ("30/11/2026", None),
            ("2026-1-1", None),
            ("", None),
        ] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let day = |text: &str| Date::parse(text).expect(text);
        for (from, months, expected) in [
            ("2026-11-24", 12, "2025-11-24"),
            ("2024-02-29", 12, "2023-02-28"),
            ("2026-01-31", 2, "2025-11-30"),
            ("2026-03-05", 0, "2026-03-05"),
        ] {
            assert_eq!(day(from).months_before(months), day(expected), "{months} months before {from}");
        }
        assert_eq!(day("2024-02-29").months_after(12), day("2025-02-28"));
        assert_eq!(day("2026-11-30").months_after(3), day("2027-02-28"));
        assert_eq!(day("9999-12-31").months_after(12), day("9999-12-31"), "there is no later year");
        assert_eq!(day("2026-12-31").plus_days(1), day("2027-01-01"));
        assert_eq!(day("2026-03-01").plus_days(-1), day("2026-02-28"));
        assert_eq!(Date::end_of_month(2024, 2), Some(day("2024-02-29")));
        assert_eq!((Date::end_of_month(2024, 13), Date::of(2023, 2, 29)), (None, None));
        assert_eq!(Date::month_name(9), "September");
    }

    #[test]
    fn times_are_kept_to_the_millisecond_and_in_utc() {
        for (text, expected) in [
            ("2026-11-23T14:02:03.456Z", "2026-11-23T14:02:03.456Z"),
            ("2026-07-01T00:30:00+01:00", "2026-06-30T23:30:00Z"),
            ("2026-12-31T20:30:00.5-05:30", "2027-01-01T02:00:00.500Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
        ] {
            let moment = Timestamp::parse(text).expect(text);
            assert_eq!(moment.to_string(), expected);
            assert_eq!(Timestamp::from_millis(moment.millis()), moment);
        }
        for text in [
            "yesterday",
            "2026-11-23",
            "2026-11-23T14:02Z",
            "2026-11-23T24:00:00Z",
            "2026-02-30T14:02:00Z",
            "2026-11-23T14:02:00",
            "2026-11-23T14:02:00.Z",
            "2026-11-23T14:02:00+1:00",
            "2026-11-23T14:02:00é",
            "1969-12-31T23:59:59Z",
        ] {
            assert_eq!(Timestamp::parse(text), None, "{text}");
        }
        assert_eq!(Timestamp::from_millis(f64::NAN), Timestamp::default());
        assert_eq!(Timestamp::from_millis(f64::INFINITY), Timestamp::default());
    }
}
