//! ODS codes, by which the NHS knows an organisation.

use std::ops::RangeInclusive;

/// The length of a code, in characters.
const LENGTH: RangeInclusive<usize> = 3..=10;

/// Returns whether a text could be an ODS code, such as VM1AB: letters and digits, 3 to 10 of them. Case and spaces around it
/// make no difference. No text at all is fine: the code is optional.
#[must_use]
pub fn could_be_ods_code(text: &str) -> bool {
    let code = text.trim();
    code.is_empty() || LENGTH.contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_letters_and_digits_however_they_are_typed() {
        for code in ["VM1AB", "vm1ab", " VM1AB ", "A1B", "RXX00", "VN2CD12345", "12345", "", "  "] {
            assert!(could_be_ods_code(code), "{code:?}");
        }
    }

    #[test]
    fn anything_else_is_no_code() {
        for text in
            ["hello world", "VM", "VM1-AB", "VM1 AB", "Bramble Court", "VN2CD123456", "VMÄAB", "don’t know"]
        {
            assert!(!could_be_ods_code(text), "{text:?}");
        }
    }
}
