//! How fast the page is: until a key press is painted, and for how long a save keeps the page from anything else.
//!
//! Run it with `cargo xtask bench`. It prints figures and fails on nothing but errors: how fast a machine is, no test
//! can know.

mod saving;
mod typing;

use anyhow::{Context, Result};
use e2e::{Engine, Options, Session, act, check};
use serde_json::{Value, json};

/// As much slower than this machine as a tablet of some years ago.
const SLOW_DOWN: u32 = 4;

fn main() -> Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        in_a_browser("typing", typing::measure).await?;
        in_a_browser("saving", saving::measure).await
    })
}

/// A new browser for each: what one leaves in it would be in the other's way.
async fn in_a_browser(name: &str, measure: impl AsyncFnOnce(&Session) -> Result<()>) -> Result<()> {
    let s = Session::start(Engine::Chromium, name, Options::default()).await?;
    let outcome = measure(&s).await;
    s.end().await;
    outcome
}

/// The worked example, to be changed and brought in.
fn example() -> Result<Value> {
    Ok(serde_json::from_str(include_str!("../../../../../public/example.json"))?)
}

/// Brings an assessment in as a file, and gives its identifier.
async fn bring_in(s: &Session, file: &Value) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.json");
    std::fs::write(&path, file.to_string())?;
    act::open(s, "#/data").await?;
    act::upload(s, "Choose a file", &path).await?;
    act::press(s, "Add it").await?;
    check::text(s, "was imported.").await?;
    Ok(file["assessment"]["id"].as_str().context("an identifier")?.to_owned())
}

/// Makes the browser slower by this much; 1 is as fast as it is.
async fn slow_down(s: &Session, rate: u32) -> Result<()> {
    s.web().cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    Ok(())
}
