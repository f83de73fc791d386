//! The figures that README.md and docs/figures.md give: of one commit, made one after the other and written at once, so that
//! none of them is left behind.
//!
//! Each part is the output of a command, run in a clone of the commit, as somebody would run it who has just cloned it. What
//! is done stays in `target/figures/`, so that a run that was stopped goes on where it was.

use crate::command::ask;
use crate::project::Project;
use crate::steps::{Steps, say, seconds};
use crate::{Result, tools, unclear};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const README: &str = "README.md";
const ALL: &str = "docs/figures.md";
/// Around what is written into README.md.
const MARKS: [&str; 2] = ["<!-- figures -->\n", "<!-- /figures -->"];
/// How long a page that is served is waited for, built or built anew.
const SERVED: Duration = Duration::from_secs(45 * 60);
const SERVED_AT: &str = "Standards Met is at ";
/// A file of the page that is changed as somebody would change it.
const CHANGED: &str = "src/ui/pages/about.rs";

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

/// Makes what is missing of the figures of the newest commit, and writes all of them once none is missing.
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
    let bench = Bench {
        folder: project.target("figures").join(&commit),
        clone: project.target("figures").join("clone"),
        project: project.clone(),
    };
    fs::create_dir_all(&bench.folder).map_err(unwritten(&bench.folder))?;
    let wanted = if wishes.parts.is_empty() { &PARTS[..] } else { &wishes.parts };
    for part in wanted {
        if wishes.parts.is_empty() && bench.done(*part).is_some() {
            say(&format!("{}: there already\n", part.name()));
            continue;
        }
        let text = steps.loud(part.name(), || bench.measure(*part, wishes, &commit))?;
        let place = bench.place(*part);
        fs::write(&place, text).map_err(unwritten(&place))?;
    }
    let missing: Vec<&str> =
        PARTS.into_iter().filter(|part| bench.done(*part).is_none()).map(Part::name).collect();
    if !missing.is_empty() {
        say(&format!("Nothing is written yet: {} missing\n", missing.join(", ")));
        return Ok(());
    }
    let parts: Vec<(Part, String)> =
        PARTS.into_iter().filter_map(|part| Some((part, bench.done(part)?))).collect();
    let day = ask(Command::new("date").arg("+%-d %B %Y")).unwrap_or_default();
    let head = format!("Commit {commit}, {day}, {}", machine());
    let all = project.root().join(ALL);
    all.parent().map_or(Ok(()), fs::create_dir_all).map_err(unwritten(&all))?;
    fs::write(&all, whole(&head, &parts)).map_err(unwritten(&all))?;
    let readme = project.root().join(README);
    let text = fs::read_to_string(&readme).map_err(unwritten(&readme))?;
    fs::write(&readme, with_block(&text, &block(&head, &parts))?).map_err(unwritten(&readme))
}

/// Where figures are made, and what is there of them.
struct Bench {
    folder: PathBuf,
    clone: PathBuf,
    project: Project,
}

impl Bench {
    fn place(&self, part: Part) -> PathBuf {
        self.folder.join(part.name()).with_extension("txt")
    }

    fn done(&self, part: Part) -> Option<String> {
        fs::read_to_string(self.place(part)).ok()
    }

    /// What is said of a part: lines of `name: value` that README.md takes up, an empty line, and the rest.
    fn measure(&self, part: Part, wishes: &Wishes, commit: &str) -> Result<String> {
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

/// In a group of its own, so that everything it starts can be ended with it.
fn started(command: &mut Command) -> Result<Child> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.spawn().map_err(|error| format!("A command could not be started: {error}."))
}

/// Ends a command and what it has started.
fn end(child: &mut Child) {
    if cfg!(unix) {
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status();
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// What a command prints until it ends, or up to the line that is looked for; shown meanwhile.
fn said_until(child: &mut Child, enough: impl Fn(&str) -> bool) -> Result<String> {
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

    #[test]
    fn there_is_a_sentence_to_change() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(CHANGED);
        let source = fs::read_to_string(page).expect("the page");
        assert!(changed(&source).is_ok_and(|changed| changed != source));
    }
}
