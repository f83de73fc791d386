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
        Ok(Self { listener, port, folder, mounts: mounts.to_vec(), hosted: false })
    }

    /// Packs the files and lets browsers keep them, as a real host does. Otherwise every file is sent as it is and
    /// asked for again each time.
    pub fn like_a_host(mut self) -> Self {
        self.hosted = true;
        self
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves for as long as the program runs, every connection by itself: one that stays open holds up no other.
    pub fn run(self) -> Result {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(unserved)?;
        runtime.block_on(async {
            let Self { listener, folder, mounts, hosted, .. } = self;
            let listener = tokio::net::TcpListener::from_std(listener).map_err(unserved)?;
            let site = Arc::new(Site { folder, mounts, hosted });
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
        let file = self.folder.join(&path);
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
mod tests {
    use super::*;
    use crate::mount::{ROOT, SANDBOXED, SUB_PATH};
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    const ALL: [Mount; 3] = [ROOT, SUB_PATH, SANDBOXED];

    #[test]
    fn files_are_called_what_browsers_expect() {
        for (name, expected) in [
            ("a_bg.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json"),
            ("LICENCE", "application/octet-stream"),
        ] {
            assert_eq!(mime(Path::new(name)), expected);
        }
    }

    fn ask(port: u16, request: &str) -> String {
        ask_with(port, request, "accept: */*")
    }

    fn ask_with(port: u16, request: &str, header: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn the_folder_is_served_under_every_mount() {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "the page").unwrap();
        let server = Server::bind(folder.clone(), &ALL, 0).unwrap();
        let port = server.port;
        server.start();

        let page = ask(port, "GET /a/sub/path/");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("the page"), "{page}");
        assert!(page.contains("cache-control: no-cache") && !page.contains("access-control"), "{page}");
        assert!(ask(port, "GET /sandboxed/").contains("access-control-allow-origin: *"));
        let head = ask(port, "HEAD /");
        assert!(head.contains("content-length: 8") && !head.contains("the page"), "{head}");
        assert!(ask(port, "GET /missing.js").starts_with("HTTP/1.1 404"));
        assert!(ask(port, "POST /").starts_with("HTTP/1.1 405"));
        assert!(listen(port).unwrap_err().contains("in use"));

        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn as_a_real_host_it_packs_and_lets_browsers_keep() {
        let folder = std::env::temp_dir().join(format!("xtask-hosted-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let name = "app-c0171ede40113338.js";
        for (name, text) in [("index.html", "the page"), ("index.html.br", "packed"), (name, "the program")] {
            fs::write(folder.join(name), text).unwrap();
        }
        let server = Server::bind(folder.clone(), &[ROOT], 0).unwrap().like_a_host();
        let port = server.port;
        server.start();

        let packed = ask_with(port, "GET /", "accept-encoding: gzip, br");
        assert!(packed.ends_with("packed") && packed.contains("content-encoding: br"), "{packed}");
        assert!(
            packed.contains("vary: accept-encoding") && packed.contains("cache-control: no-cache"),
            "{packed}"
        );
        assert!(packed.contains("content-type: text/html"), "{packed}");
        let plain = ask_with(port, "GET /", "accept-encoding: gzip");
        assert!(plain.ends_with("the page") && !plain.contains("content-encoding"), "{plain}");
        assert!(plain.contains("vary: accept-encoding"), "{plain}");

        let tag = plain.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
        let known = ask_with(port, "GET /", &format!("if-none-match: {tag}"));
        assert!(known.starts_with("HTTP/1.1 304") && !known.contains("the page"), "{known}");
        let changed = ask_with(port, "GET /", "if-none-match: \"another\"");
        assert!(changed.starts_with("HTTP/1.1 200") && changed.ends_with("the page"), "{changed}");

        let kept = ask_with(port, &format!("GET /{name}"), "accept-encoding: br");
        assert!(kept.contains("cache-control: public, max-age=31536000, immutable"), "{kept}");
        assert!(kept.ends_with("the program") && !kept.contains("content-encoding"), "{kept}");
        fs::remove_dir_all(folder).unwrap();
    }

    /// Browsers open several connections at once and keep them. One that is left unanswered is a page that never opens.
    #[test]
    fn every_one_of_many_open_connections_is_answered() {
        let server = Server::bind(std::env::temp_dir(), &ALL, 0).unwrap();
        let port = server.port;
        server.start();
        let mut open = Vec::new();
        for round in 0..40 {
            let mut together: Vec<TcpStream> =
                (0..6).map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap()).collect();
            for stream in &mut together {
                stream.set_read_timeout(Some(std::time::Duration::from_secs(5))).unwrap();
                write!(stream, "GET /missing HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            }
            for stream in &mut together {
                let mut start = [0; 12];
                let answered = stream.read_exact(&mut start).map(|()| start);
                assert_eq!(answered.ok(), Some(*b"HTTP/1.1 404"), "round {round}");
            }
            open.extend(together);
        }
    }
}
