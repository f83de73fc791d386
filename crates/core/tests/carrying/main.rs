//! Last year's answers in this year's edition: nothing is lost, nothing is taken for granted.

mod mapping;
mod news;
mod properties;
mod two_years;
mod worked_example;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};
use standards_met_core::assessment::{
    Action, ActionEdit, Assessment, CarryOverChoice, CarryOverSource, Change, Date, Edit, EditionMapping,
    Evidence, EvidenceEdit, FindingKind, Id, Judgement, MatchReason, OpenAction, Response, Review,
    StatusChange, Timestamp, Year, findings, matching, years,
};
use standards_met_core::catalogue::{Edition, ItemId, WordingChange};
use standards_met_core::date_parts::DateEntry;
use standards_met_core::exchange::{Document, EditionRef, read};
use std::sync::Arc;

fn at(second: f64) -> Timestamp {
    Timestamp::from_millis(second * 1000.0)
}

fn id(text: &str) -> ItemId {
    ItemId(text.into())
}

/// The items of the built-in edition as its file spells them.
fn built_in_items() -> Vec<Value> {
    let whole = Edition::built_in().whole;
    let parts = whole["parts"].as_array().expect("parts");
    parts.iter().flat_map(|part| part["items"].as_array().expect("items")).cloned().collect()
}

fn edition(id: &str, year: &str, items: &[Value]) -> Edition {
    let whole = json!({
        "format": "standards-met/edition", "version": 1, "id": id, "title": id, "year": year, "source": "",
        "parts": [{ "number": 1, "title": "All of it", "items": items }],
    });
    Edition::read(whole.as_object().cloned().expect("an object")).expect("an edition")
}

/// Each word with this remainder becomes another one, that no item uses.
fn reworded(text: &str, every: usize, which: usize) -> String {
    let word = |(place, word): (usize, &str)| {
        if place % every == which { format!("quux{place}") } else { word.to_owned() }
    };
    text.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

fn with_wording(mut item: Value, number: &str, change: impl Fn(&str) -> String) -> Value {
    for field in ["question", "tooltip"] {
        item[field] = change(item[field].as_str().expect(field)).into();
    }
    item["id"] = number.into();
    item["printed_action"] = Value::Null;
    item
}
