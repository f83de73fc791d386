//! What should not be typed into an assessment: it looks like a secret or like a detail of a person.
//!
//! By looks alone, so a finding and never a refusal. The forms: NHS numbers and their check digit as in the NHS Data
//! Dictionary; National Insurance numbers as HM Revenue & Customs gives them out (NIM39110); card numbers by the Luhn
//! check of ISO/IEC 7812.

use super::Date;
use super::dates::dates;
use super::text::{has_digit, in_word, words};

/// What a text seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonalData {
    Password,
    NhsNumber,
    NationalInsurance,
    DateOfBirth,
    BankCard,
}

/// Somebody with a date of birth in a care home, staff or resident, is at least so old.
const ADULT: i32 = 16;

/// Everything of the kind that the text seems to hold, each kind once.
#[must_use]
pub fn private(text: &str, today: Date) -> Vec<PersonalData> {
    // There is a digit in each of them.
    if !has_digit(text) {
        return Vec::new();
    }
    [
        (PersonalData::Password, has_password as fn(&str, Date) -> bool),
        (PersonalData::NhsNumber, |text, _| numbers(text).iter().any(|digits| is_nhs_number(digits))),
        (PersonalData::NationalInsurance, |text, _| has_national_insurance(text)),
        (PersonalData::DateOfBirth, has_date_of_birth),
        (PersonalData::BankCard, |text, _| numbers(text).iter().any(|digits| is_card(digits))),
    ]
    .into_iter()
    .filter_map(|(kind, has)| has(text, today).then_some(kind))
    .collect()
}

/// The numbers in a text, each as its groups of digits; a single space or hyphen parts groups, anything more numbers.
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

/// The digits, where they are written together or in these groups, as a number of the kind is.
fn digits(number: &[Vec<u32>], groups: &[usize]) -> Option<Vec<u32>> {
    let lengths: Vec<usize> = number.iter().map(Vec::len).collect();
    let fits = lengths == groups || lengths == [groups.iter().sum::<usize>()];
    fits.then(|| number.concat())
}

/// Ten digits, the last of which checks the others.
fn is_nhs_number(number: &[Vec<u32>]) -> bool {
    let Some(digits) = digits(number, &[3, 3, 4]) else { return false };
    let Some((check, nine)) = digits.split_last() else { return false };
    let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    // 10 is no digit: such a number is never given out.
    (11 - sum % 11) % 11 == *check && nine.iter().any(|digit| *digit != 0)
}

/// Sixteen digits, or fifteen as American Express has them; not the fifteen of a telephone's own number (IMEI), which
/// has the same check digit.
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

/// Two letters, six digits and a letter from A to D, with or without spaces.
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
        // It ends there: in `ZA123456 and …` the letter is the beginning of a word.
        fits && ('A'..='D').contains(&suffix) && letters.get(last + 1).is_none_or(|letter| !in_word(*letter))
    })
}

/// A word that announces a secret, and then something with a digit in it; or a word of four kinds of characters.
fn has_password(text: &str, _: Date) -> bool {
    const ANNOUNCED: [&str; 7] = ["password", "passcode", "passphrase", "passwd", "pwd", "pin", "login"];
    const BETWEEN: [&str; 6] = ["is", "was", "code", "=", "-", "–"];
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let bare = |token: &str| token.trim_matches(AROUND).to_ascii_lowercase();
    let announced = |n: usize, token: &str| {
        let (name, glued) = token.split_once([':', '=']).unwrap_or((token, ""));
        let name = bare(name);
        // A nurse's PIN is the number of a register, which anybody may look up.
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

/// What may stand around a word.
const AROUND: &[char] = &[':', '=', '"', '“', '”', '‘', '’', '\'', '(', ')', '.', ',', ';', '?', '!'];

/// Four characters or more with a digit among them, and no date, address or measure such as `12-character`.
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

/// Such as `Rosew00d!21`: lower and upper case, a digit and a mark inside, and nothing that an address or a file has.
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

/// A day that is announced as one of birth, or one long ago that stands right behind somebody's name.
fn has_date_of_birth(text: &str, today: Date) -> bool {
    let words = words(text);
    dates(text).into_iter().filter(|written| written.exact).any(|written| {
        let before = words.iter().take_while(|(at, _)| *at < written.at).map(|(_, word)| *word);
        let before: Vec<&str> = before.collect();
        let near: Vec<&str> = before.iter().rev().take(4).copied().collect();
        let announces = |word: &&str| {
            ["dob", "d.o.b", "born", "birth"].iter().any(|name| word.eq_ignore_ascii_case(name))
        };
        // Of two digits for the year, those to come mean the century before.
        let year = written.day.year();
        let old = year <= today.year() - ADULT || year > today.year();
        let capital = |word: &&str| word.chars().next().is_some_and(is_capital) && word.chars().count() > 1;
        let name = near.iter().take(2).filter(|word| capital(word)).count() == 2;
        old && (near.iter().any(announces) || (name && year <= today.year()))
    })
}
