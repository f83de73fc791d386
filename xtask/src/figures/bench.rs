//! The commands that are measured, in a clone of the commit.

use super::running::{end, said_until, started};
use super::{Part, Wishes, unwritten};
use crate::command::ask;
use crate::project::Project;
use crate::steps::seconds;
use crate::{Result, tools};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// How long a page that is served is waited for, built or built anew.
const SERVED: Duration = Duration::from_secs(45 * 60);
const SERVED_AT: &str = "Standards Met is at ";
/// A file of the page that is changed as somebody would change it.
const CHANGED: &str = "src/features/help/about.rs";

/// Where figures are made, and what is there of them.
pub struct Bench {
    folder: PathBuf,
    clone: PathBuf,
    project: Project,
}

impl Bench {
    /// For this commit.
    pub fn new(project: &Project, commit: &str) -> Result<Self> {
        let all = project.target("figures");
        let folder = all.join(commit);
        fs::create_dir_all(&folder).map_err(unwritten(&folder))?;
        Ok(Self { folder, clone: all.join("clone"), project: project.clone() })
    }

    /// Keeps what a part says, so that it need not be measured again.
    pub fn keep(&self, part: Part, text: &str) -> Result {
        let place = self.place(part);
        fs::write(&place, text).map_err(unwritten(&place))
    }

    fn place(&self, part: Part) -> PathBuf {
        self.folder.join(part.name()).with_extension("txt")
    }

    /// What a part said when it was measured.
    pub fn done(&self, part: Part) -> Option<String> {
        fs::read_to_string(self.place(part)).ok()
    }

    /// What is said of a part: lines of `name: value` that README.md takes up, an empty line, and the rest.
    pub fn measure(&self, part: Part, wishes: &Wishes, commit: &str) -> Result<String> {
        if part == Part::Fresh {
            let _ = fs::remove_dir_all(&self.clone);
        }
        self.ensure_clone(commit)?;
        match part {
            Part::Fresh | Part::Again => {
                let (took, text) = self.xtask(&["test"])?;
                Ok(format!("{}\n{}", tested(part, took, &text), step_table(&text)))
            }
            Part::Serve => self.serve(),
            Part::Sizes => {
                let (_, text) = self.xtask(&["build"])?;
                let table = text.find("Cold transfer").map_or("", |start| &text[start..]);
                let first = table.lines().find_map(|line| line.trim_start().strip_prefix("together "));
                let first = first.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
                let first = first.ok_or("`cargo xtask build` says no size any more.")?;
                Ok(format!("What the first page needs, and after brotli: {first}\n\n{table}"))
            }
            Part::Trials => {
                let (_, text) = self.xtask(&["faults", &wishes.trials.to_string(), "2026"])?;
                let all = text.lines().find(|line| line.starts_with("together")).unwrap_or_default();
                let numbers: Vec<&str> = all.split_whitespace().skip(1).collect();
                let [trials, saved, lost, overwritten, not_tried] = numbers[..] else {
                    return Err("`cargo xtask faults` has another table now.".to_owned());
                };
                let line = format!(
                    "Fault trials: {trials} made, {saved} times something called saved, {lost} lost, {overwritten} \
                     overwritten, {not_tried} not tried"
                );
                Ok(format!("{line}\n\n{text}"))
            }
            Part::Speed => {
                let (_, text) = self.xtask(&["bench", "--rounds", &wishes.rounds.to_string()])?;
                let measured = text.find("Build ").map_or("", |start| &text[start..]);
                let lines = measured.lines().filter(|line| !line.starts_with("All figures: "));
                Ok(format!("\n{}\n", lines.collect::<Vec<_>>().join("\n")))
            }
        }
    }

    /// A clone of the commit, without anything that is built or installed.
    fn ensure_clone(&self, commit: &str) -> Result {
        let there =
            ask(Command::new("git").current_dir(&self.clone).args(["rev-parse", "--short=10", "HEAD"]));
        if there.as_deref() == Some(commit) {
            return Ok(());
        }
        let _ = fs::remove_dir_all(&self.clone);
        let mut clone = Command::new("git");
        clone.args(["clone", "--quiet"]).arg(self.project.root()).arg(&self.clone);
        crate::command::show(&mut clone, "Cloning the commit")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = tools::cargo(&self.project);
        command.current_dir(&self.clone).arg("xtask").args(arguments).env_remove("CARGO_MANIFEST_DIR");
        // A target folder that several checkouts share would not be empty.
        command.env_remove("CARGO_TARGET_DIR").stdin(Stdio::null());
        command
    }

    /// Runs a task in the clone, with its output in view; gives how long it took and what it printed.
    fn xtask(&self, arguments: &[&str]) -> Result<(Duration, String)> {
        let begun = Instant::now();
        let mut child = started(self.command(arguments).stdout(Stdio::piped()))?;
        let text = said_until(&mut child, |_| false)?;
        let ended = child.wait().map_err(|error| format!("The command did not end: {error}."))?;
        if ended.success() {
            return Ok((begun.elapsed(), text));
        }
        Err(format!("`cargo xtask {}` failed: the messages above say why.", arguments.join(" ")))
    }

    /// How long it takes until the page is served: nothing changed, a page changed, and the debug build after a change.
    fn serve(&self) -> Result<String> {
        let unchanged = self.served()?;
        let page = self.clone.join(CHANGED);
        let before = fs::read_to_string(&page).map_err(unwritten(&page))?;
        let changed = changed(&before)?;
        fs::write(&page, &changed).map_err(unwritten(&page))?;
        let after_change = self.served();
        fs::write(&page, &before).map_err(unwritten(&page))?;
        let after_change = after_change?;
        let dev = self.dev(&page, &before, &changed);
        fs::write(&page, &before).map_err(unwritten(&page))?;
        Ok(format!(
            "`cargo xtask serve`, nothing changed: {}\n`cargo xtask serve`, a page changed: {}\n\
             `cargo xtask serve --dev`, from saving a file to the changed page: {}\n",
            words(unchanged),
            words(after_change),
            words(dev?)
        ))
    }

    fn served(&self) -> Result<Duration> {
        let begun = Instant::now();
        let mut child = started(self.command(&["serve", "--port", "8097"]).stdout(Stdio::piped()))?;
        let text = said_until(&mut child, |line| line.starts_with(SERVED_AT));
        let took = begun.elapsed();
        end(&mut child);
        if text?.contains(SERVED_AT) { Ok(took) } else { Err("The page was not served.".to_owned()) }
    }

    /// Serves the debug build, changes a file of it, and waits for the page of that.
    fn dev(&self, page: &Path, before: &str, changed: &str) -> Result<Duration> {
        let build = self.clone.join("target/debug-page/build.txt");
        let _ = fs::remove_file(&build);
        let mut child = started(&mut self.command(&["serve", "--dev", "--port", "8098"]))?;
        let took = other_than(&build, None).and_then(|first| {
            // The first build may be followed by one for what has changed since an earlier run.
            thread::sleep(Duration::from_secs(5));
            let first = fs::read_to_string(&build).unwrap_or(first);
            fs::write(page, changed).map_err(unwritten(page))?;
            let begun = Instant::now();
            other_than(&build, Some(&first)).map(|_| begun.elapsed())
        });
        end(&mut child);
        fs::write(page, before).map_err(unwritten(page))?;
        took
    }
}

/// Another sentence on a page, as somebody would change it.
fn changed(source: &str) -> Result<String> {
    let before = "Standards Met";
    if !source.contains(before) {
        return Err(format!("{CHANGED} has no sentence any more that could be changed: take another page."));
    }
    Ok(source.replacen(before, "Standards Met, as changed,", 1))
}

/// Waits until a file holds something, and something else than this.
fn other_than(file: &Path, before: Option<&str>) -> Result<String> {
    let begun = Instant::now();
    while begun.elapsed() < SERVED {
        match fs::read_to_string(file) {
            Ok(text) if !text.is_empty() && before != Some(text.as_str()) => return Ok(text),
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
    Err(format!("{} did not change.", file.display()))
}

/// How long a run of the tests took, and how many there were.
fn tested(part: Part, took: Duration, text: &str) -> String {
    let count = |word: &str| -> usize {
        let number =
            |line: &str| line.split(word).next()?.split_whitespace().next_back()?.parse::<usize>().ok();
        text.lines().filter(|line| line.starts_with("test result: ")).filter_map(number).sum()
    };
    let what = if part == Part::Fresh { "nothing compiled" } else { "everything compiled" };
    format!(
        "`cargo xtask test`, {what}: {}, {} tests passed, {} ignored\n",
        words(took),
        count(" passed"),
        count(" ignored")
    )
}

/// The table of steps that stands before the journeys.
fn step_table(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let end = lines.iter().rposition(|line| line.starts_with("  Together")).map_or(0, |end| end + 1);
    let begin = lines[..end].iter().rposition(|line| !line.starts_with("  ")).map_or(0, |before| before + 1);
    lines[begin..end].iter().flat_map(|line| [*line, "\n"]).collect()
}

/// `6 min 17 s`, `4.2 s`.
fn words(time: Duration) -> String {
    if time < Duration::from_secs(60) {
        return seconds(time);
    }
    format!("{} min {} s", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_of_all_programs_are_counted() {
        let text = "Format …\n  Format   2.0 s\n  Together   5.0 s\nJourneys …\n\
            test result: ok. 159 passed; 0 failed; 0 ignored; 0 measured\n\
            test result: ok. 2 passed; 0 failed; 11 ignored; 0 measured\n";
        assert_eq!(
            tested(Part::Again, Duration::from_secs(1_042), text),
            "`cargo xtask test`, everything compiled: 17 min 22 s, 161 tests passed, 11 ignored\n"
        );
        assert_eq!(step_table(text), "  Format   2.0 s\n  Together   5.0 s\n");
        assert_eq!(step_table("nothing"), "");
    }

    #[test]
    fn there_is_a_sentence_to_change() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(CHANGED);
        let source = fs::read_to_string(page).expect("the page");
        assert!(changed(&source).is_ok_and(|changed| changed != source));
    }
}
