//! One commit gives one answer: what is random in the tests comes out of seeds that stand in the source.

use std::fs;
use std::path::{Path, PathBuf};

/// What makes chance out of nothing, by the day or the machine. Seeds are the tests' own.
const CHANCE: [&str; 7] = [
    "fastrand::u",
    "fastrand::f",
    "Rng::new()",
    "SystemTime",
    "RandomState",
    "thread_rng",
    "RngSeed::Random",
];

/// What may: `cargo xtask explore` and `cargo xtask faults` look for what nobody has found yet, and print their seeds. The
/// others need the time for what is kept for a while, and for a page that was built anew.
const LOOKING: [&str; 4] =
    ["xtask/src/explore.rs", "tests/e2e/src/bin/faults.rs", "xtask/src/cache.rs", "xtask/src/reload.rs"];

/// Every source file of the workspace, with its path below the root.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = ["src", "tests", "crates", "xtask"].map(|folder| root.join(folder)).into();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let below = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
            found.push((below, fs::read_to_string(&path).expect("a source file")));
        }
    }
    found
}

#[test]
fn the_seed_of_the_properties_is_the_one_in_the_source() {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join(".cargo/config.toml");
    let config = fs::read_to_string(config).expect("the settings of cargo");
    assert!(config.contains("\nPROPTEST_RNG_SEED = \""));
    // Somebody who tries another seed gives it in the variable, and sees it there.
    let seed = std::env::var("PROPTEST_RNG_SEED").expect("cargo sets it, wherever the tests are started");
    assert!(seed.parse::<u64>().is_ok(), "{seed}");
    assert!(std::env::var_os("PROPTEST_DISABLE_FAILURE_PERSISTENCE").is_some());
}

#[test]
fn every_property_is_where_it_is_looked_for() {
    let mut properties = 0;
    for (path, text) in sources().iter().filter(|(path, _)| path != "tests/repeatable.rs") {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.trim() == "proptest! {") {
            let before = &lines[number.saturating_sub(3)..number];
            let inside = before.iter().any(|line| line.trim() == "mod properties {") && line.starts_with(' ');
            assert!(
                inside || path.ends_with("/properties.rs"),
                "{path}:{}: `cargo xtask explore` runs what is in a module `properties`",
                number + 1
            );
            properties += 1;
        }
    }
    assert!(properties > 10, "{properties}");
}

#[test]
fn nothing_else_is_left_to_chance() {
    for (path, text) in sources() {
        if path == "tests/repeatable.rs" || LOOKING.contains(&path.as_str()) {
            continue;
        }
        for chance in CHANCE {
            assert!(!text.contains(chance), "{path} uses {chance}: its seed has to stand in the source");
        }
    }
}
