//! Checks on single values of an edition that go beyond what their types require.

use super::item_id::ItemId;
use super::recency::Recency;
use crate::calendar::Date;
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// Reads a text that must also pass `fits`. `what` describes what the text should be.
fn text<'de, D: Deserializer<'de>>(from: D, fits: fn(&str) -> bool, what: &str) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    if fits(&text) { Ok(text) } else { Err(D::Error::custom(format!("should be {what}"))) }
}

fn is_number(text: &str) -> bool {
    ItemId::parse(text).is_some()
}

/// Reads the identifier of an edition. It is part of a key and is searched for in stored texts, so it must be spelled
/// the same everywhere.
pub fn edition_id<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, is_number, "an identifier such as dspt-2021-22")
}

/// Reads the number of an item.
pub fn item<'de, D: Deserializer<'de>>(from: D) -> Result<ItemId, D::Error> {
    text(from, is_number, "a number such as 1.2.3").map(ItemId)
}

/// Reads a list of numbers of items.
pub fn items<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<ItemId>, D::Error> {
    #[derive(Deserialize)]
    struct Number(#[serde(deserialize_with = "item")] ItemId);

    Ok(Vec::<Number>::deserialize(from)?.into_iter().map(|number| number.0).collect())
}

/// Reads a text that is not empty.
pub fn not_empty<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    text(from, |text| !text.is_empty(), "text that is not empty")
}

/// Reads a list of texts, none of them empty.
pub fn names<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    struct Name(#[serde(deserialize_with = "not_empty")] String);

    Ok(Vec::<Name>::deserialize(from)?.into_iter().map(|name| name.0).collect())
}

/// Reads a web address. Only `https` and `http`, which lead to a page, are accepted: an address could also hold a program.
pub fn web_address<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let fits = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    text(from, fits, "an address that begins with https:// or http://")
}

/// Reads the new web address of a page, if there is one.
pub fn new_address<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    struct Address(#[serde(deserialize_with = "web_address")] String);

    Ok(Option::<Address>::deserialize(from)?.map(|address| address.0))
}

/// Reads `{ "since": … }`, `{ "by": … }` or `{ "within_months": … }`. Returns `None` for any other rule, which a later
/// version may have written.
pub fn recency<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Recency>, D::Error> {
    #[derive(Deserialize)]
    struct RecencyForm {
        since: Option<Date>,
        by: Option<Date>,
        within_months: Option<u8>,
    }
    let form = Option::<RecencyForm>::deserialize(from)?;
    Ok(form.and_then(|form| {
        let since = form.since.map(Recency::Since);
        since.or(form.by.map(Recency::By)).or(form.within_months.map(Recency::WithinMonths))
    }))
}
