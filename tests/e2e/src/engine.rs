//! The three engines: what each needs, and how its browser is asked to behave.

use std::path::Path;

use serde_json::{Value, json};

use crate::settings;

/// A browser engine that journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// Where the two programs of an engine are.
#[derive(Clone, Debug)]
pub(crate) struct Programs {
    pub driver: String,
    pub browser: String,
}

/// What a browser has to be told before it starts.
pub(crate) struct Wishes<'a> {
    pub browser: &'a str,
    pub profile: &'a Path,
    pub downloads: &'a Path,
    pub storage_blocked: bool,
    pub no_webassembly: bool,
}

impl Engine {
    /// The name used for test modules and artefact folders.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engine of what needs just one: WebKit, which is nearest to the tablets that care homes have, or Chromium on a
    /// system without it.
    pub fn for_one() -> Engine {
        if Engine::WebKit.programs().is_ok() { Engine::WebKit } else { Engine::Chromium }
    }

    /// The next engine that this system has, so that a file can go from each to another.
    pub fn another(self) -> Engine {
        let cycle = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
        let next = cycle.iter().cycle().skip_while(|engine| **engine != self).skip(1);
        next.copied().take(cycle.len()).find(|engine| engine.programs().is_ok()).unwrap_or(self)
    }

    /// The programs of this engine, or why there are none.
    pub(crate) fn programs(self) -> Result<Programs, String> {
        let (driver, browser) = match self {
            Engine::Chromium => ("E2E_CHROMEDRIVER", "E2E_CHROMIUM"),
            Engine::Firefox => ("E2E_GECKODRIVER", "E2E_FIREFOX"),
            Engine::WebKit => ("E2E_WEBKIT_DRIVER", "E2E_MINIBROWSER"),
        };
        let missing = |name| format!("{name} is not set");
        Ok(Programs {
            driver: settings::program(driver).map_err(missing)?,
            browser: settings::program(browser).map_err(missing)?,
        })
    }

    /// The capabilities that a new session is asked for.
    pub(crate) fn capabilities(self, wishes: &Wishes) -> Value {
        match self {
            Engine::Chromium => chromium(wishes),
            Engine::Firefox => firefox(wishes),
            Engine::WebKit => webkit(wishes),
        }
    }
}

fn chromium(wishes: &Wishes) -> Value {
    let profile = format!("--user-data-dir={}", wishes.profile.display());
    let mut args = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-domain-reliability",
        "--disable-extensions",
        "--disable-features=OptimizationHints,MediaRouter,Translate",
        "--disable-sync",
        "--no-default-browser-check",
        "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        profile.as_str(),
    ];
    if wishes.no_webassembly {
        args.push("--js-flags=--jitless");
    }
    let mut prefs = json!({
        "download.default_directory": wishes.downloads,
        "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1,
    });
    if wishes.storage_blocked {
        // "Block all site data": reading `localStorage` throws a SecurityError.
        prefs["profile.default_content_setting_values.cookies"] = json!(2);
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": wishes.browser, "args": args, "prefs": prefs },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(wishes: &Wishes) -> Value {
    let mut prefs = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": wishes.downloads,
        "browser.download.useDownloadDir": true,
        "browser.download.always_ask_before_handling_new_types": false,
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk":
            "application/json,application/octet-stream,text/plain,text/csv,text/html,text/markdown",
        // The console goes to the driver's output, where the harness reads it.
        "devtools.console.stdout.content": true,
        "devtools.console.stdout.chrome": false,
        // Only this machine answers: everything else goes to a proxy that is not there.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "network.proxy.no_proxies_on": "127.0.0.1",
        "network.captive-portal-service.enabled": false,
        // As on a tablet: scrollbars lie over the page and take no room from it.
        "ui.useOverlayScrollbars": 1,
        "network.connectivity-service.enabled": false,
        // Two browsers share two processors: nothing is made ready that no journey uses, and the program is compiled once,
        // as at every first visit, and not a second time beside it for a longer use than a journey's.
        "dom.ipc.processPrelaunch.enabled": false,
        "javascript.options.wasm_optimizingjit": false,
        "app.normandy.enabled": false,
        "app.shield.optoutstudies.enabled": false,
        "messaging-system.rsexperimentloader.enabled": false,
        "app.update.auto": false,
        "app.update.disabledForTesting": true,
        "browser.safebrowsing.update.enabled": false,
        "datareporting.healthreport.uploadEnabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "extensions.update.enabled": false,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.enabled": false,
        "toolkit.telemetry.server": "data:,",
    });
    if wishes.storage_blocked {
        // `localStorage` is null.
        prefs["dom.storage.enabled"] = json!(false);
    }
    if wishes.no_webassembly {
        prefs["javascript.options.wasm"] = json!(false);
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": wishes.browser,
            "args": ["-headless", "-profile", wishes.profile],
            "prefs": prefs,
        },
    })
}

fn webkit(wishes: &Wishes) -> Value {
    let mut args = vec!["--automation"];
    if wishes.storage_blocked {
        // `localStorage` is null.
        args.push("--enable-html5-local-storage=false");
    }
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            "binary": wishes.browser,
            "args": args,
        },
    })
}
