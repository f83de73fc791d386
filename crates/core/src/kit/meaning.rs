//! Interprets cells: kinds, levels, roles and numbers, as people write them and as an edition spells them.

use super::CellKind;
use crate::catalogue::{AnswerKind, Level, Role};

/// Returns the entries of a list such as "manager, IT supplier and HR", with single spaces in them.
pub(crate) fn list(text: &str) -> Vec<String> {
    let text = text.replace(" and ", ",").replace(" or ", ",");
    text.split([',', ';', '/', '\n', '&', '+'])
        .map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|one| !one.is_empty())
        .collect()
}

/// Returns the text in lower case, with single spaces in place of everything that is neither a letter nor a digit.
pub(crate) fn plain(text: &str) -> String {
    let letter = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let spaced: String = text.to_lowercase().chars().map(letter).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn kind(text: &str) -> Option<AnswerKind> {
    let text = plain(text);
    let has = |words: &[&str]| text.split(' ').any(|word| words.contains(&word));
    // A longer text is no name of a kind.
    if text.split(' ').count() > 8 {
        None
    } else if has(&["document", "documents", "upload", "file", "files", "link", "attachment"]) {
        Some(AnswerKind::Document)
    } else if has(&["tick", "tickbox", "checkbox", "check", "yes", "confirm", "confirmation", "boolean"])
        || matches!(text.as_str(), "y n" | "true false")
    {
        Some(AnswerKind::Tick)
    } else if has(&["text", "words", "written", "comment", "comments", "date", "number", "percentage"]) {
        Some(AnswerKind::Text)
    } else {
        None
    }
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

/// Returns the levels that a text names; `None` for a text that names none.
pub(crate) fn levels(text: &str) -> Option<&'static [Level]> {
    let text = plain(text);
    let has = |words: &[&str]| text.split(' ').any(|word| words.contains(&word));
    let is_short = text.split(' ').all(|word| ["as", "sm", "only"].contains(&word));
    Some(match text.as_str() {
        "both" | "all" | "both levels" => &[Level::Approaching, Level::Met],
        "none" | "neither" | "optional" => &[],
        // "Approaching: not mandatory"
        _ if has(&["not", "non", "no", "optional"]) => &[],
        _ => match (has(&["approaching"]) || is_short && has(&["as"]), has(&["met", "sm"])) {
            (true, true) => &[Level::Approaching, Level::Met],
            (true, false) => &[Level::Approaching],
            (false, true) => &[Level::Met],
            (false, false) => return None,
        },
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!((kind("Yes/No"), kind("Date")), (Some(AnswerKind::Tick), Some(AnswerKind::Text)));
        assert_eq!(kind("Document upload, link or text"), Some(AnswerKind::Document));
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
