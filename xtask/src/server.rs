//! A plain static server: what any web space does, and nothing that the page could come to rely on.

use crate::Result;
use std::fs;
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response};

/// An address below which the folder is served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mount {
    /// With a slash at both ends.
    pub path: &'static str,
    /// Whether pages from elsewhere may load the files. A sandboxed frame counts as elsewhere even to itself.
    pub any_origin: bool,
}

pub const ROOT: Mount = Mount { path: "/", any_origin: false };
pub const SUB_PATH: Mount = Mount { path: "/a/sub/path/", any_origin: false };
pub const SANDBOXED: Mount = Mount { path: "/sandboxed/", any_origin: true };

/// Enough for the handful of connections that a browser opens.
const THREADS: usize = 6;

pub struct Server {
    http: tiny_http::Server,
    port: u16,
    folder: PathBuf,
    mounts: Vec<Mount>,
}

/// Says so in a sentence if somebody else has the port.
pub fn ensure_free(port: u16) -> Result {
    listen(port).map(drop)
}

impl Server {
    /// Port 0 takes any that is free.
    pub fn bind(folder: PathBuf, mounts: &[Mount], port: u16) -> Result<Self> {
        let listener = listen(port)?;
        let refused = |error: &dyn std::fmt::Display| format!("The page cannot be served: {error}.");
        let port = listener.local_addr().map_err(|error| refused(&error))?.port();
        let http = tiny_http::Server::from_listener(listener, None).map_err(|error| refused(&error))?;
        Ok(Self { http, port, folder, mounts: mounts.to_vec() })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves for as long as the program runs.
    pub fn run(self) {
        for thread in self.start() {
            // A thread that panicked has nothing to give back, and the others go on.
            let _ = thread.join();
        }
    }

    /// Serves beside whatever else the program does.
    pub fn start(self) -> Vec<thread::JoinHandle<()>> {
        let server = Arc::new(self);
        let serve = |server: Arc<Self>| {
            move || {
                while let Ok(request) = server.http.recv() {
                    server.answer(request);
                }
            }
        };
        (0..THREADS).map(|_| thread::spawn(serve(server.clone()))).collect()
    }

    fn answer(&self, request: Request) {
        let response = match request.method() {
            Method::Get | Method::Head => self.file(request.url()),
            _ => text(405, "This server only hands out files."),
        };
        // The browser may have gone away in the meantime, which is its right.
        let _ = request.respond(response);
    }

    fn file(&self, url: &str) -> Response<Cursor<Vec<u8>>> {
        let Some((mount, path)) = locate(url, &self.mounts) else {
            return text(404, "There is no such page.");
        };
        let Ok(bytes) = fs::read(self.folder.join(&path)) else {
            return text(404, "There is no such page.");
        };
        let response = plain(200, bytes, mime(&path));
        if mount.any_origin {
            response.with_header(header("Access-Control-Allow-Origin", "*"))
        } else {
            response
        }
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            format!("Port {port} is in use: stop what runs there, or choose another with `--port`.")
        }
        _ => format!("Port {port} cannot be opened ({error}): choose another with `--port`."),
    })
}

/// The mount that an address belongs to, and the file in the folder that it names.
///
/// `None` for everything that could lead out of the folder: the check is on the decoded name.
fn locate(url: &str, mounts: &[Mount]) -> Option<(Mount, PathBuf)> {
    let path = decode(url.split(['?', '#']).next()?)?;
    // The longest wins, because the root matches everything.
    let mount =
        mounts.iter().filter(|mount| path.starts_with(mount.path)).max_by_key(|mount| mount.path.len())?;
    let name = path.strip_prefix(mount.path)?;
    let name = if name.is_empty() { "index.html" } else { name };
    let leads_out = |part: &str| part.is_empty() || part.starts_with('.') || part.contains(['\\', ':', '\0']);
    (!name.split('/').any(leads_out)).then(|| (*mount, PathBuf::from(name)))
}

/// Takes the `%20` out of an address.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
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

fn text(status: u16, sentence: &str) -> Response<Cursor<Vec<u8>>> {
    plain(status, sentence.as_bytes().to_vec(), "text/plain; charset=utf-8")
}

fn plain(status: u16, body: Vec<u8>, mime: &str) -> Response<Cursor<Vec<u8>>> {
    Response::from_data(body)
        .with_status_code(status)
        // A length instead of chunks: download progress can be shown, and sizes compared.
        .with_chunked_threshold(usize::MAX)
        .with_header(header("Content-Type", mime))
        // A build that was just made must be the one that is seen.
        .with_header(header("Cache-Control", "no-cache"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("the names and values above are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    const ALL: [Mount; 3] = [ROOT, SUB_PATH, SANDBOXED];

    fn file(url: &str) -> Option<(&'static str, String)> {
        locate(url, &ALL).map(|(mount, path)| (mount.path, path.to_string_lossy().into_owned()))
    }

    #[test]
    fn an_address_finds_its_mount_and_file() {
        for (url, mount, name) in [
            ("/", "/", "index.html"),
            ("/app-1.js?x=1", "/", "app-1.js"),
            ("/a/sub/path/", "/a/sub/path/", "index.html"),
            ("/a/sub/path/icons/a.png", "/a/sub/path/", "icons/a.png"),
            ("/sandboxed/worked%20example.json", "/sandboxed/", "worked example.json"),
            ("/a/other", "/", "a/other"),
        ] {
            assert_eq!(file(url), Some((mount, name.to_owned())), "{url}");
        }
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for url in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a/sub/path/..%2f..%2fCargo.toml",
            "/a/sub/path//etc/passwd",
            "//etc/passwd",
            "/..%5cCargo.toml",
            "/C:/Windows/win.ini",
            "/.stage/index.html",
            "/%zz",
            "/%ff",
            "no-slash",
        ] {
            assert_eq!(file(url), None, "{url}");
        }
    }

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
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
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
        assert!(page.contains("Cache-Control: no-cache") && !page.contains("Access-Control"), "{page}");
        assert!(ask(port, "GET /sandboxed/").contains("Access-Control-Allow-Origin: *"));
        let head = ask(port, "HEAD /");
        assert!(head.contains("Content-Length: 8") && !head.contains("the page"), "{head}");
        assert!(ask(port, "GET /missing.js").starts_with("HTTP/1.1 404"));
        assert!(ask(port, "POST /").starts_with("HTTP/1.1 405"));
        assert!(listen(port).unwrap_err().contains("in use"));

        fs::remove_dir_all(folder).unwrap();
    }
}
