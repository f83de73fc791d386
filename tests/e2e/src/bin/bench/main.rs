//! How fast the page is: until its first question can be answered, until a key press is painted, for how long a save,
//! an export or an import keeps it from anything else, how long a thousand files and reports take, and what it holds in memory.
//!
//! Run it with `cargo xtask bench`. It prints figures, leaves all of them in a file, and fails on nothing but errors:
//! how fast a machine is, no test can know.

mod exchanging;
mod figures;
mod homes;
mod load;
mod loads;
mod memory;
mod reports;
mod saving;
mod turns;
mod typing;

use std::path::Path;

use anyhow::{Context, Result};
use e2e::{Engine, Options, Session, act, check};
use serde_json::{Value, json};

/// As much slower than this machine as a tablet of some years ago.
const SLOW_DOWN: u32 = 4;

/// What this run is to measure.
struct Wishes {
    /// How often each load, import and export is measured.
    rounds: usize,
    /// One part of the benchmark instead of all.
    only: Option<String>,
}

impl Wishes {
    fn read() -> Result<Wishes> {
        let mut arguments = std::env::args().skip(1);
        let rounds = arguments.next().context("How many rounds? Run `cargo xtask bench`.")?;
        Ok(Wishes { rounds: rounds.parse()?, only: arguments.next() })
    }

    fn want(&self, part: &str) -> bool {
        self.only.as_deref().is_none_or(|only| only == part)
    }
}

fn main() -> Result<()> {
    let wishes = Wishes::read()?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure(&wishes))
}

async fn measure(wishes: &Wishes) -> Result<()> {
    let place = required("E2E_BENCH_JSON")?;
    let (build, browser) = (required("E2E_BUILD")?, in_a_browser("version", version).await?);
    println!("Build {build}, {browser}, {} rounds", wishes.rounds);
    let cores = std::thread::available_parallelism().map(usize::from).ok();
    let mut report = json!({ "build": build, "browser": browser, "cores": cores, "rounds": wishes.rounds });
    // Written after each part: a run takes long, and what is measured is not lost when it is stopped.
    if wishes.want("loads") {
        report["loads"] = loads::measure(wishes.rounds).await?;
        write(&place, &report)?;
    }
    if wishes.want("typing") {
        report["typing"] = in_a_browser("typing", typing::measure).await?;
        write(&place, &report)?;
    }
    if wishes.want("saving") {
        report["saving"] = in_a_browser("saving", saving::measure).await?;
        report["exchanging"] = exchanging::measure(wishes.rounds).await?;
        write(&place, &report)?;
    }
    if wishes.want("homes") {
        report["homes"] = homes::measure(wishes.rounds).await?;
        write(&place, &report)?;
    }
    if wishes.want("reports") {
        report["reports"] = reports::measure(wishes.rounds).await?;
        write(&place, &report)?;
    }
    if wishes.want("memory") {
        report["memory"] = in_a_browser("memory", memory::measure).await?;
        write(&place, &report)?;
    }
    Ok(())
}

fn write(place: &str, report: &Value) -> Result<()> {
    if let Some(folder) = Path::new(place).parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(place, serde_json::to_string_pretty(report)?)
        .with_context(|| format!("{place} could not be written"))
}

/// What the environment says under this name.
fn required(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set: run `cargo xtask bench`."))
}

/// A new browser for each: what one leaves in it would be in the other's way.
async fn in_a_browser<T>(name: &str, measure: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
    let s = Session::start(Engine::Chromium, name, Options::default()).await?;
    let outcome = measure(&s).await;
    s.end().await;
    outcome
}

/// The browser's name and version.
async fn version(s: &Session) -> Result<String> {
    let told = cdp(s, "Browser.getVersion", json!({})).await?;
    Ok(told["product"].as_str().context("the browser has no version")?.to_owned())
}

/// Tells the browser something that WebDriver has no word for.
async fn cdp(s: &Session, command: &str, parameters: Value) -> Result<Value> {
    s.web()
        .cdp()
        .send_raw(command, parameters)
        .await
        .with_context(|| format!("the browser refused {command}"))
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
    act::press(s, "Open and carry on").await?;
    check::text(s, "is on this device now.").await?;
    Ok(file["assessment"]["id"].as_str().context("an identifier")?.to_owned())
}

/// Makes the browser slower by this much; 1 is as fast as it is.
async fn slow_down(s: &Session, rate: u32) -> Result<()> {
    cdp(s, "Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    Ok(())
}
