//! The page as a trial needs it: quick, and without waiting for more than has to be waited for.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::Session;
use crate::cut_off::Unusable;
use crate::wait::eventually;

/// An edition that does not come with the page.
pub const OWN_EDITION: &str = "made-up-2031-32";
/// How long the page gets to show something.
pub const PATIENCE: Duration = crate::wait::PATIENCE;
/// How long the two copies on the device get to find each other after the page is opened. Waited for only where something
/// is lost.
pub const SETTLE: Duration = crate::wait::PATIENCE;
pub const POLL: Duration = Duration::from_millis(40);

/// What is in the box, and what the page says of saving, in one moment.
pub const LOOK: &str = "const box = document.querySelector('#comments');
    const said = document.querySelector('.app-header__saved');
    return [box ? box.value : null, said ? said.textContent : ''];";

/// Waits for an element; a page that stays blank, or shows the failure block, is an error.
pub async fn wait_for(s: &Session, selector: &str) -> Result<thirtyfour::WebElement> {
    eventually(s, selector, async || Ok(s.web().find(By::Css(selector)).await?)).await
}

/// Opens an item and waits until it stands.
pub async fn open(s: &Session, id: &str, item: &str) -> Result<()> {
    let address = format!("{}#/a/{id}/item/{item}", s.base());
    s.web().goto(&address).await?;
    // The heading, so that it is not the box of the item before.
    let there = "const h1 = document.querySelector('h1');
        return !!document.querySelector('#comments') && h1.textContent.trim().startsWith(arguments[0] + ' ');";
    eventually(s, &format!("item {item} of {id}"), async || {
        ensure!(s.script(there, vec![json!(item)]).await? == json!(true), "it has not opened");
        Ok(())
    })
    .await
}

/// Opens an item and reads its box, once it shows what is expected or the two copies have had their time.
pub async fn open_and_read(s: &Session, id: &str, item: &str, expected: &str) -> Result<String> {
    open_until(s, id, item, async |shown| Ok(shown.starts_with(expected))).await.map(|(shown, _)| shown)
}

/// Opens an item and looks whether it shows this text or has it in its history, until the two copies have had their time.
/// Gives what it shows instead where the text is nowhere.
pub async fn open_and_read_or_find(
    s: &Session,
    id: &str,
    item: &str,
    expected: &str,
) -> Result<Option<String>> {
    let found = async |shown: &str| {
        let in_history = |(of, text): &(String, String)| of == item && text.starts_with(expected);
        Ok(shown.starts_with(expected) || history(s, id).await?.iter().any(in_history))
    };
    let (shown, found) = open_until(s, id, item, found).await?;
    Ok((!found).then_some(shown))
}

/// Opens an item and looks into its box until that is as it should be, or the two copies have had their time. Gives what the
/// box holds then, and whether it is as it should be.
async fn open_until(
    s: &Session,
    id: &str,
    item: &str,
    enough: impl AsyncFn(&str) -> Result<bool>,
) -> Result<(String, bool)> {
    let address = format!("{}#/a/{id}/item/{item}", s.base());
    s.web().goto(&address).await?;
    let (start, mut shown) = (Instant::now(), String::new());
    let mut drawn = None;
    loop {
        let seen = s.script(LOOK, vec![]).await.unwrap_or(Value::Null);
        if let Some(value) = seen[0].as_str() {
            value.clone_into(&mut shown);
            drawn.get_or_insert_with(Instant::now);
        }
        if drawn.is_some() && enough(&shown).await? {
            return Ok((shown, true));
        }
        // Without the assessment there is no box: it may come with the second copy.
        let since = drawn.unwrap_or(start);
        if since.elapsed() > SETTLE && start.elapsed() > SETTLE {
            let text = s.script("return document.body ? document.body.innerText : '';", vec![]).await?;
            ensure!(text.as_str().is_some_and(|text| !text.trim().is_empty()), "the page is blank");
            return Ok((shown, false));
        }
        tokio::time::sleep(POLL).await;
    }
}

/// Goes to a page of the same address that leaves what is stored alone.
pub async fn leave(s: &Session) -> Result<()> {
    s.web().goto(format!("{}recover.html", s.base())).await?;
    Ok(())
}

/// A device on which nothing is stored.
pub async fn empty(s: &Session) -> Result<()> {
    let tabs = s.web().windows().await?;
    for extra in tabs.iter().skip(1) {
        s.web().switch_to_window(extra.clone()).await?;
        s.web().close_window().await?;
    }
    let first = tabs.into_iter().next().context("a tab")?;
    s.web().switch_to_window(first).await?;
    s.tabs().await?;
    leave(s).await?;
    s.script("localStorage.clear();", vec![]).await?;
    delete_second(s).await
}

/// Deletes the whole second copy. A page that was just left may have it open for a while yet, and the browser waits for that:
/// it is asked again until it is done. In about one of a hundred trials WebKitGTK never lets go of what a page had open that
/// is long gone; only another browser helps then.
pub async fn delete_second(s: &Session) -> Result<()> {
    let delete = "return new Promise((done) => {
        const asked = indexedDB.deleteDatabase('standards-met');
        asked.onsuccess = () => done('deleted');
        asked.onerror = () => done('refused');
        setTimeout(() => done('blocked'), 5000);
    });";
    eventually(s, "the second copy to be deleted", async || {
        let ended = s.script(delete, vec![]).await?;
        ensure!(ended == json!("deleted"), "it is {ended}");
        Ok(())
    })
    .await
    .map_err(|error| error.context(Unusable("the second copy cannot be deleted")))
}

/// Makes writing to local storage throw, or not any more.
pub async fn refuse_writing(s: &Session, refuse: bool) -> Result<()> {
    let script = "const kept = window.e2eSetItem || Storage.prototype.setItem;
        window.e2eSetItem = kept;
        Storage.prototype.setItem = arguments[0]
          ? function () { throw new DOMException('refused', 'QuotaExceededError'); } : kept;";
    s.script(script, vec![json!(refuse)]).await?;
    Ok(())
}

/// Makes writing to the second copy fail, or not any more.
pub async fn second_refuses(s: &Session, refuse: bool) -> Result<()> {
    let script = "const kept = window.e2ePut || IDBObjectStore.prototype.put;
        window.e2ePut = kept;
        IDBObjectStore.prototype.put = arguments[0]
          ? function () { throw new DOMException('refused', 'QuotaExceededError'); } : kept;";
    s.script(script, vec![json!(refuse)]).await?;
    Ok(())
}

/// Changes, cuts or removes the stored questions of the edition that does not come with the page.
pub async fn damage_questions(s: &Session, rng: &mut Rng) -> Result<()> {
    let script =
        "const key = Object.keys(localStorage).find((key) => key.includes('/edition/' + arguments[0] + '/'));
        const text = localStorage.getItem(key);
        const at = Math.floor(arguments[2] * text.length);
        const other = text[at] === 'x' ? 'y' : 'x';
        if (arguments[1] === 0) localStorage.setItem(key, text.slice(0, at) + other + text.slice(at + 1));
        if (arguments[1] === 1) localStorage.setItem(key, text.slice(0, at));
        if (arguments[1] === 2) localStorage.removeItem(key);
        return true;";
    let arguments = vec![json!(OWN_EDITION), json!(rng.u8(..3)), json!(rng.f64())];
    ensure!(s.script(script, arguments).await? == json!(true), "no questions are stored");
    Ok(())
}

/// Changes one character of a stored save, or of anything that is stored.
pub async fn flip(s: &Session, rng: &mut Rng) -> Result<()> {
    let script = "const part = arguments[2] ? '/kept/' : 'standards-met/';
        const keys = Object.keys(localStorage).filter((key) => key.includes(part)).sort();
        const key = keys[Math.floor(arguments[0] * keys.length)];
        const text = localStorage.getItem(key);
        const at = Math.floor(arguments[1] * text.length);
        const other = text[at] === 'x' ? 'y' : 'x';
        localStorage.setItem(key, text.slice(0, at) + other + text.slice(at + 1));
        return true;";
    ensure!(
        s.script(script, vec![json!(rng.f64()), json!(rng.f64()), json!(rng.u8(..4) > 0)]).await?
            == json!(true),
        "nothing is stored"
    );
    Ok(())
}

/// Puts what is stored into the form of the page's first version, and empties everything else.
pub async fn to_first_form(s: &Session, id: &str) -> Result<()> {
    let script = "const keys = Object.keys(localStorage).filter((key) => key.includes('/kept/'));
        const line = (key) => JSON.parse(localStorage.getItem(key).split('\\n')[0]);
        keys.sort((one, other) => line(other).sequence - line(one).sequence);
        const text = localStorage.getItem(keys[0]);
        localStorage.clear();
        localStorage.setItem('standards-met/assessment/' + arguments[0], text.slice(text.indexOf('\\n') + 1));
        return true;";
    ensure!(s.script(script, vec![json!(id)]).await? == json!(true), "nothing is stored");
    delete_second(s).await
}

/// The comments in the history of an assessment, each with its item.
async fn history(s: &Session, id: &str) -> Result<Vec<(String, String)>> {
    let script = "return localStorage.getItem('standards-met/history/' + arguments[0]) || '';";
    let text = s.script(script, vec![json!(id)]).await?;
    let lines = text.as_str().unwrap_or_default().lines().map(str::to_owned).collect::<Vec<_>>();
    let entry = |line: &String| {
        let entry: Value = serde_json::from_str(line).ok()?;
        let of = |field: &str| Some(entry["response"][field].as_str()?.to_owned());
        Some((of("item")?, of("comments")?))
    };
    Ok(lines.iter().filter_map(entry).collect())
}
