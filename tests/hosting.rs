//! The settings for the hosts: all of them say what the page says, and the same as each other.

use std::collections::BTreeMap;

const PAGE: &str = include_str!("../index.html");

/// Each host's file by its name, and what it says for every answer: the header and its value.
fn hosts() -> [(&'static str, BTreeMap<&'static str, &'static str>); 3] {
    let netlify = include_str!("../hosting/_headers").lines();
    let netlify = netlify.filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
    let apache = include_str!("../hosting/.htaccess").lines();
    let apache = apache.filter_map(|line| quoted(line.strip_prefix("Header always set ")?));
    let nginx = include_str!("../hosting/nginx.conf").lines();
    let nginx = nginx.filter_map(|line| quoted(line.trim().strip_prefix("add_header ")?));
    [("_headers", once(netlify)), (".htaccess", once(apache)), ("nginx.conf", once(nginx))]
}

/// `Name "value" …`.
fn quoted(text: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, rest) = text.split_once(" \"")?;
    Some((name, rest.split_once('"')?.0))
}

/// How long a file is kept depends on the file; xtask/src/hosts.rs holds the hosts to one rule for that.
fn once(said: impl Iterator<Item = (&'static str, &'static str)>) -> BTreeMap<&'static str, &'static str> {
    let mut headers = BTreeMap::new();
    for (name, value) in said.filter(|(name, _)| *name != "Cache-Control") {
        assert_eq!(headers.insert(name, value), None, "{name} is said twice");
    }
    headers
}

/// The content security policy in the page itself.
fn policy() -> &'static str {
    let (_, rest) = PAGE.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("a policy");
    rest.split_once('"').expect("its end").0
}

#[test]
fn every_host_sends_the_policy_of_the_page_and_forbids_frames() {
    let expected = format!("{}; frame-ancestors 'none'", policy());
    for (host, headers) in hosts() {
        assert_eq!(headers.get("Content-Security-Policy"), Some(&expected.as_str()), "{host}");
    }
}

#[test]
fn every_host_sends_the_same() {
    let [(_, first), others @ ..] = hosts();
    for (host, headers) in others {
        assert_eq!(headers, first, "{host}");
    }
    for (name, value) in [
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ] {
        assert_eq!(first.get(name), Some(&value), "{name}");
    }
    assert_eq!(first.len(), 7, "{first:?}");
}

/// The page writes to the clipboard and hands files on; nothing else that a browser asks a person for is its business.
#[test]
fn only_what_the_page_uses_is_permitted() {
    let [(_, headers), ..] = hosts();
    let permissions = headers.get("Permissions-Policy").expect("the permissions").split(", ");
    let said: BTreeMap<&str, &str> = permissions.map(|one| one.split_once('=').expect("a list")).collect();
    let open: Vec<&str> = said.iter().filter(|(_, list)| **list != "()").map(|(name, _)| *name).collect();
    assert_eq!(open, ["clipboard-write", "web-share"]);
    for name in ["camera", "microphone", "geolocation", "payment", "usb", "clipboard-read"] {
        assert_eq!(said.get(name), Some(&"()"), "{name}");
    }
}

/// nginx forgets every header of the server for a place that has one of its own.
#[test]
fn no_place_in_the_settings_of_nginx_has_a_header_of_its_own() {
    let settings = include_str!("../hosting/nginx.conf");
    for (place, _) in settings.split("location ").skip(1).filter_map(|rest| rest.split_once('}')) {
        assert!(!place.contains("add_header"), "{place}");
    }
}
