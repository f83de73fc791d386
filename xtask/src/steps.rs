//! Says what is being done, and how long it took.

use crate::Result;
use std::io::{Write, stdout};
use std::time::{Duration, Instant};

/// The steps so far, for the table at the end.
pub struct Steps {
    started: Instant,
    done: Vec<(String, Duration)>,
}

impl Steps {
    pub fn new() -> Self {
        Self { started: Instant::now(), done: Vec::new() }
    }

    /// A step that prints nothing itself: one line, `name … 0.8 s`.
    pub fn quiet<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        say(&format!("{name} … "));
        let (value, took) = timed(work);
        say(&format!("{}\n", if value.is_ok() { seconds(took) } else { "failed".to_owned() }));
        self.done.push((name.to_owned(), took));
        value
    }

    /// A step whose own output is worth reading: a heading before it, the time after it.
    pub fn loud<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        say(&format!("{name} …\n"));
        let (value, took) = timed(work);
        if value.is_ok() {
            say(&format!("{name} … {}\n", seconds(took)));
        }
        self.done.push((name.to_owned(), took));
        value
    }

    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// The whole run at a glance.
    pub fn table(&self) -> String {
        let width = self.done.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let total = ("Together".to_owned(), self.elapsed());
        let line = |(name, took): &(String, Duration)| format!("  {name:<width$}  {:>8}\n", seconds(*took));
        self.done.iter().chain([&total]).map(line).collect()
    }
}

/// Prints at once, for the next words may be minutes away. A reader who has gone (`| head`) is no reason to stop.
pub fn say(text: &str) {
    let mut out = stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}

/// `0.8 s`.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
