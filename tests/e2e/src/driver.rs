//! One driver process, with everything that it starts.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::engine::{Engine, Programs};

const START: Duration = Duration::from_secs(120);

/// Runs the driver and ends its whole process group as soon as standard input closes: when a test ends, however it
/// ends, and also when the test process itself is stopped from outside.
const WATCH: &str = r#""$@" & read -r _; kill -KILL 0"#;

/// Before that, starts a screen and waits for its number. A screen each: on a shared one the window that came last has
/// the focus, and a page in the other shows none. Xvfb itself finds a number that no other screen has.
const SCREEN: &str = r#"rm -f "$HOME/screen"; mkfifo "$HOME/screen"
Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3>"$HOME/screen" &
read -r number <"$HOME/screen"; export DISPLAY=":$number""#;

/// A WebDriver server of its own port and process group; dropping it ends the server and its browser.
pub(crate) struct Driver {
    watch: Child,
    port: u16,
    log: PathBuf,
}

impl Driver {
    /// Starts the driver with `folder` as its home, and waits until it answers.
    pub async fn start(engine: Engine, programs: &Programs, folder: &Path) -> Result<Driver> {
        let port = free_port()?;
        let log = folder.join(format!("driver-{port}.log"));
        let output = File::create(&log)?;
        let watch = Command::new("sh")
            .args(["-c", &script(engine), "sh", &programs.driver])
            .args(arguments(engine, port))
            .env("HOME", folder)
            .env("TMPDIR", folder)
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output)
            .process_group(0)
            .spawn()
            .with_context(|| format!("{} could not be started", programs.driver))?;
        let driver = Driver { watch, port, log };
        driver.answers().await?;
        Ok(driver)
    }

    async fn answers(&self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if start.elapsed() > START {
                bail!("The driver did not answer in {START:?}. It said:\n{}", self.log());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the driver and its browser at once.
    pub fn kill(&mut self) {
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
    }

    /// All that the driver and its browser have printed.
    pub fn log(&self) -> String {
        let bytes = std::fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        let _ = self.watch.wait();
    }
}

/// Chromium and Firefox draw without a screen; WebKitGTK's browser has only windows.
fn script(engine: Engine) -> String {
    match engine {
        Engine::Chromium | Engine::Firefox => WATCH.to_owned(),
        Engine::WebKit => format!("{SCREEN}\n{WATCH}"),
    }
}

fn arguments(engine: Engine, port: u16) -> Vec<String> {
    match engine {
        Engine::Chromium | Engine::WebKit => vec![format!("--port={port}")],
        // The size of the page is set from the browser's own side: see `act::size`.
        Engine::Firefox => vec![format!("--port={port}"), "--allow-system-access".into()],
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
