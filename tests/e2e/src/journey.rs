//! Running a journey as a test: a place in the queue, a browser, and evidence of a failure.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::runtime::Runtime;

use crate::{Engine, Session, check, find, settings};

const BROWSERS_AT_ONCE: usize = 2;
const EVIDENCE: Duration = Duration::from_secs(20);

/// One for all journeys, since they take over browsers from each other, and a connection lives in its runtime.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build());

/// Makes the tests of all journeys, one for each engine.
///
/// A journey that an engine cannot run is listed with the reason, and shows up as ignored for that reason:
///
/// ```ignore
/// e2e::journeys! {
///     start::the_page_opens;
///     saving::answers_survive_a_restart { webkit: "its automation sessions keep nothing" };
/// }
/// ```
#[macro_export]
macro_rules! journeys {
    ($($theme:ident :: $name:ident $({ $($engine:ident : $reason:literal),+ $(,)? })? ;)*) => {
        mod chromium { $($crate::journeys!(@chromium $theme $name [$($($engine $reason)+)?]);)* }
        mod firefox { $($crate::journeys!(@firefox $theme $name [$($($engine $reason)+)?]);)* }
        mod webkit { $($crate::journeys!(@webkit $theme $name [$($($engine $reason)+)?]);)* }
    };

    (@chromium $theme:ident $name:ident [chromium $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@test Chromium $theme $name #[ignore = $reason]);
    };
    (@firefox $theme:ident $name:ident [firefox $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@test Firefox $theme $name #[ignore = $reason]);
    };
    (@webkit $theme:ident $name:ident [webkit $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@test WebKit $theme $name #[ignore = $reason]);
    };
    (@chromium $theme:ident $name:ident []) => { $crate::journeys!(@test Chromium $theme $name); };
    (@firefox $theme:ident $name:ident []) => { $crate::journeys!(@test Firefox $theme $name); };
    (@webkit $theme:ident $name:ident []) => { $crate::journeys!(@test WebKit $theme $name); };
    (@$engine:ident $theme:ident $name:ident [$other:ident $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@$engine $theme $name [$($rest)*]);
    };

    (@test $engine:ident $theme:ident $name:ident $(#[$attribute:meta])?) => {
        #[test]
        $(#[$attribute])?
        fn $name() {
            $crate::run($crate::Engine::$engine, stringify!($name), super::$theme::$name);
        }
    };
}

/// Runs one journey in one engine. Panics, as tests do, if it fails.
pub fn run(engine: Engine, name: &str, journey: impl AsyncFnOnce(&mut Session) -> Result<()>) {
    let base = settings::base_url();
    if let Err(error) = base {
        panic!("{error}");
    }
    if let Err(reason) = engine.programs() {
        // Debian has all three engines; another system may not.
        if cfg!(target_os = "linux") {
            panic!("{} cannot run: {reason}: run `cargo xtask test e2e`.", engine.name());
        }
        // Written past the test runner, which keeps the output of a passing test to itself.
        let _ = writeln!(std::io::stderr(), "not run: {}::{name}: {reason}", engine.name());
        return;
    }
    let _place = Place::take();
    let begun = Instant::now();
    remove_stale(engine, name);
    let runtime = RUNTIME.as_ref().unwrap_or_else(|error| panic!("the test could not start: {error}"));

    let mut session =
        runtime.block_on(Session::for_a_journey(engine, name)).unwrap_or_else(|error| panic!("{error:#}"));
    let whole = async {
        journey(&mut session).await?;
        // What has to hold in every journey, whatever it is about.
        check::own_origin_only(&session).await?;
        if session.expects_console_errors() {
            return Ok(());
        }
        check::no_console_errors(&session).await
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(whole)));
    let failure = match &outcome {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some(plain(&format!("{error:#}"))),
        Err(_) => Some("The journey panicked; see the test's output.".to_owned()),
    };
    if let Some(failure) = &failure {
        // Nobody knows what state it is in.
        session.spoil();
        let kept = runtime
            .block_on(async { tokio::time::timeout(EVIDENCE, keep_evidence(&session, failure)).await });
        if !matches!(kept, Ok(Ok(()))) {
            eprintln!("The evidence of this failure is not complete: {kept:?}");
        }
    }
    runtime.block_on(session.end());
    note_time(engine, name, begun.elapsed());
    match (outcome, failure) {
        (Err(panic), _) => resume_unwind(panic),
        (Ok(_), Some(failure)) => panic!("{}::{name} failed. {failure}", engine.name()),
        (Ok(_), None) => {}
    }
}

/// A message without the drivers' lists of memory addresses.
fn plain(message: &str) -> String {
    let noise = |line: &&str| {
        let line = line.trim_start();
        line.starts_with('#') && line.contains(" 0x") || line == "Stacktrace:"
    };
    message.lines().filter(|line| !noise(line)).collect::<Vec<_>>().join("\n")
}

/// Leaves the page's words, the console and a picture beside each other.
async fn keep_evidence(s: &Session, failure: &str) -> Result<()> {
    let page = find::what_the_page_shows(s).await;
    let console = s.console().await.unwrap_or_default().join("\n");
    let text =
        format!("{failure}\n\n== page\n{page}\n\n== console\n{console}\n\n== driver\n{}", s.driver_log());
    std::fs::write(s.artefact("txt")?, text)?;
    std::fs::write(s.artefact("png")?, s.web().screenshot_as_png().await?)?;
    Ok(())
}

/// Notes how long a journey took, a line each in `times.txt` among the artefacts: what makes a run long can be seen there.
fn note_time(engine: Engine, name: &str, took: Duration) {
    let Ok(folder) = settings::artefacts() else { return };
    let file = std::fs::OpenOptions::new().create(true).append(true).open(folder.join("times.txt"));
    // Without a place for it, only this is missing.
    let _ = file.and_then(|mut file| writeln!(file, "{:.1} s {}::{name}", took.as_secs_f64(), engine.name()));
}

/// Removes what an earlier run of this journey left.
fn remove_stale(engine: Engine, name: &str) {
    let Ok(folder) = settings::artefacts() else { return };
    let Ok(entries) = std::fs::read_dir(folder.join(engine.name())) else { return };
    for entry in entries.flatten() {
        let stale = entry.file_name().to_string_lossy().split('.').next() == Some(name);
        if stale {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

static TAKEN: Mutex<usize> = Mutex::new(0);
static LEFT: Condvar = Condvar::new();

/// The right to have a browser open, however many threads the test runner has.
struct Place;

impl Place {
    fn take() -> Place {
        let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut taken = LEFT
            .wait_while(taken, |taken| *taken >= BROWSERS_AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Place
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        LEFT.notify_one();
    }
}
