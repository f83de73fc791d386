//! A browser with its driver, and how one journey takes it over from another.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::engine::{Engine, Wishes};
use crate::session::Options;

/// How long a browser that closes is waited for; then it is ended.
const FAREWELL: Duration = Duration::from_secs(5);
/// How long a browser that is to be used again may take to say that it is there.
const READY: Duration = Duration::from_secs(60);
/// How long a script or a page may take. As [`crate::wait`]: for a machine that has much else to do.
const LONG: Duration = Duration::from_secs(120);
/// How long a driver may take over anything: longer than what it waits for itself, so that it can say so.
const ANSWER: Duration = Duration::from_secs(180);

/// So many browsers wait at most for a journey that wants one: a journey may need two engines, and two journeys run at once.
const WAITING: usize = 4;

/// Usual browsers that nobody uses, the one that has waited longest first.
static IDLE: Mutex<VecDeque<Browser>> = Mutex::new(VecDeque::new());

/// A driver, its browser and the folder that both write into.
pub(crate) struct Browser {
    pub engine: Engine,
    pub web: WebDriver,
    pub driver: Driver,
    pub folder: TempDir,
}

impl Browser {
    /// Starts a browser with an empty profile.
    pub async fn start(engine: Engine, options: &Options) -> Result<Browser> {
        let folder = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        std::fs::create_dir(folder.path().join("downloads"))?;
        furnish(folder.path())?;
        let (driver, web) = launch(engine, folder.path(), options).await?;
        Ok(Browser { engine, web, driver, folder })
    }

    /// A usual browser that an earlier journey has left, or else a new one: starting one takes as long as a short journey.
    ///
    /// What it has stored belongs to origins that are not used again. The driver's connection belongs to the runtime, which
    /// has to be the one in which the browser was started.
    pub async fn take(engine: Engine) -> Result<Browser> {
        while let Some(browser) = idle(engine) {
            if tokio::time::timeout(READY, browser.web.windows()).await.is_ok_and(|open| open.is_ok()) {
                return Ok(browser);
            }
        }
        Browser::start(engine, &Options::default()).await
    }

    /// Leaves a usual browser to the journey that wants one next. One that cannot be cleared up is closed.
    pub async fn give_back(self) {
        if !matches!(tokio::time::timeout(READY, self.clear_up()).await, Ok(Ok(()))) {
            return self.leave().await;
        }
        let too_many = {
            let mut waiting = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.push_back(self);
            if waiting.len() > WAITING { waiting.pop_front() } else { None }
        };
        if let Some(longest) = too_many {
            longest.leave().await;
        }
    }

    /// One tab with an empty page, no key held down, no file, nothing unread in the console.
    async fn clear_up(&self) -> Result<()> {
        let windows = self.web.windows().await?;
        let (first, others) = windows.split_first().context("there is no tab")?;
        for window in others {
            self.web.switch_to_window(window.clone()).await?;
            self.web.close_window().await?;
        }
        self.web.switch_to_window(first.clone()).await?;
        self.web.action_chain().reset_actions().await?;
        self.web.goto("about:blank").await?;
        for entry in std::fs::read_dir(self.folder.path().join("downloads"))? {
            std::fs::remove_file(entry?.path())?;
        }
        if self.engine == Engine::Chromium {
            self.web.browser_log().await?;
        }
        Ok(())
    }

    /// Closes the browser and starts it again on the same storage.
    pub async fn restart(&mut self, options: &Options) -> Result<()> {
        say_goodbye(&self.web).await;
        (self.driver, self.web) = launch(self.engine, self.folder.path(), options).await?;
        Ok(())
    }

    /// Kills the browser and its driver without a word, and starts them again on the same storage.
    pub async fn kill_and_restart(&mut self, options: &Options) -> Result<()> {
        let _ = self.web.clone().leak();
        self.driver.kill();
        end_leftovers(self.folder.path());
        let profile = self.folder.path().join("profile");
        // What a killed browser leaves, so that nobody else uses its profile.
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"] {
            let _ = std::fs::remove_file(profile.join(lock));
        }
        (self.driver, self.web) = launch(self.engine, self.folder.path(), options).await?;
        Ok(())
    }

    /// Closes the browser.
    pub async fn leave(self) {
        say_goodbye(&self.web).await;
    }
}

fn idle(engine: Engine) -> Option<Browser> {
    let mut waiting = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let place = waiting.iter().position(|browser| browser.engine == engine)?;
    waiting.remove(place)
}

/// Twice, if need be: once in some hundred times a browser does not come up, for reasons of its own.
async fn launch(engine: Engine, folder: &Path, options: &Options) -> Result<(Driver, WebDriver)> {
    match launch_once(engine, folder, options).await {
        Ok(launched) => Ok(launched),
        Err(error) => {
            eprintln!("{error:#}\nIt is started once more.");
            launch_once(engine, folder, options).await
        }
    }
}

async fn launch_once(engine: Engine, folder: &Path, options: &Options) -> Result<(Driver, WebDriver)> {
    let programs = engine.programs().map_err(anyhow::Error::msg)?;
    let driver = Driver::start(engine, &programs, folder).await?;
    let profile = options.profile.clone().unwrap_or_else(|| folder.join("profile"));
    std::fs::create_dir_all(&profile)?;
    let mut capabilities = engine.capabilities(&Wishes {
        browser: &programs.browser,
        profile: &profile,
        downloads: &folder.join("downloads"),
        storage_blocked: options.storage_blocked,
        no_webassembly: options.no_webassembly,
    });
    let long = u64::try_from(LONG.as_millis())?;
    capabilities["timeouts"] = json!({ "script": long, "pageLoad": long });
    // A page is there for a person as soon as its HTML is, whatever is still on its way; `act::open` waits for the program.
    // WebKit does not wait for what is only fetched ahead, and asked earlier it may never answer.
    if engine != Engine::WebKit {
        capabilities["pageLoadStrategy"] = json!("eager");
    }
    let capabilities: Capabilities = serde_json::from_value(capabilities)?;
    let web =
        WebDriver::builder(driver.url(), capabilities).request_timeout(ANSWER).connect().await.with_context(
            || format!("{} did not start. The driver said:\n{}", engine.name(), driver.log()),
        )?;
    Ok((driver, web))
}

/// Kills whatever still runs out of a browser's folder: it may have left its driver's process group.
fn end_leftovers(folder: &Path) {
    let folder = folder.to_string_lossy().into_owned();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let pid = entry.file_name().to_string_lossy().into_owned();
        let told = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        if pid.bytes().all(|byte| byte.is_ascii_digit()) && String::from_utf8_lossy(&told).contains(&folder) {
            let _ = std::process::Command::new("sh").args(["-c", "kill -KILL \"$0\"", &pid]).status();
        }
    }
}

/// Asks the browser to close; should it hang, the end of its process group does the rest.
async fn say_goodbye(web: &WebDriver) {
    let _ = tokio::time::timeout(FAREWELL, web.clone().quit()).await;
    let _ = web.clone().leak();
}

/// What WebKit's MiniBrowser takes from the desktop's settings: the download folder, and how small its toolbar may be,
/// which is the least width of its window.
fn furnish(folder: &Path) -> Result<()> {
    let config = folder.join("config");
    std::fs::create_dir_all(config.join("gtk-3.0"))?;
    let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.join("downloads").display());
    std::fs::write(config.join("user-dirs.dirs"), downloads)?;
    let style =
        "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }\n";
    std::fs::write(config.join("gtk-3.0/gtk.css"), style)?;
    Ok(())
}
