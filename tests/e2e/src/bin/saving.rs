//! Measures for how long a save keeps the page from doing anything else, with a megabyte of answers, on a slowed
//! processor.
//!
//! Run it with `cargo xtask bench`. It prints figures and fails on nothing but errors: how fast a machine is, no test
//! can know.

use anyhow::{Context, Result};
use e2e::{Engine, Options, Session, act, check, find};
use serde_json::{Value, json};

/// As much slower than this machine as a tablet of some years ago.
const SLOW_DOWN: u32 = 4;
const SAVES: usize = 20;
/// All answers together, in characters.
const TOGETHER: usize = 1_000_000;

/// Asks again and again for the next turn of the browser, and notes the longest that it had to wait for one: that is how
/// long the page did nothing else. From the press of a key on, the key's own work included.
const WATCH: &str = "window.longest = 0;
    const channel = new MessageChannel();
    let last = performance.now();
    channel.port1.onmessage = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);";

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure())
}

async fn measure() -> Result<()> {
    let s = Session::start(Engine::Chromium, "saving", Options::default()).await?;
    let outcome = measure_in(&s).await;
    s.end().await;
    outcome
}

async fn measure_in(s: &Session) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("a-megabyte.json");
    let file = a_megabyte()?;
    std::fs::write(&path, file.to_string())?;
    act::open(s, "#/data").await?;
    act::upload(s, "Choose a file", &path).await?;
    act::press(s, "Add it").await?;
    check::text(s, "was imported.").await?;
    let id = file["assessment"]["id"].as_str().context("an identifier")?.to_owned();
    act::open(s, &format!("#/a/{id}/item/2.1.1")).await?;
    act::reload(s).await?;
    find::field(s, "Comments (optional)").await?;
    act::add(s, "Comments (optional)", " ").await?;
    check::text(s, "Saved on this device at").await?;
    s.web().cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOW_DOWN })).await?;
    s.script(WATCH, vec![]).await?;
    let mut taken = Vec::new();
    for _ in 0..SAVES {
        s.script("window.longest = 0;", vec![]).await?;
        act::keys(s, "x").await?;
        check::text(s, "Saving…").await?;
        // The wait for the save, which is due 400 ms after the key, and for the second copy.
        check::text(s, "Saved on this device at").await?;
        taken.push(s.script("return window.longest;", vec![]).await?.as_f64().unwrap_or_default());
    }
    taken.sort_by(f64::total_cmp);
    println!(
        "A save of 43 answers, {TOGETHER} characters together, {SLOW_DOWN}× slower: the page did nothing else for at \
         most (median of {SAVES} saves) {:.1} ms; longest of all {:.1} ms",
        taken[taken.len() / 2],
        taken[taken.len() - 1]
    );
    Ok(())
}

/// The worked example with very long answers.
fn a_megabyte() -> Result<Value> {
    let mut file: Value = serde_json::from_str(include_str!("../../../../public/example.json"))?;
    let responses = file["assessment"]["responses"].as_array_mut().context("responses")?;
    let each = TOGETHER / responses.len();
    let long: String =
        "We keep what we hold safe and look at it every month.\n".chars().cycle().take(each).collect();
    for response in responses.iter_mut().filter(|response| response["item"] != "2.1.1") {
        response["answer"] = json!(long);
    }
    Ok(file)
}
