//! The similarity of two items by their wording. Their numbers are not compared, because numbers move between editions.
//!
//! A word weighs less the more items use it: that a question mentions "your organisation" says nothing. The similarity
//! of two texts is the cosine of the angle between them, with each word as a dimension of its own.

use crate::assessment::text::in_word;
use crate::catalogue::EvidenceItem;
use crate::folding::fold;
use std::collections::BTreeMap;

/// The similarity from which two items are worth suggesting as a match, in hundredths of a percent. In the built-in
/// edition no two items reach it, and every item still reaches it with itself when every fifth word is replaced. Tests
/// check both.
pub const WORTH_A_LOOK: u32 = 4_500;
/// The similarity of the same wording, in hundredths of a percent. Nothing else reaches it.
pub const THE_SAME: u32 = 10_000;
/// The weight of the question's words. The words of the tooltip have the rest.
const QUESTION: f64 = 0.6;

/// Two items of two editions that are worth suggesting as a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SimilarItems {
    /// The position in the old edition, counted from 0.
    pub old: usize,
    /// The position in the new edition, counted from 0.
    pub new: usize,
    /// In hundredths of a percent.
    pub likeness: u32,
    /// Whether the question is the same, and neither edition asks it twice.
    pub same_question: bool,
}

/// Returns whether two texts are the same, apart from white space, quotation marks, accents and case.
pub fn says_the_same(one: &str, other: &str) -> bool {
    one == other || plain(one) == plain(other)
}

fn plain(text: &str) -> String {
    let folded = fold(text).replace('"', "'");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns every pair of items that is worth suggesting, in the order of the new edition and then of the old one.
pub fn alike(old: &[&EvidenceItem], new: &[&EvidenceItem]) -> Vec<SimilarItems> {
    let plainly = |items: &[&EvidenceItem]| -> Vec<(String, String)> {
        items.iter().map(|item| (plain(&item.question), plain(&item.tooltip))).collect()
    };
    let (old, new) = (plainly(old), plainly(new));
    let questions = ItemTexts::of(&old, &new, |item| &item.0);
    let tooltips = ItemTexts::of(&old, &new, |item| &item.1);
    let once = |items: &[(String, String)], question: &str| {
        items.iter().filter(|(other, _)| other == question).nth(1).is_none()
    };
    let mut found = Vec::new();
    for (place, wording) in new.iter().enumerate() {
        let shared = questions.shared_with_each(place);
        for (before, (known, shared)) in old.iter().zip(shared).enumerate() {
            let likeness = if known == wording {
                THE_SAME
            } else {
                let question = questions.cosine(before, place, shared).unwrap_or_default();
                // Most pairs end here: comparing every tooltip with every other one would take long.
                if hundredths(QUESTION * question + 1.0 - QUESTION) < WORTH_A_LOOK {
                    continue;
                }
                let tooltip = tooltips.cosine(before, place, tooltips.shared(before, place));
                // Without a tooltip in either edition, only the question counts.
                hundredths(
                    tooltip.map_or(question, |tooltip| QUESTION * question + (1.0 - QUESTION) * tooltip),
                )
            };
            if likeness >= WORTH_A_LOOK {
                let question = &wording.0;
                let same_question = *question == known.0
                    && !question.is_empty()
                    && once(&old, question)
                    && once(&new, question);
                found.push(SimilarItems { old: before, new: place, likeness, same_question });
            }
        }
    }
    found
}

/// Converts a similarity from 0 to 1 to hundredths of a percent below [`THE_SAME`]: the same words in another order are
/// not the same wording.
fn hundredths(share: f64) -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a fraction of 1, and `as` saturates
    let hundredths = (share * f64::from(THE_SAME)) as u32;
    hundredths.min(THE_SAME - 1)
}

/// The distinct words of a text, as word numbers in ascending order.
#[derive(Default)]
struct WordSet {
    words: Vec<usize>,
    /// The sum of the weights of the words.
    weight: f64,
}

/// One kind of text, of all items of two editions.
struct ItemTexts {
    old: Vec<WordSet>,
    new: Vec<WordSet>,
    /// The weight of each word.
    weights: Vec<f64>,
    /// The texts of the old edition that contain each word.
    places: Vec<Vec<usize>>,
}

impl ItemTexts {
    fn of<T>(old: &[T], new: &[T], text: fn(&T) -> &str) -> Self {
        let mut known = BTreeMap::new();
        let mut read = |items: &[T]| -> Vec<WordSet> {
            let words = items.iter().map(|item| words(text(item), &mut known));
            words.map(|words| WordSet { words, weight: 0.0 }).collect()
        };
        let (mut old, mut new) = (read(old), read(new));
        let count = known.len();
        let places = places(&old, count);
        let weights: Vec<f64> = places
            .iter()
            .zip(self::places(&new, count))
            .map(|(old, new)| {
                1.0 / f64::from(u32::try_from(old.len().max(new.len())).unwrap_or(u32::MAX).max(1))
            })
            .collect();
        for text in old.iter_mut().chain(&mut new) {
            text.weight = text.words.iter().filter_map(|word| weights.get(*word)).sum();
        }
        Self { old, new, weights, places }
    }

    /// Returns, for each old text, the weight of the words that it shares with a new text.
    fn shared_with_each(&self, new: usize) -> Vec<f64> {
        let mut shared = vec![0.0; self.old.len()];
        for word in self.new.get(new).map(|text| text.words.as_slice()).unwrap_or_default() {
            let weight = self.weights.get(*word).copied().unwrap_or_default();
            for place in self.places.get(*word).into_iter().flatten() {
                if let Some(sum) = shared.get_mut(*place) {
                    *sum += weight;
                }
            }
        }
        shared
    }

    /// Returns the weight of the words that two texts share.
    fn shared(&self, old: usize, new: usize) -> f64 {
        let (Some(old), Some(new)) = (self.old.get(old), self.new.get(new)) else { return 0.0 };
        let (mut old, mut sum) = (old.words.iter().peekable(), 0.0);
        for word in &new.words {
            while old.next_if(|other| *other < word).is_some() {}
            if old.peek() == Some(&word) {
                sum += self.weights.get(*word).copied().unwrap_or_default();
            }
        }
        sum
    }

    /// Returns the similarity, from 0 to 1, of two texts that share words of the weight `shared`. `None` when neither
    /// has a word.
    fn cosine(&self, old: usize, new: usize, shared: f64) -> Option<f64> {
        let (old, new) = (self.old.get(old)?.weight, self.new.get(new)?.weight);
        if old == 0.0 && new == 0.0 {
            return None;
        }
        Some(if shared > 0.0 { shared / (old * new).sqrt() } else { 0.0 })
    }
}

/// Returns, for each of `count` words, the texts that contain it.
fn places(texts: &[WordSet], count: usize) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new(); count];
    for (place, text) in texts.iter().enumerate() {
        for word in &text.words {
            if let Some(list) = places.get_mut(*word) {
                list.push(place);
            }
        }
    }
    places
}

/// Returns the numbers of the words in a plain text. A word that is not known yet gets the next number. A single letter
/// is not a word, and neither is anything with a digit: item numbers and dates change every year. Singular and plural
/// count as the same word when only an "s" differs.
fn words(plain: &str, known: &mut BTreeMap<String, usize>) -> Vec<usize> {
    let mut numbers = Vec::new();
    for word in plain.split(|letter| !in_word(letter)) {
        if word.chars().nth(1).is_none() || word.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let word = word.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(word);
        let next = known.len();
        let number = known.get(word).copied();
        numbers.push(number.unwrap_or_else(|| *known.entry(word.into()).or_insert(next)));
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Edition;

    fn likeness(one: (&str, &str), other: (&str, &str)) -> u32 {
        let edition = Edition::built_in();
        let of = |(question, tooltip): (&str, &str)| {
            let item = edition.items().next().expect("an item").clone();
            EvidenceItem { question: question.into(), tooltip: tooltip.into(), ..item }
        };
        alike(&[&of(one)], &[&of(other)]).first().map_or(0, |found| found.likeness)
    }

    #[test]
    fn white_space_quotation_marks_and_case_say_nothing_and_a_date_does() {
        assert!(says_the_same("Is it “met”,\n now?", "is it 'Met', now?"));
        assert!(!says_the_same("Since 1 July 2021?", "Since 1 July 2022?"));
    }

    #[test]
    fn only_the_same_wording_is_wholly_alike() {
        let tooltip = "Say where it is kept.";
        let full = likeness(("Is there a list?", tooltip), ("Is there  a LIST?", tooltip));
        assert_eq!(full, THE_SAME);
        for (question, least) in [("Is a list there?", 9_900), ("Is there a list of 5?", 8_000)] {
            let found = likeness(("Is there a list?", tooltip), (question, tooltip));
            assert!((least..THE_SAME).contains(&found), "{question}: {found}");
        }
        assert_eq!(likeness(("Is there a list?", ""), ("Do staff know?", "")), 0);
        // A text without words matches only the identical text.
        assert_eq!(
            (likeness(("1.2?", ""), ("1.2?", "")), likeness(("1.2?", ""), ("1.3?", ""))),
            (THE_SAME, 0)
        );
    }

    #[test]
    fn no_two_items_of_the_built_in_edition_are_taken_for_each_other() {
        let edition = Edition::built_in();
        let items: Vec<&EvidenceItem> = edition.items().collect();
        for found in alike(&items, &items) {
            assert_eq!((found.old, found.likeness), (found.new, THE_SAME));
        }
    }
}
