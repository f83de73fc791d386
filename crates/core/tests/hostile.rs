//! The reader under attack: whatever bytes come in, a typed error goes out, or an assessment that writes and reads back
//! the same. Never a panic, and never more time or memory than a file of its size deserves.
//!
//! `tests/fixtures/hostile/` holds a file for each thing that ever broke a reader somewhere. Each is read as it is, and
//! then again and again with bytes changed, cut out, doubled and moved between files. `cargo xtask explore` does so for
//! longer, and with other changes each time.

use proptest::prelude::*;
use standards_met_core::assessment::Timestamp;
use standards_met_core::catalogue::Edition;
use standards_met_core::exchange::{
    EditionRef, Envelope, ImportError, ImportedDocument, MAX_BYTES, read, read_bytes,
};
use std::fs;
use std::path::Path;
use std::sync::Arc;

fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/hostile");
    let files = fs::read_dir(folder).expect("the corpus");
    let mut all: Vec<_> = files
        .map(|file| file.expect("a file").path())
        .map(|path| {
            (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(path).expect("bytes"))
        })
        .collect();
    all.sort();
    all
}

fn stored(wanted: &EditionRef) -> Option<Arc<Edition>> {
    wanted.0.starts_with("dspt").then(|| Arc::new(Edition::built_in()))
}

fn nothing(_: &EditionRef) -> Option<Arc<Edition>> {
    None
}

/// Reads it; what can be read is written and has to read back as it was, in both forms.
fn attack(bytes: &[u8]) -> Result<ImportedDocument, ImportError> {
    let found = read_bytes(bytes, stored)?;
    let (text, code) = found.document.to_export(Timestamp::default());
    let again = read(&text, nothing).expect("what was written can be read");
    assert!(again.document == found.document, "an export is not what was read");
    assert_eq!(again.check_code, code);
    let kept = found.document.to_stored(Timestamp::default());
    let same = found.document.edition.clone();
    let again = read(&kept, |_| Some(same.clone())).expect("what was kept can be read");
    assert!(again.document == found.document, "what was kept is not what was read");
    Ok(found)
}

#[test]
fn each_file_of_the_corpus_is_read_or_refused_with_its_reason() {
    let mut seen = Vec::new();
    for (name, bytes) in corpus() {
        let outcome = match attack(&bytes) {
            Ok(_) => "read".to_owned(),
            Err(error) => {
                let error = format!("{error:?}");
                error.split([' ', '(', '{']).next().unwrap_or_default().to_owned()
            }
        };
        seen.push(format!("{name}: {outcome}"));
    }
    let expected = [
        "bidi-and-zero-width.json: read",
        "byte-order-mark.json: read",
        "dates-that-are-none.json: WrongForm",
        "duplicate-assessment.json: WrongForm",
        "duplicate-keys.json: NewerVersion",
        "empty.json: Empty",
        "everything-null.json: WrongForm",
        "fraction.json: WrongForm",
        "huge-integer.json: WrongForm",
        "huge-number.json: WrongForm",
        "latin-1.json: NotText",
        "lone-surrogate.json: NotJson",
        "many-keys.json: read",
        "negative-zero.json: WrongForm",
        "nested-arrays.json: TooDeep",
        "nested-inside.json: TooDeep",
        "nested-objects.json: TooDeep",
        "nul.json: read",
        "only-a-brace.json: Truncated",
        "overlong-utf-8.json: NotText",
        "prototype.json: read",
        "raw-nul.json: ControlCharacter",
        "script.json: read",
        "small.json: read",
        "spaces.json: Empty",
        "surrogates-reversed.json: NotJson",
        "utf-16.json: NotText",
        "wrong-types.json: WrongForm",
        "year-ten-thousand.json: WrongForm",
    ];
    assert_eq!(seen, expected);
}

#[test]
fn every_invisible_character_comes_back_as_it_came() {
    let (_, bytes) = corpus().into_iter().find(|(name, _)| name.starts_with("bidi")).expect("the file");
    let found = attack(&bytes).expect("it can be read");
    let text = std::str::from_utf8(&bytes).expect("text");
    let answer = &found.document.assessment.responses.first().expect("a response").answer;
    assert!(text.contains(answer.as_str()) && answer.chars().count() > 90, "{}", answer.chars().count());
    assert!(found.document.assessment.organisation.name.starts_with('\u{202e}'));
}

#[test]
fn a_file_of_twenty_megabytes_is_refused_before_it_is_parsed() {
    for filling in [b' ', b'[', b'"', b'x'] {
        let bytes = vec![filling; 20_000_000];
        assert_eq!(read_bytes(&bytes, nothing), Err(ImportError::TooLarge { bytes: 20_000_000 }));
    }
}

#[test]
fn a_file_of_the_largest_size_that_is_read_comes_to_an_end() {
    let length = usize::try_from(MAX_BYTES).expect("a size");
    for (start, piece, end) in
        [("[", "1,", "1]"), ("{\"a\":\"", "\\u0000", "\"}"), ("", "[", ""), ("", "{\"a\":", "")]
    {
        let mut text = start.to_owned();
        while text.len() + piece.len() + end.len() <= length {
            text.push_str(piece);
        }
        text.push_str(end);
        assert!(attack(text.as_bytes()).is_err());
    }
}

/// One change to some bytes.
#[derive(Clone, Debug)]
enum Change {
    Byte(usize, u8),
    Cut(usize, usize),
    Double(usize, usize),
    Insert(usize, &'static str),
    Swap(usize, usize),
}

/// Pieces that mean something to a reader.
const PIECES: [&str; 16] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "1e999",
    "-0",
    "\\ud800",
    "\u{202e}",
    "\u{0}",
    "\"version\":1,",
    "\"responses\":[],",
];

fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>();
    prop_oneof![
        (at, any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (at, 0..400_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (at, 0..400_usize).prop_map(|(at, length)| Change::Double(at, length)),
        (at, prop::sample::select(PIECES.to_vec())).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at, any::<usize>()).prop_map(|(one, other)| Change::Swap(one, other)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let length = bytes.len();
    if length == 0 {
        return;
    }
    match *change {
        Change::Byte(at, byte) => bytes[at % length] = byte,
        Change::Cut(at, count) => {
            let from = at % length;
            bytes.drain(from..(from + count).min(length));
        }
        Change::Double(at, count) => {
            let from = at % length;
            let piece = bytes[from..(from + count).min(length)].to_vec();
            bytes.splice(from..from, piece);
        }
        Change::Insert(at, piece) => {
            let at = at % length;
            bytes.splice(at..at, piece.bytes());
        }
        Change::Swap(one, other) => bytes.swap(one % length, other % length),
    }
}

mod properties {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn any_bytes_give_an_error_or_an_assessment_that_reads_back_the_same(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = attack(&bytes);
        }

        #[test]
        fn any_text_does(text in "\\PC{0,300}") {
            let _ = attack(text.as_bytes());
        }

        #[test]
        fn a_changed_file_does(which in any::<prop::sample::Index>(), changes in proptest::collection::vec(change(), 1..8)) {
            // The long ones are long in one way only, and would take all the time.
            let corpus: Vec<_> = corpus().into_iter().filter(|(_, bytes)| bytes.len() < 20_000).collect();
            let (_, mut bytes) = which.get(&corpus).clone();
            for change in &changes {
                apply(&mut bytes, change);
            }
            let _ = attack(&bytes);
        }

        #[test]
        fn a_changed_envelope_is_never_taken_for_a_whole_one(changes in proptest::collection::vec(change(), 1..5)) {
            let text = "{\"format\":\"standards-met/assessment\",\"version\":1}";
            let whole = Envelope::of(text, 7, Timestamp::default()).around(text);
            let mut bytes = whole.clone().into_bytes();
            for change in &changes {
                apply(&mut bytes, change);
            }
            if let Ok(changed) = String::from_utf8(bytes)
                && let Some(envelope) = Envelope::parse(&changed)
                && let Some(opened) = envelope.open(&changed)
            {
                prop_assert!(opened == text && (envelope.sequence, envelope.at) == (7, Timestamp::default()));
            }
        }
    }
}
