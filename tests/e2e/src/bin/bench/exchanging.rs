//! Measures for how long an import and an export keep the page from doing anything else, with a megabyte of answers,
//! on a slowed processor.

use std::path::Path;

use anyhow::{Context, Result};
use e2e::{Key, Session, act, find};
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::saving::{TOGETHER, a_megabyte};
use crate::{SLOW_DOWN, cdp, in_a_browser, slow_down, turns};

/// What is measured, for people and for the file.
const STEPS: [(&str, &str); 3] = [
    ("reading a file and showing what is in it", "read"),
    ("adding it, until it is saved", "add"),
    ("exporting it, until the file is ready", "export"),
];

const SHOWN: &str = "document.querySelector('#offer-heading') !== null";
/// The notice of the import, and the save that follows.
const ADDED: &str = "document.querySelector('#offer-heading') === null \
    && document.querySelector('.app-news')?.textContent.includes('is on this device now.') \
    && said().startsWith('Saved on this device at')";
const READY: &str = "starts('.app-news b', 'Your file is ready')";

/// Imports and exports, each time in a browser that is new, prints how long each took at most, and gives the figures.
pub async fn measure(rounds: usize) -> Result<Value> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("long.json");
    std::fs::write(&path, a_megabyte()?.to_string())?;
    let mut taken: [Vec<f64>; STEPS.len()] = Default::default();
    for _ in 0..rounds {
        let once = in_a_browser("exchanging", async |s: &Session| in_and_out(s, &path).await).await?;
        for (all, one) in taken.iter_mut().zip(once) {
            all.push(one);
        }
    }
    println!(
        "\n43 answers, {TOGETHER} characters together, {SLOW_DOWN}× slower: the page did nothing else for at most \
         (median / 95 of 100 of {rounds} rounds)"
    );
    let mut report = json!({ "characters": TOGETHER, "cpu": SLOW_DOWN });
    for ((words, key), taken) in STEPS.into_iter().zip(taken) {
        let taken = Figures::of(taken);
        println!("  {words:<42} {} ms", taken.words(1.0, 1));
        report[key] = json!({ "longest_turn_ms": taken.json() });
    }
    Ok(report)
}

async fn in_and_out(s: &Session, path: &Path) -> Result<[f64; STEPS.len()]> {
    act::open(s, "#/data").await?;
    find::file(s, "Choose a file").await?;
    // Given past WebDriver, which would look at the page before it hands a file over.
    cdp(s, "DOM.enable", json!({})).await?;
    let found = json!({ "expression": "document.querySelector('#data-file')" });
    let found = cdp(s, "Runtime.evaluate", found).await?;
    let input = found["result"]["objectId"].as_str().context("there is no place for a file")?.to_owned();
    slow_down(s, SLOW_DOWN).await?;
    turns::watch(s).await?;

    turns::until(s, SHOWN).await?;
    cdp(s, "DOM.setFileInputFiles", json!({ "files": [path], "objectId": input })).await?;
    let read = turns::longest(s).await?;

    turns::focus(s, &find::button(s, "Open and carry on").await?).await?;
    turns::until(s, ADDED).await?;
    act::keys(s, Key::Enter).await?;
    let added = turns::longest(s).await?;

    act::follow(s, "Check before you send").await?;
    turns::focus(s, &find::button(s, "Export a file").await?).await?;
    turns::until(s, READY).await?;
    act::keys(s, Key::Enter).await?;
    Ok([read, added, turns::longest(s).await?])
}
