//! Which items to work on next, and why.

use super::{Action, Assessment, Date, Judgement, Response, Review, Status, Verdict};
use crate::catalogue::{Edition, EvidenceItem, ItemId, Role};

/// An action that is due within this many days comes before new items.
const SOON: i32 = 14;
/// An item that takes at most this many minutes is quick.
const QUICK: u8 = 10;

/// An item to work on next, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextItem {
    pub item: ItemId,
    pub why: NextReason,
}

/// The reason why an item comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextReason {
    /// A reviewer did not agree with the answer, and the home has not dealt with that yet.
    NotAgreed,
    /// The item was worked on last and needs more.
    Unfinished,
    /// An action of the item was due on this day, which is in the past.
    Overdue(Date),
    /// An action of the item is due on this day, which is today or within the next 14 days.
    DueSoon(Date),
    /// The item has some content, but not all that it needs.
    Begun,
    /// The item builds on this one, which is settled or planned. So is everything else that it builds on.
    BuildsOn(ItemId),
    /// This item builds on the one that comes next.
    Opens(ItemId),
    /// The item builds on this one, which is neither settled nor planned yet. Offered once nothing else is left.
    Waits(ItemId),
    /// The item takes at most ten minutes.
    Quick,
    /// The item is the next in the printed order.
    InOrder,
}

/// Returns every item that needs more work, in the order in which to do them. With a role, returns only the items that
/// a person in that role can answer, and those for which the edition names no role.
///
/// An item waits until those that it builds on are settled or planned, unless it has been begun or nothing else is
/// left.
#[must_use]
pub fn next(edition: &Edition, assessment: &Assessment, role: Option<Role>, today: Date) -> Vec<NextItem> {
    let last =
        assessment.responses.iter().filter(|given| !given.is_blank()).max_by_key(|given| given.edited_at);
    let last = last.map(|given| &given.item);
    let mut found: Vec<(NextItem, u8, usize)> = Vec::new();
    for (place, item) in edition.items().enumerate() {
        if role.is_some_and(|role| !item.who.is_empty() && !item.who.contains(&role)) {
            continue;
        }
        let response = assessment.response(&item.id);
        let status = assessment.status(edition, item);
        let Some(why) = why(edition, assessment, item, response, status, last, today) else { continue };
        let minutes = item.minutes.unwrap_or(u8::MAX);
        let rank = (NextItem { item: item.id.clone(), why }, minutes, place);
        let key = |(next, minutes, place): &(NextItem, u8, usize)| (weight(&next.why), *minutes, *place);
        let at = found.partition_point(|other| key(other) <= key(&rank));
        found.insert(at, rank);
    }
    found.into_iter().map(|(next, ..)| next).collect()
}

/// Returns the sort key of a reason. For reasons of equal weight, effort and printed order decide: of two items that
/// are not begun, the quicker one comes first.
fn weight(why: &NextReason) -> (u8, Option<Date>) {
    match why {
        NextReason::NotAgreed => (0, None),
        NextReason::Unfinished => (1, None),
        NextReason::Overdue(day) => (2, Some(*day)),
        NextReason::DueSoon(day) => (3, Some(*day)),
        NextReason::Begun => (4, None),
        NextReason::BuildsOn(_) | NextReason::Opens(_) | NextReason::Quick | NextReason::InOrder => (5, None),
        NextReason::Waits(_) => (6, None),
    }
}

/// Returns whether the items that build on this one may begin.
fn is_done(edition: &Edition, assessment: &Assessment, item: &ItemId) -> bool {
    let found = edition.item(item).map(|found| assessment.status(edition, found));
    found.is_none_or(|status| status.is_settled() || status == Status::ActionPlanned)
}

fn why(
    edition: &Edition,
    assessment: &Assessment,
    item: &EvidenceItem,
    response: Option<&Response>,
    status: Status,
    last: Option<&ItemId>,
    today: Date,
) -> Option<NextReason> {
    let not_agreed = |review: &Review| review.verdict == Some(Verdict::NotAgreed);
    if response.is_some_and(|response| response.waiting().any(not_agreed)) {
        return Some(NextReason::NotAgreed);
    }
    let open = |action: &&Action| !action.done && !action.is_blank();
    let due = response
        .into_iter()
        .flat_map(|response| &response.actions)
        .filter(open)
        .filter_map(|action| action.due);
    let due = due.min();
    // Once an item is judged otherwise, the actions that were planned for it are no longer urgent.
    let planned = response.is_some_and(|response| response.judgement == Some(Judgement::NotYet));
    let wants_more = !status.is_settled() && status != Status::ActionPlanned;
    if wants_more && last == Some(&item.id) {
        return Some(NextReason::Unfinished);
    }
    match due {
        Some(day) if planned && day < today => return Some(NextReason::Overdue(day)),
        Some(day) if planned && day <= today.plus_days(SOON) => return Some(NextReason::DueSoon(day)),
        _ if !wants_more => return None,
        _ => {}
    }
    if status != Status::NotStarted {
        return Some(NextReason::Begun);
    }
    let mut before = item.after.iter().filter(|before| edition.item(before).is_some());
    if let Some(waits) = before.clone().find(|before| !is_done(edition, assessment, before)) {
        return Some(NextReason::Waits(waits.clone()));
    }
    if let Some(before) = before.next() {
        return Some(NextReason::BuildsOn(before.clone()));
    }
    let opened = edition.items().find(|other| {
        other.after.contains(&item.id) && assessment.response(&other.id).is_none_or(Response::is_blank)
    });
    if let Some(other) = opened {
        return Some(NextReason::Opens(other.id.clone()));
    }
    let quick = item.minutes.is_some_and(|minutes| minutes <= QUICK);
    Some(if quick { NextReason::Quick } else { NextReason::InOrder })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Edit, Id, Timestamp};

    /// Returns a small edition with known times and dependencies.
    fn edition() -> Edition {
        let item = |id: &str, minutes: u8, who: &str, after: &[&str]| {
            serde_json::json!({ "id": id, "question": "?", "tooltip": ".", "kind": "tick", "minutes": minutes,
                "who": [who], "after": after })
        };
        let items = serde_json::json!([
            item("1", 15, "manager", &[]),
            item("2", 10, "manager", &["1"]),
            item("3", 5, "hr", &[]),
            item("4", 30, "manager", &[]),
        ]);
        let whole = serde_json::json!({ "format": "standards-met/edition", "version": 1, "id": "small", "title": "t",
            "year": "y", "source": "s", "parts": [{ "number": 1, "title": "One", "items": items }] });
        Edition::from_text(&whole.to_string()).expect("an edition")
    }

    fn after(edits: &[(&str, Edit)], role: Option<Role>) -> Vec<(String, NextReason)> {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        for (second, (item, edit)) in edits.iter().enumerate() {
            let at = Timestamp::from_millis(f64::from(u32::try_from(second).unwrap_or_default()) * 1000.0);
            assessment.edit(&ItemId((*item).into()), edit.clone(), at);
        }
        let today = Date::parse("2022-03-14").expect("a day");
        next(&edition(), &assessment, role, today).into_iter().map(|next| (next.item.0, next.why)).collect()
    }

    fn met() -> Edit {
        Edit::Judge(Some(Judgement::Met))
    }

    fn planned(due: &str) -> Vec<Edit> {
        let action = |edit| Edit::Action(Id("a".into()), edit);
        vec![
            Edit::Judge(Some(Judgement::NotYet)),
            action(ActionEdit::What("Write it".into())),
            action(ActionEdit::Owner("Priya".into())),
            action(ActionEdit::Due(Date::parse(due))),
        ]
    }

    fn all(item: &str, edits: Vec<Edit>) -> Vec<(&str, Edit)> {
        edits.into_iter().map(|edit| (item, edit)).collect()
    }

    fn check(found: Vec<(String, NextReason)>, expected: &[(&str, NextReason)]) {
        let found: Vec<(&str, NextReason)> =
            found.iter().map(|(item, why)| (item.as_str(), why.clone())).collect();
        assert_eq!(found, expected);
    }

    fn item(id: &str) -> ItemId {
        ItemId(id.into())
    }

    #[test]
    fn the_quickest_comes_first_and_what_builds_on_another_waits_for_it() {
        let order = [
            ("3", NextReason::Quick),
            ("1", NextReason::Opens(item("2"))),
            ("4", NextReason::InOrder),
            ("2", NextReason::Waits(item("1"))),
        ];
        check(after(&[], None), &order);
    }

    #[test]
    fn once_something_is_done_what_builds_on_it_may_begin() {
        let order =
            [("3", NextReason::Quick), ("2", NextReason::BuildsOn(item("1"))), ("4", NextReason::InOrder)];
        check(after(&[("1", met())], None), &order);
    }

    #[test]
    fn what_was_left_half_done_last_comes_first_and_then_what_was_begun() {
        let begun = |text: &str| Edit::Comments(text.into());
        let found = after(&[("1", begun("a")), ("4", begun("b"))], None);
        check(
            found.into_iter().take(2).collect(),
            &[("4", NextReason::Unfinished), ("1", NextReason::Begun)],
        );
    }

    #[test]
    fn dates_press_when_they_are_near_or_gone_and_only_then() {
        let day = |text: &str| Date::parse(text).expect(text);
        for (due, expected) in [
            ("2022-03-13", Some(NextReason::Overdue(day("2022-03-13")))),
            ("2022-03-14", Some(NextReason::DueSoon(day("2022-03-14")))),
            ("2022-03-28", Some(NextReason::DueSoon(day("2022-03-28")))),
            ("2022-03-29", None),
        ] {
            let found = after(&all("4", planned(due)), None);
            assert_eq!(
                found.iter().find(|(item, _)| item == "4").map(|(_, why)| why.clone()),
                expected,
                "{due}"
            );
            assert_eq!(found.first().map(|(item, _)| item == "4"), Some(expected.is_some()), "{due}");
        }
        let answered = [all("4", planned("2022-03-13")), vec![("4", met())]].concat();
        assert!(after(&answered, None).iter().all(|(item, _)| item != "4"));
    }

    #[test]
    fn a_role_sees_only_what_it_can_answer() {
        check(after(&[], Some(Role::Hr)), &[("3", NextReason::Quick)]);
        assert_eq!(after(&[], Some(Role::Manager)).len(), 3);
        check(after(&[("3", met())], Some(Role::Hr)), &[]);
    }

    #[test]
    fn the_built_in_edition_always_offers_something_until_everything_is_settled() {
        let edition = Edition::built_in();
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        let today = Date::parse("2022-03-14").expect("a day");
        let mut offered = Vec::new();
        while let Some(first) = next(&edition, &assessment, None, today).into_iter().next() {
            assert!(!offered.contains(&first.item), "{} is offered twice", first.item);
            assessment.edit(&first.item, Edit::Answer("Answered".into()), Timestamp::default());
            assessment.edit(&first.item, met(), Timestamp::default());
            let found = edition.item(&first.item).expect("it is in the edition");
            if assessment.status(&edition, found) != Status::Met {
                let document = |edit| Edit::Evidence(Id("d".into()), edit);
                let edits = [
                    document(crate::assessment::EvidenceEdit::Title("Policy".into())),
                    document(crate::assessment::EvidenceEdit::Location("Office".into())),
                ];
                edits.into_iter().for_each(|edit| {
                    assessment.edit(&first.item, edit, Timestamp::default());
                });
            }
            offered.push(first.item);
        }
        assert_eq!(offered.len(), edition.items().count());
        assert!(next(&edition, &assessment, None, today).is_empty());
    }
}
