//! Measures for how long a save keeps the page from doing anything else, with a megabyte of answers, on a slowed
//! processor.

use anyhow::{Context, Result};
use e2e::{Session, act, check, find};
use serde_json::{Value, json};

use crate::{SLOW_DOWN, bring_in, example, slow_down};

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

/// Waits in the page itself for the save to begin and to end: looking from outside would keep the page busy too.
const AWAIT: &str = "window.saved = new Promise((done) => {
      const said = document.querySelector('.app-header__saved');
      let began = false;
      window.longest = 0;
      const observer = new MutationObserver(() => {
        began = began || said.textContent === 'Saving…';
        if (began && said.textContent.startsWith('Saved on this device at')) {
          observer.disconnect();
          done(window.longest);
        }
      });
      observer.observe(said, { childList: true, characterData: true, subtree: true });
    });";

pub async fn measure(s: &Session) -> Result<()> {
    let id = bring_in(s, &a_megabyte()?).await?;
    act::open(s, &format!("#/a/{id}/item/2.1.1")).await?;
    act::reload(s).await?;
    find::field(s, "Comments (optional)").await?;
    act::add(s, "Comments (optional)", " ").await?;
    check::text(s, "Saved on this device at").await?;
    slow_down(s, SLOW_DOWN).await?;
    s.script(WATCH, vec![]).await?;
    let mut taken = Vec::new();
    for _ in 0..SAVES {
        s.script(AWAIT, vec![]).await?;
        act::keys(s, "x").await?;
        taken.push(s.script("return window.saved;", vec![]).await?.as_f64().unwrap_or_default());
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
