//! What a host needs beside the page: packed copies of its files, and the hosts' own settings (`hosts.rs`).
//!
//! A copy is made once, with the page, at a strength that no server has the time for; and the same files give the same
//! copies, so that an upload of what has changed is an upload of what has changed.

use crate::cache::Cache;
use crate::{Result, hosts, side_by_side};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

/// The endings of what gets smaller; pictures are packed as they are.
const KINDS: [&str; 8] = ["html", "js", "css", "json", "svg", "wasm", "webmanifest", "txt"];
/// What is no longer than this comes in one piece however it is packed.
const SMALL: usize = 256;
/// How a copy's name goes on, and how the web calls its packing.
const PACKINGS: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];

/// Which packers they are follows from the versions of their crates.
const PACKERS: &str = include_str!("../../Cargo.lock");

/// Puts the packed copies and the hosts' settings into the folder with the finished page, whose `index.html` is `index`.
///
/// Fails if the folder cannot be read or written, or holds more files than `_headers` has room for.
pub fn run(dist: &Path, index: &str, cache: &Cache) -> Result {
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
    for (name, text) in hosts::settings(&page, index)? {
        fs::write(dist.join(name), text).map_err(unmade)?;
    }
    page.push("404.html".to_owned());
    side_by_side::each(&page, |file| copies(dist, file, cache))
}

/// Whether a file in the folder is there for the hosts alone: a packed copy, a host's settings, the page that is shown
/// for an address without one. No part of Standards Met asks for it.
pub fn is_packed(name: &str) -> bool {
    let copy = PACKINGS.iter().any(|(ending, _)| ending_of(name) == *ending);
    copy || hosts::is_settings(name)
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

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = include_str!("../../index.html");

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
        run(dist, INDEX, &Cache::at(dist.join(".cache"))).unwrap();
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
        run(dist, INDEX, &Cache::at(dist.join(".cache"))).unwrap();
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
        run(dist, INDEX, &Cache::at(dist.join(".cache"))).unwrap();
        let found = files(dist).unwrap();
        assert_eq!(
            found.join(" "),
            "404.html 404.html.br 404.html.gz _headers icon.png nginx.conf noise.wasm short.css"
        );
        let page: Vec<&String> = found.iter().filter(|file| !is_packed(file)).collect();
        assert_eq!(page, ["icon.png", "noise.wasm", "short.css"]);
    }
}
