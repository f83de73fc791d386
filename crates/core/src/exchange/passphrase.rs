//! Passphrases: how they are normalised, and how strong they are.

/// A passphrase with fewer characters is always called short: it can be guessed, whatever it contains.
const LEAST_LETTERS: usize = 12;
/// The fewest points of a fair passphrase. Below this it is called short.
const FAIR: usize = 40;
/// The fewest points of a good passphrase.
const GOOD: usize = 60;
/// The most points for each [`WORD_LETTERS`] characters of a run. Such a run is a word, and words are guessed as a
/// whole.
const WORD: usize = 24;
/// The length of a word, in characters.
const WORD_LETTERS: usize = 8;

/// Sequences on a keyboard and in the alphabet. Typing along one of them is not a choice and earns no points.
const ROWS: &[u8] = b"abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm 01234567890";

/// The fewest letters of a word that counts as known. Shorter ones are in many words.
const KNOWN_LETTERS: usize = 3;

/// The strength of a passphrase. It is only a hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It could be guessed.
    Short,
    /// Better than most.
    Fair,
    /// As good as three or four random words.
    Good,
}

/// Returns a passphrase as it is used: without the space that a tablet's keyboard adds after a word, and with one space
/// between words.
#[must_use]
pub fn tidy_passphrase(passphrase: &str) -> String {
    let mut tidy = String::with_capacity(passphrase.len());
    for word in passphrase.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

impl Strength {
    /// Rates a passphrase by its length and by how much of it is different.
    #[must_use]
    pub fn of(passphrase: &str) -> Self {
        let passphrase = tidy_passphrase(passphrase);
        let worth: usize = runs(&passphrase).iter().map(|run| worth(run)).sum();
        if passphrase.chars().count() < LEAST_LETTERS || worth < FAIR {
            Self::Short
        } else if worth < GOOD {
            Self::Fair
        } else {
            Self::Good
        }
    }

    /// Rates a passphrase that is meant for whoever knows these texts, such as the name of the home: their words are worth
    /// nothing.
    #[must_use]
    pub fn for_those_who_know(known: &[&str], passphrase: &str) -> Self {
        let left = without_known(passphrase, known);
        if left == passphrase.to_lowercase() { Self::of(passphrase) } else { Self::of(&left) }
    }
}

/// Returns what is left of a passphrase, in lower case, once every word of these texts is taken out of it; also where they are
/// written together.
fn without_known(passphrase: &str, known: &[&str]) -> String {
    let mut known: Vec<String> = known.iter().flat_map(|text| words_of(&text.to_lowercase())).collect();
    // A longer one may contain a shorter one.
    known.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    known.iter().fold(passphrase.to_lowercase(), |left, word| left.replace(word, " "))
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() >= KNOWN_LETTERS).map(str::to_owned).collect()
}

/// Returns the points for one character of this kind. Beyond ASCII, everything counts as a letter.
fn kind(byte: u8) -> usize {
    match byte {
        b'0'..=b'9' => 3,
        _ if byte.is_ascii_punctuation() => 4,
        _ => 5,
    }
}

/// Returns the distinct runs of letters, of digits and of punctuation, in lower case. A capital letter also begins a
/// run.
fn runs(passphrase: &str) -> Vec<Vec<u8>> {
    let mut runs: Vec<Vec<u8>> = Vec::new();
    let mut before = b' ';
    for byte in passphrase.bytes() {
        let goes_on = before != b' '
            && kind(before) == kind(byte)
            && (before.is_ascii_uppercase() || !byte.is_ascii_uppercase());
        before = byte;
        let small = byte.to_ascii_lowercase();
        if byte == b' ' {
            continue;
        }
        if goes_on && let Some(run) = runs.last_mut() {
            run.push(small);
        } else {
            runs.push(vec![small]);
        }
    }
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Returns the points of a run: those of its distinct characters, up to the limit for words.
fn worth(run: &[u8]) -> usize {
    let mut seen = Vec::new();
    let (mut first, mut second) = (b' ', b' ');
    for &byte in run {
        let in_a_row = ROWS.windows(3).any(|row| row == [first, second, byte]);
        (first, second) = (second, byte);
        if !in_a_row && !seen.contains(&byte) {
            seen.push(byte);
        }
    }
    let each = run.first().map_or(0, |byte| kind(*byte));
    (seen.len() * each).min(WORD * run.len().div_ceil(WORD_LETTERS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_keyboard_adds_does_not_count() {
        for text in ["purple lantern", " purple lantern ", "purple  lantern\n", "\tpurple\u{a0}lantern"] {
            assert_eq!(tidy_passphrase(text), "purple lantern", "{text:?}");
        }
        assert_eq!(tidy_passphrase(" \n"), "");
        assert_ne!(tidy_passphrase("Purple lantern"), tidy_passphrase("purple lantern"));
    }

    #[test]
    fn three_or_four_random_words_are_good_and_what_everybody_takes_is_short() {
        for (passphrase, expected) in [
            ("", Strength::Short),
            ("Password1!", Strength::Short),
            ("Password2024!", Strength::Short),
            ("123456789012", Strength::Short),
            ("qwertyuiopasdfghjkl", Strength::Short),
            ("abcdefghijklmnop", Strength::Short),
            ("aaaaaaaaaaaaaaaaaaaa", Strength::Short),
            ("rosewood Rosewood rosewood", Strength::Short),
            ("lantern", Strength::Short),
            ("x7!Kp2m", Strength::Short),
            ("correct horse", Strength::Fair),
            ("banana level noon", Strength::Fair),
            ("coffee tram river", Strength::Good),
            ("purple lantern otter", Strength::Good),
            ("purple-lantern-otter", Strength::Good),
            ("apple chair tiger cloud", Strength::Good),
            ("correctHorseBatteryStaple", Strength::Good),
            ("correcthorsebatterystaple", Strength::Good),
            ("x7Kp2mQv9tRz4wLb", Strength::Good),
            ("żółty parasol rzeka", Strength::Good),
        ] {
            assert_eq!(Strength::of(passphrase), expected, "{passphrase}");
        }
    }

    #[test]
    fn what_everybody_knows_of_the_home_is_worth_nothing() {
        let known = ["Bramble Court", "bramble-court-dspt-2021-22-2026-11-28-1330.json"];
        for (passphrase, expected) in [
            ("Bramble Court 2026", Strength::Short),
            ("bramble court bramble court", Strength::Short),
            ("BrambleCourtDSPT", Strength::Short),
            ("bramble-court-dspt-2021-22-2026-11-28-1330", Strength::Short),
            ("bramble lantern", Strength::Short),
            ("correct horse", Strength::Fair),
            ("purple lantern otter", Strength::Good),
            ("Bramble purple lantern otter", Strength::Good),
            ("correctHorseBatteryStaple", Strength::Good),
        ] {
            assert_eq!(Strength::for_those_who_know(&known, passphrase), expected, "{passphrase}");
        }
        assert_eq!(Strength::for_those_who_know(&[""], "purple lantern otter"), Strength::Good);
    }
}
