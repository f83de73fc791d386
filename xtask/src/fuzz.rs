//! `cargo xtask fuzz`: libFuzzer looks for bytes that break a reader, guided by which branches of the program they reach
//! (the crate `fuzz`). With the Rust that builds the page and a C++ compiler; `cargo-fuzz` is not needed.
//!
//! It begins with the fixtures and with what earlier runs have found out (`tests/fixtures/fuzz/`). What it finds new is below
//! `target/fuzz/corpus/`, and goes into the fixtures with `--keep`, as far as it reaches something that nothing else does.
//! What breaks a reader is in `target/fuzz/artifacts/`.

use crate::command::{ask, show};
use crate::project::Project;
use crate::steps::{Steps, say};
use crate::{Result, tools, unclear};
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Something that reads foreign bytes.
struct Target {
    name: &'static str,
    /// The list of words in `fuzz/words/`.
    words: &'static str,
    /// The longest file that is tried, in bytes.
    longest: u32,
    /// Files and folders in `tests/fixtures/` to begin with.
    seeds: &'static [&'static str],
}

const fn target(
    name: &'static str,
    words: &'static str,
    longest: u32,
    seeds: &'static [&'static str],
) -> Target {
    Target { name, words, longest, seeds }
}

const TARGETS: [Target; 8] = [
    target("assessment", "json", 20_000, &["hostile", "assessment-v1.json", "assessment-v1-guided.json"]),
    target("review", "json", 10_000, &["review-v1.json"]),
    target("edition", "json", 10_000, &["hosted/editions", "hostile/small.json"]),
    target("locked", "json", 4_000, &[]),
    target("lists", "json", 4_000, &["hosted/editions"]),
    target("kept", "json", 2_000, &[]),
    target("table", "table", 6_000, &["editions"]),
    target("workbook", "workbook", 10_000, &[]),
];

/// What cargo-fuzz passes to the compiler, but for the sanitizers, which only a nightly one has: every branch counts how
/// often it is taken, and every comparison tells what it compares.
const COUNTED: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

/// How many of libFuzzer's files are kept of each target, in the order in which it chose them: the first reach most.
const MOST_KEPT: usize = 24;
/// A longer file says nothing that a shorter one could not, and has to be kept for ever.
const LONGEST_KEPT: u32 = 4_000;

/// What was asked for.
pub struct Wishes {
    /// The name of a target, or `all`.
    target: String,
    seconds: u32,
    keep: bool,
}

impl Wishes {
    /// Reads what follows `fuzz`.
    pub fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let (mut target, mut seconds, mut keep) = (None, None, false);
        while let Some(argument) = arguments.next().map_err(unclear)? {
            match argument {
                Long("keep") => keep = true,
                Value(name) if target.is_none() => target = Some(name.string().map_err(unclear)?),
                Value(number) if seconds.is_none() => seconds = Some(number.parse().map_err(unclear)?),
                other => return Err(unclear(other.unexpected())),
            }
        }
        let target = target.unwrap_or_else(|| "all".to_owned());
        if target != "all" && TARGETS.iter().all(|known| known.name != target) {
            let names: Vec<&str> = TARGETS.iter().map(|known| known.name).collect();
            let names = names.join(", ");
            return Err(format!(
                "There is no reader `{target}`: it is one of {names}, or all (see `cargo xtask help`)."
            ));
        }
        Ok(Self { target, seconds: seconds.unwrap_or(60), keep })
    }
}

/// Builds what was asked for and lets it run, one after the other.
pub fn run(project: &Project, steps: &mut Steps, wishes: &Wishes) -> Result {
    let host = ask(Command::new("rustc").arg("-vV"));
    let host = host.as_deref().and_then(|said| said.lines().find_map(|line| line.strip_prefix("host: ")));
    let host =
        host.ok_or("`rustc -vV` does not say which system this is: install Rust from https://rustup.rs.")?;
    steps.loud("Readers with counted branches", || build(project, host))?;
    let programs = project.target("fuzz").join(host).join("release");
    for target in TARGETS.iter().filter(|target| ["all", target.name].contains(&wishes.target.as_str())) {
        let program = programs.join(format!("{}{}", target.name, std::env::consts::EXE_SUFFIX));
        steps.loud(target.name, || attack(project, target, &program, wishes.seconds))?;
        if wishes.keep {
            steps.loud(&format!("{}, what is kept", target.name), || keep(project, target, &program))?;
        }
    }
    say(&steps.table());
    Ok(())
}

/// With `--target`, so that what is only built to build the rest is built as always.
fn build(project: &Project, host: &str) -> Result {
    let mut build = tools::cargo(project);
    build
        .args([
            "build",
            "--release",
            "--locked",
            "--bins",
            "--manifest-path",
            "fuzz/Cargo.toml",
            "--target",
            host,
        ])
        .arg("--target-dir")
        .arg(project.target("fuzz"))
        .env("RUSTFLAGS", COUNTED.join(" "));
    show(&mut build, "Building the readers")
}

fn kept(project: &Project, target: &Target) -> PathBuf {
    project.root().join("tests/fixtures/fuzz").join(target.name)
}

fn corpus(project: &Project, target: &Target) -> PathBuf {
    project.target("fuzz/corpus").join(target.name)
}

fn attack(project: &Project, target: &Target, program: &Path, seconds: u32) -> Result {
    let (corpus, kept) = (corpus(project, target), kept(project, target));
    let artifacts = project.target("fuzz/artifacts").join(target.name);
    for folder in [&corpus, &kept, &artifacts] {
        fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
    }
    for seed in target.seeds {
        let seeds = files(&project.root().join("tests/fixtures").join(seed))?;
        seeds.iter().try_for_each(|file| copy(file, &corpus))?;
    }
    let mut fuzz = Command::new(program);
    fuzz.current_dir(project.root()).args([&corpus, &kept]);
    fuzz.arg(format!("-dict=fuzz/words/{}.dict", target.words));
    fuzz.arg(format!("-max_len={}", target.longest)).arg(format!("-max_total_time={seconds}"));
    fuzz.args(["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1", "-reload=0"]);
    fuzz.arg(format!("-artifact_prefix={}/", artifacts.display()));
    let attack = format!("Attacking `{}` (what breaks it is in {})", target.name, artifacts.display());
    show(&mut fuzz, &attack)
}

/// The file, or the files in the folder.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries =
        fs::read_dir(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    Ok(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect())
}

fn copy(file: &Path, into: &Path) -> Result {
    let to = into.join(file.file_name().unwrap_or_default());
    fs::copy(file, &to).map(|_| ()).map_err(|error| unwritten(&to, &error))
}

/// Puts the fewest files into the fixtures that reach every branch that is reached, beside those that somebody has named.
/// How often a branch is taken, and with which values, is not looked at: that would be ten times as many.
fn keep(project: &Project, target: &Target, program: &Path) -> Result {
    let (corpus, kept) = (corpus(project, target), kept(project, target));
    let fewest = project.target("fuzz/kept").join(target.name);
    let _ = fs::remove_dir_all(&fewest);
    fs::create_dir_all(&fewest).map_err(|error| unwritten(&fewest, &error))?;
    files(&kept)?.iter().filter(|path| is_named(path)).try_for_each(|path| copy(path, &fewest))?;
    let mut merge = Command::new(program);
    merge.current_dir(project.root()).args(["-set_cover_merge=1", "-use_counters=0", "-use_value_profile=0"]);
    merge.arg(format!("-max_len={LONGEST_KEPT}")).args([&fewest, &kept, &corpus]);
    show(&mut merge, "Choosing what is kept")?;
    for old in files(&kept)?.iter().filter(|path| !is_named(path)) {
        fs::remove_file(old).map_err(|error| unwritten(old, &error))?;
    }
    let mut chosen = files(&fewest)?;
    chosen.retain(|path| !is_named(path));
    chosen.sort_by_key(|path| path.metadata().and_then(|known| known.modified()).ok());
    chosen.iter().take(MOST_KEPT).try_for_each(|path| copy(path, &kept))
}

/// Whether the name is not one of libFuzzer's, which are SHA-1.
fn is_named(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.len() != 40 || !name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn unwritten(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be written: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(arguments: &[&str]) -> Result<Wishes> {
        Wishes::read(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn a_target_and_a_time_are_asked_for_or_not() {
        for (given, target, seconds, keep) in [
            (&[][..], "all", 60, false),
            (&["review"], "review", 60, false),
            (&["all", "5", "--keep"], "all", 5, true),
        ] {
            let asked = wishes(given).expect("it is understood");
            assert_eq!((asked.target.as_str(), asked.seconds, asked.keep), (target, seconds, keep));
        }
        for wrong in [&["reviews"][..], &["review", "long"], &["review", "5", "6"], &["--for-ever"]] {
            assert!(wishes(wrong).is_err_and(|sentence| sentence.contains("cargo xtask help")), "{wrong:?}");
        }
    }

    #[test]
    fn every_target_is_a_program_with_a_list_of_words() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let manifest = fs::read_to_string(root.join("fuzz/Cargo.toml")).expect("the crate");
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
        for target in &TARGETS {
            assert!(manifest.contains(&format!("name = \"{}\"\npath = \"targets/", target.name)));
            assert!(root.join(format!("fuzz/targets/{}.rs", target.name)).is_file());
            assert!(root.join(format!("fuzz/words/{}.dict", target.words)).is_file());
            assert!(target.seeds.iter().all(|seed| root.join("tests/fixtures").join(seed).exists()));
        }
    }
}
