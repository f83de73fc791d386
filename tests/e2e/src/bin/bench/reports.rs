//! Measures how long reports of long answers take, drawn for paper and written as files, and for how long they
//! keep the page from anything else, on a slowed processor.
//!
//! Chromium slows the page down and not its workers: what a worker needs is told as it is, and times four beside it.

use anyhow::{Context, Result};
use e2e::{Session, act, check};
use serde_json::{Value, json};

use crate::figures::Figures;
use crate::saving::{TOGETHER, a_megabyte};
use crate::typing::{AT_LENGTH, at_length as at_length_file};
use crate::{SLOW_DOWN, bring_in, in_a_browser, slow_down, turns};

/// The end of the report's address, and the button of its file; drawn for paper where there is none.
const REPORTS: [(&str, Option<&str>); 7] = [
    ("assessment", None),
    ("action-plan", None),
    ("assessment", Some("Save for Word")),
    ("assessment", Some("Save for Excel")),
    ("assessment", Some("Save as CSV")),
    ("action-plan", Some("Save for Word")),
    ("calendar", Some("Save for a calendar")),
];

const DRAWN: &str =
    "document.querySelector('.app-paper')?.ariaBusy === 'false' && (window.done ??= performance.now())";
const READY: &str = "starts('#report-outcome', 'The file is ready') && (window.done ??= performance.now())";

/// How long a report took, and how long the page did nothing else at most, in milliseconds.
struct Taken {
    whole: f64,
    longest: f64,
}

/// Makes each report in browsers that are new, prints how long it took, and gives the figures: of an assessment with all
/// items answered at length, and of a megabyte.
pub async fn measure(rounds: usize) -> Result<Value> {
    let at_length = format!("{AT_LENGTH} characters in every text");
    let a_megabyte_of_it = format!("{TOGETHER} characters together");
    let mut report = json!({ "cpu": SLOW_DOWN, "worker": 1 });
    for (words, file) in [(at_length, at_length_file()?), (a_megabyte_of_it, a_megabyte()?)] {
        println!(
            "\nReports of 43 answers, {words}, the page {SLOW_DOWN}× slower and its worker as fast as this machine \
             (median / 95 of 100 of {rounds} rounds)"
        );
        report[&words] = measure_file(&file, rounds).await?;
    }
    Ok(report)
}

async fn measure_file(file: &Value, rounds: usize) -> Result<Value> {
    let mut taken: Vec<(Vec<f64>, Vec<f64>)> = vec![Default::default(); REPORTS.len()];
    for _ in 0..rounds {
        let once = in_a_browser("reports", async |s: &Session| every(s, file).await).await?;
        for (all, one) in taken.iter_mut().zip(once) {
            all.0.push(one.whole);
            all.1.push(one.longest);
        }
    }
    let mut report = json!({});
    for ((name, button), (whole, longest)) in REPORTS.into_iter().zip(taken) {
        let (whole, longest) = (Figures::of(whole), Figures::of(longest));
        let what = format!("{name}: {}", button.unwrap_or("drawn for paper"));
        println!(
            "  {what:<34} {} ms in all, {} ms without a turn for anything else",
            whole.words(1.0, 0),
            longest.words(1.0, 1)
        );
        report[what] = json!({ "whole_ms": whole.json(), "longest_turn_ms": longest.json() });
    }
    Ok(report)
}

async fn every(s: &Session, file: &Value) -> Result<Vec<Taken>> {
    let id = bring_in(s, file).await?;
    check::text(s, "Saved on this device at").await?;
    // The page of reports is fetched before: what is measured is the report.
    act::open(s, &format!("#/a/{id}/reports")).await?;
    check::heading(s, "Reports").await?;
    turns::watch(s).await?;
    let mut taken = Vec::new();
    for (name, button) in REPORTS {
        let address = format!("#/a/{id}/reports/{name}");
        let act = match button {
            None => format!("location.hash = {address:?};"),
            Some(button) => {
                act::open(s, &address).await?;
                check::comes_true(
                    s,
                    "it is drawn",
                    &format!("return Boolean({DRAWN} || {:?})", name == "calendar"),
                )
                .await?;
                format!(
                    "[...document.querySelectorAll('button')].find((one) => one.textContent === {button:?}).click();"
                )
            }
        };
        slow_down(s, SLOW_DOWN).await?;
        turns::until(s, if button.is_some() { READY } else { DRAWN }).await?;
        let begin =
            format!("window.done = undefined; window.noteFromNow(); window.begun = performance.now(); {act}");
        s.script(&begin, vec![]).await?;
        let longest = turns::longest(s).await?;
        let whole = s.script("return window.done - window.begun;", vec![]).await?;
        taken.push(Taken { whole: whole.as_f64().context("a time")?, longest });
        slow_down(s, 1).await?;
        act::open(s, &format!("#/a/{id}/reports")).await?;
        check::heading(s, "Reports").await?;
    }
    Ok(taken)
}
