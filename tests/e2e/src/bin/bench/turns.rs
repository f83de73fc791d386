//! For how long the page does nothing else: noted in the page itself, because looking from outside would keep it busy
//! too.

use anyhow::{Context, Result, ensure};
use e2e::{Session, WebElement};

/// Asks again and again for the next turn of the browser, and notes the longest that it had to wait for one: that is
/// how long the page did nothing else. From the press of a key on, the key's own work included.
const WATCH: &str = "window.longest = 0;
    const channel = new MessageChannel();
    let last = performance.now();
    channel.port1.onmessage = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    window.noteFromNow = () => {
      last = performance.now();
      window.longest = 0;
    };";

/// Waits until something is so after a change of the page, and then for two frames: the turn that made it so, and the
/// painting of what it shows, count too.
const UNTIL: &str = "const said = () => document.querySelector('.app-header__saved')?.textContent ?? '';
    const starts = (selector, words) => document.querySelector(selector)?.textContent.startsWith(words) ?? false;
    let began = false;
    window.longest = 0;
    window.over = new Promise((over) => {
      const observer = new MutationObserver(() => {
        if (!(CONDITION)) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => over(window.longest))));
      });
      observer.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
    });";

/// Begins to note how long the page does nothing else. Once for each page that is loaded.
pub async fn watch(s: &Session) -> Result<()> {
    s.script(WATCH, vec![]).await?;
    Ok(())
}

/// Begins anew, and prepares to end when the condition holds: JavaScript that may ask `said()` what the header says of
/// the saving and `starts(selector, words)` how an element begins, and may remember something in `began`.
pub async fn until(s: &Session, condition: &str) -> Result<()> {
    s.script(&UNTIL.replace("CONDITION", condition), vec![]).await?;
    Ok(())
}

/// Waits for the condition, and gives the longest that the page did nothing else before it held.
pub async fn longest(s: &Session) -> Result<f64> {
    let longest =
        s.script("return window.over;", vec![]).await?.as_f64().context("the page was loaded anew")?;
    ensure!(longest > 0.0, "no turn of the browser was noted");
    Ok(longest)
}

/// Puts the focus on something, to press it by a key: finding it and clicking on it would be noted too.
pub async fn focus(s: &Session, element: &WebElement) -> Result<()> {
    s.script("arguments[0].focus();", vec![element.to_json()?]).await?;
    Ok(())
}
