//! The report files in programs that nobody here wrote: LibreOffice, Poppler, and Python's libraries for Word,
//! spreadsheets and calendars. What they find in them is held against the documents (tests/proof/proof.py).

use crate::project::{Project, find};
use crate::steps::{Steps, say};
use crate::{Result, packages, tools};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Debian's own, which Debian's packages of libraries belong to: another may come first on `PATH`.
pub const PYTHON: &str = "/usr/bin/python3";

/// Writes the reports of two assessments and has them read.
///
/// # Errors
/// What could not be installed, what could not be written, and what was not found in a file.
pub fn run(project: &Project, steps: &mut Steps) -> Result {
    if find(&["apt-get"]).is_none() {
        say("There is no apt-get here, and so not Debian's LibreOffice: the report files are not proved.\n");
        return Ok(());
    }
    packages::readers(project, steps)?;
    let (files, out) = (project.target("proof/files"), project.target("proof/out"));
    steps.loud("Reports for the proof", || write(project, &files))?;
    let found = steps.quiet("Reports in other programs", || read(project, &files, &out))?;
    say(&format!("{found}\n"));
    Ok(())
}

/// Every report in every form of file. Built with the features of the host tests, so that nothing is compiled twice.
fn write(project: &Project, files: &Path) -> Result {
    let mut build = tools::cargo(project);
    build.args(["build", "--workspace", "--exclude", "e2e", "--example", "proof"]);
    crate::command::show(&mut build, "Building the program that writes the reports")?;
    // What an earlier run left would be taken for this one's.
    let _ = fs::remove_dir_all(files);
    let mut example = Command::new(example()?);
    crate::command::show(example.arg(files), "Writing the reports")
}

/// The program is beside this one, wherever cargo builds.
fn example() -> Result<PathBuf> {
    let this =
        env::current_exe().map_err(|error| format!("Where this program is cannot be said: {error}."))?;
    let name = format!("examples/proof{}", env::consts::EXE_SUFFIX);
    Ok(this.with_file_name(name))
}

/// Has the files read; gives what was compared, in a sentence.
fn read(project: &Project, files: &Path, out: &Path) -> Result<String> {
    let _ = fs::remove_dir_all(out);
    let mut python = Command::new(PYTHON);
    // -B: no compiled copies beside the sources.
    python.arg("-B").arg(project.root().join("tests/proof/proof.py")).arg(files).arg(out);
    let output = python
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{PYTHON} could not be started: {error}."))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
    if output.status.success() && !last.is_empty() {
        return Ok(last.to_owned());
    }
    Err(format!(
        "{said}{}The report files do not say in other programs what their documents say: the lines above name what.",
        String::from_utf8_lossy(&output.stderr)
    ))
}
