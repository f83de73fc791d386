//! The comparison of years: the tally of each part, what has improved or slipped, and which actions are still open.

use super::matching::matching;
use super::open::still_open;
use super::parts::parts;
use super::year::{Continuations, StatusChange, Year, YearStep, Years};
use crate::assessment::{Response, Status};
use crate::catalogue::{Edition, ItemId};

/// Compares years, given the oldest first. An item continues what the note on its response says. Without a note, it
/// continues what its edition says or prints, or an item with the same question. What only resembles an item that was
/// answered is undecided until somebody has said whether its answer is to be used.
#[must_use]
pub fn years(all: &[Year]) -> Years {
    let pairs = || all.iter().zip(all.iter().skip(1));
    let (continued, undecided): (Vec<Continuations>, Vec<Continuations>) =
        pairs().map(|(older, newer)| continued(older, newer)).unzip();
    let totals = all.iter().map(|year| year.assessment.tally(year.edition)).collect();
    let steps = pairs().zip(continued.iter().zip(undecided));
    let steps =
        steps.map(|((older, newer), (continued, undecided))| step(older, newer, continued, undecided));
    let steps = steps.collect();
    Years { parts: parts(all, &continued), totals, steps }
}

/// Returns what each item continues, and what the undecided ones resemble.
fn continued(older: &Year, newer: &Year) -> (Continuations, Continuations) {
    let (mut continued, mut undecided) = (Vec::new(), Vec::new());
    for (item, found) in matching(older.edition, newer.edition).items {
        let noted = newer.assessment.response(&item).and_then(|response| noted(older.edition, response));
        let from = match (noted, found) {
            (Some(noted), _) => noted,
            (None, Some(found)) if found.is_certain() || !has_answer(older, &found.from) => found.from,
            (None, Some(found)) => {
                undecided.push((item.clone(), found.from));
                Vec::new()
            }
            (None, None) => Vec::new(),
        };
        continued.push((item, from));
    }
    (continued, undecided)
}

/// Returns whether there is an answer to any of these items: without one, there is nothing to decide on.
fn has_answer(year: &Year, items: &[ItemId]) -> bool {
    items.iter().any(|item| year.assessment.response(item).is_some_and(|response| !response.is_blank()))
}

/// Returns what the note on the response says it continues of this edition, in whatever wording. `None` when the note
/// is about another edition, or when the edition has none of the items.
fn noted(older: &Edition, response: &Response) -> Option<Vec<ItemId>> {
    let note = response.carried().filter(|note| note.edition.split('/').next() == Some(older.id.as_str()))?;
    let there: Vec<ItemId> = note.items.into_iter().filter(|id| older.item(id).is_some()).collect();
    (!there.is_empty()).then_some(there)
}

fn step(older: &Year, newer: &Year, continued: &Continuations, undecided: Continuations) -> YearStep {
    let mut step = YearStep { undecided, ..YearStep::default() };
    for (item, from) in continued {
        let before = from.iter().filter_map(|id| older.status(id)).max_by_key(|status| rank(*status));
        let (Some(before), Some(now)) = (before, newer.status(item)) else {
            if !step.undecided.iter().any(|(open, _)| open == item) {
                step.new.push(item.clone());
            }
            continue;
        };
        // Whether it is as it was, nobody has said yet.
        if now == Status::ToConfirm {
            continue;
        }
        let moved = StatusChange { item: item.clone(), from: from.clone(), before, now };
        match rank(now).cmp(&rank(before)) {
            std::cmp::Ordering::Less => step.improved.push(moved),
            std::cmp::Ordering::Greater => step.slipped.push(moved),
            std::cmp::Ordering::Equal => {}
        }
    }
    let dropped = older.edition.items().map(|item| &item.id);
    let has_next = |id: &ItemId| continued.iter().chain(&step.undecided).any(|(_, from)| from.contains(id));
    step.dropped = dropped.filter(|id| !has_next(id)).cloned().collect();
    step.open = still_open(older, newer, continued);
    step
}

/// Returns how far a status is from being settled. Met and not applicable are equally good.
fn rank(status: Status) -> usize {
    if status.is_settled() { 0 } else { status as usize }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Assessment, CarryOverChoice, Edit, Id, Judgement, Tally, Timestamp};
    use serde_json::{Value, json};

    fn at(second: f64) -> Timestamp {
        Timestamp::from_millis(second * 1000.0)
    }

    type Items<'a> = &'a [(&'a str, &'a str, &'a str)];
    type Counts = Vec<Option<(usize, usize)>>;

    /// Returns an edition with these parts. Each item is given as its number, its question, and the numbers that it
    /// replaces in last year's edition, joined by `+`.
    fn edition(id: &str, parts: &[(&str, Items)]) -> Edition {
        let item = |(number, question, of): &(&str, &str, &str)| {
            let says: Vec<&str> = of.split('+').filter(|of| !of.is_empty()).collect();
            json!({
                "id": number, "question": question, "tooltip": "", "kind": "tick",
                "replaces": [{ "edition": "old", "items": says }],
            })
        };
        let part = |(title, items): &(&str, Items)| -> Value {
            json!({ "number": 1, "title": title, "items": items.iter().map(item).collect::<Vec<_>>() })
        };
        let whole = json!({
            "format": "standards-met/edition", "version": 1, "id": id, "title": id, "year": "2020-21", "source": "",
            "parts": parts.iter().map(part).collect::<Vec<_>>(),
        });
        Edition::read(whole.as_object().cloned().expect("an object")).expect("an edition")
    }

    fn home(edits: &[(&str, Edit)]) -> Assessment {
        let mut home = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        for (item, edit) in edits {
            home.edit(&ItemId((*item).into()), edit.clone(), at(1.0));
        }
        home
    }

    fn met() -> Edit {
        Edit::Judge(Some(Judgement::Met))
    }

    fn action(id: &str, edit: ActionEdit) -> Edit {
        Edit::Action(Id(id.into()), edit)
    }

    fn what(id: &str) -> Edit {
        action(id, ActionEdit::What(id.into()))
    }

    fn numbers<'a>(items: impl IntoIterator<Item = &'a ItemId>) -> String {
        items.into_iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ")
    }

    fn two(old: (&Edition, &Assessment), new: (&Edition, &Assessment)) -> Years {
        let year = |(edition, assessment)| Year { edition, assessment };
        years(&[year(old), year(new)])
    }

    const LIST: &str = "Is there a list of suppliers?";
    const PHONES: &str = "How are mobile phones kept safe when stolen?";

    #[test]
    fn parts_are_compared_by_their_titles_and_a_year_without_one_has_no_count() {
        let old = edition("old", &[("Phones", &[("1", PHONES, "")]), ("Staff", &[("2", LIST, "")])]);
        let new = edition(
            "new",
            &[("staff", &[("1", LIST, ""), ("3", "Who?", "")]), ("Wires", &[("4", "Why?", "")])],
        );
        let found = two((&old, &home(&[("2", met())])), (&new, &home(&[])));
        let counted: Vec<(&str, Counts)> = found
            .parts
            .iter()
            .map(|line| {
                let count = |found: &Option<(String, Tally)>| {
                    found.as_ref().map(|(_, tally)| (tally.settled(), tally.total()))
                };
                (line.title.as_str(), line.years.iter().map(count).collect())
            })
            .collect();
        let expected = [
            ("staff", vec![Some((1, 1)), Some((0, 2))]),
            ("Wires", vec![None, Some((0, 1))]),
            ("Phones", vec![Some((0, 1)), None]),
        ];
        assert_eq!(counted, expected);
        assert_eq!(found.totals.iter().map(Tally::total).collect::<Vec<_>>(), [2, 3]);
        assert_eq!((years(&[]), found.steps.len()), (Years::default(), 1));
    }

    #[test]
    fn a_part_that_is_called_otherwise_is_the_one_that_most_of_its_items_come_from() {
        let old = edition(
            "old",
            &[("Staffing", &[("1", LIST, ""), ("2", "Who?", "")]), ("Phones", &[("3", PHONES, "")])],
        );
        let new = edition(
            "new",
            &[("Devices", &[("1", PHONES, "3")]), ("People", &[("2", LIST, "1"), ("3", "Who is it?", "2")])],
        );
        let found = two((&old, &home(&[])), (&new, &home(&[])));
        let titles: Vec<Vec<Option<&str>>> = found
            .parts
            .iter()
            .map(|line| {
                line.years.iter().map(|year| year.as_ref().map(|(title, _)| title.as_str())).collect()
            })
            .collect();
        assert_eq!(titles, [[Some("Phones"), Some("Devices")], [Some("Staffing"), Some("People")]]);
    }

    #[test]
    fn what_improved_and_slipped_is_measured_against_the_worst_of_what_it_continues() {
        let old = edition(
            "old",
            &[(
                "Staff",
                &[
                    ("1", LIST, ""),
                    ("2", PHONES, ""),
                    ("3", "Who?", ""),
                    ("4", "Why not?", ""),
                    ("5", "A?", ""),
                ],
            )],
        );
        let new = edition(
            "new",
            &[(
                "Staff",
                &[("7", "Both?", "1+2"), ("8", "Who?", ""), ("9", "Whether?", "4"), ("1", "New one?", "")],
            )],
        );
        let before = home(&[("1", met()), ("3", met()), ("4", Edit::Judge(Some(Judgement::NotYet)))]);
        let now = home(&[("7", met()), ("9", Edit::Judge(Some(Judgement::NotYet))), ("9", what("a"))]);
        let step = two((&old, &before), (&new, &now)).steps.remove(0);
        let moved = |list: &[StatusChange]| -> Vec<(String, String, Status, Status)> {
            list.iter().map(|one| (one.item.0.clone(), numbers(&one.from), one.before, one.now)).collect()
        };
        let up = ("7".to_owned(), "1 2".to_owned(), Status::NotStarted, Status::Met);
        let down = ("8".to_owned(), "3".to_owned(), Status::Met, Status::NotStarted);
        assert_eq!((moved(&step.improved), moved(&step.slipped)), (vec![up], vec![down]));
        assert_eq!((numbers(&step.new), numbers(&step.dropped)), ("1".into(), "5".into()));
    }

    #[test]
    fn met_and_not_applicable_are_equally_good() {
        assert_eq!(rank(Status::Met), rank(Status::NotApplicable));
        assert!(rank(Status::Met) < rank(Status::ActionPlanned));
        assert!(rank(Status::ActionNeeded) < rank(Status::NotStarted));
    }

    #[test]
    fn a_note_goes_before_what_the_editions_say_and_what_is_only_alike_is_undecided() {
        let old = edition("old", &[("Staff", &[("1", LIST, ""), ("2", PHONES, "")])]);
        let nearly = "Is there a full list of suppliers?";
        let new = edition("new", &[("Staff", &[("5", nearly, ""), ("6", PHONES, "2")])]);
        let mut now = home(&[]);
        let before = home(&[("1", met())]);
        let unsure = two((&old, &before), (&new, &now)).steps.remove(0);
        assert_eq!((numbers(&unsure.new), numbers(&unsure.dropped)), (String::new(), String::new()));
        assert_eq!(unsure.undecided, [(ItemId("5".into()), vec![ItemId("1".into())])]);
        // Without an answer there is nothing to decide on.
        let blank = two((&old, &home(&[])), (&new, &now)).steps.remove(0);
        assert_eq!(
            (blank.undecided, numbers(&blank.new), numbers(&blank.dropped)),
            (vec![], String::new(), String::new())
        );
        // Left with last year is decided, too.
        let five = new.item(&ItemId("5".into())).expect("an item");
        let mut left = now.clone();
        left.carry(five, &old, &[], &[ItemId("1".into())], &[], CarryOverChoice::Leave, at(5.0));
        assert_eq!(two((&old, &before), (&new, &left)).steps.remove(0).undecided, []);
        let six = new.item(&ItemId("6".into())).expect("an item");
        now.carry(six, &old, &[], &[ItemId("1".into())], &[], CarryOverChoice::Carry, at(5.0));
        let step = two((&old, &home(&[("1", met())])), (&new, &now)).steps.remove(0);
        assert_eq!(step.slipped.iter().map(|one| numbers(&one.from)).collect::<Vec<_>>(), ["1"]);
        assert_eq!(numbers(&step.dropped), "2");
    }
}
