//! Bytes as letters, in the common base 64 (RFC 4648).

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes in base 64, filled up with `=`.
pub fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let held = three.iter().fold(0, |held: usize, byte| held << 8 | usize::from(*byte));
        let held = held << (8 * (3 - three.len()));
        for place in 0..4 {
            let digit = DIGITS.get(held >> (18 - 6 * place) & 63).filter(|_| place <= three.len());
            text.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    text
}

/// Reads base 64. `None` for anything that [`to_base64`] does not write.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - digits.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for digit in digits.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            let [.., byte] = (held >> bits).to_be_bytes();
            bytes.push(byte);
            held &= (1_u32 << bits) - 1;
        }
    }
    // What is left over of the last digit carries nothing.
    (held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_everybody_else_writes() {
        // The first seven are those of RFC 4648.
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg=="),
            (b"fooba", "Zm9vYmE="),
            (b"foobar", "Zm9vYmFy"),
            (&[0, 0, 0, 0], "AAAAAA=="),
            (&[0xfb, 0xff, 0xbf], "+/+/"),
            (&[0xff, 0xff, 0xff], "////"),
        ] {
            assert_eq!(to_base64(bytes), text, "{bytes:?}");
            assert_eq!(from_base64(text).as_deref(), Some(bytes), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_read() {
        for text in [
            "Z", "Zg", "Zg=", "Zg===", "====", "Zh==", "Zm9=", "Zm9v=", "Z=9v", "Zm 9", "Zm9-", "Zm9é",
            "\nZm9",
        ] {
            assert_eq!(from_base64(text), None, "{text}");
        }
    }
}
