//! The toolkit year 2025-26, which is in our own words: its questions, their levels, what they continue of 2021-22 and how
//! sure each is.

use standards_met_core::assessment::{EditionMapping, MatchReason, matching};
use standards_met_core::catalogue::{Certainty, Edition, ItemId, Level, Part, Wording};
use standards_met_core::kit::check;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn edition() -> Edition {
    let (edition, problems) = check(include_str!("../../../public/editions/dspt-social-care-2025-26.json"));
    assert_eq!(problems, [], "the checker finds nothing");
    edition.expect("an edition")
}

fn mapping() -> EditionMapping {
    matching(&Edition::built_in(), &edition())
}

#[test]
fn it_has_45_questions_in_four_parts_26_of_them_for_approaching_standards() {
    let edition = edition();
    let sizes: Vec<usize> = edition.parts.iter().map(|part| part.items.len()).collect();
    assert_eq!(sizes, [7, 12, 8, 18]);
    let approaching =
        |part: &Part| part.items.iter().filter(|item| item.levels.contains(&Level::Approaching)).count();
    assert_eq!(edition.parts.iter().map(approaching).collect::<Vec<_>>(), [4, 10, 5, 7]);
    assert!(edition.items().all(|item| item.levels.contains(&Level::Met)));
    let titles = |edition: &Edition| edition.parts.iter().map(|part| part.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&edition), titles(&Edition::built_in()));
}

#[test]
fn it_says_when_it_was_open_and_that_the_words_are_ours() {
    let edition = edition();
    assert_eq!(edition.wording, Wording::Ours);
    let days = [edition.opens, edition.closes].map(|day| day.expect("a day").to_string());
    assert_eq!(days, ["2025-09-01", "2026-06-30"]);
    assert!(!edition.unsure.is_empty());
}

#[test]
fn every_question_says_how_sure_it_is_and_names_sources_that_are_listed() {
    let edition = edition();
    let keys: BTreeSet<&str> = edition.sources.iter().map(|source| source.key.as_str()).collect();
    assert_eq!(keys.len(), edition.sources.len());
    for item in edition.items() {
        let certainty = item.certainty.unwrap_or_else(|| panic!("{} does not say", item.id));
        assert!(
            item.sources.iter().all(|key| keys.contains(key.as_str())),
            "{}: {:?}",
            item.id,
            item.sources
        );
        // What nobody has seen says what it is that is not sure, and what was seen says where.
        assert!(certainty == Certainty::Seen || item.unsure.is_some(), "{}", item.id);
        assert!(certainty == Certainty::Inferred || !item.sources.is_empty(), "{}", item.id);
    }
}

#[test]
fn every_question_of_2021_22_finds_its_way() {
    let mapping = mapping();
    assert_eq!(mapping.dropped, [], "nothing of 2021-22 is lost");
    let new: Vec<&str> =
        mapping.items.iter().filter(|(_, found)| found.is_none()).map(|(id, _)| id.as_str()).collect();
    assert_eq!(new, ["4.3.1", "4.5.3", "7.1.1"]);
    let mut moved = BTreeMap::new();
    for (id, found) in &mapping.items {
        let Some(found) = found else { continue };
        assert_eq!(found.basis, MatchReason::Replaces, "{id}: the edition says it, not a likeness");
        assert!(found.note.is_some(), "{id} says what to look at");
        if found.from != [id.clone()] {
            let from: Vec<&str> = found.from.iter().map(ItemId::as_str).collect();
            moved.insert(id.as_str(), from.join(" "));
        }
    }
    let expected = [
        ("1.1.3", "1.2.1"),
        ("1.4.2", "1.7.2"),
        ("2.2.1", "2.1.2"),
        ("6.1.2", "6.1.3"),
        ("6.1.3", "6.1.4"),
        ("7.3.4", "7.3.1 7.3.4"),
    ];
    assert_eq!(moved, expected.map(|(new, old)| (new, old.to_owned())).into());
}

#[test]
fn it_repeats_no_sentence_of_the_official_wording_of_2021_22() {
    let words = |text: &str| -> Vec<String> {
        let letters = |word: &str| word.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        text.split_whitespace()
            .filter(|word| !word.contains("://"))
            .map(|word| letters(&word.to_lowercase()))
            .filter(|word| !word.is_empty())
            .collect()
    };
    /// So many words in a row are nobody's own. The sentences that say where "Not applicable" is written name boxes.
    const RUN: usize = 10;
    let official: BTreeSet<Vec<String>> = Edition::built_in()
        .items()
        .flat_map(|item| [words(&item.question), words(&item.tooltip)])
        .flat_map(|words| words.windows(RUN).map(<[String]>::to_vec).collect::<Vec<_>>())
        .filter(|run| !run.contains(&"applicable".to_owned()))
        .collect();
    for item in edition().items() {
        for text in [&item.question, &item.tooltip] {
            let words = words(text);
            let copied = words.windows(RUN).find(|run| official.contains(*run));
            assert_eq!(copied, None, "{}", item.id);
        }
    }
}

/// A question as the notes on what is known of the editions have it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct KnownQuestion {
    number: String,
    approaching: bool,
    certainty: Certainty,
    /// The number that the question had in 2021-22, where the notes say that it moved.
    was: Option<String>,
}

/// Reads the rows of the tables in section 1 of the notes.
fn known(text: &str) -> BTreeMap<String, KnownQuestion> {
    let after = text.split("\n## 1. ").nth(1).expect("section 1");
    let section = after.split("\n## 2. ").next().expect("its end");
    let question = |line: &str| {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        let [number, _, approaching, met, against, _, _, sure] = cells.as_slice() else { return None };
        let number = number.trim_matches('*');
        if *met != "yes" || number.split('.').count() != 3 {
            return None;
        }
        let sure = sure.replace('*', "");
        let certainty = match sure.chars().next()? {
            'D' => Certainty::Inferred,
            _ if sure.contains("/ D") => Certainty::Inferred,
            'A' if !sure.contains('/') => Certainty::Seen,
            _ => Certainty::Likely,
        };
        let was = against.split_once("was ").map(|(_, rest)| {
            rest.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect::<String>()
        });
        let was = was.map(|was| was.trim_end_matches('.').to_owned()).filter(|was| was.contains('.'));
        let approaching = approaching.starts_with("yes");
        Some((number.to_owned(), KnownQuestion { number: number.to_owned(), approaching, certainty, was }))
    };
    section.lines().filter_map(question).collect()
}

#[test]
fn it_is_what_is_known_of_the_editions() {
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/dspt-editions.md");
    let Ok(text) = std::fs::read_to_string(notes) else {
        println!("the notes on the editions are not beside this checkout");
        return;
    };
    let mapping = mapping();
    let ours: BTreeMap<String, KnownQuestion> = edition()
        .items()
        .map(|item| {
            let from = mapping.of(&item.id).map(|found| found.from.clone()).unwrap_or_default();
            let was = from.first().filter(|_| from.len() == 1).filter(|from| **from != item.id);
            let question = KnownQuestion {
                number: item.id.to_string(),
                approaching: item.levels.contains(&Level::Approaching),
                certainty: item.certainty.expect("a certainty"),
                was: was.map(ToString::to_string),
            };
            (item.id.to_string(), question)
        })
        .collect();
    assert_eq!(ours, known(&text));
}
