//! The words around last year's answers, and the years side by side.

use super::{capital, status};
use standards_met_core::assessment::{
    CarryOverChoice, CarryOverNote, ItemMatch, MatchReason, OpenAction, StatusChange, Timestamp,
};
use standards_met_core::catalogue::ItemId;

pub fn ids(items: &[ItemId]) -> String {
    items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" and ")
}

#[must_use]
pub fn asked_in(year: &str) -> String {
    format!("Asked in {year}")
}

#[must_use]
pub fn guidance_in(year: &str) -> String {
    format!("Guidance in {year}")
}

#[must_use]
pub fn answered_in(year: &str) -> String {
    format!("Answered in {year}")
}

/// Why an item is shown beside an earlier one.
#[must_use]
pub fn basis(found: &ItemMatch, year: &str) -> String {
    let (from, same) = (ids(&found.from), !found.reworded);
    let words = if same { ", with the same words" } else { ", with other words" };
    match found.basis {
        MatchReason::Replaces | MatchReason::Printed => {
            format!("The edition says that it continues {from} of {year}{words}.")
        }
        MatchReason::Likeness(_) if same => {
            format!("A suggestion: {from} of {year} asked it with the same words.")
        }
        MatchReason::Likeness(percent) => {
            format!("A suggestion: it is worded like {from} of {year} ({percent}% alike).")
        }
    }
}

#[must_use]
pub fn chosen_by_you(items: &[ItemId], year: &str) -> String {
    format!("You chose {} of {year}.", ids(items))
}

#[must_use]
pub fn choice(choice: CarryOverChoice) -> &'static str {
    match choice {
        CarryOverChoice::Carry => "Carry",
        CarryOverChoice::Check => "Carry and check",
        CarryOverChoice::Leave => "Leave",
    }
}

/// What a choice has done.
#[must_use]
pub fn carried(carried: &CarryOverNote, is_blank: bool) -> String {
    match (carried.choice, carried.confirmed_at.is_some()) {
        (CarryOverChoice::Leave, _) if is_blank => "Left with last year.".into(),
        (CarryOverChoice::Leave, _) => {
            "Left with last year. What was typed or changed here this year stays.".into()
        }
        (_, true) => "Carried over, and confirmed.".into(),
        (CarryOverChoice::Carry, _) => "Carried over. Open the item to confirm that it still holds.".into(),
        (CarryOverChoice::Check, _) => {
            "Carried over. Open the item, check it, and answer yes or not yet.".into()
        }
    }
}

/// How many are decided.
#[must_use]
pub fn decided(decided: usize, all: usize, waiting: usize) -> String {
    if all == 0 {
        return "There is no answer that could be carried over.".into();
    }
    let waiting = match waiting {
        0 => String::new(),
        1 => " 1 carried answer waits to be confirmed.".into(),
        many => format!(" {many} carried answers wait to be confirmed."),
    };
    format!("{decided} of {all} decided.{waiting}")
}

#[must_use]
pub fn carry_the_same(left: usize) -> String {
    match left {
        1 => "Carry the one that is asked with the same words".into(),
        many => format!("Carry all {many} that are asked with the same words"),
    }
}

/// On the item's own page. `None` where there is nothing to say.
#[must_use]
pub fn carried_note(
    carried: &CarryOverNote,
    waits: bool,
    day: impl Fn(Timestamp) -> String,
) -> Option<String> {
    let from = format!("{} of {}", ids(&carried.items), carried.year);
    match (carried.choice, waits) {
        (CarryOverChoice::Leave, _) => None,
        (CarryOverChoice::Carry, true) => Some(format!(
            "this was carried over from {from}. Read it, change what is no longer so, and confirm it."
        )),
        (CarryOverChoice::Check, true) => Some(format!(
            "the texts were carried over from {from}. Check them against the question as it is now, and answer it below."
        )),
        (_, false) => {
            let confirmed = carried.confirmed_at.map(|at| format!(" on {}", day(at))).unwrap_or_default();
            Some(format!("Carried over from {from} and confirmed{confirmed}."))
        }
    }
}

/// From which standing to which an item has come.
#[must_use]
pub fn moved(moved: &StatusChange) -> String {
    format!("{}, then {}", status(moved.before), lower(status(moved.now)))
}

fn lower(words: &str) -> String {
    words.to_lowercase()
}

#[must_use]
pub fn still_open_since(year: &str) -> String {
    format!("Actions of {year} that are still open")
}

/// An action that is not done.
#[must_use]
pub fn still_open(open: &OpenAction, year: &str) -> String {
    let what = match open.action.what.trim() {
        "" => "(not said what)",
        what => what,
    };
    let owner = match open.action.owner.trim() {
        "" => String::new(),
        owner => format!(", {owner}"),
    };
    let due = open.action.due.map(|day| format!(", was due by {}", day.in_words())).unwrap_or_default();
    let carried = if open.item.is_some() { "" } else { ", not carried over" };
    capital(&format!("{what}{owner}{due} ({} of {year}{carried})", open.from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_are_decided_reads_as_a_sentence() {
        assert_eq!(decided(0, 0, 0), "There is no answer that could be carried over.");
        assert_eq!(decided(2, 5, 0), "2 of 5 decided.");
        assert_eq!(decided(2, 5, 1), "2 of 5 decided. 1 carried answer waits to be confirmed.");
        assert_eq!(carry_the_same(1), "Carry the one that is asked with the same words");
    }
}
