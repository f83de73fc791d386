//! The words around last year's answers, and the years side by side.

use super::{capital, status};
use standards_met_core::assessment::{
    CarryOverChoice, CarryOverNote, Date, ItemMatch, MatchReason, OpenAction, StatusChange, Timestamp,
};
use standards_met_core::catalogue::{ItemId, WordingChange};

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
    let from = format!("{} of {year}", ids(&found.from));
    match (found.wording, found.basis) {
        (WordingChange::Same, _) => format!("Same question and guidance as {from}."),
        (WordingChange::OtherGuidance, _) => format!("Same question as {from}; the guidance changed."),
        (WordingChange::OtherQuestion, MatchReason::Likeness(percent)) => {
            format!("It may replace {from}: {percent}% of the wording is alike. Check that it asks the same.")
        }
        (WordingChange::OtherQuestion, _) => {
            format!("It replaces {from}. The question is worded differently.")
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
        CarryOverChoice::Carry => "Yes",
        CarryOverChoice::Check => "Yes, but answer again",
        CarryOverChoice::Leave => "No",
    }
}

/// What a choice has done.
#[must_use]
pub fn carried(carried: &CarryOverNote, is_blank: bool) -> String {
    match (carried.choice, carried.confirmed_at.is_some()) {
        (CarryOverChoice::Leave, _) if is_blank => "Last year’s answer is not used.".into(),
        (CarryOverChoice::Leave, _) => {
            "Last year’s answer is not used. What was typed or changed here this year stays.".into()
        }
        (_, true) => "Carried over and confirmed.".into(),
        (CarryOverChoice::Carry, _) => {
            "Carried over. Open the question to confirm that it is still true.".into()
        }
        (CarryOverChoice::Check, _) => {
            "Carried over. Open the question, check it, and answer Yes or Not yet.".into()
        }
    }
}

/// How many are decided.
#[must_use]
pub fn decided(decided: usize, all: usize, waiting: usize) -> String {
    if all == 0 {
        return "There are no answers to carry over.".into();
    }
    let waiting = match waiting {
        0 => String::new(),
        1 => " 1 answer still needs confirming.".into(),
        many => format!(" {many} answers still need confirming."),
    };
    format!("{decided} of {all} decided.{waiting}")
}

#[must_use]
pub fn carry_unchanged(left: usize) -> String {
    match left {
        1 => "Carry over the 1 unchanged question".into(),
        many => format!("Carry over all {many} unchanged questions"),
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
            "this was carried over from {from}. Read it, change anything that is no longer true, and confirm it."
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
pub fn still_open(open: &OpenAction, year: &str, today: Date) -> String {
    let what = match open.action.what.trim() {
        "" => "(not said what)",
        what => what,
    };
    let owner = match open.action.owner.trim() {
        "" => String::new(),
        owner => format!(", {owner}"),
    };
    let due = |day: Date| format!(", {} {}", if day < today { "was due on" } else { "due" }, day.in_words());
    let due = open.action.due.map(due).unwrap_or_default();
    let carried = if open.item.is_some() { "" } else { ", not carried over" };
    capital(&format!("{what}{owner}{due} ({} of {year}{carried})", open.from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use standards_met_core::assessment::Action;

    #[test]
    fn an_action_was_due_only_when_its_day_is_over() {
        let day = |text: &str| Date::parse(text).expect(text);
        let action = Action { what: "Ask Helen".into(), due: Some(day("2026-12-10")), ..Action::default() };
        let open = OpenAction { from: ItemId("1.1.1".into()), action, item: None };
        let said = |today: &str| still_open(&open, "2021-22", day(today));
        assert_eq!(
            said("2026-11-28"),
            "Ask Helen, due 10 December 2026 (1.1.1 of 2021-22, not carried over)"
        );
        assert_eq!(said("2026-12-10"), said("2026-11-28"));
        assert!(said("2026-12-11").starts_with("Ask Helen, was due on 10 December 2026"));
    }

    #[test]
    fn a_question_with_other_guidance_is_the_same_question() {
        let found =
            |wording, basis| ItemMatch { from: vec![ItemId("1.1.5".into())], basis, note: None, wording };
        let words = |wording, reason| basis(&found(wording, reason), "2021-22");
        assert_eq!(
            words(WordingChange::OtherGuidance, MatchReason::Likeness(66)),
            "Same question as 1.1.5 of 2021-22; the guidance changed."
        );
        assert!(words(WordingChange::OtherQuestion, MatchReason::Likeness(66)).contains("66%"));
    }

    #[test]
    fn how_many_are_decided_reads_as_a_sentence() {
        assert_eq!(decided(0, 0, 0), "There are no answers to carry over.");
        assert_eq!(decided(2, 5, 0), "2 of 5 decided.");
        assert_eq!(decided(2, 5, 1), "2 of 5 decided. 1 answer still needs confirming.");
        assert_eq!(carry_unchanged(1), "Carry over the 1 unchanged question");
    }
}
