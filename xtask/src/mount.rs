//! Where the folder is served, and which file an address means.

use percent_encoding::percent_decode_str;
use std::path::PathBuf;

/// An address below which the folder is served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mount {
    /// With a slash at both ends.
    pub path: &'static str,
    /// Whether pages from elsewhere may load the files. A sandboxed frame counts as elsewhere even to itself.
    pub any_origin: bool,
    /// How the name of a file begins and ends that cannot be had here, as when a host has lost it.
    pub lost: Option<(&'static str, &'static str)>,
    /// A folder of the repository whose files are served in place of the page's own, or beside them.
    pub laid_over: Option<&'static str>,
}

const fn mount(path: &'static str) -> Mount {
    Mount { path, any_origin: false, lost: None, laid_over: None }
}

pub const ROOT: Mount = mount("/");
pub const SUB_PATH: Mount = mount("/a/sub/path/");
pub const SANDBOXED: Mount = Mount { any_origin: true, ..mount("/sandboxed/") };
/// Everywhere that the journeys open the page.
pub const FOR_JOURNEYS: [Mount; 10] = [
    ROOT,
    SUB_PATH,
    SANDBOXED,
    Mount { lost: Some(("standards-met-", ".js")), ..mount("/without-script/") },
    Mount { lost: Some(("standards-met-", ".wasm")), ..mount("/without-program/") },
    Mount { lost: Some(("boot", ".js")), ..mount("/without-boot/") },
    Mount { lost: Some(("split_later", ".wasm")), ..mount("/without-later/") },
    Mount { lost: Some(("split_more", ".wasm")), ..mount("/without-more/") },
    Mount { lost: Some(("reports-", ".wasm")), ..mount("/without-writer/") },
    Mount { laid_over: Some("tests/fixtures/hosted"), ..mount("/with-editions/") },
];

/// The mount that an address belongs to, and the file in the folder that it names.
///
/// `None` for everything that could lead out of the folder: the check is on the decoded name.
pub fn locate(url: &str, mounts: &[Mount]) -> Option<(Mount, PathBuf)> {
    let path = percent_decode_str(url).decode_utf8().ok()?;
    // The longest wins, because the root matches everything.
    let mount =
        mounts.iter().filter(|mount| path.starts_with(mount.path)).max_by_key(|mount| mount.path.len())?;
    let name = path.strip_prefix(mount.path)?;
    let name = if name.is_empty() { "index.html" } else { name };
    let leads_out = |part: &str| part.is_empty() || part.starts_with('.') || part.contains(['\\', ':', '\0']);
    (!name.split('/').any(leads_out)).then(|| (*mount, PathBuf::from(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Mount; 3] = [ROOT, SUB_PATH, SANDBOXED];

    fn file(url: &str) -> Option<(&'static str, String)> {
        locate(url, &ALL).map(|(mount, path)| (mount.path, path.to_string_lossy().into_owned()))
    }

    #[test]
    fn an_address_finds_its_mount_and_file() {
        for (url, mount, name) in [
            ("/", "/", "index.html"),
            ("/app-1.js", "/", "app-1.js"),
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
            "/%ff",
            "no-slash",
        ] {
            assert_eq!(file(url), None, "{url}");
        }
    }
}
