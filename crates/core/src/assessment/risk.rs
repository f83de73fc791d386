//! How much work would be lost with the device, and so how strongly to remind the user to make a copy.

use super::{Assessment, Timestamp};
use crate::json::{base32, compact, to_object};

const DAY_MS: f64 = 86_400_000.0;
/// A copy is due from this many points on.
const DUE: f64 = 10.0;
/// A copy is urgent from this many points on.
const URGENT: f64 = 30.0;

/// The length of a mark in characters: 25 bits.
const MARK: usize = 5;
/// No marks are stored for more things than this: they would take more room than they are worth. No edition so far has
/// a hundred items.
const MOST_MARKS: usize = 400;

/// The last copy: when it was made, and what it held.
///
/// Times alone would not be enough: an edit that was made while the clock was wrong would never count, or would count
/// for ever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastCopy {
    pub at: Timestamp,
    /// The marks of all things that can be changed, one after the other. `None` in the form of an older version, and if
    /// there were more than `MOST_MARKS`.
    marks: Option<String>,
}

impl LastCopy {
    /// Parses the stored form: the time, and on the next line the marks. Without that line, it is the form of an older
    /// version. `None` if the time is not valid.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (at, marks) = text.split_once('\n').map_or((text, None), |(at, marks)| (at, Some(marks)));
        Some(Self { at: Timestamp::parse(at)?, marks: marks.map(str::to_owned) })
    }

    /// Returns the stored form, which [`Self::parse`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        let marks = self.marks.as_ref().map(|marks| format!("\n{marks}"));
        format!("{}{}", self.at, marks.unwrap_or_default())
    }
}

/// Returns the mark of a thing in the state of a given time. Another time gives another mark. The hash is FNV-1a, which
/// takes only a few instructions.
fn mark(what: &str, as_of: &str) -> String {
    let letters = what.bytes().chain([0]).chain(as_of.bytes());
    let hash = letters.fold(0xcbf2_9ce4_8422_2325_u64, |hash, letter| {
        (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    });
    base32(&(hash ^ hash >> 29).to_be_bytes(), MARK)
}

/// How urgently a copy is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyNeed {
    /// The last copy holds everything.
    None,
    /// Something was changed since, but not much.
    Low,
    /// A copy is due.
    Due,
    /// Hours of work exist on this device only.
    Urgent,
}

/// What was changed since the last copy, and how long ago that copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangesSinceCopy {
    /// The number of items and questions about the organisation that were changed, and one more each if the organisation
    /// was renamed, and if the day of publication was planned anew.
    pub changes: usize,
    /// Calendar days (in UTC) since the copy or, if there is none, since the assessment was created.
    pub days: u32,
    /// Whether there is a copy at all.
    pub copied: bool,
}

impl ChangesSinceCopy {
    /// Returns how urgently a copy is needed. Each change counts one point and each day half a point. The points count
    /// twice if the browser deletes what is not visited for a week (`evicts`), as Safari does unless the page is on the
    /// home screen.
    #[must_use]
    pub fn need(self, evicts: bool) -> CopyNeed {
        if self.changes == 0 {
            return CopyNeed::None;
        }
        let changes = f64::from(u32::try_from(self.changes).unwrap_or(u32::MAX));
        let points = (changes + f64::from(self.days) / 2.0) * if evicts { 2.0 } else { 1.0 };
        match points {
            points if points >= URGENT => CopyNeed::Urgent,
            points if points >= DUE => CopyNeed::Due,
            _ => CopyNeed::Low,
        }
    }
}

impl Assessment {
    /// Returns what to remember of a copy of the assessment as it is now, made at this time.
    #[must_use]
    pub fn copied(&self, at: Timestamp) -> LastCopy {
        let marks = self.marks();
        LastCopy { at, marks: (marks.len() <= MOST_MARKS).then(|| marks.concat()) }
    }

    fn marks(&self) -> Vec<String> {
        let items = self.responses.iter().map(|one| mark(&one.item.0, &one.edited_at.to_string()));
        let told = self.interview.iter().map(|one| mark(&one.question, &one.answered_at.to_string()));
        let named = mark("", &compact(&to_object(&self.organisation)));
        let planned = self.publish_changed_at.map(|at| mark("publish", &at.to_string()));
        items.chain(told).chain([named]).chain(planned).collect()
    }

    /// Returns what was changed since this copy. `None` stands for no copy: everything since the beginning counts.
    #[must_use]
    pub fn since(&self, copy: Option<&LastCopy>, now: Timestamp) -> ChangesSinceCopy {
        // A copy without marks whose time is in the future was made while the clock was wrong, so it says nothing.
        let copy = copy.filter(|copy| copy.marks.is_some() || copy.at <= now);
        let changes = match copy.and_then(|copy| copy.marks.as_ref()) {
            Some(known) => {
                let is_new = |mark: &String| !known.as_bytes().chunks(MARK).any(|one| one == mark.as_bytes());
                self.marks().iter().filter(|mark| is_new(mark)).count()
            }
            None => {
                let later = |at: Timestamp| copy.is_none_or(|copy| at > copy.at);
                let items = self.responses.iter().filter(|one| later(one.edited_at));
                let told = self.interview.iter().filter(|one| later(one.answered_at)).count();
                items.count() + told + usize::from(self.publish_changed_at.is_some_and(later))
            }
        };
        let from = copy.map_or(self.created_at, |copy| copy.at);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // `as` saturates
        let days = ((now.millis() / DAY_MS).floor() - (from.millis() / DAY_MS).floor()) as u32;
        ChangesSinceCopy { changes, days, copied: copy.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Date, Edit, Id, YesNoUnsure};
    use crate::catalogue::ItemId;
    use crate::date_parts::DateEntry;

    fn at(day: f64) -> Timestamp {
        Timestamp::from_millis(day * DAY_MS)
    }

    #[test]
    fn what_was_changed_after_the_copy_is_counted_once_for_each_item() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        for (item, day) in [("1.1.1", 1.0), ("1.1.2", 5.0), ("1.1.2", 6.0), ("1.1.3", 7.0)] {
            assessment.edit(&ItemId(item.into()), Edit::Answer(format!("on day {day}")), at(day));
        }
        assessment.keep_told("network", Some(YesNoUnsure::No), at(8.0));
        // The form that an older version stored: only the time.
        let since = |copy: Option<Timestamp>| {
            let copy = copy.and_then(|copy| LastCopy::parse(&copy.to_string()));
            assessment.since(copy.as_ref(), at(14.5))
        };
        assert_eq!(since(Some(at(2.0))), ChangesSinceCopy { changes: 3, days: 12, copied: true });
        assert_eq!(since(None), ChangesSinceCopy { changes: 4, days: 14, copied: false });
        assert_eq!(since(Some(at(40.0))).changes, 4, "made with a clock that was wrong");
        assert_eq!(since(Some(at(9.0))).need(true), CopyNeed::None, "nothing changed, however long ago");
    }

    #[test]
    fn what_is_otherwise_than_in_the_copy_is_counted_whatever_the_clock_said() {
        let item = |number: &str| ItemId(number.into());
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(100.0));
        // The edit is made while the clock is ahead, and the copy after it was corrected.
        assessment.edit(&item("1.1.1"), Edit::Answer("on a day to come".into()), at(400.0));
        let copy = assessment.copied(at(101.0));
        assert_eq!(LastCopy::parse(&copy.write()), Some(copy.clone()), "{}", copy.write());
        let changes = |assessment: &Assessment, now| assessment.since(Some(&copy), at(now)).changes;
        assert_eq!(changes(&assessment, 101.0), 0);
        // Another item is edited while the clock is behind.
        let mut changed = assessment.clone();
        changed.edit(&item("1.1.2"), Edit::Answer("on a day long gone".into()), at(3.0));
        assert_eq!(changes(&changed, 3.0), 1);
        changed.keep_told("network", Some(YesNoUnsure::No), at(3.0));
        changed.rename("Another home", "", at(3.0));
        changed.plan_to_publish(DateEntry::Date(Date::of(2027, 5, 12)), at(3.0));
        assert_eq!(
            changed.since(Some(&copy), at(90.0)),
            ChangesSinceCopy { changes: 4, days: 0, copied: true }
        );
        assert_eq!(changed.since(None, at(90.0)).changes, 4, "without a copy, a name is no change");
        changed.edit(&item("1.1.1"), Edit::Answer("".into()), at(3.0));
        assert_eq!(changes(&changed, 3.0), 5);
    }

    #[test]
    fn what_is_kept_of_a_copy_is_small() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        for number in 0..399 {
            assessment.edit(&ItemId(format!("1.1.{number}")), Edit::Answer("x".into()), at(1.0));
        }
        let copy = assessment.copied(at(2.0));
        assert!(copy.marks.is_some() && copy.write().len() <= 2048);
        assert_eq!(assessment.since(Some(&copy), at(2.0)).changes, 0);
        assessment.edit(&ItemId("2.1.1".into()), Edit::Answer("x".into()), at(3.0));
        assert_eq!(assessment.since(Some(&copy), at(3.0)).changes, 1);
        // Of more things than that, only the time is stored.
        assert_eq!(assessment.copied(at(4.0)).write(), at(4.0).to_string());
    }

    #[test]
    fn the_need_grows_with_changes_with_days_and_with_a_browser_that_forgets() {
        let need = |changes, days, evicts| ChangesSinceCopy { changes, days, copied: true }.need(evicts);
        for (expected, changes, days, evicts) in [
            (CopyNeed::Low, 1, 0, false),
            (CopyNeed::Low, 4, 2, false),
            (CopyNeed::Due, 4, 2, true),
            (CopyNeed::Due, 10, 0, false),
            (CopyNeed::Due, 1, 18, false),
            (CopyNeed::Urgent, 14, 12, true),
            (CopyNeed::Urgent, 1, 60, false),
            (CopyNeed::Urgent, 43, 0, false),
        ] {
            assert_eq!(
                need(changes, days, evicts),
                expected,
                "{changes} changes, {days} days, evicts: {evicts}"
            );
        }
    }
}
