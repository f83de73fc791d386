//! Dates that are written in a text, in the notations that people in Britain use.

use super::Date;
use super::text::words;

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateInText {
    pub day: Date,
    /// The byte offset in the text at which the date begins.
    pub at: usize,
    /// Whether the text names the day itself. Otherwise it names only a month, and `day` is the last day of that month.
    pub exact: bool,
}

/// How many words before a number may belong to its date, with room for marks that stand alone.
const BEFORE: usize = 5;

/// Returns every date in the text, in order: `3/6/2021`, `03.06.21`, `2021-06-03`, `3rd June 2021`, `June 2021`.
///
/// Only what is around a digit is looked at: every date ends with a number, and a status is worked out of all texts with each
/// key that is pressed.
#[must_use]
pub fn dates(text: &str) -> Vec<DateInText> {
    let mut found = Vec::new();
    // Where the last date ended, and how far the text has been looked through.
    let (mut done, mut at) = (0, 0);
    while let Some(digit) = text.bytes().skip(at).position(|byte| byte.is_ascii_digit()) {
        let digit = at + digit;
        let rest = text.bytes().skip(digit);
        let end =
            rest.clone().position(|byte| byte.is_ascii_whitespace()).map_or(text.len(), |end| digit + end);
        at = end;
        let from = start_of_words(text, digit, done);
        let here = dates_in(text.get(from..end).unwrap_or_default());
        if !here.is_empty() {
            done = end;
            found.extend(here.into_iter().map(|one| DateInText { at: from + one.at, ..one }));
        }
    }
    found
}

/// Returns where the words begin that may belong to a number at this place, not before `least`.
fn start_of_words(text: &str, number: usize, least: usize) -> usize {
    let bytes = text.as_bytes();
    let mut words = 0;
    for at in (least..number).rev() {
        let is_space = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_whitespace);
        if is_space(at) && !is_space(at + 1) {
            words += 1;
            if words > BEFORE {
                return at + 1;
            }
        }
    }
    least
}

/// Returns every date in a text, all words of which are looked at.
fn dates_in(text: &str) -> Vec<DateInText> {
    let words = words(text);
    let mut found = Vec::new();
    let mut rest = words.as_slice();
    while let Some(((at, word), after)) = rest.split_first() {
        let next = |n: usize| after.get(n).map(|(_, word)| *word).unwrap_or_default();
        let (day, exact, taken) = if let Some(day) = in_digits(word) {
            (Some(day), true, 0)
        } else if let (Some(number), Some(month), Some(year)) = (ordinal(word), month(next(0)), year(next(1)))
        {
            (Date::of(year, month, number), true, 2)
        } else if let (Some(month), Some(number), Some(year)) = (month(word), ordinal(next(0)), year(next(1)))
        {
            (Date::of(year, month, number), true, 2)
        } else if let (Some(month), Some(year)) = (month(word), year(next(0))) {
            (Date::end_of_month(year, month), false, 1)
        } else {
            (None, false, 0)
        };
        found.extend(day.map(|day| DateInText { day, at: *at, exact }));
        rest = if day.is_some() { after.get(taken..).unwrap_or_default() } else { after };
    }
    found
}

/// Parses `3/6/2021`, `3.6.21`, `3-6-2021` or `2021-06-03`.
fn in_digits(word: &str) -> Option<Date> {
    let mark = ['/', '.', '-'].into_iter().find(|mark| word.contains(*mark))?;
    let numbers: Vec<&str> = word.split(mark).collect();
    let &[first, second, third] = numbers.as_slice() else { return None };
    if !numbers.iter().all(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => Date::of(year(first)?, small(second)?, small(third)?),
        (1..=2, 1..=2, 4) => Date::of(year(third)?, small(second)?, small(first)?),
        // With dots, a year of two digits needs a day and a month of two digits: `1.3.12` is the number of an item, or
        // of a version.
        (1..=2, 1..=2, 2) if mark != '.' || (first.len() == 2 && second.len() == 2) => {
            Date::of(2000 + i32::from(small(third)?), small(second)?, small(first)?)
        }
        _ => None,
    }
}

/// Parses a day of the month: `3`, `3rd`, `21st`.
fn ordinal(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let fits =
        ending.is_empty() || ["st", "nd", "rd", "th"].iter().any(|one| ending.eq_ignore_ascii_case(one));
    small(digits).filter(|day| fits && (1..=31).contains(day))
}

fn month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is = |name: &str| word.eq_ignore_ascii_case(name);
    let place = NAMES.iter().position(|name| is(name) || name.get(..3).is_some_and(is));
    let place = place.or_else(|| is("sept").then_some(8))?;
    u8::try_from(place + 1).ok()
}

/// Parses a number up to 255.
fn small(digits: &str) -> Option<u8> {
    digits.parse().ok()
}

fn year(word: &str) -> Option<i32> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (century, year) = word.split_at_checked(2)?;
    let year = i32::from(small(century)?) * 100 + i32::from(small(year)?);
    Some(year).filter(|year| digits && (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_in_the_ways_people_write_them() {
        for (text, expected) in [
            ("Reviewed 3/6/2021.", "2021-06-03"),
            ("(03.06.21)", "2021-06-03"),
            ("on 2021-06-03,", "2021-06-03"),
            ("the 3rd June 2021", "2021-06-03"),
            ("3 Jun 2021 and 21st Sept 2021", "2021-06-03 2021-09-21"),
            ("June 3, 2021", "2021-06-03"),
            ("approved in September 2021", "2021-09-30*"),
            ("every June; tested May 2022", "2022-05-31*"),
            ("31/02/2021, 12.30, version 1.2.3, see 1.3.12 and 10.1.12, 01234 567890, item 3.2.1", ""),
            ("may 12 people come", ""),
            ("", ""),
            ("é 1st July 2021 😀", "2021-07-01"),
        ] {
            let found: Vec<String> = dates(text)
                .iter()
                .map(|written| format!("{}{}", written.day, if written.exact { "" } else { "*" }))
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
        assert_eq!(dates("é 1st July 2021").first().map(|written| written.at), Some(3));
    }

    #[test]
    fn a_date_far_into_a_long_text_is_found_where_it_is() {
        let long = "Lorem ipsum ".repeat(500);
        let text =
            format!("{long}on the 3rd June 2021, {long}again in May 2022 and 1 2 3 4 5 6 7 8 9 4/7/22.");
        let found = dates(&text);
        assert_eq!(found, dates_in(&text));
        assert_eq!(found.len(), 3);
    }
}

#[cfg(test)]
mod properties {
    use super::*;
    use proptest::prelude::*;
    proptest! {
        #[test]
        fn looking_around_digits_finds_what_looking_at_every_word_finds(
            words in proptest::collection::vec(
                prop_oneof![
                    Just("3"), Just("3rd"), Just("June"), Just("may"), Just("2021"), Just("2022,"), Just("(4/7/22)"),
                    Just("2021-06-03."), Just("the"), Just("and"), Just("1.3.12"), Just("é😀"), Just("12")
                ],
                0..40,
            ),
            between in prop_oneof![Just(" "), Just("\n"), Just("  "), Just("\u{a0}")],
        ) {
            let text = words.join(between);
            prop_assert_eq!(dates(&text), dates_in(&text));
        }
    }
}
