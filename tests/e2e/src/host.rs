//! A host of the page's own, for journeys in which the host itself goes wrong: it stops, is updated in the middle, loses
//! a file, or hands it out under the wrong name.

use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::sync::watch;

use crate::settings;

/// A file that is held back is looked after so often.
const HELD_PAUSE: Duration = Duration::from_millis(20);

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not there.
    Missing,
    /// It is not there until somebody looks whether the host answers, by its page's own name.
    MissingUntilLookedFor,
    /// It comes as plain text, whatever it is.
    Type,
    /// The page comes in its place, as from a host that knows one page only.
    PageInstead,
    /// The worker is refused, as by an address that forbids it.
    Forbidden,
    /// It is on its way until all is well again.
    Held,
}

#[derive(Default)]
struct Shown {
    folder: PathBuf,
    /// How the name of a file begins and ends, and what is wrong with it.
    wrong: Vec<(&'static str, &'static str, Wrong)>,
    asked: Vec<String>,
}

impl Shown {
    fn wrong_with(&self, name: &str) -> Option<Wrong> {
        let found = self.wrong.iter().find(|(start, end, _)| name.starts_with(start) && name.ends_with(end));
        found.map(|(_, _, wrong)| *wrong)
    }
}

/// The file that a path asks for.
fn name_of(path: &str) -> &str {
    match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    }
}

/// Serves a folder until it is dropped, and can stop and go on in between.
pub struct Host {
    port: u16,
    shown: Arc<Mutex<Shown>>,
    running: watch::Sender<bool>,
    /// The folders of other versions, which are made up.
    versions: Vec<TempDir>,
}

impl Host {
    /// Serves the page that was built (`E2E_DIST`).
    pub fn start() -> Result<Self> {
        let shown = Arc::new(Mutex::new(Shown { folder: settings::dist()?, ..Shown::default() }));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let (running, told) = watch::channel(true);
        let of = shown.clone();
        thread::spawn(move || serve(listener, of, told));
        Ok(Self { port, shown, running, versions: Vec::new() })
    }

    /// Where the page is, with a slash at the end.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// From now on nothing answers, and what is open is closed.
    pub fn stop(&self) {
        self.running.send_replace(false);
    }

    /// Answers again.
    pub fn go_on(&self) {
        self.running.send_replace(true);
    }

    /// Everything that was asked for since this was last called, in its order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shown).asked)
    }

    /// From now on something is wrong with the files whose names begin and end so.
    pub fn break_file(&self, start: &'static str, end: &'static str, wrong: Wrong) {
        lock(&self.shown).wrong.push((start, end, wrong));
    }

    /// All is well again.
    pub fn mend(&self) {
        lock(&self.shown).wrong.clear();
    }

    /// Puts another version of the page in the place of the one that is served: the same, with another description.
    pub fn update(&mut self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        copy(&settings::dist()?, folder.path())?;
        let page = folder.path().join("index.html");
        let before = std::fs::read_to_string(&page)?;
        let after = before.replace("<title>", "<meta name=\"version\" content=\"next\"><title>");
        ensure!(after != before, "the page has no title to put something before");
        std::fs::write(&page, &after)?;
        let worker = folder.path().join("worker.js");
        let script = std::fs::read_to_string(&worker)?;
        let (old, new) = (digest(before.as_bytes()), digest(after.as_bytes()));
        ensure!(script.contains(&old), "the worker does not know the page that is served with it");
        let start = script.find("const VERSION = \"").context("the worker has no version")?;
        let mut script = script.replace(&old, &new);
        script.replace_range(start..start + 17 + 4, "const VERSION = \"next");
        std::fs::write(&worker, script)?;
        lock(&self.shown).folder = folder.path().to_owned();
        self.versions.push(folder);
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock(shown: &Mutex<Shown>) -> MutexGuard<'_, Shown> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As browsers take it.
fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Ends with the channel, which ends with the host.
fn serve(listener: TcpListener, shown: Arc<Mutex<Shown>>, mut running: watch::Receiver<bool>) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    runtime.block_on(async {
        let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
        loop {
            let stream = tokio::select! {
                accepted = listener.accept() => accepted,
                changed = running.changed() => match changed {
                    Ok(()) => continue,
                    Err(_) => return,
                },
            };
            let Ok((stream, _)) = stream else { continue };
            if !*running.borrow() {
                // Closed at once: as if nobody were there.
                continue;
            }
            let (shown, mut running) = (shown.clone(), running.clone());
            tokio::spawn(async move {
                let answer = service_fn(async |request: Request<Incoming>| {
                    while lock(&shown).wrong_with(name_of(request.uri().path())) == Some(Wrong::Held) {
                        tokio::time::sleep(HELD_PAUSE).await;
                    }
                    Ok::<_, Infallible>(answer(&mut lock(&shown), request.uri().path()))
                });
                let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
                tokio::select! {
                    // The browser may go away in the middle, which is its right.
                    _ = connection => {}
                    _ = running.wait_for(|running| !running) => {}
                }
            });
        }
    });
}

fn answer(shown: &mut Shown, path: &str) -> Response<Full<Bytes>> {
    shown.asked.push(path.to_owned());
    let name = name_of(path);
    let wrong = shown.wrong_with(name);
    if path == "/index.html" {
        shown.wrong.retain(|(_, _, wrong)| *wrong != Wrong::MissingUntilLookedFor);
    }
    let file = match wrong {
        Some(Wrong::Missing | Wrong::MissingUntilLookedFor) => None,
        Some(Wrong::PageInstead) => Some("index.html"),
        _ => Some(name),
    };
    let bytes = file.filter(|name| !name.split('/').any(|part| part.starts_with('.')));
    let bytes = bytes.and_then(|name| std::fs::read(shown.folder.join(name)).ok());
    let (status, bytes) = match (wrong, bytes) {
        (Some(Wrong::Forbidden), _) => (StatusCode::FORBIDDEN, Vec::new()),
        (_, Some(bytes)) => (StatusCode::OK, bytes),
        (_, None) => (StatusCode::NOT_FOUND, Vec::new()),
    };
    let kind = match (wrong, file.unwrap_or_default().rsplit('.').next()) {
        (Some(Wrong::Type), _) => "text/plain",
        (_, Some("html")) => "text/html; charset=utf-8",
        (_, Some("js")) => "text/javascript; charset=utf-8",
        (_, Some("css")) => "text/css; charset=utf-8",
        (_, Some("wasm")) => "application/wasm",
        (_, Some("json")) => "application/json",
        (_, Some("webmanifest")) => "application/manifest+json",
        (_, Some("svg")) => "image/svg+xml",
        (_, Some("png")) => "image/png",
        _ => "application/octet-stream",
    };
    let mut response = Response::new(Full::new(bytes.into()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static(kind));
    response.headers_mut().insert(CACHE_CONTROL, hyper::header::HeaderValue::from_static("no-cache"));
    response
}
