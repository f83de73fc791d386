//! What happens to local storage behind the page's back.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::Session;

const FILL: &str = include_str!("../page/fill_storage.js");

/// Removes everything from local storage, as a browser does that makes room.
pub async fn clear_storage(s: &Session) -> Result<()> {
    s.script("localStorage.clear();", vec![]).await?;
    Ok(())
}

/// Removes everything from both of the page's stores, from a page that leaves them alone.
pub async fn clear_device(s: &Session) -> Result<()> {
    crate::act::open(s, "recover.html").await?;
    clear_storage(s).await?;
    crate::faults::delete_second(s).await
}

/// Puts a text under a key, as an older version of the page would have left it.
pub async fn store(s: &Session, key: &str, text: &str) -> Result<()> {
    s.script("localStorage.setItem(arguments[0], arguments[1]);", vec![json!(key), json!(text)]).await?;
    Ok(())
}

/// Fills the storage to the last character, so that the page's next longer write fails.
pub async fn fill_storage(s: &Session) -> Result<()> {
    // Firefox counts what all ports of a host have stored.
    s.spoil();
    let written = s.script(FILL, vec![]).await?.as_u64().unwrap_or_default();
    ensure!(written > 0, "nothing could be written to the storage, so it was not filled");
    Ok(())
}

/// Takes the filling out again.
pub async fn free_storage(s: &Session) -> Result<()> {
    s.script("localStorage.removeItem('e2e-filler');", vec![]).await?;
    Ok(())
}
