//! The differences between two states of an assessment that a person would see, item by item.

use super::words::{DiffRun, word_changes};
use super::{Action, Assessment, Evidence, Id, Judgement, Response, Review, YesNoUnsure};
use crate::catalogue::{Edition, ItemId};
use crate::date_parts::DateEntry;

/// All differences from one state of an assessment to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The organisation's name before and after. `None` if it did not change.
    pub name: Option<(String, String)>,
    /// The organisation's ODS code before and after. `None` if it did not change.
    pub ods_code: Option<(String, String)>,
    /// The day on which the organisation plans to publish, before and after. `None` if it did not change.
    pub publish_day: Option<(DateEntry, DateEntry)>,
    /// The interview questions whose answers differ: the identifier of the question, and the answers before and after.
    pub told: Vec<(String, Option<YesNoUnsure>, Option<YesNoUnsure>)>,
    /// The items that differ, with their changes: the items of the edition in its order, then all others.
    pub items: Vec<(ItemId, Vec<FieldChange>)>,
}

/// One difference in an item. Of the variants with a before and an after, one of the two may be `None`: the thing was
/// then added or removed.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldChange {
    Judgement(Option<Judgement>, Option<Judgement>),
    Answer(Vec<DiffRun>),
    Reason(Vec<DiffRun>),
    Explanation(Vec<DiffRun>),
    Comments(Vec<DiffRun>),
    Document(Option<Evidence>, Option<Evidence>),
    Action(Option<Action>, Option<Action>),
    Review(Option<Review>, Option<Review>),
}

impl Changes {
    /// Returns the number of differences.
    #[must_use]
    pub fn count(&self) -> usize {
        let organisation = [self.name.is_some(), self.ods_code.is_some(), self.publish_day.is_some()];
        let organisation = organisation.into_iter().map(usize::from).sum::<usize>();
        organisation + self.told.len() + self.items.iter().map(|(_, changes)| changes.len()).sum::<usize>()
    }
}

/// Returns the differences from `old` to `new`. Edit times and what was entered in the official toolkit do not count.
/// `edition` holds the questions, and gives their order.
#[must_use]
pub fn changes(edition: &Edition, old: &Assessment, new: &Assessment) -> Changes {
    let mut ids: Vec<&ItemId> = edition.items().map(|item| &item.id).collect();
    for response in old.responses.iter().chain(&new.responses) {
        if !ids.contains(&&response.item) {
            ids.push(&response.item);
        }
    }
    let mut items = Vec::new();
    for item in ids {
        let found = of_item(item, old.response(item), new.response(item));
        if !found.is_empty() {
            items.push((item.clone(), found));
        }
    }
    let (before, after) = (&old.organisation, &new.organisation);
    Changes {
        name: pair(&before.name, &after.name),
        ods_code: pair(&before.ods_code, &after.ods_code),
        publish_day: Some((old.publish_entry(), new.publish_entry()))
            .filter(|(before, after)| before != after),
        told: told(edition, old, new),
        items,
    }
}

fn pair(old: &str, new: &str) -> Option<(String, String)> {
    (old != new).then(|| (old.into(), new.into()))
}

fn told(
    edition: &Edition,
    old: &Assessment,
    new: &Assessment,
) -> Vec<(String, Option<YesNoUnsure>, Option<YesNoUnsure>)> {
    let mut questions: Vec<&str> = edition.interview.iter().map(|question| question.id.as_str()).collect();
    for given in old.interview.iter().chain(&new.interview) {
        if !questions.contains(&given.question.as_str()) {
            questions.push(&given.question);
        }
    }
    let both = questions.into_iter().map(|question| (question, old.told(question), new.told(question)));
    both.filter(|(_, old, new)| old != new).map(|(question, old, new)| (question.into(), old, new)).collect()
}

fn of_item(item: &ItemId, old: Option<&Response>, new: Option<&Response>) -> Vec<FieldChange> {
    let nothing = Response::empty(item.clone());
    let (old, new) = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
    let mut found = Vec::new();
    if old.judgement != new.judgement {
        found.push(FieldChange::Judgement(old.judgement, new.judgement));
    }
    let mut text = |old: &str, new: &str, changed: fn(Vec<DiffRun>) -> FieldChange| {
        if old != new {
            found.push(changed(word_changes(old, new)));
        }
    };
    text(&old.answer, &new.answer, FieldChange::Answer);
    text(&old.not_applicable_reason, &new.not_applicable_reason, FieldChange::Reason);
    text(&old.explanation, &new.explanation, FieldChange::Explanation);
    text(&old.comments, &new.comments, FieldChange::Comments);
    // Blank documents are left out: a person would see nothing of them.
    let documents = |response: &Response| -> Vec<Evidence> {
        response.evidence.iter().filter(|one| !one.is_blank()).cloned().collect()
    };
    let said = |one: &Evidence, other: &Evidence| {
        let Evidence { id: _, title, location, approved_on, approved_draft, extra: _ } = one;
        (title, location) == (&other.title, &other.location)
            && (approved_on, approved_draft) == (&other.approved_on, &other.approved_draft)
    };
    let pairs = pairs(&documents(old), &documents(new), |one| &one.id, said);
    found.extend(pairs.into_iter().map(|(old, new)| FieldChange::Document(old, new)));
    found.extend(actions(old, new));
    let said = |one: &Review, other: &Review| {
        (&one.reviewer, one.verdict, &one.comments) == (&other.reviewer, other.verdict, &other.comments)
    };
    let pairs = self::pairs(&old.reviews, &new.reviews, |one| &one.id, said);
    found.extend(pairs.into_iter().map(|(old, new)| FieldChange::Review(old, new)));
    found
}

fn actions(old: &Response, new: &Response) -> Vec<FieldChange> {
    let given = |response: &Response| -> Vec<Action> {
        response.actions.iter().filter(|one| !one.is_blank()).cloned().collect()
    };
    let said = |one: &Action, other: &Action| {
        let Action { id: _, what, owner, due, due_draft, priority, done, done_on, extra: _ } = one;
        (what, owner, priority) == (&other.what, &other.owner, &other.priority)
            && (due, due_draft) == (&other.due, &other.due_draft)
            && (done, done_on) == (&other.done, &other.done_on)
    };
    let pairs = pairs(&given(old), &given(new), |one| &one.id, said);
    pairs.into_iter().map(|(old, new)| FieldChange::Action(old, new)).collect()
}

/// Returns the entries that are in only one of the two lists, and those that have the same identifier in both but
/// different content. The order is that of the new list, followed by the removed entries.
fn pairs<T: Clone>(
    old: &[T],
    new: &[T],
    id: fn(&T) -> &Id,
    same: fn(&T, &T) -> bool,
) -> Vec<(Option<T>, Option<T>)> {
    let mut found = Vec::new();
    for one in new {
        let before = old.iter().find(|before| id(before) == id(one));
        if !before.is_some_and(|before| same(before, one)) {
            found.push((before.cloned(), Some(one.clone())));
        }
    }
    for one in old.iter().filter(|one| !new.iter().any(|after| id(after) == id(one))) {
        found.push((Some(one.clone()), None));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Date, Edit, EvidenceEdit, Timestamp, Verdict};
    use crate::json::Extra;

    fn home(edits: Vec<(&str, Edit)>) -> Assessment {
        let mut assessment = Assessment::new(Id("a".into()), "Rosewood House", "", Timestamp::default());
        for (item, edit) in edits {
            assessment.edit(&ItemId(item.into()), edit, Timestamp::default());
        }
        assessment
    }

    fn action(id: &str, edit: ActionEdit) -> Edit {
        Edit::Action(Id(id.into()), edit)
    }

    fn titled(title: &str) -> Edit {
        Edit::Evidence(Id("d".into()), EvidenceEdit::Title(title.into()))
    }

    #[test]
    fn each_change_is_listed_with_its_item_in_the_order_of_the_edition() {
        let edition = Edition::built_in();
        let done = Date::parse("2026-06-03");
        let old = home(vec![
            ("1.1.2", titled("Register")),
            ("1.1.5", Edit::Answer("Helen is responsible".into())),
            ("4.1.1", action("a", ActionEdit::What("Write the list".into()))),
            ("4.1.1", action("b", ActionEdit::What("Tell everybody".into()))),
            ("99.9.9", Edit::Comments("of another edition".into())),
        ]);
        let mut new = home(vec![
            ("1.1.2", titled("Register of assets")),
            ("1.1.5", Edit::Judge(Some(Judgement::Met))),
            ("1.1.5", Edit::Answer("Priya is responsible".into())),
            ("4.1.1", action("a", ActionEdit::What("Write the list".into()))),
            ("4.1.1", action("a", ActionEdit::Done(done))),
            ("4.1.1", action("draft", ActionEdit::What("  ".into()))),
        ]);
        new.rename("Rosewood", "VM1AB", Timestamp::default());
        new.tell(&edition, "breach", Some(YesNoUnsure::No), Timestamp::default());
        new.plan_to_publish(DateEntry::Date(done), Timestamp::default());
        let found = changes(&edition, &old, &new);
        assert_eq!(found.name, Some(("Rosewood House".into(), "Rosewood".into())));
        assert_eq!(found.ods_code, Some((String::new(), "VM1AB".into())));
        assert_eq!(found.told, [("breach".to_owned(), None, Some(YesNoUnsure::No))]);
        assert_eq!(found.publish_day, Some((DateEntry::Date(None), DateEntry::Date(done))));
        assert_eq!(found.count(), 10);
        let mut ids: Vec<&str> = found.items.iter().map(|(item, _)| item.as_str()).collect();
        assert_eq!(ids.pop(), Some("99.9.9"));
        let printed: Vec<&str> =
            edition.items().map(|item| item.id.as_str()).filter(|id| ids.contains(id)).collect();
        assert_eq!(ids, printed);
        let of = |item: &str| {
            let found = found.items.iter().find(|(id, _)| id.as_str() == item);
            found.map(|(_, changes)| changes.clone()).unwrap_or_default()
        };
        let runs = vec![
            DiffRun::Removed("Helen".into()),
            DiffRun::Added("Priya".into()),
            DiffRun::Kept(" is responsible".into()),
        ];
        assert_eq!(
            of("1.1.5"),
            [FieldChange::Judgement(None, Some(Judgement::Met)), FieldChange::Answer(runs)]
        );
        match of("4.1.1").as_slice() {
            [FieldChange::Action(Some(before), Some(after)), FieldChange::Action(Some(gone), None)] => {
                assert!(!before.done && after.done_on == done && gone.what == "Tell everybody");
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(of("1.1.2").as_slice(), [FieldChange::Document(Some(_), Some(_))]));
        // With the two states swapped, what was removed counts as added.
        let back = changes(&edition, &new, &old);
        assert_eq!(back.count(), found.count());
        assert!(back.items.iter().any(|(_, all)| {
            all.iter().any(
                |one| matches!(one, FieldChange::Action(None, Some(new)) if new.what == "Tell everybody"),
            )
        }));
    }

    #[test]
    fn a_review_is_a_change_and_when_something_was_edited_is_none() {
        let edition = Edition::built_in();
        let old = home(vec![("1.1.5", Edit::Answer("Helen".into()))]);
        let mut new = old.clone();
        let now = Timestamp::from_millis(5_000.0);
        for response in &mut new.responses {
            response.edited_at = now;
            response.entered = Some("4f7k92qd".into());
        }
        assert_eq!(changes(&edition, &old, &new), Changes::default());
        assert_eq!(changes(&edition, &old, &old.clone()).count(), 0);
        for response in &mut new.responses {
            response.reviews.push(Review {
                id: Id("r".into()),
                reviewer: "Amir".into(),
                verdict: Some(Verdict::Question),
                comments: "Since when?".into(),
                reviewed_at: now,
                extra: Extra::new(),
            });
        }
        let found = changes(&edition, &old, &new);
        let expected = |(_, all): &(ItemId, Vec<FieldChange>)| {
            matches!(all.as_slice(), [FieldChange::Review(None, Some(_))])
        };
        assert!(found.items.len() == 1 && found.items.iter().all(expected));
    }
}
