//! The addresses in a tooltip: those that become links, and those that are broken.

use super::ProblemKind;
use super::address::{FoundAddress, host, named, next, plain};
use crate::catalogue::Link;

/// An address that leads nowhere, or not as it is printed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BrokenLink {
    pub kind: ProblemKind,
    pub printed: String,
}

/// Finds the links and the broken addresses in a text that has been tidied. Where one printed address begins with
/// another, the longer one comes first, so that the shorter one does not replace part of it.
#[must_use]
pub(crate) fn find(text: &str) -> (Vec<Link>, Vec<BrokenLink>) {
    let lower = text.to_ascii_lowercase();
    let (mut links, mut broken) = (Vec::new(), Vec::new());
    let mut from = 0;
    while let Some(start) = next(&lower, from) {
        let found = named(text, from, start).or_else(|| plain(text, start));
        // Not an address, but a word that begins like one ("http" or "www.").
        let Some(found) = found else {
            from = start + 4;
            continue;
        };
        from = found.end;
        let printed = text.get(found.begin..found.end).unwrap_or_default().to_owned();
        if let Some(kind) = found.wrong() {
            let keeps_link = kind == ProblemKind::LinkWithoutHttp;
            broken.push(BrokenLink { kind, printed: printed.clone() });
            if !keeps_link {
                continue;
            }
        }
        add(&mut links, found, printed);
    }
    (links, broken)
}

fn add(links: &mut Vec<Link>, found: FoundAddress<'_>, printed: String) {
    if links.iter().any(|link| link.printed == printed) {
        return;
    }
    let href = found.href();
    let text = readable(&found, &href, links);
    let longer = links.iter().position(|link| printed.starts_with(link.printed.as_str()));
    links.insert(longer.unwrap_or(links.len()), Link { text, printed, href, moved_to: None });
}

/// Returns the text of the link: the name that the tooltip gives it, or the host, or as much of the address as
/// distinguishes it from the other links.
fn readable(found: &FoundAddress<'_>, href: &str, links: &[Link]) -> String {
    if !found.name.is_empty() {
        return found.name.into();
    }
    let beyond = found.beyond().unwrap_or_default();
    let short = |text: &str| text.strip_prefix("www.").unwrap_or(text).trim_end_matches('/').to_owned();
    let path = beyond.split(['?', '#']).next().unwrap_or_default();
    let choices = [host(beyond).unwrap_or_default(), path, beyond];
    let is_free = |text: &String| links.iter().all(|link| link.text != *text || link.href == href);
    choices.map(short).into_iter().find(is_free).unwrap_or_else(|| found.address.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, links: &[(&str, &str, &str)], broken: &[(ProblemKind, &str)]) {
        let (found, wrong) = find(text);
        let found: Vec<_> = found
            .iter()
            .map(|link| (link.text.as_str(), link.printed.as_str(), link.href.as_str()))
            .collect();
        assert_eq!(found, links, "{text}");
        let wrong: Vec<_> = wrong.iter().map(|broken| (broken.kind, broken.printed.as_str())).collect();
        assert_eq!(wrong, broken, "{text}");
        for (_, printed, href) in links {
            assert!(text.contains(printed) && url::Url::parse(href).is_ok(), "{text}");
        }
    }

    #[test]
    fn addresses_become_links_without_the_punctuation_around_them() {
        let a = ("example.org", "https://www.example.org/a/", "https://www.example.org/a/");
        for text in [
            "https://www.example.org/a/",
            "See https://www.example.org/a/.",
            "(see https://www.example.org/a/), and more",
            "“https://www.example.org/a/”",
            "https://www.example.org/a/ and/or else",
            "https://www.example.org/a/ .",
        ] {
            check(text, &[a], &[]);
        }
        let bracket = "https://example.org/a_(b)";
        check(&format!("({bracket})"), &[("example.org", bracket, bracket)], &[]);
        check(
            "HTTP://Example.org:8080/?a=b",
            &[("Example.org:8080", "HTTP://Example.org:8080/?a=b", "http://Example.org:8080/?a=b")]
                .map(|(_, printed, href)| ("Example.org", printed, href)),
            &[],
        );
        check("no address: http, www. and https: are words; xhttp://a.b too", &[], &[]);
    }

    /// The search for each address once went on to the end of the text, so that a long text blocked the page.
    #[test]
    fn a_long_text_full_of_addresses_is_read_in_one_go() {
        let text = "http://a.bc www. ".repeat(20_000);
        let (links, broken) = find(&text);
        assert_eq!((links.len(), broken.len()), (1, 0));
    }

    #[test]
    fn a_link_with_a_name_is_shown_by_it() {
        check(
            "Read [our guide](https://example.org/guide). Also [the list] (http://example.org/list).",
            &[
                ("our guide", "[our guide](https://example.org/guide)", "https://example.org/guide"),
                ("the list", "[the list] (http://example.org/list)", "http://example.org/list"),
            ],
            &[],
        );
        check(
            "[a](https://example.org/x_(y))",
            &[("a", "[a](https://example.org/x_(y))", "https://example.org/x_(y)")],
            &[],
        );
        check(
            "[note] see https://example.org/b",
            &[("example.org", "https://example.org/b", "https://example.org/b")],
            &[],
        );
    }

    #[test]
    fn links_of_one_host_are_told_apart_and_the_longer_goes_first() {
        check(
            "https://example.org/a https://example.org/a/b https://example.org/a",
            &[
                ("example.org/a/b", "https://example.org/a/b", "https://example.org/a/b"),
                ("example.org", "https://example.org/a", "https://example.org/a"),
            ],
            &[],
        );
    }

    #[test]
    fn each_way_to_break_an_address_is_known() {
        use ProblemKind::*;
        check("https://example.org/latest- guidance/", &[], &[(LinkHyphen, "https://example.org/latest-")]);
        check(
            "https://example.org/latest guidance/staff/",
            &[],
            &[(LinkWithSpace, "https://example.org/latest")],
        );
        check("https://example.org/my guide.pdf.", &[], &[(LinkWithSpace, "https://example.org/my")]);
        check(
            "[a](https://example.org/my page)",
            &[],
            &[(LinkWithSpace, "[a](https://example.org/my page)")],
        );
        check("http:/example.org", &[], &[(LinkWithoutSlashes, "http:/example.org")]);
        check("https:///guidance", &[], &[(LinkWithoutHost, "https:///guidance")]);
        check("https://guidance/", &[], &[(LinkWithoutHost, "https://guidance/")]);
        check("https:// example.org", &[], &[(LinkWithoutHost, "https://")]);
        check("https://www..org", &[], &[(LinkWithoutHost, "https://www..org")]);
        check(
            "See www.example.org/a.",
            &[("example.org", "www.example.org/a", "https://www.example.org/a")],
            &[(LinkWithoutHttp, "www.example.org/a")],
        );
    }
}
