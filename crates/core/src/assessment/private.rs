//! Finding what should not be typed into an assessment: text that looks like a secret or like personal data.
//!
//! Only the form of a text is checked, so a match is a finding and never a refusal. The forms come from these sources:
//! NHS numbers and their check digit from the NHS Data Dictionary, National Insurance numbers from HM Revenue & Customs
//! (NIM39110), and card numbers from the Luhn check of ISO/IEC 7812.

use super::dates::dates;
use super::text::{has_digit, in_word, words};
use super::{Date, Response};

/// A kind of secret or personal data that a text seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonalData {
    Password,
    NhsNumber,
    NationalInsurance,
    DateOfBirth,
    BankCard,
}

/// The least age, in years, of staff and residents of a care home. A later date is not taken for a date of birth.
const ADULT: i32 = 16;

impl PersonalData {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Password, Self::NhsNumber, Self::NationalInsurance, Self::DateOfBirth, Self::BankCard];

    /// Returns whether the text seems to hold this kind.
    #[must_use]
    pub fn is_in(self, text: &str, today: Date) -> bool {
        // Every kind contains a digit.
        has_digit(text)
            && match self {
                Self::Password => has_password(text),
                Self::NhsNumber => numbers(text).iter().any(|digits| is_nhs_number(digits)),
                Self::NationalInsurance => has_national_insurance(text),
                Self::DateOfBirth => has_date_of_birth(text, today),
                Self::BankCard => numbers(text).iter().any(|digits| is_card(digits)),
            }
    }
}

/// Returns the kinds that the text seems to hold, each once.
#[must_use]
pub fn private(text: &str, today: Date) -> Vec<PersonalData> {
    PersonalData::ALL.into_iter().filter(|kind| kind.is_in(text, today)).collect()
}

impl Response {
    /// Returns the kinds that the texts of the response seem to hold, each once.
    #[must_use]
    pub fn private(&self, today: Date) -> Vec<PersonalData> {
        let texts = self.texts();
        let is_in_one = |kind: &PersonalData| texts.iter().any(|text| kind.is_in(text, today));
        PersonalData::ALL.into_iter().filter(is_in_one).collect()
    }
}

/// Returns the numbers in a text, each as its groups of digits. A single space or hyphen separates groups. Anything
/// else or longer separates numbers.
fn numbers(text: &str) -> Vec<Vec<Vec<u32>>> {
    let mut found: Vec<Vec<Vec<u32>>> = Vec::new();
    let mut gap = 2;
    for letter in text.chars() {
        let Some(digit) = letter.to_digit(10) else {
            gap += if letter == ' ' || letter == '-' { 1 } else { 2 };
            continue;
        };
        if gap > 1 {
            found.push(Vec::new());
        }
        let Some(groups) = found.last_mut() else { continue };
        if gap > 0 {
            groups.push(Vec::new());
        }
        groups.last_mut().into_iter().for_each(|group| group.push(digit));
        gap = 0;
    }
    found
}

/// Returns the digits if they are written together or in groups of these lengths, as numbers of the kind are. `None`
/// otherwise.
fn digits(number: &[Vec<u32>], groups: &[usize]) -> Option<Vec<u32>> {
    let lengths: Vec<usize> = number.iter().map(Vec::len).collect();
    let fits = lengths == groups || lengths == [groups.iter().sum::<usize>()];
    fits.then(|| number.concat())
}

/// Returns whether this is an NHS number: ten digits, the last of which checks the others.
fn is_nhs_number(number: &[Vec<u32>]) -> bool {
    let Some(digits) = digits(number, &[3, 3, 4]) else { return false };
    let Some((check, nine)) = digits.split_last() else { return false };
    let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    // A number whose check would be 10 is never issued, because 10 is not a single digit.
    (11 - sum % 11) % 11 == *check && nine.iter().any(|digit| *digit != 0)
}

/// Returns whether this is a card number: sixteen digits, or fifteen as American Express uses them. Other numbers of
/// fifteen digits do not count, because the serial number of a telephone (IMEI) has the same check digit.
fn is_card(number: &[Vec<u32>]) -> bool {
    let long = digits(number, &[4, 4, 4, 4]).filter(|digits| matches!(digits.first(), Some(2..=6)));
    let short = digits(number, &[4, 6, 5])
        .filter(|digits| digits.starts_with(&[3, 4]) || digits.starts_with(&[3, 7]));
    let Some(digits) = long.or(short) else { return false };
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let luhn: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(n, digit)| if n % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    luhn.is_multiple_of(10)
}

/// Returns whether the text holds a National Insurance number: two letters, six digits and a letter from A to D, with
/// or without spaces.
fn has_national_insurance(text: &str) -> bool {
    const NEVER: [(char, char); 7] =
        [('B', 'G'), ('G', 'B'), ('K', 'N'), ('N', 'K'), ('N', 'T'), ('T', 'N'), ('Z', 'Z')];
    let letters: Vec<char> = text.chars().map(|letter| letter.to_ascii_uppercase()).collect();
    (0..letters.len()).any(|start| {
        let before = start.checked_sub(1).and_then(|n| letters.get(n));
        if before.is_some_and(|letter| in_word(*letter))
            || letters.get(start).is_none_or(|letter| *letter == ' ')
        {
            return false;
        }
        let mut rest = letters.iter().enumerate().skip(start).filter(|(_, letter)| **letter != ' ');
        let mut next = || rest.next().map(|(place, letter)| (place, *letter)).unwrap_or_default();
        let (first, second) = (next().1, next().1);
        let fits = first.is_ascii_uppercase()
            && second.is_ascii_uppercase()
            && !"DFIQUV".contains(first)
            && !"DFIOQUV".contains(second)
            && !NEVER.contains(&(first, second))
            && (0..6).all(|_| next().1.is_ascii_digit());
        let (last, suffix) = next();
        // The number must end there: in `ZA123456 and …` the letter is the beginning of a word.
        fits && ('A'..='D').contains(&suffix) && letters.get(last + 1).is_none_or(|letter| !in_word(*letter))
    })
}

/// Returns whether the text seems to hold a password: a word that announces a secret and then something with a digit in
/// it, or a word of four kinds of characters.
fn has_password(text: &str) -> bool {
    const ANNOUNCED: [&str; 7] = ["password", "passcode", "passphrase", "passwd", "pwd", "pin", "login"];
    const BETWEEN: [&str; 6] = ["is", "was", "code", "=", "-", "–"];
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let bare = |token: &str| token.trim_matches(AROUND).to_ascii_lowercase();
    let announced = |n: usize, token: &str| {
        let (name, glued) = token.split_once([':', '=']).unwrap_or((token, ""));
        let name = bare(name);
        // A nurse's PIN is a number in the register of the NMC, which anybody may look up.
        let register = n.checked_sub(1).and_then(|n| tokens.get(n)).is_some_and(|token| bare(token) == "nmc");
        if !ANNOUNCED.contains(&name.as_str()) || register {
            return false;
        }
        if is_secret(glued) {
            return true;
        }
        let mut said = token.ends_with([':', '=']);
        for token in tokens.iter().skip(n + 1) {
            let between = BETWEEN.contains(token) || BETWEEN.contains(&bare(token).as_str());
            if !between {
                let digits = token.trim_matches(AROUND);
                let pin = (4..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
                return is_secret(token) && (said || (pin && matches!(name.as_str(), "pin" | "passcode")));
            }
            said = true;
        }
        false
    };
    tokens.iter().enumerate().any(|(n, token)| announced(n, token))
        || tokens.iter().any(|token| is_mixed(token))
}

/// The characters that may surround a word.
const AROUND: &[char] = &[':', '=', '"', '“', '”', '‘', '’', '\'', '(', ')', '.', ',', ';', '?', '!'];

/// Returns whether the token has at least four characters, a digit among them, and is not a date, an address, a year
/// such as `2021` or a measure such as `12-character`.
fn is_secret(token: &str) -> bool {
    let token = token.trim_matches(AROUND);
    let measure = token.split_once('-').is_some_and(|(number, unit)| {
        number.bytes().all(|b| b.is_ascii_digit()) && unit.bytes().all(|b| b.is_ascii_alphabetic())
    });
    token.chars().count() >= 4
        && has_digit(token)
        && dates(token).is_empty()
        && !measure
        && !token.contains(['/', '@'])
        && !(token.len() == 4 && token.starts_with("20"))
}

/// Returns whether the token looks like `Rosew00d!21`: lower and upper case, a digit and a punctuation mark inside, and
/// no character that addresses or file names contain.
fn is_mixed(token: &str) -> bool {
    let token = token.trim_matches(AROUND);
    let has = |is: fn(char) -> bool| token.chars().any(is);
    (8..=40).contains(&token.chars().count())
        && !token.contains(['/', '\\', '.', '@', '(', ')', '[', ']', ','])
        && has(|letter| letter.is_ascii_lowercase())
        && has(|letter| letter.is_ascii_uppercase())
        && has(|letter| letter.is_ascii_digit())
        && has(|letter| "!£$%^&*#?+~".contains(letter))
}

fn is_capital(letter: char) -> bool {
    letter.is_ascii_uppercase() || ('À'..='Þ').contains(&letter)
}

/// Returns whether the text holds a date that is announced as one of birth, or a date at least [`ADULT`] years ago that
/// directly follows a name.
fn has_date_of_birth(text: &str, today: Date) -> bool {
    let words = words(text);
    dates(text).into_iter().filter(|written| written.exact).any(|written| {
        let before = words.iter().take_while(|(at, _)| *at < written.at).map(|(_, word)| *word);
        let before: Vec<&str> = before.collect();
        let near: Vec<&str> = before.iter().rev().take(4).copied().collect();
        let announces = |word: &&str| {
            ["dob", "d.o.b", "born", "birth"].iter().any(|name| word.eq_ignore_ascii_case(name))
        };
        // A year of two digits is read as 20xx. One that is still to come means the century before.
        let year = written.day.year();
        let old = year <= today.year() - ADULT || year > today.year();
        let capital = |word: &&str| word.chars().next().is_some_and(is_capital) && word.chars().count() > 1;
        let name = near.iter().take(2).filter(|word| capital(word)).count() == 2;
        old && (near.iter().any(announces) || (name && year <= today.year()))
    })
}
