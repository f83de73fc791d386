//! A locked file: its form alone, for no key fits.

use standards_met_core::exchange::{IV, Locked, SALT};

/// Whether the bytes are a locked file.
pub fn attack(bytes: &[u8]) -> bool {
    let Ok(locked) = Locked::read(bytes) else { return false };
    assert!((600_000..=10_000_000).contains(&locked.lock.iterations), "too few or too many");
    assert_eq!((locked.lock.salt.len(), locked.lock.iv.len()), (SALT, IV));
    let again = Locked::read(locked.write().as_bytes()).expect("what was written can be read");
    assert!(again == locked, "what was written is not what was read");
    assert_eq!(again.header(), locked.header(), "another text would be authenticated");
    true
}
