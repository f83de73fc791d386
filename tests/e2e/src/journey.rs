//! Running a journey as a test: a place in the queue, a browser, and evidence of a failure.

use std::any::Any;
use std::io::Write;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use futures_util::FutureExt;
use tokio::runtime::Runtime;

use crate::cut_off::was_cut_off;
use crate::{Engine, Session, check, find, is_cut_off, settings};

const BROWSERS_AT_ONCE: usize = 2;
const EVIDENCE: Duration = Duration::from_secs(60);

/// One for all journeys, since they take over browsers from each other, and a connection lives in its runtime.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build());

/// Makes the tests of all journeys, one for each engine.
///
/// A journey that an engine cannot run is listed with the reason, and shows up as ignored for that reason. One whose outcome
/// does not depend on the engine runs in one of them ([`Engine::for_one`]), and says why that is enough:
///
/// ```ignore
/// e2e::journeys! {
///     start::the_page_opens;
///     saving::answers_survive_a_restart { webkit: "its automation sessions keep nothing" };
///     merging::the_newer_answer_wins { once: "the merge is the program's" };
/// }
/// ```
#[macro_export]
macro_rules! journeys {
    ($($theme:ident :: $name:ident $({ $($engine:ident : $reason:literal),+ $(,)? })? ;)*) => {
        mod chromium { $($crate::journeys!(@chromium $theme $name [$($($engine $reason)+)?]);)* }
        mod firefox { $($crate::journeys!(@firefox $theme $name [$($($engine $reason)+)?]);)* }
        mod webkit { $($crate::journeys!(@webkit $theme $name [$($($engine $reason)+)?]);)* }
        mod one_engine { $($crate::journeys!(@one_engine $theme $name [$($($engine $reason)+)?]);)* }
    };

    (@one_engine $theme:ident $name:ident [once $reason:literal]) => {
        $crate::journeys!(@test $crate::Engine::for_one(), $theme $name);
    };
    (@one_engine $theme:ident $name:ident [$($other:tt)*]) => {};
    (@$engine:ident $theme:ident $name:ident [once $reason:literal]) => {};

    (@chromium $theme:ident $name:ident [chromium $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@test $crate::Engine::Chromium, $theme $name #[ignore = $reason]);
    };
    (@firefox $theme:ident $name:ident [firefox $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@test $crate::Engine::Firefox, $theme $name #[ignore = $reason]);
    };
    (@webkit $theme:ident $name:ident [webkit $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@test $crate::Engine::WebKit, $theme $name #[ignore = $reason]);
    };
    (@chromium $theme:ident $name:ident []) => { $crate::journeys!(@test $crate::Engine::Chromium, $theme $name); };
    (@firefox $theme:ident $name:ident []) => { $crate::journeys!(@test $crate::Engine::Firefox, $theme $name); };
    (@webkit $theme:ident $name:ident []) => { $crate::journeys!(@test $crate::Engine::WebKit, $theme $name); };
    (@$engine:ident $theme:ident $name:ident [$other:ident $reason:literal $($rest:tt)*]) => {
        $crate::journeys!(@$engine $theme $name [$($rest)*]);
    };

    (@test $engine:expr, $theme:ident $name:ident $(#[$attribute:meta])?) => {
        #[test]
        $(#[$attribute])?
        fn $name() {
            $crate::run($engine, stringify!($name), super::$theme::$name);
        }
    };
}

/// How a journey ended.
enum Ended {
    Well,
    Badly(String),
    /// The driver or its browser was gone before the end, which says nothing of the page.
    CutOff(String),
    Panicked(Box<dyn Any + Send>),
}

/// Runs one journey in one engine; once more if its driver went away in the middle, and says so. Panics, as tests do, if
/// the journey fails.
pub fn run(engine: Engine, name: &str, journey: impl AsyncFn(&mut Session) -> Result<()>) {
    let base = settings::base_url();
    if let Err(error) = base {
        panic!("{error}");
    }
    if let Err(reason) = engine.programs() {
        // Debian has all three engines; another system may not.
        if cfg!(target_os = "linux") {
            panic!("{} cannot run: {reason}: run `cargo xtask test e2e`.", engine.name());
        }
        say(&format!("not run: {}::{name}: {reason}", engine.name()));
        return;
    }
    let _place = Place::take();
    let begun = Instant::now();
    remove_stale(engine, name);
    let runtime = RUNTIME.as_ref().unwrap_or_else(|error| panic!("the test could not start: {error}"));
    let mut ended = runtime.block_on(once(engine, name, &journey));
    if let Ended::CutOff(reason) = &ended {
        say(&format!("once more: {}::{name}: its driver went away: {reason}", engine.name()));
        ended = runtime.block_on(once(engine, name, &journey));
    }
    note_time(engine, name, begun.elapsed());
    match ended {
        Ended::Well => {}
        Ended::Badly(failure) => panic!("{}::{name} failed. {failure}", engine.name()),
        Ended::CutOff(reason) => {
            panic!("{}::{name}: its driver went away twice: {reason}", engine.name())
        }
        Ended::Panicked(panic) => resume_unwind(panic),
    }
}

/// Written past the test runner, which keeps the output of a passing test to itself.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A journey from beginning to end, in a browser in which nothing is stored.
async fn once(engine: Engine, name: &str, journey: &impl AsyncFn(&mut Session) -> Result<()>) -> Ended {
    let mut session = match Session::for_a_journey(engine, name).await {
        Ok(session) => session,
        Err(error) if is_cut_off(&error) => return Ended::CutOff(plain(&format!("{error:#}"))),
        Err(error) => return Ended::Badly(plain(&format!("{error:#}"))),
    };
    let whole = async {
        journey(&mut session).await?;
        // What has to hold in every journey, whatever it is about.
        check::own_origin_only(&session).await?;
        if session.expects_console_errors() {
            return Ok(());
        }
        check::no_console_errors(&session).await
    };
    let ended = match AssertUnwindSafe(whole).catch_unwind().await {
        Ok(Ok(())) => Ended::Well,
        Ok(Err(error)) if was_cut_off(&session, &error).await => Ended::CutOff(plain(&format!("{error:#}"))),
        Ok(Err(error)) => Ended::Badly(plain(&format!("{error:#}"))),
        Err(panic) => Ended::Panicked(panic),
    };
    let failure = match &ended {
        Ended::Well => None,
        Ended::Badly(failure) => Some(failure.as_str()),
        Ended::Panicked(_) => Some("The journey panicked; see the test's output."),
        Ended::CutOff(_) => {
            session.spoil();
            None
        }
    };
    if let Some(failure) = failure {
        // Nobody knows what state it is in.
        session.spoil();
        let kept = tokio::time::timeout(EVIDENCE, keep_evidence(&session, failure)).await;
        if !matches!(kept, Ok(Ok(()))) {
            eprintln!("The evidence of this failure is not complete: {kept:?}");
        }
    }
    session.end().await;
    ended
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
