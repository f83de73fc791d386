//! Everything that happens around the page: set-up, build, size budget, serving and tests.
//!
//! | Modules | What they do |
//! |---|---|
//! | [`task`] | read the command line |
//! | [`project`], [`command`], [`steps`], [`cache`], [`side_by_side`] | know where things are, run programs and turn their failures into sentences, say what is happening, keep what was made, use every processor |
//! | [`tools`], [`browsers`], [`packages`] | install what the build and the journeys need |
//! | [`site`], [`split`], [`shrink`], [`bundle`], [`minify`], [`programs`], [`start_page`], [`editions`], [`reload`], [`offline`] | build the page with Trunk, in parts, each of them small, with the programs for workers and the start page drawn into it |
//! | [`page`], [`html`], [`budget`], [`pack`], [`nginx`], [`single`] | weigh it, pack it, try the settings for hosts, make the one-file edition |
//! | [`server`], [`mount`] | serve it |
//! | [`checks`], [`proof`], [`explore`], [`fuzz`] | test it |
//! | [`bench`], [`static_page`], [`figures`] | measure it |
//! | [`edition`] | check an edition |
//!
//! Nothing is installed outside `target/` and `node_modules/`, except the browsers and the programs that read report files,
//! which come from the system.

mod bench;
mod browsers;
mod budget;
mod bundle;
mod cache;
mod checks;
mod command;
mod edition;
mod editions;
mod explore;
mod figures;
mod fuzz;
mod hosts;
mod html;
mod minify;
mod mount;
mod nginx;
mod offline;
mod pack;
mod packages;
mod page;
mod programs;
mod project;
mod proof;
mod reload;
mod server;
mod shrink;
mod side_by_side;
mod single;
mod site;
mod split;
mod start_page;
mod static_page;
mod steps;
mod task;
mod tools;

use project::Project;
use std::path::Path;
use std::process::ExitCode;
use steps::{Steps, say};
use task::{Task, USAGE, parse, unclear};

/// What a task gives back: a value, or the one sentence that tells the person what happened and what to do.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result {
    let project = Project::here();
    let mut steps = Steps::new();
    match task {
        Task::Help => say(&format!("{USAGE}\n")),
        Task::Serve { dev: true, port } => {
            server::ensure_free(port)?;
            tools::for_build(&project, &mut steps)?;
            site::watch(&project, port)?;
        }
        Task::Serve { dev: false, port } => {
            // Before the build: nobody wants to wait minutes to hear that the port is taken.
            server::ensure_free(port)?;
            tools::for_build(&project, &mut steps)?;
            site::build(&project, &mut steps)?;
            let server = server::Server::bind(project.dist(), &[mount::ROOT], port)?;
            say(&format!("Ready after {}.\n", steps::seconds(steps.elapsed())));
            say(&format!("Standards Met is at {} (Ctrl+C stops it)\n", server.address()));
            server.run()?;
        }
        Task::Build { single_file } => {
            tools::for_build(&project, &mut steps)?;
            site::build(&project, &mut steps)?;
            budget::check(&project.dist())?;
            if single_file {
                single::run(&project)?;
            }
        }
        Task::Edition(arguments) => edition::run(&project, &arguments)?,
        Task::Finish => finish(&project)?,
        Task::Bench(wishes) => bench::run(&project, &mut steps, &wishes)?,
        Task::Explore(minutes) => explore::run(&project, &mut steps, minutes)?,
        Task::Figures(wishes) => figures::run(&project, &mut steps, &wishes)?,
        Task::Fuzz(wishes) => fuzz::run(&project, &mut steps, &wishes)?,
        Task::Faults(numbers) => checks::faults(&project, &mut steps, &numbers)?,
        Task::Test { part, filters } => checks::run(&project, &mut steps, part, &filters)?,
    }
    Ok(())
}

/// The questions that are delivered with the page.
const BUILT_IN: &str = "dspt-social-care-2021-22.json";

/// What is left to do with the page that Trunk has put into its staging folder (the hook in Trunk.toml).
fn finish(project: &Project) -> Result {
    let said = |name: &str| {
        std::env::var(name)
            .map_err(|_| format!("{name} is not set: Trunk runs this after a build, not a person."))
    };
    let (profile, staging) = (said("TRUNK_PROFILE")?, said("TRUNK_STAGING_DIR")?);
    let staging = Path::new(&staging);
    // Side by side: each is mostly one long thought of one tool.
    let built = std::thread::scope(|scope| {
        let built = scope.spawn(|| programs::build(project, &profile));
        let split = split::run(project, &profile, staging);
        let built =
            built.join().unwrap_or_else(|_| Err("The programs for workers were not built.".to_owned()));
        split.and(built)
    })?;
    programs::place(&built, staging)?;
    editions::compact(&staging.join(BUILT_IN))?;
    editions::run(project, staging)?;
    start_page::run(project, staging, profile == "release")?;
    if profile != "release" {
        reload::run(staging)?;
    }
    offline::run(staging, profile == "release")
}
