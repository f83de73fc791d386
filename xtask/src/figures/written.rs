//! What is written of the figures, and where.

use super::{Part, unwritten};
use crate::Result;
use crate::command::ask;
use std::path::Path;
use std::process::Command;
use std::{fs, thread};

const README: &str = "README.md";
const ALL: &str = "docs/figures.md";
/// Around what is written into README.md.
const MARKS: [&str; 2] = ["<!-- figures -->\n", "<!-- /figures -->"];

/// Writes all of them, with the day and the commit that they are of.
///
/// # Errors
/// Which file cannot be written.
pub fn write(root: &Path, commit: &str, parts: &[(Part, String)]) -> Result {
    let day = ask(Command::new("date").arg("+%-d %B %Y")).unwrap_or_default();
    let head = format!("Commit {commit}, {day}, {}", machine());
    let all = root.join(ALL);
    all.parent().map_or(Ok(()), fs::create_dir_all).map_err(unwritten(&all))?;
    fs::write(&all, whole(&head, parts)).map_err(unwritten(&all))?;
    let readme = root.join(README);
    let text = fs::read_to_string(&readme).map_err(unwritten(&readme))?;
    fs::write(&readme, with_block(&text, &block(&head, parts))?).map_err(unwritten(&readme))
}

/// What it was measured on.
fn machine() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name =
        cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    let rust = ask(Command::new("rustc").arg("--version")).unwrap_or_default();
    let rust = rust.split(" (").next().unwrap_or_default().to_owned();
    format!("{cores} cores ({}), {rust}", name.unwrap_or(std::env::consts::ARCH).trim())
}

/// Everything, for docs/figures.md.
fn whole(head: &str, parts: &[(Part, String)]) -> String {
    let mut text = format!("# Figures\n\nWritten by `cargo xtask figures`. {head}.\n");
    for (part, said) in parts {
        text += &format!("\n## {}\n\n```\n{}\n```\n", part.heading(), said.trim());
    }
    text
}

/// What README.md says of them.
fn block(head: &str, parts: &[(Part, String)]) -> String {
    let mut text = format!("{head}; all of them are in [{ALL}]({ALL}).\n\n| What | Figure |\n|---|---|\n");
    for (_, said) in parts {
        for line in said.lines().take_while(|line| !line.is_empty()) {
            let (name, value) = line.split_once(": ").unwrap_or((line, ""));
            text += &format!("| {name} | {value} |\n");
        }
    }
    text
}

fn with_block(readme: &str, block: &str) -> Result<String> {
    let [begin, end] = MARKS;
    let (before, rest) =
        readme.split_once(begin).ok_or("README.md has no place for the figures any more.")?;
    let (_, after) = rest.split_once(end).ok_or("README.md has no end of the figures any more.")?;
    Ok(format!("{before}{begin}{block}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_is_changed_between_its_marks_alone() {
        let parts = [(Part::Sizes, "First: 1 KB\nSecond: a: b\n\ntable\n".to_owned())];
        let readme = format!("before\n{}old\n{}\nafter\n", MARKS[0], MARKS[1]);
        let written = with_block(&readme, &block("Commit abc", &parts)).expect("a place");
        assert!(written.starts_with("before\n<!-- figures -->\nCommit abc; all"), "{written}");
        assert!(
            written.contains("| First | 1 KB |\n| Second | a: b |\n<!-- /figures -->\nafter\n"),
            "{written}"
        );
        assert!(!written.contains("old") && !written.contains("table"));
        assert!(with_block("no place", "").is_err());
        assert!(whole("Commit abc", &parts).contains("## What is fetched\n\n```\nFirst: 1 KB\n"));
    }
}
