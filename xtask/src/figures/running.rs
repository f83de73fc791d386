//! Commands whose output is looked at while they run, and that are ended with everything they have started.

use crate::Result;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command};

/// In a group of its own, so that everything it starts can be ended with it.
pub fn started(command: &mut Command) -> Result<Child> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.spawn().map_err(|error| format!("A command could not be started: {error}."))
}

/// Ends a command and what it has started.
pub fn end(child: &mut Child) {
    if cfg!(unix) {
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status();
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// What a command prints until it ends, or up to the line that is looked for; shown meanwhile.
pub fn said_until(child: &mut Child, enough: impl Fn(&str) -> bool) -> Result<String> {
    let out = child.stdout.take().ok_or("The command has no output.")?;
    let mut text = String::new();
    for line in BufReader::new(out).lines() {
        let line = line.map_err(|error| format!("The command's output cannot be read: {error}."))?;
        let mut shown = std::io::stdout();
        let _ = writeln!(shown, "    {line}");
        text.push_str(&line);
        text.push('\n');
        if enough(&line) {
            break;
        }
    }
    Ok(text)
}
