//! Two people and one assessment: what only one of them changed is taken, and what both did is asked once.

use proptest::prelude::*;
use serde_json::json;
use standards_met_core::assessment::{
    Assessment, Edit, Id, MergeBase, MergeOutcome, MergeSide, Review, Timestamp, merge_sides, newest_of_each,
    three_way,
};
use standards_met_core::catalogue::ItemId;
use standards_met_core::json::Extra;

type Edits = Vec<(u8, u8, u8)>;

fn at(second: u32) -> Timestamp {
    Timestamp::from_millis(f64::from(second) * 1000.0)
}

/// After these edits, each of an item, to a text, in a second.
fn with(mut assessment: Assessment, edits: &[(u8, u8, u8)]) -> Assessment {
    for (item, text, second) in edits {
        let text = if text % 4 == 0 { String::new() } else { format!("text {text}") };
        assessment.edit(&ItemId(format!("1.1.{}", item % 5)), Edit::Answer(text), at((*second).into()));
    }
    assessment
}

fn begun(edits: &[(u8, u8, u8)]) -> Assessment {
    with(Assessment::new(Id("a".into()), "Home", "", at(0)), edits)
}

fn base(with: &Assessment) -> Extra {
    let (mut base, mut document) = (MergeBase::default(), Extra::new());
    with.responses.iter().for_each(|response| base.add(response));
    base.keep(&mut document);
    document
}

fn numbers<'a>(items: impl IntoIterator<Item = &'a ItemId>) -> String {
    items.into_iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ")
}

fn conflicting(found: &MergeOutcome) -> String {
    numbers(found.conflicts.iter().map(|conflict| &conflict.ours.item))
}

fn text<'a>(assessment: &'a Assessment, item: &str) -> &'a str {
    assessment.response(&ItemId(item.into())).map_or("", |response| &response.answer)
}

#[test]
fn what_one_side_changed_is_taken_and_what_both_did_is_asked() {
    let sent = begun(&[(1, 1, 10), (2, 1, 10), (3, 1, 10)]);
    let ours = with(sent.clone(), &[(1, 2, 30), (3, 2, 30)]);
    let theirs = with(sent.clone(), &[(2, 3, 20), (3, 3, 20), (4, 3, 20)]);
    let (nothing, their_base) = (Extra::new(), base(&sent));
    let (here, file) = (MergeSide::of(&ours, &nothing), MergeSide::of(&theirs, &their_base));
    let found = three_way(&here, &file);
    assert_eq!((numbers(&found.taken), numbers(&found.kept)), ("1.1.2 1.1.4".into(), "1.1.1".into()));
    assert_eq!((conflicting(&found), found.known), ("1.1.3".into(), true));

    let (merged, lost) = merge_sides(&here, &file, &[ItemId("1.1.3".into())], at(90));
    let said = ["1.1.1", "1.1.2", "1.1.3", "1.1.4"].map(|item| text(&merged, item));
    assert_eq!(said, ["text 2", "text 3", "text 3", "text 3"]);
    assert_eq!(lost.iter().map(|one| one.answer.as_str()).collect::<Vec<_>>(), ["text 2"]);
    // Theirs was the earlier edit: as chosen now it is the later one, in every tab too.
    assert_eq!(text(&newest_of_each(&ours, &merged), "1.1.3"), "text 3");
}

#[test]
fn the_first_of_two_exports_that_comes_back_takes_nothing_of_ours_away() {
    let first = begun(&[(1, 1, 10), (2, 1, 10)]);
    // Changed and exported once more before the colleague's file comes back.
    let ours = with(first.clone(), &[(1, 2, 20), (2, 2, 20)]);
    let theirs = with(first.clone(), &[(2, 3, 30)]);
    let (nothing, theirs_base) = (Extra::new(), base(&first));
    let found = three_way(&MergeSide::of(&ours, &nothing), &MergeSide::of(&theirs, &theirs_base));
    assert_eq!((numbers(&found.kept), conflicting(&found)), ("1.1.1".into(), "1.1.2".into()));
    assert!(found.taken.is_empty());
}

#[test]
fn a_clash_that_was_settled_is_not_asked_again_on_either_side() {
    let sent = begun(&[(1, 1, 10)]);
    let (ours, theirs) = (with(sent.clone(), &[(1, 2, 30)]), with(sent.clone(), &[(1, 3, 40)]));
    let (nothing, their_base) = (Extra::new(), base(&sent));
    let file = MergeSide::of(&theirs, &their_base);
    let (merged, _) = merge_sides(&MergeSide::of(&ours, &nothing), &file, &[], at(50));
    let our_base = base(&theirs);
    let here = MergeSide::of(&merged, &our_base);
    // Their next file, in which something else is new.
    let on = with(theirs.clone(), &[(2, 1, 60)]);
    let found = three_way(&here, &MergeSide::of(&on, &their_base));
    assert_eq!((numbers(&found.taken), conflicting(&found)), ("1.1.2".into(), String::new()));
    // And our file on their side.
    let found = three_way(&MergeSide::of(&on, &their_base), &here);
    assert_eq!((numbers(&found.taken), conflicting(&found)), ("1.1.1".into(), String::new()));
}

#[test]
fn without_a_beginning_both_are_shown_and_nothing_is_taken_for_the_newer() {
    let sent = begun(&[(1, 1, 10)]);
    let ours = with(sent.clone(), &[(1, 2, 30)]);
    for odd in [json!("song"), json!([1, "", "1.1.1"])] {
        let document = Extra::from_iter([("base".to_owned(), odd)]);
        let found = three_way(&MergeSide::of(&ours, &Extra::new()), &MergeSide::of(&sent, &document));
        assert_eq!(conflicting(&found), "1.1.1");
    }
}

#[test]
fn reviews_come_together_and_are_no_clash() {
    let review = |id: &str| Review {
        id: Id(id.into()),
        reviewer: id.into(),
        verdict: None,
        comments: "seen".into(),
        reviewed_at: at(50),
        extra: Extra::new(),
    };
    let sent = begun(&[(1, 1, 10)]);
    let (mut ours, mut theirs) = (sent.clone(), with(sent.clone(), &[(1, 2, 20)]));
    ours.responses.iter_mut().for_each(|one| {
        one.reviews.push(review("first"));
        // Taking a review in is an edit, and not one of the answer.
        one.edited_at = at(60);
    });
    theirs.responses.iter_mut().for_each(|one| one.reviews.push(review("second")));
    let (nothing, their_base) = (Extra::new(), base(&sent));
    let (merged, lost) =
        merge_sides(&MergeSide::of(&ours, &nothing), &MergeSide::of(&theirs, &their_base), &[], at(90));
    let one = merged.response(&ItemId("1.1.1".into())).expect("a response");
    assert_eq!((one.answer.as_str(), one.reviews.len(), lost.len()), ("text 2", 2, 0));
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn merging_does_not_depend_on_the_side_or_on_repetition(
            sent in edits(), ours in edits(), theirs in edits(), picked in any::<u8>(), both_know in any::<bool>(),
        ) {
            let sent = begun(&sent);
            let (ours, theirs) = (with(sent.clone(), &ours), with(sent.clone(), &theirs));
            let their_base = base(&sent);
            let our_base = if both_know { base(&sent) } else { Extra::new() };
            let (here, file) = (MergeSide::of(&ours, &our_base), MergeSide::of(&theirs, &their_base));
            let (found, mirrored) = (three_way(&here, &file), three_way(&file, &here));
            prop_assert_eq!((&found.taken, &found.kept), (&mirrored.kept, &mirrored.taken));
            let conflicts: Vec<ItemId> = found.conflicts.iter().map(|conflict| conflict.ours.item.clone()).collect();
            let chosen = |wanted: bool| -> Vec<ItemId> {
                let all = conflicts.iter().enumerate().filter(|(place, _)| (picked >> place & 1 == 1) == wanted);
                all.map(|(_, item)| item.clone()).collect()
            };
            let (merged, lost) = merge_sides(&here, &file, &chosen(true), at(900));
            prop_assert_eq!(&merged, &merge_sides(&file, &here, &chosen(false), at(900)).0);
            prop_assert_eq!(lost.len(), conflicts.len());

            let base_now = base(&theirs);
            let now = MergeSide::of(&merged, &base_now);
            let again = three_way(&now, &file);
            prop_assert!(again.taken.is_empty() && again.conflicts.is_empty(), "{:?}", again);
            prop_assert_eq!(merge_sides(&now, &file, &[], at(950)).0, merged.clone());
        }

        /// With one side's edits alone there is nothing to ask, and nothing of them is lost.
        #[test]
        fn what_only_one_side_changed_is_never_asked(sent in edits(), theirs in edits()) {
            let sent = begun(&sent);
            let theirs = with(sent.clone(), &theirs);
            let their_base = base(&sent);
            let nothing = Extra::new();
            let (here, file) = (MergeSide::of(&sent, &nothing), MergeSide::of(&theirs, &their_base));
            prop_assert!(three_way(&here, &file).conflicts.is_empty());
            let (merged, lost) = merge_sides(&here, &file, &[], at(900));
            prop_assert!(lost.is_empty());
            for item in ["1.1.0", "1.1.1", "1.1.2", "1.1.3", "1.1.4"] {
                prop_assert_eq!(text(&merged, item), text(&theirs, item));
            }
        }
    }
}

fn edits() -> impl Strategy<Value = Edits> {
    proptest::collection::vec(any::<(u8, u8, u8)>(), 0..8)
}
