//! Measures how long a key press takes until it is painted, with all items answered at length, on a slowed processor.
//!
//! Run it with `cargo xtask bench`. It prints figures and fails on nothing but errors: how fast a machine is, no test
//! can know.

use anyhow::{Context, Result};
use e2e::{Engine, Options, Session, act, check, find};
use serde_json::{Value, json};

/// As much slower than this machine as a tablet of some years ago.
const SLOW_DOWN: u32 = 4;
const KEYS: usize = 200;
/// The length of every text, in characters.
const AT_LENGTH: usize = 1500;

/// From the moment of the key press, as the browser stamps it, to the task after the next frame.
const LISTEN: &str = "window.taken = [];
    addEventListener('keydown', (event) => {
      const pressed = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.taken.push(performance.now() - pressed);
        channel.port2.postMessage(null);
      });
    }, true);";

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure())
}

async fn measure() -> Result<()> {
    let s = Session::start(Engine::Chromium, "typing", Options::default()).await?;
    let outcome = measure_in(&s).await;
    s.end().await;
    outcome
}

async fn measure_in(s: &Session) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("at-length.json");
    let file = at_length()?;
    std::fs::write(&path, file.to_string())?;
    act::open(s, "#/data").await?;
    act::upload(s, "Choose a file", &path).await?;
    act::press(s, "Add it").await?;
    check::text(s, "was imported.").await?;
    let id = file["assessment"]["id"].as_str().context("an identifier")?.to_owned();
    println!(
        "Key press to painted, {KEYS} keys each, {SLOW_DOWN}× slower, every text {AT_LENGTH} characters:"
    );
    for (page, address, field) in [
        ("answer of an item", "item/1.1.5", "Your answer"),
        ("comments of an item", "item/10.2.1", "Comments (optional)"),
        ("words to find", "find", "Words"),
        ("an action in the plan", "actions", "What will be done"),
    ] {
        act::open(s, &format!("#/a/{id}/{address}")).await?;
        act::reload(s).await?;
        if address == "actions" {
            act::press(s, "Change this action of 1.1.5").await?;
        }
        find::field(s, find::named(field).number(1)).await?;
        act::add(s, find::named(field).number(1), " ").await?;
        let slow = json!({ "rate": SLOW_DOWN });
        s.web().cdp().send_raw("Emulation.setCPUThrottlingRate", slow).await?;
        s.script(LISTEN, vec![]).await?;
        for letter in "the quick brown fox jumps over the lazy dog ".chars().cycle().take(KEYS) {
            act::keys(s, letter.to_string()).await?;
        }
        let taken = s.script("return window.taken", vec![]).await?;
        s.web().cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
        let mut taken: Vec<f64> = taken.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        taken.sort_by(f64::total_cmp);
        let at = |share: usize| taken.get(taken.len() * share / 100).copied().unwrap_or_default();
        println!("  {page:<24} median {:>5.1} ms   p98 {:>5.1} ms   ({} keys)", at(50), at(98), taken.len());
    }
    Ok(())
}

/// The worked example with a long text in every field, and an action in every item.
fn at_length() -> Result<Value> {
    let mut file: Value = serde_json::from_str(include_str!("../../../../public/example.json"))?;
    let long: String =
        "We keep what we hold safe and look at it every month. ".chars().cycle().take(AT_LENGTH).collect();
    let responses = file["assessment"]["responses"].as_array_mut().context("responses")?;
    for (number, response) in responses.iter_mut().enumerate() {
        for field in ["answer", "comments"] {
            response[field] = json!(long);
        }
        response["actions"] = json!([{ "id": format!("act{number}"), "what": long, "owner": "" }]);
    }
    Ok(file)
}
