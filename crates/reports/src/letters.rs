//! What becomes of letters that a file cannot hold.

/// A text as XML and calendars can hold it: line breaks are `\n`, tabs stay, and a control character, which neither can
/// hold, is shown as one that is missing.
pub(crate) fn clean(text: &str) -> String {
    let held = |letter| match letter {
        '\n' | '\t' => letter,
        '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(held).collect()
}

/// How long Excel says that a text is: it counts in halves of UTF-16.
pub(crate) fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// A text in pieces that are not longer than that, in the units of [`length`]; no letter is cut apart.
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

/// Whether a text is read from the right: its first letter is of Hebrew, Arabic or a script beside them.
pub(crate) fn from_the_right(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(
        |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    )
}

/// A label as it stands before its text.
pub(crate) fn label(label: &str) -> String {
    let closed = label.ends_with([':', '.', '?', '!', '…']);
    format!("{label}{} ", if closed { "" } else { ":" })
}

/// The words of a link on paper: with the address behind them where they do not have it in them.
pub(crate) fn link_words(words: &str, address: &str) -> String {
    match (words.trim(), address.trim()) {
        ("", address) => address.into(),
        (known, address) if known.contains(address) => words.into(),
        (_, address) => format!("{words} ({address})"),
    }
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
    fn an_address_is_always_visible() {
        assert_eq!(link_words("the guide", "https://a.uk/"), "the guide (https://a.uk/)");
        assert_eq!(link_words("see https://a.uk/", "https://a.uk/"), "see https://a.uk/");
        assert_eq!(link_words("", "https://a.uk/"), "https://a.uk/");
    }

    #[test]
    fn hebrew_and_arabic_are_read_from_the_right() {
        assert!(from_the_right("12 שלום"));
        assert!(from_the_right("مرحبا"));
        assert!(!from_the_right("Ŵyn שלום"));
        assert!(!from_the_right("12"));
    }
}
