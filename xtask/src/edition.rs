//! `cargo xtask edition check FILE`: what the page's edition kit finds in a spreadsheet or an edition, in a terminal. The
//! work is done by an example of the crate `spreadsheet`, so that this one has nothing to do with what an edition is.

use crate::project::Project;
use crate::{Result, command, tools};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// Runs it with what was typed after `edition check`.
///
/// # Errors
/// Where it cannot be built, was asked in a wrong way, or the edition has serious problems.
pub fn run(project: &Project, arguments: &[OsString]) -> Result {
    let mut build = tools::cargo(project);
    build.args(["build", "--quiet", "-p", "standards-met-spreadsheet", "--example", "edition"]);
    command::show(&mut build, "Building the program that checks editions")?;
    let mut check = Command::new(example()?);
    let status = check
        .args(arguments)
        .status()
        .map_err(|error| format!("The program that checks editions could not be started: {error}."))?;
    if status.success() {
        return Ok(());
    }
    Err("The lines above say what has to be put right first.".to_owned())
}

/// The program is beside this one, wherever cargo builds.
fn example() -> Result<PathBuf> {
    let this =
        env::current_exe().map_err(|error| format!("Where this program is cannot be said: {error}."))?;
    Ok(this.with_file_name(format!("examples/edition{}", env::consts::EXE_SUFFIX)))
}
