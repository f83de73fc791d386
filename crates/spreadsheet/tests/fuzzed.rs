//! What libFuzzer has found out about spreadsheets so far (`cargo xtask fuzz`), held against the same promises.

#[path = "../../../fuzz/src/table.rs"]
mod table;
#[path = "../../../fuzz/src/workbook.rs"]
mod workbook;

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
fn tables_of_the_corpus_keep_their_promises() {
    replay("table", table::attack);
}

#[test]
fn workbooks_of_the_corpus_keep_their_promises() {
    replay("workbook", workbook::attack);
}
