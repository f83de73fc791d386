//! Measures how long a key press takes until it is painted, with all items answered at length, on a slowed processor.

use anyhow::{Context, Result, ensure};
use e2e::{Session, act, find};
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::{SLOW_DOWN, bring_in, example, slow_down};

const KEYS: usize = 200;
/// The length of every text, in characters.
pub const AT_LENGTH: usize = 1500;

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

/// Types into four fields, prints how long a key press takes in each, and gives the figures.
pub async fn measure(s: &Session) -> Result<Value> {
    let id = bring_in(s, &at_length()?).await?;
    let mut fields = Vec::new();
    println!(
        "\nKey press to painted, {KEYS} keys each, {SLOW_DOWN}× slower, every text {AT_LENGTH} characters:"
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
        slow_down(s, SLOW_DOWN).await?;
        s.script(LISTEN, vec![]).await?;
        for letter in "the quick brown fox jumps over the lazy dog ".chars().cycle().take(KEYS) {
            act::keys(s, letter.to_string()).await?;
        }
        let taken = s.script("return window.taken", vec![]).await?;
        slow_down(s, 1).await?;
        let taken = Figures::of(taken.as_array().into_iter().flatten().filter_map(Value::as_f64));
        ensure!(taken.count() > 0, "no key press was noted in {page}");
        let at = |percent| taken.at(percent).unwrap_or_default();
        println!(
            "  {page:<24} median {:>5.1} ms   p95 {:>5.1} ms   p98 {:>5.1} ms   ({} keys)",
            at(50),
            at(95),
            at(98),
            taken.count()
        );
        fields.push(json!({ "field": page, "p98": taken.at(98), "key_to_paint_ms": taken.json() }));
    }
    Ok(json!({ "characters": AT_LENGTH, "cpu": SLOW_DOWN, "fields": fields }))
}

/// The worked example with a long text in every field, and an action in every item.
pub fn at_length() -> Result<Value> {
    let mut file = example()?;
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
