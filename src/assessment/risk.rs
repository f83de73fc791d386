//! How much would be lost with the device, and so how much a reminder to make a copy matters.

use super::{Assessment, Timestamp};

const DAY_MS: f64 = 86_400_000.0;
/// From so many points on a reminder is shown, and from so many it is put first.
const DUE: f64 = 10.0;
const URGENT: f64 = 30.0;

/// How much a copy is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The last copy holds everything.
    None,
    /// Something was changed since, and not much of it.
    Low,
    /// It is time for one.
    Due,
    /// Hours of work are on this device alone.
    Urgent,
}

/// What was changed since the last copy, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// How many items and questions about the organisation were changed.
    pub changes: usize,
    /// Days of the calendar (in UTC) since the copy, or without one since the assessment was begun.
    pub days: u32,
    /// Whether there is a copy at all.
    pub copied: bool,
}

impl Since {
    /// A point for each change and half a point for each day; twice as many where the browser deletes what is not
    /// visited for a week, as Safari does unless the page is on the home screen.
    #[must_use]
    pub fn need(self, evicts: bool) -> Need {
        if self.changes == 0 {
            return Need::None;
        }
        let changes = f64::from(u32::try_from(self.changes).unwrap_or(u32::MAX));
        let points = (changes + f64::from(self.days) / 2.0) * if evicts { 2.0 } else { 1.0 };
        match points {
            points if points >= URGENT => Need::Urgent,
            points if points >= DUE => Need::Due,
            _ => Need::Low,
        }
    }
}

impl Assessment {
    /// What was changed since the copy made at this time, or since the beginning.
    #[must_use]
    pub fn since(&self, copy: Option<Timestamp>, now: Timestamp) -> Since {
        // A copy of a day to come was made while the clock was wrong, and says nothing.
        let copy = copy.filter(|copy| *copy <= now);
        let later = |at: Timestamp| copy.is_none_or(|copy| at > copy);
        let items = self.responses.iter().filter(|one| later(one.edited_at));
        let told = self.interview.iter().filter(|one| later(one.answered_at));
        let from = copy.unwrap_or(self.created_at);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates
        let days = ((now.millis() / DAY_MS).floor() - (from.millis() / DAY_MS).floor()) as u32;
        Since { changes: items.count() + told.count(), days, copied: copy.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Edit, Id, Told};
    use crate::catalogue::ItemId;

    fn at(day: f64) -> Timestamp {
        Timestamp::from_millis(day * DAY_MS)
    }

    #[test]
    fn what_was_changed_after_the_copy_is_counted_once_for_each_item() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        for (item, day) in [("1.1.1", 1.0), ("1.1.2", 5.0), ("1.1.2", 6.0), ("1.1.3", 7.0)] {
            assessment.edit(&ItemId(item.into()), Edit::Answer(format!("on day {day}")), at(day));
        }
        assessment.keep_told("network", Some(Told::No), at(8.0));
        let since = |copy| assessment.since(copy, at(14.5));
        assert_eq!(since(Some(at(2.0))), Since { changes: 3, days: 12, copied: true });
        assert_eq!(since(None), Since { changes: 4, days: 14, copied: false });
        assert_eq!(since(Some(at(40.0))).changes, 4, "made with a clock that was wrong");
        assert_eq!(since(Some(at(9.0))).need(true), Need::None, "nothing changed, however long ago");
    }

    #[test]
    fn the_need_grows_with_changes_with_days_and_with_a_browser_that_forgets() {
        let need = |changes, days, evicts| Since { changes, days, copied: true }.need(evicts);
        for (expected, changes, days, evicts) in [
            (Need::Low, 1, 0, false),
            (Need::Low, 4, 2, false),
            (Need::Due, 4, 2, true),
            (Need::Due, 10, 0, false),
            (Need::Due, 1, 18, false),
            (Need::Urgent, 14, 12, true),
            (Need::Urgent, 1, 60, false),
            (Need::Urgent, 43, 0, false),
        ] {
            assert_eq!(
                need(changes, days, evicts),
                expected,
                "{changes} changes, {days} days, evicts: {evicts}"
            );
        }
    }
}
