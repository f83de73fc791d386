//! Runs a program, and turns every way in which that fails into one sentence.

use crate::Result;
use crate::project::Project;
use std::fs;
use std::io::{ErrorKind, IsTerminal, stdout};
use std::process::{Command, Stdio};

/// What the last lines of a program say when it was the network that refused, whichever program it was.
const NETWORK_SIGNS: [&str; 16] = [
    "could not download",
    "failed to download",
    "unable to download",
    "download failed",
    "failed to fetch",
    "unable to fetch",
    "could not connect",
    "could not resolve",
    "unable to update registry",
    "error sending request",
    "enotfound",
    "eai_again",
    "econnrefused",
    "econnreset",
    "timed out",
    "403 forbidden",
];

/// Runs it with its output in view. `what` is the subject of the sentence: "The release build".
pub fn show(command: &mut Command, what: &str) -> Result {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{what} failed: the messages above say why.")) }
}

/// Like [`show`], for a program that runs until it is stopped: where the system can, it takes this one's place, so
/// that stopping this one never leaves the other behind with its port.
pub fn become_it(command: &mut Command, what: &str) -> Result {
    #[cfg(unix)]
    {
        let _ = what;
        let error = std::os::unix::process::CommandExt::exec(command);
        Err(not_started(command, &error))
    }
    #[cfg(not(unix))]
    show(command, what)
}

/// Runs it with its output in `target/log/`, where a failure can be read at length.
pub fn record(project: &Project, log: &str, command: &mut Command, what: &str) -> Result {
    let path = project.target("log").join(format!("{log}.log"));
    let output = command.stdin(Stdio::null()).output().map_err(|error| not_started(command, &error))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    let written = fs::create_dir_all(project.target("log")).and_then(|()| fs::write(&path, &text));
    if output.status.success() {
        return Ok(());
    }
    let more = if written.is_ok() { format!(" (at length: {})", path.display()) } else { String::new() };
    Err(failure(&text, what, &more))
}

/// What the program printed, if it ran and succeeded.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Colour is for people at a terminal, not for logs.
pub fn wants_colour() -> bool {
    stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn failure(text: &str, what: &str, more: &str) -> String {
    let lower = text.to_lowercase();
    if NETWORK_SIGNS.iter().any(|sign| lower.contains(sign)) {
        return format!(
            "{what} could not be downloaded: check this machine's connection (or proxy) and run the command again{more}."
        );
    }
    let is_error = |line: &&str| line.to_lowercase().contains("error");
    let last = text.lines().rfind(is_error).or_else(|| text.lines().rfind(|line| !line.trim().is_empty()));
    format!(
        "{what} could not be installed: {}{more}.",
        last.unwrap_or("it said nothing").trim().trim_end_matches('.')
    )
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    if error.kind() != ErrorKind::NotFound {
        return format!("`{program}` could not be started: {error}.");
    }
    let remedy = match program.as_ref() {
        "cargo" | "rustc" | "rustup" => "install Rust from https://rustup.rs",
        "node" | "npm" | "npm.cmd" => "install Node from https://nodejs.org",
        _ => "install it",
    };
    format!("`{program}` was not found: {remedy} and run the command again.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_download_is_told_from_other_failures() {
        for refused in ["npm error code ENOTFOUND", "error: could not download file from 'https://…'"] {
            assert!(failure(refused, "The npm packages", "").contains("check this machine's connection"));
        }
        assert_eq!(
            failure("Compiling a\nerror: linker `cc` not found\nwarning: build failed\n", "trunk", " (x)"),
            "trunk could not be installed: error: linker `cc` not found (x)."
        );
    }

    #[test]
    fn a_missing_program_names_what_to_install() {
        let error = std::io::Error::from(ErrorKind::NotFound);
        assert_eq!(
            not_started(&Command::new("npm"), &error),
            "`npm` was not found: install Node from https://nodejs.org and run the command again."
        );
    }
}
