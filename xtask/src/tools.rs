//! What the build needs, at exactly the version it needs: installed once, below `target/` and `node_modules/`.

use crate::Result;
use crate::command::{ask, record};
use crate::project::Project;
use crate::steps::Steps;
use std::fs;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";
/// What sass and nhsuk-frontend ask for; the same number is in package.json.
const NODE: (u32, u32) = (20, 19);

/// The tools run for seconds a day and take minutes to compile: a fast compile is worth more than a fast tool.
const QUICK_COMPILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// What wasm-bindgen and the splitter spend their time in, at each change of a debug build: a few seconds more once, for a few
/// seconds each time.
const QUICK_RUN: [&str; 3] = ["walrus", "gimli", "wasmparser"];

/// A program that cargo compiles out of a package.
struct Tool {
    package: &'static str,
    version: String,
    program: &'static str,
    /// Without what is of use only with the network, which is half of some of them.
    features: &'static [&'static str],
}

/// The command has to be of the same version as the library, to the last digit.
fn wasm_bindgen(project: &Project) -> Result<Tool> {
    let lock = fs::read_to_string(project.root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read ({error}): restore it from the repository."))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or("Cargo.lock names no wasm-bindgen: restore it from the repository.")?;
    // Without TLS, which its test runner fetches drivers with.
    let features = &["--no-default-features"];
    Ok(Tool { package: "wasm-bindgen-cli", version: version.to_owned(), program: "wasm-bindgen", features })
}

fn wasm_split() -> Tool {
    // A library whose program is a feature.
    let features = &["--features", "build-binary"];
    let package = "wasm_split_cli_support";
    Tool { package, version: "0.2.4".to_owned(), program: "wasm-split-cli", features }
}

fn trunk() -> Tool {
    // Without TLS and the look for a newer version: it is never let onto the network (see site.rs).
    let features = &["--no-default-features"];
    Tool { package: "trunk", version: "0.21.14".to_owned(), program: "trunk", features }
}

fn driver_of_firefox() -> Tool {
    Tool { package: "geckodriver", version: "0.37.1".to_owned(), program: "geckodriver", features: &[] }
}

/// Formats what is inside `view!`, which rustfmt leaves as it is.
fn leptosfmt() -> Tool {
    Tool { package: "leptosfmt", version: "0.1.33".to_owned(), program: "leptosfmt", features: &[] }
}

/// Everything that `trunk build` and `trunk serve` need, so that they run without the network.
pub fn for_build(project: &Project, steps: &mut Steps) -> Result {
    steps.quiet("Node and npm packages", || npm_packages(project))?;
    steps.quiet("WebAssembly target", || wasm_target(project))?;
    // Trunk runs cargo with --offline, so the page's crates have to be here before.
    steps.quiet("Crates", || {
        let mut fetch = cargo(project);
        record(project, "crates", fetch.args(["fetch", "--target", WASM]), "The crates")
    })?;
    for tool in [wasm_bindgen(project)?, wasm_split(), trunk()] {
        install(project, steps, &tool)?;
    }
    Ok(())
}

/// What looks at the code: rustfmt and clippy, which are left out of rustup's smallest profile, and leptosfmt.
pub fn for_checks(project: &Project, steps: &mut Steps) -> Result {
    steps.quiet("rustfmt and clippy", || {
        let there = |name: &str| ask(cargo(project).args([name, "--version"])).is_some();
        if there("fmt") && there("clippy") {
            return Ok(());
        }
        let mut add = Command::new("rustup");
        record(
            project,
            "components",
            add.args(["component", "add", "rustfmt", "clippy"]),
            "rustfmt and clippy",
        )
    })?;
    install(project, steps, &leptosfmt())
}

/// Firefox's driver is in no Debian release, but its source is on crates.io.
pub fn geckodriver(project: &Project, steps: &mut Steps) -> Result {
    install(project, steps, &driver_of_firefox())
}

/// The cargo that runs this task, in the root of the repository.
pub fn cargo(project: &Project) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(project.root());
    cargo
}

fn wasm_target(project: &Project) -> Result {
    // Asks the compiler, not rustup: a Rust from a package manager may bring the target without rustup.
    let libraries = ask(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libraries.is_some_and(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())) {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    record(project, "wasm-target", add.args(["target", "add", WASM]), "The WebAssembly target of Rust")
}

fn install(project: &Project, steps: &mut Steps, tool: &Tool) -> Result {
    let Tool { package, version, program, features } = tool;
    let name = format!("{package} {version}");
    let installed = fs::read_to_string(project.tools().join(".crates.toml")).unwrap_or_default();
    if lists(&installed, package, version) && project.tool(program).is_file() {
        return steps.quiet(&name, || Ok(()));
    }
    steps.quiet(&format!("{name}, compiled once (takes minutes)"), || {
        let mut install = cargo(project);
        install
            .args(["install", &format!("{package}@{version}"), "--bin", program, "--locked", "--force"])
            .args(*features)
            .arg("--root")
            .arg(project.tools())
            // One folder for all of them: they have many crates in common.
            .arg("--target-dir")
            .arg(project.target("tools-build"))
            .envs(QUICK_COMPILE);
        for package in QUICK_RUN {
            install.arg("--config").arg(format!("profile.release.package.{package}.opt-level=1"));
        }
        record(project, package, &mut install, &name)
    })
}

/// Whether cargo's own list of what it installed has this package in this version.
fn lists(crates_toml: &str, package: &str, version: &str) -> bool {
    crates_toml.lines().any(|line| line.starts_with(&format!("\"{package} {version} (")))
}

fn npm_packages(project: &Project) -> Result {
    let found = ask(Command::new("node").arg("--version"));
    match found.as_deref().map(|text| (text, node_version(text))) {
        Some((_, Some(version))) if version >= NODE => {}
        Some((text, _)) => {
            return Err(format!(
                "Node {}.{} or newer is needed and {text} is here: install one from https://nodejs.org.",
                NODE.0, NODE.1
            ));
        }
        None => {
            return Err(format!(
                "Node was not found: install version {}.{} or newer from https://nodejs.org and run the command again.",
                NODE.0, NODE.1
            ));
        }
    }
    // `npm ci` empties node_modules, so a copy of the lock file inside it tells what it was filled from.
    let stamp = project.node_modules().join(".filled-from.json");
    let lock = fs::read(project.root().join("package-lock.json")).map_err(|error| {
        format!("package-lock.json cannot be read ({error}): restore it from the repository.")
    })?;
    if fs::read(&stamp).is_ok_and(|filled_from| filled_from == lock) {
        return Ok(());
    }
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(project.root()).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    record(project, "npm", &mut npm, "The npm packages")?;
    fs::write(&stamp, lock).map_err(|error| format!("{} cannot be written: {error}.", stamp.display()))
}

/// `v20.20.2` → `(20, 20)`.
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.50\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"…\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn another_version_of_a_tool_does_not_count_as_installed() {
        let list = "[v1]\n\"trunk 0.21.14 (registry+https://example.org)\" = [\n    \"trunk\",\n]\n";
        assert!(lists(list, "trunk", "0.21.14"));
        assert!(!lists(list, "trunk", "0.21.1"));
        assert!(!lists(list, "runk", "0.21.14"));
    }

    #[test]
    fn node_versions_compare_as_numbers() {
        assert_eq!(node_version("v20.20.2"), Some((20, 20)));
        assert!(node_version("v9.11.0") < Some(NODE));
        assert_eq!(node_version("20"), None);
    }
}
