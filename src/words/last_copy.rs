//! When the last copy was made, in words.

use standards_met_core::assessment::ChangesSinceCopy;

/// The last copy in words, without a full stop.
#[must_use]
pub fn last_copy(since: ChangesSinceCopy) -> String {
    let days = match since.days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    };
    match since {
        ChangesSinceCopy { copied: false, .. } => "No copy saved yet".to_owned(),
        ChangesSinceCopy { changes: 0, .. } => format!("Last copy made {days}; nothing has changed since"),
        ChangesSinceCopy { changes, .. } => {
            format!("Last copy made {days}, {} since", super::count(changes, "change"))
        }
    }
}
