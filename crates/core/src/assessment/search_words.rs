//! The words of a search, and where they are in a text.

use super::text::in_word;
use crate::folding::fold_letter;
use crate::sorting::sort_by;
use std::str::CharIndices;

/// Words that are looked for. The beginning of a word is enough. Case, accents, hyphens and apostrophes make no difference,
/// and neither do spaces inside a word: `wifi`, `wi fi` and `Wi-Fi` find each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchWords {
    /// Of each word, the letters that will do: those of the word alone, and together with the word before it.
    words: Vec<Vec<Vec<char>>>,
}

/// The letters of a text as it is looked through: folded, without white space, hyphens and apostrophes. Every text of an
/// assessment is looked through with each key that is pressed, so none is copied for it.
#[derive(Clone)]
struct TightLetters<'a> {
    rest: CharIndices<'a>,
    /// The second letter of a character that folds to two.
    second: Option<(usize, char)>,
    /// Whether the next letter goes on with a word.
    is_inside: bool,
    after_space: bool,
}

#[derive(Clone, Copy)]
struct TightLetter {
    letter: char,
    /// The byte offset of the character that it was folded from.
    from: usize,
    /// Whether a word begins with it.
    begins: bool,
    /// Whether there is white space before it.
    after_space: bool,
}

impl SearchWords {
    /// Reads what a person typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let letters = |word: &str| TightLetters::of(word).map(|one| one.letter).collect::<Vec<char>>();
        let alone: Vec<Vec<char>> =
            typed.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect();
        let will_do = |(place, word): (usize, &Vec<char>)| {
            let before = place.checked_sub(1).and_then(|before| alone.get(before));
            std::iter::once(word.clone())
                .chain(before.map(|before| [before.as_slice(), word].concat()))
                .collect()
        };
        Self { words: alone.iter().enumerate().map(will_do).collect() }
    }

    /// Returns, for each word, the first text that it is in and the byte offset at which it begins there. `None` if one of
    /// the words is in none of the texts.
    #[must_use]
    pub fn find_in(&self, texts: &[&str]) -> Option<Vec<(usize, usize)>> {
        let first = |form: &Vec<char>| {
            let mut found = texts.iter().enumerate();
            found.find_map(|(place, text)| Some((place, find(text, form).next()?.0)))
        };
        self.words.iter().map(|forms| forms.iter().find_map(first)).collect()
    }

    /// Splits a text into runs, each with whether it is one of the words that are looked for.
    #[must_use]
    pub fn mark(&self, text: &str) -> Vec<(String, bool)> {
        let forms = self.words.iter().flatten();
        let mut found: Vec<(usize, usize)> = forms.flat_map(|form| find(text, form)).collect();
        sort_by(&mut found, |one, other| one.cmp(other));
        // What overlaps is marked as one.
        found.dedup_by(|next, one| {
            let overlaps = next.0 < one.1;
            if overlaps {
                one.1 = one.1.max(next.1);
            }
            overlaps
        });
        let mut runs = Vec::new();
        let mut done = 0;
        let mut add = |from: usize, to: usize, is_found: bool| {
            let run = text.get(from..to).filter(|run| !run.is_empty());
            runs.extend(run.map(|run| (run.to_owned(), is_found)));
        };
        for (from, to) in found {
            add(done, from, false);
            add(from, to, true);
            done = to;
        }
        add(done, text.len(), false);
        runs
    }
}

impl<'a> TightLetters<'a> {
    fn of(text: &'a str) -> Self {
        Self { rest: text.char_indices(), second: None, is_inside: false, after_space: false }
    }
}

impl Iterator for TightLetters<'_> {
    type Item = TightLetter;

    fn next(&mut self) -> Option<TightLetter> {
        loop {
            let (from, letter) = match self.second.take() {
                Some(second) => second,
                None => {
                    let (from, letter) = self.rest.next()?;
                    let [Some(first), second] = fold_letter(letter) else { continue };
                    self.second = second.map(|second| (from, second));
                    (from, first)
                }
            };
            match letter {
                // An apostrophe, or a quotation mark where no word goes on.
                '\'' => {}
                '-' => self.is_inside = false,
                letter if letter.is_whitespace() => (self.is_inside, self.after_space) = (false, true),
                letter => {
                    let (begins, after_space) = (!self.is_inside, self.after_space);
                    (self.is_inside, self.after_space) = (in_word(letter), false);
                    return Some(TightLetter { letter, from, begins, after_space });
                }
            }
        }
    }
}

/// Returns the bytes of each word that begins with these letters.
fn find<'a>(text: &'a str, wanted: &'a [char]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut done = 0;
    std::iter::from_fn(move || {
        let (first, rest) = wanted.split_first()?;
        loop {
            let from = done + candidate(text.get(done..)?, *first)?;
            let here = text.get(from..)?;
            done = from + here.chars().next()?.len_utf8();
            let mut letters = TightLetters::of(here);
            // What is not seen is no beginning: the letter after it is.
            let begins = letters.next().filter(|letter| letter.from == 0 && letter.letter == *first);
            let Some(letter) = begins.filter(|_| begins_word(text, from)) else { continue };
            if let Some(end) = end_of_word(here, letter, letters, rest) {
                return Some((from, from + end));
            }
        }
    })
}

/// Returns where the next character is that may be this letter once it is folded. Byte by byte, because all texts of an
/// assessment are looked through with each key that is pressed.
fn candidate(text: &str, letter: char) -> Option<usize> {
    let ascii = u8::try_from(letter).ok().filter(u8::is_ascii);
    text.bytes().position(|byte| byte >= 0xc0 || ascii == Some(byte.to_ascii_lowercase()))
}

/// Returns whether a word begins at this place of the text.
fn begins_word(text: &str, at: usize) -> bool {
    for letter in text.get(..at).unwrap_or_default().chars().rev() {
        let [first, second] = fold_letter(letter);
        match second.or(first) {
            // What is not seen, and an apostrophe, go on with a word.
            None | Some('\'') => {}
            Some(letter) => return !in_word(letter),
        }
    }
    true
}

/// Returns where the word ends that goes on with the letters `wanted` after `first`. White space may be inside where a whole
/// word ends with the last one: without this, "int" would be found in "in the". `None` where the word is another one.
fn end_of_word(text: &str, first: TightLetter, mut letters: TightLetters, wanted: &[char]) -> Option<usize> {
    let (mut last, mut is_apart) = (first, false);
    for letter in wanted {
        last = letters.next().filter(|here| here.letter == *letter)?;
        is_apart |= last.after_space;
    }
    let mut is_whole = || letters.next().is_none_or(|next| next.begins || !in_word(next.letter));
    (!is_apart || is_whole()).then(|| end_of_letter(text, last.from))
}

/// Returns where a letter ends, with the accents after it.
fn end_of_letter(text: &str, from: usize) -> usize {
    let mut letters = text.get(from..).unwrap_or_default().chars();
    let first = letters.next().map_or(0, char::len_utf8);
    let accents = letters.take_while(|letter| ('\u{300}'..='\u{36f}').contains(letter)).map(char::len_utf8);
    from + first + accents.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(typed: &str, text: &str) -> String {
        let runs = SearchWords::of(typed).mark(text).into_iter();
        runs.map(|(run, is_found)| if is_found { format!("[{run}]") } else { run }).collect()
    }

    #[test]
    fn a_word_is_found_by_its_beginning_however_it_is_written() {
        for (typed, text, expected) in [
            ("wifi", "The Wi-Fi, the wifi, the wi fi", "The [Wi-Fi], the [wifi], the [wi fi]"),
            ("Wi‑Fi", "our wifi", "our [wifi]"),
            ("wi fi", "our wifi", "our [wifi]"),
            ("back up", "backups and back-ups", "[backup]s and [back-up]s"),
            ("backup", "Back up daily", "[Back up] daily"),
            ("dont", "Don’t, don't", "[Don’t], [don't]"),
            ("shredder", "a shred\u{ad}der", "a [shred\u{ad}der]"),
            ("ty", "Tŷ Gwyn, T\u{302}ŷ, Ty\u{302}", "[Tŷ] Gwyn, [T\u{302}ŷ], [Ty\u{302}]"),
            ("elise", "E\u{301}lise", "[E\u{301}lise]"),
            ("strasse", "Hauptstraße, Straße", "Hauptstraße, [Straße]"),
            ("applic", "reapplicable applicable", "reapplicable [applic]able"),
            ("13", "3.2.1 at 13.2", "3.2.1 at [13].2"),
            ("10.2.1", "10.2.1 and 1.2.1", "[10.2.1] and 1.2.1"),
            ("not", "say “not’ ‘not", "say “[not]’ ‘[not]"),
            ("fi", "Wi-Fi", "Wi-[Fi]"),
            // No word ends there.
            ("int", "in the", "in the"),
            ("s", "it’s", "it’s"),
            ("data protect", "Data protection", "[Data] [protect]ion"),
            ("", "any", "any"),
            ("-", "a-b", "a-b"),
            ("😀", "so 😀", "so [😀]"),
        ] {
            assert_eq!(marked(typed, text), expected, "{typed}: {text}");
        }
    }

    #[test]
    fn every_word_has_to_be_in_one_of_the_texts() {
        let texts = ["Mobile phones", "The Wi-Fi of the home"];
        let found = |typed: &str| SearchWords::of(typed).find_in(&texts);
        assert_eq!(found("wifi phone"), Some(vec![(1, 4), (0, 7)]));
        assert_eq!(found("wi fi"), Some(vec![(1, 4), (1, 7)]));
        assert_eq!(found(""), Some(vec![]));
        assert_eq!(found("wifi laptop"), None);
    }
}

#[cfg(test)]
mod properties {
    use super::*;
    use proptest::prelude::*;
    proptest! {
        #[test]
        fn the_runs_are_the_text(typed in "[a-e \\-’\u{301}]{0,6}", text in "[a-e \\-’\u{301}\u{ad}ß]{0,30}") {
            let runs = SearchWords::of(&typed).mark(&text);
            prop_assert_eq!(runs.into_iter().map(|(run, _)| run).collect::<String>(), text);
        }
    }
}
