//! Text handling that several formats share.

/// Returns the text in a form that XML and calendars can hold. Line breaks become `\n` and tabs are kept. Control
/// characters, which neither can hold, become replacement characters.
pub(crate) fn clean(text: &str) -> String {
    let held = |letter| match letter {
        '\n' | '\t' => letter,
        '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(held).collect()
}

/// Returns the length of a text as Excel counts it: in UTF-16 code units.
pub(crate) fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Splits a text into pieces of at most `longest` units of [`length`]. No character is split.
pub(crate) fn pieces(text: &str, longest: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut filled = 0;
    for letter in text.chars() {
        if filled + letter.len_utf16() > longest {
            pieces.push(String::new());
            filled = 0;
        }
        filled += letter.len_utf16();
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces
}

/// Returns whether a text is read from right to left: whether its first letter is Hebrew, Arabic or of a neighbouring
/// script.
pub(crate) fn from_the_right(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(
        |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    )
}

/// Returns a label in the form in which it stands before its text: with a colon, unless it ends with punctuation.
pub(crate) fn label(label: &str) -> String {
    let closed = label.ends_with([':', '.', '?', '!', '…']);
    format!("{label}{} ", if closed { "" } else { ":" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_loses_what_no_file_can_hold() {
        assert_eq!(clean("a\r\nb\rc\n\td\0\u{b}\u{ffff}"), "a\nb\nc\n\td\u{fffd}\u{fffd}\u{fffd}");
    }

    #[test]
    fn no_letter_is_cut_apart() {
        assert_eq!(pieces("a😀b😀", 3), ["a😀", "b😀"]);
        assert_eq!(pieces("", 3), [""]);
        assert_eq!(length("a😀"), 3);
    }

    #[test]
    fn hebrew_and_arabic_are_read_from_the_right() {
        assert!(from_the_right("12 שלום"));
        assert!(from_the_right("مرحبا"));
        assert!(!from_the_right("Ŵyn שלום"));
        assert!(!from_the_right("12"));
    }
}
