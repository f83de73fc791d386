//! Somebody who types into the page, and notes what it says of saving.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use fastrand::Rng;
use serde_json::{Value, json};
use thirtyfour::By;

use super::page::{LOOK, OWN_EDITION, PATIENCE, POLL, open, wait_for};
use crate::{Session, act, check};

/// The questions that come with the page.
const EDITION: &str = include_str!("../../../../crates/core/src/catalogue/dspt-social-care-2021-22.json");
/// Items that trials type into; each has a comments box.
const ITEMS: [&str; 6] = ["1.1.5", "2.1.1", "1.3.11", "4.1.1", "9.1.1", "10.2.1"];
const WORDS: [&str; 8] =
    ["Helen", "keeps", "the list", "in", "the office", "– “locked”", "since May", "être"];
/// How long a save may take before somebody goes on typing without it.
const SAVE: Duration = Duration::from_secs(3);

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
    /// Begins an assessment with the built-in questions, the only ones that the first form knew, and opens one of its items.
    pub async fn begin(s: &Session, rng: &mut Rng) -> Result<Self> {
        s.web().goto(s.base()).await?;
        act::taken_over(s).await?;
        wait_for(s, "#organisation").await?.send_keys("Elm Lodge").await?;
        s.web().find(By::Css(".app-choice:last-child > label[for^=year]")).await?.click().await?;
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
        Self::at(id, s, rng).await
    }

    /// Opens a file with an assessment whose edition does not come with the page, and one of its items.
    pub async fn begin_with_own_edition(s: &Session, rng: &mut Rng) -> Result<Self> {
        let mut edition: Value = serde_json::from_str(EDITION)?;
        edition["id"] = json!(OWN_EDITION);
        let assessment = json!({ "id": "own", "created_at": "2026-01-05T09:00:00Z", "edited_at": "2026-01-05T09:00:00Z",
            "organisation": { "name": "Elm Lodge" }, "responses": [] });
        let document = json!({ "format": "standards-met/assessment", "version": 1, "edition": edition,
            "assessment": assessment });
        let file = tempfile::Builder::new().suffix(".json").tempfile()?;
        std::fs::write(file.path(), document.to_string())?;
        s.web().goto(format!("{}#/data", s.base())).await?;
        act::taken_over(s).await?;
        wait_for(s, "input[type=file]").await?;
        act::upload(s, "Choose a file", file.path()).await?;
        act::press(s, "Open and carry on").await?;
        check::text(s, "Elm Lodge is on this device now.").await?;
        Self::at("own".into(), s, rng).await
    }

    /// Somebody who has this assessment open.
    async fn at(id: String, s: &Session, rng: &mut Rng) -> Result<Self> {
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

    /// Types something and waits until the page calls it saved.
    pub async fn save_something(&mut self, s: &Session, rng: &mut Rng) -> Result<()> {
        let start = Instant::now();
        self.type_words(s, rng).await?;
        while !self.look(s).await? {
            ensure!(start.elapsed() < PATIENCE, "nothing went wrong, and it was not saved");
            tokio::time::sleep(POLL).await;
        }
        Ok(())
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
