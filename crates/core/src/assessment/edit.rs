//! The edits that a person can make to one response.

use super::{Action, Date, Evidence, Id, Judgement, Priority, Response};

/// One edit of a response. Text is kept exactly as typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Sets the judgement. `None` removes it, so that a choice made by mistake can be reversed completely.
    Judge(Option<Judgement>),
    Answer(String),
    Comments(String),
    Reason(String),
    /// Sets why the judgement is right although a rule of the edition speaks against it.
    Explain(String),
    /// Judges the item not applicable with this reason, as the interview suggests.
    Accept(String),
    /// Records what was entered in the official toolkit, as the digest of its boxes. `None` records that nothing was.
    Enter(Option<String>),
    /// Takes over the answer of somebody else, as described at [`Response::with_theirs`].
    Take(Box<Response>),
    /// Restores everything that the manager gave to this earlier state. The reviews stay as they are.
    Restore(Box<Response>),
    /// Replaces the response, including its reviews, with the result of [`Response::with_earlier`].
    BringBack(Box<Response>),
    /// Changes the evidence with this identifier. The first edit creates it.
    Evidence(Id, EvidenceEdit),
    RemoveEvidence(Id),
    /// Puts removed evidence back at this index, counted from 0, or at the end if the list is shorter now. Does nothing
    /// if evidence with the same identifier is present again.
    PutBackEvidence(usize, Evidence),
    /// Changes the action with this identifier. The first edit creates it.
    Action(Id, ActionEdit),
    RemoveAction(Id),
    /// Puts a removed action back, in the same way as [`Edit::PutBackEvidence`].
    PutBackAction(usize, Action),
}

/// One edit of a piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceEdit {
    Title(String),
    Location(String),
    ApprovedOn(Option<Date>),
    /// Notes what was typed of a date that is not whole, in the place of the date.
    ApprovedDraft(String),
}

/// One edit of an action.
#[derive(Clone, Debug, PartialEq)]
pub enum ActionEdit {
    What(String),
    Owner(String),
    Due(Option<Date>),
    /// Like [`EvidenceEdit::ApprovedDraft`].
    DueDraft(String),
    Priority(Option<Priority>),
    /// Marks the action as done on this day. `None` marks it as not done.
    Done(Option<Date>),
}

impl Response {
    /// Applies the edit. If it removed or took over something, returns the edit that reverses just that.
    pub(super) fn apply(&mut self, edit: Edit) -> Option<Edit> {
        match edit {
            Edit::Judge(judgement) => {
                self.judgement = judgement;
                self.suggested = false;
            }
            Edit::Answer(text) => self.answer = text,
            Edit::Comments(text) => self.comments = text,
            Edit::Reason(text) => {
                self.not_applicable_reason = text;
                self.suggested = false;
            }
            Edit::Explain(text) => self.explanation = text,
            Edit::Accept(reason) => {
                self.judgement = Some(Judgement::NotApplicable);
                self.not_applicable_reason = reason;
                self.suggested = true;
            }
            Edit::Enter(digest) => self.entered = digest,
            Edit::Take(theirs) => {
                let before = self.clone();
                *self = self.with_theirs(&theirs);
                return Some(Edit::Restore(Box::new(before)));
            }
            Edit::Restore(before) => {
                let (edited_at, reviews) = (self.edited_at, std::mem::take(&mut self.reviews));
                *self = Self { edited_at, reviews, ..*before };
            }
            Edit::BringBack(earlier) => *self = Self { edited_at: self.edited_at, ..*earlier },
            Edit::Evidence(id, edit) => {
                if !self.evidence.iter().any(|evidence| evidence.id == id) {
                    self.evidence.push(Evidence { id: id.clone(), ..Evidence::default() });
                }
                for evidence in self.evidence.iter_mut().filter(|evidence| evidence.id == id) {
                    evidence.apply(edit.clone());
                }
            }
            Edit::RemoveEvidence(id) => {
                let place = self.evidence.iter().position(|evidence| evidence.id == id)?;
                return Some(Edit::PutBackEvidence(place, self.evidence.remove(place)));
            }
            Edit::PutBackEvidence(place, evidence) => {
                if !self.evidence.iter().any(|there| there.id == evidence.id) {
                    self.evidence.insert(place.min(self.evidence.len()), evidence);
                }
            }
            Edit::Action(id, edit) => {
                if !self.actions.iter().any(|action| action.id == id) {
                    self.actions.push(Action { id: id.clone(), ..Action::default() });
                }
                for action in self.actions.iter_mut().filter(|action| action.id == id) {
                    action.apply(edit.clone());
                }
            }
            Edit::RemoveAction(id) => {
                let place = self.actions.iter().position(|action| action.id == id)?;
                return Some(Edit::PutBackAction(place, self.actions.remove(place)));
            }
            Edit::PutBackAction(place, action) => {
                if !self.actions.iter().any(|there| there.id == action.id) {
                    self.actions.insert(place.min(self.actions.len()), action);
                }
            }
        }
        None
    }
}

impl Evidence {
    fn apply(&mut self, edit: EvidenceEdit) {
        match edit {
            EvidenceEdit::Title(text) => self.title = text,
            EvidenceEdit::Location(text) => self.location = text,
            EvidenceEdit::ApprovedOn(date) => (self.approved_on, self.approved_draft) = (date, String::new()),
            EvidenceEdit::ApprovedDraft(draft) => (self.approved_on, self.approved_draft) = (None, draft),
        }
    }
}

impl Action {
    fn apply(&mut self, edit: ActionEdit) {
        match edit {
            ActionEdit::What(text) => self.what = text,
            ActionEdit::Owner(text) => self.owner = text,
            ActionEdit::Due(date) => (self.due, self.due_draft) = (date, String::new()),
            ActionEdit::DueDraft(draft) => (self.due, self.due_draft) = (None, draft),
            ActionEdit::Priority(priority) => self.priority = priority,
            ActionEdit::Done(day) => (self.done, self.done_on) = (day.is_some(), day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Assessment, Timestamp, newest_of_each};
    use crate::catalogue::ItemId;

    fn at(second: f64) -> Timestamp {
        Timestamp::from_millis(second * 1000.0)
    }

    #[test]
    fn the_first_edit_of_an_item_makes_its_response_and_later_ones_keep_the_rest() {
        let item = ItemId("1.1.5".into());
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        assessment.edit(&item, Edit::Answer(" typed  as is\n".into()), at(1.0));
        assessment.edit(&item, Edit::Judge(Some(Judgement::Met)), at(2.0));
        let response = assessment.response(&item).expect("a response");
        assert_eq!(response.answer, " typed  as is\n");
        assert_eq!(response.judgement, Some(Judgement::Met));
        assert_eq!((response.edited_at, assessment.edited_at), (at(2.0), at(2.0)));
        assert_eq!(assessment.responses.len(), 1);
    }

    #[test]
    fn a_draft_action_comes_into_being_once_and_is_then_changed() {
        let mut response = Response::empty(ItemId("1.1.5".into()));
        let id = Id("draft".into());
        response.apply(Edit::Action(id.clone(), ActionEdit::What("Write it down".into())));
        response.apply(Edit::Action(id.clone(), ActionEdit::Owner("Deputy".into())));
        response.apply(Edit::Action(Id("second".into()), ActionEdit::Done(Date::parse("2022-03-14"))));
        assert_eq!(response.actions.len(), 2);
        assert_eq!(response.actions.first().map(|action| action.owner.as_str()), Some("Deputy"));
        response.apply(Edit::RemoveAction(id));
        assert_eq!(response.actions.len(), 1);
    }

    #[test]
    fn what_was_removed_goes_back_to_its_place_and_takes_nothing_with_it() {
        let mut response = Response::empty(ItemId("1.1.2".into()));
        for name in ["first", "second", "third"] {
            response.apply(Edit::Evidence(Id(name.into()), EvidenceEdit::Title(name.into())));
        }
        let undo = response.apply(Edit::RemoveEvidence(Id("second".into()))).expect("something was removed");
        response.apply(Edit::Answer("typed since".into()));
        assert_eq!(response.apply(undo.clone()), None);
        // Applying it again does not add a second copy.
        assert_eq!(response.apply(undo), None);
        let titles: Vec<&str> = response.evidence.iter().map(|evidence| evidence.title.as_str()).collect();
        assert_eq!(
            (titles.join(" ").as_str(), response.answer.as_str()),
            ("first second third", "typed since")
        );
        assert_eq!(response.apply(Edit::RemoveAction(Id("none".into()))), None);
    }

    #[test]
    fn what_somebody_else_answered_takes_nothing_away_and_can_be_undone() {
        let item = ItemId("9.1.1".into());
        let of = |edits: Vec<Edit>| {
            let mut response = Response::empty(item.clone());
            edits.into_iter().for_each(|edit| {
                response.apply(edit);
            });
            response
        };
        let action = |id: &str, edit| Edit::Action(Id(id.into()), edit);
        let mut ours = of(vec![
            Edit::Accept("Our organisation has none.".into()),
            Edit::Comments("Ask them".into()),
            Edit::Evidence(Id("d".into()), EvidenceEdit::Title("Invoice".into())),
            action("a", ActionEdit::What("Ask".into())),
        ]);
        let theirs = of(vec![
            Edit::Judge(Some(Judgement::Met)),
            Edit::Answer("Changed in May".into()),
            action("b", ActionEdit::What("Change it again".into())),
        ]);
        let before = ours.clone();
        let undo = ours.apply(Edit::Take(Box::new(theirs.clone()))).expect("it can be undone");
        assert_eq!((ours.judgement, ours.suggested), (Some(Judgement::Met), false));
        assert_eq!((ours.answer.as_str(), ours.comments.as_str()), ("Changed in May", "Ask them"));
        assert_eq!((ours.evidence.len(), ours.actions.len()), (1, 2));
        assert_eq!(ours.with_theirs(&theirs), ours, "taken twice is taken once");
        // A response without a judgement leaves ours in place.
        let unsaid = of(vec![Edit::Answer("Changed in June".into())]);
        assert_eq!(ours.with_theirs(&unsaid).judgement, Some(Judgement::Met));
        assert_eq!(ours.apply(undo), None);
        assert_eq!(ours, before);
    }

    #[test]
    fn a_clock_that_was_put_back_does_not_make_the_newer_edit_the_older() {
        let item = ItemId("1.1.5".into());
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0.0));
        assessment.edit(&item, Edit::Answer("typed first".into()), at(100.0));
        let before = assessment.clone();
        assessment.edit(&item, Edit::Answer("typed second".into()), at(50.0));
        let response = assessment.response(&item).expect("a response");
        assert!(response.edited_at > at(100.0) && assessment.edited_at > at(100.0));
        let merged = newest_of_each(&before, &assessment);
        assert_eq!(merged.response(&item).map(|response| response.answer.as_str()), Some("typed second"));
    }

    #[test]
    fn clearing_every_field_makes_the_response_blank_again() {
        let mut response = Response::empty(ItemId("1.1.2".into()));
        response.apply(Edit::Evidence(Id("e".into()), EvidenceEdit::Title("IAR".into())));
        assert!(!response.is_blank());
        response.apply(Edit::Evidence(Id("e".into()), EvidenceEdit::Title("  ".into())));
        assert!(response.is_blank());
        response.apply(Edit::Judge(Some(Judgement::Met)));
        assert!(!response.is_blank());
        response.apply(Edit::Judge(None));
        assert!(response.is_blank());
    }
}
