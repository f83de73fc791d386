//! One address in a text: where it begins and ends, and whether it can lead anywhere.

use super::ProblemKind;

/// Punctuation that ends a sentence and not an address.
const AFTER: [char; 12] = ['.', ',', ';', ':', '!', '?', '\'', '’', ']', '*', '…', '"'];

/// An address with where it stands in the text.
pub(crate) struct FoundAddress<'a> {
    pub begin: usize,
    /// Just after it.
    pub end: usize,
    pub address: &'a str,
    /// What the text itself calls it.
    pub name: &'a str,
    /// Whether a space parts it from more that belongs to it.
    pub is_parted: bool,
}

impl FoundAddress<'_> {
    /// What comes after `https://`; `None` where there is no such beginning.
    pub(crate) fn beyond(&self) -> Option<&str> {
        let (scheme, rest) = self.address.split_once("//").unwrap_or(("http:", self.address));
        let scheme = scheme.to_ascii_lowercase();
        (matches!(scheme.as_str(), "http:" | "https:") && !rest.starts_with('/')).then_some(rest)
    }

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

    pub(crate) fn href(&self) -> String {
        let beyond = self.beyond().unwrap_or_default();
        let is_plain = self.address.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"));
        format!("{}://{beyond}", if is_plain { "http" } else { "https" })
    }
}

fn is_www(address: &str) -> bool {
    address.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("www."))
}

/// Where the next address begins, at or after `from`; the text is in small letters.
pub(crate) fn next(lower: &str, from: usize) -> Option<usize> {
    let rest = lower.get(from..)?;
    let begins = |at: &usize| {
        let (before, after) = lower.split_at_checked(*at).unwrap_or_default();
        let is_inside = |letter: char| letter.is_alphanumeric() || letter == '/' || letter == '.';
        (after.starts_with("http") || after.starts_with("www.")) && !before.ends_with(is_inside)
    };
    // Letter by letter, and no further than the next one: a text can be full of addresses.
    rest.match_indices(['h', 'w']).map(|(at, _)| from + at).find(begins)
}

/// `[text](address)` or `[text] (address)`, whose address begins at `start`.
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

/// Where the bracket closes that was open before this text.
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

/// An address as it stands in the text.
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
        // A bracket belongs to the address only where it was opened there.
        let opened = shorter.matches('(').count() >= shorter.matches(')').count();
        let shorter = if opened { shorter } else { shorter.strip_suffix(')').unwrap_or(shorter) };
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}

/// Whether the next word looks like more of an address: `guidance/staff/` or `guide.pdf`, but not "and/or".
fn is_rest_of_address(after: &str) -> bool {
    const FILES: [&str; 5] = [".pdf", ".html", ".htm", ".docx", ".aspx"];
    let word = without_punctuation(after.split(char::is_whitespace).next().unwrap_or_default());
    let is_other = word.contains("://") || is_www(word) || word.starts_with(['(', '[']);
    let is_path = word.len() > 1 && word.ends_with('/') || word.matches('/').count() > 1;
    !is_other && (is_path || FILES.iter().any(|ending| word.ends_with(ending)))
}

/// The host that an address leads to, from what comes after `https://`.
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
