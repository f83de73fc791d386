//! Buttons, links, radios and checkboxes.

use anyhow::{Result, ensure};

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
        Ok(element.click().await?)
    })
    .await
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
