//! The status of an item: derived from its response each time, never stored.

use super::rules::is_doubtful;
use super::{Action, Assessment, Judgement, Response};
use crate::catalogue::{AnswerKind, Edition, EvidenceItem};

/// The status of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Met,
    NotApplicable,
    /// Carried over from another year, and nobody has confirmed yet that it still holds.
    ToConfirm,
    ActionPlanned,
    ActionNeeded,
    Incomplete,
    NotStarted,
}

impl Status {
    /// All statuses, in the order in which bars and counts show them.
    pub const ALL: [Self; 7] = [
        Self::Met,
        Self::NotApplicable,
        Self::ToConfirm,
        Self::ActionPlanned,
        Self::ActionNeeded,
        Self::Incomplete,
        Self::NotStarted,
    ];

    /// Returns whether nothing is left to do for this year.
    #[must_use]
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Met | Self::NotApplicable)
    }
}

/// Something that an item still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    Judgement,
    Answer,
    /// No document is named.
    Evidence,
    EvidenceTitle,
    EvidenceLocation,
    Reason,
    /// The item is judged not applicable, but the edition does not allow that.
    NotApplicableRule,
    /// There is no action, or an open one has no description.
    ActionWhat,
    ActionOwner,
    ActionDue,
    /// All actions are done, but the judgement is still "not yet".
    JudgementAfterActions,
    /// A rule of the edition speaks against the judgement, and nothing says why it is right all the same.
    Explanation,
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

impl Assessment {
    /// Returns what an item still lacks for the status that its judgement claims. Empty if nothing is missing.
    #[must_use]
    pub fn missing(&self, edition: &Edition, item: &EvidenceItem) -> Vec<Gap> {
        let Some(response) = self.response(&item.id) else {
            return vec![Gap::Judgement];
        };
        let mut missing = missing(item, response);
        if response.judgement.is_some()
            && blank(&response.explanation)
            && is_doubtful(edition, self, item, response)
        {
            missing.push(Gap::Explanation);
        }
        missing
    }

    /// Returns the status of an item.
    #[must_use]
    pub fn status(&self, edition: &Edition, item: &EvidenceItem) -> Status {
        let Some(given) = self.response(&item.id).filter(|response| !response.is_blank()) else {
            return Status::NotStarted;
        };
        match (given.judgement, self.missing(edition, item).is_empty()) {
            (Some(_), true) if given.awaits_confirmation() => Status::ToConfirm,
            (Some(Judgement::NotYet), true) => Status::ActionPlanned,
            (Some(Judgement::NotYet), false) => Status::ActionNeeded,
            (Some(Judgement::Met), true) => Status::Met,
            (Some(Judgement::NotApplicable), true) => Status::NotApplicable,
            (None, _) | (_, false) => Status::Incomplete,
        }
    }
}

fn missing(item: &EvidenceItem, response: &Response) -> Vec<Gap> {
    match response.judgement {
        None => vec![Gap::Judgement],
        Some(Judgement::Met) => missing_to_be_met(item.kind, response),
        Some(Judgement::NotApplicable) if item.not_applicable.is_none() => vec![Gap::NotApplicableRule],
        Some(Judgement::NotApplicable) if blank(&response.not_applicable_reason) => vec![Gap::Reason],
        Some(Judgement::NotApplicable) => Vec::new(),
        Some(Judgement::NotYet) => missing_to_be_planned(&response.actions),
    }
}

fn missing_to_be_met(kind: AnswerKind, response: &Response) -> Vec<Gap> {
    match kind {
        AnswerKind::Tick => Vec::new(),
        AnswerKind::Text if blank(&response.answer) => vec![Gap::Answer],
        AnswerKind::Text => Vec::new(),
        AnswerKind::Document => {
            let mut named = response.evidence.iter().filter(|evidence| !evidence.is_blank()).peekable();
            if named.peek().is_none() {
                return vec![Gap::Evidence];
            }
            let (mut title, mut location) = (false, false);
            for evidence in named {
                title |= blank(&evidence.title);
                location |= blank(&evidence.location);
            }
            [(title, Gap::EvidenceTitle), (location, Gap::EvidenceLocation)]
                .into_iter()
                .filter_map(|(lacks, what)| lacks.then_some(what))
                .collect()
        }
    }
}

fn missing_to_be_planned(actions: &[Action]) -> Vec<Gap> {
    let named: Vec<&Action> = actions.iter().filter(|action| !action.is_blank()).collect();
    if named.is_empty() {
        return vec![Gap::ActionWhat];
    }
    let open: Vec<&Action> = named.into_iter().filter(|action| !action.done).collect();
    if open.is_empty() {
        return vec![Gap::JudgementAfterActions];
    }
    [
        (open.iter().any(|action| blank(&action.what)), Gap::ActionWhat),
        (open.iter().any(|action| blank(&action.owner)), Gap::ActionOwner),
        (open.iter().any(|action| action.due.is_none()), Gap::ActionDue),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{ActionEdit, Date, Edit, EvidenceEdit, Id, Timestamp};
    use crate::catalogue::{Edition, ItemId};

    fn check(item: &str, edits: Vec<Edit>, expected: Status, lacks: &[Gap]) {
        let edition = Edition::built_in();
        let item = edition.item(&ItemId(item.into())).expect(item);
        let mut home = Assessment::new(Id("a".into()), "Home", "", Timestamp::default());
        for edit in edits {
            home.edit(&item.id, edit, Timestamp::default());
        }
        let response = home.response(&item.id);
        assert_eq!(home.status(&edition, item), expected, "{} {response:?}", item.id);
        assert_eq!(home.missing(&edition, item), lacks, "{} {response:?}", item.id);
    }

    fn judge(judgement: Judgement) -> Edit {
        Edit::Judge(Some(judgement))
    }

    fn action(edit: ActionEdit) -> Edit {
        Edit::Action(Id("a".into()), edit)
    }

    fn document(edit: EvidenceEdit) -> Edit {
        Edit::Evidence(Id("d".into()), edit)
    }

    const TEXT: &str = "1.1.5";
    const TICK: &str = "2.1.1";
    const DOCUMENT: &str = "1.2.1";
    const MAY_NOT_APPLY: &str = "6.2.1";

    #[test]
    fn nothing_given_is_not_started() {
        check(TEXT, vec![], Status::NotStarted, &[Gap::Judgement]);
        check(TEXT, vec![Edit::Answer("  \n".into())], Status::NotStarted, &[Gap::Judgement]);
    }

    #[test]
    fn text_without_a_judgement_is_incomplete() {
        check(TEXT, vec![Edit::Answer("Priya".into())], Status::Incomplete, &[Gap::Judgement]);
    }

    #[test]
    fn met_needs_what_the_item_asks_for() {
        use Judgement::Met;
        check(TICK, vec![judge(Met)], Status::Met, &[]);
        check(TEXT, vec![judge(Met)], Status::Incomplete, &[Gap::Answer]);
        check(TEXT, vec![judge(Met), Edit::Answer("Priya".into())], Status::Met, &[]);
        check(DOCUMENT, vec![judge(Met)], Status::Incomplete, &[Gap::Evidence]);
        let title = document(EvidenceEdit::Title("Privacy notice".into()));
        let location = document(EvidenceEdit::Location("Office, blue folder".into()));
        check(DOCUMENT, vec![judge(Met), title.clone()], Status::Incomplete, &[Gap::EvidenceLocation]);
        check(DOCUMENT, vec![judge(Met), location.clone()], Status::Incomplete, &[Gap::EvidenceTitle]);
        check(DOCUMENT, vec![judge(Met), title, location], Status::Met, &[]);
    }

    #[test]
    fn not_applicable_needs_a_rule_and_a_reason() {
        use Judgement::NotApplicable;
        check(TEXT, vec![judge(NotApplicable)], Status::Incomplete, &[Gap::NotApplicableRule]);
        check(MAY_NOT_APPLY, vec![judge(NotApplicable)], Status::Incomplete, &[Gap::Reason]);
        let reason = Edit::Reason("We use no computers".into());
        check(MAY_NOT_APPLY, vec![judge(NotApplicable), reason], Status::NotApplicable, &[]);
    }

    #[test]
    fn not_yet_is_planned_once_somebody_will_do_something_by_a_day() {
        use Judgement::NotYet;
        check(TICK, vec![judge(NotYet)], Status::ActionNeeded, &[Gap::ActionWhat]);
        let what = action(ActionEdit::What("Write it".into()));
        let owner = action(ActionEdit::Owner("Deputy".into()));
        let due = action(ActionEdit::Due(Date::parse("2026-11-30")));
        check(
            TICK,
            vec![judge(NotYet), what.clone()],
            Status::ActionNeeded,
            &[Gap::ActionOwner, Gap::ActionDue],
        );
        let planned = vec![judge(NotYet), what, owner, due];
        check(TICK, planned.clone(), Status::ActionPlanned, &[]);
        let done = [planned, vec![action(ActionEdit::Done(Date::parse("2026-12-01")))]].concat();
        check(TICK, done, Status::ActionNeeded, &[Gap::JudgementAfterActions]);
    }

    #[test]
    fn a_yes_that_the_persons_own_figures_contradict_is_not_met_until_they_say_why() {
        use Judgement::Met;
        let figures = |text: &str| vec![judge(Met), Edit::Comments(text.into())];
        check("3.2.1", figures("29 of 31 people (93.5%)"), Status::Incomplete, &[Gap::Explanation]);
        check("3.2.1", figures("30 of 31 people (96.7%)"), Status::Met, &[]);
        check("3.2.1", vec![judge(Judgement::NotYet)], Status::ActionNeeded, &[Gap::ActionWhat]);
        let explained = [figures("93%"), vec![Edit::Explain("Two are on leave".into())]].concat();
        check("3.2.1", explained, Status::Met, &[]);
    }
}
