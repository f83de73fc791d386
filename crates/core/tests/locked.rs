//! Locked files: their form, and whatever can be wrong with one. The locking itself is the browser's, and the journeys try it.

mod common;

use common::now;
use proptest::prelude::*;
use serde_json::{Value, json};
use standards_met_core::exchange::{
    EditionRef, FilePart, IV, ImportError, LOCKED, LockParameters, Locked, MAX_BYTES, SALT, locked_name,
    read_bytes,
};

/// A locked file of version 1, made by another program, with fields that this page does not know. It never changes. Its
/// passphrase is “café lantern otter”, and `assessment-v1-guided.json` is in it.
const FIRST: &str = include_str!("../../../tests/fixtures/locked-v1.json");

fn locked() -> Locked {
    let mut locked = Locked::new(LockParameters::new(vec![7; SALT], (0..12).collect()), now());
    locked.text = (0..=255).collect();
    locked
}

fn file() -> Value {
    serde_json::from_str(&locked().write()).expect("JSON")
}

fn reading(file: &Value) -> Result<Locked, ImportError> {
    Locked::read(file.to_string().as_bytes())
}

/// What is wrong in a file that does not have its form.
fn wrong(file: &Value) -> String {
    match reading(file) {
        Err(ImportError::WrongForm { place: FilePart::Document, wrong }) => wrong.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_first_locked_file_still_reads() {
    let locked = Locked::read(FIRST.as_bytes()).expect("it reads");
    let salt = (0..16).collect();
    assert_eq!(locked.lock, LockParameters { iterations: 600_000, salt, iv: (100..112).collect() });
    let inside = include_str!("../../../tests/fixtures/assessment-v1-guided.json");
    assert_eq!(locked.text.len(), inside.len() + 16);
    // Exactly what the other program authenticated.
    let header = r#"{"app":"standards-met 0.1.0","cipher":{"iv":"ZGVmZ2hpamtsbW5v","name":"AES-GCM"},"exported_at":"2026-11-25T10:00:00Z","format":"standards-met/locked","kdf":{"hash":"SHA-256","iterations":600000,"name":"PBKDF2","new":"é","salt":"AAECAwQFBgcICQoLDA0ODw=="},"new_field":[1,{"kept":null}],"version":1}"#;
    assert_eq!(locked.header(), header);
}

#[test]
fn what_was_written_reads_back_as_it_was() {
    let locked = locked();
    let again = Locked::read(locked.write().as_bytes()).expect("it reads");
    assert_eq!(again, locked);
    assert_eq!(again.header(), locked.header());
    let file = file();
    assert_eq!((&file["format"], &file["version"]), (&json!("standards-met/locked"), &json!(1)));
    assert_eq!(file["kdf"]["iterations"], json!(600_000));
    assert_eq!(file["exported_at"], json!(now().to_string()));
}

#[test]
fn how_the_file_is_laid_out_makes_no_difference_and_every_field_does() {
    let laid_out = reading(&file()).expect("it reads");
    assert_eq!(laid_out.header(), locked().header());
    for (place, value) in
        [("/app", "other"), ("/exported_at", "other"), ("/kdf/salt", "AAECAwQFBgcICQoLDA0ODw==")]
    {
        let mut file = file();
        *file.pointer_mut(place).expect(place) = json!(value);
        let changed = reading(&file).expect("it reads");
        assert_ne!(changed.header(), locked().header(), "{place}");
    }
    let mut more = file();
    more["a_new_field"] = json!({ "kept": [1, 2.50] });
    assert!(reading(&more).expect("it reads").header().contains("a_new_field"));
}

#[test]
fn whatever_is_wrong_has_its_error() {
    let iterations = "“kdf.iterations” should be a whole number from 600,000 to 10,000,000";
    let salt = "“kdf.salt” should be 16 bytes in base 64";
    let iv = "“cipher.iv” should be 12 bytes in base 64";
    let text = "“text” should be base 64";
    for (place, value, detail) in [
        ("/kdf/iterations", json!(1), iterations),
        ("/kdf/iterations", json!(0), iterations),
        ("/kdf/iterations", json!(-600_000), "“kdf.iterations” should be a whole number"),
        ("/kdf/iterations", json!(599_999), iterations),
        ("/kdf/iterations", json!(10_000_001), iterations),
        ("/kdf/iterations", json!(1_000_000_000), iterations),
        ("/kdf/iterations", json!(4_295_567_296_u64), "“kdf.iterations” should be a whole number"),
        ("/kdf/iterations", json!(u64::MAX), "“kdf.iterations” should be a whole number"),
        ("/kdf/iterations", json!(600_000.5), "“kdf.iterations” should be a whole number"),
        ("/kdf/iterations", json!("600000"), "“kdf.iterations” should be a whole number"),
        ("/kdf/iterations", Value::Null, "“kdf.iterations” should be a whole number"),
        ("/kdf/name", json!("HKDF"), "“kdf.name” should be PBKDF2"),
        ("/kdf/hash", json!("SHA-1"), "“kdf.hash” should be SHA-256"),
        ("/kdf/salt", json!(""), salt),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0O"), salt),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0ODxA="), salt),
        ("/kdf/salt", json!("AAECAwQFBgcICQoLDA0ODw"), salt),
        ("/kdf/salt", json!(7), "“kdf.salt” should be text"),
        ("/kdf", json!([]), "“kdf” should be a group of fields"),
        ("/cipher", json!("AES-GCM"), "“cipher” should be a group of fields"),
        ("/cipher/name", json!("AES-CBC"), "“cipher.name” should be AES-GCM"),
        ("/cipher/iv", json!("AAECAwQFBgcICQo="), iv),
        ("/cipher/iv", json!("AAECAwQFBgcICQoLDA=="), iv),
        ("/text", json!("no base 64"), text),
        ("/text", json!(""), text),
        // The tag alone, with nothing locked.
        ("/text", json!("AAECAwQFBgcICQoLDA0ODw=="), text),
        ("/text", json!({}), text),
        ("/version", json!(0), "“version” should be a whole number from 1"),
        ("/version", json!("1"), "“version” should be a whole number from 1"),
    ] {
        let mut file = file();
        *file.pointer_mut(place).expect(place) = value.clone();
        assert_eq!(wrong(&file), detail, "{place}: {value}");
    }
    let mut newer = file();
    newer["version"] = json!(2);
    assert_eq!(reading(&newer), Err(ImportError::NewerVersion { version: 2 }));
    let mut other = file();
    other["format"] = json!("standards-met/assessment");
    assert_eq!(reading(&other), Err(ImportError::OtherJson));
    assert_eq!(Locked::read(b"{"), Err(ImportError::Truncated));
    assert_eq!(Locked::read(b"\xff"), Err(ImportError::NotText));
}

#[test]
fn only_one_spelling_of_base_64_is_read() {
    let with = |salt: &str| {
        let mut file = file();
        file["kdf"]["salt"] = json!(salt);
        wrong(&file)
    };
    // 16 bytes as everybody writes them; then unused bits that are set, padding that lacks or stands in the middle, the
    // alphabet of addresses, a space, and a letter beyond ASCII.
    assert!(with("AAECAwQFBgcICQoLDA0ODw==").contains("Ok("));
    for salt in [
        "AAECAwQFBgcICQoLDA0ODx==",
        "AAECAwQFBgcICQoLDA0ODw=",
        "AAECAwQFBgcICQoLDA0ODw",
        "AAEC=wQFBgcICQoLDA0ODw==",
        "AAECAwQFBgcICQoLDA0O-w==",
        "AAECAwQFBgcICQoL DA0ODw==",
        "AAECAwQFBgcICQoLDA0ODé==",
    ] {
        assert_eq!(with(salt), "“kdf.salt” should be 16 bytes in base 64", "{salt}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_parsed() {
    let mut locked = locked();
    locked.text = vec![0; usize::try_from(MAX_BYTES).expect("a size") / 4 * 3];
    let file = locked.write();
    assert_eq!(Locked::read(file.as_bytes()), Err(ImportError::TooLarge { bytes: file.len() as u64 }));
}

#[test]
fn the_reader_of_assessments_says_that_it_is_a_locked_file() {
    let nothing = |_: &EditionRef| None;
    let read = read_bytes(FIRST.as_bytes(), nothing);
    assert_eq!(read.map(|_| ()), Err(ImportError::OtherFormat { format: LOCKED.into() }));
}

#[test]
fn a_locked_file_is_named_after_the_one_inside() {
    for (name, expected) in [
        ("rosewood-house-dspt-2021-22-2026-11-25.json", "rosewood-house-dspt-2021-22-2026-11-25-locked.json"),
        ("rosewood", "rosewood-locked.json"),
    ] {
        assert_eq!(locked_name(name), expected);
    }
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn any_lock_and_any_text_come_back(
            salt in proptest::collection::vec(any::<u8>(), SALT),
            iv in proptest::collection::vec(any::<u8>(), IV),
            text in proptest::collection::vec(any::<u8>(), 17..200),
        ) {
            let mut locked = Locked::new(LockParameters::new(salt, iv), now());
            locked.text = text;
            prop_assert_eq!(Locked::read(locked.write().as_bytes()), Ok(locked));
        }

        #[test]
        fn of_a_changed_file_everything_is_in_bounds_and_authenticated(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = file().to_string().into_bytes();
            let at = at.index(bytes.len());
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
            if let Ok(changed) = Locked::read(&bytes) {
                let LockParameters { iterations, salt, iv } = &changed.lock;
                prop_assert!((600_000..=10_000_000).contains(iterations) && (salt.len(), iv.len()) == (SALT, IV));
                // A lock that differs while the header does not would be one that nobody authenticated.
                let same = changed.text == locked().text && changed.header() == locked().header();
                prop_assert_eq!(same, changed == locked());
            }
        }
    }
}
