//! Looking into a text that a person typed: its words, and where something begins in it.

/// Returns whether a character is part of a word. Beyond ASCII, everything from `À` on except the general punctuation
/// counts: exact tables would take kilobytes.
pub fn in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || (letter >= 'À' && !('\u{2000}'..='\u{206f}').contains(&letter))
}

/// Returns whether the text holds an ASCII digit.
pub fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Returns the words of a text without the punctuation around them, each with its byte offset.
pub fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(|letter: char| letter.is_whitespace() || letter == ',' || letter == ':')
    {
        let word = piece.trim_start_matches(|letter: char| !in_word(letter));
        let start = at + piece.len() - word.len();
        let word = word.trim_end_matches(|letter: char| !in_word(letter));
        if !word.is_empty() {
            words.push((start, word));
        }
        at += piece.len();
    }
    words
}

/// Returns where the first word begins that starts with `wanted`, in bytes. `wanted` is in small ASCII letters; capitals in
/// the text make no difference. `None` if there is no such word.
pub fn begins(text: &str, wanted: &str) -> Option<usize> {
    let starts = |at: &usize| {
        let (Some(before), Some(here)) = (text.get(..*at), text.as_bytes().get(*at..)) else { return false };
        !before.chars().next_back().is_some_and(in_word)
            && here.get(..wanted.len()).is_some_and(|here| here.eq_ignore_ascii_case(wanted.as_bytes()))
    };
    (0..text.len()).find(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_beginning_in_any_case() {
        for (text, wanted, expected) in [
            ("It is Not Applicable", "not applicable", Some(6)),
            ("reapplicable applicable", "applic", Some(13)),
            ("not\u{2014}applicable", "applicable", Some(6)),
            ("ÀÉ x Ünot NOT", "not", Some(13)),
            ("no no nor not", "not", Some(10)),
            ("no", "not", None),
            ("", "a", None),
        ] {
            assert_eq!(begins(text, wanted), expected, "{text}: {wanted}");
        }
    }
}
