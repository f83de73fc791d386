//! A reversible change to an assessment, for undo and redo.

use super::{Assessment, Edit, Organisation, Response, Timestamp, YesNoUnsure};
use crate::catalogue::ItemId;
use crate::date_parts::DateEntry;
use serde::{Deserialize, Serialize};

/// Edits of one item count as one change while no pause between them is longer than this.
const PAUSE_MS: f64 = 5_000.0;

/// A change to an assessment: the state before and after it, of each thing that it changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// When the change was made, or was last extended by [`Change::grow`].
    pub at: Timestamp,
    responses: Vec<(Response, Response)>,
    told: Vec<(String, Option<YesNoUnsure>, Option<YesNoUnsure>)>,
    organisation: Option<(Organisation, Organisation)>,
    /// The day on which the organisation plans to publish. Changes kept by an older version have none.
    #[serde(default)]
    publish_day: Option<(DateEntry, DateEntry)>,
}

impl Change {
    /// Returns the change from `before` to `after`. `None` if a person would see no difference.
    #[must_use]
    pub fn between(before: &Assessment, after: &Assessment, at: Timestamp) -> Option<Self> {
        let mut change =
            Self { at, responses: Vec::new(), told: Vec::new(), organisation: None, publish_day: None };
        for new in &after.responses {
            let old =
                before.response(&new.item).cloned().unwrap_or_else(|| Response::empty(new.item.clone()));
            if !old.says_the_same(new) {
                change.responses.push((old, new.clone()));
            }
        }
        for new in &after.interview {
            let old = before.told(&new.question);
            if old != new.answer {
                change.told.push((new.question.clone(), old, new.answer));
            }
        }
        if before.organisation != after.organisation {
            change.organisation = Some((before.organisation.clone(), after.organisation.clone()));
        }
        let days = (before.publish_entry(), after.publish_entry());
        change.publish_day = Some(days).filter(|(before, after)| before != after);
        let nothing = change.responses.is_empty() && change.publish_day.is_none() && change.is_alone();
        (!nothing).then_some(change)
    }

    /// Returns the change of a single response. `before` is `None` if the item had no response. Returns `None` if a
    /// person would see no difference.
    #[must_use]
    pub fn of_item(before: Option<Response>, after: &Response, at: Timestamp) -> Option<Self> {
        let before = before.unwrap_or_else(|| Response::empty(after.item.clone()));
        let differs = !before.says_the_same(after);
        let responses = vec![(before, after.clone())];
        differs.then_some(Self { at, responses, told: Vec::new(), organisation: None, publish_day: None })
    }

    /// Returns the items whose responses the change altered.
    #[must_use]
    pub fn items(&self) -> Vec<&ItemId> {
        self.responses.iter().map(|(before, _)| &before.item).collect()
    }

    /// Merges the next change into this one if both are edits of the same item, or of the day of publication, without a
    /// pause between them. Returns whether it did.
    pub fn grow(&mut self, next: &Self) -> bool {
        if !self.is_alone() || !next.is_alone() || next.at.millis() - self.at.millis() > PAUSE_MS {
            return false;
        }
        let (now, then) = (self.responses.as_mut_slice(), next.responses.as_slice());
        // What another tab wrote between the two belongs to neither change.
        match (now, &mut self.publish_day, then, &next.publish_day) {
            ([(_, after)], None, [(before, last)], None)
                if after.item == before.item && after.says_the_same(before) =>
            {
                after.clone_from(last);
            }
            ([], Some((_, after)), [], Some((before, last))) if after == before => after.clone_from(last),
            _ => return false,
        }
        self.at = next.at;
        true
    }

    /// Returns whether neither the interview nor the organisation is changed.
    fn is_alone(&self) -> bool {
        self.told.is_empty() && self.organisation.is_none()
    }
}

impl Response {
    /// Returns whether two responses show a person the same content. The edit time is ignored.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        // Compares field by field because this runs on every key press. A comparison of clones would copy the texts
        // each time. Taken apart, so that a new field has to be thought of here: what it does not say cannot be undone.
        let Self {
            item,
            judgement,
            answer,
            evidence,
            comments,
            not_applicable_reason,
            explanation,
            suggested,
            entered,
            actions,
            reviews,
            edited_at: _,
            extra,
        } = self;
        *item == other.item
            && *judgement == other.judgement
            && *answer == other.answer
            && *comments == other.comments
            && *not_applicable_reason == other.not_applicable_reason
            && *explanation == other.explanation
            && *suggested == other.suggested
            && *entered == other.entered
            && *evidence == other.evidence
            && *actions == other.actions
            && *reviews == other.reviews
            && *extra == other.extra
    }
}

impl Assessment {
    /// Restores the state before the change. Returns the responses that were replaced although they had changed again
    /// since: somebody may want them back.
    pub fn undo(&mut self, change: &Change, now: Timestamp) -> Vec<Response> {
        for (question, before, _) in &change.told {
            self.keep_told(question, *before, now);
        }
        if let Some((before, _)) = &change.organisation {
            self.rename(&before.name, &before.ods_code, now);
        }
        if let Some((before, _)) = &change.publish_day {
            self.plan_to_publish(before.clone(), now);
        }
        self.put(change.responses.iter().map(|(before, after)| (after, before)), now)
    }

    /// Applies an undone change again. Returns the replaced responses in the same way as [`Self::undo`].
    pub fn redo(&mut self, change: &Change, now: Timestamp) -> Vec<Response> {
        for (question, _, after) in &change.told {
            self.keep_told(question, *after, now);
        }
        if let Some((_, after)) = &change.organisation {
            self.rename(&after.name, &after.ods_code, now);
        }
        if let Some((_, after)) = &change.publish_day {
            self.plan_to_publish(after.clone(), now);
        }
        self.put(change.responses.iter().map(|(before, after)| (before, after)), now)
    }

    fn put<'a>(
        &mut self,
        responses: impl Iterator<Item = (&'a Response, &'a Response)>,
        now: Timestamp,
    ) -> Vec<Response> {
        let mut lost = Vec::new();
        for (expected, wanted) in responses {
            if let Some(present) =
                self.response(&wanted.item).filter(|present| !present.says_the_same(expected))
            {
                lost.push(present.clone());
            }
            self.edit(&wanted.item, Edit::Restore(Box::new(wanted.clone())), now);
            // `Edit::Restore` keeps the present reviews, so that reviews taken in since are not lost. Only what this
            // change itself did to the reviews is reversed.
            if expected.reviews != wanted.reviews
                && let Some(response) = self.response_or_empty(&wanted.item)
            {
                response.reviews.clone_from(&wanted.reviews);
            }
        }
        lost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Date, Id, Judgement};
    use proptest::prelude::*;

    fn at(second: f64) -> Timestamp {
        Timestamp::from_millis(second * 1000.0)
    }

    fn answer(assessment: &mut Assessment, text: &str, second: f64) -> Change {
        let item = ItemId("1.1.5".into());
        let before = assessment.response(&item).cloned();
        assessment.edit(&item, Edit::Answer(text.into()), at(second));
        Change::of_item(before, assessment.response(&item).expect("a response"), at(second))
            .expect("a change")
    }

    fn text(assessment: &Assessment) -> &str {
        assessment.response(&ItemId("1.1.5".into())).map_or("", |response| &response.answer)
    }

    #[test]
    fn typing_on_is_one_change_and_after_a_pause_it_is_another() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        let mut first = answer(&mut assessment, "H", 1.0);
        let next = answer(&mut assessment, "Helen", 2.0);
        assert!(first.grow(&next));
        let mut later = answer(&mut assessment, "Helen, the manager", 20.0);
        assert!(!first.grow(&later));
        assert_eq!(assessment.undo(&later, at(21.0)), []);
        assert_eq!(text(&assessment), "Helen");
        assert_eq!(assessment.undo(&first, at(22.0)), []);
        assert_eq!(text(&assessment), "");
        assert_eq!(assessment.redo(&first, at(23.0)), []);
        assert_eq!(text(&assessment), "Helen");
        // An edit of another item is a separate change, however soon it follows.
        let other = ItemId("1.1.2".into());
        assessment.edit(&other, Edit::Judge(Some(Judgement::Met)), at(20.5));
        let change =
            Change::of_item(None, assessment.response(&other).expect("one"), at(20.5)).expect("a change");
        assert!(!later.grow(&change));
    }

    #[test]
    fn everything_but_the_time_is_something_that_a_response_says() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        answer(&mut assessment, "Helen", 1.0);
        // With every field that a file leaves out where it is empty.
        let one = Response {
            suggested: true,
            entered: Some("digest".into()),
            ..assessment.responses.first().expect("a response").clone()
        };
        let later = Response { edited_at: at(9.0), ..one.clone() };
        assert!(one.says_the_same(&later));
        for field in one.write().keys().filter(|field| *field != "edited_at" && *field != "item") {
            let mut fields = one.write();
            let other = match field.as_str() {
                "judgement" => serde_json::json!("Met"),
                "answer" | "comments" | "not_applicable_reason" | "explanation" | "entered" => {
                    serde_json::json!("other")
                }
                "suggested" => serde_json::json!(false),
                "evidence" => serde_json::json!([{ "id": "e", "title": "t", "location": "" }]),
                "actions" => serde_json::json!([{ "id": "a", "what": "w" }]),
                "reviews" => {
                    serde_json::json!([{ "id": "r", "reviewer": "R", "comments": "", "reviewed_at": "2026-01-01T00:00:00Z" }])
                }
                other => panic!("{other} is not tried"),
            };
            fields.insert(field.clone(), other);
            let other = Response::read(&fields).expect("a response");
            assert!(!one.says_the_same(&other), "{field}");
        }
    }

    #[test]
    fn what_somebody_else_wrote_meanwhile_is_handed_back_and_not_lost() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        let change = answer(&mut assessment, "ours", 1.0);
        answer(&mut assessment, "theirs, from another tab", 2.0);
        let lost = assessment.undo(&change, at(3.0));
        assert_eq!(
            lost.iter().map(|one| one.answer.as_str()).collect::<Vec<_>>(),
            ["theirs, from another tab"]
        );
        assert_eq!(text(&assessment), "");
    }

    #[test]
    fn a_new_name_and_what_was_told_are_undone_too() {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        let before = assessment.clone();
        assessment.rename("House", "VN2CD", at(1.0));
        assessment.keep_told("network", Some(YesNoUnsure::No), at(1.0));
        let change = Change::between(&before, &assessment, at(1.0)).expect("a change");
        assessment.undo(&change, at(2.0));
        assert_eq!((assessment.organisation.name.as_str(), assessment.told("network")), ("Home", None));
        assessment.redo(&change, at(3.0));
        assert_eq!(
            (assessment.organisation.name.as_str(), assessment.told("network")),
            ("House", Some(YesNoUnsure::No))
        );
        assert_eq!(Change::between(&assessment, &assessment.clone(), at(4.0)), None);
    }

    #[test]
    fn the_day_of_publication_is_undone_as_it_was_typed() {
        let mut home = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        let plan = |home: &mut Assessment, entry: DateEntry, second: f64| {
            let before = home.clone();
            home.plan_to_publish(entry, at(second));
            Change::between(&before, home, at(second)).expect("a change")
        };
        let day = DateEntry::Date(Date::parse("2027-05-12"));
        let mut typed = plan(&mut home, DateEntry::Draft("12/5/2".into()), 1.0);
        assert!(typed.grow(&plan(&mut home, DateEntry::Draft("12/5/202".into()), 2.0)));
        assert!(typed.grow(&plan(&mut home, day.clone(), 3.0)));
        let removed = plan(&mut home, DateEntry::Date(None), 30.0);
        assert!(!typed.grow(&removed), "after a pause");
        // A change is kept over a reload; one of an older version knows of no day.
        let mut kept = serde_json::to_value(&removed).expect("it is written");
        assert_eq!(serde_json::from_value::<Change>(kept.clone()).expect("it is read"), removed);
        kept.as_object_mut().expect("an object").remove("publish_day");
        assert!(serde_json::from_value::<Change>(kept).is_ok());
        home.undo(&removed, at(31.0));
        assert_eq!(home.publish_entry(), day);
        home.undo(&typed, at(32.0));
        assert_eq!(home.publish_entry(), DateEntry::Date(None));
        home.redo(&typed, at(33.0));
        assert_eq!(home.publish_entry(), day);
        assert!(!typed.grow(&answer(&mut home, "Helen", 34.0)), "an item is another change");
        let item_before = answer(&mut home, "Helen, the manager", 35.0);
        assert!(!item_before.clone().grow(&plan(&mut home, DateEntry::Date(None), 36.0)));
    }

    mod properties {
        use super::*;

        proptest! {
            /// Undoing all edits from the last to the first gives each earlier state again. Redoing them gives each
            /// later state.
            #[test]
            fn undone_and_done_again_is_as_it_was(edits in proptest::collection::vec((0..3u8, 0..4u8), 1..12)) {
                let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
                let says = |assessment: &Assessment| -> Vec<String> {
                    assessment.responses.iter().filter(|one| !one.is_blank()).map(|one| format!("{} {}", one.item, one.answer)).collect()
                };
                let (mut changes, mut states, mut second) = (Vec::new(), vec![says(&assessment)], 0.0);
                for (item, text) in edits {
                    second += 10.0;
                    let before = assessment.clone();
                    assessment.edit(&ItemId(format!("1.1.{item}")), Edit::Answer("x".repeat(text.into())), at(second));
                    if let Some(change) = Change::between(&before, &assessment, at(second)) {
                        changes.push(change);
                        states.push(says(&assessment));
                    }
                }
                for (change, state) in changes.iter().zip(&states).rev() {
                    prop_assert_eq!(assessment.undo(change, at(second + 1.0)), []);
                    prop_assert_eq!(&says(&assessment), state);
                }
                for (change, state) in changes.iter().zip(states.iter().skip(1)) {
                    prop_assert_eq!(assessment.redo(change, at(second + 2.0)), []);
                    prop_assert_eq!(&says(&assessment), state);
                }
            }
        }
    }
}
