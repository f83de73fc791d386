//! Looks for what breaks a property: all of them, and the hostile files, with one new seed after the other.
//!
//! The tests themselves run from one seed (`.cargo/config.toml`), so that a commit gives one answer. Whatever is found here
//! becomes a test with a name.

use crate::project::Project;
use crate::steps::{Steps, say, seconds};
use crate::{Result, tools, unclear};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a module of property tests is called; `tests/repeatable.rs` looks that every property is in one.
const PROPERTIES: &str = "properties::";
/// The variable from which the properties take their seed.
pub const SEED: &str = "PROPTEST_RNG_SEED";
/// Optimised, so that more is tried; it finds what the tests' own profile finds.
const PROFILE: &str = "explore";
/// Seeds are short enough to be typed.
const SEEDS: u64 = 1_000_000_000;
const MINUTES: u32 = 20;

/// A test program with properties in it.
#[derive(Debug, PartialEq)]
struct Program {
    executable: PathBuf,
    /// The package's folder, in which its tests run.
    folder: PathBuf,
    /// What has to be said to cargo for just this program: `-p standards-met --test carrying`.
    arguments: String,
}

/// A property that did not hold.
#[derive(Debug, Default)]
struct Broken {
    seeds: Vec<u64>,
    repeat: String,
}

/// For how long to look, of what follows `explore`.
///
/// # Errors
/// A sentence about the first thing that is not understood.
pub fn minutes(mut arguments: lexopt::Parser) -> Result<u32> {
    let mut minutes = None;
    while let Some(argument) = arguments.next().map_err(unclear)? {
        match argument {
            lexopt::Arg::Value(number) if minutes.is_none() => {
                minutes = Some(lexopt::ValueExt::parse(&number).map_err(unclear)?);
            }
            other => return Err(unclear(other.unexpected())),
        }
    }
    Ok(minutes.unwrap_or(MINUTES))
}

/// Looks for so many minutes.
///
/// # Errors
/// What did not hold, after the time is over; each was said when it was found, with its seed and how to repeat it.
pub fn run(project: &Project, steps: &mut Steps, minutes: u32) -> Result {
    let programs = steps.loud("Properties, compiled", || compile(project))?;
    let properties = with_properties(programs)?;
    let count: usize = properties.iter().map(|(_, names)| names.len()).sum();
    if count == 0 {
        return Err("There is no property to look into: xtask has to follow the tests.".to_owned());
    }
    say(&format!("{count} properties in {} test programs, for {minutes} min\n", properties.len()));
    let (begun, time) = (Instant::now(), Duration::from_secs(60 * u64::from(minutes)));
    let mut broken: BTreeMap<String, Broken> = BTreeMap::new();
    let mut rounds = 0_u64;
    while begun.elapsed() < time {
        let seed = RandomState::new().hash_one(rounds) % SEEDS;
        for (program, _) in &properties {
            for name in failed(program, seed)? {
                let known = broken.entry(format!("{} {name}", program.arguments)).or_default();
                known.seeds.push(seed);
                if known.repeat.is_empty() {
                    known.repeat = repeat(program, &name, seed);
                    say(&format!("{name} does not hold, seed {seed}:\n  {}\n", known.repeat));
                }
            }
        }
        rounds += 1;
    }
    say(&format!("{rounds} seeds for {count} properties in {}\n", seconds(begun.elapsed())));
    if broken.is_empty() {
        return Ok(());
    }
    let lines = broken.values().map(|one| format!("{} of {rounds} seeds: {}\n", one.seeds.len(), one.repeat));
    Err(format!("{}{} properties do not hold.", lines.collect::<String>(), broken.len()))
}

/// The command that shows once more what was found, in the tests' own profile.
fn repeat(program: &Program, name: &str, seed: u64) -> String {
    format!("{SEED}={seed} cargo test {} -- --exact {name}", program.arguments)
}

/// Compiles all tests that need no browser; gives their programs.
fn compile(project: &Project) -> Result<Vec<Program>> {
    let mut build = tools::cargo(project);
    build
        .args(["test", "--workspace", "--exclude", "e2e", "--exclude", "xtask", "--no-run"])
        .args(["--lib", "--tests", "--profile", PROFILE, "--message-format=json-render-diagnostics"])
        .stderr(Stdio::inherit());
    let output = build.output().map_err(|error| format!("The properties could not be compiled: {error}."))?;
    if !output.status.success() {
        return Err("Compiling the properties failed: the messages above say why.".to_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(program).collect())
}

/// The test program that a line of cargo's messages tells of.
fn program(line: &str) -> Option<Program> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["profile"]["test"] != Value::Bool(true) {
        return None;
    }
    let folder = PathBuf::from(message["manifest_path"].as_str()?).parent()?.to_path_buf();
    // `path+file:///…#name@1.0.0`, or `path+file:///…/name#1.0.0` where the folder has the package's name.
    let (path, rest) = message["package_id"].as_str()?.split_once('#')?;
    let package = rest.split_once('@').map_or_else(|| path.rsplit('/').next(), |(name, _)| Some(name))?;
    let target = &message["target"];
    let name = target["name"].as_str()?;
    let which = match target["kind"][0].as_str()? {
        "test" => format!("--test {name}"),
        "bin" => format!("--bin {name}"),
        _ => "--lib".to_owned(),
    };
    let arguments = format!("-p {package} {which}");
    Some(Program { executable: message["executable"].as_str()?.into(), folder, arguments })
}

/// The programs in which there are properties, and their names.
fn with_properties(programs: Vec<Program>) -> Result<Vec<(Program, BTreeSet<String>)>> {
    let mut found = Vec::new();
    for program in programs {
        let listed =
            said(Command::new(&program.executable).args([PROPERTIES, "--list", "--format=terse"]))?.1;
        let names: BTreeSet<String> =
            listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect();
        if !names.is_empty() {
            found.push((program, names));
        }
    }
    Ok(found)
}

/// The properties of a program that do not hold with this seed.
fn failed(program: &Program, seed: u64) -> Result<BTreeSet<String>> {
    let mut run = Command::new(&program.executable);
    let (passed, text) = said(run.arg(PROPERTIES).current_dir(&program.folder).env(SEED, seed.to_string()))?;
    let names = names_of_failed(&text);
    if passed || !names.is_empty() {
        return Ok(names);
    }
    // Not a test that failed but a program that ended: a stack that was full, a kill.
    Err(format!("{text}\n{SEED}={seed} cargo test {} {PROPERTIES} ended in the middle.", program.arguments))
}

fn names_of_failed(text: &str) -> BTreeSet<String> {
    let name = |line: &str| Some(line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?.to_owned());
    text.lines().filter_map(name).collect()
}

/// Whether the program succeeded, and what it printed.
fn said(command: &mut Command) -> Result<(bool, String)> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{program} could not be started: {error}."))?;
    Ok((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_asked_for_or_not() {
        let asked = |arguments: &[&str]| minutes(lexopt::Parser::from_args(arguments));
        assert_eq!((asked(&[]), asked(&["3"])), (Ok(20), Ok(3)));
        for wrong in [&["long"][..], &["1", "2"], &["--for-ever"]] {
            assert!(asked(wrong).is_err_and(|sentence| sentence.contains("cargo xtask help")), "{wrong:?}");
        }
    }

    #[test]
    fn a_test_program_is_found_in_what_cargo_says() {
        let line = |id: &str, kind: &str, test: bool| {
            format!(
                r#"{{"reason":"compiler-artifact","package_id":"{id}","manifest_path":"/a/b/Cargo.toml",
                "target":{{"kind":["{kind}"],"name":"carrying"}},"profile":{{"test":{test}}},"executable":"/t/x"}}"#
            )
        };
        for (id, kind, arguments) in [
            ("path+file:///a/b#home@0.1.0", "test", "-p home --test carrying"),
            ("path+file:///a/b#0.1.0", "lib", "-p b --lib"),
            ("path+file:///a/b#0.1.0", "bin", "-p b --bin carrying"),
        ] {
            let found = program(&line(id, kind, true).replace('\n', "")).expect("a program");
            assert_eq!((found.arguments.as_str(), found.folder), (arguments, PathBuf::from("/a/b")));
        }
        assert_eq!(program(&line("path+file:///a/b#0.1.0", "lib", false)), None);
        assert_eq!(program("{\"reason\":\"build-finished\",\"success\":true}"), None);
        assert_eq!(program("no JSON"), None);
    }

    #[test]
    fn what_does_not_hold_is_named_with_how_to_see_it_again() {
        let text =
            "test properties::a ... ok\ntest properties::b ... FAILED\n\nfailures:\n    properties::b\n";
        assert_eq!(names_of_failed(text), BTreeSet::from(["properties::b".to_owned()]));
        let program = Program {
            executable: "/t/x".into(),
            folder: "/a".into(),
            arguments: "-p home --test carrying".into(),
        };
        assert_eq!(
            repeat(&program, "properties::b", 7),
            "PROPTEST_RNG_SEED=7 cargo test -p home --test carrying -- --exact properties::b"
        );
    }
}
