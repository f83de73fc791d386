//! An assessment out of a file: refused with a reason, or read, and then written, read back and made one with itself without
//! a difference.

use super::{follows, merging};
use standards_met_core::assessment::{
    Assessment, KnownEdits, MergeSide, Timestamp, difference, merge_sides, newest_of_each, superseded,
    three_way,
};
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{Document, EditionRef, read, read_bytes};
use standards_met_core::json::Extra;
use std::sync::{Arc, OnceLock};

/// The edition that comes with the page.
pub fn built_in() -> Arc<Edition> {
    static BUILT_IN: OnceLock<Arc<Edition>> = OnceLock::new();
    BUILT_IN.get_or_init(|| Arc::new(Edition::built_in())).clone()
}

fn stored(wanted: &EditionRef) -> Option<Arc<Edition>> {
    wanted.0.starts_with("dspt").then(built_in)
}

/// Whether the bytes are an assessment.
pub fn attack(bytes: &[u8]) -> bool {
    let Ok(found) = read_bytes(bytes, stored) else { return false };
    let document = found.document;
    let code = comes_back(&document);
    merges_with_itself(&document);
    merging::from(&document);
    follows::from(&document, &code);
    true
}

/// What is written of it, in both forms, reads back as it was. Gives its check code.
pub fn comes_back(document: &Document) -> String {
    let (text, code) = document.to_export(Timestamp::default());
    let again = read(&text, |_| None).expect("what was written can be read");
    assert!(again.document == *document, "an export is not what was read");
    assert_eq!(again.check_code, code);
    assert!(again.warnings.iter().all(|warning| !format!("{warning:?}").contains("CheckCode")), "{again:?}");
    let kept = document.to_stored(Timestamp::default());
    let again = read(&kept, |_| Some(document.edition.clone())).expect("what was kept can be read");
    assert!(again.document == *document, "what was kept is not what was read");
    code
}

/// Made one with itself it is what it was, but for the order of reviews.
fn merges_with_itself(document: &Document) {
    let one = &document.assessment;
    assert!(newest_of_each(one, one) == *one, "of two that are the same neither is the newest");
    assert!(superseded(one, one, &KnownEdits::default(), 0).is_empty());
    assert!(difference(one, one).is_empty());
    fn side<'a>(assessment: &'a Assessment, document: &Document) -> MergeSide<'a> {
        MergeSide::of(assessment, &document.extra)
    }
    let found = three_way(&side(one, document), &side(one, document));
    assert!(found.taken.is_empty() && found.kept.is_empty() && found.conflicts.is_empty(), "{found:?}");
    let merged = |one: &Assessment, other: &Assessment| {
        let (one, other) = (side(one, document), side(other, document));
        let (merged, lost) = merge_sides(&one, &other, &[], Timestamp::default());
        assert!(lost.is_empty(), "{lost:?}");
        merged
    };
    let once = merged(one, one);
    assert!(merged(&once, &once) == once, "merged once more it is something else");
    assert!(merged(one, &once) == once && merged(&once, one) == once, "merged with what it came from");
    let unreviewed = |assessment: &Assessment| {
        let mut assessment = assessment.clone();
        assessment.responses.iter_mut().for_each(|response| response.reviews.clear());
        assessment
    };
    assert!(unreviewed(&once) == unreviewed(one), "merging changes more than reviews");
    comes_back(&Document { assessment: once, extra: Extra::new(), ..document.clone() });
}
