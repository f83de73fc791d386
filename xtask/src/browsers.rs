//! Where the real browsers and their drivers are on this machine.

use crate::project::{Project, find};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Each is absent if it is not installed, or cannot exist on this system.
#[derive(Debug, Default)]
pub struct Browsers {
    pub chromium: Option<PathBuf>,
    pub chromedriver: Option<PathBuf>,
    pub firefox: Option<PathBuf>,
    pub geckodriver: Option<PathBuf>,
    pub webkit_driver: Option<PathBuf>,
    pub minibrowser: Option<PathBuf>,
}

impl Browsers {
    /// Looks on `PATH` and in the places where each system installs them; `project` for the driver that we compiled.
    pub fn find(project: Option<&Project>) -> Self {
        let ours = project.map(|project| project.tool("geckodriver")).filter(|path| path.is_file());
        Self {
            chromium: find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
                .or_else(|| installed(&CHROMIUM)),
            chromedriver: find(&["chromedriver"]),
            firefox: find(&["firefox-esr", "firefox"]).or_else(|| installed(&FIREFOX)),
            geckodriver: ours.or_else(|| find(&["geckodriver"])),
            webkit_driver: find(&["WebKitWebDriver"]),
            minibrowser: minibrowser(),
        }
    }

    /// The names by which the journeys know them.
    pub fn variables(&self) -> [(&'static str, Option<&Path>); 6] {
        [
            ("E2E_CHROMIUM", self.chromium.as_deref()),
            ("E2E_CHROMEDRIVER", self.chromedriver.as_deref()),
            ("E2E_FIREFOX", self.firefox.as_deref()),
            ("E2E_GECKODRIVER", self.geckodriver.as_deref()),
            ("E2E_WEBKIT_DRIVER", self.webkit_driver.as_deref()),
            ("E2E_MINIBROWSER", self.minibrowser.as_deref()),
        ]
    }

    /// What a person on macOS or Windows has to install; there, this task installs no browser.
    pub fn missing_elsewhere(&self) -> Vec<&'static str> {
        [
            ("Chrome", &self.chromium),
            ("chromedriver (on PATH)", &self.chromedriver),
            ("Firefox", &self.firefox),
            ("geckodriver", &self.geckodriver),
        ]
        .into_iter()
        .filter_map(|(name, place)| place.is_none().then_some(name))
        .collect()
    }
}

/// A variable of the environment that names a folder (or none), and the path below it.
type Place = (&'static str, &'static str);

const CHROMIUM: [Place; 6] = [
    ("", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
    ("HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    ("ProgramFiles", "Google/Chrome/Application/chrome.exe"),
    ("ProgramFiles(x86)", "Google/Chrome/Application/chrome.exe"),
    ("LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
];

const FIREFOX: [Place; 4] = [
    ("", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    ("HOME", "Applications/Firefox.app/Contents/MacOS/firefox"),
    ("ProgramFiles", "Mozilla Firefox/firefox.exe"),
    ("ProgramFiles(x86)", "Mozilla Firefox/firefox.exe"),
];

fn installed(places: &[Place]) -> Option<PathBuf> {
    places
        .iter()
        .filter_map(|(variable, path)| match *variable {
            "" => Some(PathBuf::from(path)),
            variable => env::var_os(variable).map(|folder| Path::new(&folder).join(path)),
        })
        .find(|path| path.is_file())
}

/// WebKitGTK's browser for tests is on no `PATH`, and its folder carries the architecture and the version.
fn minibrowser() -> Option<PathBuf> {
    let architectures = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let libraries = architectures.chain(["/usr/libexec", "/usr/lib64", "/usr/lib"].map(PathBuf::from));
    libraries
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].map(|version| folder.join(version))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .find(|path| path.is_file())
}
