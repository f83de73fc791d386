//! The packages of Debian that the journeys and the proof use, installed only if something is missing and only if that is
//! allowed.

use crate::Result;
use crate::browsers::Browsers;
use crate::command::{ask, record};
use crate::project::{Project, find};
use crate::proof::PYTHON;
use crate::steps::Steps;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::JoinHandle;

/// What Debian calls everything that the journeys use: the browsers, and what reads Chromium's paper.
const BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "poppler-utils",
    "fonts-dejavu-core",
];

/// What Debian calls everything that reads report files, with a font for what LibreOffice draws.
const READERS: [&str; 9] = [
    "libreoffice-writer-nogui",
    "libreoffice-calc-nogui",
    "poppler-utils",
    "python3",
    "python3-docx",
    "python3-openpyxl",
    "python3-icalendar",
    "fonts-dejavu-core",
    "fonts-liberation",
];

/// Begins to install what is missing of all of it, beside whatever is compiled meanwhile: that needs the network and the
/// disk, and compiling the processor. Whoever needs it waits for it ([`arrived`]).
pub fn begin(project: &Project) -> JoinHandle<Result> {
    let project = project.clone();
    std::thread::spawn(move || {
        let mut absent = missing_readers();
        absent.extend(missing());
        match privilege() {
            Some(privilege) if !absent.is_empty() && find(&["apt-get"]).is_some() => {
                let all: Vec<&str> = READERS.into_iter().chain(BROWSERS).collect();
                apt_install(&project, privilege, &absent, &all)
            }
            // Who needs it says what is missing.
            _ => Ok(()),
        }
    })
}

/// Waits for what was begun.
///
/// # Errors
/// What could not be installed.
pub fn arrived(begun: JoinHandle<Result>) -> Result {
    begun.join().unwrap_or_else(|_| Err("Installing Debian's packages ended in the middle.".into()))
}

/// Makes sure that the three engines are on this Linux machine.
pub fn ensure(project: &Project, steps: &mut Steps) -> Result {
    install(project, steps, "Browsers from Debian", &missing(), &BROWSERS)
}

/// Makes sure that what reads report files is on this machine.
///
/// # Errors
/// What is missing and has to be installed by hand.
pub fn readers(project: &Project, steps: &mut Steps) -> Result {
    install(project, steps, "LibreOffice from Debian", &missing_readers(), &READERS)
}

/// Installs these packages of Debian, if any of them is missing.
fn install(project: &Project, steps: &mut Steps, step: &str, missing: &[&str], packages: &[&str]) -> Result {
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(", ");
    let Some(privilege) = find(&["apt-get"]).and_then(|_| privilege()) else {
        return Err(format!(
            "The tests need {names}: install them (on Debian: `sudo apt-get install {}`) and run the command again.",
            packages.join(" ")
        ));
    };
    steps.quiet(step, || apt_install(project, privilege, missing, packages))
}

fn apt_install(project: &Project, privilege: &[&str], missing: &[&str], packages: &[&str]) -> Result {
    let what = format!("What the tests need ({})", missing.join(", "));
    record(project, "apt-update", apt(privilege).arg("update"), "The list of Debian packages")?;
    let mut install = apt(privilege);
    install.args(["install", "-y", "--no-install-recommends"]).args(packages);
    record(project, "apt-install", &mut install, &what)
}

fn missing_readers() -> Vec<&'static str> {
    let office = |library: &str| Path::new("/usr/lib/libreoffice/program").join(library).is_file();
    let imports =
        |library: &str| ask(Command::new(PYTHON).args(["-c", &format!("import {library}")])).is_some();
    [
        ("libreoffice-writer-nogui", find(&["soffice"]).is_some() && office("libswlo.so")),
        ("libreoffice-calc-nogui", office("libsclo.so")),
        ("poppler-utils", find(&["pdftotext"]).is_some() && find(&["pdftoppm"]).is_some()),
        ("python3-docx", imports("docx")),
        ("python3-openpyxl", imports("openpyxl")),
        ("python3-icalendar", imports("icalendar")),
        ("fonts-liberation", Path::new("/usr/share/doc/fonts-liberation").exists()),
    ]
    .into_iter()
    .filter_map(|(package, there)| (!there).then_some(package))
    .collect()
}

/// What of the browsers is not here.
fn missing() -> Vec<&'static str> {
    let found = Browsers::find(None);
    let font = Path::new("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    [
        ("chromium", found.chromium.is_some()),
        ("chromium-driver", found.chromedriver.is_some()),
        ("firefox-esr", found.firefox.is_some()),
        ("webkit2gtk-driver", found.webkit_driver.is_some() && found.minibrowser.is_some()),
        ("xvfb", find(&["Xvfb"]).is_some()),
        ("poppler-utils", find(&["pdftotext"]).is_some() && find(&["pdftoppm"]).is_some()),
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

/// What Debian calls the server of the check of hosting/nginx.conf.
const NGINX: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];

/// The server of the check of hosting/nginx.conf.
pub struct Nginx {
    pub program: PathBuf,
    /// The module behind `brotli_static`.
    pub brotli: PathBuf,
}

/// This machine's nginx with the module, or both taken out of Debian's packages below `target/`: installing them would
/// start a service that takes port 80.
///
/// Fails where neither can be had.
pub fn nginx(project: &Project, steps: &mut Steps) -> Result<Nginx> {
    let folder = project.target("debian");
    if let Some(found) = nginx_below(Path::new("/")).or_else(|| nginx_below(&folder)) {
        return Ok(found);
    }
    let by_hand = || {
        let names = NGINX.join(" ");
        format!(
            "nginx is needed to check hosting/nginx.conf: install it (on Debian: `sudo apt-get install {names}`) and run the command again."
        )
    };
    if find(&["apt-get"]).is_none() {
        return Err(by_hand());
    }
    steps.quiet("nginx from Debian", || {
        let unmade = |error: std::io::Error| format!("{} cannot be made: {error}.", folder.display());
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(unmade)?;
        // Downloading needs nobody's leave; a fresh list does.
        if let Some(privilege) = privilege() {
            record(project, "apt-update", apt(privilege).arg("update"), "The list of Debian packages")?;
        }
        let mut download = Command::new("apt-get");
        download.current_dir(&folder).arg("download").args(NGINX);
        record(project, "apt-nginx", &mut download, "nginx")?;
        let packages: Vec<PathBuf> =
            fs::read_dir(&folder).map_err(unmade)?.flatten().map(|entry| entry.path()).collect();
        for package in packages {
            let mut unpack = Command::new("dpkg-deb");
            unpack.arg("-x").arg(&package).arg(&folder);
            record(project, "dpkg-nginx", &mut unpack, "nginx")?;
        }
        nginx_below(&folder).ok_or_else(by_hand)
    })
}

fn nginx_below(root: &Path) -> Option<Nginx> {
    let program = root.join("usr/sbin/nginx");
    let brotli = root.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    (program.is_file() && brotli.is_file()).then_some(Nginx { program, brotli })
}
