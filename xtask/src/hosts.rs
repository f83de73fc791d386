//! What hosts are told of the page: the headers of every answer, and for how long each file may be kept.

use crate::Result;

/// How a file is kept whose name carries a hash, and so never means another file.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// How every other file is kept: it may be, and the host is asked each time whether it is still the same.
pub const ASKED_AGAIN: &str = "no-cache";

const HEADERS: &str = include_str!("../../hosting/_headers");
/// What lies in the folder for the hosts, by its name there.
const FOR_HOSTS: [(&str, &str); 3] = [
    ("_headers", HEADERS),
    (".htaccess", include_str!("../../hosting/.htaccess")),
    ("404.html", include_str!("../../hosting/404.html")),
];
/// As many rules as Cloudflare Pages reads of `_headers`; it leaves out the rest without a word.
const RULES: usize = 100;

/// What lies in the folder with the finished page for the hosts alone: the name and the text of each file.
///
/// # Errors
/// Where the page has more files than `_headers` has room for.
pub fn settings(page: &[String]) -> Result<Vec<(&'static str, String)>> {
    let rules = rules(page)?;
    let with_rules = |(name, text): (&'static str, &str)| match name {
        "_headers" => (name, format!("{text}{rules}")),
        _ => (name, text.to_owned()),
    };
    Ok(FOR_HOSTS.into_iter().map(with_rules).collect())
}

/// Whether a file of this name is one of those.
pub fn is_settings(name: &str) -> bool {
    FOR_HOSTS.iter().any(|(settings, _)| *settings == name)
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
        "dist/_headers would have {count} rules, and Cloudflare Pages reads {RULES}: xtask/src/hosts.rs has to join some."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headers_have_one_rule_for_each_file() {
        let page = ["index.html", "worker.js", "main-0a1b2c3d4e5f6071.css", "schema/form.json"];
        let settings = settings(&page.map(str::to_owned)).unwrap();
        let text = |wanted| settings.iter().find(|(name, _)| *name == wanted).map(|(_, text)| text).unwrap();
        let headers = text("_headers");
        for (path, value) in [
            ("/", ASKED_AGAIN),
            ("/index.html", ASKED_AGAIN),
            ("/worker.js", ASKED_AGAIN),
            ("/schema/form.json", ASKED_AGAIN),
            ("/main-0a1b2c3d4e5f6071.css", FOR_EVER),
        ] {
            let rule = format!("\n{path}\n  Cache-Control: {value}\n");
            assert_eq!(headers.matches(&rule).count(), 1, "{path}\n{headers}");
        }
        assert_eq!(headers.matches("Cache-Control").count(), 5, "{headers}");
        assert!(text(".htaccess").contains("Header always set"));
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
