//! Shares of people that are written in a text: `93%`, `93.5 per cent`, `29 of our 31`.

/// Words that may stand between "of" and a number.
const FILLERS: [&str; 6] = ["the", "our", "all", "a", "total", "these"];

/// Returns every share in the text in whole percent, rounded down: a share below a line never reaches it.
#[must_use]
pub fn shares(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut rest = tokens(text).into_iter().peekable();
    let (mut number, mut part): (Option<u32>, Option<u32>) = (None, None);
    while let Some(token) = rest.next() {
        match token {
            Token::Number(value) => {
                match part.take() {
                    Some(part) if part <= value && value > 0 => found.push(part.saturating_mul(100) / value),
                    _ => {}
                }
                number = Some(value);
            }
            Token::Percent => found.extend(number.take().filter(|percent| *percent <= 100)),
            Token::Word("of") => part = number.take(),
            Token::Word("out") if matches!(rest.peek(), Some(Token::Word("of"))) => {}
            Token::Word(word) if FILLERS.contains(&word) => number = None,
            Token::Word(_) => (number, part) = (None, None),
        }
    }
    found
}

enum Token<'a> {
    /// A number without what follows its decimal point.
    Number(u32),
    Percent,
    Word(&'a str),
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || "(),;:/“”".contains(letter)) {
        let (word, percent) = word.strip_suffix('%').map_or((word, false), |word| (word, true));
        let word = word.trim_end_matches('.');
        match word.split('.').next().unwrap_or_default().parse() {
            Ok(number) => tokens.push(Token::Number(number)),
            Err(_) if word == "percent" || word == "cent" => tokens.push(Token::Percent),
            Err(_) if word.is_empty() || word == "per" => {}
            Err(_) => tokens.push(Token::Word(word)),
        }
        if percent {
            tokens.push(Token::Percent);
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_found_in_the_ways_people_write_them_and_never_rounded_up() {
        for (text, expected) in [
            (
                "29 of 31 people with access to personal data (93.5%) have completed the training.",
                vec![93, 93],
            ),
            ("94.9 % of us", vec![94]),
            ("We reached 96 per cent, 97 percent of nights.", vec![96, 97]),
            ("30 out of our 31 people", vec![96]),
            ("All 40 (100%).", vec![100]),
            ("38 of the 40. 2 left", vec![95]),
            ("By 31 May 2022, everybody", vec![]),
            ("3 of them on 12 June, 31 of 29", vec![]),
            ("250%, % and 0 of 0", vec![]),
            ("item 3.2.1 of 2021", vec![0]),
            ("", vec![]),
        ] {
            assert_eq!(shares(text), expected, "{text}");
        }
    }
}
