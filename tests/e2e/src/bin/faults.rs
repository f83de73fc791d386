//! Fault trials in numbers. Run them with `cargo xtask faults [TRIALS] [SEED] [FAULT] [ENGINE]`.
//!
//! Prints the seed, and a table with the trials, the saves that the page acknowledged, and the losses, for each fault
//! and engine. Each trial has a seed of its own, which chooses its words and pauses; what a browser does in between is its
//! own. What is found is printed with the command that tries just that once more.
//!
//! Fails if anything was lost or overwritten, or if more than [`NOT_TRIED_PERCENT`] of the trials could not be made because
//! a driver went away twice.

use std::collections::BTreeMap;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use e2e::faults::{Ended, Fault, faults_of, trial};
use e2e::{Engine, Options, Session};

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
/// So many browsers of each engine at once.
const BROWSERS_OF_EACH: usize = 2;
/// A browser is started anew after so many trials, as nobody leaves one open for ever.
const TRIALS_IN_ONE_BROWSER: usize = 40;
/// Drivers go away now and then, for reasons of their own. More than that would be a table of nothing.
const NOT_TRIED_PERCENT: usize = 2;

#[derive(Default)]
struct Row {
    trials: usize,
    acknowledged: usize,
    lost: Vec<String>,
    overwritten: Vec<String>,
    not_tried: Vec<String>,
}

impl Row {
    fn add(&mut self, other: Row) {
        self.trials += other.trials;
        self.acknowledged += other.acknowledged;
        self.lost.extend(other.lost);
        self.overwritten.extend(other.overwritten);
        self.not_tried.extend(other.not_tried);
    }
}

/// What to try.
struct Wishes {
    trials: usize,
    seed: u64,
    fault: Option<Fault>,
    engines: Vec<Engine>,
}

impl Wishes {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let trials = arguments.next().map_or(Ok(1_000), |text| text.parse()).context("a number of trials")?;
        let seed = match arguments.next() {
            Some(text) => text.parse().context("a seed")?,
            None => fastrand::u64(..1_000_000),
        };
        let fault = match arguments.next() {
            None => None,
            Some(name) => {
                Some(Fault::ALL.into_iter().find(|fault| fault.name() == name).with_context(|| {
                    format!(
                        "there is no fault “{name}”; there are: {}",
                        Fault::ALL.map(Fault::name).join(", ")
                    )
                })?)
            }
        };
        let engines = match arguments.next() {
            None => ENGINES.to_vec(),
            Some(name) => {
                vec![ENGINES.into_iter().find(|engine| engine.name() == name).with_context(|| {
                    format!(
                        "there is no engine “{name}”; there are: {}",
                        ENGINES.map(Engine::name).join(", ")
                    )
                })?]
            }
        };
        Ok(Self { trials, seed, fault, engines })
    }
}

fn main() -> Result<()> {
    let Wishes { trials, seed, fault, engines } = Wishes::read(std::env::args().skip(1))?;
    println!("{trials} trials, seed {seed}");
    let start = Instant::now();
    // A browser waits most of the time: several at once share the processor well.
    let workers = engines.len() * BROWSERS_OF_EACH;
    let engines_count = engines.len();
    let mut threads = Vec::new();
    for place in 0..workers {
        let engine = engines[place % engines.len()];
        let seeds: Vec<u64> = (seed..).take(trials).skip(place).step_by(workers).collect();
        threads.push(std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(run(engine, place / engines_count, &seeds, fault))
        }));
    }
    let mut rows: BTreeMap<(usize, &'static str), Row> = BTreeMap::new();
    for (place, thread) in threads.into_iter().enumerate() {
        for (fault, row) in thread.join().map_err(|_| anyhow::anyhow!("a thread ended"))?? {
            rows.entry((place % engines.len(), fault)).or_default().add(row);
        }
    }
    println!(
        "{:<24} {:<9} {:>7} {:>13} {:>6} {:>12} {:>10}",
        "Fault", "Engine", "Trials", "Acknowledged", "Lost", "Overwritten", "Not tried"
    );
    let mut all = Row::default();
    for (place, engine) in engines.iter().enumerate() {
        for fault in Fault::ALL {
            if let Some(reason) = fault.impossible(*engine) {
                println!("{:<24} {:<9} not possible: {reason}", fault.name(), engine.name());
                continue;
            }
            let Some(row) = rows.remove(&(place, fault.name())) else { continue };
            line(fault.name(), engine.name(), &row);
            for what in row.lost.iter().chain(&row.overwritten).chain(&row.not_tried) {
                println!("    {what}");
            }
            all.add(row);
        }
    }
    line("together", "", &all);
    println!("{:.0} s", start.elapsed().as_secs_f64());
    let bad = all.lost.len() + all.overwritten.len();
    if bad > 0 {
        bail!(
            "{bad} times something was lost or overwritten: the lines above say what, and how to try it again"
        );
    }
    if all.not_tried.len() * 100 > all.trials * NOT_TRIED_PERCENT {
        bail!("{} of {} trials could not be made", all.not_tried.len(), all.trials);
    }
    Ok(())
}

fn line(fault: &str, engine: &str, row: &Row) {
    println!(
        "{fault:<24} {engine:<9} {:>7} {:>13} {:>6} {:>12} {:>10}",
        row.trials,
        row.acknowledged,
        row.lost.len(),
        row.overwritten.len(),
        row.not_tried.len()
    );
}

/// Runs trials with these seeds one after the other, each time another fault, or always the same.
async fn run(
    engine: Engine,
    first: usize,
    seeds: &[u64],
    only: Option<Fault>,
) -> Result<BTreeMap<&'static str, Row>> {
    let mut rows: BTreeMap<&'static str, Row> = BTreeMap::new();
    let mut faults = faults_of(engine);
    faults.retain(|fault| only.is_none_or(|only| *fault == only));
    if faults.is_empty() {
        return Ok(rows);
    }
    let mut session: Option<Session> = None;
    for (number, seed) in seeds.iter().enumerate() {
        if number % TRIALS_IN_ONE_BROWSER == 0
            && let Some(old) = session.take()
        {
            old.end().await;
        }
        // The second browser of an engine begins in the middle of the list.
        let fault = faults[(number + first * faults.len() / 2) % faults.len()];
        let again = format!("cargo xtask faults 1 {seed} \"{}\" {}", fault.name(), engine.name());
        let row = rows.entry(fault.name()).or_default();
        row.trials += 1;
        let started = match session.take() {
            Some(s) => Ok(s),
            None => Session::start(engine, "faults", Options::default()).await,
        };
        let mut s = match started {
            Ok(s) => s,
            Err(error) => {
                row.not_tried.push(format!("not tried: {error:#} ({again})"));
                continue;
            }
        };
        let ended = trial(&mut s, fault, *seed).await;
        match ended {
            Ok(Ended::Tried(outcome)) => {
                let named = |what: Vec<String>| what.into_iter().map(|what| format!("{what} ({again})"));
                row.acknowledged += outcome.acknowledged;
                let (lost, overwritten) = (named(outcome.lost), named(outcome.overwritten));
                for (all, these) in [(&mut row.lost, lost), (&mut row.overwritten, overwritten)] {
                    for what in these {
                        // At once as well: a long run may be ended from outside.
                        eprintln!("{what}");
                        all.push(what);
                    }
                }
                session = Some(s);
            }
            Ok(Ended::NotTried(reason)) => {
                row.not_tried.push(format!("not tried: {reason} ({again})"));
                s.end().await;
            }
            // The page did not open, or did not show what was in it: nobody can get at what was saved.
            Err(error) => {
                let what = format!("{error:#} ({again})");
                eprintln!("{what}");
                row.lost.push(what);
                s.end().await;
            }
        }
        if number % 10 == 9 {
            eprintln!("{} {} of {}", engine.name(), number + 1, seeds.len());
        }
    }
    if let Some(s) = session {
        s.end().await;
    }
    Ok(rows)
}
