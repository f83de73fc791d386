//! Everything that has to hold before a change is done, the quickest to fail first.

use crate::browsers::Browsers;
use crate::command::show;
use crate::explore::SEED;
use crate::mount::FOR_JOURNEYS;
use crate::project::{Project, find};
use crate::server::Server;
use crate::steps::{Steps, say};
use crate::{Result, budget, nginx, packages, proof, single, site, tools};
use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// How often, and how far apart, the folder of browsers is removed that are still about to end.
const FAREWELLS: u32 = 20;
const FAREWELL: Duration = Duration::from_millis(100);

/// Which of the checks to run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    Everything,
    Host,
    Journeys,
}

/// Ends with the test harness's own closing lines, so the table of times comes before the last step.
pub fn run(project: &Project, steps: &mut Steps, part: Part, filters: &[String]) -> Result {
    if let Ok(seed) = std::env::var(SEED) {
        say(&format!("Everything random comes out of the seed {seed} ({SEED} in .cargo/config.toml)\n"));
    }
    let debian = (part == Part::Everything && cfg!(target_os = "linux")).then(|| packages::begin(project));
    if part != Part::Journeys {
        tools::for_checks(project, steps)?;
        steps.loud("Format", || {
            cargo(project, "The format check", "fmt --all --check")?;
            // A workspace of its own, so that nobody compiles it who does not want it.
            cargo(project, "The format check", "fmt --manifest-path fuzz/Cargo.toml --check")?;
            let mut views = Command::new(project.tool("leptosfmt"));
            show(
                views.current_dir(project.root()).args(["--check", "--quiet", "src"]),
                "The format check of views (target/tools/bin/leptosfmt src formats them)",
            )
        })?;
    }
    tools::for_build(project, steps)?;
    if part != Part::Journeys {
        let lints = "clippy --workspace --all-targets -- -D warnings";
        steps.loud("Lints", || cargo(project, "The lint check", lints))?;
        let compile = "test --workspace --exclude e2e --no-run";
        steps.loud("Host tests, compiled", || cargo(project, "Compiling the host tests", compile))?;
        let tests = "test --workspace --exclude e2e";
        if part == Part::Host {
            proof::run(project, steps)?;
            say(&format!("{}Host tests …\n", steps.table()));
            return cargo(project, "A host test", tests);
        }
        steps.loud("Host tests", || cargo(project, "A host test", tests))?;
        if let Some(debian) = debian {
            steps.quiet("Debian’s packages, begun at the start", || packages::arrived(debian))?;
        }
        proof::run(project, steps)?;
    }
    site::build(project, steps)?;
    steps.loud("Size budget", || budget::check(&project.dist()))?;
    if part == Part::Everything && find(&["apt-get"]).is_none() {
        say("There is no apt-get here, and so not Debian's nginx: hosting/nginx.conf is not checked.\n");
    } else if part == Part::Everything {
        let server = packages::nginx(project, steps)?;
        steps.quiet("hosting/nginx.conf with nginx", || nginx::check(project, &server))?;
    }
    steps.quiet("The page in one file", || single::run(project))?;
    journeys(project, steps, filters)
}

/// The page as people meet it: the release build, in every engine that this system can have.
fn journeys(project: &Project, steps: &mut Steps, filters: &[String]) -> Result {
    let browsers = browsers(project, steps)?;
    if browsers.webkit_driver.is_none() {
        let system = std::env::consts::OS;
        say(&format!("WebKitGTK does not exist on {system}: its journeys do not run here.\n"));
    }
    steps.loud("Journeys, compiled", || {
        cargo(project, "Compiling the journeys", "test -p e2e --tests --no-run")
    })?;
    say(&format!("{}Journeys …\n", steps.table()));
    // Without the documentation's tests, of which there are none: their empty result would be the last line.
    let mut journeys = tools::cargo(project);
    journeys.args(["test", "-p", "e2e", "--tests", "--no-fail-fast", "--"]).args(filters);
    on_the_page(project, &browsers, &mut journeys, "A journey")
}

/// Fault trials in every engine. They say what was lost, and fail if anything was.
pub fn faults(project: &Project, steps: &mut Steps, numbers: &[String]) -> Result {
    tools::for_build(project, steps)?;
    site::build(project, steps)?;
    let browsers = browsers(project, steps)?;
    let mut faults = tools::cargo(project);
    faults.args(["run", "--quiet", "-p", "e2e", "--bin", "faults", "--"]).args(numbers);
    on_the_page(project, &browsers, &mut faults, "The fault trials")
}

/// The browsers and their drivers, installed where that is possible.
///
/// # Errors
/// What is missing and has to be installed by hand.
pub fn browsers(project: &Project, steps: &mut Steps) -> Result<Browsers> {
    if cfg!(target_os = "linux") {
        packages::ensure(project, steps)?;
    }
    tools::geckodriver(project, steps)?;
    let browsers = Browsers::find(Some(project));
    let missing = browsers.missing_elsewhere();
    if missing.is_empty() {
        return Ok(browsers);
    }
    Err(format!(
        "The journeys need {}: install what is missing and run the command again.",
        missing.join(", ")
    ))
}

/// Runs a command that opens the page in browsers: serves the page, and says where everything is.
fn on_the_page(project: &Project, browsers: &Browsers, command: &mut Command, what: &str) -> Result {
    furnish(project, browsers, command)?;
    let server = Server::bind(project.dist(), &FOR_JOURNEYS, 0)?.with_files_of(project.root());
    // Below it are the browsers' profiles: the last ones end with the command, and nobody else removes them.
    let profiles = std::env::temp_dir().join(format!("standards-met-{}", std::process::id()));
    fs::create_dir_all(&profiles)
        .map_err(|error| format!("{} cannot be made: {error}.", profiles.display()))?;
    command.env("E2E_BASE_URL", server.address()).env("TMPDIR", &profiles);
    server.start();
    let outcome = show(command, what);
    for _ in 0..FAREWELLS {
        if fs::remove_dir_all(&profiles).is_ok() {
            break;
        }
        thread::sleep(FAREWELL);
    }
    outcome
}

/// Tells a command that opens pages in browsers where everything is but the pages.
///
/// # Errors
/// Where there can be no folder for what the command leaves behind.
pub fn furnish(project: &Project, browsers: &Browsers, command: &mut Command) -> Result {
    let artefacts = project.target("e2e");
    // Pictures of an earlier failure would be taken for this run's.
    let _ = fs::remove_dir_all(&artefacts);
    fs::create_dir_all(&artefacts)
        .map_err(|error| format!("{} cannot be made: {error}.", artefacts.display()))?;
    command
        .env("E2E_ARTEFACTS", artefacts)
        .env("E2E_DIST", project.dist())
        .env("E2E_SINGLE_FILE", single::file(project))
        .env("E2E_AXE", project.node_modules().join("axe-core/axe.min.js"));
    for (name, place) in browsers.variables() {
        match place {
            Some(place) => command.env(name, place),
            None => command.env_remove(name),
        };
    }
    Ok(())
}

fn cargo(project: &Project, what: &str, arguments: &str) -> Result {
    show(tools::cargo(project).args(arguments.split(' ')), what)
}
