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

/// Returns where the first word begins that starts with `wanted`, counted in characters. `wanted` must be folded
/// already. `None` if there is no such word.
pub fn begins(text: &str, wanted: &str) -> Option<usize> {
    let first = wanted.chars().next()?;
    // Every text of an assessment is looked through at once, so where bytes are enough, no letter is made of them: nothing but a
    // letter itself and its capital is folded to an ASCII letter.
    let found = match u8::try_from(first) {
        Ok(byte) if byte.is_ascii_alphanumeric() => {
            let mut bytes = text.bytes().enumerate();
            bytes
                .find(|(at, here)| here.to_ascii_lowercase() == byte && begins_at(text, *at, wanted))
                .map(|(at, _)| at)
        }
        _ => text.char_indices().map(|(at, _)| at).find(|at| begins_at(text, *at, wanted)),
    };
    Some(text.get(..found?)?.chars().count())
}

/// Returns whether a word begins at this byte that starts with `wanted`.
fn begins_at(text: &str, at: usize, wanted: &str) -> bool {
    let (Some(before), Some(here)) = (text.get(..at), text.get(at..)) else { return false };
    let mut letters = here.chars().map(fold_letter);
    !before.chars().next_back().is_some_and(in_word)
        && wanted.chars().all(|letter| letters.next() == Some(letter))
}

/// Folds a text for comparison, character by character.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_letter).collect()
}

/// Folds a character to lower case, and quotation marks to straight ones, as people type them. Each character becomes
/// one character, so that a position in the folded text is the same position in the text.
///
/// Folds Latin letters only, which is what names in Britain are written with. The first part of the page would grow by
/// 4.0 KB after brotli with the standard library's table for every script, and by 5.7 KB with `caseless`. Neither of
/// them handles the quotation marks.
fn fold_letter(letter: char) -> char {
    let after = |distance: u32| char::from_u32(u32::from(letter) + distance).unwrap_or(letter);
    let is_even = u32::from(letter).is_multiple_of(2);
    match letter {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '×' => letter,
        'À'..='Þ' => after(32),
        // Beyond Latin-1, a capital letter comes just before its small letter.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if is_even => after(1),
        'Ĺ'..='ň' | 'Ź'..='ž' if !is_even => after(1),
        'Ÿ' => 'ÿ',
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_its_beginning_in_any_case() {
        for (text, wanted, expected) in [
            ("The Élise file", "élise", Some(4)),
            ("It isn’t here", "isn't", Some(3)),
            ("Mrs Ŵyn of Tŷ Gwyn", "ŵyn", Some(4)),
            ("Łukasz, ŽANA, Ÿves", "žana", Some(8)),
            ("Łukasz, ŽANA, Ÿves", "ÿves", Some(14)),
            ("reapplicable applicable", "applic", Some(13)),
            ("not\u{2014}applicable", "applicable", Some(4)),
            ("ÀÉ x Ünot NOT", "not", Some(10)),
            ("no no nor not", "not", Some(10)),
            ("say “not", "\"not", Some(4)),
            ("3.2.1 at 13.2", "13", Some(9)),
            ("", "a", None),
            ("any", "", None),
        ] {
            assert_eq!(begins(text, wanted), expected, "{text}: {wanted}");
        }
    }
}
