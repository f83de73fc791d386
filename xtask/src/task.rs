//! The command line: what can be asked for, and how it is written.

use crate::{Result, bench, checks, explore, figures, fuzz};
use lexopt::prelude::*;
use std::ffi::OsString;

pub const USAGE: &str = "\
cargo xtask serve [--dev] [--port N]   set up, build and serve the page on http://127.0.0.1:8080
                                       (--dev: debug build, rebuilt and loaded again on every change)
cargo xtask build [--single-file]      write dist/ and check what a first visit has to load
                                       (--single-file: also the whole page in one file)
cargo xtask bench [--rounds N] [--only loads|typing|saving|homes|reports|memory] [--against DIR --ready SELECTOR]
                                       measure how fast the page loads, types, saves, exports, imports and makes
                                       reports, and what it holds in memory; its loads beside those of a page
                                       without a program, and of any other built site (7 rounds)
cargo xtask edition check FILE         check an edition (.json), or make one of a spreadsheet (.xlsx, .csv) and say
                                       every problem with its row
    [--save OUT.json] [--sheet NAME] [--optional]
    [--id ID] [--title TITLE] [--year YEAR] [--source TEXT] [--before ID] [--opens DAY] [--closes DAY]
    [--wording official|ours]
                                       (--save: write the edition; --sheet: another sheet than the one that is
                                       chosen; --optional: with the questions that are mandatory at no level; the
                                       others say of one made of a spreadsheet what is not in it, --before: the id
                                       of the edition before)
cargo xtask faults [TRIALS] [SEED] [FAULT] [ENGINE]
                                       type, let something go wrong, and count what was lost (1,000 trials; only the
                                       fault and the engine with these names of the table)
cargo xtask explore [MINUTES]          try all properties and the hostile files with new seeds, and say what does not
                                       hold with its seed and the command that repeats it (20 minutes)
cargo xtask fuzz [READER|all] [SECONDS] [--keep]
                                       look for bytes that break a reader, each for so long (60 seconds); with
                                       a C++ compiler (--keep: put what it finds out into the fixtures)
cargo xtask figures [PART…] [--trials N] [--rounds N]
                                       measure times, sizes, trials and speed of the newest commit, as far as that is not
                                       done, and write what there is of it into README.md and docs/figures.md (about two
                                       hours; PART: fresh, again, serve, sizes, trials, speed, for these alone, anew)
cargo xtask test [NAME…]               everything; NAME filters the browser journeys
cargo xtask test host                  only format, lints, report files in other programs, and the tests that
                                       need no browser
cargo xtask test e2e [NAME…]           only the release build and the browser journeys";

/// What was asked for.
pub enum Task {
    Help,
    Serve { dev: bool, port: u16 },
    Build { single_file: bool },
    Bench(bench::Wishes),
    Faults(Vec<String>),
    Explore(u32),
    Fuzz(fuzz::Wishes),
    Figures(figures::Wishes),
    Edition(Vec<OsString>),
    Finish,
    Test { part: checks::Part, filters: Vec<String> },
}

/// What to say of an argument that is not understood.
pub fn unclear(error: lexopt::Error) -> String {
    format!("{error}; `cargo xtask help` lists what there is.")
}

/// Reads the command line.
///
/// # Errors
/// A sentence about the first thing that is not understood.
pub fn parse(mut arguments: lexopt::Parser) -> Result<Task> {
    let task = match arguments.next().map_err(unclear)? {
        None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
        Some(Value(name)) => name.string().map_err(unclear)?,
        Some(other) => return Err(unclear(other.unexpected())),
    };
    if task == "test" {
        return test_task(arguments);
    }
    if task == "edition" {
        return edition_task(arguments);
    }
    if task == "bench" {
        return bench::Wishes::read(arguments).map(Task::Bench);
    }
    if task == "explore" {
        return explore::minutes(arguments).map(Task::Explore);
    }
    if task == "figures" {
        return figures::Wishes::read(arguments).map(Task::Figures);
    }
    if task == "fuzz" {
        return fuzz::Wishes::read(arguments).map(Task::Fuzz);
    }
    let (mut dev, mut single_file, mut port, mut numbers) = (false, false, 8080, Vec::new());
    while let Some(argument) = arguments.next().map_err(unclear)? {
        match argument {
            Long("dev") if task == "serve" => dev = true,
            Long("single-file") if task == "build" => single_file = true,
            Long("port") if task == "serve" => {
                port = arguments.value().and_then(|value| value.parse()).map_err(unclear)?
            }
            Value(number) if task == "faults" && numbers.len() < 2 => {
                let number: u64 = number.parse().map_err(unclear)?;
                numbers.push(number.to_string());
            }
            Value(name) if task == "faults" && (2..4).contains(&numbers.len()) => {
                numbers.push(name.string().map_err(unclear)?);
            }
            other => return Err(unclear(other.unexpected())),
        }
    }
    match task.as_str() {
        "help" => Ok(Task::Help),
        "serve" => Ok(Task::Serve { dev, port }),
        "build" => Ok(Task::Build { single_file }),
        "faults" => Ok(Task::Faults(numbers)),
        // Not in the list: Trunk runs it.
        "finish" => Ok(Task::Finish),
        other => Err(format!("There is no task `{other}`; `cargo xtask help` lists what there is.")),
    }
}

/// What follows `test` goes to the journeys' own test harness as it stands, its options included.
fn test_task(mut arguments: lexopt::Parser) -> Result<Task> {
    let rest = arguments.raw_args().map_err(|error| format!("{error}."))?;
    let mut filters: Vec<String> = rest.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let part = match filters.first().map(String::as_str) {
        Some("host") => checks::Part::Host,
        Some("e2e") => checks::Part::Journeys,
        Some("--help" | "-h") => return Ok(Task::Help),
        _ => checks::Part::Everything,
    };
    if part != checks::Part::Everything {
        filters.remove(0);
    }
    Ok(Task::Test { part, filters })
}

/// What follows `edition` is understood by the program that does the work.
fn edition_task(mut arguments: lexopt::Parser) -> Result<Task> {
    let mut rest: Vec<OsString> = arguments.raw_args().map_err(unclear)?.collect();
    match rest.first().and_then(|first| first.to_str()) {
        Some("check") if rest.len() > 1 => Ok(Task::Edition(rest.split_off(1))),
        Some("--help" | "-h") => Ok(Task::Help),
        _ => Err("`edition check` is followed by a file; `cargo xtask help` lists what there is.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(arguments: &[&str]) -> Result<Task> {
        parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn serve_takes_a_port_and_a_mode() {
        assert!(matches!(task(&["serve"]), Ok(Task::Serve { dev: false, port: 8080 })));
        assert!(matches!(task(&["serve", "--dev", "--port", "81"]), Ok(Task::Serve { dev: true, port: 81 })));
    }

    #[test]
    fn what_follows_test_reaches_the_journeys() {
        for (given, part, filters) in [
            (&["test"][..], checks::Part::Everything, &[][..]),
            (&["test", "host"], checks::Part::Host, &[]),
            (&["test", "e2e", "import", "--nocapture"], checks::Part::Journeys, &["import", "--nocapture"]),
            (&["test", "import"], checks::Part::Everything, &["import"]),
        ] {
            match task(given) {
                Ok(Task::Test { part: got, filters: rest }) => {
                    assert_eq!(
                        (got, rest),
                        (part, filters.iter().map(|f| f.to_string()).collect()),
                        "{given:?}"
                    )
                }
                _ => panic!("{given:?} is a test task"),
            }
        }
    }

    #[test]
    fn what_follows_edition_reaches_the_program_that_checks() {
        let given = ["edition", "check", "items.xlsx", "--save", "out.json"];
        match task(&given) {
            Ok(Task::Edition(rest)) => assert_eq!(rest, given[2..]),
            _ => panic!("{given:?} is an edition task"),
        }
    }

    #[test]
    fn a_mistake_is_answered_with_a_sentence() {
        for given in [
            &["sevre"][..],
            &["serve", "--port", "many"],
            &["build", "--dev"],
            &["bench", "--port", "81"],
            &["bench", "3"],
            &["bench", "--rounds"],
            &["bench", "--rounds", "0"],
            &["bench", "--only", "speed"],
            &["bench", "--against", "."],
            &["bench", "--ready", "textarea"],
            &["edition"],
            &["edition", "check"],
            &["edition", "chekc", "a.json"],
            &["faults", "many"],
            &["faults", "1", "2", "tab closed", "firefox", "3"],
            &["--nonsense"],
        ] {
            match task(given) {
                Err(sentence) => assert!(sentence.contains("cargo xtask help"), "{sentence}"),
                Ok(_) => panic!("{given:?} is refused"),
            }
        }
    }
}
