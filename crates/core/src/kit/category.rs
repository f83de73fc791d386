//! The categories of organisation that a text names. The toolkit has four of them, and social care is in the third.

use super::meaning::plain;

/// The category that social care is in.
const OURS: u8 = 3;
/// The largest number of a category.
const LAST: u8 = 4;
/// What a category is called before its number, the longest first.
const NAMES: [&str; 4] = ["categories", "category", "cats", "cat"];
/// What stands between two numbers of one list, the longest first.
const BETWEEN: [&str; 7] = ["and", "or", ",", ";", "/", "&", "+"];
/// What stands between the first and the last of several numbers.
const UP_TO: [&str; 3] = ["to", "-", "–"];
/// Words that only texts about social care have, plurals first.
const SOCIAL_CARE: [&str; 7] =
    ["social care", "care homes", "care home", "care providers", "care provider", "domiciliary", "home care"];
/// Words for organisations that are not in social care, whichever category they are in.
const OTHERS: [&str; 17] = [
    "gp",
    "gps",
    "general practice",
    "general practices",
    "pharmacy",
    "pharmacies",
    "dentist",
    "dentists",
    "dental",
    "optician",
    "opticians",
    "optometry",
    "trust",
    "trusts",
    "icb",
    "icbs",
    "large it suppliers",
];

/// What a text says of the organisations that it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Categories {
    /// The numbers, in the order of the text.
    pub numbers: Vec<u8>,
    /// Whether it names social care or a service that belongs to it.
    pub is_social_care: bool,
    /// Whether it names another kind of organisation, such as general practices.
    pub is_other: bool,
    /// Whether it says that it is about all.
    pub is_all: bool,
}

impl Categories {
    /// Reads what a text, such as "Category 3 (social care)" or "cat 2, 3 and 4", names.
    pub(crate) fn of(text: &str) -> Self {
        let words = format!(" {} ", plain(text));
        let has = |name: &&str| words.contains(&format!(" {name} "));
        Self {
            numbers: named_numbers(&text.to_lowercase()),
            is_social_care: SOCIAL_CARE.iter().any(has),
            is_other: OTHERS.iter().any(has),
            is_all: matches!(
                words.trim(),
                "all" | "all categories" | "every category" | "all organisations" | "everyone" | "any"
            ),
        }
    }

    /// Reads the cell of a column that is about categories, in which the numbers may stand alone.
    pub(crate) fn of_cell(text: &str) -> Self {
        let found = Self::of(text);
        if !found.is_empty() {
            return found;
        }
        let text = text.trim().to_lowercase();
        // A spreadsheet may show a number with a decimal place.
        let (numbers, rest) = list(text.strip_suffix(".0").unwrap_or(&text));
        if rest.trim().is_empty() { Self { numbers, ..Self::default() } } else { found }
    }

    /// Returns whether the text names no organisations.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns whether social care is among those that the text is about.
    pub(crate) fn is_ours(&self) -> bool {
        self.is_social_care || self.is_all || (self.numbers.contains(&OURS) && !self.is_other)
    }

    /// Returns whether the text is about others alone.
    pub(crate) fn is_of_others(&self) -> bool {
        !self.is_empty() && !self.is_ours()
    }
}

/// Returns the words of a heading, in the form of [`plain`], without the category that it names. `None` where it names
/// none.
pub(crate) fn without_category(words: &str) -> Option<String> {
    let is_name = |word: &str| NAMES.iter().any(|name| word.strip_prefix(name).is_some_and(is_short_number));
    let all: Vec<&str> = words.split(' ').collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut inside = false;
    for word in &all {
        // The numbers of a list follow the name of the category, with "and" between them.
        inside = is_name(word) || (inside && (is_short_number(word) || *word == "and"));
        if !inside {
            kept.push(word);
        }
    }
    let named = kept.join(" ");
    let left = SOCIAL_CARE.iter().fold(named.clone(), |left, name| left.replace(name, " "));
    let is_named = kept.len() < all.len() || left != named;
    let left = left.split_whitespace().filter(|word| *word != "for").collect::<Vec<_>>().join(" ");
    is_named.then_some(left)
}

/// Returns whether nothing or the number of a category is left of a word.
fn is_short_number(text: &str) -> bool {
    text.is_empty() || text.parse::<u8>().is_ok_and(|number| (1..=LAST).contains(&number))
}

/// Returns the numbers behind the names of categories in a text in lower case.
fn named_numbers(text: &str) -> Vec<u8> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("cat") {
        // "Certificate 3" names no category.
        let is_word = !before.ends_with(char::is_alphanumeric);
        let name = NAMES.iter().filter_map(|name| after.strip_prefix(name.strip_prefix("cat")?)).next();
        rest = name.unwrap_or(after);
        if is_word && name.is_some() {
            let (numbers, behind) = list(rest.trim_start_matches([' ', '.', ':', '-', '_', '\u{a0}']));
            found.extend(numbers.into_iter().filter(|number| !found.contains(number)).collect::<Vec<_>>());
            rest = behind;
        }
    }
    found
}

/// Reads a list such as "2, 3 and 4" or "2-4" at the beginning of a text. Returns its numbers and what follows.
fn list(text: &str) -> (Vec<u8>, &str) {
    let mut found: Vec<u8> = Vec::new();
    let (mut rest, mut is_range) = (text, false);
    while let Some((number, behind)) = number(rest.trim_start()) {
        let first = found.last().copied().filter(|_| is_range).unwrap_or(number);
        found.extend(
            (first.min(number)..=number).filter(|number| !found.contains(number)).collect::<Vec<_>>(),
        );
        rest = behind;
        let next = rest.trim_start();
        let after = |words: &[&str]| words.iter().find_map(|word| next.strip_prefix(word));
        let Some(more) = after(&BETWEEN).or_else(|| after(&UP_TO)) else { break };
        is_range = after(&BETWEEN).is_none();
        // "2, and 3"
        let more = more.trim_start();
        let more = more.strip_prefix("and ").unwrap_or(more);
        if number_alone(more).is_none() {
            break;
        }
        rest = more;
    }
    (found, rest)
}

fn number_alone(text: &str) -> Option<u8> {
    number(text.trim_start()).map(|(number, _)| number)
}

/// Reads the number of a category that is no part of a longer number.
fn number(text: &str) -> Option<(u8, &str)> {
    let (digit, rest) = text.split_at_checked(1)?;
    let number = digit.parse::<u8>().ok().filter(|number| (1..=LAST).contains(number))?;
    let mut next = rest.chars();
    let is_longer = match next.next() {
        Some('.') => next.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some(letter) => letter.is_alphanumeric(),
        None => false,
    };
    (!is_longer).then_some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_read_as_sheets_headings_and_notes_name_them() {
        for (text, numbers, is_ours) in [
            ("CAT 2", &[2][..], false),
            ("Cat3", &[3], true),
            ("Category 3", &[3], true),
            ("cat. 3", &[3], true),
            ("Version8_25-26 CAT2 Cat3 and CAT4", &[2, 3, 4], true),
            ("Updated tooltip for cat 2,3,4", &[2, 3, 4], true),
            ("Updated for cat 2 and 4", &[2, 4], false),
            ("Categories 2-4", &[2, 3, 4], true),
            ("Cat 3 25-26", &[3], true),
            ("Cat 3 - 4 new points", &[3, 4], true),
            ("Category 3 (pharmacies)", &[3], false),
            ("Category 3: pharmacies and social care", &[3], true),
            ("Care homes", &[], true),
            ("Cat 4 GP", &[4], false),
            ("All categories", &[], true),
            ("Certificate 3", &[], false),
            ("Category 3.2", &[], false),
            ("Category 31", &[], false),
            ("Category", &[], false),
            ("", &[], false),
        ] {
            let found = Categories::of(text);
            assert_eq!((found.numbers.as_slice(), found.is_ours()), (numbers, is_ours), "{text}");
        }
    }

    #[test]
    fn in_a_column_of_its_own_a_category_may_be_its_number_alone() {
        for (text, is_ours, is_of_others) in [
            ("3", true, false),
            ("3.0", true, false),
            ("2, 3 & 4", true, false),
            ("1/2", false, true),
            ("2-4", true, false),
            ("GP", false, true),
            ("All", true, false),
            ("Staffing", false, false),
            ("3 rooms", false, false),
            ("", false, false),
        ] {
            let found = Categories::of_cell(text);
            assert_eq!((found.is_ours(), found.is_of_others()), (is_ours, is_of_others), "{text}");
        }
    }

    #[test]
    fn a_heading_is_known_without_the_category_in_it() {
        for (words, left) in [
            ("cat 3 evidence text", Some("evidence text")),
            ("evidence text category 3", Some("evidence text")),
            ("tool tip for cat 2 3 and 4", Some("tool tip")),
            ("category 3 social care", Some("")),
            ("cat3", Some("")),
            ("care homes help", Some("help")),
            ("help for managers", None),
        ] {
            assert_eq!(without_category(words).as_deref(), left, "{words}");
        }
        assert_eq!(without_category("category").as_deref(), Some(""), "a column of categories");
    }
}
