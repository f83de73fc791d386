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

/// When something is due or was done, as precisely as a picture of the plan shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanMonth {
    Earlier,
    /// The year, and the month counted from 1.
    Month(i32, u8),
    Later,
    NoDate,
}

/// How many actions were done at a time, and how many are due then and not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    pub when: PlanMonth,
    pub done: usize,
    pub to_do: usize,
}

/// Counts the actions by month, in the order of time: every action is in one of the counts, and no count is empty. Months
/// that are further than `months` from that of `today` are counted together.
#[must_use]
pub fn by_month(plan: &[&PlannedAction], today: Date, months: i32) -> Vec<MonthCount> {
    let number = |year: i32, month: u8| year * 12 + i32::from(month);
    let when = |action: &Action| {
        let Some(day) = (if action.done { action.done_on } else { action.due }) else {
            return PlanMonth::NoDate;
        };
        match number(day.year(), day.month()) - number(today.year(), today.month()) {
            away if away < -months => PlanMonth::Earlier,
            away if away > months => PlanMonth::Later,
            _ => PlanMonth::Month(day.year(), day.month()),
        }
    };
    let mut counts: Vec<MonthCount> = Vec::new();
    for planned in plan {
        let when = when(&planned.action);
        let place = counts.partition_point(|count| count.when < when);
        if counts.get(place).is_none_or(|count| count.when != when) {
            counts.insert(place, MonthCount { when, done: 0, to_do: 0 });
        }
        if let Some(count) = counts.get_mut(place) {
            let which = if planned.action.done { &mut count.done } else { &mut count.to_do };
            *which += 1;
        }
    }
    counts
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
    fn every_action_is_in_one_month_or_in_none() {
        let done = |item, id, day| {
            [
                due(item, id, Some("2022-01-31")),
                vec![(item, Edit::Action(Id(id.into()), ActionEdit::Done(day)))],
            ]
            .concat()
        };
        let edits = [
            due("1.1.5", "a", None),
            due("2.1.1", "b", Some("2022-03-01")),
            due("4.1.1", "c", Some("2022-03-31")),
            due("3.1.1", "d", Some("2021-11-30")),
            due("3.4.1", "e", Some("2022-07-01")),
            done("2.1.2", "f", Date::parse("2022-02-02")),
            due("1.1.1", "g", Some("2021-12-01")),
        ];
        let plan = planned(&Edition::built_in(), &home(edits.concat()));
        let plan: Vec<&PlannedAction> = plan.iter().collect();
        let counts = by_month(&plan, Date::parse("2022-03-14").expect("a day"), 3);
        let found: Vec<(PlanMonth, usize, usize)> =
            counts.iter().map(|count| (count.when, count.done, count.to_do)).collect();
        let expected = [
            (PlanMonth::Earlier, 0, 1),
            (PlanMonth::Month(2021, 12), 0, 1),
            (PlanMonth::Month(2022, 2), 1, 0),
            (PlanMonth::Month(2022, 3), 0, 2),
            (PlanMonth::Later, 0, 1),
            (PlanMonth::NoDate, 0, 1),
        ];
        assert_eq!(found, expected);
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
