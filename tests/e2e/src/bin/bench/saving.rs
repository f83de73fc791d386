//! Measures for how long a save keeps the page from doing anything else, with a megabyte of answers, on a slowed
//! processor.

use anyhow::{Context, Result};
use e2e::{Session, act, check, find};
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::{SLOW_DOWN, bring_in, example, slow_down, turns};

const SAVES: usize = 20;
/// All answers together, in characters.
pub const TOGETHER: usize = 1_000_000;

/// A save has begun and has come to its end.
const SAVED: &str = "(began ||= said() === 'Saving…') && said().startsWith('Saved on this device at')";

/// Saves again and again, prints how long each took at most, and gives the figures.
pub async fn measure(s: &Session) -> Result<Value> {
    let id = bring_in(s, &a_megabyte()?).await?;
    act::open(s, &format!("#/a/{id}/item/2.1.1")).await?;
    act::reload(s).await?;
    find::field(s, "Comments (optional)").await?;
    act::add(s, "Comments (optional)", " ").await?;
    check::text(s, "Saved on this device at").await?;
    slow_down(s, SLOW_DOWN).await?;
    turns::watch(s).await?;
    let mut taken = Vec::new();
    for _ in 0..SAVES {
        turns::until(s, SAVED).await?;
        act::keys(s, "x").await?;
        taken.push(turns::longest(s).await?);
    }
    let taken = Figures::of(taken);
    println!(
        "\nA save of 43 answers, {TOGETHER} characters together, {SLOW_DOWN}× slower: the page did nothing else for at \
         most (median / 95 of 100 of {SAVES} saves) {} ms; longest of all {:.1} ms",
        taken.words(1.0, 1),
        taken.longest().unwrap_or_default()
    );
    Ok(json!({ "characters": TOGETHER, "cpu": SLOW_DOWN, "longest_turn_ms": taken.json() }))
}

/// The worked example with very long answers.
pub fn a_megabyte() -> Result<Value> {
    let mut file = example()?;
    let responses = file["assessment"]["responses"].as_array_mut().context("responses")?;
    let each = TOGETHER / responses.len();
    let long: String =
        "We keep what we hold safe and look at it every month.\n".chars().cycle().take(each).collect();
    for response in responses.iter_mut().filter(|response| response["item"] != "2.1.1") {
        response["answer"] = json!(long);
    }
    Ok(file)
}
