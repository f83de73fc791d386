//! Typing.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use serde_json::json;
use thirtyfour::{Key, TypingData, WebElement};

use crate::find::{self, Named};
use crate::wait::eventually;
use crate::{Engine, Session, check};

/// More stops than any page has: whoever has to press Tab more often gives up.
const MOST_STOPS: usize = 120;

/// Shift, Control and Alt stay down until the other keys have been pressed.
const HELD: [char; 3] = ['\u{e008}', '\u{e009}', '\u{e00a}'];

/// Replaces what is in a field, key by key, and leaves the cursor there.
pub async fn fill(s: &Session, label: impl Into<Named>, text: &str) -> Result<()> {
    let element = ready(s, label.into()).await?;
    replace(s, &element, text).await
}

async fn replace(s: &Session, element: &WebElement, text: &str) -> Result<()> {
    s.script("arguments[0].focus(); arguments[0].select();", vec![element.to_json()?]).await?;
    element.send_keys(Key::Delete + typed(text)).await?;
    Ok(())
}

/// Types a date such as `2027-03-05` into the three boxes of this name, and leaves the cursor in the last.
pub async fn fill_date(s: &Session, label: impl Into<Named>, date: &str) -> Result<()> {
    let [year, month, day] = date.splitn(3, '-').collect::<Vec<_>>()[..] else { bail!("no date: {date}") };
    let boxes = find::date_boxes(s, label).await?;
    for (element, text) in boxes.iter().zip([day, month, year]) {
        replace(s, element, text.trim_start_matches('0')).await?;
    }
    Ok(())
}

/// Goes on to the next field, as with the keyboard.
pub async fn leave_field(s: &Session) -> Result<()> {
    keys(s, Key::Tab).await
}

/// Types at the end of what is in a field.
pub async fn add(s: &Session, label: impl Into<Named>, text: &str) -> Result<()> {
    let element = ready(s, label.into()).await?;
    let end =
        "const box = arguments[0]; box.focus(); box.setSelectionRange(box.value.length, box.value.length);";
    s.script(end, vec![element.to_json()?]).await?;
    element.send_keys(typed(text)).await?;
    Ok(())
}

/// Puts a text in the place of what is in a field, as pasting does: at once, and with any character.
pub async fn paste(s: &Session, label: impl Into<Named>, text: &str) -> Result<()> {
    let element = ready(s, label.into()).await?;
    let script = "const [box, text] = arguments;
        box.focus();
        box.select();
        document.execCommand('insertText', false, text);";
    s.script(script, vec![element.to_json()?, json!(text)]).await?;
    Ok(())
}

/// Chooses an option of a select by its words.
pub async fn select(s: &Session, label: impl Into<Named>, option: &str) -> Result<()> {
    let label = label.into();
    eventually(s, &format!("the option “{option}” of {}", label.describe("field")), async || {
        let list = find::now(s, "field", &label).await?;
        let find =
            "return Array.from(arguments[0].options).find((option) => option.text.trim() === arguments[1]);";
        let option = s.web().execute(find, vec![list.to_json()?, json!(option)]).await?.element()?;
        if s.engine() == Engine::WebKit {
            // Its driver leaves the list open, and the next click would do nothing but close it.
            let choose = "const [list, option] = arguments;
                list.focus();
                option.selected = true;
                for (const event of ['input', 'change']) list.dispatchEvent(new Event(event, { bubbles: true }));";
            s.script(choose, vec![list.to_json()?, option.to_json()?]).await?;
        } else {
            option.click().await?;
        }
        Ok(())
    })
    .await
}

/// Presses keys, one after the other, wherever the focus is: `keys(s, Key::Tab)`, `keys(s, "text")`,
/// `keys(s, Key::Shift + Key::Tab)`.
///
/// They go to the browser, not to an element as typed text does: a driver takes what is typed into a date field as the
/// date, whatever key it is.
pub async fn keys(s: &Session, keys: impl Into<TypingData>) -> Result<()> {
    // Without the pauses that the library puts between one press and the next.
    let mut chain = s.web().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
    let mut held = Vec::new();
    for key in keys.into().as_vec() {
        chain = chain.key_down(key);
        if HELD.contains(&key) {
            held.push(key);
        } else {
            chain = chain.key_up(key);
        }
    }
    for key in held {
        chain = chain.key_up(key);
    }
    Ok(chain.perform().await?)
}

/// Presses a key, such as `&[Key::Tab]` or `&[Key::Shift, Key::Tab]`, until the focus is on what has this role and name.
/// On the way every stop has to show that it has the focus.
pub async fn move_focus(s: &Session, key: &[Key], role: &str, name: impl Into<Named>) -> Result<()> {
    let name = name.into();
    let pressed: String = key.iter().cloned().map(char::from).collect();
    let mut stops = Vec::new();
    while stops.len() < MOST_STOPS {
        keys(s, pressed.as_str()).await?;
        stops.push(check::focus_is_visible(s).await?);
        let Ok(wanted) = find::now(s, role, &name).await else { continue };
        if find::has_focus(s, &wanted).await? {
            return Ok(());
        }
    }
    bail!("The focus did not come to {}. It stopped at:\n  {}", name.describe(role), stops.join("\n  "))
}

async fn ready(s: &Session, label: Named) -> Result<WebElement> {
    eventually(s, &format!("{} to type in", label.describe("field")), async || {
        let element = find::now(s, "field", &label).await?;
        ensure!(element.is_enabled().await?, "it is disabled");
        element.scroll_into_view().await?;
        Ok(element)
    })
    .await
}

/// A line break is the Enter key.
fn typed(text: &str) -> String {
    text.replace('\n', &char::from(Key::Enter).to_string())
}
