//! What the compiler does not hold: no circle of files in a crate, the rooms of the page, and who may touch the browser.

mod imports;

use imports::Imports;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The crates that reach what the browser keeps and hears. Elements, events and files that were chosen are a part of a view
/// (`web_sys`, `wasm_bindgen`), and `store` knows nothing of those either.
const OUTSIDE: [&str; 7] = [
    "any_spawner",
    "js_sys",
    "gloo_storage",
    "gloo_file",
    "gloo_events",
    "gloo_timers",
    "indexed_db_futures",
];

/// Who, besides the room `platform`, may use one of them: a timer moves nothing in or out.
const TIMERS: [&str; 7] = [
    "store/keeping.rs",
    "store/mirror.rs",
    "store/save_queue.rs",
    "store/keeping/in_turns.rs",
    "store/kept_files.rs",
    "store/offline.rs",
    "store/second.rs",
];

/// A longer file holds more than one thing.
const LINES: usize = 300;

struct Source {
    /// Path below `src/`, with forward slashes.
    path: String,
    /// Without comments and without the tests at the end.
    code: String,
    lines: usize,
}

impl Source {
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    /// The rooms of this crate that the code names.
    fn uses(&self) -> Vec<String> {
        let named = self.code.split("crate::").skip(1).map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_ascii_lowercase() || *letter == '_')
                .collect::<String>()
        });
        named.filter(|room| !room.is_empty()).collect()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &mut found);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().lines();
        let code = code.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let below = path.strip_prefix(&root).expect("below src").components();
        let path = below.map(|step| step.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        Source { path, code, lines: text.lines().count() }
    };
    found.into_iter().map(read).collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            collect(&entry, into);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            into.push(entry);
        }
    }
}

/// The rooms in the order of the table in `src/lib.rs`, from the ground up.
fn rooms() -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | [`")?.split_once('`'));
    rows.map(|(room, _)| room.to_owned()).collect()
}

#[test]
fn every_room_is_in_the_table() {
    let mut listed = rooms();
    listed.sort();
    let mut there: Vec<String> = sources().iter().map(|source| source.room().to_owned()).collect();
    there.retain(|room| !["lib", "main", "bin"].contains(&room.as_str()));
    there.sort();
    there.dedup();
    assert_eq!(listed, there);
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    let ranks: BTreeMap<String, usize> =
        rooms().into_iter().enumerate().map(|(rank, room)| (room, rank)).collect();
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(rank) = ranks.get(source.room()) else { continue };
        for used in source.uses() {
            // What is no room is a macro or a function of the room itself.
            if ranks.get(&used).is_some_and(|other| other > rank) {
                wrong.push(format!("{} uses {used}", source.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_room_browser_touches_the_browser() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "platform") {
        for outside in OUTSIDE.iter().filter(|outside| source.code.contains(**outside)) {
            if *outside != "gloo_timers" || !TIMERS.contains(&source.path.as_str()) {
                wrong.push(format!("{} uses {outside}", source.path));
            }
        }
    }
    let store = sources().into_iter().filter(|source| source.room() == "store");
    wrong.extend(store.filter(|source| source.code.contains("web_sys")).map(|source| source.path));
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn components_know_nothing_of_what_is_open() {
    let above = ["platform", "store", "features", "app"];
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.room() == "components") {
        let used = source.uses();
        wrong.extend(
            used.iter()
                .filter(|used| above.contains(&used.as_str()))
                .map(|used| format!("{} uses {used}", source.path)),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_feature_uses_another() {
    let sources = sources();
    let feature =
        |source: &Source| source.path.strip_prefix("features/")?.split('/').next().map(str::to_owned);
    let all: std::collections::BTreeSet<String> = sources.iter().filter_map(feature).collect();
    assert!(all.len() > 10, "{all:?}");
    let mut wrong = Vec::new();
    for source in &sources {
        let Some(own) = feature(source) else { continue };
        for other in all.iter().filter(|other| **other != own) {
            if source.code.contains(&format!("features::{other}")) {
                wrong.push(format!("{} uses {other}", source.path));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_file_holds_more_than_one_thing() {
    let sources = sources();
    let long: Vec<(&str, usize)> = sources
        .iter()
        .filter(|source| source.lines > LINES)
        .map(|source| (source.path.as_str(), source.lines))
        .collect();
    assert_eq!(long, Vec::<(&str, usize)>::new());
}

#[test]
fn no_files_lead_to_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["", "crates/core/", "crates/reports/", "crates/spreadsheet/"] {
        let imports = Imports::of(&root.join(format!("{name}src/lib.rs")));
        assert!(imports.0.values().any(|used| !used.is_empty()), "nothing was found in {name}src");
        let circles: Vec<String> = imports.circles().iter().map(|files| files.join(" ")).collect();
        assert_eq!(circles, Vec::<String>::new(), "in {name}src");
    }
}
