//! Where the folder is served, and which file an address means.

use percent_encoding::percent_decode_str;

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
    Mount { lost: Some(("split_everyday", ".wasm")), ..mount("/without-everyday/") },
    Mount { lost: Some(("split_reviewing", ".wasm")), ..mount("/without-reviewing/") },
    Mount { lost: Some(("reports-", ".wasm")), ..mount("/without-writer/") },
    Mount { laid_over: Some("tests/fixtures/hosted"), ..mount("/with-editions/") },
];

/// Whether an address names something that is no part of the page: a file or a folder whose name begins with a dot. That no
/// address leads out of the folder is the server's own affair.
pub fn is_hidden(path: &str) -> bool {
    percent_decode_str(path).decode_utf8().is_ok_and(|path| path.split('/').any(|part| part.starts_with('.')))
}
