//! The day on which an organisation plans to publish its assessment. How recent evidence has to be is counted back from it.

use super::{Assessment, Date, Timestamp};
use crate::date_parts::DateEntry;

/// How many days a week has.
const WEEK: usize = 7;

/// How many questions there are to do in each week, or in each day of the last week, so that all are done in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// There are more weeks than questions.
    LessThanOneAWeek,
    Weekly(usize),
    Daily(usize),
}

impl Pace {
    /// Returns the pace at which so many questions are done within so many days, rounded up so that none is left over.
    /// `None` where nothing is left to do, and where there is no more than a day for it.
    #[must_use]
    pub fn of(left: usize, days: i32) -> Option<Self> {
        let days = usize::try_from(days).ok().filter(|days| left > 0 && *days > 1)?;
        Some(match days {
            days if days < WEEK => Self::Daily(left.div_ceil(days)),
            days if left * WEEK < days => Self::LessThanOneAWeek,
            days => Self::Weekly((left * WEEK).div_ceil(days)),
        })
    }
}

impl Assessment {
    /// Returns the day on which the organisation plans to publish, as it was typed.
    #[must_use]
    pub fn publish_entry(&self) -> DateEntry {
        match self.publish_on {
            None if !self.publish_draft.is_empty() => DateEntry::Draft(self.publish_draft.clone()),
            day => DateEntry::Date(day),
        }
    }

    /// Sets the day on which the organisation plans to publish, as far as it is typed. Nothing takes the day away. Either
    /// answers the question for it, which is then not asked again.
    pub fn plan_to_publish(&mut self, entry: DateEntry, now: Timestamp) {
        (self.publish_on, self.publish_draft) = match entry {
            DateEntry::Date(day) => (day, String::new()),
            DateEntry::Draft(draft) => (None, draft),
        };
        self.publish_changed_at = Some(now.after(self.publish_changed_at.unwrap_or_default()));
        self.edited_at = now.after(self.edited_at);
    }

    /// Returns whether nobody has been asked for the day yet, or has answered.
    #[must_use]
    pub fn may_ask_publish_day(&self) -> bool {
        self.publish_changed_at.is_none() && self.publish_on.is_none() && self.publish_draft.is_empty()
    }

    /// Returns the day on which the organisation plans to publish. `None` where there is none, and where it is past.
    #[must_use]
    pub fn publishes_on(&self, today: Date) -> Option<Date> {
        self.publish_on.filter(|day| *day >= today)
    }

    /// Takes over the day of another state of this assessment if it was changed later there. Equal times are resolved by
    /// comparing the days, so the order of the two does not matter.
    pub(super) fn take_later_publish_day(&mut self, other: &Self) {
        fn rank(one: &Assessment) -> (Option<Timestamp>, Option<Date>, &str) {
            (one.publish_changed_at, one.publish_on, &one.publish_draft)
        }
        if rank(other) > rank(self) {
            self.publish_on = other.publish_on;
            self.publish_draft.clone_from(&other.publish_draft);
            self.publish_changed_at = other.publish_changed_at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Id;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    fn home() -> Assessment {
        Assessment::new(Id("a".into()), "Home", "", Timestamp::default())
    }

    #[test]
    fn half_a_day_is_kept_and_counts_for_nothing() {
        let mut home = home();
        let (today, now) = (day("2026-11-28"), Timestamp::default());
        for entry in [DateEntry::Draft("12/5/".into()), DateEntry::Date(Some(day("2027-05-12")))] {
            home.plan_to_publish(entry.clone(), now);
            assert_eq!(home.publish_entry(), entry);
            let whole = matches!(entry, DateEntry::Date(_));
            assert_eq!(home.publishes_on(today), whole.then(|| day("2027-05-12")));
        }
        home.plan_to_publish(DateEntry::Draft("12/5/202".into()), now);
        assert_eq!((home.publish_on, home.publish_draft.as_str()), (None, "12/5/202"));
    }

    #[test]
    fn a_day_that_is_past_is_none() {
        let mut home = home();
        home.plan_to_publish(DateEntry::Date(Some(day("2027-05-12"))), Timestamp::default());
        assert_eq!(home.publishes_on(day("2027-05-12")), Some(day("2027-05-12")));
        assert_eq!(home.publishes_on(day("2027-05-13")), None);
    }

    #[test]
    fn it_is_asked_once() {
        let mut home = home();
        assert!(home.may_ask_publish_day());
        // Nothing is an answer too.
        home.plan_to_publish(DateEntry::Date(None), Timestamp::default());
        assert!(!home.may_ask_publish_day());
        let mut by_hand = self::home();
        by_hand.publish_on = Some(day("2027-05-12"));
        assert!(!by_hand.may_ask_publish_day(), "another program does not say when it was set");
    }

    #[test]
    fn the_pace_is_enough_and_no_more_than_needed() {
        for (left, days, expected) in [
            (24, 163, Some(Pace::Weekly(2))),
            (24, 168, Some(Pace::Weekly(1))),
            (24, 14, Some(Pace::Weekly(12))),
            (24, 7, Some(Pace::Weekly(24))),
            (24, 6, Some(Pace::Daily(4))),
            (5, 2, Some(Pace::Daily(3))),
            (3, 163, Some(Pace::LessThanOneAWeek)),
            (24, 1, None),
            (24, 0, None),
            (24, -3, None),
            (0, 163, None),
        ] {
            assert_eq!(Pace::of(left, days), expected, "{left} in {days} days");
        }
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn at_this_pace_all_is_done_in_time(left in 1..200_usize, days in 2..400_i32) {
                let days_left = usize::try_from(days).expect("a few");
                let pace = Pace::of(left, days).expect("there is time");
                let done = match pace {
                    // One in each week would be more than enough.
                    Pace::LessThanOneAWeek => days_left.div_ceil(WEEK) - 1,
                    Pace::Weekly(questions) => questions * days_left / WEEK,
                    Pace::Daily(questions) => questions * days_left,
                };
                prop_assert!(done >= left, "{pace:?}");
            }
        }
    }
}
