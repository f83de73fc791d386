//! A browser with one page, for one journey.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

use crate::console::Heard;
use crate::driver::Driver;
use crate::engine::{Engine, Wishes};
use crate::settings;

const TABLET: (u32, u32) = (768, 1024);
const FAREWELL: Duration = Duration::from_secs(5);

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

/// A driver, its browser and the folder that both write into.
pub struct Session {
    engine: Engine,
    /// The engine that the journey began in, which its artefacts are named after.
    began_in: Engine,
    journey: String,
    base: String,
    /// Where the page was served from before it was opened from a file.
    came_from: Option<String>,
    options: Options,
    web: WebDriver,
    driver: Driver,
    folder: TempDir,
    tabs: RefCell<Vec<WindowHandle>>,
    expects_errors: Cell<bool>,
    pub(crate) heard: Heard,
    pub(crate) requests: RefCell<BTreeSet<String>>,
}

impl Session {
    /// Starts a browser with an empty profile, the size of a tablet held upright.
    pub async fn start(engine: Engine, journey: &str, options: Options) -> Result<Session> {
        let folder = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        std::fs::create_dir(folder.path().join("downloads"))?;
        furnish(folder.path())?;
        let (driver, web) = launch(engine, folder.path(), &options).await?;
        let session = Session {
            engine,
            began_in: engine,
            journey: journey.to_owned(),
            base: settings::base_url()?,
            came_from: None,
            options,
            web,
            driver,
            folder,
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
        if self.engine == Engine::WebKit {
            bail!(
                "WebKit's automation sessions keep nothing from one to the next: list this journey's exception."
            );
        }
        self.restart_with(self.options.clone()).await
    }

    /// Closes the browser and starts it again with other options.
    pub async fn restart_with(&mut self, options: Options) -> Result<()> {
        self.before_leaving().await?;
        leave(&self.web).await;
        let (driver, web) = launch(self.engine, self.folder.path(), &options).await?;
        (self.driver, self.web, self.options) = (driver, web, options);
        self.tabs.borrow_mut().clear();
        self.heard.new_log();
        self.tabs().await?;
        crate::act::size(self, TABLET.0, TABLET.1).await
    }

    /// Kills the browser and its driver without a word, as an empty battery does, and starts it on the same storage.
    pub async fn kill_and_restart(&mut self) -> Result<()> {
        let _ = self.web.clone().leak();
        self.driver.kill();
        end_leftovers(self.folder.path());
        let profile = self.folder.path().join("profile");
        // What a killed browser leaves, so that nobody else uses its profile.
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket", "lock", ".parentlock"] {
            let _ = std::fs::remove_file(profile.join(lock));
        }
        let (driver, web) = launch(self.engine, self.folder.path(), &self.options).await?;
        (self.driver, self.web) = (driver, web);
        self.tabs.borrow_mut().clear();
        self.heard.new_log();
        self.tabs().await?;
        Ok(())
    }

    /// Closes the browser and goes on in another engine's, which is new and empty, as on a colleague's device.
    ///
    /// One after the other: a journey never has two browsers, so that journeys cannot wait for each other's places.
    pub async fn move_to(&mut self, engine: Engine) -> Result<()> {
        self.before_leaving().await?;
        leave(&self.web).await;
        let folder = tempfile::Builder::new().prefix("e2e-").tempdir()?;
        std::fs::create_dir(folder.path().join("downloads"))?;
        furnish(folder.path())?;
        let (driver, web) = launch(engine, folder.path(), &self.options).await?;
        (self.driver, self.web, self.folder, self.engine) = (driver, web, folder, engine);
        self.tabs.borrow_mut().clear();
        self.heard.new_log();
        self.tabs().await?;
        crate::act::size(self, TABLET.0, TABLET.1).await
    }

    /// Opens the page from another folder of the server from now on.
    pub fn serve_from(&mut self, folder: &str) {
        self.base.push_str(folder);
    }

    /// Opens the page from another host from now on: its address, with a slash at the end.
    pub fn move_to_host(&mut self, address: String) {
        self.base = address;
        // What was asked of the other one was looked at already, if anything was.
        self.requests.borrow_mut().clear();
    }

    /// Puts a copy of a page that is one file into a folder with nothing beside it, and opens the page from there from
    /// now on. What the served page has asked for stays known.
    pub async fn open_from_a_file(&mut self, file: &Path, name: &str) -> Result<()> {
        self.requests().await?;
        let folder = self.folder.path().join("memory stick");
        let copy = folder.join(name);
        copy.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::copy(file, &copy).with_context(|| format!("there is no file {}", file.display()))?;
        let address = format!("file://{}", copy.display()).replace(' ', "%20");
        let before = std::mem::replace(&mut self.base, address);
        self.came_from.get_or_insert(before);
        Ok(())
    }

    /// Whether an address is below where the page is, or was before it was opened from a file.
    pub(crate) fn is_own(&self, address: &str) -> bool {
        let bases = [Some(&self.base), self.came_from.as_ref()];
        bases.into_iter().flatten().any(|base| address.starts_with(base.as_str()))
    }

    /// The console may report errors in this journey: something is broken on purpose.
    pub fn expect_console_errors(&self) {
        self.expects_errors.set(true);
    }

    pub(crate) fn expects_console_errors(&self) -> bool {
        self.expects_errors.get()
    }

    pub fn engine(&self) -> Engine {
        self.engine
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
        &self.web
    }

    /// What the driver and the browser printed.
    pub(crate) fn driver_log(&self) -> String {
        self.driver.log()
    }

    /// The folder that downloads land in.
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The open tabs in the order in which they were first seen; WebDriver itself promises no order.
    pub(crate) async fn tabs(&self) -> Result<Vec<WindowHandle>> {
        let open = self.web.windows().await?;
        let mut tabs = self.tabs.borrow_mut();
        tabs.retain(|tab| open.contains(tab));
        let new = open.into_iter().filter(|tab| !tabs.contains(tab)).collect::<Vec<_>>();
        tabs.extend(new);
        Ok(tabs.clone())
    }

    /// Runs a script in the page and gives back what it returns.
    pub async fn script(&self, source: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.web.execute(source, arguments).await?.json().clone())
    }

    /// Where this journey leaves a file with this ending.
    pub(crate) fn artefact(&self, ending: &str) -> Result<PathBuf> {
        let folder = settings::artefacts()?.join(self.began_in.name());
        std::fs::create_dir_all(&folder)?;
        Ok(folder.join(format!("{}.{ending}", self.journey)))
    }

    /// Closes the browser.
    pub async fn end(self) {
        leave(&self.web).await;
    }
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
    let capabilities = engine.capabilities(&Wishes {
        browser: &programs.browser,
        profile: &profile,
        downloads: &folder.join("downloads"),
        storage_blocked: options.storage_blocked,
        no_webassembly: options.no_webassembly,
    });
    let capabilities: Capabilities = serde_json::from_value(capabilities)?;
    let web = WebDriver::builder(driver.url(), capabilities)
        .request_timeout(Duration::from_secs(60))
        .connect()
        .await
        .with_context(|| format!("{} did not start. The driver said:\n{}", engine.name(), driver.log()))?;
    Ok((driver, web))
}

/// Kills whatever still runs out of a session's folder: a browser may have left its driver's process group.
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
async fn leave(web: &WebDriver) {
    let _ = tokio::time::timeout(FAREWELL, web.clone().quit()).await;
    let _ = web.clone().leak();
}

/// What WebKit's MiniBrowser takes from the desktop's settings: the download folder, and how small its toolbar may be,
/// which is the least width of its window.
fn furnish(folder: &Path) -> Result<()> {
    let config = folder.join("config");
    std::fs::create_dir_all(config.join("gtk-3.0"))?;
    let downloads = format!(
        "XDG_DOWNLOAD_DIR=\"{}\"
",
        folder.join("downloads").display()
    );
    std::fs::write(config.join("user-dirs.dirs"), downloads)?;
    let style = "* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }
";
    std::fs::write(config.join("gtk-3.0/gtk.css"), style)?;
    Ok(())
}
