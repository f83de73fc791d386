//! Text from a clipboard, without what only a clipboard puts there.

/// Letters that are seen by nobody and say nothing: soft hyphens, byte-order marks, zero-width spaces.
const UNSEEN: [char; 3] = ['\u{ad}', '\u{feff}', '\u{200b}'];

/// Returns a pasted text without what only a clipboard puts there. Words, accents and line breaks stay.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut begins_line = true;
    for letter in text.trim_matches(|letter| is_direction(letter) || UNSEEN.contains(&letter)).chars() {
        match letter {
            letter if UNSEEN.contains(&letter) => continue,
            // What Word and web pages end a line with.
            '\u{b}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            // A sign of a font that is not here. At the beginning of a line it was the bullet of a list.
            '\u{e000}'..='\u{f8ff}' if begins_line => clean.push('•'),
            '\u{e000}'..='\u{f8ff}' => continue,
            letter => clean.push(letter),
        }
        begins_line = clean.ends_with('\n') || (begins_line && letter.is_whitespace());
    }
    clean
}

/// Whether it only says in which direction a text runs.
fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_a_clipboard_puts_there_goes_and_nothing_else() {
        for (pasted, expected) in [
            ("the shred\u{ad}der", "the shredder"),
            ("\u{f0b7}\tPolicies\n  \u{f0b7} Paper \u{f0b7}", "•\tPolicies\n  • Paper "),
            ("One\u{b}two\u{2028}three\r\nfour\n\n", "One\ntwo\nthree\r\nfour\n\n"),
            ("\u{feff}\u{202a}VM1AB\u{202c}", "VM1AB"),
            ("\u{200e}VM1AB\u{200f}", "VM1AB"),
            (
                "Zażółć, Llŷr, e\u{301}, 👩\u{200d}⚕️, “a”\u{a0}b – c",
                "Zażółć, Llŷr, e\u{301}, 👩\u{200d}⚕️, “a”\u{a0}b – c",
            ),
            ("", ""),
        ] {
            assert_eq!(clean(pasted), expected, "{pasted:?}");
        }
    }
}
