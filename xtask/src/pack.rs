//! What a host needs beside the page: packed copies of its files, and the hosts' own settings.
//!
//! A copy is made once, with the page, at a strength that no server has the time for; and the same files give the same
//! copies, so that an upload of what has changed is an upload of what has changed.

use crate::cache::Cache;
use crate::{Result, side_by_side};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// How a file is kept whose name carries a hash, and so never means another file.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// How every other file is kept: it may be, and the host is asked each time whether it is still the same.
pub const ASKED_AGAIN: &str = "no-cache";

/// The endings of what gets smaller; pictures are packed as they are.
const KINDS: [&str; 8] = ["html", "js", "css", "json", "svg", "wasm", "webmanifest", "txt"];
/// What is no longer than this comes in one piece however it is packed.
const SMALL: usize = 256;
/// How a copy's name goes on, and how the web calls its packing.
const PACKINGS: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];

/// Which packers they are follows from the versions of their crates.
const PACKERS: &str = include_str!("../../Cargo.lock");

const HEADERS: &str = include_str!("../../hosting/_headers");
/// What lies in the folder for the hosts, by its name there.
const FOR_HOSTS: [(&str, &str); 3] = [
    ("_headers", HEADERS),
    (".htaccess", include_str!("../../hosting/.htaccess")),
    ("404.html", include_str!("../../hosting/404.html")),
];
/// As many rules as Cloudflare Pages reads of `_headers`; it leaves out the rest without a word.
const RULES: usize = 100;

/// Puts the packed copies and the hosts' settings into the folder with the finished page.
///
/// Fails if the folder cannot be read or written, or holds more files than `_headers` has room for.
pub fn run(dist: &Path, cache: &Cache) -> Result {
    let unmade = |error: io::Error| format!("{} cannot be made ready for a host: {error}.", dist.display());
    let mut page = Vec::new();
    for file in files(dist).map_err(unmade)? {
        // A copy of what is no longer there would be uploaded for ever.
        if is_packed(&file) {
            fs::remove_file(dist.join(&file)).map_err(unmade)?;
        } else {
            page.push(file);
        }
    }
    let rules = rules(&page)?;
    for (name, text) in FOR_HOSTS {
        let text = if name == "_headers" { format!("{text}{rules}") } else { text.to_owned() };
        fs::write(dist.join(name), text).map_err(unmade)?;
    }
    page.push("404.html".to_owned());
    side_by_side::each(&page, |file| copies(dist, file, cache))
}

/// Whether a file in the folder is there for the hosts alone: a packed copy, a host's settings, the page that is shown
/// for an address without one. No part of Standards Met asks for it.
pub fn is_packed(name: &str) -> bool {
    let copy = PACKINGS.iter().any(|(ending, _)| ending_of(name) == *ending);
    copy || FOR_HOSTS.iter().any(|(settings, _)| *settings == name)
}

/// Whether the name says which contents it has, as `split_later-c0171ede40113338.wasm` does: a `-`, up to sixteen digits of a
/// hash (Trunk leaves out those that are zero at its start), and then `.`, `_` or the end of a folder. hosting/nginx.conf
/// and hosting/.htaccess say the same.
pub fn is_hashed(path: &str) -> bool {
    path.split('-').skip(1).any(|rest| {
        let digits = rest.bytes().take_while(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')).count();
        let after = rest.get(digits..).unwrap_or_default();
        (12..=16).contains(&digits) && after.starts_with(['.', '_', '/'])
    })
}

/// How a host has to say that the file of this name may be kept.
pub fn kept(path: &str) -> &'static str {
    if is_hashed(path) { FOR_EVER } else { ASKED_AGAIN }
}

/// The headers that every answer carries, on every host: name and value.
pub fn everywhere() -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADERS.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": "))
}

/// Every file below the folder, by its path with forward slashes, in the order of the alphabet. Files whose names begin
/// with a dot are no part of a page and are left out.
pub fn files(dist: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    list(dist, "", &mut found)?;
    found.sort();
    Ok(found)
}

/// What this packing, by the web's name for it, makes of the bytes of a copy. Fails if they are not of that packing.
pub fn unpacked(packing: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    match packing {
        "br" => brotli::Decompressor::new(bytes, 64 * 1024).read_to_end(&mut plain)?,
        "gzip" => GzDecoder::new(bytes).read_to_end(&mut plain)?,
        other => return Err(io::Error::other(format!("no packing is called “{other}”"))),
    };
    Ok(plain)
}

/// The bytes after brotli at quality 11.
pub fn with_brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

/// The bytes after gzip at its strongest. The time in its header stays empty, so two runs make the same bytes.
pub fn with_gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

fn list(dist: &Path, folder: &str, into: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(dist.join(folder))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}{name}");
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(dist, &format!("{path}/"), into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}

/// Writes the copies beside the file, where it is worth packing and they are smaller.
fn copies(dist: &Path, file: &str, cache: &Cache) -> Result {
    let unmade = |error: io::Error| format!("The packed copies of {file} cannot be made: {error}.");
    if !KINDS.contains(&ending_of(file)) {
        return Ok(());
    }
    let bytes = fs::read(dist.join(file)).map_err(unmade)?;
    if bytes.len() <= SMALL {
        return Ok(());
    }
    for (ending, packing) in PACKINGS {
        let pack = if packing == "br" { with_brotli } else { with_gzip };
        let packed =
            cache.get_or_make(packing, &[&bytes, PACKERS.as_bytes()], || pack(&bytes).map_err(unmade))?;
        if packed.len() < bytes.len() {
            fs::write(dist.join(format!("{file}.{ending}")), packed).map_err(unmade)?;
        }
    }
    Ok(())
}

fn ending_of(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The part of `_headers` that follows from the files: one rule for each, because where two rules give one header, the
/// hosts differ in what they make of it.
fn rules(page: &[String]) -> Result<String> {
    let mut text = format!("\n# How long each file may be kept.\n/\n  Cache-Control: {ASKED_AGAIN}\n");
    for file in page {
        text += &format!("/{file}\n  Cache-Control: {}\n", kept(file));
    }
    let count = HEADERS.lines().chain(text.lines()).filter(|line| line.starts_with('/')).count();
    if count <= RULES {
        return Ok(text);
    }
    Err(format!(
        "dist/_headers would have {count} rules, and Cloudflare Pages reads {RULES}: xtask/src/pack.rs has to join some."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that goes when the test ends, however it ends.
    struct Folder(std::path::PathBuf);

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn folder(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("xtask-pack-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("schema")).unwrap();
        Folder(folder)
    }

    /// Bytes in which there is nothing to find.
    fn noise(length: usize) -> Vec<u8> {
        let next = |state: &u64| Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
        std::iter::successors(Some(1), next).map(|state: u64| (state >> 56) as u8).take(length).collect()
    }

    #[test]
    fn what_is_written_unpacks_to_the_same_bytes_and_is_the_same_at_every_run() {
        let folder = folder("same");
        let dist = &folder.0;
        let words = "the same words again, and then some\n".repeat(300).into_bytes();
        let packed = ["index.html", "app-0123456789abcdef_bg.wasm", "schema/form.json", "app.webmanifest"];
        for file in packed {
            fs::write(dist.join(file), &words).unwrap();
        }
        run(dist, &Cache::at(dist.join(".cache"))).unwrap();
        let all = |dist: &Path| -> Vec<(String, Vec<u8>)> {
            let read = |file: String| (file.clone(), fs::read(dist.join(file)).unwrap());
            files(dist).unwrap().into_iter().map(read).collect()
        };
        let first = all(dist);
        for file in packed {
            for (ending, packing) in PACKINGS {
                let copy = fs::read(dist.join(format!("{file}.{ending}"))).unwrap();
                assert!(copy.len() < words.len() / 10, "{file}.{ending}: {}", copy.len());
                assert_eq!(unpacked(packing, &copy).unwrap(), words, "{file}.{ending}");
            }
        }
        run(dist, &Cache::at(dist.join(".cache"))).unwrap();
        assert_eq!(all(dist), first);
    }

    #[test]
    fn only_what_gets_smaller_has_a_copy_and_none_outlives_its_file() {
        let folder = folder("only");
        let dist = &folder.0;
        fs::write(dist.join("short.css"), "a{}".repeat(85)).unwrap();
        fs::write(dist.join("noise.wasm"), noise(4_000)).unwrap();
        fs::write(dist.join("icon.png"), [0; 4_000]).unwrap();
        fs::write(dist.join("gone.js.br"), "left over").unwrap();
        run(dist, &Cache::at(dist.join(".cache"))).unwrap();
        let found = files(dist).unwrap();
        assert_eq!(
            found.join(" "),
            "404.html 404.html.br 404.html.gz _headers icon.png noise.wasm short.css"
        );
        let page: Vec<&String> = found.iter().filter(|file| !is_packed(file)).collect();
        assert_eq!(page, ["icon.png", "noise.wasm", "short.css"]);
    }

    #[test]
    fn the_headers_have_one_rule_for_each_file() {
        let folder = folder("rules");
        let dist = &folder.0;
        for file in ["index.html", "worker.js", "main-0a1b2c3d4e5f6071.css", "schema/form.json"] {
            fs::write(dist.join(file), "x").unwrap();
        }
        run(dist, &Cache::at(dist.join(".cache"))).unwrap();
        let text = fs::read_to_string(dist.join("_headers")).unwrap();
        for (path, value) in [
            ("/", ASKED_AGAIN),
            ("/index.html", ASKED_AGAIN),
            ("/worker.js", ASKED_AGAIN),
            ("/schema/form.json", ASKED_AGAIN),
            ("/main-0a1b2c3d4e5f6071.css", FOR_EVER),
        ] {
            let rule = format!("\n{path}\n  Cache-Control: {value}\n");
            assert_eq!(text.matches(&rule).count(), 1, "{path}\n{text}");
        }
        assert_eq!(text.matches("Cache-Control").count(), 5, "{text}");
        assert!(fs::read_to_string(dist.join(".htaccess")).unwrap().contains("Header always set"));
        let many: Vec<String> = (0..99).map(|number| format!("{number}.js")).collect();
        assert!(rules(&many).is_err_and(|sentence| sentence.contains("101 rules")));
    }

    #[test]
    fn a_hash_is_told_from_a_word() {
        for path in [
            "standards-met-c0171ede40113338_bg.wasm",
            "split_later-c0171ede40113338.wasm",
            "main-c0171ede4011333.css",
            "snippets/any-crate-0a1b2c3d4e5f6071/inline0.js",
        ] {
            assert_eq!(kept(path), FOR_EVER, "{path}");
        }
        for path in [
            "index.html",
            "worker.js",
            "dspt-social-care-2021-22.json",
            "a-c0171ede401.js",
            "a-c0171ede401133380.js",
            "a-C0171EDE40113338.js",
            "ac0171ede40113338.js",
            "a-éééééééé.js",
        ] {
            assert_eq!(kept(path), ASKED_AGAIN, "{path}");
        }
    }

    /// The other hosts' settings say the same about keeping, in their own words.
    #[test]
    fn every_host_keeps_the_same_files_for_as_long() {
        for settings in [include_str!("../../hosting/.htaccess"), include_str!("../../hosting/nginx.conf")] {
            for piece in [FOR_EVER, ASKED_AGAIN] {
                assert!(settings.contains(&format!("\"{piece}\"")), "{piece}\n{settings}");
            }
            assert!(settings.contains("-[0-9a-f]{12,16}[._/]"), "{settings}");
        }
    }
}
