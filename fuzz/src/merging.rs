//! Two states of one assessment: whichever comes first and however often, they become the same one, and nothing that either
//! gave is gone. The other state is in the field `other` of a document, where nobody but the fuzzer puts one.

use super::assessment::comes_back;
use serde_json::json;
use standards_met_core::assessment::{
    Assessment, KnownEdits, MergeBase, MergeSide, Timestamp, merge_sides, newest_of_each, superseded,
    three_way,
};
use standards_met_core::catalogue::ItemId;
use standards_met_core::exchange::{Document, EditionRef, FORMAT, read};
use standards_met_core::json::Extra;

/// Makes the two one in every way in which the page does it.
pub fn from(document: &Document) {
    let Some(other) = other_state(document) else { return };
    let (one, other) = (&document.assessment, &other);
    let merged = newest_of_each(one, other);
    assert!(newest_of_each(other, one) == merged, "the order of the two makes a difference");
    for state in [one, other, &merged] {
        assert!(
            newest_of_each(&merged, state) == merged && newest_of_each(state, &merged) == merged,
            "again"
        );
    }
    for response in one.responses.iter().chain(&other.responses) {
        let kept = merged.response(&response.item).expect("a response is gone");
        assert!(kept.edited_at >= response.edited_at, "an earlier one has won");
    }
    let lost = superseded(one, other, &KnownEdits::default(), 0);
    assert!(
        superseded(other, one, &KnownEdits::default(), 0) == lost,
        "the order makes a difference to what is left out"
    );
    comes_back(&Document { assessment: merged, extra: Extra::new(), ..document.clone() });
    on_both_sides(document, one, other);
}

fn other_state(document: &Document) -> Option<Assessment> {
    let assessment = document.extra.get("other").filter(|other| other.is_object())?;
    let edition = EditionRef::of(&document.edition).0;
    let text = json!({ "format": FORMAT, "version": 1, "edition": edition, "assessment": assessment });
    let read = read(&text.to_string(), |_| Some(document.edition.clone())).ok()?;
    let own = &document.assessment;
    Some(Assessment { id: own.id.clone(), created_at: own.created_at, ..read.document.assessment })
}

/// With what each was last made one with: from either side the same comes out, and what was settled is not asked again.
fn on_both_sides(document: &Document, one: &Assessment, other: &Assessment) {
    let now = Timestamp::parse("2026-12-01T00:00:00Z").expect("a time");
    let nothing = Extra::new();
    let (here, file) = (MergeSide::of(one, &nothing), MergeSide::of(other, &document.extra));
    let (found, mirrored) = (three_way(&here, &file), three_way(&file, &here));
    assert!(
        found.taken == mirrored.kept && found.kept == mirrored.taken,
        "swapped, something else comes out"
    );
    let conflicts: Vec<ItemId> = found.conflicts.iter().map(|conflict| conflict.ours.item.clone()).collect();
    assert!(conflicts.iter().eq(mirrored.conflicts.iter().map(|conflict| &conflict.ours.item)));
    let (merged, lost) = merge_sides(&here, &file, &conflicts, now);
    assert!(merge_sides(&file, &here, &[], now).0 == merged, "it depends on who merges");
    assert_eq!(lost.len(), conflicts.len());
    let (mut said, mut base) = (MergeBase::default(), Extra::new());
    other.responses.iter().for_each(|response| said.add(response));
    said.keep(&mut base);
    let settled = MergeSide::of(&merged, &base);
    let again = three_way(&settled, &file);
    assert!(again.taken.is_empty() && again.conflicts.is_empty(), "it is asked again: {again:?}");
    assert!(merge_sides(&settled, &file, &[], now).0 == merged, "merged once more it is something else");
    comes_back(&Document { assessment: merged, extra: base, ..document.clone() });
}
