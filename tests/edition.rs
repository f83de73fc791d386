//! The built-in edition: complete, usable on screen, and word for word what the official document prints.
//!
//! The official document is not part of this repository. Where a copy lies beside it, the wording is compared.

use standards_met::assessment::{Date, Judgement};
use standards_met::catalogue::{AnswerKind, Edition, EvidenceItem, ItemId, Recency, Role, WriteIn};
use std::collections::HashSet;
use std::path::Path;

#[test]
fn the_edition_has_43_items_in_four_parts() {
    let edition = Edition::built_in();
    let parts: Vec<_> = edition.parts.iter().map(|part| (part.number, part.items.len())).collect();
    assert_eq!(parts, [(1, 7), (2, 12), (3, 8), (4, 16)]);
    assert_eq!(edition.items().count(), 43);
    let heading = (edition.format.as_str(), edition.version, edition.id.as_str(), edition.year.as_str());
    assert_eq!(heading, ("standards-met/edition", 1, "dspt-social-care-2021-22", "2021-22"));
}

#[test]
fn no_two_items_share_an_id() {
    let edition = Edition::built_in();
    let ids: HashSet<_> = edition.items().map(|item| &item.id).collect();
    assert_eq!(ids.len(), edition.items().count());
}

#[test]
fn each_of_the_22_not_applicable_rules_says_when_why_and_where() {
    let edition = Edition::built_in();
    let mut rules = 0;
    for item in edition.items() {
        let Some(rule) = &item.not_applicable else {
            continue;
        };
        rules += 1;
        let (id, when, reason) = (&item.id, &rule.when, &rule.reason);
        assert!(when.starts_with(char::is_lowercase) && !when.ends_with('.'), "{id}: {when}");
        assert!(reason.starts_with(char::is_uppercase) && reason.ends_with('.'), "{id}: {reason}");
        // The box that the tooltip names, and the only one that this kind of answer has.
        let (kind, named) = match rule.write {
            WriteIn::Text => (AnswerKind::Text, "“Not applicable” in the text box"),
            WriteIn::Comments => (AnswerKind::Tick, "“Not applicable” in the comments box"),
            WriteIn::DocumentLocation => {
                (AnswerKind::Document, "“Not applicable” in “Enter text describing document location”")
            }
        };
        assert_eq!(item.kind, kind, "{id}");
        let tooltip = item.tooltip.replace("\"Not applicable\"", "“Not applicable”");
        assert!(tooltip.contains(named), "{id}: {tooltip}");
    }
    assert_eq!(rules, 22);
}

#[test]
fn every_tooltip_that_names_the_it_supplier_sends_the_manager_there() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let named = item.tooltip.contains("You may need to ask your IT supplier");
        assert_eq!(item.ask_it_supplier, named, "{}", item.id);
    }
}

#[test]
fn every_address_in_a_tooltip_is_a_link_that_opens() {
    let edition = Edition::built_in();
    for EvidenceItem { id, tooltip, links, .. } in edition.items() {
        let mut rest = tooltip.as_str();
        let mut texts = HashSet::new();
        for link in links {
            let printed = &link.printed;
            assert!(printed.contains("http"), "{id}: {printed}");
            let (before, after) = rest.split_once(printed).unwrap_or_else(|| panic!("{id}: {printed}"));
            assert!(!before.contains("http"), "{id} has no link for an address before {printed}");
            rest = after;
            assert!(!link.text.trim().is_empty() && texts.insert(&link.text), "{id}: {}", link.text);
            let address = url::Url::parse(&link.href).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert!(matches!(address.scheme(), "http" | "https"), "{id}: {address}");
            assert!(address.host_str().is_some_and(|host| host.contains('.')), "{id}: {address}");
            assert!(!address.path().contains("//"), "{id}: {address}");
        }
        assert!(!rest.contains("http"), "{id} has no link for an address in: {rest}");
    }
}

#[test]
fn part_4_keeps_the_14_numbers_printed_in_its_action_column() {
    let edition = Edition::built_in();
    for part in &edition.parts {
        let printed = part.items.iter().filter(|item| item.printed_action.is_some()).count();
        assert_eq!(printed, if part.number == 4 { 14 } else { 0 }, "part {}", part.number);
    }
}

#[test]
fn every_item_is_explained_in_short() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let length = item.in_short.as_ref().map_or(0, |text| text.chars().count());
        assert!((80..=320).contains(&length), "{}: {length} characters", item.id);
    }
}

#[test]
fn no_text_holds_stray_white_space() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let rule = item.not_applicable.iter().flat_map(|rule| [&rule.when, &rule.reason]);
        let links = item.links.iter().flat_map(|link| [&link.text, &link.printed, &link.href]);
        let ours = [&item.printed_action, &item.freshness, &item.hint, &item.in_short].into_iter().flatten();
        for text in [&item.question].into_iter().chain(rule).chain(links).chain(ours) {
            assert!(is_tidy(text), "{}: {text:?}", item.id);
        }
        for paragraph in item.tooltip.split("\n\n") {
            let lines: Vec<_> = paragraph.split('\n').collect();
            assert!(lines.iter().all(|line| is_tidy(line)), "{}: {paragraph:?}", item.id);
            let list = lines.iter().all(|line| line.starts_with("- "));
            assert!(list || lines.len() == 1, "{} breaks a line inside a paragraph: {paragraph:?}", item.id);
        }
    }
}

fn is_tidy(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains("  ") && !text.contains(char::is_control)
}

#[test]
fn the_wording_is_that_of_the_official_document() {
    let Some(document) = text_beside_the_repository("seed", ".txt") else {
        return;
    };
    let edition = Edition::built_in();
    let mut parts = document.split("\nPart ").skip(1);
    for part in &edition.parts {
        let text = parts.next().expect("as many parts in the official document");
        // Each cell starts with a tab at the start of a line; a row has four.
        let mut cells = text.split("\n\t").map(words);
        assert_eq!(cells.next(), Some(format!("{} of 4: {}", part.number, part.title)));
        let cells: Vec<_> = cells.collect();
        let rows: Vec<_> = cells.chunks(4).collect();
        assert_eq!(rows[0], ["Evidence item", "Question", "Tooltip", "Action"]);
        assert_eq!(rows.len() - 1, part.items.len(), "items of part {}", part.number);
        for (row, item) in rows[1..].iter().zip(&part.items) {
            let action = item.printed_action.as_deref().unwrap_or_default();
            assert_eq!(*row, [item.id.as_str(), &words(&item.question), &words(&item.tooltip), action]);
        }
    }
    assert!(parts.next().is_none(), "the official document has more parts");
}

#[test]
fn the_items_are_classified_as_the_fact_sheet_says() {
    let Some(sheet) = text_beside_the_repository("", "item-facts.csv") else {
        return;
    };
    let edition = Edition::built_in();
    let rows: Vec<_> = sheet.lines().skip(1).map(fields).collect();
    assert_eq!(rows.len(), edition.items().count());
    for (row, item) in rows.iter().zip(edition.items()) {
        let kind = match item.kind {
            AnswerKind::Text => "text",
            AnswerKind::Tick => "tick",
            AnswerKind::Document => "document",
        };
        let write = item.not_applicable.as_ref().map_or("", |rule| match rule.write {
            WriteIn::Text => "text box",
            WriteIn::Comments => "tick and comments box",
            WriteIn::DocumentLocation => "document location",
        });
        let yes = |answer: bool| if answer { "yes" } else { "no" };
        let part = edition.part_of(&item.id).map_or(0, |part| part.number).to_string();
        assert_eq!(row[..4], [item.id.as_str(), &part, kind, yes(item.not_applicable.is_some())]);
        let freshness = item.freshness.as_deref().unwrap_or_default();
        assert_eq!(row[5..], [write, yes(item.ask_it_supplier), freshness], "{}", item.id);
        // A condition without a rule is shown as a hint.
        assert_eq!(item.hint.is_some(), item.not_applicable.is_none() && !row[4].is_empty(), "{}", item.id);
    }
}

/// The text of the first file in `../shared/` whose name ends so; `None`, said aloud, where there is none.
fn text_beside_the_repository(folder: &str, ending: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    let mut files = std::fs::read_dir(path).into_iter().flatten().flatten();
    let Some(file) = files.find(|file| file.file_name().to_string_lossy().ends_with(ending)) else {
        println!("No file {ending} in ../shared/{folder}: not compared.");
        return None;
    };
    Some(std::fs::read_to_string(file.path()).expect("a text file"))
}

/// The words with one space between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields of a line of CSV; a quoted field may hold commas.
fn fields(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let text: String =
        parts.map(|(n, part)| if n % 2 == 0 { part.replace(',', "\0") } else { part.into() }).collect();
    text.split('\0').map(str::to_owned).collect()
}

#[test]
fn every_item_has_a_topic_an_example_what_counts_a_time_and_who_can_do_it() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let id = &item.id;
        let length = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count());
        assert!((8..=48).contains(&length(&item.topic)), "{id}: {:?}", item.topic);
        assert!((60..=480).contains(&length(&item.example)), "{id}: {:?}", item.example);
        assert!((40..=260).contains(&length(&item.counts)), "{id}: {:?}", item.counts);
        assert!(item.minutes.is_some_and(|minutes| (5..=60).contains(&minutes)), "{id}: {:?}", item.minutes);
        assert!(!item.who.is_empty(), "{id} names nobody");
        // The tooltip says whom to ask.
        assert!(!item.ask_it_supplier || item.who.contains(&Role::ItSupplier), "{id}: {:?}", item.who);
        let sentences =
            item.in_short.iter().flat_map(|text| text.split(['.', '?'])).filter(|text| text.len() > 12);
        assert!((2..=5).contains(&sentences.count()), "{id}: {:?}", item.in_short);
    }
}

/// A percentage or a date in our own words has to be in the official ones too.
#[test]
fn our_own_help_states_no_date_and_no_percentage_that_the_tooltip_does_not() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let official = format!("{} {}", item.question, item.tooltip).replace("1st July", "1 July");
        for ours in [&item.in_short, &item.counts].into_iter().flatten() {
            let words: Vec<&str> = ours.split_whitespace().collect();
            for word in &words {
                let word = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '%');
                let year = word.len() == 4
                    && word.starts_with("20")
                    && word.bytes().all(|byte| byte.is_ascii_digit());
                assert!(
                    !(year || word.ends_with('%')) || official.contains(word),
                    "{}: {word} in {ours}",
                    item.id
                );
            }
            for day in ["1 July 2021", "30 September 2021"] {
                assert!(!ours.contains(day) || official.contains(day), "{}: {day}", item.id);
            }
            let year = ["12 months", "last year", "annually"].into_iter().any(|span| official.contains(span));
            assert!(!ours.contains("12 months") || year, "{}: {ours}", item.id);
        }
    }
}

#[test]
fn items_build_on_others_without_going_round_in_circles() {
    let edition = Edition::built_in();
    let mut done: HashSet<&ItemId> = HashSet::new();
    loop {
        let ready: Vec<&ItemId> = edition
            .items()
            .filter(|item| !done.contains(&item.id) && item.after.iter().all(|before| done.contains(before)))
            .map(|item| &item.id)
            .collect();
        if ready.is_empty() {
            break;
        }
        done.extend(ready);
    }
    let waiting: Vec<&ItemId> =
        edition.items().map(|item| &item.id).filter(|id| !done.contains(id)).collect();
    assert_eq!(waiting, Vec::<&ItemId>::new());
}

#[test]
fn the_interview_and_the_rules_name_each_other() {
    let edition = Edition::built_in();
    let asked: HashSet<&str> = edition.interview.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(asked.len(), edition.interview.len());
    let rules = edition.items().filter_map(|item| Some((&item.id, item.not_applicable.as_ref()?)));
    let mut named = HashSet::new();
    for (id, rule) in rules {
        assert!(!rule.if_no_to.is_empty(), "no question settles {id}");
        for question in &rule.if_no_to {
            assert!(asked.contains(question.as_str()), "{id}: {question}");
            named.insert(question.as_str());
        }
    }
    assert_eq!(named, asked, "a question that settles nothing is not worth asking");
}

#[test]
fn contradictions_name_items_and_judgements_that_there_are() {
    let edition = Edition::built_in();
    for both in &edition.contradictions {
        for judged in [&both.one, &both.other] {
            assert!(edition.item(&judged.item).is_some(), "{}", judged.item);
            assert!(
                !judged.is.is_empty() && judged.is.iter().all(|name| Judgement::parse(name).is_some()),
                "{judged:?}"
            );
            assert!(
                both.because.contains(judged.item.as_str()) && both.because.ends_with('.'),
                "{}",
                both.because
            );
        }
    }
}

#[test]
fn the_dates_of_the_fact_sheet_are_the_rules_of_the_edition() {
    let edition = Edition::built_in();
    for item in edition.items() {
        let words = item.freshness.as_deref().unwrap_or_default();
        let day = |text: &str| Date::parse(text).expect("a day");
        let expected = match words {
            text if text.contains("since 2021-07-01") => Some(Recency::Since(day("2021-07-01"))),
            text if text.contains("by 2021-09-30") => Some(Recency::By(day("2021-09-30"))),
            "approved within 12 months" | "at least every year" | "tested at least annually" => {
                Some(Recency::WithinMonths(12))
            }
            _ => None,
        };
        assert_eq!(item.recent, expected, "{}: {words}", item.id);
        assert_eq!(item.share, words.contains("95%").then_some(95), "{}", item.id);
    }
}

#[test]
fn a_sheet_holds_just_its_items_and_nothing_of_the_whole() {
    let edition = Edition::built_in();
    let sheet = edition.only(|item| item.ask_it_supplier).expect("a sheet");
    assert_eq!((sheet.items().count(), sheet.parts.len(), sheet.id.as_str()), (8, 1, edition.id.as_str()));
    assert!(sheet.interview.is_empty() && sheet.contradictions.is_empty());
    assert_ne!(sheet.hash, edition.hash);
}
