//! Asking again until a deadline.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::{Session, find};

const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(50);

/// Tries until it works. After ten seconds it fails with what was looked for, why the last try failed, and what the
/// page showed.
pub(crate) async fn eventually<T>(
    s: &Session,
    looked_for: &str,
    attempt: impl AsyncFn() -> Result<T>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let missed = match attempt().await {
            Ok(found) => return Ok(found),
            Err(missed) => missed,
        };
        if start.elapsed() > PATIENCE {
            let shown = find::what_the_page_shows(s).await;
            return Err(anyhow!("Looked for {looked_for} for {PATIENCE:?}: {missed:#}.\n{shown}"));
        }
        tokio::time::sleep(PAUSE).await;
    }
}
