//! Where the person left off.

use super::{Assessment, Standing, standing};
use crate::catalogue::{Edition, EvidenceItem};

/// The one item to go to next, and why it is that one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CarryOn<'a> {
    /// Nothing is answered yet: the first item.
    Begin(&'a EvidenceItem),
    /// The item edited last, which is not settled or planned.
    Resume(&'a EvidenceItem),
    /// The next item with something left to say.
    Next(&'a EvidenceItem),
    /// Every item is met, not applicable, or has a planned action.
    Finished,
}

/// Chooses where to carry on: the item edited last while it wants more, else the next one that does, in printed
/// order from there and round again.
#[must_use]
pub fn carry_on<'a>(edition: &'a Edition, assessment: &Assessment) -> CarryOn<'a> {
    let wants_more = |item: &EvidenceItem| {
        let standing = standing(item, assessment.response(&item.id));
        !standing.is_settled() && standing != Standing::ActionPlanned
    };
    let known = |response: &&super::Response| !response.is_blank() && edition.item(&response.item).is_some();
    let last = assessment.responses.iter().filter(known).max_by_key(|response| response.edited_at);
    let Some(last) = last else {
        return edition.items().next().map_or(CarryOn::Finished, CarryOn::Begin);
    };
    if let Some(item) = edition.item(&last.item).filter(|item| wants_more(item)) {
        return CarryOn::Resume(item);
    }
    let place = edition.place_of(&last.item).unwrap_or_default();
    let mut from_there = edition.items().skip(place).chain(edition.items().take(place));
    from_there.find(|item| wants_more(item)).map_or(CarryOn::Finished, CarryOn::Next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Edit, Id, Judgement, Timestamp};
    use crate::catalogue::ItemId;

    fn at(second: usize) -> Timestamp {
        Timestamp::from_millis(f64::from(u32::try_from(second).unwrap_or_default()) * 1000.0)
    }

    fn after(edits: &[(&str, Edit)]) -> String {
        let edition = Edition::built_in();
        let mut assessment = Assessment::new(Id("a".into()), "Home", "", at(0));
        for (second, (item, edit)) in edits.iter().enumerate() {
            assessment.edit(&ItemId((*item).into()), edit.clone(), at(second));
        }
        match carry_on(&edition, &assessment) {
            CarryOn::Begin(item) => format!("begin {}", item.id),
            CarryOn::Resume(item) => format!("resume {}", item.id),
            CarryOn::Next(item) => format!("next {}", item.id),
            CarryOn::Finished => "finished".into(),
        }
    }

    #[test]
    fn a_new_assessment_begins_at_the_first_item() {
        assert_eq!(after(&[]), "begin 1.1.5");
    }

    #[test]
    fn an_item_left_half_done_is_resumed() {
        let edits = [("2.1.1", Edit::Judge(Judgement::Met)), ("1.1.5", Edit::Answer("Pri".into()))];
        assert_eq!(after(&edits), "resume 1.1.5");
    }

    #[test]
    fn after_a_settled_item_comes_the_next_open_one_and_the_end_wraps_round() {
        assert_eq!(after(&[("2.1.1", Edit::Judge(Judgement::Met))]), "next 2.1.2");
        assert_eq!(after(&[("10.2.1", Edit::Judge(Judgement::Met))]), "next 1.1.5");
    }
}
