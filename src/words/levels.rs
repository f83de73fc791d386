//! The words around the levels of the toolkit.

use super::{count, level};
use standards_met_core::assessment::{LevelProgress, PlanGaps};
use standards_met_core::catalogue::ItemId;

/// How far it is to a level.
#[must_use]
pub fn progress(progress: &LevelProgress) -> String {
    let LevelProgress { level: of, tally, .. } = progress;
    format!("{}: {} of {} done", level(*of), tally.settled(), tally.total())
}

/// What the plan for the questions that are left lacks: a sentence for each, with the questions.
#[must_use]
pub fn plan_gaps(gaps: &PlanGaps) -> Vec<(String, Vec<ItemId>)> {
    let PlanGaps { no_action, no_owner, no_date, overdue } = gaps;
    let all = [
        (no_action, no_action_yet as fn(usize) -> String),
        (no_owner, |many| format!("{} an action without an owner.", have(many))),
        (no_date, |many| format!("{} an action without a due date.", have(many))),
        (overdue, |many| format!("{} an action whose due date has passed.", have(many))),
    ];
    let some = all.into_iter().filter(|(items, _)| !items.is_empty());
    some.map(|(items, words)| (words(items.len()), items.clone())).collect()
}

fn no_action_yet(many: usize) -> String {
    let each = if many == 1 { "it" } else { "each" };
    format!("{} no action yet. The toolkit asks for a plan for {each}.", have(many))
}

fn have(many: usize) -> String {
    format!("{} {}", count(many, "question"), if many == 1 { "has" } else { "have" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gap_of_a_plan_is_a_sentence_and_what_is_complete_is_none() {
        let items = |many: usize| vec![ItemId("1.1".into()); many];
        let sentences = |gaps: &PlanGaps| -> Vec<String> {
            plan_gaps(gaps).into_iter().map(|(sentence, _)| sentence).collect()
        };
        let gaps = PlanGaps { no_action: items(3), no_owner: items(1), no_date: items(2), overdue: items(1) };
        let expected = [
            "3 questions have no action yet. The toolkit asks for a plan for each.",
            "1 question has an action without an owner.",
            "2 questions have an action without a due date.",
            "1 question has an action whose due date has passed.",
        ];
        assert_eq!(sentences(&gaps), expected);
        let one = PlanGaps { no_action: items(1), ..PlanGaps::default() };
        assert_eq!(sentences(&one), ["1 question has no action yet. The toolkit asks for a plan for it."]);
        assert_eq!(sentences(&PlanGaps::default()), Vec::<String>::new());
    }
}
