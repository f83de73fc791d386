//! A file that a reviewer hands back: refused with a reason, or read, written and read back the same, and taken in.

use super::assessment::{built_in, comes_back};
use standards_met_core::assessment::{Assessment, Id, ReturnOutcome, Timestamp};
use standards_met_core::exchange::{Document, read_review};
use standards_met_core::json::Extra;

/// Whether the bytes are a review file.
pub fn attack(bytes: &[u8]) -> bool {
    let Ok(found) = read_review(bytes) else { return false };
    let (text, code) = found.file.to_text(Timestamp::default());
    let again = read_review(text.as_bytes()).expect("what was written can be read");
    assert!(again.file == found.file, "what was written is not what was read");
    assert_eq!((again.check_code, again.warnings.len()), (code, 0));
    let edition = built_in();
    let mut home = Assessment::new(Id("h0me".into()), "Home", "", Timestamp::default());
    for remark in &found.file.remarks {
        home.take_remark(&edition, remark, Timestamp::default());
    }
    // Two of them can be about one item and have one identifier in two texts; so the last one only.
    if let Some(remark) = found.file.remarks.last() {
        let compared = home.compare(&edition, remark);
        assert!(matches!(compared, ReturnOutcome::AlreadyHere | ReturnOutcome::NotHere), "{compared:?}");
    }
    comes_back(&Document { edition, assessment: home, extra: Extra::new() });
    true
}
