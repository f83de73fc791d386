//! One address in a text: where it begins and ends, and whether it can be a link.

use super::ProblemKind;

/// Punctuation that belongs to the sentence and not to the address before it.
const AFTER: [char; 12] = ['.', ',', ';', ':', '!', '?', '\'', '’', ']', '*', '…', '"'];

/// An address with its position in the text, in bytes.
pub(crate) struct FoundAddress<'a> {
    /// Where it begins, with the opening bracket of its name where it has one.
    pub begin: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    pub address: &'a str,
    /// The name that the text gives the address, as in `[name](address)`; empty where it gives none.
    pub name: &'a str,
    /// Whether a space separates it from more text that belongs to it.
    pub is_parted: bool,
}

impl FoundAddress<'_> {
    /// Returns what comes after `https://` or `http://`; for an address without `//`, all of it. `None` where the
    /// address begins in another way, or with a third slash.
    pub(crate) fn beyond(&self) -> Option<&str> {
        let (scheme, rest) = self.address.split_once("//").unwrap_or(("http:", self.address));
        let scheme = scheme.to_ascii_lowercase();
        (matches!(scheme.as_str(), "http:" | "https:") && !rest.starts_with('/')).then_some(rest)
    }

    /// Returns what is wrong with the address; `None` where nothing is.
    pub(crate) fn wrong(&self) -> Option<ProblemKind> {
        let has_slashes = self.address.contains("://") || is_www(self.address);
        if !has_slashes {
            return Some(ProblemKind::LinkWithoutSlashes);
        }
        let Some(beyond) = self.beyond() else { return Some(ProblemKind::LinkWithoutHost) };
        Some(if self.address.ends_with('-') {
            ProblemKind::LinkHyphen
        } else if self.is_parted {
            ProblemKind::LinkWithSpace
        } else if host(beyond).is_none() {
            ProblemKind::LinkWithoutHost
        } else if is_www(self.address) {
            ProblemKind::LinkWithoutHttp
        } else {
            return None;
        })
    }

    /// Returns the target of the link: `http://` where that is printed, otherwise `https://`.
    pub(crate) fn href(&self) -> String {
        let beyond = self.beyond().unwrap_or_default();
        let is_plain = self.address.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"));
        format!("{}://{beyond}", if is_plain { "http" } else { "https" })
    }
}

fn is_www(address: &str) -> bool {
    address.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("www."))
}

/// Returns where the next address begins, in bytes, at or after `from`. `lower` is the text in lower case.
pub(crate) fn next(lower: &str, from: usize) -> Option<usize> {
    let rest = lower.get(from..)?;
    let begins = |at: &usize| {
        let (before, after) = lower.split_at_checked(*at).unwrap_or_default();
        let is_inside = |letter: char| letter.is_alphanumeric() || letter == '/' || letter == '.';
        (after.starts_with("http") || after.starts_with("www.")) && !before.ends_with(is_inside)
    };
    // Candidates are tried one by one and the search stops at the first address: a text can be full of addresses, and
    // searching to its end for each of them would be slow.
    rest.match_indices(['h', 'w']).map(|(at, _)| from + at).find(begins)
}

/// Reads `[text](address)` or `[text] (address)`, whose address begins at `start`.
pub(crate) fn named(text: &str, from: usize, start: usize) -> Option<FoundAddress<'_>> {
    let before = text.get(from..start)?;
    let label = before.strip_suffix("](").or_else(|| before.strip_suffix("] ("))?;
    let (ahead, name) = label.rsplit_once('[')?;
    let rest = text.get(start..)?;
    let line = rest.split('\n').next()?;
    let address = line.get(..closing(line)?)?;
    let is_address = address.contains(':') || is_www(address);
    is_address.then(|| FoundAddress {
        begin: from + ahead.len(),
        end: start + address.len() + 1,
        address: address.trim(),
        name: name.trim(),
        is_parted: address.trim().contains(char::is_whitespace),
    })
}

/// Returns where the bracket closes that was opened before this text, in bytes.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// Reads an address that stands in the text without brackets.
pub(crate) fn plain(text: &str, start: usize) -> Option<FoundAddress<'_>> {
    let rest = text.get(start..)?;
    let stops = |letter: char| {
        letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '“' | '”' | '[' | '|' | '`')
    };
    let whole = rest.split(stops).next()?;
    let address = without_punctuation(whole);
    let has_scheme = address.get(..5).is_some_and(|begin| begin.eq_ignore_ascii_case("http:"))
        || address.get(..6).is_some_and(|begin| begin.eq_ignore_ascii_case("https:"));
    // "www." alone and "http:" alone are words about addresses.
    let is_address = (has_scheme && address.contains('/')) || (is_www(address) && address.len() > 4);
    let goes_on = rest.get(whole.len()..).and_then(|after| after.strip_prefix(' '));
    let is_parted = address.len() == whole.len() && goes_on.is_some_and(is_rest_of_address);
    let end = start + address.len();
    is_address.then_some(FoundAddress { begin: start, end, address, name: "", is_parted })
}

fn without_punctuation(whole: &str) -> &str {
    let mut address = whole;
    loop {
        let shorter = address.trim_end_matches(AFTER);
        // A closing bracket belongs to the address only where it was opened in the address.
        let opened = shorter.matches('(').count() >= shorter.matches(')').count();
        let shorter = if opened { shorter } else { shorter.strip_suffix(')').unwrap_or(shorter) };
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}

/// Returns whether the next word looks like more of an address: `guidance/staff/` or `guide.pdf`, but not "and/or".
fn is_rest_of_address(after: &str) -> bool {
    const FILES: [&str; 5] = [".pdf", ".html", ".htm", ".docx", ".aspx"];
    let word = without_punctuation(after.split(char::is_whitespace).next().unwrap_or_default());
    let is_other = word.contains("://") || is_www(word) || word.starts_with(['(', '[']);
    let is_path = word.len() > 1 && word.ends_with('/') || word.matches('/').count() > 1;
    !is_other && (is_path || FILES.iter().any(|ending| word.ends_with(ending)))
}

/// Returns the host of an address from what comes after `https://`; `None` where it is not a possible host.
pub(crate) fn host(beyond: &str) -> Option<&str> {
    let whole = beyond.split(['/', '?', '#']).next()?;
    let (host, port) = whole.split_once(':').unwrap_or((whole, "443"));
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_')
    };
    let fits = host.contains('.') && host.split('.').all(label) && port.parse::<u16>().is_ok();
    fits.then_some(host)
}
