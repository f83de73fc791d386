//! The share of people who have done something, as item 3.2.1 asks for.

/// A number of people, and how many of them are trained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub people: u32,
    pub trained: u32,
}

/// The largest number of people that is accepted: no organisation has more.
const MOST: u32 = 100_000;

impl Share {
    /// Parses two numbers as people type them. `None` if either is not a whole number, if there are no people or more
    /// than any organisation has, or if more are trained than there are.
    #[must_use]
    pub fn parse(people: &str, trained: &str) -> Option<Self> {
        let number =
            |text: &str| text.trim().parse::<i64>().ok().and_then(|number| u32::try_from(number).ok());
        let (people, trained) = (number(people)?, number(trained)?);
        (people > 0 && people <= MOST && trained <= people).then_some(Self { people, trained })
    }

    /// Returns the share in words, to one decimal place and rounded down: a share below a line never reaches it. `96.7%`.
    #[must_use]
    pub fn in_words(self) -> String {
        let tenths = self.trained * 1000 / self.people.max(1);
        match (tenths / 10, tenths % 10) {
            (percent, 0) => format!("{percent}%"),
            (percent, tenth) => format!("{percent}.{tenth}%"),
        }
    }

    /// Returns how many more people have to be trained to reach this share, in percent.
    #[must_use]
    pub fn still_needed(self, percent: u8) -> u32 {
        (self.people * u32::from(percent)).div_ceil(100).saturating_sub(self.trained)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_rounded_down_and_what_is_missing_up() {
        for (people, trained, percent, needed) in [
            ("40", "38", "95%", 0),
            ("40", "37", "92.5%", 1),
            ("31", "26", "83.8%", 4),
            ("31", "30", "96.7%", 0),
            ("19", "18", "94.7%", 1),
            ("100000", "94999", "94.9%", 1),
            (" 1 ", "0", "0%", 1),
        ] {
            let share = Share::parse(people, trained).expect(people);
            assert_eq!(
                (share.in_words().as_str(), share.still_needed(95)),
                (percent, needed),
                "{trained} of {people}"
            );
        }
    }

    #[test]
    fn what_cannot_be_is_no_share() {
        for (people, trained) in
            [("0", "0"), ("", "3"), ("3", ""), ("3", "4"), ("-3", "1"), ("3.5", "1"), ("999999999", "1")]
        {
            assert_eq!(Share::parse(people, trained), None, "{trained} of {people}");
        }
    }
}
