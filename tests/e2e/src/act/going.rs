//! Addresses, history and tabs.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::wait::eventually;
use crate::{Engine, Session};

/// Opens an address relative to the base: `""`, `"#/item/1.1.1"`, `"a/sub/path/"`. Waits until the program is there, or has
/// been given up.
pub async fn open(s: &Session, path: &str) -> Result<()> {
    open_at_once(s, path).await?;
    taken_over(s).await
}

/// The same, without waiting for the program.
pub async fn open_at_once(s: &Session, path: &str) -> Result<()> {
    s.before_leaving().await?;
    s.web().goto(format!("{}{path}", s.base())).await?;
    s.listen().await
}

/// Waits until what is drawn before the program has made room, for the program's page or for the block for failures.
pub async fn taken_over(s: &Session) -> Result<()> {
    eventually(s, "the program", async || {
        let made_room = "return document.readyState !== 'loading' && !document.getElementById('loading');";
        ensure!(s.script(made_room, vec![]).await? == true, "the page still waits for it");
        Ok(())
    })
    .await
}

/// Opens the page in a frame that may run scripts and nothing else, as another site would show it, and looks there.
///
/// To the page all addresses are foreign then, its own too, which is why it comes from a folder of the server that lets
/// everybody in. Asking for storage throws in every engine.
pub async fn open_in_a_sandbox(s: &Session) -> Result<()> {
    // A text, which the browser shows in a page of its own without a content security policy.
    open(s, "boot.js").await?;
    let script = "const frame = document.createElement('iframe');
        Object.assign(frame, { sandbox: 'allow-scripts allow-forms allow-downloads', src: arguments[0], title: 'Sandbox' });
        frame.style = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: white';
        document.body.replaceChildren(frame);";
    s.script(script, vec![json!(format!("{}sandboxed/", s.base()))]).await?;
    Ok(s.web().enter_frame(0).await?)
}

/// Loads the page again at its present address.
pub async fn reload(s: &Session) -> Result<()> {
    s.before_leaving().await?;
    if s.engine() == Engine::Firefox {
        // Its driver's own reload goes past every cache and worker, as a person's does with Shift held down.
        s.script("window.e2eBefore = true; location.reload();", vec![]).await?;
        eventually(s, "the page to be loaded again", async || {
            let ready = "return !window.e2eBefore && document.readyState === 'complete';";
            ensure!(s.script(ready, vec![]).await? == true, "it is not loaded yet");
            Ok(())
        })
        .await?;
        return taken_over(s).await;
    }
    s.web().refresh().await?;
    s.listen().await?;
    taken_over(s).await
}

/// Presses the browser's Back.
pub async fn back(s: &Session) -> Result<()> {
    Ok(s.web().back().await?)
}

/// Presses the browser's Forward.
pub async fn forward(s: &Session) -> Result<()> {
    Ok(s.web().forward().await?)
}

/// Opens an address in a new tab and looks there from now on.
pub async fn new_tab(s: &Session, path: &str) -> Result<()> {
    let tab = s.web().new_tab().await?;
    s.web().switch_to_window(tab).await?;
    s.tabs().await?;
    open(s, path).await
}

/// Looks at the first, second … tab from now on, counted from 1; waits for a tab that is about to open.
pub async fn switch_to_tab(s: &Session, number: usize) -> Result<()> {
    eventually(s, &format!("tab number {number}"), async || {
        let tabs = s.tabs().await?;
        let tab =
            tabs.get(number.wrapping_sub(1)).with_context(|| format!("there are {} tabs", tabs.len()))?;
        Ok(s.web().switch_to_window(tab.clone()).await?)
    })
    .await
}

/// Closes the present tab and goes back to the first.
pub async fn close_tab(s: &Session) -> Result<()> {
    ensure!(s.web().windows().await?.len() > 1, "the last tab stays open");
    s.web().close_window().await?;
    switch_to_tab(s, 1).await
}
