//! hosting/nginx.conf with a real nginx: what it answers for every file of the page, byte for byte.

use crate::packages::Nginx;
use crate::project::Project;
use crate::{Result, hosts, pack};
use std::fs;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The settings as the build finishes them.
const SETTINGS: &str = "nginx.conf";
/// The line of the settings that names the folder.
const ROOT: &str = "root /srv/standards-met;";
/// For as long nginx may take to start, or to answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long to wait before asking again whether it has started.
const BREATH: Duration = Duration::from_millis(20);
/// Which packings a browser says it takes, the ending of the copy that it gets then, and what its packing is called.
const TAKEN: [(&str, &str, &str); 4] = [
    ("br", ".br", "br"),
    ("gzip", ".gz", "gzip"),
    ("gzip, deflate, br, zstd", ".br", "br"),
    ("identity", "", ""),
];

/// Starts nginx with the settings as they are, without TLS, asks for everything in `dist/`, and stops it.
///
/// Fails if a kind of file is missing there, if nginx does not start, and if an answer is not as it should be.
pub fn check(project: &Project, nginx: &Nginx) -> Result {
    let dist = project.dist();
    let unread = |error: io::Error| format!("{} cannot be read: {error}.", dist.display());
    let files = pack::files(&dist).map_err(unread)?;
    if let Some(what) = missing(&files) {
        return Err(format!("dist/ holds no {what}: nginx cannot be tried with it."));
    }
    let page = fs::read_to_string(dist.join("index.html")).map_err(unread)?;
    let policy = hosts::policy(&page).ok_or("dist/index.html names no content security policy.")?;
    let policy = format!("{policy}; frame-ancestors 'none'");
    let running = Running::start(&project.target("nginx"), &dist, nginx)?;

    for file in files.iter().filter(|file| !pack::is_packed(file)) {
        let bytes = fs::read(dist.join(file)).map_err(unread)?;
        let kind = kind(file).ok_or_else(|| format!("xtask/src/nginx.rs does not know what {file} is."))?;
        let mut addresses = vec![file.as_str()];
        if file == "index.html" {
            addresses.push("");
        }
        for address in addresses {
            for (taken, ending, packing) in TAKEN {
                let answer = running.ask(address, taken)?;
                answer.is("status", &answer.status, "200")?;
                answer.carries(&policy, &[("content-type", kind), ("cache-control", hosts::kept(file))])?;
                let packing = if files.contains(&format!("{file}{ending}")) { packing } else { "" };
                answer.is("content-encoding", &answer.header("content-encoding"), packing)?;
                answer.holds(packing, &bytes)?;
            }
        }
    }
    // Also under a name that looks as if it might be kept for ever, and for what lies in the folder for other hosts.
    for address in ["missing", "missing-0123456789abcdef.js", "_headers", ".htaccess", "nginx.conf"] {
        let answer = running.ask(address, "br")?;
        answer.is("status", &answer.status, "404")?;
        answer.carries(&policy, &[("cache-control", hosts::ASKED_AGAIN)])?;
    }
    Ok(())
}

/// What has to be there for the check to mean anything.
fn missing(files: &[String]) -> Option<&'static str> {
    let named = |name: &str| files.iter().any(|file| file == name);
    let hashed = |ending: &str| files.iter().any(|file| hosts::is_hashed(file) && file.ends_with(ending));
    let ending = |ending: &str| files.iter().any(|file| file.ends_with(ending));
    [
        ("index.html", named("index.html") && named("index.html.br") && named("index.html.gz")),
        ("worker.js", named("worker.js") && named("worker.js.br") && named("worker.js.gz")),
        ("recover.html", named("recover.html")),
        ("program with a hash, packed with brotli", hashed(".wasm") && hashed(".wasm.br")),
        ("program with a hash, packed with gzip", hashed(".wasm.gz")),
        ("script with a hash", hashed(".js")),
        ("style sheet with a hash", hashed(".css")),
        (".json file", ending(".json")),
        (".webmanifest file", ending(".webmanifest")),
    ]
    .into_iter()
    .find_map(|(what, there)| (!there).then_some(what))
}

/// How a browser wants it to be called.
fn kind(file: &str) -> Option<&'static str> {
    Some(match file.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain",
        _ => return None,
    })
}

/// The settings without their part about TLS, for this folder and this port.
fn without_tls(settings: &str, dist: &Path, port: u16) -> Result<String> {
    let (mut text, mut tls) = (String::new(), false);
    for line in settings.lines() {
        match line.trim() {
            "# TLS from here" => tls = true,
            "# to here" => tls = false,
            _ if tls => {}
            ROOT => text += &format!("root \"{}\";\nlisten 127.0.0.1:{port};\n", dist.display()),
            _ => text += &format!("{line}\n"),
        }
    }
    if text.contains("listen 127.0.0.1") && !text.contains("ssl") {
        return Ok(text);
    }
    Err(format!("hosting/nginx.conf has no line `{ROOT}`, or does not say where its part about TLS ends."))
}

/// An nginx of one process, which ends with this value.
struct Running {
    child: Child,
    port: u16,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    /// Everything that it writes goes into the folder, which is emptied before. Gives it back once it takes connections.
    fn start(folder: &Path, dist: &Path, nginx: &Nginx) -> Result<Self> {
        let unmade = |error: io::Error| format!("{} cannot be made: {error}.", folder.display());
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(unmade)?;
        // The system chooses one that is free, and has it back before nginx asks for it.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.map_err(|error| format!("No port is free: {error}."))?.port();
        let settings = fs::read_to_string(dist.join(SETTINGS)).map_err(unmade)?;
        fs::write(folder.join("site.conf"), without_tls(&settings, dist, port)?).map_err(unmade)?;
        let (place, module) = (folder.display(), nginx.brotli.display());
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|what| format!("{what}_temp_path \"{place}/{what}\";"))
            .join("\n");
        // One process, so that ending it leaves no other behind.
        let whole = format!(
            "daemon off;\nmaster_process off;\nload_module \"{module}\";\npid \"{place}/nginx.pid\";\n\
             error_log \"{place}/error.log\";\nevents {{}}\nhttp {{\naccess_log \"{place}/access.log\";\n\
             {temporary}\ninclude \"{place}/site.conf\";\n}}\n"
        );
        fs::write(folder.join("nginx.conf"), whole).map_err(unmade)?;
        let log = folder.join("error.log");
        let mut command = Command::new(&nginx.program);
        command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf")).arg("-e").arg(&log);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let program = nginx.program.display();
        let unstarted = |error: io::Error| format!("`{program}` could not be started: {error}.");
        let child = command.spawn().map_err(unstarted)?;
        let mut running = Self { child, port };
        let latest = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = running.child.try_wait().is_ok_and(|status| status.is_some());
            if ended || Instant::now() > latest {
                let said = fs::read_to_string(&log).unwrap_or_default();
                let last = said.lines().last().unwrap_or("it said nothing");
                return Err(format!("nginx did not start with hosting/nginx.conf: {last}."));
            }
            thread::sleep(BREATH);
        }
        Ok(running)
    }

    fn ask(&self, address: &str, packing: &str) -> Result<Answer> {
        let asked = format!("/{address} (Accept-Encoding: {packing})");
        let open = |error: io::Error| format!("nginx left {asked} open: {error}.");
        let bytes = self.bytes(address, packing).map_err(open)?;
        Answer::read(&asked, &bytes).ok_or_else(|| format!("nginx answered {asked} with what is no answer."))
    }

    fn bytes(&self, address: &str, packing: &str) -> io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let request = format!("GET /{address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {packing}\r\n");
        stream.write_all(format!("{request}Connection: close\r\n\r\n").as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What came, and for which request.
struct Answer {
    asked: String,
    status: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn read(asked: &str, bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.to_owned();
        let header = |line: &str| {
            line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        };
        let headers = lines.map(header).collect::<Option<Vec<_>>>()?;
        Some(Self { asked: asked.to_owned(), status, headers, body: bytes.get(end + 4..)?.to_vec() })
    }

    /// Empty where there is none; all of them where there are several.
    fn header(&self, name: &str) -> String {
        let these = self.headers.iter().filter(|(header, _)| header == name);
        these.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn is(&self, what: &str, came: &str, expected: &str) -> Result {
        if came == expected {
            return Ok(());
        }
        Err(format!("nginx answered {} with the {what} “{came}” instead of “{expected}”.", self.asked))
    }

    /// The policy of the page, what every host says everywhere, and these.
    fn carries(&self, policy: &str, these: &[(&str, &str)]) -> Result {
        for (name, value) in hosts::everywhere().filter(|(name, _)| *name != "Content-Security-Policy") {
            self.is(name, &self.header(&name.to_ascii_lowercase()), value)?;
        }
        for (name, value) in these {
            self.is(name, &self.header(name), value)?;
        }
        self.is("server", &self.header("server"), "nginx")?;
        self.is("policy", &self.header("content-security-policy"), policy)
    }

    /// Whether it is this file, packed so or not at all.
    fn holds(&self, packing: &str, file: &[u8]) -> Result {
        let Self { asked, body, .. } = self;
        let plain = if packing.is_empty() { Ok(body.clone()) } else { pack::unpacked(packing, body) };
        let plain = plain.map_err(|error| format!("nginx answered {asked} with no {packing}: {error}."))?;
        if plain == file {
            return Ok(());
        }
        let (came, expected) = (plain.len(), file.len());
        Err(format!(
            "nginx answered {asked} with {came} bytes that are not the {expected} bytes of the file."
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_are_taken_without_tls_and_as_they_are() {
        let settings = include_str!("../../hosting/nginx.conf");
        let text = without_tls(settings, Path::new("/a b/dist"), 81).unwrap();
        assert!(text.contains("\nroot \"/a b/dist\";\nlisten 127.0.0.1:81;\n"), "{text}");
        assert!(text.contains("brotli_static on;") && text.contains("add_header Referrer-Policy"), "{text}");
        assert!(!text.contains("443") && !text.contains("return 301"), "{text}");
        let endless = settings.replace("# to here", "");
        assert!(without_tls(&endless, Path::new("/dist"), 81).is_err());
    }
}
