//! The built-in edition: complete, usable on screen, and word for word what the official document prints.
//!
//! The official document is not part of this repository. Where a copy lies beside it, the wording is compared.

use standards_met_core::catalogue::{AnswerKind, Edition, EvidenceItem, NotApplicableBox};
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
            NotApplicableBox::Text => (AnswerKind::Text, "“Not applicable” in the text box"),
            NotApplicableBox::Comments => (AnswerKind::Tick, "“Not applicable” in the comments box"),
            NotApplicableBox::DocumentLocation => {
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
fn a_link_leads_to_where_its_page_is_today_or_nowhere() {
    let edition = Edition::built_in();
    let links: Vec<_> = edition.items().flat_map(|item| &item.links).collect();
    let moved: Vec<_> = links.iter().filter(|link| link.has_moved()).collect();
    assert!(moved.len() > 20 && moved.iter().any(|link| link.address().is_none()), "{}", moved.len());
    for link in links {
        let Some(address) = link.address() else { continue };
        assert!(!address.contains("digitalsocialcare.co.uk"), "{address} may be somebody else's by now");
        assert_eq!(link.has_moved(), address != link.href, "{address}");
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
            NotApplicableBox::Text => "text box",
            NotApplicableBox::Comments => "tick and comments box",
            NotApplicableBox::DocumentLocation => "document location",
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
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(folder);
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
