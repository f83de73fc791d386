//! Finding things by what a person calls them.
//!
//! A name is given as text (`"Save"`, the whole accessible name), or with [`starting`] or [`containing`]; where a page
//! has the same name twice, `.within("Action 2")` says in which group or under which heading, `.number(2)` which one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Result, anyhow, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use crate::Session;
use crate::wait::eventually;

const LOCATE: &str = include_str!("page/locate.js");
const SHOWN: &str = include_str!("page/shown.js");

/// A name to look for, and where.
#[derive(Clone, Debug)]
pub struct Named {
    how: &'static str,
    name: String,
    within: Option<String>,
    number: Option<usize>,
}

/// Exactly this name; the same as giving the text itself.
pub fn named(name: &str) -> Named {
    Named { how: "is", name: name.to_owned(), within: None, number: None }
}

/// A name that starts with these words.
pub fn starting(name: &str) -> Named {
    Named { how: "starts", ..named(name) }
}

/// A name that contains these words.
pub fn containing(name: &str) -> Named {
    Named { how: "contains", ..named(name) }
}

impl Named {
    /// Only inside the group (fieldset, dialog, section, table row …) of this name, or under the heading of this name.
    pub fn within(mut self, name: &str) -> Named {
        self.within = Some(name.to_owned());
        self
    }

    /// The first, second … of those with that name, counted from 1.
    pub fn number(mut self, number: usize) -> Named {
        self.number = Some(number);
        self
    }

    pub(crate) fn describe(&self, role: &str) -> String {
        let how = match self.how {
            "starts" => "that starts with ",
            "contains" => "that contains ",
            _ => "",
        };
        let within = self.within.as_ref().map(|within| format!(" in “{within}”")).unwrap_or_default();
        let number = self.number.map(|number| format!(" (number {number})")).unwrap_or_default();
        format!("the {role} {how}“{}”{within}{number}", self.name)
    }
}

impl From<&str> for Named {
    fn from(name: &str) -> Named {
        named(name)
    }
}

impl From<&String> for Named {
    fn from(name: &String) -> Named {
        named(name)
    }
}

macro_rules! roles {
    ($($(#[$meta:meta])* $role:ident;)*) => {
        $(
            $(#[$meta])*
            pub async fn $role(s: &Session, name: impl Into<Named>) -> Result<WebElement> {
                role(s, stringify!($role), name).await
            }
        )*
    };
}

roles! {
    /// A button, or the summary of a fold.
    button;
    link;
    heading;
    /// A text box, a text area or a select, by its label.
    field;
    radio;
    checkbox;
    /// A file input, hidden from sight or not, by its label.
    file;
    /// A fieldset, fold, section, form, table, row or list item, by its legend, heading or first link.
    group;
    dialog;
    /// An alert, by its text.
    alert;
    /// A status message, by its text.
    status;
}

/// What has this role and this name; also for ARIA roles that have no function of their own here.
pub async fn role(s: &Session, role: &str, name: impl Into<Named>) -> Result<WebElement> {
    let name = name.into();
    eventually(s, &name.describe(role), async || now(s, role, &name).await).await
}

/// Waits until nothing with this role and name is shown any more.
pub(crate) async fn none(s: &Session, role: &str, name: &Named) -> Result<()> {
    eventually(s, &format!("the end of {}", name.describe(role)), async || {
        let count = locate(s, role, name).await?.count;
        // Without the second there may still be a first.
        ensure!(count < name.number.unwrap_or(1), "there are {count}");
        Ok(())
    })
    .await
}

/// One look, without waiting.
pub(crate) async fn now(s: &Session, role: &str, name: &Named) -> Result<WebElement> {
    let Located { found, count, names } = locate(s, role, name).await?;
    if let Value::Object(_) = found {
        return Ok(WebElement::from_json(found, s.web().handle().clone())?);
    }
    match count {
        0 => Err(anyhow!("no such {role}; there are {names:?}")),
        count => Err(anyhow!("{count} have that name; say which with `within` or `number`")),
    }
}

#[derive(Deserialize)]
struct Located {
    found: Value,
    count: usize,
    names: Vec<String>,
}

async fn locate(s: &Session, role: &str, name: &Named) -> Result<Located> {
    let arguments =
        vec![json!(role), json!(name.how), json!(name.name), json!(name.within), json!(name.number)];
    Ok(serde_json::from_value(s.script(LOCATE, arguments).await?)?)
}

/// What a person would say that the page shows.
#[derive(Deserialize)]
pub struct Shown {
    pub address: String,
    pub heading: String,
    pub text: String,
}

/// The address, the heading and the words of the page as it is now.
pub async fn shown(s: &Session) -> Result<Shown> {
    Ok(serde_json::from_value(s.script(SHOWN, vec![]).await?)?)
}

/// The same as a sentence, for messages.
pub(crate) async fn what_the_page_shows(s: &Session) -> String {
    match shown(s).await {
        Ok(Shown { address, heading, text }) => {
            let start: String = text.chars().take(600).collect();
            format!("{address} shows the heading “{heading}” and:\n{start}")
        }
        Err(error) => format!("The page could not be read: {error:#}"),
    }
}

/// The page's address after the base, such as `#/item/1.1.1`.
pub async fn address(s: &Session) -> Result<String> {
    let address = shown(s).await?.address;
    Ok(address.strip_prefix(s.base()).unwrap_or(&address).to_owned())
}

/// Whether the focus is on an element at this moment.
pub(crate) async fn has_focus(s: &Session, element: &WebElement) -> Result<bool> {
    let script = "return arguments[0] === document.activeElement;";
    Ok(s.script(script, vec![element.to_json()?]).await? == json!(true))
}

/// What is in a field.
pub async fn value(s: &Session, label: impl Into<Named>) -> Result<String> {
    Ok(field(s, label).await?.prop("value").await?.unwrap_or_default())
}

/// The boxes for the day, the month and the year of the date of this name.
pub async fn date_boxes(s: &Session, name: impl Into<Named>) -> Result<Vec<WebElement>> {
    Ok(group(s, name).await?.find_all(By::Css("input")).await?)
}

/// The keys in local storage, sorted.
pub async fn storage_keys(s: &Session) -> Result<Vec<String>> {
    let keys = s.script("return Object.keys(localStorage).sort();", vec![]).await?;
    Ok(serde_json::from_value(keys)?)
}

/// What local storage holds under a key.
pub async fn stored(s: &Session, key: &str) -> Result<Option<String>> {
    let text = s.script("return localStorage.getItem(arguments[0]);", vec![json!(key)]).await?;
    Ok(text.as_str().map(str::to_owned))
}

/// Everything in local storage, by key.
pub async fn storage(s: &Session) -> Result<BTreeMap<String, String>> {
    let all = s.script("return Object.fromEntries(Object.entries(localStorage));", vec![]).await?;
    Ok(serde_json::from_value(all)?)
}

/// The keys in the page's second store.
pub async fn second_keys(s: &Session) -> Result<Vec<String>> {
    let script = "return new Promise((done) => {
        const opening = indexedDB.open('standards-met');
        opening.onsuccess = () => {
            const asked = opening.result.transaction('texts').objectStore('texts').getAllKeys();
            asked.onsuccess = () => { opening.result.close(); done(asked.result); };
        };
    });";
    Ok(serde_json::from_value(s.script(script, vec![]).await?)?)
}

/// Waits for a finished download whose file name contains `part`.
pub async fn download(s: &Session, part: &str) -> Result<PathBuf> {
    eventually(s, &format!("a download with “{part}” in its name"), async || {
        let names = downloads(s)?;
        // While Firefox or Chromium still writes, an unfinished file lies beside an empty one.
        let unfinished = |path: &PathBuf| {
            let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            ["crdownload", "part", "wkdownload"].contains(&ending.as_str())
        };
        if names.iter().any(unfinished) {
            bail!("it is not finished: {names:?}");
        }
        let wanted =
            |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(part));
        match names.iter().find(wanted) {
            Some(path) if path.metadata()?.len() > 0 => Ok(path.clone()),
            Some(_) => bail!("it is still empty"),
            None => bail!("there are {names:?}"),
        }
    })
    .await
}

/// All files in the download folder, sorted.
pub fn downloads(s: &Session) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(s.downloads())? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}
