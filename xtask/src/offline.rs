//! What the page needs to open without the internet and to be sure of its own files: digests in `index.html`, and the
//! list of files in `worker.js`.
//!
//! The digest of a script or a style sheet in the page makes the browser refuse another version's, and anybody else's.
//! The program itself (`.wasm`) is named by its number alone: a browser that has to compare its digest cannot compile
//! it while it still comes in. The worker compares the digest of every file before it keeps a version.

use crate::split::replaced;
use crate::{Result, editions};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const PAGE: &str = "index.html";
const WORKER: &str = "worker.js";

/// In a debug build, what an earlier release build on the same address has left goes away.
const NO_WORKER: &str = "// A page that is being worked on is never kept: this worker takes itself away.
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith(\"standards-met-\")) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(clean());
});
";

/// Finishes the page in this folder.
pub fn run(folder: &Path, release: bool) -> Result {
    if !release {
        return write(&folder.join(WORKER), NO_WORKER);
    }
    let page = folder.join(PAGE);
    let html = with_digests(&text(&page)?, |name| fs::read(folder.join(name)).ok())?;
    write(&page, &html)?;
    let mut names = Vec::new();
    list(folder, "", &mut names).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    names.sort();
    let mut files = Vec::new();
    for name in names {
        let bytes =
            fs::read(folder.join(&name)).map_err(|error| format!("{name} cannot be read: {error}."))?;
        files.push((name, digest(&bytes)));
    }
    let worker = folder.join(WORKER);
    let script = with_files(&text(&worker)?, &files)?;
    write(&worker, &script)
}

/// The names of all files but the worker's own, what only a host reads, and the list of editions, which is of use only with the
/// internet.
fn list(folder: &Path, below: &str, into: &mut Vec<String>) -> std::io::Result<()> {
    let editions_list = format!("{}/{}", editions::FOLDER, editions::LIST);
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(folder, &format!("{name}/"), into)?;
        } else if name != WORKER && name != editions_list && !name.starts_with(['.', '_']) {
            into.push(name);
        }
    }
    Ok(())
}

/// The worker's script with the list of files and the version that they make together.
fn with_files(script: &str, files: &[(String, String)]) -> Result<String> {
    let mut lines = String::new();
    for (name, digest) in files {
        // A host gives the page under the name of its folder; under its own name it may lead there.
        let name = if name == PAGE { "./" } else { name };
        let _ = writeln!(lines, "  [{name:?}, {digest:?}],");
    }
    let version: String = Sha256::digest(&lines).iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let script = replaced(script, "const VERSION = \"\";", &format!("const VERSION = {version:?};"))?;
    replaced(&script, "const FILES = [];", &format!("const FILES = [\n{lines}];"))
}

/// The page with the digest of each script and style sheet that it names. `read` gives a file of its folder.
fn with_digests(html: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Result<String> {
    let mut done = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        done.push_str(before);
        done.push('<');
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let fetches =
            tag.starts_with("script") || ["stylesheet", "modulepreload"].iter().any(|rel| tag.contains(rel));
        let name = ["src=", "href="].iter().find_map(|attribute| value(tag, attribute)).filter(|_| fetches);
        match name.map(|name| name.trim_start_matches("./")) {
            None => done.push_str(tag),
            Some(name) => {
                let bytes =
                    read(name).ok_or_else(|| format!("dist/{name} is referred to and does not exist."))?;
                // Without `crossorigin`, a page in a sandboxed frame could not compare.
                let crossorigin = if tag.contains("crossorigin") { "" } else { " crossorigin" };
                let _ = write!(
                    done,
                    "{} integrity=\"{}\"{crossorigin}",
                    tag.trim_end_matches('/'),
                    digest(&bytes)
                );
            }
        }
        done.push('>');
        rest = after;
    }
    done.push_str(rest);
    Ok(done)
}

/// The value of an attribute that stands in a tag, in quotation marks or without.
fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}"))?;
    match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].split(quote).next(),
        _ => rest.split_whitespace().next(),
    }
}

/// As browsers take it.
pub fn digest(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

fn write(path: &Path, text: &str) -> Result {
    fs::write(path, text).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_one_that_browsers_make() {
        assert_eq!(digest(b"alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }

    #[test]
    fn scripts_and_style_sheets_get_their_digest_and_nothing_else_does() {
        let read =
            |name: &str| (name == "a.js" || name == "a.css").then(|| b"alert('Hello, world.');".to_vec());
        let html = "<link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\">\
                    <link rel=\"icon\" href=\"icon.svg\"><script type=\"module\" src=\"a.js\"></script><p>a &lt; b</p>";
        let whole = with_digests(html, read).unwrap();
        assert_eq!(
            whole.matches("integrity=\"sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=\"").count(),
            2
        );
        assert!(whole.ends_with("crossorigin></script><p>a &lt; b</p>"), "{whole}");
        assert!(
            with_digests("<script src=b.js></script>", read).is_err_and(|sentence| sentence.contains("b.js"))
        );
    }

    #[test]
    fn editions_of_the_host_are_not_kept_and_everything_else_is() {
        let folder = std::env::temp_dir().join(format!("xtask-offline-{}", std::process::id()));
        for below in ["editions", "schema"] {
            fs::create_dir_all(folder.join(below)).unwrap();
        }
        for name in ["editions/index.json", "schema/form.json", "index.html", "_headers", WORKER] {
            fs::write(folder.join(name), "x").unwrap();
        }
        let mut names = Vec::new();
        list(&folder, "", &mut names).unwrap();
        names.sort();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names, ["index.html", "schema/form.json"]);
    }

    #[test]
    fn another_file_makes_another_version() {
        let script = "const VERSION = \"\";\nconst FILES = [];\n";
        let files = |digest: &str| vec![("index.html".to_owned(), digest.to_owned())];
        let (one, other) =
            (with_files(script, &files("a")).unwrap(), with_files(script, &files("b")).unwrap());
        assert!(one.contains("[\"./\", \"a\"],\n];"), "{one}");
        assert_ne!(one.lines().next(), other.lines().next());
        assert!(with_files("const FILES = [];", &files("a")).is_err());
    }
}
