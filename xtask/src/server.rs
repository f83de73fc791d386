//! A plain static server: what any web space does, and nothing that the page could come to rely on.

use crate::Result;
use crate::delivery::Delivery;
use crate::mount::{Mount, locate};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::fmt::Display;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long to wait before asking again for connections when the system has none to give.
const BREATH: Duration = Duration::from_millis(50);

pub struct Server {
    listener: TcpListener,
    port: u16,
    folder: PathBuf,
    mounts: Vec<Mount>,
    /// Where what mounts lay over the folder is looked for.
    root: Option<PathBuf>,
    hosted: bool,
}

/// Says so in a sentence if somebody else has the port.
pub fn ensure_free(port: u16) -> Result {
    listen(port).map(drop)
}

impl Server {
    /// Port 0 takes any that is free.
    pub fn bind(folder: PathBuf, mounts: &[Mount], port: u16) -> Result<Self> {
        let listener = listen(port)?;
        listener.set_nonblocking(true).map_err(unserved)?;
        let port = listener.local_addr().map_err(unserved)?.port();
        Ok(Self { listener, port, folder, mounts: mounts.to_vec(), root: None, hosted: false })
    }

    /// Packs the files and lets browsers keep them, as a real host does. Otherwise every file is sent as it is and
    /// asked for again each time.
    pub fn like_a_host(mut self) -> Self {
        self.hosted = true;
        self
    }

    /// Serves what mounts lay over the folder, out of the repository at `root`. Otherwise there is none of it.
    pub fn with_files_of(mut self, root: &Path) -> Self {
        self.root = Some(root.to_path_buf());
        self
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves for as long as the program runs, every connection by itself: one that stays open holds up no other.
    pub fn run(self) -> Result {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(unserved)?;
        runtime.block_on(async {
            let Self { listener, folder, mounts, root, hosted, .. } = self;
            let listener = tokio::net::TcpListener::from_std(listener).map_err(unserved)?;
            let site = Arc::new(Site { folder, mounts, root, hosted });
            loop {
                let Ok((stream, _)) = listener.accept().await else {
                    tokio::time::sleep(BREATH).await;
                    continue;
                };
                let site = site.clone();
                tokio::spawn(async move {
                    let answer = service_fn(async |request: Request<Incoming>| {
                        Ok::<_, Infallible>(site.answer(
                            request.method(),
                            request.uri().path(),
                            request.headers(),
                        ))
                    });
                    // The browser may go away in the middle, which is its right.
                    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
                });
            }
        })
    }

    /// Serves beside whatever else the program does.
    pub fn start(self) -> thread::JoinHandle<Result> {
        thread::spawn(|| self.run())
    }
}

/// The folder as it is seen from outside.
struct Site {
    folder: PathBuf,
    mounts: Vec<Mount>,
    root: Option<PathBuf>,
    hosted: bool,
}

impl Site {
    fn answer(&self, method: &Method, path: &str, asked: &HeaderMap) -> Response<Full<Bytes>> {
        match *method {
            Method::GET | Method::HEAD => self.file(path, asked),
            _ => text(StatusCode::METHOD_NOT_ALLOWED, "This server only hands out files."),
        }
    }

    fn file(&self, path: &str, asked: &HeaderMap) -> Response<Full<Bytes>> {
        let missing = || text(StatusCode::NOT_FOUND, "There is no such page.");
        let Some((mount, path)) = locate(path, &self.mounts) else {
            return missing();
        };
        let name = path.to_string_lossy();
        if mount.lost.is_some_and(|(start, end)| name.starts_with(start) && name.ends_with(end)) {
            return missing();
        }
        let laid_over =
            self.root.as_ref().zip(mount.laid_over).map(|(root, over)| root.join(over).join(&path));
        let file = laid_over.filter(|file| file.is_file()).unwrap_or_else(|| self.folder.join(&path));
        let found = if self.hosted { Delivery::hosted(&file, asked) } else { Delivery::plain(&file) };
        let Some(sent) = found else {
            return missing();
        };
        let mut response = plain(sent.status, sent.body, mime(&path));
        for (name, value) in sent.headers {
            response.headers_mut().insert(name, value);
        }
        if mount.any_origin {
            response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        response
    }
}

fn unserved(error: impl Display) -> String {
    format!("The page cannot be served: {error}.")
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("Port {port} is in use: stop what runs there, or choose another with `--port`.")
        }
        _ => format!("Port {port} cannot be opened ({error}): choose another with `--port`."),
    })
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        // Browsers compile while they download only with exactly this type.
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn text(status: StatusCode, sentence: &'static str) -> Response<Full<Bytes>> {
    plain(status, sentence.into(), "text/plain; charset=utf-8")
}

fn plain(status: StatusCode, body: Bytes, mime: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(mime));
    // A build that was just made must be the one that is seen.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

#[cfg(test)]
mod tests;
