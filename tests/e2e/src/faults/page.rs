//! The page as a trial needs it: quick, and without waiting for more than has to be waited for.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fastrand::Rng;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::Session;

/// Items that trials type into; each has a comments box.
const ITEMS: [&str; 6] = ["1.1.5", "2.1.1", "1.3.11", "4.1.1", "9.1.1", "10.2.1"];
const WORDS: [&str; 8] =
    ["Helen", "keeps", "the list", "in", "the office", "– “locked”", "since May", "être"];
/// How long the page gets to show something.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long the two copies on the device get to find each other after the page is opened.
pub const SETTLE: Duration = Duration::from_secs(10);
/// How long a save may take before somebody goes on typing without it.
const SAVE: Duration = Duration::from_secs(3);
const POLL: Duration = Duration::from_millis(40);

/// What is in the box, and what the page says of saving, in one moment.
const LOOK: &str = "const box = document.querySelector('#comments');
    const said = document.querySelector('.app-header__saved');
    return [box ? box.value : null, said ? said.textContent : ''];";

/// The text of an item that the page called saved last.
#[derive(Clone, Debug)]
pub struct Typed {
    pub item: &'static str,
    pub saved: String,
}

/// Somebody who types, and notes what the page says.
#[derive(Clone, Debug)]
pub struct Typist {
    pub id: String,
    pub typed: Vec<Typed>,
    pub acknowledged: usize,
    item: &'static str,
}

impl Typist {
    /// Begins an assessment and opens one of its items.
    pub async fn begin(s: &Session, rng: &mut Rng) -> Result<Self> {
        s.web().goto(s.base()).await?;
        wait_for(s, "#organisation").await?.send_keys("Elm Lodge").await?;
        s.web().find(By::Css("button[type=submit]")).await?.click().await?;
        let start = Instant::now();
        let id = loop {
            let address = s.web().current_url().await?.to_string();
            if let Some((_, rest)) = address.split_once("#/a/") {
                break rest.split('/').next().unwrap_or_default().to_owned();
            }
            ensure!(start.elapsed() < PATIENCE, "the assessment did not begin: {address}");
            tokio::time::sleep(POLL).await;
        };
        let mut typist = Self { id, typed: Vec::new(), acknowledged: 0, item: ITEMS[0] };
        typist.go_to(s, rng).await?;
        Ok(typist)
    }

    /// Somebody else at the same assessment.
    pub fn another(&self) -> Self {
        Self { typed: Vec::new(), acknowledged: 0, ..self.clone() }
    }

    /// Opens an item.
    pub async fn go_to(&mut self, s: &Session, rng: &mut Rng) -> Result<()> {
        self.item = ITEMS[rng.usize(..ITEMS.len())];
        open(s, &self.id, self.item).await
    }

    /// Types a few times, sometimes in another item.
    pub async fn type_on(&mut self, s: &Session, rng: &mut Rng) -> Result<()> {
        for _ in 0..rng.usize(2..4) {
            self.burst(s, rng).await?;
            if rng.u8(..10) < 3 {
                self.settle(s).await?;
                self.go_to(s, rng).await?;
            }
        }
        self.settle(s).await
    }

    /// Types once more and goes on looking up to some random moment.
    pub async fn type_and_look_until(&mut self, s: &Session, rng: &mut Rng) -> Result<()> {
        let until = Instant::now() + Duration::from_millis(rng.u64(50..1_200));
        self.type_words(s, rng).await?;
        loop {
            self.look(s).await?;
            if Instant::now() >= until {
                return Ok(());
            }
            if rng.u8(..4) == 0 {
                self.type_words(s, rng).await?;
            }
        }
    }

    /// Types some words, waits a random while and looks.
    pub async fn burst(&mut self, s: &Session, rng: &mut Rng) -> Result<()> {
        self.type_words(s, rng).await?;
        tokio::time::sleep(Duration::from_millis(rng.u64(..700))).await;
        self.look(s).await?;
        Ok(())
    }

    /// Waits until the page calls it saved, or has said for a while that it is not.
    pub async fn settle(&mut self, s: &Session) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < SAVE && !self.look(s).await? {
            tokio::time::sleep(POLL).await;
        }
        Ok(())
    }

    async fn type_words(&self, s: &Session, rng: &mut Rng) -> Result<()> {
        let words: Vec<&str> = (0..rng.usize(1..4)).map(|_| WORDS[rng.usize(..WORDS.len())]).collect();
        let text = format!("{} {}. ", words.join(" "), rng.u16(..));
        let end = "const box = document.querySelector('#comments'); box.focus();
            box.setSelectionRange(box.value.length, box.value.length);";
        s.script(end, vec![]).await?;
        s.web().find(By::Css("#comments")).await?.send_keys(text).await?;
        Ok(())
    }

    /// Looks at what the page says, and gives whether it calls what is in the box saved.
    async fn look(&mut self, s: &Session) -> Result<bool> {
        let seen = s.script(LOOK, vec![]).await?;
        let (Some(value), Some(said)) = (seen[0].as_str(), seen[1].as_str()) else {
            bail!("the page does not show the item any more: {seen}");
        };
        let saved = said.starts_with("Saved on this device at") || said.starts_with("In the second copy at");
        if saved && !value.is_empty() {
            let item = self.item;
            match self.typed.iter_mut().find(|typed| typed.item == item) {
                Some(typed) if typed.saved == value => {}
                Some(typed) => {
                    value.clone_into(&mut typed.saved);
                    self.acknowledged += 1;
                }
                None => {
                    self.typed.push(Typed { item, saved: value.to_owned() });
                    self.acknowledged += 1;
                }
            }
        }
        Ok(saved)
    }
}

/// Waits for an element; a page that stays blank, or shows the failure block, is an error.
async fn wait_for(s: &Session, selector: &str) -> Result<thirtyfour::WebElement> {
    let start = Instant::now();
    loop {
        if let Ok(element) = s.web().find(By::Css(selector)).await {
            return Ok(element);
        }
        if start.elapsed() > PATIENCE {
            let text = s.script("return document.body ? document.body.innerText : '';", vec![]).await?;
            bail!("{selector} is not there; the page shows {text}");
        }
        tokio::time::sleep(POLL).await;
    }
}

async fn open(s: &Session, id: &str, item: &str) -> Result<()> {
    let address = format!("{}#/a/{id}/item/{item}", s.base());
    s.web().goto(&address).await?;
    let start = Instant::now();
    // The heading, so that it is not the box of the item before.
    let there = "const h1 = document.querySelector('h1');
        return !!document.querySelector('#comments') && h1.textContent.trim().startsWith(arguments[0] + ' ');";
    while s.script(there, vec![json!(item)]).await? != json!(true) {
        if start.elapsed() > PATIENCE {
            let text = s.script("return document.body ? document.body.innerText : '';", vec![]).await?;
            bail!("item {item} of {id} did not open; the page shows {text}");
        }
        tokio::time::sleep(POLL).await;
    }
    Ok(())
}

/// Opens an item and reads its box, once it shows what is expected or the two copies have had their time.
pub async fn open_and_read(s: &Session, id: &str, item: &str, expected: &str) -> Result<String> {
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
        if shown.starts_with(expected) && drawn.is_some() {
            return Ok(shown);
        }
        // Without the assessment there is no box: it may come with the second copy.
        let since = drawn.unwrap_or(start);
        if since.elapsed() > SETTLE && start.elapsed() > SETTLE {
            let text = s.script("return document.body ? document.body.innerText : '';", vec![]).await?;
            ensure!(text.as_str().is_some_and(|text| !text.trim().is_empty()), "the page is blank");
            return Ok(shown);
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

pub async fn delete_second(s: &Session) -> Result<()> {
    let delete = "return new Promise((done) => {
        const asked = indexedDB.deleteDatabase('standards-met');
        asked.onsuccess = () => done(true);
        asked.onerror = () => done(false);
    });";
    ensure!(s.script(delete, vec![]).await? == json!(true), "the second copy could not be deleted");
    Ok(())
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

/// Changes one character of a stored save.
pub async fn flip(s: &Session, rng: &mut Rng) -> Result<()> {
    let script = "const keys = Object.keys(localStorage).filter((key) => key.includes('/kept/')).sort();
        const key = keys[Math.floor(arguments[0] * keys.length)];
        const text = localStorage.getItem(key);
        const at = Math.floor(arguments[1] * text.length);
        const other = text[at] === 'x' ? 'y' : 'x';
        localStorage.setItem(key, text.slice(0, at) + other + text.slice(at + 1));
        return true;";
    ensure!(
        s.script(script, vec![json!(rng.f64()), json!(rng.f64())]).await? == json!(true),
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
pub async fn history(s: &Session, id: &str) -> Result<Vec<(String, String)>> {
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
