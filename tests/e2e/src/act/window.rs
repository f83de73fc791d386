//! The size of the page, what the device asks of it, and pictures of it.

use std::sync::Arc;

use anyhow::{Result, ensure};
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::wait::eventually;
use crate::{Engine, Session};

/// Gives the page this much room, in CSS pixels, however narrow: a window has a least width, a tablet has not.
pub async fn size(s: &Session, width: u32, height: u32) -> Result<()> {
    match s.engine() {
        Engine::Chromium => {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false });
            s.web().cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
            // As on a tablet: scrollbars lie over the page and take no room from it.
            s.web().cdp().send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        }
        Engine::Firefox => resize_tabs(s, width, height).await?,
        Engine::WebKit => resize_window(s, width, height).await?,
    }
    eventually(s, &format!("a page of {width}×{height}"), async || {
        let Room { width: wide, height: high, .. } = room(s).await?;
        ensure!((wide, high) == (width, height), "it is {wide}×{high}");
        Ok(())
    })
    .await
}

async fn resize_window(s: &Session, width: u32, height: u32) -> Result<()> {
    // The window's own frame and toolbar come on top.
    let now = room(s).await?;
    let (frame, toolbar) = (now.outer_width - now.width, now.outer_height - now.height);
    s.web().set_window_rect(0, 0, width + frame, height + toolbar).await?;
    Ok(())
}

/// Firefox's window cannot be narrower than its toolbar: the part that holds the pages is resized inside it.
async fn resize_tabs(s: &Session, width: u32, height: u32) -> Result<()> {
    // Its own style sheet makes it grow whatever its width says: only the limits hold.
    let script = "for (const [side, length] of Object.entries({ width: arguments[0], height: arguments[1] }))
        for (const limit of ['min', 'max'])
            gBrowser.tabbox.style.setProperty(`${limit}-${side}`, `${length}px`, 'important');";
    s.web().cmd(context("chrome")).await?;
    let resized = s.script(script, vec![json!(width), json!(height)]).await;
    s.web().cmd(context("content")).await?;
    resized.map(drop)
}

fn context(name: &'static str) -> Command {
    Command::ExtensionCommand(Box::new(Context(name)))
}

/// Firefox's own command that says whether scripts run in the page or in the browser around it.
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/moz/context".into()
    }
}

#[derive(Deserialize)]
struct Room {
    width: u32,
    height: u32,
    outer_width: u32,
    outer_height: u32,
}

async fn room(s: &Session) -> Result<Room> {
    let script = "return { width: innerWidth, height: innerHeight, outer_width: outerWidth, outer_height: outerHeight };";
    Ok(serde_json::from_value(s.script(script, vec![]).await?)?)
}

/// The device asks for dark colours, as it may at night. Chromium only: no driver of the others can say so.
pub async fn dark(s: &Session) -> Result<()> {
    prefer(s, "dark").await
}

/// The device asks for light colours, as by day. Chromium only, as [`dark`].
pub async fn light(s: &Session) -> Result<()> {
    prefer(s, "light").await
}

async fn prefer(s: &Session, colours: &str) -> Result<()> {
    ensure!(
        matches!(s.engine(), Engine::Chromium),
        "Only Chromium can be told which colours the device asks for."
    );
    // Without motion, so that no colour is looked at on its way from one to the other.
    let media = json!({ "features": [
        { "name": "prefers-color-scheme", "value": colours },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    s.web().cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

/// Leaves a picture of the page among the artefacts, as `<engine>/<journey>.<name>.png`.
pub async fn screenshot(s: &Session, name: &str) -> Result<()> {
    let png = s.web().screenshot_as_png().await?;
    std::fs::write(s.artefact(&format!("{name}.png"))?, png)?;
    Ok(())
}
