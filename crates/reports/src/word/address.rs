//! The addresses of links. Word reports a file as damaged where one of them is not an address at all.

use std::fmt::Write;

/// Returns an address in the form that a link can have; `None` where it is better left as words.
pub(crate) fn followed(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel");
    let rest = if scheme.to_ascii_lowercase().starts_with("http") { rest.strip_prefix("//")? } else { rest };
    // The name of a host begins like this, and what follows a colon in it has to be a number.
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.starts_with(|letter: char| letter.is_alphanumeric() || letter == '+');
    let port = host.rsplit_once(':').map_or("0", |(_, port)| port);
    let is_port = port.parse::<u16>().is_ok();
    (known && is_host && is_port).then(|| encoded(address))
}

/// Percent-encodes the characters that an address cannot hold.
fn encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    let mut fragment = false;
    for (at, letter) in address.char_indices() {
        let digits = address.get(at + 1..at + 3).unwrap_or_default();
        let keep = match letter {
            '%' => digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()),
            '#' => !std::mem::replace(&mut fragment, true),
            _ => letter.is_ascii_alphanumeric() || "-._~:/?@!$&'()*+,;=".contains(letter),
        };
        if keep {
            encoded.push(letter);
        } else {
            for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string does not fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::followed;

    #[test]
    fn an_address_that_word_takes_for_damage_is_made_whole_or_left_as_words() {
        for (address, expected) in [
            (
                "https://www.dsptoolkit.nhs.uk/Help?a=1&b=2#top",
                Some("https://www.dsptoolkit.nhs.uk/Help?a=1&b=2#top"),
            ),
            (" https://a.uk/two words[1]#a#b%zz%20 ", Some("https://a.uk/two%20words%5B1%5D#a%23b%25zz%20")),
            ("https://a.uk/ŵ", Some("https://a.uk/%C5%B5")),
            ("mailto:help@nhs.net", Some("mailto:help@nhs.net")),
            ("https://", None),
            ("https://[bad", None),
            ("https://a:b/", None),
            ("javascript:alert(1)", None),
            ("file:///c:/x", None),
            ("www.nhs.uk", None),
        ] {
            assert_eq!(followed(address).as_deref(), expected, "{address}");
        }
    }
}
