//! A browser with one page, for one journey.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use thirtyfour::{WebDriver, WindowHandle};

use crate::browser::Browser;
use crate::console::Heard;
use crate::engine::Engine;
use crate::{origin, settings};

const TABLET: (u32, u32) = (768, 1024);

/// How a browser differs from the usual one.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The page may not use local storage: in Chromium asking for it throws, in Firefox and WebKit it is null.
    pub storage_blocked: bool,
    /// The browser has no WebAssembly (Chromium and Firefox only).
    pub no_webassembly: bool,
    /// Keep the profile in this folder instead of the session's own (Chromium and Firefox only).
    pub profile: Option<PathBuf>,
}

/// A browser and what is known of the journey in it.
pub struct Session {
    browser: Browser,
    /// The engine that the journey began in, which its artefacts are named after.
    began_in: Engine,
    journey: String,
    base: String,
    /// The addresses that the page had before in this journey.
    came_from: Vec<String>,
    options: Options,
    /// Whether browsers are taken over from other journeys and left to them.
    shares: bool,
    /// The browser is not as it was: no other journey may have it.
    spoiled: Cell<bool>,
    /// How many lines the driver had printed before the journey had it.
    log_before: usize,
    tabs: RefCell<Vec<WindowHandle>>,
    expects_errors: Cell<bool>,
    pub(crate) heard: Heard,
    pub(crate) requests: RefCell<BTreeSet<String>>,
}

impl Session {
    /// Starts a browser with an empty profile, the size of a tablet held upright.
    pub async fn start(engine: Engine, journey: &str, options: Options) -> Result<Session> {
        let browser = Browser::start(engine, &options).await?;
        Session::of(browser, journey, settings::base_url()?, options, false).await
    }

    /// A browser that knows nothing of the page, the size of a tablet held upright: it may have served other journeys, at
    /// other origins.
    pub(crate) async fn for_a_journey(engine: Engine, journey: &str) -> Result<Session> {
        let base = origin::for_itself(&settings::base_url()?).await?;
        let browser = Browser::take(engine).await?;
        Session::of(browser, journey, base, Options::default(), true).await
    }

    async fn of(
        browser: Browser,
        journey: &str,
        base: String,
        options: Options,
        shares: bool,
    ) -> Result<Session> {
        let session = Session {
            began_in: browser.engine,
            log_before: browser.driver.log().lines().count(),
            browser,
            journey: journey.to_owned(),
            base,
            came_from: Vec::new(),
            options,
            shares,
            spoiled: Cell::default(),
            tabs: RefCell::default(),
            expects_errors: Cell::default(),
            heard: Heard::default(),
            requests: RefCell::default(),
        };
        session.tabs().await?;
        crate::act::size(&session, TABLET.0, TABLET.1).await?;
        Ok(session)
    }

    /// Closes the browser and starts it again on the same storage, as after a night in the drawer.
    pub async fn restart(&mut self) -> Result<()> {
        if self.engine() == Engine::WebKit {
            bail!(
                "WebKit's automation sessions keep nothing from one to the next: list this journey's exception."
            );
        }
        self.restart_with(self.options.clone()).await
    }

    /// Closes the browser and starts it again with other options.
    pub async fn restart_with(&mut self, options: Options) -> Result<()> {
        self.before_leaving().await?;
        self.spoil();
        self.browser.restart(&options).await?;
        self.options = options;
        self.meet(0).await?;
        crate::act::size(self, TABLET.0, TABLET.1).await
    }

    /// Kills the browser and its driver without a word, as an empty battery does, and starts it on the same storage.
    pub async fn kill_and_restart(&mut self) -> Result<()> {
        self.spoil();
        self.browser.kill_and_restart(&self.options).await?;
        self.meet(0).await
    }

    /// Gives up a browser that does not answer any more, and goes on in a new one of the same engine, on which nothing is
    /// stored.
    pub async fn start_anew(&mut self) -> Result<()> {
        self.spoil();
        let next = Browser::start(self.engine(), &self.options).await?;
        std::mem::replace(&mut self.browser, next).leave().await;
        self.meet(0).await?;
        crate::act::size(self, TABLET.0, TABLET.1).await
    }

    /// Closes the browser and goes on in another engine's, which is new and empty, as on a colleague's device.
    ///
    /// One after the other: a journey never has two browsers, so that journeys cannot wait for each other's places.
    pub async fn move_to(&mut self, engine: Engine) -> Result<()> {
        self.before_leaving().await?;
        let next = if self.shares {
            // Another origin as well: that browser may be one in which this journey has been before.
            let base = origin::for_itself(&self.base).await?;
            self.came_from.push(std::mem::replace(&mut self.base, base));
            self.options = Options::default();
            Browser::take(engine).await?
        } else {
            Browser::start(engine, &self.options).await?
        };
        let before = next.driver.log().lines().count();
        let left = std::mem::replace(&mut self.browser, next);
        if self.shares && !self.spoiled.replace(false) {
            left.give_back().await;
        } else {
            left.leave().await;
        }
        self.meet(before).await?;
        crate::act::size(self, TABLET.0, TABLET.1).await
    }

    /// Begins with a browser whose driver has printed so many lines before.
    async fn meet(&mut self, log_before: usize) -> Result<()> {
        self.log_before = log_before;
        self.tabs.borrow_mut().clear();
        self.heard.new_log();
        self.tabs().await?;
        Ok(())
    }

    /// What happens in this browser now could be noticed by another journey: it gets none.
    pub(crate) fn spoil(&self) {
        self.spoiled.set(true);
    }

    /// Opens the page from another folder of the server from now on.
    pub fn serve_from(&mut self, folder: &str) {
        self.base.push_str(folder);
    }

    /// Opens the page from another host from now on: its address, with a slash at the end.
    pub fn move_to_host(&mut self, address: String) {
        // Its port is free again when it is gone.
        self.spoil();
        self.base = address;
        // What was asked of the other one was looked at already, if anything was.
        self.requests.borrow_mut().clear();
    }

    /// Puts a copy of a page that is one file into a folder with nothing beside it, and opens the page from there from
    /// now on. What the served page has asked for stays known.
    pub async fn open_from_a_file(&mut self, file: &Path, name: &str) -> Result<()> {
        self.requests().await?;
        // To some engines all files are one origin.
        self.spoil();
        let folder = self.browser.folder.path().join("memory stick");
        let copy = folder.join(name);
        copy.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::copy(file, &copy).with_context(|| format!("there is no file {}", file.display()))?;
        let address = format!("file://{}", copy.display()).replace(' ', "%20");
        self.came_from.push(std::mem::replace(&mut self.base, address));
        Ok(())
    }

    /// Whether an address is below where the page is, or where it was before in this journey.
    pub(crate) fn is_own(&self, address: &str) -> bool {
        std::iter::once(&self.base).chain(&self.came_from).any(|base| address.starts_with(base.as_str()))
    }

    /// The console may report errors in this journey: something is broken on purpose.
    pub fn expect_console_errors(&self) {
        self.expects_errors.set(true);
    }

    pub(crate) fn expects_console_errors(&self) -> bool {
        self.expects_errors.get()
    }

    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// The name of the journey that this session is for.
    pub fn journey(&self) -> &str {
        &self.journey
    }

    /// The address that the page is served from, with a slash at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The WebDriver session itself, for what this crate has no word for.
    pub fn web(&self) -> &WebDriver {
        &self.browser.web
    }

    /// What the driver and the browser printed in this journey.
    pub(crate) fn driver_log(&self) -> String {
        let lines = self.browser.driver.log();
        lines.lines().skip(self.log_before).flat_map(|line| [line, "\n"]).collect()
    }

    /// The folder that downloads land in.
    pub fn downloads(&self) -> PathBuf {
        self.browser.folder.path().join("downloads")
    }

    /// The open tabs in the order in which they were first seen; WebDriver itself promises no order.
    pub(crate) async fn tabs(&self) -> Result<Vec<WindowHandle>> {
        let open = self.web().windows().await?;
        let mut tabs = self.tabs.borrow_mut();
        tabs.retain(|tab| open.contains(tab));
        let new = open.into_iter().filter(|tab| !tabs.contains(tab)).collect::<Vec<_>>();
        tabs.extend(new);
        Ok(tabs.clone())
    }

    /// Runs a script in the page and gives back what it returns.
    pub async fn script(&self, source: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.web().execute(source, arguments).await?.json().clone())
    }

    /// Where this journey leaves a file with this ending.
    pub(crate) fn artefact(&self, ending: &str) -> Result<PathBuf> {
        let folder = settings::artefacts()?.join(self.began_in.name());
        std::fs::create_dir_all(&folder)?;
        Ok(folder.join(format!("{}.{ending}", self.journey)))
    }

    /// Closes the browser, or leaves it to another journey.
    pub async fn end(self) {
        if self.shares && !self.spoiled.get() {
            self.browser.give_back().await;
        } else {
            self.browser.leave().await;
        }
    }
}
