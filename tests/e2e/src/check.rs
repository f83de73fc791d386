//! Saying whether the page is as it should be.

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::find::{self, Named};
use crate::wait::eventually;
use crate::{Session, settings};

const FOCUS: &str = include_str!("page/focus.js");
const OVERFLOW: &str = include_str!("page/overflow.js");

/// The words are somewhere on the page, in sight.
pub async fn text(s: &Session, words: &str) -> Result<()> {
    eventually(s, &format!("the words “{words}”"), async || {
        ensure!(tidy(&find::shown(s).await?.text).contains(&tidy(words)), "they are not there");
        Ok(())
    })
    .await
}

/// The words are nowhere on the page (any more).
pub async fn no_text(s: &Session, words: &str) -> Result<()> {
    eventually(s, &format!("the end of the words “{words}”"), async || {
        ensure!(!tidy(&find::shown(s).await?.text).contains(&tidy(words)), "they are still there");
        Ok(())
    })
    .await
}

/// The page's first heading says this.
pub async fn heading(s: &Session, words: &str) -> Result<()> {
    eventually(s, &format!("the heading “{words}”"), async || {
        let heading = tidy(&find::shown(s).await?.heading);
        ensure!(heading == tidy(words), "it is “{heading}”");
        Ok(())
    })
    .await
}

/// The page's title says this.
pub async fn title(s: &Session, words: &str) -> Result<()> {
    eventually(s, &format!("the title “{words}”"), async || {
        let title = s.web().title().await?;
        ensure!(title == words, "it is “{title}”");
        Ok(())
    })
    .await
}

/// The address after the base is this, such as `#/item/1.1.1`.
pub async fn address(s: &Session, path: &str) -> Result<()> {
    eventually(s, &format!("the address “{path}”"), async || {
        let address = find::address(s).await?;
        ensure!(address == path, "it is “{address}”");
        Ok(())
    })
    .await
}

/// The field of this label holds exactly this text.
pub async fn value(s: &Session, label: impl Into<Named>, text: &str) -> Result<()> {
    let label = label.into();
    eventually(s, &format!("“{text}” in {}", label.describe("field")), async || {
        let value = find::now(s, "field", &label).await?.prop("value").await?.unwrap_or_default();
        ensure!(value == text, "it holds “{value}”");
        Ok(())
    })
    .await
}

/// The three boxes of this name hold a date such as `2027-03-05`.
pub async fn date(s: &Session, label: impl Into<Named>, date: &str) -> Result<()> {
    let label = label.into();
    eventually(s, &format!("{date} in {}", label.describe("group")), async || {
        let mut parts = Vec::new();
        for element in find::date_boxes(s, label.clone()).await?.iter().rev() {
            parts.push(format!("{:0>2}", element.prop("value").await?.unwrap_or_default()));
        }
        ensure!(parts.join("-") == date, "they hold {parts:?}");
        Ok(())
    })
    .await
}

/// The radio of this label is chosen.
pub async fn chosen(s: &Session, label: impl Into<Named>) -> Result<()> {
    state(s, "radio", label.into(), true).await
}

/// The radio of this label is not chosen.
pub async fn not_chosen(s: &Session, label: impl Into<Named>) -> Result<()> {
    state(s, "radio", label.into(), false).await
}

/// The checkbox of this label is ticked.
pub async fn ticked(s: &Session, label: impl Into<Named>) -> Result<()> {
    state(s, "checkbox", label.into(), true).await
}

/// The checkbox of this label is not ticked.
pub async fn unticked(s: &Session, label: impl Into<Named>) -> Result<()> {
    state(s, "checkbox", label.into(), false).await
}

async fn state(s: &Session, role: &str, label: Named, on: bool) -> Result<()> {
    let wanted = if on { "on" } else { "off" };
    eventually(s, &format!("{} to be {wanted}", label.describe(role)), async || {
        ensure!(find::now(s, role, &label).await?.is_selected().await? == on, "it is not");
        Ok(())
    })
    .await
}

/// Nothing with this role and name is shown (any more).
pub async fn absent(s: &Session, role: &str, name: impl Into<Named>) -> Result<()> {
    find::none(s, role, &name.into()).await
}

/// What has the focus has this role and name.
pub async fn focus(s: &Session, role: &str, name: impl Into<Named>) -> Result<()> {
    let name = name.into();
    eventually(s, &format!("the focus on {}", name.describe(role)), async || {
        let element = find::now(s, role, &name).await?;
        let script = "return arguments[0] === document.activeElement ? '' : document.activeElement.outerHTML.slice(0, 200);";
        let other = s.script(script, vec![element.to_json()?]).await?;
        ensure!(other == json!(""), "it is on {other}");
        Ok(())
    })
    .await
}

/// A person can see where the focus is: it is on something in sight that looks different for it. Gives what that is, or
/// "the browser" where the focus has left the page.
pub async fn focus_is_visible(s: &Session) -> Result<String> {
    #[derive(Deserialize)]
    struct Focus {
        what: String,
        anywhere: bool,
        drawn: bool,
        in_sight: bool,
    }
    eventually(s, "the focus to be seen", async || {
        let focus: Focus = serde_json::from_value(s.script(FOCUS, vec![]).await?)?;
        if !focus.anywhere {
            return Ok("the browser".to_owned());
        }
        ensure!(focus.in_sight, "{} has it and is out of sight", focus.what);
        ensure!(focus.drawn, "{} has it and nothing shows it", focus.what);
        Ok(focus.what)
    })
    .await
}

/// Local storage holds exactly these keys.
pub async fn storage_keys(s: &Session, keys: &[&str]) -> Result<()> {
    eventually(s, &format!("the storage keys {keys:?}"), async || {
        let found = find::storage_keys(s).await?;
        ensure!(found == keys, "there are {found:?}");
        Ok(())
    })
    .await
}

/// A script in the page gives true.
pub async fn comes_true(s: &Session, what: &str, script: &str) -> Result<()> {
    eventually(s, what, async || {
        ensure!(s.script(script, vec![]).await? == json!(true), "it is not so");
        Ok(())
    })
    .await
}

/// The page cannot be pushed sideways.
pub async fn no_sideways_scroll(s: &Session) -> Result<()> {
    #[derive(Deserialize)]
    struct Overflow {
        width: u32,
        room: u32,
        wide: Vec<String>,
    }
    eventually(s, "a page without sideways scrolling", async || {
        let Overflow { width, room, wide } = serde_json::from_value(s.script(OVERFLOW, vec![]).await?)?;
        ensure!(
            width <= room,
            "it is {width} wide where there is room for {room}; widest:\n  {}",
            wide.join("\n  ")
        );
        Ok(())
    })
    .await
}

/// axe-core finds nothing to fault.
pub async fn accessible(s: &Session) -> Result<()> {
    #[derive(Deserialize)]
    struct Violation {
        id: String,
        help: String,
        nodes: Vec<Node>,
    }
    #[derive(Deserialize)]
    struct Node {
        target: Value,
    }
    const RUN: &str = "
        const done = arguments[arguments.length - 1];
        (window.axe || axe).run(document, { resultTypes: ['violations'] })
            .then((result) => done({ violations: result.violations }), (error) => done({ error: String(error) }));";
    // Source and run go together: an engine may give each script a world of its own.
    let script = format!("{};\n{RUN}", settings::axe_source()?);
    let result = s.web().execute_async(script, vec![]).await?.json().clone();
    let violations: Vec<Violation> = serde_json::from_value(result["violations"].clone())
        .with_context(|| format!("axe-core did not finish: {}", result["error"]))?;
    if violations.is_empty() {
        return Ok(());
    }
    let mut lines = Vec::new();
    for Violation { id, help, nodes } in violations {
        let places: Vec<String> = nodes.iter().map(|node| node.target.to_string()).collect();
        lines.push(format!("{id}: {help}: {}", places.join(", ")));
    }
    let shown = find::what_the_page_shows(s).await;
    Err(anyhow!("axe-core found violations:\n  {}\n{shown}", lines.join("\n  ")))
}

/// No page of this journey asked another host for anything. Every journey ends with this check.
pub async fn own_origin_only(s: &Session) -> Result<()> {
    let asked = s.requests().await?;
    // The page is never without its program and its style sheet, so an empty list means that nothing was heard.
    ensure!(!asked.is_empty(), "It is not known what the page asked for: the engine told of no request.");
    let own =
        |address: &&String| s.is_own(address) || address.starts_with("blob:") || address.starts_with("data:");
    let foreign: Vec<&String> = asked.iter().filter(|address| !own(address)).collect();
    ensure!(foreign.is_empty(), "The page asked other hosts: {foreign:?}");
    Ok(())
}

/// The console reported no error since the journey began (see [`Session::console`]). Every journey ends with this check.
pub async fn no_console_errors(s: &Session) -> Result<()> {
    let errors = s.console_errors().await?;
    if !errors.is_empty() {
        bail!("The console reports errors:\n  {}", errors.join("\n  "));
    }
    Ok(())
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Waits until no key of the page's second store has this in it.
pub async fn not_in_second(s: &Session, part: &str) -> Result<()> {
    eventually(s, &format!("a second store without {part}"), async || {
        let keys = find::second_keys(s).await?;
        ensure!(!keys.iter().any(|key| key.contains(part)), "it is there: {keys:?}");
        Ok(())
    })
    .await
}
