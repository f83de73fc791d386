//! What is kept on the device: a whole document below its line, or nothing.

use standards_met_core::assessment::Timestamp;
use standards_met_core::exchange::Envelope;

/// Whether the bytes are a line with a whole document below it.
pub fn attack(bytes: &[u8]) -> bool {
    let Ok(kept) = std::str::from_utf8(bytes) else { return false };
    changed(kept);
    let Some(line) = Envelope::parse(kept) else { return false };
    let _ = line.is_newer();
    let Some(text) = line.open(kept) else { return false };
    let made = Envelope::of(text, line.sequence, line.at);
    assert_eq!((&made.sha256, made.length), (&line.sha256, line.length), "another document passes for it");
    let again = line.around(text);
    let same = Envelope::parse(&again).expect("the line that was written");
    assert!(same == line && same.open(&again) == Some(text), "what was written is not what was read");
    true
}

/// A whole document of which one character is another, where the bytes say: it is noticed, or makes no difference.
fn changed(said: &str) {
    let mut letters = said.chars();
    let (Some(place), Some(by)) = (letters.next(), letters.next()) else { return };
    let text = letters.as_str();
    let (sequence, at) = (u64::from(u32::from(by)), Timestamp::from_millis(f64::from(u32::from(place))));
    let whole = Envelope::of(text, sequence, at).around(text);
    let opened = |kept: &str| {
        let line = Envelope::parse(kept).filter(|line| !line.is_newer())?;
        line.open(kept).map(|text| (text.to_owned(), line.sequence, line.at))
    };
    let expected = Some((text.to_owned(), sequence, at));
    assert_eq!(opened(&whole), expected);
    let place = u32::from(place) as usize % whole.chars().count();
    let letters = whole.chars().enumerate();
    let changed: String = letters.map(|(at, letter)| if at == place { by } else { letter }).collect();
    let found = opened(&changed);
    assert!(found.is_none() || found == expected, "{found:?} passes for {expected:?}");
}
