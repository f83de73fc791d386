//! How far an assessment is with each level of the toolkit, and what the plan for the rest lacks.

use super::{Action, Assessment, Date, Response, Tally};
use crate::catalogue::{Edition, EvidenceItem, ItemId, Level};

/// How far an assessment is with one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelProgress {
    pub level: Level,
    /// The items that the level needs, by status.
    pub tally: Tally,
    /// Those of them that are neither met nor not applicable, in printed order.
    pub left: Vec<ItemId>,
}

impl LevelProgress {
    /// Returns whether nothing is left to do for the level.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.left.is_empty()
    }
}

/// Returns the lowest level that is not reached yet. `None` where all are.
#[must_use]
pub fn nearer_level(levels: &[LevelProgress]) -> Option<&LevelProgress> {
    levels.iter().find(|progress| !progress.is_reached())
}

/// The items that Standards Met still needs and whose plan is not complete, by what it lacks. An item can be in several lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanGaps {
    /// Nothing says what will be done.
    pub no_action: Vec<ItemId>,
    /// Nobody is named who will do it.
    pub no_owner: Vec<ItemId>,
    /// No day is named by which it will be done.
    pub no_date: Vec<ItemId>,
    /// The day by which it was to be done is over.
    pub overdue: Vec<ItemId>,
}

impl PlanGaps {
    /// Returns whether every item has an action with an owner and a day that is still to come.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { no_action, no_owner, no_date, overdue } = self;
        [no_action, no_owner, no_date, overdue].into_iter().all(Vec::is_empty)
    }
}

impl Assessment {
    /// Returns the progress to each level for which the edition names items, the lower level first. Empty where the edition
    /// names none, and for a sheet, which holds some of the items alone.
    #[must_use]
    pub fn levels(&self, edition: &Edition) -> Vec<LevelProgress> {
        if self.sheet_of.is_some() {
            return Vec::new();
        }
        let progress = |level| {
            let needed = edition.needed_for(level).map(|item| (item, self.status(edition, item)));
            let needed: Vec<_> = needed.collect();
            let left = needed.iter().filter(|(_, status)| !status.is_settled());
            LevelProgress {
                level,
                tally: needed.iter().map(|(_, status)| *status).collect(),
                left: left.map(|(item, _)| item.id.clone()).collect(),
            }
        };
        Level::ALL.into_iter().map(progress).filter(|progress| progress.tally.total() > 0).collect()
    }

    /// Returns the items that a level still needs, in printed order.
    pub fn left_for<'a>(
        &self,
        edition: &'a Edition,
        level: Level,
    ) -> impl Iterator<Item = &'a EvidenceItem> + use<'_, 'a> {
        edition.needed_for(level).filter(move |item| !self.status(edition, item).is_settled())
    }

    /// Returns what the plan for the items that Standards Met still needs lacks. Actions that are done plan nothing.
    #[must_use]
    pub fn plan_gaps(&self, edition: &Edition, today: Date) -> PlanGaps {
        let mut gaps = PlanGaps::default();
        for item in self.left_for(edition, Level::Met) {
            let open = self.response(&item.id).map(Response::open_actions).unwrap_or_default();
            let any = |lacks: fn(&Action) -> bool| open.iter().any(|action| lacks(action));
            let is_over = |action: &&Action| action.due.is_some_and(|due| due < today);
            let lists = [
                (!any(|action| !action.what.trim().is_empty()), &mut gaps.no_action),
                (any(|action| action.owner.trim().is_empty()), &mut gaps.no_owner),
                (any(|action| action.due.is_none()), &mut gaps.no_date),
                (open.iter().any(is_over), &mut gaps.overdue),
            ];
            for (lacks, list) in lists {
                if lacks {
                    list.push(item.id.clone());
                }
            }
        }
        gaps
    }
}

impl Response {
    /// Returns the actions that say anything and are not done.
    #[must_use]
    pub fn open_actions(&self) -> Vec<&Action> {
        self.actions.iter().filter(|action| !action.done && !action.is_blank()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Edit, Id, Judgement, Timestamp};
    use Level::{Approaching, Met};

    /// Returns an edition of five ticks in two parts, of which `c` is for neither level and `b` may not apply.
    fn edition() -> Edition {
        let item = |id: &str, levels: &[&str]| {
            let rule = serde_json::json!({ "when": "there is none", "reason": "None.", "write": "comments" });
            serde_json::json!({ "id": id, "question": "?", "tooltip": ".", "kind": "tick", "levels": levels,
                "not_applicable": if id == "b" { rule } else { serde_json::Value::Null } })
        };
        let both = ["approaching", "met"].as_slice();
        let one = [item("b", &["met"]), item("a", both), item("c", &[])];
        let parts = serde_json::json!([
            { "number": 1, "title": "One", "items": one },
            { "number": 2, "title": "Two", "items": [item("e", both), item("d", &["met"])] },
        ]);
        let whole = serde_json::json!({ "format": "standards-met/edition", "version": 1, "id": "small", "title": "t",
            "year": "y", "source": "s", "parts": parts });
        Edition::from_text(&whole.to_string()).expect("an edition")
    }

    fn home(edits: &[(&str, Edit)]) -> Assessment {
        let mut home = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        for (item, edit) in edits {
            home.edit(&ItemId((*item).into()), edit.clone(), Timestamp::default());
        }
        home
    }

    fn judge(judgement: Judgement) -> Edit {
        Edit::Judge(Some(judgement))
    }

    fn names(items: &[ItemId]) -> String {
        items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ")
    }

    /// A level, how many of how many are done for it, and what is left.
    type Row = (Level, usize, usize, String);

    /// Returns a row for each level, and the nearer one.
    fn progress(home: &Assessment, edition: &Edition) -> (Vec<Row>, Option<Level>) {
        let levels = home.levels(edition);
        let of = |one: &LevelProgress| (one.level, one.tally.settled(), one.tally.total(), names(&one.left));
        (levels.iter().map(of).collect(), nearer_level(&levels).map(|one| one.level))
    }

    #[test]
    fn what_is_left_stands_in_the_order_of_the_parts_and_the_lower_level_is_nearer() {
        let (edition, yes) = (edition(), judge(Judgement::Met));
        let begun = home(&[("e", yes.clone()), ("c", yes.clone())]);
        let levels = vec![(Approaching, 1, 2, "a".into()), (Met, 1, 4, "b a d".into())];
        assert_eq!(progress(&begun, &edition), (levels, Some(Approaching)));
        let reached = home(&[("e", yes.clone()), ("a", yes.clone()), ("d", judge(Judgement::NotYet))]);
        let levels = vec![(Approaching, 2, 2, String::new()), (Met, 2, 4, "b d".into())];
        assert_eq!(progress(&reached, &edition), (levels, Some(Met)));
        let all = [
            ("b", judge(Judgement::NotApplicable)),
            ("b", Edit::Reason("We have none".into())),
            ("e", yes.clone()),
            ("a", yes.clone()),
            ("d", yes),
        ];
        let levels = vec![(Approaching, 2, 2, String::new()), (Met, 4, 4, String::new())];
        assert_eq!(progress(&home(&all), &edition), (levels, None));
    }

    #[test]
    fn where_nothing_says_what_a_level_needs_there_are_none() {
        assert_eq!(home(&[]).levels(&Edition::built_in()), []);
        assert_eq!(home(&[]).levels(&Edition::default()), []);
        let sheet = Assessment { sheet_of: Some(Id("b".into())), ..home(&[]) };
        assert_eq!(sheet.levels(&edition()), [], "a sheet does not hold all of the questions");
        let mut one = edition();
        one.parts.iter_mut().flat_map(|part| &mut part.items).for_each(|item| {
            item.levels.retain(|level| *level == Met);
        });
        assert_eq!(progress(&home(&[]), &one), (vec![(Met, 0, 4, "b a e d".into())], Some(Met)));
    }

    #[test]
    fn a_plan_lacks_what_an_open_action_does_not_say() {
        let edition = edition();
        let action = |id: &str, edit| Edit::Action(Id(id.into()), edit);
        let what = |id| action(id, ActionEdit::What("Write it".into()));
        let owner = |id| action(id, ActionEdit::Owner("Helen".into()));
        let due = |id, day| action(id, ActionEdit::Due(Date::parse(day)));
        let plan = [
            // Complete, beside one that is done and was late.
            ("b", [what("1"), owner("1"), due("1", "2027-03-05")]),
            (
                "b",
                [what("2"), due("2", "2026-01-01"), action("2", ActionEdit::Done(Date::parse("2026-02-01")))],
            ),
            // What was to be done is done, and the answer is not yes yet.
            ("a", [what("3"), owner("3"), action("3", ActionEdit::Done(Date::parse("2027-01-01")))]),
            // Somebody is to do something.
            ("e", [owner("4"), due("4", "2027-03-04"), Edit::Comments(String::new())]),
            // Of two, the second lacks a day, and the first is late.
            ("d", [what("5"), owner("5"), due("5", "2027-03-03")]),
            ("d", [what("6"), action("6", ActionEdit::Owner(" ".into())), Edit::Comments(String::new())]),
            // Not needed for a level.
            ("c", [judge(Judgement::NotYet), what("7"), Edit::Comments(String::new())]),
        ];
        let edits: Vec<(&str, Edit)> =
            plan.into_iter().flat_map(|(item, edits)| edits.map(|edit| (item, edit))).collect();
        let today = Date::parse("2027-03-04").expect("a day");
        let gaps = home(&edits).plan_gaps(&edition, today);
        let lists = [&gaps.no_action, &gaps.no_owner, &gaps.no_date, &gaps.overdue].map(|list| names(list));
        assert_eq!(lists, ["a e", "d", "d", "d"]);
        assert!(!gaps.is_empty());
        let all = ["a", "b", "d", "e"].map(|item| (item, judge(Judgement::Met)));
        let of_met = |edits: &[(&str, Edit)]| home(edits).plan_gaps(&edition, today);
        assert_eq!(names(&of_met(&all[..3]).no_action), "e", "what was never started is not planned either");
        assert!(of_met(&all).is_empty());
    }
}
