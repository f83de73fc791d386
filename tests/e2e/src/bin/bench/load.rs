//! One load of one page, on a slowed network and a slowed processor.

use anyhow::Result;
use e2e::Session;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{cdp, slow_down};

const MEASURE: &str = include_str!("measure.js");
/// A page that is not usable after so long is given up. WebDriver waits for a script for thirty seconds.
const LIMIT_MS: u32 = 25_000;

/// A fixed piece of work, and how long it took. Once before, so that it is compiled.
const WORK: &str = "const work = (turns) => {
      let sum = 0;
      for (let turn = 0; turn < turns; turn++) sum = (sum + turn * 7) % 1009;
      return sum;
    };
    const before = work(1e6);
    const start = performance.now();
    return work(5e6) + before < 0 ? null : performance.now() - start;";

/// A network as it is emulated: what a request waits at least, in milliseconds, and megabits a second down and up.
#[derive(Debug, PartialEq)]
pub struct Network {
    pub name: &'static str,
    pub latency: f64,
    pub down: f64,
    pub up: f64,
}

/// What a page is loaded over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Over {
    /// This machine, as fast as it is.
    Machine,
    Slow(&'static Network),
    /// The page has no network. Its service worker still has, because the emulation reaches only the page; that is no
    /// matter as long as everything comes out of the worker's store.
    Nothing,
}

/// What a load is measured under.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conditions {
    pub over: Over,
    /// How many times slower the processor is.
    pub cpu: u32,
}

impl Conditions {
    pub const FULL_SPEED: Conditions = Conditions { over: Over::Machine, cpu: 1 };

    async fn apply(self, s: &Session) -> Result<()> {
        let bytes = |megabits: f64| megabits * 1_000_000.0 / 8.0;
        let (offline, latency, down, up) = match self.over {
            // −1 is without a limit.
            Over::Machine => (false, 0.0, -1.0, -1.0),
            Over::Nothing => (true, 0.0, -1.0, -1.0),
            Over::Slow(network) => (false, network.latency, bytes(network.down), bytes(network.up)),
        };
        let network = json!({
            "offline": offline, "latency": latency, "downloadThroughput": down, "uploadThroughput": up,
        });
        cdp(s, "Network.enable", json!({})).await?;
        cdp(s, "Network.emulateNetworkConditions", network).await?;
        slow_down(s, self.cpu).await
    }
}

/// How a load went, in milliseconds from its beginning.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Load {
    /// When what was waited for was on the screen.
    pub usable: Option<f64>,
    /// When the program's page took the place of what is drawn before it. `None` on other sites.
    pub program: Option<f64>,
    /// When the page was on the screen that a form led to which was sent as soon as it was usable.
    pub answered: Option<f64>,
    pub first_paint: Option<f64>,
    pub largest_paint: Option<f64>,
    /// All layout shifts together.
    pub shift: f64,
    /// How many tasks took more than 50 ms, and how long they took together.
    pub long_tasks: f64,
    pub long_tasks_ms: f64,
    /// What the page itself fetched, 300 bytes for each head of an answer included, as Chromium counts.
    pub bytes: f64,
    /// How many answers came from a service worker instead; they are not in `bytes`.
    pub by_worker: f64,
    /// How many times slower the page really was than right after it.
    #[serde(default)]
    pub slowed_down: Option<f64>,
}

/// Loads a page and waits until it is usable and has come to rest. `None` where it does not become usable.
///
/// # Errors
/// Where the browser cannot do what it is told, and where a page cannot be opened that has a network.
pub async fn load(s: &Session, address: &str, ready: &str, under: Conditions) -> Result<Option<Load>> {
    load_and_send(s, address, ready, None, under).await
}

/// The same, in which a name is typed into the field that is waited for, and its form is sent, as soon as that is usable.
///
/// # Errors
/// As [`load`].
pub async fn load_and_send(
    s: &Session,
    address: &str,
    ready: &str,
    name: Option<&str>,
    under: Conditions,
) -> Result<Option<Load>> {
    // From a page of nobody's: an address that differs only after the # would not be loaded again.
    s.web().goto("about:blank").await?;
    let source = format!(
        "(() => {{ const SELECTOR = {}, NAME = {}, LIMIT = {LIMIT_MS};\n{MEASURE}\n}})();",
        json!(ready),
        json!(name)
    );
    let script = cdp(s, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    under.apply(s).await?;
    let measured = match s.web().goto(address).await {
        Ok(()) => s.script("return window.benchLoad;", vec![]).await?,
        // The browser's own page says that there is no network.
        Err(_) if under.over == Over::Nothing => Value::Null,
        Err(error) => return Err(error.into()),
    };
    let load: Option<Load> = serde_json::from_value(measured)?;
    let slow = s.script(WORK, vec![]).await?.as_f64();
    Conditions::FULL_SPEED.apply(s).await?;
    let fast = s.script(WORK, vec![]).await?.as_f64();
    cdp(s, "Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] })).await?;
    let slowed_down = slow.zip(fast).filter(|(_, fast)| *fast > 0.0).map(|(slow, fast)| slow / fast);
    Ok(load.filter(|load| load.usable.is_some()).map(|load| Load { slowed_down, ..load }))
}
