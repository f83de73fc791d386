//! The program that writes reports as files: the crate `reports` as a WebAssembly module of its own, with the script that
//! runs it in a worker.
//!
//! Done when Trunk has built the page (`finish` in main.rs). It shares no code with the page's program: what it needs of
//! it is compiled into it once more, and neither waits for the other.

use crate::project::Project;
use crate::split::{replaced, small};
use crate::{Result, command, tools};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use std::process::Command;

const NAME: &str = "reports";
/// What the page's script tag says as long as there is no number.
const PLACE: &str = "data-reports=";

/// Builds it, and puts it beside the page in Trunk's staging folder.
pub fn run(project: &Project, profile: &str, staging: &Path) -> Result {
    let mut build = tools::cargo(project);
    build.args([
        "build",
        "--quiet",
        "-p",
        "standards-met-reports",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    if profile == "release" {
        build.arg("--release");
    }
    command::record(project, "reports", &mut build, "The program for reports")?;
    let program = project.target("wasm32-unknown-unknown").join(profile).join("reports.wasm");
    let bound = project.target("reports").join(profile);
    let mut bind = Command::new(project.tool("wasm-bindgen"));
    // One script without imports, so that a worker of any browser takes it, from a host and from a file.
    bind.args(["--target=no-modules", "--no-typescript", "--out-name", NAME, "--out-dir"])
        .arg(&bound)
        .arg(&program);
    command::record(project, "bind-reports", &mut bind, "Binding the program for reports")?;
    let optimised = bound.join("small.wasm");
    small(project, profile, &bound.join("reports_bg.wasm"), &optimised)?;

    let glue = read(&bound.join("reports.js"))?;
    let worker = read(&project.root().join("reports/worker.js"))?;
    let script = format!("{glue}\n{worker}");
    let program = fs::read(&optimised).map_err(unread(&optimised))?;
    let digest = Sha256::new().chain_update(&script).chain_update(&program).finalize();
    let number: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{NAME}-{number}");
    write(&staging.join(format!("{name}.js")), script.as_bytes())?;
    write(&staging.join(format!("{name}.wasm")), &program)?;

    let page = staging.join("index.html");
    let html = read(&page)?;
    // With quotation marks or without: Trunk's minifier takes them off.
    let plain =
        if html.contains(&format!("{PLACE}\"{NAME}\"")) { format!("\"{NAME}\"") } else { NAME.to_owned() };
    let html = replaced(&html, &format!("{PLACE}{plain}"), &format!("{PLACE}\"{name}\""))?;
    write(&page, html.as_bytes())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(unread(path))
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    fs::write(path, bytes).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

fn unread(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path} cannot be read: {error}.")
}
