//! Carrying over the response to one or more items into an item of another edition.

use super::bring::judgement;
use super::note::{BROUGHT, CARRIED, CarryOverChoice, CarryOverNote, JUDGEMENT, MADE};
use crate::assessment::{Assessment, Edit, Response, Timestamp};
use crate::catalogue::{Edition, EvidenceItem, ItemId};
use serde_json::Value;

impl Assessment {
    /// Applies a choice to one item: brings over what was answered to `items` of the edition `from`, as far as the
    /// choice says. `sources` are the responses to these items that exist. `earlier` are the responses to the items
    /// that an earlier choice named. Making the same choice again changes nothing.
    ///
    /// What the item already has stays. Its judgement wins, and what is carried over goes below its texts and beside
    /// its documents and actions, unless it is there already. What an earlier choice brought is removed first, unless
    /// somebody has edited it. Between [`CarryOverChoice::Carry`] and [`CarryOverChoice::Check`] for the same items,
    /// only the judgement is added or removed.
    #[allow(clippy::too_many_arguments)]
    pub fn carry(
        &mut self,
        item: &EvidenceItem,
        from: &Edition,
        sources: &[&Response],
        items: &[ItemId],
        earlier: &[&Response],
        choice: CarryOverChoice,
        now: Timestamp,
    ) {
        let edition = format!("{}/{}", from.id, from.hash);
        let present = self.response(&item.id).cloned().unwrap_or_else(|| Response::empty(item.id.clone()));
        let known = present.carried();
        let same = known.as_ref().filter(|known| known.edition == edition && known.items == items);
        if same.is_some_and(|same| same.choice == choice) {
            return;
        }
        let is_here = same.is_some_and(|same| same.choice != CarryOverChoice::Leave)
            && choice != CarryOverChoice::Leave;
        let untouched = present.is_as_made();
        let before = match is_here {
            // Nobody has edited the response, so nobody has given the judgement: it was brought.
            true if untouched => Response { judgement: None, ..present.clone() },
            true => present.without_borrowed(),
            false => present.before_the_choice(earlier),
        };
        let mut made = before.clone();
        let brought = if is_here {
            // It was brought by the earlier choice.
            present.note().and_then(|note| note.get(BROUGHT)).cloned()
        } else {
            if choice != CarryOverChoice::Leave {
                made.bring(sources);
            }
            Some(Value::Object(made.brought_since(&before)))
        };
        if choice == CarryOverChoice::Carry && made.judgement.is_none() {
            made.judgement = judgement(item, sources, items);
        }
        // The interview may withdraw only a response that is still as it suggested.
        made.suggested &=
            made.judgement == before.judgement && made.not_applicable_reason == before.not_applicable_reason;
        let (items, year) = (items.to_vec(), from.year.clone());
        let mut note = CarryOverNote { edition, year, items, choice, at: now, confirmed_at: None }.write();
        let judged = match choice {
            CarryOverChoice::Carry => made.judgement.filter(|_| before.judgement.is_none()),
            CarryOverChoice::Check => made.judgement,
            CarryOverChoice::Leave => None,
        };
        note.extend(judged.map(|judged| (JUDGEMENT.to_owned(), Value::String(judged.name().into()))));
        note.extend(brought.map(|brought| (BROUGHT.to_owned(), brought)));
        if if is_here { untouched } else { before.is_blank() } {
            note.insert(MADE.into(), Value::String(made.given_sha256()));
        }
        made.extra.insert(CARRIED.into(), Value::Object(note));
        self.edit(&item.id, Edit::Restore(Box::new(made)), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::carrying::bring::other_id;
    use crate::assessment::{ActionEdit, Date, EvidenceEdit, Id, Judgement};

    fn at(second: f64) -> Timestamp {
        Timestamp::from_millis(second * 1000.0)
    }

    fn response(item: &str, edits: Vec<Edit>) -> Response {
        let mut home = Assessment::new(Id("old".into()), "Home", "", at(0.0));
        edits.into_iter().for_each(|edit| {
            home.edit(&ItemId(item.into()), edit, at(1.0));
        });
        home.responses.pop().unwrap_or_else(|| Response::empty(ItemId(item.into())))
    }

    struct Case {
        edition: Edition,
        item: EvidenceItem,
        home: Assessment,
    }

    /// Returns a case whose item has a "not applicable" rule if `rule` is set.
    fn case(rule: bool) -> Case {
        let edition = Edition::built_in();
        let item = edition.items().find(|item| item.not_applicable.is_some() == rule).expect("one").clone();
        Case { edition, item, home: Assessment::new(Id("new".into()), "Home", "", at(10.0)) }
    }

    impl Case {
        fn carry(&mut self, sources: &[Response], choice: CarryOverChoice, second: f64) -> Response {
            let items: Vec<ItemId> = sources.iter().map(|source| source.item.clone()).collect();
            let sources: Vec<&Response> = sources.iter().collect();
            // Every test chooses among the same sources, so they are also the earlier ones.
            self.home.carry(&self.item, &self.edition, &sources, &items, &sources, choice, at(second));
            self.home.response(&self.item.id).cloned().expect("a response")
        }

        fn edit(&mut self, edit: Edit) {
            self.home.edit(&self.item.id, edit, at(20.0));
        }
    }

    fn judge(judgement: Judgement) -> Edit {
        Edit::Judge(Some(judgement))
    }

    fn full(item: &str) -> Response {
        let document = |edit| Edit::Evidence(Id("d".into()), edit);
        let edits = vec![
            judge(Judgement::Met),
            Edit::Answer(format!(" the answer to {item}\n")),
            Edit::Comments("a comment".into()),
            document(EvidenceEdit::Title(format!("Policy {item}"))),
            Edit::Action(Id("a".into()), ActionEdit::What("Tell everybody".into())),
            Edit::Enter(Some("4f7k92qd".into())),
        ];
        let mut full = response(item, edits);
        full.extra.insert("later".into(), Value::Bool(true));
        full
    }

    #[test]
    fn each_choice_brings_what_it_says_and_nothing_that_belongs_to_last_year() {
        let source = full("9.9");
        let expected = [
            (CarryOverChoice::Carry, true, true),
            (CarryOverChoice::Check, true, false),
            (CarryOverChoice::Leave, false, false),
        ];
        for (choice, texts, judged) in expected {
            let made = case(false).carry(std::slice::from_ref(&source), choice, 30.0);
            assert_eq!(made.judgement.is_some(), judged, "{choice:?}");
            assert_eq!(made.answer == source.answer && made.evidence == source.evidence, texts, "{choice:?}");
            assert_eq!(made.actions == source.actions, texts, "{choice:?}");
            assert_eq!((&made.entered, made.extra.len(), made.edited_at), (&None, 1, at(30.0)));
            assert_eq!(made.awaits_confirmation(), texts);
            let note = made.carried().expect("a note");
            assert_eq!((note.choice, note.items, note.at), (choice, vec![ItemId("9.9".into())], at(30.0)));
            assert_eq!((note.year.as_str(), note.confirmed_at), ("2021-22", None));
        }
    }

    #[test]
    fn not_applicable_comes_only_where_the_new_item_allows_it_and_its_reason_always() {
        let source = response("9.9", vec![Edit::Reason("None here".into()), judge(Judgement::NotApplicable)]);
        for (rule, expected) in [(true, Some(Judgement::NotApplicable)), (false, None)] {
            let made = case(rule).carry(std::slice::from_ref(&source), CarryOverChoice::Carry, 30.0);
            assert_eq!((made.judgement, made.not_applicable_reason.as_str()), (expected, "None here"));
        }
    }

    #[test]
    fn of_several_items_the_judgement_comes_only_where_all_agree_and_each_text_says_whence() {
        let two = |second: Response| [full("9.8"), second];
        let made = case(false).carry(&two(full("9.9")), CarryOverChoice::Carry, 30.0);
        assert_eq!(made.judgement, Some(Judgement::Met));
        let text = "From 9.8:\n the answer to 9.8\n\n\nFrom 9.9:\n the answer to 9.9\n";
        assert_eq!(made.answer, text);
        // The documents differ but had the same identifier. The actions are identical.
        let ids: Vec<&str> = made.evidence.iter().map(|one| one.id.as_str()).collect();
        let other = other_id(&ItemId("9.9".into()), &Id("d".into()), 2);
        assert_eq!((ids, made.actions.len()), (vec!["d", other.as_str()], 1));
        for other in [response("9.9", vec![judge(Judgement::NotYet)]), response("9.9", vec![])] {
            let made = case(false).carry(&two(other), CarryOverChoice::Carry, 30.0);
            assert_eq!((made.judgement, made.answer.as_str()), (None, " the answer to 9.8\n"));
        }
        // One of the items has no response at all.
        let mut case = case(false);
        let items = [ItemId("9.8".into()), ItemId("9.9".into())];
        case.home.carry(
            &case.item,
            &case.edition,
            &[&full("9.8")],
            &items,
            &[],
            CarryOverChoice::Carry,
            at(30.0),
        );
        assert_eq!(case.home.response(&case.item.id).and_then(|made| made.judgement), None);
    }

    #[test]
    fn what_the_item_has_of_its_own_stays_first_and_is_not_said_twice() {
        let mut case = case(false);
        case.edit(Edit::Answer("ours".into()));
        case.edit(Edit::Comments("Here too: a comment.".into()));
        case.edit(judge(Judgement::NotYet));
        let made = case.carry(&[full("9.9")], CarryOverChoice::Carry, 30.0);
        assert_eq!(made.answer, "ours\n\n the answer to 9.9\n");
        assert_eq!(
            (made.comments.as_str(), made.judgement),
            ("Here too: a comment.\n\na comment", Some(Judgement::NotYet))
        );
        let again = case.carry(&[full("9.9")], CarryOverChoice::Check, 40.0);
        assert_eq!((&again.answer, &again.evidence), (&made.answer, &made.evidence));
        assert_eq!(again.actions, made.actions);
        assert_eq!(again.judgement, Some(Judgement::NotYet), "it is their own");
        assert!(again.awaits_confirmation(), "it was there before");
        let left = case.carry(&[full("9.9")], CarryOverChoice::Leave, 50.0);
        assert_eq!((left.answer.as_str(), left.comments.as_str()), ("ours", "Here too: a comment."));
        assert_eq!((left.evidence.len(), left.actions.len()), (0, 0));
        assert_eq!(left.judgement, Some(Judgement::NotYet));
    }

    #[test]
    fn choosing_again_begins_anew_where_nobody_has_touched_it_and_the_same_choice_changes_nothing() {
        let mut case = case(false);
        let carried = case.carry(&[full("9.9")], CarryOverChoice::Carry, 30.0);
        assert_eq!(case.carry(&[full("9.9")], CarryOverChoice::Carry, 40.0), carried);
        assert_eq!(case.home.edited_at, at(30.0));
        assert!(case.carry(&[full("9.9")], CarryOverChoice::Leave, 50.0).is_blank());
        case.carry(&[full("9.9")], CarryOverChoice::Carry, 60.0);
        case.edit(Edit::Answer("typed since".into()));
        let kept = case.carry(&[full("9.9")], CarryOverChoice::Leave, 70.0);
        // What nobody has edited is removed again. What was typed stays.
        assert_eq!((kept.answer.as_str(), kept.comments.as_str()), ("typed since", ""));
        assert_eq!((kept.evidence.len(), kept.actions.len()), (0, 0));
        // A judgement that was only carried over does not stay as if somebody had given it.
        assert_eq!((kept.judgement, kept.awaits_confirmation()), (None, false));
    }

    #[test]
    fn another_choice_for_the_same_items_does_not_bring_again_what_was_edited_or_removed() {
        let mut case = case(false);
        case.carry(&[full("9.9")], CarryOverChoice::Carry, 30.0);
        case.edit(Edit::Answer("edited".into()));
        case.edit(Edit::RemoveEvidence(Id("d".into())));
        case.edit(Edit::Action(Id("a".into()), ActionEdit::Done(Date::parse("2022-10-01"))));
        for choice in [CarryOverChoice::Check, CarryOverChoice::Carry, CarryOverChoice::Check] {
            let made = case.carry(&[full("9.9")], choice, 40.0);
            assert_eq!((made.answer.as_str(), made.evidence.len(), made.actions.len()), ("edited", 0, 1));
            assert!(made.actions.iter().all(|action| action.done));
            assert_eq!(made.judgement.is_some(), choice == CarryOverChoice::Carry);
            assert!(made.awaits_confirmation());
        }
    }

    #[test]
    fn what_was_carried_awaits_a_word_and_what_was_to_be_checked_a_judgement() {
        let mut case = case(false);
        case.carry(&[full("9.9")], CarryOverChoice::Carry, 30.0);
        case.edit(judge(Judgement::Met));
        let item = case.item.id.clone();
        assert!(case.home.response(&item).is_some_and(Response::awaits_confirmation));
        case.home.confirm_carried(&item, at(40.0));
        let confirmed = case.home.clone();
        let response = confirmed.response(&item).expect("a response");
        assert!(!response.awaits_confirmation());
        assert_eq!((response.edited_at, confirmed.edited_at), (at(40.0), at(40.0)));
        assert_eq!(response.carried().and_then(|note| note.confirmed_at), Some(at(40.0)));
        case.home.confirm_carried(&item, at(50.0));
        assert_eq!(case.home, confirmed, "said once is said");
        assert!(case.carry(&[full("9.9")], CarryOverChoice::Check, 60.0).awaits_confirmation());
        case.home.edit(&item, judge(Judgement::NotYet), at(70.0));
        assert!(!case.home.response(&item).is_some_and(Response::awaits_confirmation));
    }
}
