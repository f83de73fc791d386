//! Fault trials: somebody types, something goes wrong at a random moment, and afterwards everything that the page had
//! called saved has to be there.
//!
//! A *trial* begins an assessment, types into its items while noting what the page says, lets one [`Fault`] happen,
//! opens the assessment again and compares. What was typed and not yet called saved may be missing; most of it is not.

mod fault;
mod page;
mod typist;

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;

use crate::cut_off::was_cut_off;
use crate::{Engine, Session, act};
pub use fault::{Fault, faults_of};
pub(crate) use page::delete_second;
use typist::{Typed, Typist};

/// What came of a trial.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How often the page said that what was typed is saved.
    pub acknowledged: usize,
    /// What it had called saved and is not there any more.
    pub lost: Vec<String>,
    /// What another tab replaced without keeping it in the history.
    pub overwritten: Vec<String>,
}

/// How a trial ended.
#[derive(Clone, Debug)]
pub enum Ended {
    /// It was tried from beginning to end.
    Tried(Outcome),
    /// The driver or its browser went away, twice, and why: nothing can be said of the page.
    NotTried(String),
}

/// Runs one trial. If the driver cuts it off it is run once more, with the same choices in another browser.
///
/// # Errors
/// Where the page ends up blank, or does not show what was begun in it.
pub async fn trial(s: &mut Session, fault: Fault, seed: u64) -> Result<Ended> {
    match once(s, fault, &mut Rng::with_seed(seed)).await {
        Ok(outcome) => return Ok(Ended::Tried(outcome)),
        Err(error) if !was_cut_off(s, &error).await => return Err(error),
        Err(error) => eprintln!("{} {}: once more: {error:#}", s.engine().name(), fault.name()),
    }
    let again = match s.start_anew().await {
        Ok(()) => once(s, fault, &mut Rng::with_seed(seed)).await,
        Err(error) => Err(error),
    };
    match again {
        Ok(outcome) => Ok(Ended::Tried(outcome)),
        Err(error) if was_cut_off(s, &error).await => Ok(Ended::NotTried(format!("{error:#}"))),
        Err(error) => Err(error),
    }
}

async fn once(s: &mut Session, fault: Fault, rng: &mut Rng) -> Result<Outcome> {
    page::empty(s).await?;
    // Now and then from the beginning, so that the first copy never has anything of it.
    let full_already = fault == Fault::Full && rng.bool();
    if full_already {
        act::fill_storage(s).await?;
    }
    let mut typist = match fault {
        Fault::NoQuestions => Typist::begin_with_own_edition(s, rng).await?,
        _ => Typist::begin(s, rng).await?,
    };
    if !full_already {
        // However slow the machine is: a trial in which nothing is saved has nothing to lose.
        typist.save_something(s, rng).await?;
    }
    match fault {
        Fault::Kill => {
            typist.type_on(s, rng).await?;
            if rng.bool() {
                // In the first moments of a page, when the second copy is not open yet.
                page::leave(s).await?;
                typist.go_to(s, rng).await?;
            }
            typist.type_and_look_until(s, rng).await?;
            s.kill_and_restart().await?;
        }
        Fault::CloseTab => {
            act::new_tab(s, "recover.html").await?;
            act::switch_to_tab(s, 1).await?;
            typist.type_on(s, rng).await?;
            typist.type_and_look_until(s, rng).await?;
            act::close_tab(s).await?;
        }
        Fault::Full if full_already => {
            typist.type_on(s, rng).await?;
            for _ in 0..rng.usize(1..=2) {
                page::leave(s).await?;
                typist.go_to(s, rng).await?;
                typist.type_and_look_until(s, rng).await?;
                typist.settle(s).await?;
            }
            // Not Firefox: it takes a store that was full then for full ever after, also when it has been emptied.
            if s.engine() == Engine::Chromium && rng.bool() {
                tokio::time::sleep(Duration::from_millis(rng.u64(..8_000))).await;
                s.kill_and_restart().await?;
            }
        }
        Fault::Full => {
            typist.type_on(s, rng).await?;
            act::fill_storage(s).await?;
            typist.type_on(s, rng).await?;
        }
        Fault::Refused => {
            typist.type_on(s, rng).await?;
            page::refuse_writing(s, true).await?;
            typist.type_on(s, rng).await?;
            if rng.bool() {
                page::refuse_writing(s, false).await?;
                typist.type_on(s, rng).await?;
            }
        }
        Fault::Flipped => {
            typist.type_on(s, rng).await?;
            page::leave(s).await?;
            for _ in 0..rng.usize(1..=2) {
                page::flip(s, rng).await?;
            }
        }
        Fault::FirstGone => {
            typist.type_on(s, rng).await?;
            if rng.bool() {
                // Under the open page, which goes on.
                act::clear_storage(s).await?;
                typist.type_on(s, rng).await?;
            }
            page::leave(s).await?;
            act::clear_storage(s).await?;
        }
        Fault::SecondGone => {
            typist.type_on(s, rng).await?;
            page::leave(s).await?;
            page::delete_second(s).await?;
        }
        Fault::SecondRefused => {
            typist.type_on(s, rng).await?;
            page::second_refuses(s, true).await?;
            typist.type_on(s, rng).await?;
            if rng.bool() {
                page::second_refuses(s, false).await?;
                typist.type_on(s, rng).await?;
            }
        }
        Fault::NoQuestions => {
            typist.type_on(s, rng).await?;
            page::leave(s).await?;
            page::damage_questions(s, rng).await?;
        }
        Fault::TwoTabs => return two_tabs(s, typist, rng).await,
        Fault::OldForm => {
            typist.type_on(s, rng).await?;
            page::leave(s).await?;
            page::to_first_form(s, &typist.id).await?;
        }
    }
    let mut outcome = Outcome { acknowledged: typist.acknowledged, ..Outcome::default() };
    page::leave(s).await?;
    compare(s, &typist, &mut outcome).await?;
    if fault == Fault::OldForm {
        // And on from there, in the form of today.
        typist.go_to(s, rng).await?;
        typist.type_on(s, rng).await?;
        page::leave(s).await?;
        outcome.acknowledged = typist.acknowledged;
        compare(s, &typist, &mut outcome).await?;
    }
    Ok(outcome)
}

/// Whether everything that was called saved is shown.
async fn compare(s: &Session, typist: &Typist, outcome: &mut Outcome) -> Result<()> {
    for Typed { item, saved } in &typist.typed {
        let shown = page::open_and_read(s, &typist.id, item, saved).await?;
        if !shown.starts_with(saved.as_str()) {
            outcome.lost.push(format!("{item}: “{saved}” became “{shown}”"));
        }
    }
    Ok(())
}

/// Two tabs type into the same items, now one and now the other, without waiting for each other.
async fn two_tabs(s: &Session, mut first: Typist, rng: &mut Rng) -> Result<Outcome> {
    let mut second = first.another();
    act::new_tab(s, "recover.html").await?;
    second.go_to(s, rng).await?;
    // Now and then in a full store, so that neither hears of the other.
    let full = rng.u8(..4) == 0;
    if full {
        act::fill_storage(s).await?;
    }
    for _ in 0..rng.usize(3..6) {
        act::switch_to_tab(s, 1).await?;
        first.burst(s, rng).await?;
        act::switch_to_tab(s, 2).await?;
        second.burst(s, rng).await?;
    }
    second.settle(s).await?;
    act::switch_to_tab(s, 1).await?;
    first.settle(s).await?;
    act::switch_to_tab(s, 2).await?;
    act::close_tab(s).await?;
    page::leave(s).await?;
    if full {
        // What only the second copy took is taken in when the page is opened below.
        act::free_storage(s).await?;
    }
    let mut outcome =
        Outcome { acknowledged: first.acknowledged + second.acknowledged, ..Outcome::default() };
    for typist in [&first, &second] {
        for Typed { item, saved } in &typist.typed {
            // Of two texts for one item one is shown, and the other has to be in the history.
            let shown = page::open_and_read_or_find(s, &typist.id, item, saved).await?;
            if let Some(shown) = shown {
                outcome.overwritten.push(format!("{item}: “{saved}” became “{shown}”"));
            }
        }
    }
    page::leave(s).await?;
    Ok(outcome)
}

/// Runs each fault once, and fails with what was lost.
///
/// # Errors
/// As [`trial`], and where anything was lost, or a trial could not be made in two browsers.
pub async fn each_once(s: &mut Session, seed: u64) -> Result<()> {
    for (fault, seed) in faults_of(s.engine()).into_iter().zip(seed..) {
        let trial = trial(s, fault, seed).await;
        match trial.with_context(|| format!("{}, seed {seed}", fault.name()))? {
            Ended::Tried(outcome) => {
                let nothing_lost = outcome.lost.is_empty() && outcome.overwritten.is_empty();
                // With a full store there may be nothing that the page calls saved.
                let something_saved = outcome.acknowledged > 0 || fault == Fault::Full;
                ensure!(nothing_lost && something_saved, "{}, seed {seed}: {outcome:?}", fault.name());
            }
            Ended::NotTried(reason) => {
                bail!("{}, seed {seed}, could not be tried in two browsers: {reason}", fault.name());
            }
        }
    }
    Ok(())
}
