//! The browsers' packages on Debian, installed only if something is missing and only if that is allowed.

use crate::Result;
use crate::browsers::Browsers;
use crate::command::{ask, record};
use crate::project::{Project, find};
use crate::steps::Steps;
use std::path::Path;
use std::process::Command;

/// What Debian calls everything that the journeys use.
const PACKAGES: [&str; 6] =
    ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb", "fonts-dejavu-core"];

/// Makes sure that the three engines are on this Linux machine.
pub fn ensure(project: &Project, steps: &mut Steps) -> Result {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(", ");
    let Some(privilege) = find(&["apt-get"]).and_then(|_| privilege()) else {
        return Err(format!(
            "The journeys need {names}: install them (on Debian: `sudo apt-get install {}`) and run the command again.",
            PACKAGES.join(" ")
        ));
    };
    steps.quiet("Browsers from Debian", || {
        let what = format!("The browsers ({names})");
        record(project, "apt-update", apt(privilege).arg("update"), "The list of Debian packages")?;
        let mut install = apt(privilege);
        install.args(["install", "-y", "--no-install-recommends"]).args(PACKAGES);
        record(project, "apt-install", &mut install, &what)
    })
}

fn missing() -> Vec<&'static str> {
    let found = Browsers::find(None);
    let font = Path::new("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    [
        ("chromium", found.chromium.is_some()),
        ("chromium-driver", found.chromedriver.is_some()),
        ("firefox-esr", found.firefox.is_some()),
        ("webkit2gtk-driver", found.webkit_driver.is_some() && found.minibrowser.is_some()),
        ("xvfb", find(&["Xvfb"]).is_some()),
        // Only Debian keeps it there, and elsewhere a desktop has fonts anyway.
        ("fonts-dejavu-core", font.is_file() || find(&["apt-get"]).is_none()),
    ]
    .into_iter()
    .filter_map(|(package, there)| (!there).then_some(package))
    .collect()
}

/// How to become root without asking anybody: not at all (we are), or by a sudo that needs no password.
fn privilege() -> Option<&'static [&'static str]> {
    if ask(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    ask(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"][..])
}

fn apt(privilege: &[&str]) -> Command {
    // As an argument of `env` and not of the process: sudo does not pass variables on.
    let line = [privilege, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]].concat();
    let mut apt = Command::new(line[0]);
    apt.args(&line[1..]);
    apt
}
