//! Measures how long a thousand files take to become the table of homes, for how long at a time that keeps the page from
//! doing anything else, and what it holds in memory then. At the speed of this machine: who looks after a thousand homes
//! sits at a computer.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use e2e::{Session, act, check};
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::memory::{REMEMBER, held};
use crate::{cdp, example, in_a_browser, turns};

const FILES: usize = 1000;
/// The length of every answer and comment, in characters.
const EACH: usize = 300;

const READ: &str = "document.querySelector('main')?.textContent.includes('1,000 new homes') ?? false";

/// To hand a thousand files to a page takes the browser a quarter of a second, before the page hears of it.
const FROM_THE_PAGE_ON: &str =
    "addEventListener('change', window.noteFromNow, { capture: true, once: true });";

/// Reads a thousand files, each time in a browser that is new, prints how that goes, and gives the figures.
pub async fn measure(rounds: usize) -> Result<Value> {
    let folder = tempfile::tempdir()?;
    let (mut paths, mut bytes) = (Vec::new(), 0);
    for number in 0..FILES {
        let path = folder.path().join(format!("home-{number:04}.json"));
        let text = home(number)?.to_string();
        bytes += text.len();
        std::fs::write(&path, text)?;
        paths.push(path);
    }
    let (mut seconds, mut longest, mut memory) = (Vec::new(), Vec::new(), Value::Null);
    println!("\n{FILES} files of 43 answers of {EACH} characters, {} MB together", bytes / 1_000_000);
    for _ in 0..rounds {
        let once = in_a_browser("homes", async |s: &Session| {
            cdp(s, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": REMEMBER })).await?;
            cdp(s, "Performance.enable", json!({})).await?;
            act::open(s, "#/homes").await?;
            check::heading(s, "Your homes").await?;
            cdp(s, "DOM.enable", json!({})).await?;
            let found = json!({ "expression": "document.querySelector('input[type=file][multiple]')" });
            let found = cdp(s, "Runtime.evaluate", found).await?;
            let input =
                found["result"]["objectId"].as_str().context("there is no place for files")?.to_owned();
            turns::watch(s).await?;
            turns::until(s, READ).await?;
            s.script(FROM_THE_PAGE_ON, vec![]).await?;
            let begun = Instant::now();
            cdp(s, "DOM.setFileInputFiles", json!({ "files": paths, "objectId": input })).await?;
            let longest = turns::longest(s).await?;
            let taken = begun.elapsed().as_secs_f64();
            Ok((taken, longest, held(s, "with the table of a thousand homes").await?))
        })
        .await?;
        seconds.push(once.0);
        longest.push(once.1);
        memory = once.2;
    }
    let (seconds, longest) = (Figures::of(seconds), Figures::of(longest));
    println!("  until all are in the table         {} s", seconds.words(1.0, 1));
    println!(
        "  the page did nothing else for at most {} ms (median / 95 of 100 of {rounds} rounds)",
        longest.words(1.0, 1)
    );
    Ok(json!({
        "files": FILES, "bytes": bytes, "seconds": seconds.json(), "longest_turn_ms": longest.json(), "memory": memory,
    }))
}

/// A whole file of a home of its own: the questions, and 43 answers.
fn home(number: usize) -> Result<Value> {
    let mut file = example()?;
    file["edition"] = serde_json::from_str(include_str!(
        "../../../../../crates/core/src/catalogue/dspt-social-care-2021-22.json"
    ))?;
    let said: String =
        "We keep what we hold safe and look at it every month. ".chars().cycle().take(EACH).collect();
    let assessment = file["assessment"].as_object_mut().context("an assessment")?;
    assessment.remove("example");
    assessment.insert("id".into(), json!(format!("home{number:04}")));
    assessment["organisation"]["name"] = json!(format!("Home {number:04}"));
    let responses = assessment["responses"].as_array_mut().context("responses")?;
    ensure!(responses.len() == 43, "the example answers {} items", responses.len());
    for response in responses {
        response["answer"] = json!(said);
        response["comments"] = json!(said);
    }
    Ok(file)
}
