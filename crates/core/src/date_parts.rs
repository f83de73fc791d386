//! A date as it is typed: a day, a month and a year, each in a box of its own.

use crate::calendar::Date;
use serde::{Deserialize, Serialize};

/// What stands in the three boxes, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    pub day: String,
    pub month: String,
    pub year: String,
}

/// What three boxes hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateEntry {
    /// A whole date, or nothing.
    Date(Option<Date>),
    /// Something that is no date yet, in the form of [`DateParts::draft`].
    Draft(String),
}

/// Why the boxes hold no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// These boxes are empty, and others are not.
    Missing { day: bool, month: bool, year: bool },
    /// The year has neither four digits nor two.
    Year,
    /// The calendar has no such day.
    NotReal,
}

/// Between the parts of a draft.
const BETWEEN: char = '/';

impl DateParts {
    /// Returns the boxes with a date in them, or with the draft of one.
    #[must_use]
    pub fn of(date: Option<Date>, draft: &str) -> Self {
        if let Some(date) = date {
            return Self {
                day: date.day().to_string(),
                month: date.month().to_string(),
                year: format!("{:04}", date.year()),
            };
        }
        let mut parts = draft.splitn(3, BETWEEN).map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self { day: next(), month: next(), year: next() }
    }

    /// Returns the boxes as one text. Empty if all are.
    #[must_use]
    pub fn draft(&self) -> String {
        let Self { day, month, year } = self;
        if [day, month, year].into_iter().all(|part| part.trim().is_empty()) {
            return String::new();
        }
        // In the first two the mark would end the part.
        let part = |text: &str| text.replace(BETWEEN, " ");
        format!("{}{BETWEEN}{}{BETWEEN}{year}", part(day), part(month))
    }

    /// Returns the boxes with a year of two digits written out: 27 is 2027.
    #[must_use]
    pub fn with_whole_year(&self) -> Self {
        let year = self.year.trim();
        let two = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
        Self { year: if two { format!("20{year}") } else { self.year.clone() }, ..self.clone() }
    }

    /// Returns what the boxes hold. A year of two digits is a draft: it may be the first half of one of four.
    #[must_use]
    pub fn entry(&self) -> DateEntry {
        match (self.problem(), self.draft()) {
            (None, draft) if draft.is_empty() => DateEntry::Date(None),
            (None, draft) => self.date().map_or(DateEntry::Draft(draft), |date| DateEntry::Date(Some(date))),
            (Some(_), draft) => DateEntry::Draft(draft),
        }
    }

    /// Returns why the boxes hold no date. `None` if they hold one, or nothing.
    #[must_use]
    pub fn problem(&self) -> Option<DateProblem> {
        let empty = |part: &str| part.trim().is_empty();
        let (day, month, year) = (empty(&self.day), empty(&self.month), empty(&self.year));
        if day && month && year {
            return None;
        }
        if day || month || year {
            return Some(DateProblem::Missing { day, month, year });
        }
        let digits = self.year.trim();
        if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(DateProblem::Year);
        }
        self.date().is_none().then_some(DateProblem::NotReal)
    }

    fn date(&self) -> Option<Date> {
        Date::of(self.year.trim().parse().ok()?, month(self.month.trim())?, self.day.trim().parse().ok()?)
    }
}

/// Returns a month by its number, its name, or the first letters of its name.
fn month(text: &str) -> Option<u8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    const NAMES: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let start = text.get(..3)?.to_ascii_lowercase();
    let place = (0..12_u8).find(|place| {
        let at = usize::from(*place) * 3;
        NAMES.get(at..at + 3) == Some(start.as_str())
    });
    place.map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> DateParts {
        DateParts::of(None, text)
    }

    #[test]
    fn a_date_is_understood_as_people_type_it() {
        for (typed, expected) in [
            ("5/3/2027", "2027-03-05"),
            ("05/03/2027", "2027-03-05"),
            (" 5 / 3 / 2027 ", "2027-03-05"),
            ("5/March/2027", "2027-03-05"),
            ("5/mar/2027", "2027-03-05"),
            ("29/2/2028", "2028-02-29"),
        ] {
            assert_eq!(parts(typed).entry(), DateEntry::Date(Date::parse(expected)), "{typed}");
        }
        let short = parts("5/3/27");
        assert_eq!(short.entry(), DateEntry::Draft("5/3/27".into()), "it may become 2712");
        assert_eq!(short.with_whole_year().entry(), DateEntry::Date(Date::parse("2027-03-05")));
    }

    #[test]
    fn what_is_no_date_is_kept_as_it_was_typed_and_says_why() {
        let missing = |day, month, year| Some(DateProblem::Missing { day, month, year });
        for (typed, problem) in [
            ("5//", missing(false, true, true)),
            ("5/3/", missing(false, false, true)),
            ("//2027", missing(true, true, false)),
            ("5/3/202", Some(DateProblem::Year)),
            ("5/3/20271", Some(DateProblem::Year)),
            ("31/2/2027", Some(DateProblem::NotReal)),
            ("5/13/2027", Some(DateProblem::NotReal)),
            ("x/y/2027", Some(DateProblem::NotReal)),
        ] {
            let parts = parts(typed);
            assert_eq!(parts.problem(), problem, "{typed}");
            assert_eq!(parts.entry(), DateEntry::Draft(typed.into()));
            assert_eq!(DateParts::of(None, &parts.draft()), parts, "{typed}");
        }
        assert_eq!(parts("").entry(), DateEntry::Date(None));
        let slash = DateParts { day: "5/3".into(), ..DateParts::default() };
        assert_eq!(slash.draft(), "5 3//", "the parts stay apart");
    }

    #[test]
    fn a_stored_date_fills_the_boxes() {
        let date = Date::parse("2027-03-05");
        let boxes = DateParts::of(date, "");
        assert_eq!((boxes.day.as_str(), boxes.month.as_str(), boxes.year.as_str()), ("5", "3", "2027"));
        assert_eq!(boxes.entry(), DateEntry::Date(date));
    }
}
