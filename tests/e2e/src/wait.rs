//! Asking again until a deadline.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::cut_off::is_cut_off;
use crate::{Session, find};

/// Nobody waits so long for a page on a machine that has nothing else to do. It is for one on which something is compiled
/// meanwhile, and costs time only where something is wrong.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(50);

/// Tries until it works. After [`PATIENCE`] it fails with what was looked for, why the last try failed, and what the
/// page showed; and at once if the driver is gone.
pub async fn eventually<T>(s: &Session, looked_for: &str, attempt: impl AsyncFn() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    loop {
        let missed = match attempt().await {
            Ok(found) => return Ok(found),
            Err(missed) => missed,
        };
        if is_cut_off(&missed) {
            return Err(missed.context(format!("Looked for {looked_for}")));
        }
        if start.elapsed() > PATIENCE {
            let shown = find::what_the_page_shows(s).await;
            return Err(anyhow!("Looked for {looked_for} for {PATIENCE:?}: {missed:#}.\n{shown}"));
        }
        tokio::time::sleep(PAUSE).await;
    }
}
