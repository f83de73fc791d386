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
    let (first, rest) = {
        let mut letters = wanted.chars();
        (letters.next()?, letters.as_str())
    };
    let mut inside = false;
    let mut letters = text.chars();
    let mut at = 0;
    while let Some(letter) = letters.next() {
        let fits = |rest: &str| rest.chars().eq(letters.clone().take(rest.chars().count()).map(fold_letter));
        if !inside && fold_letter(letter) == first && fits(rest) {
            return Some(at);
        }
        inside = in_word(letter);
        at += 1;
    }
    None
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
            ("", "a", None),
            ("any", "", None),
        ] {
            assert_eq!(begins(text, wanted), expected, "{text}: {wanted}");
        }
    }
}
