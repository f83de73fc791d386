//! Measures what the page holds in memory, before and after every item was opened again and again: what grows with each
//! visit is never given back.

use anyhow::{Context, Result, ensure};
use e2e::{Session, act, find};
use serde_json::{Value, json};

use crate::typing::at_length;
use crate::{bring_in, cdp};

const TIMES: usize = 10;

/// Remembers the memories of the WebAssembly programs that a page starts, which nothing else tells the size of.
pub const REMEMBER: &str = "(() => {
      const memories = new Set();
      window.benchMemories = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
      for (const way of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[way];
        WebAssembly[way] = async (...given) => {
          const made = await real.apply(WebAssembly, given);
          for (const one of Object.values((made.instance ?? made).exports))
            if (one instanceof WebAssembly.Memory) memories.add(one);
          return made;
        };
      }
    })();";

/// Goes to an address and waits, in the page itself, until its heading begins with these words. Chromium lets a page go to
/// 200 addresses in ten seconds and leaves the next ones out, so an address that was not taken is given again.
const VISIT: &str = "const [address, words] = arguments;
    const began = performance.now();
    return new Promise((done, failed) => {
      const look = () => {
        if (location.hash !== address) location.hash = address;
        const heading = document.querySelector('main h1')?.textContent ?? '';
        if (heading.startsWith(words)) return done();
        if (performance.now() - began > 20000) return failed(new Error(`${location.hash} shows ${heading}`));
        setTimeout(look, 20);
      };
      look();
    });";

/// Opens every item ten times, prints what the page holds before and after, and gives the figures.
pub async fn measure(s: &Session) -> Result<Value> {
    let edition: Value = serde_json::from_str(include_str!(
        "../../../../../crates/core/src/catalogue/dspt-social-care-2021-22.json"
    ))?;
    let parts = edition["parts"].as_array().context("parts")?;
    let items = parts.iter().filter_map(|part| part["items"].as_array()).flatten();
    let items: Vec<&str> = items.filter_map(|item| item["id"].as_str()).collect();
    ensure!(items.len() == 43, "the edition has {} items", items.len());

    let id = bring_in(s, &at_length()?).await?;
    act::open(s, &format!("#/a/{id}/item/2.1.1")).await?;
    cdp(s, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": REMEMBER })).await?;
    cdp(s, "Performance.enable", json!({})).await?;
    act::reload(s).await?;
    find::field(s, "Comments (optional)").await?;

    println!("\nMemory, every text 1500 characters, after its garbage was collected");
    let before = held(s, "one item opened").await?;
    visit_all(s, &id, &items).await?;
    let once = held(s, "every item opened once").await?;
    for _ in 1..TIMES {
        visit_all(s, &id, &items).await?;
    }
    let after = held(s, &format!("every item opened {TIMES} times")).await?;
    Ok(json!({ "times": TIMES, "before": before, "after_once": once, "after": after }))
}

async fn visit_all(s: &Session, id: &str, items: &[&str]) -> Result<()> {
    for item in items {
        // With the space: 1.3.1 is also how 1.3.12 begins.
        let arguments = vec![json!(format!("#/a/{id}/item/{item}")), json!(format!("{item} "))];
        s.script(VISIT, arguments).await.with_context(|| format!("going to {item}"))?;
    }
    Ok(())
}

/// Collects the garbage, prints what the page holds, and gives it.
pub async fn held(s: &Session, when: &str) -> Result<Value> {
    cdp(s, "HeapProfiler.collectGarbage", json!({})).await?;
    let program = s.script("return window.benchMemories();", vec![]).await?.as_f64().unwrap_or_default();
    ensure!(program > 0.0, "the page started its program in a way that this does not see");
    let told = cdp(s, "Performance.getMetrics", json!({})).await?;
    let metrics = told["metrics"].as_array().context("the browser tells no metrics")?;
    let metric = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == name)?;
        found["value"].as_f64()
    };
    let megabytes = |bytes: f64| bytes / 1_000_000.0;
    let heap = metric("JSHeapUsedSize").context("the browser does not tell the size of its heap")?;
    let (nodes, listeners) = (metric("Nodes"), metric("JSEventListeners"));
    println!(
        "  {when:<28} JavaScript {:>6.2} MB   WebAssembly {:>6.2} MB   {:>6} nodes   {:>6} listeners",
        megabytes(heap),
        megabytes(program),
        nodes.unwrap_or_default(),
        listeners.unwrap_or_default()
    );
    Ok(json!({
        "javascript_bytes": heap, "webassembly_bytes": program, "nodes": nodes, "listeners": listeners,
    }))
}
