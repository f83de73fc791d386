//! Fault trials in numbers. Run them with `cargo xtask faults [TRIALS] [SEED] [FAULT]`.
//!
//! Prints the seed, and a table with the trials, the saves that the page acknowledged, and the losses, for each fault
//! and engine. The same seed chooses the same faults, words and pauses; what a browser does in between is its own.

use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use e2e::faults::{Fault, Outcome, faults_of, trial};
use e2e::{Engine, Options, Session};
use fastrand::Rng;

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
/// So many browsers of each engine at once.
const BROWSERS_OF_EACH: usize = 2;
/// A browser is started anew after so many trials, as nobody leaves one open for ever.
const TRIALS_IN_ONE_BROWSER: usize = 40;

#[derive(Default)]
struct Row {
    trials: usize,
    acknowledged: usize,
    lost: Vec<String>,
    overwritten: Vec<String>,
    failed: Vec<String>,
}

impl Row {
    fn add(&mut self, other: Row) {
        self.trials += other.trials;
        self.acknowledged += other.acknowledged;
        self.lost.extend(other.lost);
        self.overwritten.extend(other.overwritten);
        self.failed.extend(other.failed);
    }
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let trials: usize =
        arguments.next().map_or(Ok(1_000), |text| text.parse()).context("a number of trials")?;
    let seed: u64 = match arguments.next() {
        Some(text) => text.parse().context("a seed")?,
        None => fastrand::u64(..1_000_000),
    };
    let only = arguments.next();
    let names = Fault::ALL.map(Fault::name);
    if let Some(only) = only.as_deref().filter(|only| !names.contains(only)) {
        bail!("there is no fault “{only}”; there are: {}", names.join(", "));
    }
    println!("{trials} trials, seed {seed}");
    let start = Instant::now();
    // A browser waits most of the time: several at once share the processor well.
    let mut threads = Vec::new();
    for place in 0..ENGINES.len() * BROWSERS_OF_EACH {
        let engine = ENGINES[place % ENGINES.len()];
        let workers = ENGINES.len() * BROWSERS_OF_EACH;
        let share = trials / workers + usize::from(place < trials % workers);
        let (seed, only) = (seed + place as u64, only.clone());
        threads.push(std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(run(engine, share, place / ENGINES.len(), seed, only.as_deref()))
        }));
    }
    let mut rows: BTreeMap<(usize, &'static str), Row> = BTreeMap::new();
    for (place, thread) in threads.into_iter().enumerate() {
        for (fault, row) in thread.join().map_err(|_| anyhow::anyhow!("a thread ended"))?? {
            rows.entry((place % ENGINES.len(), fault)).or_default().add(row);
        }
    }
    let mut bad = 0;
    println!(
        "{:<24} {:<9} {:>7} {:>13} {:>6} {:>12} {:>7}",
        "Fault", "Engine", "Trials", "Acknowledged", "Lost", "Overwritten", "Failed"
    );
    let mut all = Row::default();
    for (place, engine) in ENGINES.iter().enumerate() {
        for fault in Fault::ALL {
            if let Some(reason) = fault.impossible(*engine) {
                println!("{:<24} {:<9} not possible: {reason}", fault.name(), engine.name());
                continue;
            }
            let Some(row) = rows.remove(&(place, fault.name())) else { continue };
            line(fault.name(), engine.name(), &row);
            for what in row.lost.iter().chain(&row.overwritten).chain(&row.failed) {
                println!("    {what}");
                bad += 1;
            }
            all.add(row);
        }
    }
    line("together", "", &all);
    println!("{:.0} s", start.elapsed().as_secs_f64());
    if bad > 0 {
        println!("{bad} did not end well: run them again with the seed {seed}");
        std::process::exit(1);
    }
    Ok(())
}

fn line(fault: &str, engine: &str, row: &Row) {
    println!(
        "{fault:<24} {engine:<9} {:>7} {:>13} {:>6} {:>12} {:>7}",
        row.trials,
        row.acknowledged,
        row.lost.len(),
        row.overwritten.len(),
        row.failed.len()
    );
}

async fn run(
    engine: Engine,
    trials: usize,
    first: usize,
    seed: u64,
    only: Option<&str>,
) -> Result<BTreeMap<&'static str, Row>> {
    let mut rows: BTreeMap<&'static str, Row> = BTreeMap::new();
    let mut faults = faults_of(engine);
    faults.retain(|fault| only.is_none_or(|only| fault.name() == only));
    if faults.is_empty() {
        return Ok(rows);
    }
    let mut rng = Rng::with_seed(seed);
    let mut session = None;
    for number in 0..trials {
        if number % TRIALS_IN_ONE_BROWSER == 0
            && let Some(old) = session.take()
        {
            Session::end(old).await;
        }
        let mut s = match session.take() {
            Some(s) => s,
            None => Session::start(engine, "faults", Options::default()).await?,
        };
        // The second browser of an engine begins in the middle of the list.
        let fault = faults[(number + first * faults.len() / 2) % faults.len()];
        let outcome = trial(&mut s, fault, &mut rng).await;
        let row = rows.entry(fault.name()).or_default();
        row.trials += 1;
        match outcome {
            Ok(Outcome { acknowledged, lost, overwritten }) => {
                // At once as well: a long run may be ended from outside.
                for what in lost.iter().chain(&overwritten) {
                    eprintln!("{} {}: {what}", engine.name(), fault.name());
                }
                row.acknowledged += acknowledged;
                row.lost.extend(lost);
                row.overwritten.extend(overwritten);
                session = Some(s);
            }
            // The browser may be in any state now.
            Err(error) => {
                row.failed.push(format!("{error:#}"));
                s.end().await;
            }
        }
        if number % 10 == 9 {
            eprintln!("{} {} of {trials}", engine.name(), number + 1);
        }
    }
    if let Some(s) = session {
        s.end().await;
    }
    Ok(rows)
}
