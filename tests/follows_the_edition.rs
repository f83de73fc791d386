//! Everything follows the edition: no code knows how many items the built-in one has, or which.

use standards_met_core::catalogue::Edition;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the program is, and what is beside it that a browser runs or shows.
const FOLDERS: [&str; 5] =
    ["src", "crates/core/src", "crates/reports/src", "crates/spreadsheet/src", "public"];
const ENDINGS: [&str; 3] = ["rs", "js", "html"];

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            collect(&entry, into);
        } else if !entry.ends_with("tests.rs")
            && entry.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known))
        {
            into.push(entry);
        }
    }
}

/// The lines of the program itself: without comments, and without tests (at the end of a file, or in a `tests.rs`).
fn lines() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![
        root.join("index.html"),
        root.join("crates/reports/worker.js"),
        root.join("crates/spreadsheet/worker.js"),
        root.join("public/standards-met.webmanifest"),
    ];
    FOLDERS.iter().for_each(|folder| collect(&root.join(folder), &mut files));
    let mut lines = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let name = file.strip_prefix(root).expect("below the root").display().to_string();
        for (number, line) in code.lines().enumerate() {
            if !line.trim_start().starts_with("//") {
                lines.push((format!("{name}:{}", number + 1), line.to_owned()));
            }
        }
    }
    lines
}

/// Whether a word stands in a line by itself, and not inside another number or name. A count may have its type behind it.
fn stands_in(line: &str, word: &str) -> bool {
    // A number of an item has stops in it: before and after it, a hyphen or a `#` are those of an address or a selector.
    let within: &[char] = if word.contains('.') { &['.', '_'] } else { &['.', '_', '-', '#'] };
    let apart = |letter: Option<char>| {
        letter.is_none_or(|letter| !letter.is_ascii_alphanumeric() && !within.contains(&letter))
    };
    let mut line = line.replace("..", " ");
    for kind in ["usize", "u8", "u16", "u32", "u64"] {
        for typed in [format!("{word}{kind}"), format!("{word}_{kind}")] {
            line = line.replace(&typed, word);
        }
    }
    let found = line.match_indices(word);
    found.into_iter().any(|(at, _)| {
        apart(line[..at].chars().next_back()) && {
            let after = &line[at + word.len()..];
            // A full stop may end a sentence.
            apart(after.chars().next()) || (after.starts_with('.') && apart(after.chars().nth(1)))
        }
    })
}

fn lines_with(words: &[String]) -> Vec<String> {
    let found = lines().into_iter().filter(|(_, line)| words.iter().any(|word| stands_in(line, word)));
    found.map(|(place, line)| format!("{place}: {}", line.trim())).collect()
}

#[test]
fn no_code_knows_how_many_items_there_are() {
    let edition = Edition::built_in();
    assert_eq!(lines_with(&[edition.items().count().to_string()]), Vec::<String>::new());
}

#[test]
fn no_code_knows_an_item_by_its_number() {
    let edition = Edition::built_in();
    let ids: Vec<String> = edition.items().map(|item| item.id.to_string()).collect();
    assert_eq!(lines_with(&ids), Vec::<String>::new());
}

#[test]
fn a_number_is_found_where_it_stands_and_not_inside_another() {
    for (line, word, expected) in [
        (r#"ItemId("1.1.5".into())"#, "1.1.5", true),
        ("see 1.1.5.", "1.1.5", true),
        ("version 11.1.5", "1.1.5", false),
        ("1.1.52", "1.1.5", false),
        ("all 43 items", "43", true),
        ("[43]", "43", true),
        ("[43usize]", "43", true),
        ("43_u8", "43", true),
        ("#carry-1.1.5", "1.1.5", true),
        ("1.43 KB, #43aa10, -43px", "43", false),
    ] {
        assert_eq!(stands_in(line, word), expected, "{line}");
    }
    // And there is something to search.
    assert!(lines().len() > 10_000);
}
