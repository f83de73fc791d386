//! A plain static server: what any web space does, and nothing that the page could come to rely on.

use crate::mount::{Mount, is_hidden};
use crate::{Result, hosts};
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, HeaderValue, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::fmt::Display;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;
use tower_http::services::ServeDir;

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

    /// Sends the packed form of a file, where there is one, and lets browsers keep what has a digest in its name, as a real host
    /// does. Otherwise every file is sent as it is and asked for again each time.
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

    /// Serves for as long as the program runs.
    pub fn run(self) -> Result {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(unserved)?;
        runtime.block_on(async {
            let router = self.router();
            let listener = tokio::net::TcpListener::from_std(self.listener).map_err(unserved)?;
            axum::serve(listener, router).await.map_err(unserved)
        })
    }

    /// Serves beside whatever else the program does.
    pub fn start(self) -> thread::JoinHandle<Result> {
        thread::spawn(|| self.run())
    }
}

impl Server {
    fn router(&self) -> Router {
        self.mounts.iter().fold(Router::new(), |router, mount| match mount.path.trim_end_matches('/') {
            "" => router.fallback_service(self.files(*mount)),
            path => router.nest_service(path, self.files(*mount)),
        })
    }

    /// The folder as it is seen below a mount.
    fn files(&self, mount: Mount) -> Router {
        let hosted = self.hosted;
        let folder = ServeDir::new(&self.folder);
        let folder = if hosted { folder.precompressed_br() } else { folder };
        let files = match self.root.as_ref().zip(mount.laid_over) {
            Some((root, over)) => {
                Router::new().fallback_service(ServeDir::new(root.join(over)).fallback(folder))
            }
            None => Router::new().fallback_service(folder),
        };
        files.layer(from_fn(move |request, next| answer(mount, hosted, request, next)))
    }
}

async fn answer(mount: Mount, hosted: bool, request: Request, next: Next) -> Response {
    let name = request.uri().path().trim_start_matches('/').to_owned();
    let lost = mount.lost.is_some_and(|(start, end)| name.starts_with(start) && name.ends_with(end));
    if lost || is_hidden(&name) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A build that was just made must be the one that is seen.
    let kept = if hosted { hosts::kept(&name) } else { hosts::ASKED_AGAIN };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(kept));
    if hosted {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    if mount.any_origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    response
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

#[cfg(test)]
mod tests;
