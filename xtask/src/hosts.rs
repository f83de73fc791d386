//! What hosts are told of the page: the headers of every answer, and for how long each file may be kept.

use crate::Result;

/// How a file is kept whose name carries a hash, and so never means another file.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// How every other file is kept: it may be, and the host is asked each time whether it is still the same.
pub const ASKED_AGAIN: &str = "no-cache";

const PAGE: &str = include_str!("../../index.html");
const HEADERS: &str = include_str!("../../hosting/_headers");
/// What lies in the folder for the hosts, by its name there.
const FOR_HOSTS: [(&str, &str); 4] = [
    ("_headers", HEADERS),
    (".htaccess", include_str!("../../hosting/.htaccess")),
    ("nginx.conf", include_str!("../../hosting/nginx.conf")),
    ("404.html", include_str!("../../hosting/404.html")),
];
/// As many rules as Cloudflare Pages reads of `_headers`; it leaves out the rest without a word.
const RULES: usize = 100;

/// What lies in the folder with the finished page for the hosts alone: the name and the text of each file. They say the
/// policy of the finished page `index`, which names the script and the style that stand in it by their digests.
///
/// # Errors
/// Where the page has no policy, or more files than `_headers` has room for.
pub fn settings(page: &[String], index: &str) -> Result<Vec<(&'static str, String)>> {
    let rules = rules(page)?;
    let (plain, finished) = (policy(PAGE), policy(index));
    let (plain, finished) = plain.zip(finished).ok_or("index.html names no content security policy.")?;
    let finish = |(name, text): (&'static str, &str)| {
        let text = text.replace(plain, finished);
        (name, if name == "_headers" { text + &rules } else { text })
    };
    Ok(FOR_HOSTS.into_iter().map(finish).collect())
}

/// The policy that a page names, in whichever order its attributes stand.
pub fn policy(page: &str) -> Option<&str> {
    let tag = page.split('<').find(|tag| tag.contains("Content-Security-Policy"))?;
    tag.split_once("content=\"")?.1.split_once('"').map(|(policy, _)| policy)
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
        let index = PAGE.replace("style-src 'self'", "style-src 'self' 'sha256-a'");
        let settings = settings(&page.map(str::to_owned), &index).unwrap();
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
        for name in ["_headers", ".htaccess", "nginx.conf"] {
            assert!(text(name).contains("style-src 'self' 'sha256-a'; "), "{name}");
        }
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

    #[test]
    fn the_policy_is_found_however_the_page_was_made_small() {
        for page in [
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><link>",
            "<meta content=no-referrer name=referrer><meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy>",
        ] {
            assert_eq!(policy(page), Some("default-src 'none'"), "{page}");
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
