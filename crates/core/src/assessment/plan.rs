//! The action plan: every action of the assessment, whichever item it belongs to.

use super::{Action, Assessment, Date, Response, Status};
use crate::catalogue::{Edition, EvidenceItem, ItemId};

/// An action, with the item that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedAction {
    /// [`ItemId::whole`] for one that belongs to the assessment as a whole.
    pub item: ItemId,
    /// The number of the part that holds the item, counted from 1. 0 for the assessment as a whole.
    pub part: u8,
    /// The index of the item in the edition, counted from 0. After all items for the assessment as a whole.
    pub place: usize,
    pub action: Action,
}

impl PlannedAction {
    /// Returns whether the action is not done and was due before `today`.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        !self.action.done && self.action.due.is_some_and(|due| due < today)
    }

    /// Returns whether the action is not done and is due in the same month as `today`.
    #[must_use]
    pub fn is_due_this_month(&self, today: Date) -> bool {
        let month = |day: Date| (day.year(), day.month());
        !self.action.done && self.action.due.is_some_and(|due| month(due) == month(today))
    }
}

/// Returns every action, including blank ones, sorted by due date. Actions without a due date come last. Otherwise the
/// order is that of the items.
#[must_use]
pub fn planned(edition: &Edition, assessment: &Assessment) -> Vec<PlannedAction> {
    let mut by_date: Vec<PlannedAction> = Vec::new();
    let mut items = 0;
    let when = |planned: &PlannedAction| (planned.action.due.is_none(), planned.action.due);
    let mut add = |item: &ItemId, part: u8, place: usize| {
        for action in assessment.response(item).map(|given| given.actions.as_slice()).unwrap_or_default() {
            let planned = PlannedAction { item: item.clone(), part, place, action: action.clone() };
            let place = by_date.partition_point(|other| when(other) <= when(&planned));
            by_date.insert(place, planned);
        }
    };
    for part in &edition.parts {
        for item in &part.items {
            add(&item.id, part.number, items);
            items += 1;
        }
    }
    add(&ItemId::whole(), 0, items);
    by_date
}

/// Returns the items that are judged "not yet" and have no open action to change that.
#[must_use]
pub fn unplanned<'a>(edition: &'a Edition, assessment: &Assessment) -> Vec<&'a EvidenceItem> {
    let lacks = |item: &&EvidenceItem| {
        let response = assessment.response(&item.id);
        let nothing = |given: &Response| given.actions.iter().all(|action| action.done || action.is_blank());
        assessment.status(edition, item) == Status::ActionNeeded && response.is_some_and(nothing)
    };
    edition.items().filter(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Edit, Id, Judgement, Timestamp};

    fn home(edits: Vec<(&str, Edit)>) -> Assessment {
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        for (item, edit) in edits {
            assessment.edit(&ItemId(item.into()), edit, Timestamp::default());
        }
        assessment
    }

    fn due(item: &'static str, id: &str, day: Option<&str>) -> Vec<(&'static str, Edit)> {
        let edit = |edit| (item, Edit::Action(Id(id.into()), edit));
        vec![edit(ActionEdit::What(id.into())), edit(ActionEdit::Due(day.and_then(Date::parse)))]
    }

    #[test]
    fn actions_go_by_date_and_those_without_one_come_last() {
        let edits = [
            due("1.1.5", "none", None),
            due("10.2.1", "second", Some("2022-04-01")),
            due("2.1.1", "third", Some("2022-04-02")),
            due("4.1.1", "first", Some("2022-03-01")),
        ];
        let edition = Edition::built_in();
        let plan = planned(&edition, &home(edits.concat()));
        let order: Vec<(&str, u8)> = plan.iter().map(|one| (one.action.what.as_str(), one.part)).collect();
        assert_eq!(order, [("first", 1), ("second", 4), ("third", 1), ("none", 1)]);
        let today = Date::parse("2022-04-02").expect("a day");
        let overdue: Vec<bool> = plan.iter().map(|one| one.is_overdue(today)).collect();
        assert_eq!(overdue, [true, true, false, false]);
        let this_month: Vec<bool> = plan.iter().map(|one| one.is_due_this_month(today)).collect();
        assert_eq!(this_month, [false, true, true, false]);
    }

    #[test]
    fn not_yet_without_anything_to_do_is_unplanned() {
        let edition = Edition::built_in();
        let not_yet = Edit::Judge(Some(Judgement::NotYet));
        let names = |edits: Vec<(&str, Edit)>| -> String {
            let home = home(edits);
            unplanned(&edition, &home).iter().map(|item| item.id.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(vec![("2.1.1", not_yet.clone())]), "2.1.1");
        assert_eq!(names([vec![("2.1.1", not_yet.clone())], due("2.1.1", "a", None)].concat()), "");
        let done = ("2.1.1", Edit::Action(Id("a".into()), ActionEdit::Done(Date::parse("2022-03-01"))));
        assert_eq!(names([vec![("2.1.1", not_yet)], due("2.1.1", "a", None), vec![done]].concat()), "2.1.1");
        assert_eq!(names(vec![("2.1.1", Edit::Judge(Some(Judgement::Met)))]), "");
    }
}
