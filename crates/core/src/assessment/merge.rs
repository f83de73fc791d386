//! Comparing and merging two states of one assessment: what differs, and the newest of each item.

use super::{Assessment, InterviewAnswer, Organisation, Response, Timestamp};
use crate::catalogue::ItemId;
use crate::json::to_text;

/// The items in which another state of an assessment differs from this one, and whether the interview and the day on which
/// the organisation plans to publish do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Items that only the other state answers.
    pub added: Vec<ItemId>,
    /// Items that both states answer, differently.
    pub changed: Vec<ItemId>,
    /// Items that only this state answers.
    pub absent: Vec<ItemId>,
    /// Whether the answers to the interview differ.
    pub interview: bool,
    /// Whether the days on which the organisation plans to publish differ.
    pub publish_day: bool,
}

impl Difference {
    /// Returns the number of items that differ.
    #[must_use]
    pub fn len(&self) -> usize {
        self.added.len() + self.changed.len() + self.absent.len()
    }

    /// Returns whether nothing differs: neither an item, nor the interview, nor the day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && !self.interview && !self.publish_day
    }
}

/// Returns whether two responses have the same content. The edit time and what was entered in the official toolkit are
/// ignored.
pub(super) fn same(one: &Response, other: &Response) -> bool {
    Response { edited_at: other.edited_at, entered: other.entered.clone(), ..one.clone() } == *other
}

/// Returns what would change in `current` if `other` took its place. Edit times do not count as a difference.
#[must_use]
pub fn difference(current: &Assessment, other: &Assessment) -> Difference {
    let given = |response: &&Response| !response.is_blank();
    let mut difference = Difference::default();
    for theirs in other.responses.iter().filter(given) {
        match current.response(&theirs.item).filter(given) {
            None => difference.added.push(theirs.item.clone()),
            Some(ours) if !same(ours, theirs) => {
                difference.changed.push(theirs.item.clone());
            }
            Some(_) => {}
        }
    }
    for ours in current.responses.iter().filter(given) {
        if other.response(&ours.item).filter(given).is_none() {
            difference.absent.push(ours.item.clone());
        }
    }
    let told = |assessment: &Assessment| -> Vec<_> {
        let given = assessment.interview.iter().filter(|given| given.answer.is_some());
        given.map(|given| (given.question.clone(), given.answer)).collect()
    };
    difference.interview = told(current) != told(other);
    difference.publish_day = current.publish_entry() != other.publish_entry();
    difference
}

/// Merges two states of the same assessment: the newest response to each item, the newest answer to each question of
/// the interview, the organisation as it was last named, and the day of publication as it was last planned.
///
/// Equal times are resolved by comparing the serialised text, so the order of the two arguments does not matter. The
/// responses of the result are sorted by item number as text.
#[must_use]
pub fn newest_of_each(one: &Assessment, other: &Assessment) -> Assessment {
    let rank = |assessment: &Assessment| (assessment.edited_at, to_text(&assessment.organisation));
    let (mut newest, older) =
        if rank(other) > rank(one) { (other.clone(), one) } else { (one.clone(), other) };
    // The name has a time of its own, so that a later edit elsewhere does not bring an old name back.
    if named_later(&older.organisation, &newest.organisation) {
        newest.organisation.clone_from(&older.organisation);
    }
    newest.own_what_was_named();
    newest.take_later_publish_day(older);
    let all = std::mem::take(&mut newest.responses).into_iter().chain(older.responses.iter().cloned());
    for response in all {
        match newest.responses.binary_search_by(|known| known.item.cmp(&response.item)) {
            Err(place) => newest.responses.insert(place, response),
            Ok(place) => {
                for known in
                    newest.responses.get_mut(place).into_iter().filter(|known| later(&response, known))
                {
                    *known = response.clone();
                }
            }
        }
    }
    for theirs in &older.interview {
        match newest.interview.binary_search_by(|known| known.question.cmp(&theirs.question)) {
            Err(place) => newest.interview.insert(place, theirs.clone()),
            Ok(place) => {
                let known = newest.interview.get_mut(place);
                known
                    .into_iter()
                    .filter(|known| told_later(theirs, known))
                    .for_each(|known| *known = theirs.clone());
            }
        }
    }
    newest
}

fn named_later(one: &Organisation, other: &Organisation) -> bool {
    match (one.renamed_at, other.renamed_at) {
        (Some(first), Some(second)) if first == second => to_text(one) > to_text(other),
        (first, second) => first > second,
    }
}

fn told_later(one: &InterviewAnswer, other: &InterviewAnswer) -> bool {
    let rank = |given: &InterviewAnswer| (given.answered_at, to_text(given));
    rank(one) > rank(other)
}

/// Makes `replacement` win over `present` wherever the two are merged: what it says differently counts as edited now,
/// and what it does not answer as emptied now. Without this, a tab that still shows the old answers would bring them
/// back.
pub fn replace(present: &Assessment, replacement: &mut Assessment, now: Timestamp) {
    let Difference { added, changed, absent, .. } = difference(present, replacement);
    let mut differs = added;
    differs.extend(changed);
    differs.extend(absent);
    for item in differs {
        let before = present.response(&item).map(|response| response.edited_at).unwrap_or_default();
        if let Some(response) = replacement.response_or_empty(&item) {
            response.edited_at = now.after(before);
        }
    }
    for before in &present.interview {
        if replacement.told(&before.question) != before.answer {
            let told = replacement.told(&before.question);
            replacement.keep_told(&before.question, told, now.after(before.answered_at));
        }
    }
    if replacement.publish_entry() != present.publish_entry() {
        let before = present.publish_changed_at.unwrap_or_default();
        replacement.publish_changed_at = Some(now.after(before));
    }
    replacement.edited_at = now.after(present.edited_at);
}

/// Returns whether `one` is the newer edit. Equal times are resolved by comparing the serialised text.
pub(super) fn later(one: &Response, other: &Response) -> bool {
    let text = |response: &Response| to_text(response);
    one.edited_at > other.edited_at || (one.edited_at == other.edited_at && text(one) > text(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Date, Edit, Id, YesNoUnsure};
    use crate::date_parts::DateEntry;
    use proptest::prelude::*;

    fn with(edits: &[(u8, u8, u8)]) -> Assessment {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        for (item, text, second) in edits {
            let item = ItemId(format!("1.1.{}", item % 5));
            let now = Timestamp::from_millis(f64::from(*second) * 1000.0);
            assessment.edit(&item, Edit::Answer(format!("text {text}")), now);
        }
        for (question, _, second) in edits {
            let answer = [YesNoUnsure::Yes, YesNoUnsure::No, YesNoUnsure::NotSure]
                .get(usize::from(second % 3))
                .copied();
            let now = Timestamp::from_millis(f64::from(*second) * 1000.0);
            assessment.keep_told(&format!("question {}", question % 3), answer, now);
        }
        assessment
    }

    #[test]
    fn of_each_question_what_was_told_last_is_kept_and_what_replaced_it_stays() {
        let mut one = with(&[]);
        one.keep_told("network", Some(YesNoUnsure::Yes), Timestamp::from_millis(50_000.0));
        let mut other = with(&[]);
        other.keep_told("network", Some(YesNoUnsure::No), Timestamp::from_millis(9_000.0));
        other.keep_told("breach", Some(YesNoUnsure::No), Timestamp::from_millis(9_000.0));
        assert!(difference(&one, &other).interview);
        let merged = newest_of_each(&one, &other);
        assert_eq!(
            (merged.told("network"), merged.told("breach")),
            (Some(YesNoUnsure::Yes), Some(YesNoUnsure::No))
        );
        replace(&one, &mut other, Timestamp::from_millis(20_000.0));
        assert_eq!(newest_of_each(&one, &other).told("network"), Some(YesNoUnsure::No));
    }

    #[test]
    fn edits_of_different_items_are_both_kept_and_of_the_same_item_the_newest() {
        let merged = newest_of_each(&with(&[(1, 1, 10), (2, 1, 10)]), &with(&[(2, 2, 20), (3, 3, 5)]));
        let answers: Vec<&str> = merged.responses.iter().map(|response| response.answer.as_str()).collect();
        assert_eq!(answers, ["text 1", "text 2", "text 3"]);
    }

    #[test]
    fn a_new_name_stays_when_a_tab_that_has_not_heard_of_it_edits_something_later() {
        let mut renamed = with(&[(1, 1, 10)]);
        renamed.rename("Elm House", "VN2CD", Timestamp::from_millis(20_000.0));
        let unaware = with(&[(1, 1, 10), (2, 1, 30)]);
        for merged in [newest_of_each(&renamed, &unaware), newest_of_each(&unaware, &renamed)] {
            assert_eq!((merged.organisation.name.as_str(), merged.responses.len()), ("Elm House", 2));
        }
    }

    #[test]
    fn the_day_of_publication_that_was_planned_last_is_kept() {
        let at = |second: f64| Timestamp::from_millis(second * 1000.0);
        let planned = |day: &str, second: f64| {
            let mut home = with(&[(1, 1, 10)]);
            home.plan_to_publish(DateEntry::Date(Date::parse(day)), at(second));
            home
        };
        let (first, moved) = (planned("2027-05-12", 20.0), planned("2027-06-02", 30.0));
        let removed = planned("", 40.0);
        // Who has not heard of it edits something later.
        let unaware = with(&[(1, 1, 10), (2, 1, 90)]);
        for (one, other, expected) in [
            (&first, &unaware, Date::parse("2027-05-12")),
            (&first, &moved, Date::parse("2027-06-02")),
            (&moved, &removed, None),
        ] {
            assert!(difference(one, other).publish_day && !difference(one, other).is_empty());
            let merged = newest_of_each(one, other);
            assert_eq!(merged.publish_on, expected);
            assert_eq!(merged, newest_of_each(other, one));
        }
        // What takes the place of the other does not have its day brought back.
        let mut replacement = first.clone();
        replace(&removed, &mut replacement, at(35.0));
        assert_eq!(newest_of_each(&removed, &replacement).publish_on, Date::parse("2027-05-12"));
        assert!(!difference(&first, &first).publish_day);
    }

    #[test]
    fn what_was_replaced_does_not_come_back_from_a_tab_that_still_shows_it() {
        let present = with(&[(1, 1, 50), (2, 1, 50), (4, 1, 50)]);
        let mut replacement = with(&[(2, 2, 9), (3, 3, 9), (4, 1, 9)]);
        replace(&present, &mut replacement, Timestamp::from_millis(20_000.0));
        let merged = newest_of_each(&present, &replacement);
        let answers: Vec<&str> = merged.responses.iter().map(|response| response.answer.as_str()).collect();
        assert_eq!(answers, ["", "text 2", "text 3", "text 1"]);
        assert_eq!(merged, newest_of_each(&replacement, &present));
    }

    #[test]
    fn a_difference_names_what_would_come_go_and_change() {
        let found =
            difference(&with(&[(1, 1, 1), (2, 1, 1), (4, 1, 1)]), &with(&[(2, 2, 9), (3, 1, 1), (4, 1, 9)]));
        let ids = |items: &[ItemId]| items.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!((ids(&found.added), ids(&found.changed), ids(&found.absent)), {
            ("1.1.3".into(), "1.1.2".into(), "1.1.1".into())
        });
        assert_eq!(found.len(), 3);
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn merging_does_not_depend_on_order_or_repetition(
                a in proptest::collection::vec(any::<(u8, u8, u8)>(), 0..8),
                b in proptest::collection::vec(any::<(u8, u8, u8)>(), 0..8),
                c in proptest::collection::vec(any::<(u8, u8, u8)>(), 0..8),
            ) {
                let named = |edits: &[(u8, u8, u8)]| {
                    let mut assessment = with(edits);
                    for (_, name, second) in edits.iter().filter(|edit| edit.0 > 180) {
                        let now = Timestamp::from_millis(f64::from(*second) * 1000.0);
                        assessment.rename(&format!("Home {}", name % 3), "", now);
                    }
                    for (_, day, second) in edits.iter().filter(|edit| edit.0 % 3 == 0) {
                        let now = Timestamp::from_millis(f64::from(*second) * 1000.0);
                        let entry = match day % 3 {
                            0 => DateEntry::Date(None),
                            1 => DateEntry::Date(Date::of(2027, 5, day % 28 + 1)),
                            _ => DateEntry::Draft(format!("{day}//")),
                        };
                        assessment.plan_to_publish(entry, now);
                    }
                    assessment
                };
                let (a, b, c) = (named(&a), named(&b), named(&c));
                let ab = newest_of_each(&a, &b);
                prop_assert_eq!(&ab, &newest_of_each(&b, &a));
                prop_assert_eq!(&newest_of_each(&ab, &b), &ab);
                prop_assert_eq!(newest_of_each(&ab, &c), newest_of_each(&a, &newest_of_each(&b, &c)));
            }
        }
    }
}
