//! What the browser's console said, in the words of each engine.

use std::cell::{Cell, RefCell};

use anyhow::Result;
use serde_json::Value;

use crate::wait::eventually;
use crate::{Engine, Session};

const LISTEN: &str = include_str!("page/listen.js");

/// The lines heard so far, also from pages and browsers that are gone.
#[derive(Default)]
pub(crate) struct Heard {
    lines: RefCell<Vec<String>>,
    log_lines_read: Cell<usize>,
}

impl Heard {
    /// The next browser writes a log of its own.
    pub fn new_log(&self) {
        self.log_lines_read.set(0);
    }
}

impl Session {
    /// The lines of the browser's console since the journey began.
    ///
    /// In WebKit these are the errors and what the page itself wrote with `console.error` or `console.warn` after it was
    /// loaded: its automation shows no console.
    pub async fn console(&self) -> Result<Vec<String>> {
        let new = match self.engine() {
            Engine::Chromium => {
                let entries = self.web().browser_log().await?;
                entries.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect()
            }
            Engine::Firefox => self.new_log_lines(),
            Engine::WebKit => {
                let heard = "return (window.e2eHeard || []).splice(0);";
                let lines = self.while_it_may_load_again("what it has heard", heard).await?;
                serde_json::from_value::<Vec<String>>(lines)?
            }
        };
        let mut lines = self.heard.lines.borrow_mut();
        lines.extend(new);
        Ok(lines.clone())
    }

    /// The lines of the console that report an error.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        Ok(self.console().await?.into_iter().filter(|line| is_error(line)).collect())
    }

    /// Starts to listen in a page that was just loaded, where the engine itself tells nothing.
    pub(crate) async fn listen(&self) -> Result<()> {
        if self.engine() == Engine::WebKit {
            self.while_it_may_load_again("a page that listens", LISTEN).await?;
        }
        Ok(())
    }

    /// A page that was just opened, or is about to be left, may load itself again (a start that failed is tried once more),
    /// and takes the script along that runs in it. The next page is asked instead.
    async fn while_it_may_load_again(&self, looked_for: &str, script: &str) -> Result<Value> {
        eventually(self, looked_for, async || self.script(script, vec![]).await).await
    }

    /// Firefox prints its console to the driver's output, among other things.
    fn new_log_lines(&self) -> Vec<String> {
        let log = self.driver_log();
        let console = |line: &&str| line.starts_with("console.") || line.starts_with("JavaScript ");
        let seen = self.heard.log_lines_read.replace(log.lines().count());
        log.lines().skip(seen).filter(console).map(str::to_owned).collect()
    }
}

fn is_error(line: &str) -> bool {
    let starts = ["SEVERE", "console.error", "JavaScript error", "ERROR"];
    // What Firefox says of its own parts, as that it cannot fetch its experiments from a network that it has not.
    let browser = ["console.error: RSLoader", "JavaScript error: resource://", "JavaScript error: chrome://"];
    let one_of = |starts: &[&str]| starts.iter().any(|start| line.starts_with(start));
    // Chromium looks for an icon beside a text that it shows by itself; the page names its own.
    let icon = line.contains("/favicon.ico - Failed to load resource");
    one_of(&starts) && !one_of(&browser) && !icon
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_told_from_other_output_in_each_engine() {
        let cases = [
            ("SEVERE http://127.0.0.1/a.js 3:9 Uncaught Error: no", true),
            ("SEVERE http://127.0.0.1/favicon.ico - Failed to load resource: 404", false),
            ("SEVERE http://127.0.0.1/a.wasm - Failed to load resource: 404", true),
            ("WARNING http://127.0.0.1/a.js 3:9 \"hm\"", false),
            ("JavaScript error: http://127.0.0.1/a.js, line 3: Error: no", true),
            ("console.error: \"no\"", true),
            ("console.log: \"yes\"", false),
            ("console.error: RSLoader: ", false),
            ("JavaScript error: resource://gre/actors/A.sys.mjs, line 182: InvalidStateError", false),
            ("ERROR Error: no", true),
            ("WARN hm", false),
            ("1763900000000\tgeckodriver\tINFO\tListening on 127.0.0.1:4444", false),
        ];
        for (line, expected) in cases {
            assert_eq!(is_error(line), expected, "{line}");
        }
    }
}
