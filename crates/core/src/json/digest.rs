//! Hashes of JSON objects and texts, and the digits in which they are written. One object has one canonical text, so
//! that it can be hashed.

use super::{Extra, compact};
use sha2::{Digest, Sha256};

/// Returns the SHA-256 of the fields as compact JSON with sorted keys.
#[must_use]
pub fn digest(fields: &Extra) -> [u8; 32] {
    sha256_of(&[&compact(fields)])
}

/// Returns the SHA-256 of these texts, concatenated, in UTF-8.
#[must_use]
pub fn sha256_of(texts: &[&str]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update(text.as_bytes());
    }
    hasher.finalize().into()
}

/// Returns the SHA-256 of these texts, concatenated, in UTF-8, as 64 hexadecimal digits.
#[must_use]
pub fn sha256(texts: &[&str]) -> String {
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    let mut written = String::with_capacity(64);
    for byte in sha256_of(texts) {
        written.push(digit(byte >> 4));
        written.push(digit(byte & 15));
    }
    written
}

/// The alphabet of Crockford's base 32: digits and letters that are not mistaken for one another. For this alone, the
/// `data-encoding` crate would add 2.6 KB after brotli to the first part that the page loads.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes the first `letters` groups of five bits of `bytes` in Crockford's base 32, in lower case.
#[must_use]
pub fn base32(bytes: &[u8], letters: usize) -> String {
    let bit = |n: usize| bytes.get(n / 8).is_some_and(|byte| byte >> (7 - n % 8) & 1 == 1);
    (0..letters)
        .map(|letter| {
            let value = (0..5).fold(0usize, |value, n| value << 1 | usize::from(bit(letter * 5 + n)));
            ALPHABET.get(value).map_or('0', |byte| char::from(*byte))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base32_follows_crockford() {
        for (bytes, expected) in
            [(&[0u8, 0, 0, 0, 0][..], "00000000"), (&[0xff; 5][..], "zzzzzzzz"), (&[0x08, 0x42], "1110")]
        {
            assert_eq!(base32(bytes, expected.len()), expected);
        }
    }

    #[test]
    fn sha256_is_what_everybody_else_gets() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(&["a", "bc"]), expected);
    }

    #[test]
    fn the_order_of_the_fields_makes_no_difference() {
        let read = |text: &str| serde_json::from_str::<Extra>(text).expect("an object");
        assert_eq!(digest(&read(r#"{"a":1,"b":"é"}"#)), digest(&read(r#"{ "b": "\u00e9", "a": 1 }"#)));
        assert_ne!(digest(&read(r#"{"a":1}"#)), digest(&read(r#"{"a":2}"#)));
    }
}
