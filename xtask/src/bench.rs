//! How fast the page is, beside a page without a program and beside any other: what `cargo xtask bench` runs.

use crate::command::show;
use crate::mount::ROOT;
use crate::pack::with_brotli;
use crate::project::Project;
use crate::server::Server;
use crate::steps::{Steps, say};
use crate::{Result, checks, site, static_page, tools, unclear};
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// What can be measured by itself.
const PARTS: [&str; 6] = ["loads", "typing", "saving", "homes", "reports", "memory"];

/// What a host packs; pictures are packed already.
const PACKED: [&str; 10] = ["html", "js", "mjs", "css", "wasm", "json", "svg", "txt", "xml", "webmanifest"];

/// What a run is to measure.
#[derive(Debug, PartialEq)]
pub struct Wishes {
    /// How often every load and every import and export is measured.
    rounds: u32,
    /// One of [`PARTS`] instead of all.
    only: Option<String>,
    against: Option<Against>,
}

/// Another built site, to be measured in turns with the page.
#[derive(Debug, PartialEq)]
struct Against {
    folder: PathBuf,
    /// The selector of what has to be there for it to be usable.
    ready: String,
}

impl Wishes {
    /// Reads what follows `bench` on the command line.
    ///
    /// # Errors
    /// A sentence about the first thing that is not understood.
    pub fn read(mut arguments: lexopt::Parser) -> Result<Self> {
        let (mut rounds, mut only, mut folder, mut ready) = (7, None, None, None);
        while let Some(argument) = arguments.next().map_err(unclear)? {
            match argument {
                Long("rounds") => {
                    let value = arguments.value().map_err(unclear)?;
                    rounds = value.parse_with(count).map_err(unclear)?;
                }
                Long("only") => {
                    let value = arguments.value().map_err(unclear)?;
                    only = Some(value.parse_with(part).map_err(unclear)?);
                }
                Long("against") => folder = Some(PathBuf::from(arguments.value().map_err(unclear)?)),
                Long("ready") => {
                    ready = Some(arguments.value().and_then(ValueExt::string).map_err(unclear)?);
                }
                other => return Err(unclear(other.unexpected())),
            }
        }
        Ok(Self { rounds, only, against: against(folder, ready)? })
    }
}

fn count(text: &str) -> Result<u32> {
    let count = text.parse::<u32>().ok().filter(|count| (1..=1000).contains(count));
    count.ok_or_else(|| "it has to be a number from 1 to 1000".to_owned())
}

fn part(text: &str) -> Result<String> {
    let known = PARTS.contains(&text).then(|| text.to_owned());
    known.ok_or_else(|| format!("it has to be one of {}", PARTS.join(", ")))
}

fn against(folder: Option<PathBuf>, ready: Option<String>) -> Result<Option<Against>> {
    let wrong = |what: String| Err(format!("{what}; `cargo xtask help` lists what there is."));
    match (folder, ready.filter(|ready| !ready.trim().is_empty())) {
        (None, None) => Ok(None),
        (Some(folder), Some(ready)) if folder.join("index.html").is_file() => {
            Ok(Some(Against { folder, ready }))
        }
        (Some(folder), Some(_)) => wrong(format!("there is no index.html in {}", folder.display())),
        (Some(_), None) => wrong("--against needs --ready and a selector of what makes it usable".to_owned()),
        (None, Some(_)) => wrong("--ready belongs to --against and a folder".to_owned()),
    }
}

/// Builds the page and measures it. It prints figures and leaves them in `target/bench/bench.json`.
///
/// # Errors
/// Where something cannot be built, read or opened; never because something is slow.
pub fn run(project: &Project, steps: &mut Steps, wishes: &Wishes) -> Result {
    tools::for_build(project, steps)?;
    site::build(project, steps)?;
    let browsers = checks::browsers(project, steps)?;
    let folder = project.target("bench");
    let limit = folder.join("static");
    steps.quiet("The static page", || {
        let edition = project.root().join("crates/core/src/catalogue/dspt-social-care-2021-22.json");
        emptied(&limit)?;
        static_page::write(&edition, &limit)?;
        pack(&limit).map_err(unwritten(&limit))
    })?;
    let mut benchmark = tools::cargo(project);
    benchmark.args(["run", "--quiet", "-p", "e2e", "--bin", "bench", "--"]).arg(wishes.rounds.to_string());
    benchmark.args(&wishes.only);
    checks::furnish(project, &browsers, &mut benchmark)?;
    let figures = folder.join("bench.json");
    benchmark
        .env("E2E_BASE_URL", serve(project.dist())?)
        .env("E2E_STATIC_URL", serve(limit)?)
        .env("E2E_BUILD", build_number(&project.dist())?)
        .env("E2E_BENCH_JSON", &figures)
        .env_remove("E2E_AGAINST_URL")
        .env_remove("E2E_AGAINST_READY");
    if let Some(Against { folder: theirs, ready }) = &wishes.against {
        // A copy, since what is packed comes beside the files.
        let copy = folder.join("against");
        steps.quiet("The other site, packed", || {
            emptied(&copy)?;
            copy_all(theirs, &copy).and_then(|()| pack(&copy)).map_err(unwritten(&copy))
        })?;
        benchmark.env("E2E_AGAINST_URL", serve(copy)?).env("E2E_AGAINST_READY", ready);
    }
    show(&mut benchmark, "The benchmark")?;
    say(&format!("All figures: {}\n", figures.display()));
    Ok(())
}

/// Serves a folder as a real host does, for as long as the program runs, and gives the address.
fn serve(folder: PathBuf) -> Result<String> {
    let server = Server::bind(folder, &[ROOT], 0)?.like_a_host();
    let address = server.address();
    server.start();
    Ok(address)
}

/// The number by which the files of this build are told from those of another.
fn build_number(dist: &Path) -> Result<String> {
    let names = fs::read_dir(dist).map_err(|error| format!("{} cannot be read: {error}.", dist.display()))?;
    let names = names.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut numbers = names.filter_map(|name| {
        let number = name.strip_prefix("standards-met-")?.strip_suffix("_bg.wasm")?;
        Some(number.to_owned())
    });
    numbers.next().ok_or_else(|| format!("{} holds no program with a number in its name.", dist.display()))
}

fn emptied(folder: &Path) -> Result {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(unwritten(folder))
}

fn unwritten(folder: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{} cannot be written: {error}.", folder.display())
}

fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_all(&path, &copy)?;
        } else {
            fs::copy(&path, &copy)?;
        }
    }
    Ok(())
}

/// Puts the packed form beside every file that a host would pack and that has none.
fn pack(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pack(&path)?;
            continue;
        }
        let kind = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let packed = packed_beside(&path);
        if PACKED.contains(&kind) && !packed.exists() {
            fs::write(packed, with_brotli(&fs::read(&path)?)?)?;
        }
    }
    Ok(())
}

/// Where the packed form of a file is.
fn packed_beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".br");
    file.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(arguments: &[&str]) -> Result<Wishes> {
        Wishes::read(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn wishes_are_read_and_have_defaults() {
        assert_eq!(wishes(&[]), Ok(Wishes { rounds: 7, only: None, against: None }));
        let some = wishes(&["--rounds", "3", "--only=typing"]);
        assert_eq!(some, Ok(Wishes { rounds: 3, only: Some("typing".to_owned()), against: None }));
    }

    #[test]
    fn another_site_needs_its_page_and_its_selector() {
        let folder = std::env::temp_dir().join(format!("xtask-bench-{}", std::process::id()));
        fs::create_dir_all(folder.join("deeper")).unwrap();
        let place = folder.to_string_lossy().into_owned();
        let empty = wishes(&["--against", &place, "--ready", "textarea"]);
        assert!(empty.is_err_and(|sentence| sentence.starts_with("there is no index.html")));

        fs::write(folder.join("index.html"), "the page ".repeat(100)).unwrap();
        fs::write(folder.join("deeper/a.png"), "a picture").unwrap();
        assert!(wishes(&["--against", &place]).is_err_and(|sentence| sentence.contains("--ready")));
        assert!(wishes(&["--ready", "textarea"]).is_err_and(|sentence| sentence.contains("--against")));
        let given = wishes(&["--against", &place, "--ready", "textarea"]).unwrap().against;
        assert_eq!(given, Some(Against { folder: folder.clone(), ready: "textarea".to_owned() }));

        let copy = folder.with_extension("copy");
        copy_all(&folder, &copy).unwrap();
        pack(&copy).unwrap();
        assert!((1..100).contains(&fs::read(copy.join("index.html.br")).unwrap().len()));
        assert!(copy.join("deeper/a.png").is_file() && !copy.join("deeper/a.png.br").exists());
        fs::remove_dir_all(folder).unwrap();
        fs::remove_dir_all(copy).unwrap();
    }
}
