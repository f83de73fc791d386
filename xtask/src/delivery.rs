//! How a real host sends a file: packed where the browser can unpack it, and kept by the browser for as long as the
//! file's name says.

use crate::pack;
use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, VARY,
};
use hyper::{HeaderMap, StatusCode};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// What is sent for a file.
pub struct Delivery {
    pub status: StatusCode,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub body: Bytes,
}

impl Delivery {
    /// The file as it is, without anything about keeping it. `None` where there is none.
    pub fn plain(file: &Path) -> Option<Self> {
        let body = fs::read(file).ok()?.into();
        Some(Self { status: StatusCode::OK, headers: Vec::new(), body })
    }

    /// The file as a real host sends it to a browser that asks with these headers. `None` where there is none.
    pub fn hosted(file: &Path, asked: &HeaderMap) -> Option<Self> {
        let mut sent = Self::plain(file)?;
        if let Ok(packed) = fs::read(packed_beside(file)) {
            sent.headers.push((VARY, HeaderValue::from_static("accept-encoding")));
            if takes_brotli(asked) {
                sent.headers.push((CONTENT_ENCODING, HeaderValue::from_static("br")));
                sent.body = packed.into();
            }
        }
        let kept = pack::kept(&file.file_name().unwrap_or_default().to_string_lossy());
        sent.headers.push((CACHE_CONTROL, HeaderValue::from_static(kept)));
        if kept == pack::FOR_EVER {
            return Some(sent);
        }
        let tag = tag(&sent.body);
        sent.headers.push((ETAG, HeaderValue::try_from(&tag).ok()?));
        if is_known(asked, &tag) {
            sent.status = StatusCode::NOT_MODIFIED;
            sent.headers.retain(|(name, _)| *name != CONTENT_ENCODING);
            sent.body = Bytes::new();
        }
        Some(sent)
    }
}

/// Where the packed form of a file is, if there is one.
pub fn packed_beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".br");
    file.with_file_name(name)
}

fn takes_brotli(asked: &HeaderMap) -> bool {
    each(asked, ACCEPT_ENCODING).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim() == "br" && weight != Some(0.0)
    })
}

/// Whether the browser says that it has exactly this already.
fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    each(asked, IF_NONE_MATCH).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// Every one of the words between the commas of a header.
fn each(asked: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    let lines = asked.get_all(name).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim)
}

/// Another for other bytes; the packed form has one of its own.
fn tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("\"{:016x}\"", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn brotli_is_for_those_who_say_that_they_take_it() {
        for (value, expected) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("gzip;q=1, br;q=0", false),
            ("br; q=0.0", false),
            ("brotli, gzip", false),
            ("", false),
        ] {
            assert_eq!(takes_brotli(&asked(ACCEPT_ENCODING, value)), expected, "{value}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }

    #[test]
    fn what_the_browser_has_is_recognised_by_its_tag() {
        let tag = tag(b"the page");
        assert_ne!(tag, super::tag(b"another page"));
        for (known, expected) in [
            (tag.clone(), true),
            (format!("\"a\", W/{tag}"), true),
            ("*".into(), true),
            ("\"a\"".into(), false),
        ] {
            let asked = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::try_from(&known).unwrap())]);
            assert_eq!(is_known(&asked, &tag), expected, "{known}");
        }
    }
}
