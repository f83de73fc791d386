//! Interprets cells: kinds, levels, roles, dates and numbers, as people write them and as an edition spells them.

use super::CellKind;
use crate::calendar::Date;
use crate::catalogue::{AnswerKind, Level, Recency, Role};

/// Returns the entries of a list such as "manager, IT supplier and HR", with single spaces in them.
pub(crate) fn list(text: &str) -> Vec<String> {
    let text = text.replace(" and ", ",").replace(" or ", ",");
    text.split([',', ';', '/', '\n', '&', '+'])
        .map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|one| !one.is_empty())
        .collect()
}

/// Returns the text in lower case, with single spaces in place of everything that is neither a letter nor a digit.
fn plain(text: &str) -> String {
    let letter = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let spaced: String = text.to_lowercase().chars().map(letter).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn kind(text: &str) -> Option<AnswerKind> {
    Some(match plain(text).as_str() {
        "text" | "text box" | "free text" | "words" | "written" | "written answer" | "in words" => {
            AnswerKind::Text
        }
        "tick" | "tick box" | "tickbox" | "checkbox" | "check box" | "yes no" | "yes or no" | "confirm"
        | "tick and comments" | "tick with comments" | "boolean" => AnswerKind::Tick,
        "document" | "documents" | "upload" | "file" | "document upload" | "upload document" | "link"
        | "document location" => AnswerKind::Document,
        _ => return None,
    })
}

/// Derives the kind of answer from the wording, for items whose kind is not stated.
pub(crate) fn kind_by_wording(question: &str, tooltip: &str) -> AnswerKind {
    const ASKS_YES_OR_NO: [&str; 12] =
        ["does", "do", "is", "are", "has", "have", "did", "was", "were", "can", "will", "confirm"];
    let (question, tooltip) = (plain(question), plain(tooltip));
    let first = question.split(' ').next().unwrap_or_default();
    if tooltip.contains("document location") || tooltip.contains("upload") {
        AnswerKind::Document
    } else if tooltip.contains("text box") {
        AnswerKind::Text
    } else if tooltip.contains("comments box") || ASKS_YES_OR_NO.contains(&first) {
        AnswerKind::Tick
    } else {
        AnswerKind::Text
    }
}

/// Returns the levels that a text names; `None` for a word that names none.
pub(crate) fn levels(word: &str) -> Option<&'static [Level]> {
    Some(match plain(word).as_str() {
        "approaching" | "approaching standards" => &[Level::Approaching],
        "met" | "standards met" | "standard met" => &[Level::Met],
        "both" | "all" | "both levels" => &[Level::Approaching, Level::Met],
        "none" | "neither" | "optional" => &[],
        _ => return None,
    })
}

pub(crate) fn role(word: &str) -> Option<Role> {
    Some(match plain(word).as_str() {
        "manager" | "registered manager" | "the manager" | "home manager" => Role::Manager,
        "hr" | "human resources" | "personnel" | "staff office" => Role::Hr,
        "it supplier" | "it" | "supplier" | "it support" | "the it supplier" | "it company" => {
            Role::ItSupplier
        }
        "senior management" | "senior manager" | "owner" | "owners" | "director" | "directors" | "board"
        | "the board" | "the owner" => Role::SeniorManagement,
        _ => return None,
    })
}

pub(crate) fn yes_no(text: &str) -> Option<bool> {
    match text.trim() {
        "✓" | "✔" | "☑" => return Some(true),
        "-" | "–" | "✗" | "☐" => return Some(false),
        _ => {}
    }
    Some(match plain(text).as_str() {
        "yes" | "y" | "true" | "x" | "1" => true,
        "no" | "n" | "false" | "0" => false,
        _ => return None,
    })
}

/// Reads minutes from 1 to 255, with or without a unit; hours are converted.
pub(crate) fn minutes(text: &str) -> Option<u8> {
    let text = text.trim().to_lowercase();
    let number = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.').trim();
    let unit = text.strip_prefix(number)?.trim().trim_end_matches('.');
    let number = number.strip_suffix(".0").unwrap_or(number);
    let number = number.parse::<u8>().ok()?;
    let minutes = match unit {
        "" | "min" | "mins" | "minute" | "minutes" | "m" => number,
        "h" | "hour" | "hours" | "hr" | "hrs" => number.checked_mul(60)?,
        _ => return None,
    };
    (minutes > 0).then_some(minutes)
}

/// Reads a share from 1 to 100 percent. A spreadsheet stores 95% as the number 0.95.
pub(crate) fn share(text: &str, kind: CellKind) -> Option<u8> {
    let text = text.trim();
    let number =
        text.trim_end_matches("percent").trim_end_matches("per cent").trim_end_matches('%').trim_end();
    let is_fraction = kind == CellKind::Number && number.len() == text.len();
    let percent = match number.strip_prefix("0.") {
        Some(digits) if is_fraction && digits.len() <= 2 => format!("{digits:0<2}").parse::<u8>().ok()?,
        _ => number.strip_suffix(".0").unwrap_or(number).parse::<u8>().ok()?,
    };
    (1..=100).contains(&percent).then_some(percent)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
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

    #[test]
    fn words_are_read_as_well_as_names() {
        assert_eq!(list("manager, IT supplier and HR/owner"), ["manager", "IT supplier", "HR", "owner"]);
        for name in ["manager", "hr", "it_supplier", "senior_management"] {
            assert_eq!(role(name), Role::parse(name), "{name}");
        }
        assert_eq!((role("IT supplier"), role("the cook")), (Some(Role::ItSupplier), None));
        assert_eq!(levels("Standards Met"), Some([Level::Met].as_slice()));
        assert_eq!(levels("gold"), None);
        assert_eq!(
            (kind("Tick box"), kind("document"), kind("song")),
            (Some(AnswerKind::Tick), Some(AnswerKind::Document), None)
        );
        assert_eq!((yes_no("Yes"), yes_no("-"), yes_no("maybe")), (Some(true), Some(false), None));
    }

    #[test]
    fn numbers_are_read_with_their_units_and_not_beyond_what_fits() {
        for (text, expected) in [
            ("15", Some(15)),
            ("15 min.", Some(15)),
            ("2 hours", Some(120)),
            ("5 hours", None),
            ("0", None),
            ("quick", None),
            ("15.0", Some(15)),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
        for (text, kind, expected) in [
            ("95%", CellKind::Text, Some(95)),
            ("95 per cent", CellKind::Text, Some(95)),
            ("0.95", CellKind::Number, Some(95)),
            ("0.9", CellKind::Number, Some(90)),
            ("0.95", CellKind::Text, None),
            ("101", CellKind::Number, None),
            ("0", CellKind::Number, None),
            ("most", CellKind::Text, None),
        ] {
            assert_eq!(share(text, kind), expected, "{text}");
        }
    }

    #[test]
    fn the_kind_is_taken_from_the_wording_where_nobody_says_it() {
        assert_eq!(kind_by_wording("Does it?", ""), AnswerKind::Tick);
        assert_eq!(kind_by_wording("Does it?", "Write it in the text box."), AnswerKind::Text);
        assert_eq!(kind_by_wording("Is there one?", "Please upload it."), AnswerKind::Document);
        assert_eq!(kind_by_wording("How is it kept?", ""), AnswerKind::Text);
    }
}
