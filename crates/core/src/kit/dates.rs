//! Reads dates, and how recent something has to be, as people and spreadsheets write them; and the numbers of items that a
//! spreadsheet took for dates.

use super::meaning::plain;
use crate::calendar::Date;
use crate::catalogue::Recency;
use std::cmp::Ordering;

/// Reads "since 2022-07-01", "by 30 September 2022" or "within 12 months". A date alone means since that date.
pub(crate) fn recency(text: &str) -> Option<Recency> {
    let text = text.trim().to_lowercase();
    let after = |words: &[&str]| words.iter().find_map(|word| date(text.strip_prefix(word)?));
    if let Some(day) = after(&["since ", "on or after ", "from ", "after ", ""]) {
        return Some(Recency::Since(day));
    }
    if let Some(day) = after(&["by ", "on or before ", "no later than ", "not later than ", "until "]) {
        return Some(Recency::By(day));
    }
    let words = plain(&text);
    let mut number = None;
    for word in words.split(' ') {
        match word {
            "month" | "months" => return Some(Recency::WithinMonths(number.unwrap_or(1))),
            "year" | "years" => return Some(Recency::WithinMonths(number.unwrap_or(1).checked_mul(12)?)),
            "annually" | "annual" | "yearly" => return Some(Recency::WithinMonths(12)),
            "within" | "the" | "in" | "last" | "past" | "at" | "most" | "a" | "every" | "one" => {}
            _ => number = Some(counted(word).filter(|count| *count > 0)?),
        }
    }
    None
}

fn counted(word: &str) -> Option<u8> {
    Some(match word {
        "two" => 2,
        "three" => 3,
        "six" => 6,
        "twelve" => 12,
        _ => return word.parse().ok(),
    })
}

/// Reads a date as people and spreadsheets write it. Days stand before months, as in Britain.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Some(day) = text.get(..10).and_then(Date::parse) {
        return text
            .get(10..)
            .is_some_and(|time| time.is_empty() || time.starts_with(['T', 't', ' ']))
            .then_some(day);
    }
    let words: Vec<&str> = text.split([' ', '/', '.', '-', ',']).filter(|word| !word.is_empty()).collect();
    let [first, second, year] = words.as_slice() else { return None };
    let year = if year.len() == 4 { year.parse::<i32>().ok()? } else { return None };
    let day = |word: &str| word.trim_end_matches(char::is_alphabetic).parse::<u8>().ok();
    let month_number = |word: &str| month(word).or_else(|| word.parse().ok());
    match month(first) {
        Some(month) => Date::of(year, month, day(second)?),
        None => Date::of(year, month_number(second)?, day(first)?),
    }
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    (1..=12).find(|month| {
        let name = Date::month_name(*month).to_lowercase();
        word.len() >= 3 && (name.starts_with(&word) || word == "sept" && *month == 9)
    })
}

/// Returns whether a text looks like what a spreadsheet makes of a number such as 1.2.3 when it takes it for a date.
pub(crate) fn is_date_like(text: &str) -> bool {
    let text = text.trim();
    let words: Vec<&str> = text.split(['-', '/', ' ']).collect();
    let digits = |word: &&&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    // "Mar" is a month; "MAR" may be the name of a form.
    let is_month = |word: &&&str| word.chars().skip(1).all(char::is_lowercase) && month(word).is_some();
    let months = words.iter().filter(is_month).count();
    let numbers = words.iter().filter(digits).count();
    let has_month = months == 1 && numbers + 1 == words.len() && (2..=3).contains(&words.len());
    let has_slashes = text.matches('/').count() == 2 && numbers == 3;
    date(text).is_some_and(|_| text.get(..10).and_then(Date::parse).is_some()) || has_month || has_slashes
}

/// Returns the number of an item, such as 1.3.12, that a spreadsheet has turned into a date. The numbers above and below
/// decide whether the day or the month came first; `None` where neither reading fits between them, or both do.
pub(crate) fn number_of_date(text: &str, above: Option<&str>, below: Option<&str>) -> Option<String> {
    let day = date(text).or_else(|| date(text.split(' ').next()?))?;
    let spelled = day.to_string();
    let parts: Vec<u32> = spelled.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let year = year % 100;
    let mut readings = vec![format!("{day}.{month}.{year}"), format!("{month}.{day}.{year}")];
    readings.dedup();
    readings.retain(|number| {
        let is_after = above.is_none_or(|above| compare(above, number) == Some(Ordering::Less));
        let is_before = below.is_none_or(|below| compare(number, below) == Some(Ordering::Less));
        is_after && is_before
    });
    let is_known = readings.len() == 1 && (above.is_some() || below.is_some());
    if is_known { readings.pop() } else { None }
}

/// Compares two numbers such as 1.3.2 and 1.3.12, level by level. `None` where one of them is no such number.
fn compare(one: &str, other: &str) -> Option<Ordering> {
    let levels =
        |text: &str| text.split('.').map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<_>>>();
    Some(levels(one)?.cmp(&levels(other)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn a_number_that_became_a_date_is_read_again_where_the_rows_around_it_tell() {
        let found = |text, above, below| number_of_date(text, Some(above), Some(below));
        assert_eq!(found("2012-03-01", "1.3.8", "1.3.13").as_deref(), Some("1.3.12"));
        assert_eq!(found("2012-01-03", "1.3.8", "1.3.13").as_deref(), Some("1.3.12"), "the month came first");
        assert_eq!(found("2005-01-01 00:00:00", "1.1.3", "1.2.4").as_deref(), Some("1.1.5"));
        assert_eq!(found("10/01/2002", "9.5.2", "10.2.1").as_deref(), Some("10.1.2"));
        assert_eq!(found("01/02/2003", "9.1", "9.1.16"), None, "it fits nowhere");
        assert_eq!(found("2003-02-01", "1.1.1", "3.1.1"), None, "1.2.3 and 2.1.3 both fit");
        assert_eq!(number_of_date("2012-03-01", Some("1.3.8"), None), None, "3.1.12 may be the last");
        assert_eq!(number_of_date("2001-02-10", Some("10.1.2"), None).as_deref(), Some("10.2.1"));
        assert_eq!(found("soon", "1.3.8", "1.3.13"), None);
    }

    #[test]
    fn what_has_to_be_recent_is_read_as_people_write_it() {
        for (text, expected) in [
            ("since 2022-07-01", Some(Recency::Since(day("2022-07-01")))),
            ("Since 1st July 2022", Some(Recency::Since(day("2022-07-01")))),
            ("2022-07-01T00:00:00", Some(Recency::Since(day("2022-07-01")))),
            ("01/07/2022", Some(Recency::Since(day("2022-07-01")))),
            ("July 1, 2022", Some(Recency::Since(day("2022-07-01")))),
            ("by 30 September 2022", Some(Recency::By(day("2022-09-30")))),
            ("by 30 Sept 2022", Some(Recency::By(day("2022-09-30")))),
            ("within 12 months", Some(Recency::WithinMonths(12))),
            ("in the last twelve months", Some(Recency::WithinMonths(12))),
            ("within a year", Some(Recency::WithinMonths(12))),
            ("Annually", Some(Recency::WithinMonths(12))),
            ("within 300 months", None),
            ("within 40 years", None),
            ("0 months", None),
            ("since 31 June 2022", None),
            ("recently", None),
            ("", None),
        ] {
            assert_eq!(recency(text), expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_became_a_date_is_known() {
        for text in
            ["2003-02-01", "01/02/2003", "1/2/03", "01-Feb-2003", "01-Feb", "Feb-03", "2003-02-01 00:00:00"]
        {
            assert!(is_date_like(text), "{text}");
        }
        for text in ["1.2.3", "1-2-3", "1.10", "12", "A-1", "MAR-1", "1/2", "Q1", ""] {
            assert!(!is_date_like(text), "{text}");
        }
    }
}
