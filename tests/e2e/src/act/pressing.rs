//! Buttons, links, radios and checkboxes.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use thirtyfour::WebElement;

use crate::Session;
use crate::find::{self, Named};
use crate::wait::eventually;

/// Presses a button, or opens a fold, once it is shown and enabled.
pub async fn press(s: &Session, name: impl Into<Named>) -> Result<()> {
    click(s, "button", name.into()).await
}

/// Follows a link.
pub async fn follow(s: &Session, name: impl Into<Named>) -> Result<()> {
    click(s, "link", name.into()).await
}

async fn click(s: &Session, role: &str, name: Named) -> Result<()> {
    eventually(s, &format!("a way to press {}", name.describe(role)), async || {
        let element = find::now(s, role, &name).await?;
        ensure!(element.is_enabled().await?, "it is disabled");
        element.scroll_into_view().await?;
        stands_still(s, &element).await?;
        s.script(AIM, vec![element.to_json()?]).await?;
        element.click().await?;
        landed(s).await
    })
    .await
}

/// Waits until the element is where it was a moment ago: nobody can press what is still being moved by what is drawn above it.
async fn stands_still(s: &Session, element: &WebElement) -> Result<()> {
    const PLACE: &str =
        "const { left, top } = arguments[0].getBoundingClientRect(); return `${left} ${top}`;";
    let mut before = s.script(PLACE, vec![element.to_json()?]).await?;
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(30)).await;
        let now = s.script(PLACE, vec![element.to_json()?]).await?;
        if now == before {
            return Ok(());
        }
        before = now;
    }
    bail!("it does not stand still")
}

/// Notes whether a press comes to the element, or to something in it.
const AIM: &str = "window.e2eMissed = true;
    document.addEventListener('click', (event) => {
        if (arguments[0].contains(event.target)) window.e2eMissed = false;
    }, { capture: true, once: true });";

/// A press for which the page has moved away between aiming and pressing (where the focus of what was done before has just
/// scrolled it) lands beside, and a person presses again.
async fn landed(s: &Session) -> Result<()> {
    for _ in 0..20 {
        // A page that is being left, or has been, was pressed.
        let missed = s.script("return window.e2eMissed === true;", vec![]).await;
        if missed.is_err() || missed.is_ok_and(|missed| missed == false) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("the press landed beside it")
}

/// Chooses a radio by its label.
pub async fn choose(s: &Session, label: impl Into<Named>) -> Result<()> {
    set(s, "radio", label.into(), true).await
}

/// Ticks a checkbox by its label; does nothing to one that is ticked.
pub async fn tick(s: &Session, label: impl Into<Named>) -> Result<()> {
    set(s, "checkbox", label.into(), true).await
}

/// Clears a checkbox by its label.
pub async fn untick(s: &Session, label: impl Into<Named>) -> Result<()> {
    set(s, "checkbox", label.into(), false).await
}

async fn set(s: &Session, role: &str, label: Named, on: bool) -> Result<()> {
    let state = if on { "chosen" } else { "cleared" };
    eventually(s, &format!("{} to be {state}", label.describe(role)), async || {
        let input = find::now(s, role, &label).await?;
        if input.is_selected().await? != on {
            input.scroll_into_view().await?;
            if input.click().await.is_err() {
                // The design may lay a drawn box over the real one: a person presses the words.
                let labels = "return arguments[0].labels[0];";
                s.web().execute(labels, vec![input.to_json()?]).await?.element()?.click().await?;
            }
        }
        let input = find::now(s, role, &label).await?;
        ensure!(input.is_selected().await? == on, "it did not change");
        Ok(())
    })
    .await
}
