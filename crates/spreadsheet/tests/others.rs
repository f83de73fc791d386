//! Files that are not what they should be: each has its own sentence, and none is half read.

mod common;

use common::{cells, packed, unpacked, workbook};
use proptest::prelude::*;
use spreadsheet::{BYTES, SpreadsheetError, read};
use standards_met_core::kit::{CellKind, Workbook};

fn refused(name: &str, bytes: &[u8]) -> SpreadsheetError {
    read(name, bytes).expect_err(name)
}

#[test]
fn tables_of_text_are_read_with_every_separator_and_encoding() {
    let lines = "id;question\n1.2.3;“Is it”, and since when?\n1.2.4;Who – if anybody?\n";
    let expected = [
        vec!["id", "question"],
        vec!["1.2.3", "“Is it”, and since when?"],
        vec!["1.2.4", "Who – if anybody?"],
    ];
    let marked = |bytes: fn(u16) -> [u8; 2]| -> fn(&str) -> Vec<u8> {
        if bytes(1) == [1, 0] {
            |text| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        } else {
            |text| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
        }
    };
    let older = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let encodings: [fn(&str) -> Vec<u8>; 5] = [
        |text| text.as_bytes().to_vec(),
        |text| format!("\u{feff}{text}").into_bytes(),
        marked(u16::to_le_bytes),
        marked(u16::to_be_bytes),
        older,
    ];
    for between in [";", "\t", ","] {
        for encoded in encodings {
            // With quotation marks where the comma stands between.
            let text = lines
                .replace(';', between)
                .replace("“Is it”, and since when?", "\"“Is it”, and since when?\"");
            let book = read("Our items.csv", &encoded(&text)).unwrap();
            assert_eq!(cells(&book.sheets[0]), expected, "{between:?}");
            assert_eq!(book.sheets[0].name, "Our items");
            assert!(book.sheets[0].rows[1].cells.iter().all(|cell| cell.kind == CellKind::Text));
        }
    }
}

#[test]
fn another_kind_of_file_is_told_how_to_become_one() {
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on".to_vec();
    let open = packed(&[("mimetype".into(), b"x".to_vec()), ("content.xml".into(), b"<a/>".to_vec())]);
    let numbers = packed(&[("Index/Document.iwa".into(), b"x".to_vec())]);
    for (name, bytes) in [
        ("items.xls", old.as_slice()),
        ("items.ods", &open),
        ("items.numbers", &numbers),
        ("items.xls", b"<html><table><tr><td>1.2.3</td></tr></table>"),
        ("items.csv", b"%PDF-1.7"),
        ("edition.json", b"{\"format\":\"standards-met/edition\"}"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ] {
        let unread = refused(name, bytes);
        assert_eq!(unread, SpreadsheetError::NotASpreadsheet, "{name}");
        assert!(unread.to_string().contains(".xlsx") && unread.to_string().contains(".csv"));
    }
}

#[test]
fn a_password_is_told_from_damage() {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused("a.xlsx", &locked), SpreadsheetError::Locked);
    let whole = workbook();
    assert_eq!(refused("a.xlsx", &whole[..whole.len() / 2]), SpreadsheetError::Damaged);
    assert_eq!(refused("a.xlsx", b"not packed"), SpreadsheetError::Damaged);
    let mut files = unpacked(&whole);
    files.retain(|(name, _)| !name.contains("sheet1.xml"));
    assert_eq!(refused("a.xlsx", &packed(&files)), SpreadsheetError::Damaged);
}

#[test]
fn nothing_is_told_from_too_much() {
    assert_eq!(refused("a.csv", b""), SpreadsheetError::Empty);
    assert_eq!(refused("a.csv", b"\xef\xbb\xbf\r\n , \r\n"), SpreadsheetError::Empty);
    assert_eq!(refused("a.csv", &vec![b'x'; BYTES + 1]), SpreadsheetError::TooLarge);
    assert_eq!(refused("a.csv", "a\n".repeat(5_001).as_bytes()), SpreadsheetError::TooLarge);
}

/// A small file that is endless unpacked, and one that lies about it.
#[test]
fn what_is_packed_too_tightly_is_not_unpacked() {
    let mut files = unpacked(&workbook());
    files.push(("xl/media/more.xml".into(), vec![b' '; 70_000_000]));
    let mut bomb = packed(&files);
    assert!(bomb.len() < 200_000);
    assert_eq!(refused("a.xlsx", &bomb), SpreadsheetError::TooLarge);
    // The size that is stated, in the directory and before the file.
    let (stated, lie) = (70_000_000_u32.to_le_bytes(), 70_u32.to_le_bytes());
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..at + 4] == stated).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&lie);
    }
    let refused = refused("a.xlsx", &bomb);
    assert!(matches!(refused, SpreadsheetError::TooLarge | SpreadsheetError::Damaged), "{refused:?}");
}

mod properties {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn any_bytes_are_a_book_or_have_a_sentence(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0..4) {
            let begin: &[u8] = [&b""[..], b"PK\x03\x04", b"a;b\n", b"\xff\xfe"][kind as usize];
            whole_or_refused("a.xlsx", &[begin, &bytes].concat());
            whole_or_refused("a.csv", &[begin, &bytes].concat());
        }

        #[test]
        fn any_text_is_a_book_or_has_a_sentence(text in "[a-c,;\t\"\r\n €]{0,200}") {
            whole_or_refused("a.csv", text.as_bytes());
        }

        /// A workbook in which one file is changed in a few places, packed properly.
        #[test]
        fn a_broken_workbook_is_a_book_or_has_a_sentence(
            file in any::<prop::sample::Index>(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), "[0-9A-Z<>/\"=:&; ]"), 1..6),
            cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let mut files = unpacked(&workbook());
            let content = &mut file.get_mut(&mut files).1;
            for (place, by) in &changes {
                *place.get_mut(content) = by.as_bytes()[0];
            }
            if let Some(cut) = cut {
                content.truncate(cut.index(content.len()));
            }
            whole_or_refused("a.xlsx", &packed(&files));
        }

        #[test]
        fn flipped_bytes_of_a_packed_file_are_a_book_or_have_a_sentence(
            flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        ) {
            let mut bytes = workbook();
            for (place, by) in &flips {
                *place.get_mut(&mut bytes) = *by;
            }
            whole_or_refused("a.xlsx", &bytes);
        }
    }
}

/// What comes out of a file gets to the page as it is.
fn whole_or_refused(name: &str, bytes: &[u8]) {
    match read(name, bytes) {
        Ok(book) => {
            assert!(book.sheets.iter().any(|sheet| !sheet.rows.is_empty()));
            assert_eq!(Workbook::read(&book.write()), Some(book));
        }
        Err(unread) => assert!(unread.to_string().ends_with('.')),
    }
}
