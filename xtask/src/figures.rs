//! The figures that README.md and docs/figures.md give: of one commit, made one after the other and written at once, so that
//! none of them is left behind.
//!
//! Each part is the output of a command, run in a clone of the commit, as somebody would run it who has just cloned it. What
//! is done stays in `target/figures/`, so that a run that was stopped goes on where it was.

mod bench;
mod running;
mod written;

use crate::command::ask;
use crate::project::Project;
use crate::steps::{Steps, say};
use crate::{Result, unclear};
use bench::Bench;
use std::path::Path;
use std::process::Command;

/// What is measured, in the order in which it is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    Fresh,
    Again,
    Serve,
    Sizes,
    Trials,
    Speed,
}

const PARTS: [Part; 6] = [Part::Fresh, Part::Again, Part::Serve, Part::Sizes, Part::Trials, Part::Speed];

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Again => "again",
            Self::Serve => "serve",
            Self::Sizes => "sizes",
            Self::Trials => "trials",
            Self::Speed => "speed",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Fresh => "`cargo xtask test` in a fresh clone, nothing compiled",
            Self::Again => "`cargo xtask test` once more, everything compiled",
            Self::Serve => "`cargo xtask serve`",
            Self::Sizes => "What is fetched",
            Self::Trials => "`cargo xtask faults`",
            Self::Speed => "`cargo xtask bench`",
        }
    }
}

/// What was asked for.
#[derive(Debug, PartialEq)]
pub struct Wishes {
    /// These anew; otherwise what is missing.
    parts: Vec<Part>,
    trials: u32,
    rounds: u32,
}

impl Wishes {
    /// Reads what follows `figures`.
    ///
    /// # Errors
    /// A sentence about the first thing that is not understood.
    pub fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        use lexopt::prelude::*;
        let mut wishes = Self { parts: Vec::new(), trials: 1_000, rounds: 3 };
        while let Some(argument) = arguments.next().map_err(unclear)? {
            match argument {
                Long("trials") => {
                    wishes.trials = arguments.value().and_then(|value| value.parse()).map_err(unclear)?
                }
                Long("rounds") => {
                    wishes.rounds = arguments.value().and_then(|value| value.parse()).map_err(unclear)?
                }
                Value(name) => {
                    let part = PARTS.into_iter().find(|part| name == part.name());
                    wishes.parts.push(part.ok_or_else(|| {
                        let names = PARTS.map(Part::name).join(", ");
                        format!(
                            "There are no figures called {}: they are {names} (see `cargo xtask help`).",
                            name.display()
                        )
                    })?);
                }
                other => return Err(unclear(other.unexpected())),
            }
        }
        Ok(wishes)
    }
}

/// Makes what is missing of the figures of the newest commit, or what was asked for, and writes what there is of that commit:
/// figures of another one are never beside them.
///
/// # Errors
/// Where something is not committed, a command fails, or a file cannot be written.
pub fn run(project: &Project, steps: &mut Steps, wishes: &Wishes) -> Result {
    let git = |arguments: &[&str]| ask(Command::new("git").current_dir(project.root()).args(arguments));
    let commit = git(&["rev-parse", "--short=10", "HEAD"])
        .ok_or("This is no git checkout, and figures are of a commit.")?;
    if git(&["status", "--porcelain"]).is_none_or(|changes| !changes.is_empty()) {
        return Err("Something is not committed: figures are of a commit, so commit it first.".to_owned());
    }
    let bench = Bench::new(project, &commit)?;
    let wanted = if wishes.parts.is_empty() { &PARTS[..] } else { &wishes.parts };
    for part in wanted {
        if wishes.parts.is_empty() && bench.done(*part).is_some() {
            say(&format!("{}: there already\n", part.name()));
            continue;
        }
        let text = steps.loud(part.name(), || bench.measure(*part, wishes, &commit))?;
        bench.keep(*part, &text)?;
    }
    let parts: Vec<(Part, String)> =
        PARTS.into_iter().filter_map(|part| Some((part, bench.done(part)?))).collect();
    written::write(project.root(), &commit, &parts)?;
    let missing: Vec<&str> =
        PARTS.into_iter().filter(|part| bench.done(*part).is_none()).map(Part::name).collect();
    if !missing.is_empty() {
        say(&format!("Not there yet, and so not in the files: {}\n", missing.join(", ")));
    }
    Ok(())
}

fn unwritten(place: &Path) -> impl Fn(std::io::Error) -> String {
    let place = place.display().to_string();
    move |error| format!("{place} cannot be read or written: {error}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_numbers_are_asked_for_or_not() {
        let wishes = |arguments: &[&str]| Wishes::read(lexopt::Parser::from_args(arguments));
        assert_eq!(wishes(&[]), Ok(Wishes { parts: vec![], trials: 1_000, rounds: 3 }));
        let some = wishes(&["sizes", "trials", "--trials", "90"]);
        assert_eq!(some, Ok(Wishes { parts: vec![Part::Sizes, Part::Trials], trials: 90, rounds: 3 }));
        for wrong in [&["size"][..], &["--trials"], &["--trials", "many"], &["--for-ever"]] {
            assert!(wishes(wrong).is_err_and(|sentence| sentence.contains("cargo xtask help")), "{wrong:?}");
        }
    }
}
