//! Checks the file of an edition.

use super::sentence::MOST_ROWS;
use super::{Column, Problem, ProblemKind, doubts, links};
use crate::catalogue::{EDITION_FORMAT, EDITION_VERSION, Edition, EvidenceItem, ItemId};
use crate::exchange::FilePart;
use crate::json::Extra;
use crate::words::wrong_form;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Reads the text of an edition, or of an assessment that holds one in its field `edition`, and returns the edition
/// with its problems. The edition is `None` where a problem is serious.
#[must_use]
pub fn check(text: &str) -> (Option<Edition>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return (None, vec![Problem::of(ProblemKind::NotJson)]);
    };
    let Some(whole) = edition_in(value) else {
        return (None, vec![Problem::of(ProblemKind::NotAnEdition)]);
    };
    if let Some(version) =
        whole.get("version").and_then(Value::as_u64).filter(|version| *version > EDITION_VERSION)
    {
        return (None, vec![Problem::of(ProblemKind::Newer).said(&format!("version {version}"))]);
    }
    match Edition::read(whole.clone()) {
        Ok(edition) => {
            let problems = look_through(&edition);
            let is_serious = problems.iter().any(Problem::is_serious);
            ((!is_serious).then_some(edition), problems)
        }
        Err(wrong) => {
            let problem = Problem::of(ProblemKind::Field).taken(&wrong_form(&FilePart::Edition, &wrong));
            (None, vec![unreadable_item(&whole).map_or(problem.clone(), |item| problem.item(&item))])
        }
    }
}

/// Returns the edition itself, or the one inside an assessment.
fn edition_in(value: Value) -> Option<Extra> {
    let is_edition = |whole: &Extra| whole.get("format").and_then(Value::as_str) == Some(EDITION_FORMAT);
    let Value::Object(mut whole) = value else { return None };
    if is_edition(&whole) {
        return Some(whole);
    }
    match whole.remove("edition")? {
        // An edition with another `format` could be stored on the device, but the file saved with it could not be read
        // again.
        Value::Object(inside) if is_edition(&inside) => Some(inside),
        _ => None,
    }
}

/// Returns the first item that cannot be read even in an edition of its own.
fn unreadable_item(whole: &Extra) -> Option<ItemId> {
    let parts = whole.get("parts")?.as_array()?.iter();
    let mut items = parts.filter_map(|part| part.get("items")?.as_array()).flatten();
    let is_unreadable = |item: &&Value| {
        let mut alone = Extra::new();
        for field in ["format", "id", "title", "year", "source"] {
            alone.insert(field.into(), json!("x"));
        }
        alone.insert("version".into(), json!(EDITION_VERSION));
        alone.insert("parts".into(), json!([{ "number": 1, "title": "x", "items": [item] }]));
        Edition::read(alone).is_err()
    };
    items.find(is_unreadable).and_then(|item| ItemId::parse(item.get("id")?.as_str()?))
}

/// Returns the problems of an edition that can be read.
fn look_through(edition: &Edition) -> Vec<Problem> {
    let mut problems = Vec::new();
    let count = edition.items().count();
    let mut tell = |is_wrong: bool, problem: Problem| {
        if is_wrong {
            problems.push(problem);
        }
    };
    tell(edition.title.trim().is_empty(), Problem::of(ProblemKind::AboutTitle));
    tell(!super::make::is_year(edition.year.trim()), Problem::of(ProblemKind::AboutYear).said(&edition.year));
    tell(count == 0, Problem::of(ProblemKind::NoItems));
    tell(count > MOST_ROWS, Problem::of(ProblemKind::TooManyRows).count(count));
    let mut numbers = BTreeSet::new();
    for part in &edition.parts {
        tell(!numbers.insert(part.number), Problem::of(ProblemKind::PartTwice).count(part.number.into()));
    }
    problems.extend(doubts::of_the_edition(edition.opens, edition.closes, &edition.sources));
    let ids: BTreeSet<&ItemId> = edition.items().map(|item| &item.id).collect();
    let mut continued = BTreeMap::new();
    for item in edition.items() {
        problems.extend(of_the_item(item, &ids).into_iter().chain(earlier(item, edition, &mut continued)));
        problems.extend(doubts::unlisted(item, edition));
    }
    problems
}

fn of_the_item(item: &EvidenceItem, ids: &BTreeSet<&ItemId>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let problem = |kind, column| Problem::of(kind).item(&item.id).column(column);
    if item.question.trim().is_empty() {
        problems.push(problem(ProblemKind::NoQuestion, Column::Question));
    }
    if item.tooltip.trim().is_empty() {
        problems.push(problem(ProblemKind::NoTooltip, Column::Tooltip));
    }
    for (kind, column, text, most) in [
        (ProblemKind::LongQuestion, Column::Question, &item.question, super::item::LONG_QUESTION),
        (ProblemKind::LongTooltip, Column::Tooltip, &item.tooltip, super::item::LONG_TOOLTIP),
    ] {
        let count = text.chars().count();
        if super::reading::is_cut(text) {
            problems.push(problem(ProblemKind::CutOff, column));
        } else if count > most {
            problems.push(problem(kind, column).count(count));
        }
        if super::tidy::has_controls(text) {
            problems.push(problem(ProblemKind::Controls, column));
        }
    }
    for before in &item.after {
        let kind = if *before == item.id { ProblemKind::AfterItself } else { ProblemKind::AfterUnknown };
        if *before == item.id || !ids.contains(before) {
            problems.push(problem(kind, Column::After).said(before.as_str()));
        }
    }
    problems.extend(addresses(item));
    problems
}

/// Returns addresses without a link, links without a printed address, and broken addresses.
fn addresses(item: &EvidenceItem) -> Vec<Problem> {
    let problem = |kind, said: &str| Problem::of(kind).item(&item.id).column(Column::Tooltip).said(said);
    let mut problems = Vec::new();
    let mut rest = item.tooltip.clone();
    for link in &item.links {
        if !item.tooltip.contains(&link.printed) {
            problems.push(problem(ProblemKind::LinkNotPrinted, &link.printed));
        }
        // A character that is part of no address keeps the texts on either side of the link apart.
        rest = rest.replace(&link.printed, "\u{fffc}");
    }
    let (links, broken) = links::find(&rest);
    let is_told = |printed: &str| broken.iter().any(|broken| broken.printed == printed);
    let unlinked = links.iter().filter(|link| !is_told(&link.printed));
    problems.extend(unlinked.map(|link| problem(ProblemKind::AddressWithoutLink, &link.printed)));
    for broken in &broken {
        // An address without `https://` becomes a link only in a table. In the file of an edition it has no link.
        let kind = if broken.kind == ProblemKind::LinkWithoutHttp {
            ProblemKind::AddressWithoutLink
        } else {
            broken.kind
        };
        problems.push(problem(kind, &broken.printed));
    }
    problems
}

/// Returns the problems with the earlier items that an item continues. It must not name one twice, nor one of its own
/// edition; that two items continue the same one is reported too.
fn earlier<'a>(
    item: &'a EvidenceItem,
    edition: &Edition,
    continued: &mut BTreeMap<(&'a str, &'a ItemId), &'a ItemId>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (of, number) in
        item.replaces.iter().flat_map(|one| one.items.iter().map(|item| (one.edition.as_str(), item)))
    {
        let problem = |kind| Problem::of(kind).item(&item.id).column(Column::Replaces).said(number.as_str());
        if of == edition.id {
            problems.push(problem(ProblemKind::ReplacesSameEdition));
        }
        match continued.get(&(of, number)) {
            Some(other) if **other == item.id => problems.push(problem(ProblemKind::ReplacesTwice)),
            Some(other) => problems.push(problem(ProblemKind::ReplacedByTwo).taken(&format!("item {other}"))),
            None => {
                continued.insert((of, number), &item.id);
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> (bool, Vec<ProblemKind>) {
        let (edition, problems) = check(text);
        (edition.is_some(), problems.iter().map(|problem| problem.kind).collect())
    }

    fn with(change: impl FnOnce(&mut Value)) -> String {
        let mut whole = json!({
            "format": EDITION_FORMAT, "version": 1, "id": "a-2022", "title": "A 2022", "year": "2022", "source": "Made up.",
            "parts": [{ "number": 1, "title": "One", "items": [
                { "id": "1.1", "question": "Is it?", "tooltip": "It is.", "kind": "tick" },
                { "id": "1.2", "question": "Who?", "tooltip": "Somebody.", "kind": "text", "after": ["1.1"] },
            ] }],
        });
        change(&mut whole);
        whole.to_string()
    }

    #[test]
    fn the_built_in_edition_has_nothing_wrong() {
        let built_in = Edition::built_in();
        let text = Value::Object(built_in.whole.clone()).to_string();
        assert_eq!(check(&text), (Some(built_in), Vec::new()));
    }

    #[test]
    fn an_edition_is_found_inside_an_assessment() {
        let text = with(|_| ());
        let inside: Value = serde_json::from_str(&text).expect("JSON");
        let document = json!({ "format": "standards-met/assessment", "edition": inside }).to_string();
        assert_eq!((kinds(&text), kinds(&document)), ((true, vec![]), (true, vec![])));
        assert_eq!(check(&document).0, Edition::from_text(&text));
    }

    /// Found by the fuzzer: such an edition was accepted, and the file saved with it was refused.
    #[test]
    fn an_edition_inside_an_assessment_that_says_it_is_something_else_is_none() {
        let inside: Value = serde_json::from_str(&with(|whole| whole["format"] = json!("x"))).expect("JSON");
        let document = json!({ "format": "standards-met/assessment", "edition": inside }).to_string();
        assert_eq!(kinds(&document), (false, vec![ProblemKind::NotAnEdition]));
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_its_reason() {
        assert_eq!(kinds("PK\u{3}\u{4}"), (false, vec![ProblemKind::NotJson]));
        assert_eq!(kinds("[1]"), (false, vec![ProblemKind::NotAnEdition]));
        assert_eq!(kinds("{\"edition\": 5}"), (false, vec![ProblemKind::NotAnEdition]));
        assert_eq!(kinds(&with(|whole| whole["version"] = json!(2))), (false, vec![ProblemKind::Newer]));
        assert_eq!(kinds(&with(|whole| whole["parts"] = json!([]))), (false, vec![ProblemKind::NoItems]));
        let (_, problems) = check(&with(|whole| whole["parts"][0]["items"][1]["kind"] = json!("song")));
        let said = problems[0].sentence();
        assert!(
            said.starts_with(
                "Item 1.2 of the edition cannot be read. The kind of answer to a question is “song”, which is not text, tick or"
            ),
            "{said}"
        );
    }

    #[test]
    fn what_can_be_used_is_still_looked_through() {
        for (pointer, value, expected) in [
            ("/parts/0/items/0/tooltip", json!(""), ProblemKind::NoTooltip),
            ("/parts/0/items/0/tooltip", json!("See https://example.org/a"), ProblemKind::AddressWithoutLink),
            ("/parts/0/items/0/tooltip", json!("See http:/example.org/a"), ProblemKind::LinkWithoutSlashes),
            ("/parts/0/items/0/tooltip", json!("a\u{7}"), ProblemKind::Controls),
            ("/parts/0/items/1/after", json!(["9.9"]), ProblemKind::AfterUnknown),
            ("/parts/0/items/1/after", json!(["1.2"]), ProblemKind::AfterItself),
        ] {
            let text = with(|whole| *whole.pointer_mut(pointer).expect(pointer) = value);
            assert_eq!(kinds(&text), (true, vec![expected]));
        }
        let source = json!({ "key": "list", "title": "The list", "href": "https://www.example.org" });
        for (field, value, expected) in [
            ("closes", json!("2022-06-30"), ProblemKind::ClosesBeforeOpens),
            ("sources", json!([source, source]), ProblemKind::SourceTwice),
            ("sources", json!([]), ProblemKind::SourceUnknown),
        ] {
            let text = with(|whole| {
                whole["opens"] = json!("2022-09-01");
                whole["closes"] = json!("2023-06-30");
                whole["sources"] = json!([source]);
                whole["parts"][0]["items"][0]["sources"] = json!(["list"]);
                whole[field] = value;
            });
            assert_eq!(kinds(&text), (true, vec![expected]), "{field}");
        }
        let link = json!([{ "text": "a", "printed": "https://example.org", "href": "https://example.org" }]);
        assert_eq!(
            kinds(&with(|whole| whole["parts"][0]["items"][0]["links"] = link)).1,
            [ProblemKind::LinkNotPrinted]
        );
        let again = |whole: &mut Value| {
            let part = json!({ "number": 1, "title": "Two", "items": [] });
            whole["parts"].as_array_mut().expect("parts").push(part);
            whole["parts"][0]["items"][0]["replaces"] =
                json!([{ "edition": "a-2022", "items": ["1.1", "1.1"] }]);
        };
        let same = ProblemKind::ReplacesSameEdition;
        assert_eq!(
            kinds(&with(again)),
            (false, vec![ProblemKind::PartTwice, same, same, ProblemKind::ReplacesTwice])
        );
    }
}
