//! What libFuzzer has found out so far (`cargo xtask fuzz`), held against the same promises: each file of the kept corpus is
//! refused with a reason, or read, and reads back as it was. Without libFuzzer, so that every run of the tests does it.

#[path = "../../../fuzz/src/assessment.rs"]
mod assessment;
#[path = "../../../fuzz/src/edition.rs"]
mod edition;
#[path = "../../../fuzz/src/follows.rs"]
mod follows;
#[path = "../../../fuzz/src/kept.rs"]
mod kept;
#[path = "../../../fuzz/src/lists.rs"]
mod lists;
#[path = "../../../fuzz/src/locked.rs"]
mod locked;
#[path = "../../../fuzz/src/merging.rs"]
mod merging;
#[path = "../../../fuzz/src/review.rs"]
mod review;

use std::fs;
use std::path::Path;

/// Holds every kept file against it; some of them are read, so that it is not their form alone that is tried.
fn replay(target: &str, attack: fn(&[u8]) -> bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/fuzz").join(target);
    let files = fs::read_dir(folder).expect("the corpus").map(|file| file.expect("a file").path());
    let read = files.filter(|path| attack(&fs::read(path).expect("bytes"))).count();
    assert!(read > 0, "none of them is read");
}

#[test]
fn assessments_of_the_corpus_keep_their_promises() {
    replay("assessment", assessment::attack);
}

#[test]
fn review_files_of_the_corpus_keep_their_promises() {
    replay("review", review::attack);
}

#[test]
fn editions_of_the_corpus_keep_their_promises() {
    replay("edition", edition::attack);
}

#[test]
fn locked_files_of_the_corpus_keep_their_promises() {
    replay("locked", locked::attack);
}

#[test]
fn kept_documents_of_the_corpus_keep_their_promises() {
    replay("kept", kept::attack);
}

#[test]
fn lists_tables_and_addresses_of_the_corpus_keep_their_promises() {
    replay("lists", lists::attack);
}
